"""What the values of a column are."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.columns import Kind
from desktop_app.core.checking.kinds import Notation, read_column
from desktop_app.core.checking.one_writer import with_one_writer
from desktop_app.core.checking.texts import Texts


def read(name, *values, **habits):
    return read_column(name, Texts.of(pd.Series(values, dtype=object)), Notation(**habits))


def test_a_customer_or_country_called_na_stays():
    countries = read("Country", "NA", "DE", "NA", "FR", "DE")
    names = read("Name", "NA", "Ann Lee", "Bob Orr")

    assert (countries.n_empty, countries.n_distinct) == (0, 3)
    assert (names.n_empty, names.n_distinct) == (0, 3)


@pytest.mark.parametrize(
    "word", ["NA", "n/a", "-", "NULL", "none", "unknown", "#DIV/0!", "k.A.", "—", "#NV"]
)
def test_among_numbers_and_dates_some_words_are_empty(word):
    numbers = read("Spend", "12", word, "40", "17")
    dates = read("Joined", "2024-03-01", word, "2024-04-01", "2024-05-01")

    assert (numbers.kind, numbers.n_empty) == (Kind.NUMBER, 1)
    assert (dates.kind, dates.n_empty) == (Kind.DATE, 1)


@pytest.mark.parametrize("word", ["none", "unknown", "-", "NA"])
def test_among_words_they_are_words(word):
    assert read("Favourite style", "mod", word, "goth", "mod", word).n_distinct == 3


@pytest.mark.parametrize(
    ("name", "values", "kind"),
    [
        ("Article", ["00123", "04711", "81500", "00815"], Kind.TEXT),
        ("Anything", ["01234", "70173", "10115", "70173"], Kind.CATEGORY),
        ("Age", ["031", "044", "027", "019"], Kind.NUMBER),
        ("Orders", ["1", "3", "0", "12"], Kind.NUMBER),
        ("Stay in city years", ["1", "3", "0", "3"], Kind.NUMBER),
        ("City", ["1", "3", "0", "3"], Kind.CATEGORY),
        ("Income", ["20-30k", "30-40k", "20-30k", "over 40k"], Kind.CATEGORY),
        ("Size", ["38", "40", "M", "L", "XL", "38"], Kind.CATEGORY),
        ("Article", ["a long story " * 6, "another long story " * 6, "b"], Kind.TEXT),
        ("Note", ["good", "bad", "good", "bad"], Kind.TEXT),
        ("Time", ["10:15", "11:20", "09:00", "17:45"], Kind.TEXT),
        ("Date", ["44197", "45000", "44999.5"], Kind.DATE),
        ("Date", ["44197", "2024-03-01", "45000"], Kind.DATE),
        ("Sales year to date", ["44197", "45000", "44999.5"], Kind.NUMBER),
        ("Created", ["1704067200", "1714067200"], Kind.DATE),
        ("Year of birth", ["1971", "1980", "1944"], Kind.NUMBER),
    ],
)
def test_values_and_header_together_tell_the_kind(name, values, kind):
    assert read(name, *values).kind is kind


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("Umsatz", ["1.234,50 €", "7,00 €", "-12,10 €"], [1234.5, 7.0, -12.1]),
        ("Spend", ["1.234.567", "98.000", "7"], [1234567.0, 98000.0, 7.0]),
        ("Spend", ["$1,234.50", "($7.00)", "'0012"], [1234.5, -7.0, 12.0]),
        ("Share", ["5 %", "12,5 %", "7 %"], [5.0, 12.5, 7.0]),
    ],
)
def test_one_column_has_one_decimal_sign(name, values, expected):
    assert read(name, *values).values.tolist() == expected


@pytest.mark.parametrize(("decimal", "value"), [(".", 1234.0), (",", 1.234)])
def test_the_habit_of_the_file_decides_only_what_the_column_leaves_open(decimal, value):
    assert read("Spend", "1,234", "7", decimal=decimal).values[0] == value
    assert read("Spend", "1,234", "7,5", decimal=decimal).values[0] == 1.234


def test_bare_numbers_are_days_where_the_user_says_so():
    texts = Texts.of(pd.Series(["44197", "45000"], dtype=object))

    assert read_column("Last seen", texts).kind is Kind.NUMBER
    assert str(read_column("Last seen", texts, kind=Kind.DATE).values[0])[:10] == "2021-01-01"


def test_dates_that_decide_help_those_that_do_not():
    born = read("Born", "12/31/1980", "04/03/1971")
    open_order = read("Joined", "03/04/2024", "05/06/2024")

    joined = with_one_writer([born, open_order], Notation())[1]

    assert (joined.date_order, joined.is_order_decided) == ("mdy", True)


def test_dates_that_disagree_help_nobody():
    columns = [
        read("Born", "12/31/1980"),
        read("Left", "31/12/2023"),
        read("Joined", "03/04/2024"),
    ]

    assert not with_one_writer(columns, Notation())[2].is_order_decided


ODD = st.sampled_from(["", "n/a", "3a", "yes", "no", "a@x.example", "blue", "2024-03-01", "0", "1"])
PLAIN = st.integers(0, 99).map(str) | st.dates().map(lambda day: f"{day:%d/%m/%Y}")


@settings(deadline=None)
@given(
    st.lists(ODD | PLAIN, min_size=1, max_size=40).flatmap(
        lambda values: st.tuples(st.just(values), st.permutations(values))
    ),
    st.sampled_from(["Spend", "Gender", "Customer ID", "Joined", "Anything", "Note", "Town"]),
)
def test_the_order_of_rows_changes_no_kind_and_no_value(both, name):
    first, second = (read(name, *values) for values in both)

    assert (first.kind, first.date_order, first.n_empty, first.n_distinct) == (
        second.kind,
        second.date_order,
        second.n_empty,
        second.n_distinct,
    )
    assert dict(zip(first.texts.words, map(str, first.values), strict=True)) == dict(
        zip(second.texts.words, map(str, second.values), strict=True)
    )
    assert first.is_odd.sum() == second.is_odd.sum()
