"""Shopify orders: one row per item, totals and names only in the first row of an order."""

import csv
from decimal import Decimal

from desktop_app.core.checking.columns import ColumnChoice, Role
from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.orders.adding_up import sum_up_orders
from desktop_app.core.intake.tables import RawTable
from tests.core.shops.conftest import SHOPS

FILE = "shopify_orders.csv"


def test_it_is_recognised(sell):
    assert sell(FILE).checked.recognised == "shopify_orders"


def test_orders_are_added_up_to_the_cent(sell):
    assert sell(FILE).by_customer == {
        "ann@example.org": (2, 63.45),  # 43.50, and 30.00 of which 10.05 came back
        "bob@example.org": (2, 20.10),  # 20.10, and 15.00 that all came back
        "dan@example.org": (1, 1234.56),
        "+4930123456": (1, 5.55),  # no e-mail: by phone
        "Eve O'Neil, 01930": (1, 9.90),  # no phone either: by name and zip code
    }


def test_what_does_not_count_is_counted_by_lines(sell):
    assert sell(FILE).taken_out == {
        "cancelled": 3,  # #1004 is voided and has two lines, #1006 was cancelled
        "pending": 2,  # #1008 has two lines
        "refunded": 2,
        "no_customer": 1,  # #1007, at the till
        "zero_amount": 1,
    }


def test_the_totals_are_those_of_the_file(sell):
    total = Decimal(0)
    with (SHOPS / FILE).open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            is_known = row["Email"] or row["Phone"] or row["Billing Name"]
            is_paid = row["Financial Status"] in ("paid", "refunded", "partially_refunded")
            if is_known and is_paid and not row["Cancelled at"]:
                total += Decimal(row["Total"]) - Decimal(row["Refunded Amount"])

    summary = sell(FILE).purchases.summary

    assert Decimal(str(summary.total)) == total
    assert (summary.n_lines, summary.n_orders, summary.n_customers) == (17, 7, 5)


def test_lines_without_a_date_of_their_own_go_with_their_order(sell):
    early = sell(FILE, as_of="2025-01-31")

    assert early.by_customer == {"ann@example.org": (1, 43.5), "bob@example.org": (1, 20.1)}
    assert early.taken_out == {
        "cancelled": 3,
        "pending": 2,
        "no_customer": 1,
        "after_as_of": 8,
    }


def test_what_the_user_says_overrules_what_is_known(sell):
    by_name = sell(FILE, [ColumnChoice("Billing Name", role=Role.ID)])
    by_price = sell(FILE, amount="Lineitem price")

    assert set(by_name.by_customer) == {"Ann Ash", "Eve O'Neil"}
    assert by_price.by_customer["bob@example.org"] == (2, 9.0)  # 12.00 twice, 15.00 came back


def test_money_has_the_sign_of_the_currency_that_is_named(build):
    assert build(FILE).column("Total spent").sign == "€"


def test_an_order_exported_at_two_times_counts_once(check_shop):
    raw = check_shop(FILE).raw
    status = raw.header.index("Fulfillment Status")
    later = [(*row[:status], "fulfilled", *row[status + 1 :]) for row in raw.rows]

    both = RawTable.from_rows(raw.header, [*raw.rows, *later])

    assert sum_up_orders(mend(check_table(both), ())).summary.total == 1333.56
