"""Money in several currencies is never added up: one of them counts, and the others are told."""

from collections import Counter, defaultdict
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.building import build_customers
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.orders.adding_up import sum_up_orders
from desktop_app.core.customers.table import CurrencyLines
from desktop_app.core.errors import BadValue
from desktop_app.core.intake.tables import RawTable

HEADER = ["Order ID", "Email", "Date", "Amount", "Currency", "Status"]
ROWS = [
    ["o1", "ann@a.example", "2024-01-05", "20.10", "EUR", "paid"],
    ["o2", "bob@b.example", "2024-01-06", "5.00", "eur", "paid"],
    ["o3", "ann@a.example", "2024-01-07", "7.00", "USD", "paid"],
    ["o4", "eve@e.example", "2024-01-08", "9.00", "USD", "cancelled"],
    ["o1", "", "", "1.00", "", ""],
    ["o5", "bob@b.example", "2024-01-09", "2.00", "", "paid"],
    ["o6", "bob@b.example", "2024-01-09", "3.00", "EUR", "cancelled"],
]


def mended(rows, header=HEADER):
    return mend(check_table(RawTable.from_rows(header, rows)), ())


def sum_up(rows, header=HEADER, **choice):
    return sum_up_orders(mended(rows, header), CustomerChoice(table="orders", **choice))


def by_customer(purchases):
    return dict(zip(purchases.customers, purchases.money.tolist(), strict=True))


@pytest.mark.parametrize(
    "name", ["Currency", "Währung", "Devise", "Moneda", "Valuta", "currency_code"]
)
def test_the_currency_of_most_lines_counts(name):
    header = [name if column == "Currency" else column for column in HEADER]

    purchases = sum_up(ROWS, header)

    summary = purchases.summary
    assert by_customer(purchases) == {"ann@a.example": 21.1, "bob@b.example": 7.0}
    assert summary.currencies == (CurrencyLines("EUR", 5, 31.1), CurrencyLines("USD", 2, 16.0))
    assert (summary.currency, summary.file_total, summary.total) == ("EUR", 31.1, 28.1)
    assert (summary.taken_out["other_currency"], summary.taken_out["cancelled"]) == (2, 1)
    assert [effect.amount for effect in summary.effects] == [0.0, 3.0]


@pytest.mark.parametrize("currency", ["USD", "usd", "$"])
def test_the_user_can_choose_the_currency(currency):
    purchases = sum_up(ROWS, currency=currency)

    assert by_customer(purchases) == {"ann@a.example": 7.0, "bob@b.example": 2.0}
    assert purchases.summary.currency == "USD"


@pytest.mark.parametrize("rows", [ROWS, ROWS[:2]])
def test_a_currency_that_the_file_does_not_have_cannot_count(rows):
    with pytest.raises(BadValue) as told:
        sum_up(rows, currency="CHF")

    assert told.value.details == {"what": "currency", "value": "CHF"}


def test_signs_at_the_amounts_tell_the_currency():
    amounts = ["$ 12", "5 €", "7 EUR", "$3", "€ 1", "2"]
    rows = [[f"o{i}", "ann@a.example", "2024-01-05", amount] for i, amount in enumerate(amounts)]

    summary = sum_up(rows, HEADER[:4]).summary

    assert summary.currencies == (CurrencyLines("€", 4, 15.0), CurrencyLines("$", 2, 15.0))
    assert (summary.currency, summary.total) == ("€", 15.0)


def test_equally_many_lines_go_by_the_alphabet():
    rows = [
        [f"o{i}", "ann@a.example", "2024-01-05", "1", code] for i, code in enumerate(["USD", "EUR"])
    ]

    assert sum_up(rows, HEADER[:5]).summary.currency == "EUR"


def test_a_file_in_one_currency_says_which():
    summary = sum_up(ROWS[:2]).summary

    assert summary.currency == "EUR"
    assert summary.currencies == (CurrencyLines("EUR", 2, 25.1),)


def test_a_file_that_names_no_currency_has_none():
    summary = sum_up([row[:4] for row in ROWS[:4]], HEADER[:4]).summary

    assert (summary.currency, summary.currencies) == ("", ())


@pytest.mark.parametrize(("currency", "sign"), [(None, "€"), ("USD", "$")])
def test_money_has_the_sign_of_the_currency_that_counts(currency, sign):
    table = build_customers(mended(ROWS), CustomerChoice(table="orders", currency=currency))

    assert table.column("Total spent").sign == sign


SALES = st.tuples(
    st.sampled_from(["ann@a.example", "Bob@b.example", "eve@e.example"]),
    st.integers(-5_000, 90_000),
    st.sampled_from(["EUR", "USD", "CHF", ""]),
)


@settings(max_examples=20, deadline=None)
@given(st.lists(SALES, max_size=12), st.randoms(use_true_random=False))
def test_only_the_money_of_one_currency_is_added_up_however_the_lines_are_sorted(sales, random):
    sales = [*(("ann@a.example", 100, name) for name in ("EUR", "USD", "CHF")), *sales]
    rows = [
        [f"o{i}", who, "2024-01-05", f"{cents / 100:.2f}", currency]
        for i, (who, cents, currency) in enumerate(sales)
    ]
    n_lines = Counter(currency for *_, currency in sales if currency)
    counted = min(n_lines, key=lambda name: (-n_lines[name], name))
    money, paid = defaultdict(Decimal), defaultdict(bool)
    for who, cents, currency in sales:
        if currency in ("", counted):
            money[who.lower()] += Decimal(cents) / 100
            paid[who.lower()] |= cents > 0

    before = sum_up(rows, HEADER[:5])
    random.shuffle(rows)
    loud = sum_up([[row[0], row[1].upper(), *row[2:]] for row in rows], HEADER[:5])

    assert before.summary.currency == counted
    assert by_customer(before) == {who: float(money[who]) for who in money if paid[who]}
    assert (by_customer(loud), loud.summary) == (by_customer(before), before.summary)
