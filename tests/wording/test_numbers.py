from datetime import date

import pytest

from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.wording.numbers import Formats, system_formats


def column(unit=Unit.PLAIN, sign=""):
    return Column("x", Kind.NUMBER, Role.FEATURE, unit=unit, sign=sign)


@pytest.mark.parametrize(
    ("x", "text"),
    [
        (0, "0"),
        (38.85, "39"),
        (2.44, "2.4"),
        (2.0, "2"),
        (0.5539, "0.55"),
        (0.00123, "0.0012"),
        (1234567.8, "1,234,568"),
        (-12.3, "−12"),
        (-0.0, "0"),
        (float("nan"), "–"),
        (9.96, "10"),
        (0.5, "0.5"),
        (1e300, "1" + ",000" * 100),
    ],
)
def test_a_number_keeps_the_digits_that_help(x, text):
    assert Formats().number(x) == text


@pytest.mark.parametrize(
    ("x", "unit", "sign", "text"),
    [
        (86.54, Unit.THOUSANDS, "$", "$87k"),
        (1.5, Unit.THOUSANDS, "€", "€1.5k"),
        (86.5, Unit.THOUSANDS, "", "87k"),
        (1204, Unit.MONEY, "€", "€1,204"),
        (97.2, Unit.MONEY, "€", "€97.20"),
        (-97.2, Unit.MONEY, "€", "−€97.20"),
        (12, Unit.MONEY, "CHF", "CHF\u00a012"),
        (12, Unit.DAYS, "", "12 days"),
        (1, Unit.DAYS, "", "1 day"),
        (45, Unit.PERCENT, "", "45\u00a0%"),
        (82.1, Unit.PLAIN, "", "82"),
    ],
)
def test_a_value_has_the_unit_of_its_column(x, unit, sign, text):
    assert Formats().value(x, column(unit, sign)) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0"), (0.001, "<1"), (0.402, "40"), (0.999, "100"), (1, "100")]
)
def test_a_share_is_a_whole_percent(share, text):
    assert Formats().percent(share) == f"{text}\u00a0%"


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en_GB.UTF-8", "1,234.50"),
        ("de_DE", "1.234,50"),
        ("nl-NL", "1.234,50"),
        ("fr_FR@euro", "1\u202f234,50"),
        ("de_CH", "1’234.50"),
        ("C", "1,234.50"),
        ("", "1,234.50"),
    ],
)
def test_each_country_writes_its_own_way(locale, text):
    assert Formats.for_locale(locale).number(1234.5, digits=2) == text


def test_the_currency_stands_where_the_country_puts_it():
    german = Formats.for_locale("de_DE").value(1204, column(Unit.MONEY, "€"))

    assert german == "1.204\u00a0€"


def test_a_date_has_its_month_in_words():
    assert Formats().date(date(2026, 5, 12)) == "12 May 2026"


def test_the_system_is_asked_in_the_order_of_its_variables():
    formats = system_formats({"LC_ALL": "", "LC_NUMERIC": "de_DE.UTF-8", "LANG": "en_US.UTF-8"})

    assert formats == Formats.for_locale("de")


def test_a_silent_system_writes_english():
    assert system_formats({}) == Formats()
