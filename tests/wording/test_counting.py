"""What counts of a file of orders, as sums that agree to the cent."""

import pytest

from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.core.customers.table import (
    REASONS,
    REVERSIBLE,
    CurrencyLines,
    OrdersSummary,
    RuleEffect,
)
from desktop_app.wording import counting as words
from desktop_app.wording.numbers import Formats


def summary(*effects, total=0.0, file_total=None, **more):
    if file_total is None:
        file_total = total + sum(e.amount for e in effects if not e.is_counted)
    return OrdersSummary(
        4120, 1873, 912, total=total, file_total=file_total, effects=effects, **more
    )


def lines_of(ledger):
    return [(line.words, line.money) for line in (ledger.first, *ledger.reasons, ledger.last)]


def test_a_ledger_goes_from_all_lines_to_what_is_counted():
    orders = summary(
        RuleEffect("cancelled", 14, 420.0), RuleEffect("no_customer", 3, 700.5), total=83_000.0
    )

    ledger = words.ledger_of(orders, "€", Formats.for_locale("de_DE"))

    assert lines_of(ledger) == [
        ("All 4.120 lines in the file", "84.120,50\xa0€"),
        ("14 lines of cancelled orders do not count.", "−420,00\xa0€"),
        ("3 lines do not say who bought and do not count.", "−700,50\xa0€"),
        ("Counted for 912 customers, 1.873 orders", "83.000,00\xa0€"),
    ]
    assert ledger.gap == ""


def test_lines_that_the_user_lets_count_take_nothing_away():
    orders = summary(RuleEffect("pending", 2, 30.0, is_counted=True), total=130.0)

    ledger = words.ledger_of(orders, "$", Formats())

    (pending,) = ledger.reasons
    assert (pending.words, pending.money) == (
        "2 lines are not paid yet and count all the same.",
        "",
    )
    assert pending.is_open
    assert pending.is_counted
    assert (ledger.first.money, ledger.last.money) == ("$130.00", "$130.00")
    assert ledger.gap == ""


@pytest.mark.parametrize("amount", [0.01, -0.01, 0.0001, 250.0])
def test_sums_that_do_not_agree_are_never_hidden(amount):
    orders = summary(RuleEffect("cancelled", 1, 10.0), total=90.0, file_total=100.0 + amount)

    gap = words.ledger_of(orders, "€", Formats()).gap

    assert Formats().money(abs(amount), "€", 4 if abs(amount) < 0.01 else 2) in gap
    assert "not of your file" in gap


def test_fractions_of_a_cent_are_written_in_full_everywhere():
    orders = summary(RuleEffect("cancelled", 1, 0.125), total=10.0)

    assert [money for _words, money in lines_of(words.ledger_of(orders, "", Formats()))] == [
        "10.125",
        "−0.125",
        "10.000",
    ]


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_can_be_switched_or_says_what_can_be_done(reason):
    orders = summary(RuleEffect(reason, 5, 1.0), total=10.0)

    (line,) = words.ledger_of(orders, "€", Formats()).reasons

    assert line.is_open == (reason in REVERSIBLE)
    assert bool(line.advice) != line.is_open


@pytest.mark.parametrize("reason", sorted(REVERSIBLE))
def test_every_switch_is_worded(reason):
    counted = summary(RuleEffect(reason, 1200, 1.0, is_counted=True), total=10.0)

    (line,) = words.ledger_of(counted, "€", Formats()).reasons
    without, with_it = words.switch_words(reason)

    assert "1,200 lines" in line.words
    assert without != with_it
    labels = {words.switch_label(reason, is_counted=counted) for counted in (True, False)}
    assert len(labels) == 2


def test_several_currencies_are_told_and_only_one_is_added_up():
    currencies = (CurrencyLines("EUR", 1, 80.0), CurrencyLines("USD", 300, 5.0))
    orders = summary(
        RuleEffect("other_currency", 300, 0.0), total=80.0, currencies=currencies, currency="EUR"
    )

    ledger = words.ledger_of(orders, words.sign_of(orders, "$"), Formats())

    assert words.currencies_sentence(currencies, Formats()) == (
        "The file holds 1 line in EUR and 300 in USD. They are not added up."
    )
    assert lines_of(ledger) == [
        ("The 1 line in EUR", "€80.00"),
        ("Counted for 912 customers, 1,873 orders", "€80.00"),
    ]


def test_three_currencies_are_told_in_one_sentence():
    currencies = tuple(CurrencyLines(c, 2, 1.0) for c in ("EUR", "USD", "GBP"))

    assert words.currencies_sentence(currencies, Formats()) == (
        "The file holds 2 lines in EUR, 2 in USD and 2 in GBP. They are not added up."
    )
    assert words.currencies_sentence(currencies[:1], Formats()) == ""


@pytest.mark.parametrize(
    ("currency", "column_sign", "expected"),
    [("", "£", "£"), ("eur", "$", "€"), ("XYZ", "$", "XYZ"), ("", "", "")],
)
def test_amounts_bear_the_sign_of_the_currency_that_counts(currency, column_sign, expected):
    assert words.sign_of(summary(currency=currency), column_sign) == expected


def test_the_days_of_the_orders_are_told():
    one = summary(first_day="2024-03-01", last_day="2024-03-01")
    more = summary(first_day="2024-03-01", last_day="2025-02-11")

    assert words.span_sentence(one, Formats()) == "All orders that count are of 1 March 2024."
    assert words.span_sentence(more, Formats()) == (
        "The orders that count go from 1 March 2024 to 11 February 2025."
    )
    assert words.span_sentence(summary(), Formats()) == ""


def test_the_columns_behind_an_order_are_named():
    parts = OrderColumns(customer="Email", date="Created at", price="Price")

    assert words.parts_sentence(parts) == (
        "Columns that are used – who bought: “Email”; when: “Created at”; how much: “Price”."
    )


def test_how_far_to_look_back_is_named():
    assert words.look_back_words(None) == "everything"
    assert words.look_back_words(12) == "12 months"
