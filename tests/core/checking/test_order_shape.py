"""A table of order lines is told from a list of customers."""

from desktop_app.core.checking.checked import TableKind
from desktop_app.core.checking.columns import Role
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.intake.tables import RawTable


def kind_of(header, rows):
    return check_table(RawTable.from_rows(header, rows)).kind


def test_a_list_with_the_day_of_the_last_order_is_one_of_customers():
    header = ["Customer ID", "Name", "Email", "Spend", "Last order"]
    rows = [
        [f"C-{i}", f"Kunde {i}", f"k{i}@x.example", f"{i}.5", f"2025-03-{i % 28 + 1:02}"]
        for i in range(60)
    ]

    assert kind_of(header, rows) is TableKind.CUSTOMERS


def test_a_name_that_ends_in_a_number_is_no_order():
    header = ["Name", "Email", "Total", "Created"]
    rows = [[f"Ann {i}", f"a{i}@x.example", f"{i}.5", f"2025-03-{i + 1:02}"] for i in range(20)]

    assert kind_of(header, rows) is TableKind.CUSTOMERS


def test_the_numbers_below_name_are_orders_where_the_shop_writes_them_so():
    header = ["Name", "Email", "Financial Status", "Total", "Created at"]
    rows = [
        [f"#{1001 + i}", f"a{i}@x.example", "paid", f"{i}.5", f"2025-03-{i + 1:02}"]
        for i in range(20)
    ]

    assert kind_of(header, rows) is TableKind.ORDERS


def test_a_birthday_is_no_day_of_an_order():
    header = ["Customer ID", "Email", "Birthday", "Spend"]
    rows = [[f"C-{i}", f"a{i}@x.example", f"1980-03-{i + 1:02}", f"{i}.5"] for i in range(9)]

    assert kind_of(header, [*rows, *rows[:3]]) is TableKind.CUSTOMERS


def test_a_number_that_few_orders_have_is_not_the_number_of_the_order():
    header = ["Date", "Email", "Net", "Invoice Number", "Transaction ID"]
    rows = [
        [f"2025-03-{i + 1:02}", f"a{i % 9}@x.example", f"{i}.5", "W-7" if i < 3 else "", f"T{i}X"]
        for i in range(20)
    ]

    columns = check_table(RawTable.from_rows(header, rows)).columns

    assert [c.name for c in columns if c.role is Role.ORDER_ID] == ["Transaction ID"]


def test_the_name_of_a_price_is_no_customer():
    header = ["Date", "Thing", "Price Point Name", "Net Sales", "Receipt"]
    rows = [[f"2025-03-{i + 1:02}", "mug", "Regular", f"{i}.5", f"T{i}X"] for i in range(20)]

    assert kind_of(header, rows) is TableKind.CUSTOMERS
