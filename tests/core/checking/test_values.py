"""Text as numbers, and as yes or no."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.values import (
    are_yes_no,
    decimal_sign,
    is_empty_word,
    is_excel_error,
    read_numbers,
)


def words(*texts):
    return np.array(texts, dtype=object)


def number(text, decimal="."):
    return read_numbers(words(text), decimal).values[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12.0),
        ("-3.5", -3.5),
        ("+7", 7.0),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("1,234", 1234.0),
        ("1,234.50", 1234.5),
        ("1 234.50", 1234.5),
        ("1\u00a0234", 1234.0),
        ("1'234.50", 1234.5),
        ("1,23,456", 123456.0),
        ("$1,234.50", 1234.5),
        ("-$5", -5.0),
        ("$-5", -5.0),
        ("USD 12", 12.0),
        ("12 kr", 12.0),
        ("R$ 5", 5.0),
        ("5%", 5.0),
        ("5 %", 5.0),
        ("'123", 123.0),
        ("(3.5)", -3.5),
        ("($3.50)", -3.5),
        ("5-", -5.0),
        ("−5", -5.0),
    ],
)
def test_text_is_read_as_a_number(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,5", 12.5),
        ("1.234,50", 1234.5),
        ("1.234", 1234.0),
        ("116,99 €", 116.99),
        ("€ 1 234,5", 1234.5),
        ("7", 7.0),
    ],
)
def test_decimal_comma_is_read_as_number(text, value):
    assert number(text, ",") == value


@pytest.mark.parametrize(
    "text", ["", "3a", "12 34", "1,2,3", "(5", "5)", "1.2.3", "inf", "nan", "0x1A", "--5", "."]
)
def test_what_is_no_number_stays_none(text):
    assert np.isnan(number(text))


@given(st.floats(-1e9, 1e9).map(lambda value: round(value, 2)))
def test_a_number_survives_being_written_with_thousands_and_a_sign(value):
    english = f"${value:,.2f}"
    german = f"{value:,.2f} €".translate(str.maketrans(".,", ",."))

    assert number(english) == value
    assert number(german, ",") == value


def test_the_values_settle_the_decimal_sign_against_the_files():
    assert decimal_sign(words("1.234,50", "7"), ".") == ","
    assert decimal_sign(words("12,5"), ".") == ","
    assert decimal_sign(words("12.5", "3"), ",") == "."
    assert decimal_sign(words("1.234.567"), ".") == "."  # no comma: nothing to weigh


def test_one_thousand_alone_follows_the_file():
    assert decimal_sign(words("1,234"), ".") == "."
    assert decimal_sign(words("1,234"), ",") == ","


def test_currency_signs_are_counted_and_the_commonest_is_the_sign():
    numbers = read_numbers(words("€5", "€6", "$7", "8"))

    assert numbers.sign == "€"
    assert numbers.signs == (("€", 2), ("$", 1))


def test_percent_is_noticed_and_is_no_currency():
    numbers = read_numbers(words("5%", "6%"))

    assert numbers.is_percent
    assert numbers.sign == ""


def test_words_that_stand_for_nothing():
    empty = is_empty_word(words("", "N/A", "-", "#DIV/0!", "none", "0", "nobody at all"))

    assert empty.tolist() == [True, True, True, True, True, False, False]


def test_formulas_without_a_result_are_told_from_other_empty_words():
    assert is_excel_error(words("#N/A", "#div/0!", "n/a", "#1001")).tolist() == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("Yes", "No"), True),
        (("true", "false"), True),
        (("ja", "nein"), True),
        (("J", "N"), True),
        (("tak", "nie"), True),
        (("yes",), True),
        (("yes", "y"), False),
        (("yes", "maybe"), False),
        (("m", "f"), False),
        ((), False),
    ],
)
def test_ways_to_say_yes_and_no(said, expected):
    assert are_yes_no(words(*said)) is expected


@pytest.mark.parametrize(
    "text", ["1e999", "-1e999", "0.38e308", "-1e101", "9" * 400, "$" + "9" * 400]
)
def test_what_no_arithmetic_can_hold_is_no_number(text):
    assert np.isnan(number(text))


def test_a_decimal_sign_that_was_told_is_not_questioned():
    written = words("0,25", "1,234", "8.5")

    told = read_numbers(written, ".", is_told=True)

    np.testing.assert_array_equal(told.values, [np.nan, 1234.0, 8.5])
