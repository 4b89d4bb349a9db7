import pytest

from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.wording.column_look import USES, alike_words, look_words, use_words
from desktop_app.wording.numbers import Formats

EN = Formats()


@pytest.mark.parametrize(
    ("column", "middle", "expected"),
    [
        (Column("Age", Kind.NUMBER, Role.FEATURE), 38.9, "Middle 39"),
        (
            Column("Income", Kind.NUMBER, Role.FEATURE, unit=Unit.THOUSANDS, sign="€", n_empty=2),
            58.0,
            "Middle €58k, 2 empty",
        ),
        (Column("Age", Kind.NUMBER, Role.FEATURE), None, "Numbers"),
        (Column("Town", Kind.CATEGORY, Role.DESCRIBE, n_distinct=38), None, "38 different"),
        (Column("Mail", Kind.YES_NO, Role.CONSENT), None, "Yes or no"),
        (Column("Fax", Kind.EMPTY, Role.IGNORE, unfit="empty", n_empty=9), None, "Empty"),
        (
            Column(
                "Town", Kind.CATEGORY, Role.DESCRIBE, n_distinct=99, unfit="too_many_categories"
            ),
            None,
            "99 different: too many to help",
        ),
    ],
)
def test_a_column_is_told_at_one_glance(column, middle, expected):
    assert look_words(column, middle, EN) == expected


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("dmy", "Last on 31 December 2025, day first"),
        ("mdy", "Last on 31 December 2025, month first"),
        ("ymd", "Last on 31 December 2025"),
        (None, "Last on 31 December 2025"),
    ],
)
def test_which_of_day_and_month_comes_first_is_always_said(order, words):
    day = Column(
        "Joined", Kind.DATE, Role.DESCRIBE, maximum="2025-12-31", date_order=order, unfit="date"
    )

    assert look_words(day, None, EN) == words


def test_in_orders_the_values_are_told_and_not_why_they_form_no_groups():
    day = Column("Day", Kind.DATE, Role.DATE, maximum="2025-12-31T10:00:00", unfit="date")

    assert look_words(day, None, EN, in_orders=True) == "Last on 31 December 2025"


def test_every_role_and_every_part_of_an_order_has_words():
    customer_uses = {r.value for r in (Role.FEATURE, Role.DESCRIBE, Role.ID, Role.CONTACT)}
    parts = set(OrderColumns.__dataclass_fields__)

    assert customer_uses | parts | {r.value for r in Role} | {"unused"} == set(USES)
    assert all(use_words(use) for use in USES)


def test_columns_that_name_a_person_are_told_together():
    assert alike_words("identifier_column", ["Email"]) == (
        "Email",
        "names a person. It forms no groups.",
    )
    assert (
        alike_words("identifier_column", ["Name", "Email"])[1]
        == "name a person. They form no groups."
    )
