"""Customers of Lightspeed X-Series, which come a thousand to a file."""

import csv

from desktop_app.core.checking.understanding import check_table
from desktop_app.core.intake.reading import read_tables
from tests.core.shops.conftest import SHOPS

FILE = "lightspeed_x_customers.csv"


def test_it_is_recognised(check_shop):
    assert check_shop(FILE).recognised == "lightspeed_x_customers"


def test_each_row_is_a_customer(build):
    table = build(FILE)

    features = [column.name for column in table.columns if column.role.value == "feature"]
    assert (table.n_customers, table.customer_id) == (6, "customer_code")
    assert features == ["balance", "year_to_date", "loyalty_balance"]


def test_several_files_are_one_list(tmp_path):
    with (SHOPS / FILE).open(newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    for name, part in (("a.csv", rows[:3]), ("b.csv", rows[3:])):
        with (tmp_path / name).open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header, *part])

    checked = check_table(read_tables([tmp_path / "a.csv", tmp_path / "b.csv"]))

    assert (checked.recognised, checked.n_rows) == ("lightspeed_x_customers", 6)
