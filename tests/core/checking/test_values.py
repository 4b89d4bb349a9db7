"""Text as numbers, and as yes or no."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.texts import Texts
from desktop_app.core.checking.values import (
    EXCEL_ERRORS,
    are_yes_no,
    decimal_sign,
    is_empty_word,
    money_sign,
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
        ("5,00- EUR".replace(",", "."), -5.0),
        ("£1,234.50-", -1234.5),
        ("1’234.50", 1234.5),
        ("1\u202f234.5", 1234.5),
        ("CHF 12.–", 12.0),
        ("'0012", 12.0),
        ("12 Euro", 12.0),
        ("kr. 5", 5.0),
        ("%5", 5.0),
        ("١٢٣", 123.0),
        ("１２．５", 12.5),
        ("\u200e-5", -5.0),
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
        ("1.299,- €", 1299.0),
        ("1'234,5", 1234.5),
        ("(1.234,50)", -1234.5),
    ],
)
def test_decimal_comma_is_read_as_number(text, value):
    assert number(text, ",") == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3a",
        "12 34",
        "1,2,3",
        "(5",
        "5)",
        "1.2.3",
        "inf",
        "nan",
        "0x1A",
        "--5",
        ".",
        "-(5)",
        "-5-",
        "5k",
    ],
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
    assert decimal_sign(words("1.234.567", "98.000"), ".") == ","  # two points part thousands


def test_enough_values_settle_the_decimal_sign():
    assert decimal_sign(words(*[f"{n},5" for n in range(6_000)]), ".") == ","


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


FORMS = {  # thousands sign, decimal sign, before, after
    "English pounds": (",", ".", "£", ""),
    "US accounts": (",", ".", "$", ""),
    "German": (".", ",", "", " €"),
    "Swiss": ("’", ".", "CHF ", ""),
    "Swiss typed": ("'", ".", "Fr. ", ""),
    "French": ("\u202f", ",", "", "\u00a0€"),
    "Swedish": (" ", ",", "", " kr"),
    "Dutch": (".", ",", "€ ", ""),
    "Brazilian": (".", ",", "R$ ", ""),
    "Japanese": (",", ".", "￥", ""),
    "plain": ("", ".", "", ""),
}


def written(value, form, minus):
    thousands, decimal, before, after = FORMS[form]
    digits = f"{abs(value):,.2f}".translate(str.maketrans({",": thousands, ".": decimal}))
    text = f"{before}{digits}{after}"
    return text if value >= 0 else minus.format(text)


@given(
    st.lists(st.integers(-(10**12), 10**12).map(lambda cents: cents / 100), min_size=1, max_size=9),
    st.sampled_from(sorted(FORMS)),
    st.sampled_from(["-{}", "−{}", "{}-", "({})"]),
)
def test_a_column_in_the_form_of_any_country_reads_back_exactly(values, form, minus):
    texts = words(*(written(value, form, minus) for value in values))

    assert read_numbers(texts, FORMS[form][1]).values.tolist() == values


def test_one_currency_may_be_written_as_a_sign_or_as_letters():
    assert read_numbers(words("€5", "6 EUR", "7 Euro")).signs == (("€", 3),)
    assert money_sign("US$ 5") == "$"
    assert money_sign("5 %") == money_sign("five") == ""


def test_the_messages_of_other_peoples_excel_are_known():
    texts = Texts.of(pd.Series(["#WERT!", "#VALEUR!", "#¡VALOR!", "#N/B", "#####", "##"]))

    assert texts.are_among(EXCEL_ERRORS).tolist() == [
        True,
        True,
        True,
        True,
        True,
        False,
    ]


def test_words_that_stand_for_nothing():
    empty = is_empty_word(words("", "N/A", "-", "#DIV/0!", "none", "0", "nobody at all"))

    assert empty.tolist() == [True, True, True, True, True, False, False]


def test_formulas_without_a_result_are_told_from_other_empty_words():
    texts = Texts.of(pd.Series(["#N/A", "#div/0!", "n/a", "#1001"]))

    assert texts.are_among(EXCEL_ERRORS).tolist() == [
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
