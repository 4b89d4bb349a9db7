"""Gumroad sales: yes and no are 1 and 0, and the last row holds the totals."""

FILE = "gumroad_sales.csv"


def test_it_is_recognised(sell):
    assert sell(FILE).checked.recognised == "gumroad_sales"


def test_sales_are_added_up_to_the_cent(sell):
    sales = sell(FILE)

    assert sales.by_customer == {
        "ann@example.org": (2, 63.45),
        "bob@example.org": (1, 20.10),
        "cat@example.org": (1, 8.00),  # was disputed, and the shop won
    }
    assert sales.taken_out == {"no_sale": 1, "refunded": 3, "zero_amount": 1}
    assert sales.purchases.summary.total == 91.55
