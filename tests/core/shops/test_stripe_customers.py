"""Stripe customers: known by what their ids begin with, for the shop chooses the columns."""

from desktop_app.core.checking.understanding import check_table
from desktop_app.core.intake.tables import RawTable

FILE = "stripe_customers.csv"


def test_it_is_recognised(check_shop):
    assert check_shop(FILE).recognised == "stripe_customers"


def test_ids_of_another_kind_are_of_another_system():
    raw = RawTable.from_rows(["id", "Email"], [["7", "ann@example.org"], ["8", "bob@example.org"]])

    assert check_table(raw).recognised is None


def test_each_row_is_a_customer_with_what_they_spent(build):
    table = build(FILE)

    assert (table.n_customers, table.customer_id, table.money) == (6, "id", "Total Spend")
    assert round(table.frame["Total Spend"].sum(), 2) == 1638.01
