"""Stripe payments: only what was paid and captured counts, less what came back."""

import csv

import pytest

from desktop_app.core.checking.columns import ColumnChoice, Role
from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.orders.adding_up import sum_up_orders
from desktop_app.core.intake.tables import RawTable
from tests.core.shops.conftest import SHOPS

FILE = "stripe_payments.csv"


def test_it_is_recognised(sell):
    assert sell(FILE).checked.recognised == "stripe_payments"


def test_payments_are_added_up_to_the_cent(sell):
    sales = sell(FILE)

    assert sales.by_customer == {
        "ann@example.org": (2, 63.45),  # one person with two customer numbers
        "bob@example.org": (1, 20.10),
        "cus_D1": (1, 8.00),
    }
    assert sales.taken_out == {"cancelled": 2, "pending": 2, "refunded": 2, "no_customer": 1}
    assert sales.purchases.summary.total == 91.55


@pytest.mark.parametrize("choices", [(), (ColumnChoice("Converted Amount", Role.AMOUNT),)])
def test_a_converted_amount_goes_with_its_own_currency_and_refund(choices):
    with (SHOPS / FILE).open(newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    foreign = dict(zip(header, rows[2], strict=True))
    foreign |= {"Amount": "300.00", "Amount Refunded": "100.50", "Currency": "sek"}
    rows[2] = list(foreign.values())
    checked = check_table(RawTable.from_rows(header, rows), choices)

    summary = sum_up_orders(mend(checked, ()), CustomerChoice(amount="Converted Amount")).summary

    assert (summary.total, summary.currency, len(summary.currencies)) == (91.55, "eur", 1)
