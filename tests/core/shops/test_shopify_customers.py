"""Shopify customers, as they are exported now and as they were."""

import pytest

FILES = ["shopify_customers.csv", "shopify_customers_older.csv"]


@pytest.mark.parametrize("file", FILES)
def test_both_ages_are_recognised(check_shop, file):
    assert check_shop(file).recognised == "shopify_customers"


@pytest.mark.parametrize(
    ("file", "identity", "n"), [(FILES[0], "Customer ID", 6), (FILES[1], "Email", 5)]
)
def test_each_row_is_a_customer_with_what_they_spent(build, file, identity, n):
    table = build(file)

    assert (table.n_customers, table.customer_id, table.money) == (n, identity, "Total Spent")
    assert table.frame["Total Orders"].sum() == 13 - (n == 5)
    assert round(table.frame["Total Spent"].sum(), 2) == (1638.01 if n == 6 else 1628.11)
    assert table.column("Accepts Email Marketing").role.value == "consent"
