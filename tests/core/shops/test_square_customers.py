"""The customer directory of Square."""

FILE = "square_customers.csv"


def test_it_is_recognised(check_shop):
    assert check_shop(FILE).recognised == "square_customers"


def test_each_row_is_a_customer_with_what_they_spent(build):
    table = build(FILE)

    assert (table.n_customers, table.customer_id) == (6, "Square Customer ID")
    assert table.money == "Lifetime Spend"
    assert round(table.frame["Lifetime Spend"].sum(), 2) == 1638.01
    assert table.frame["Transaction Count"].sum() == 13
