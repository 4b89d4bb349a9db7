import pytest

from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.wording.durations import TimeUnit, days_in, time_unit, time_words
from desktop_app.wording.numbers import Formats


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Years as customer", TimeUnit.YEARS),
        ("avg_days_between_visits", TimeUnit.DAYS),
        ("Tenure (months)", TimeUnit.MONTHS),
        ("Number of weeks since last visit", TimeUnit.WEEKS),
        ("Visits", None),
        ("Yearly income", None),
    ],
)
def test_the_name_tells_what_time_is_counted_in(name, unit):
    assert time_unit(Column(name, Kind.NUMBER, Role.FEATURE)) is unit


def test_a_column_in_days_needs_no_name_for_it():
    recency = Column("Recency", Kind.NUMBER, Role.FEATURE, unit=Unit.DAYS)

    assert time_unit(recency) is TimeUnit.DAYS


def test_money_is_not_time_whatever_its_name():
    money = Column("Days in hotel", Kind.NUMBER, Role.FEATURE, unit=Unit.MONEY)

    assert time_unit(money) is None


@pytest.mark.parametrize("unit", list(TimeUnit))
def test_one_is_written_in_the_singular(unit):
    assert time_words(1.0, unit, Formats()) == f"1 {unit.value.removesuffix('s')}"
    assert time_words(1.3, unit, Formats()) == f"1.3 {unit.value}"


def test_lengths_of_time_can_be_compared_in_days():
    assert days_in(2, TimeUnit.YEARS) == 730
