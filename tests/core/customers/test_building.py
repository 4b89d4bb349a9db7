"""A checked table becomes one row per customer."""

import pytest

from desktop_app.core.checking.columns import Role
from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.building import build_customers
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.errors import BadValue, ColumnMissing
from desktop_app.core.intake.tables import RawTable


def build(header, rows, **choice):
    mended = mend(check_table(RawTable.from_rows(header, rows)), ())
    return build_customers(mended, CustomerChoice(**choice))


LIST = ["Customer ID", "Age", "Income", "Total spent"]
LIST_ROWS = [["007", "31", "900", "12.50"], ["008", "44", "950", "7"], ["009", "27", "800", ""]]

LINES = ["Email", "Date", "Amount"]
LINE_ROWS = [
    ["ann@a.example", "2024-01-05", "20"],
    ["bob@b.example", "2024-01-06", "5"],
    ["ann@a.example", "2024-02-01", "7"],
]


def test_rows_of_a_list_are_customers_as_they_are():
    table = build(LIST, LIST_ROWS)

    assert table.n_customers == 3
    assert table.original.to_numpy().tolist() == LIST_ROWS
    assert list(table.original.columns) == LIST
    assert table.orders is None


def test_the_export_keeps_the_files_own_header_even_twice_the_same():
    table = build(["Id", "Note", "Note"], [["1", "a", "b"], ["2", "c", "d"]])

    assert list(table.original.columns) == ["Id", "Note", "Note"]
    assert [c.name for c in table.columns] == ["Id", "Note", "Note (2)"]


def test_an_income_is_not_money_spent():
    assert build(LIST, LIST_ROWS).money == "Total spent"
    assert build(LIST[:3], [row[:3] for row in LIST_ROWS]).money is None


@pytest.mark.parametrize(
    "header", ["Spending Score (1-100)", "Total orders", "Average spend", "Last order amount"]
)
def test_what_is_no_total_is_not_money_spent(header):
    assert build(["Id", header], [["a1", "5"], ["a2", "7"]]).money is None


def test_the_number_names_the_customer_before_the_address():
    header = ["Email", "Name", "Member no"]
    rows = [["a@a.example", "Ann Lee", "m1"], ["b@b.example", "Bob Ray", "m2"]]

    assert build(header, rows).customer_id == "Member no"
    assert build(header[:2], [row[:2] for row in rows]).customer_id == "Email"
    assert build(header[1:2], [row[1:2] for row in rows]).customer_id == "Name"
    assert build(["Age"], [["5"], ["6"]]).customer_id is None


def test_a_number_that_is_not_unique_gives_way_to_an_address_that_is():
    rows = [["m1", "a@a.example"], ["m1", "b@b.example"], ["m2", "c@c.example"]]

    assert build(["Member no", "Email"], rows).customer_id == "Email"


def test_the_users_own_column_names_the_customer():
    assert build(LIST, LIST_ROWS, customer_id="Age").customer_id == "Age"


def test_an_unknown_column_is_answered_with_those_there_are():
    with pytest.raises(ColumnMissing) as told:
        build(LIST, LIST_ROWS, customer_id="Nope")

    assert told.value.details["columns"] == tuple(LIST)


def test_order_lines_become_customers():
    table = build(LINES, LINE_ROWS)

    assert table.frame["Email"].tolist() == ["ann@a.example", "bob@b.example"]
    assert table.frame["Total spent"].tolist() == [27.0, 5.0]
    assert (table.customer_id, table.money) == ("Email", "Total spent")
    ann = ["ann@a.example", "1", "2", "27.00", "13.50", "28", "27", "Needs attention", "R3 F3 M3"]
    assert table.original.iloc[0].tolist() == ann


def test_order_lines_can_be_kept_as_they_are():
    table = build(LINES, LINE_ROWS, table="customers")

    assert table.n_customers == 3
    assert table.orders is None
    assert table.column("Amount").role is Role.FEATURE
    assert table.column("Date").role is Role.DESCRIBE


def test_a_list_can_be_taken_for_orders():
    rows = [["c1", "2024-01-05", "20"], ["c2", "2024-01-06", "5"]]
    header = ["Customer ID", "Last visit", "Spend"]

    assert build(header, rows).orders is None
    assert build(header, rows, table="orders").orders.n_orders == 2


def test_another_kind_of_table_is_not_known():
    with pytest.raises(BadValue):
        build(LIST, LIST_ROWS, table="shops")


SHOPIFY = ["Name", "Email", "Created at", "Total", "Lineitem name", "Billing Name", "Billing Zip"]
BY_EMAIL = ["#1", "ann@a.example", "2024-01-05 10:00:00 +0100", "10", "cup", "Ann Ash", "1011"]
BY_NAME = ["#2", "", "2024-01-06 10:00:00 +0100", "5", "cup", "Bob Birch", "1012"]


def test_where_some_are_known_by_name_only_the_column_is_not_called_email():
    table = build(SHOPIFY, [BY_EMAIL, BY_NAME])

    assert table.customer_id == table.columns[0].name == table.original.columns[0] == "Customer"
    assert sorted(table.frame["Customer"]) == ["Bob Birch, 1012", "ann@a.example"]
    assert "Email" not in table.frame


def test_who_is_also_known_by_the_first_column_leaves_its_name():
    also = [*BY_NAME[:1], "bob@b.example", *BY_NAME[2:]]

    assert build(SHOPIFY, [BY_EMAIL, also]).customer_id == "Email"


def test_who_does_not_count_says_nothing_about_the_name_of_the_column():
    cancelled = dict(zip(SHOPIFY, BY_NAME)) | {"Cancelled at": "2024-01-06 10:00:00 +0100"}
    known = dict(zip(SHOPIFY, BY_EMAIL)) | {"Cancelled at": ""}
    rows = [list(known.values()), list(cancelled.values())]

    assert build(list(known), rows).customer_id == "Email"
