"""Squarespace orders: like those of Shopify, by another order number and another refund."""

FILE = "squarespace_orders.csv"


def test_it_is_told_from_shopify(sell):
    assert sell(FILE).checked.recognised == "squarespace_orders"


def test_orders_are_added_up_to_the_cent(sell):
    sales = sell(FILE)

    assert sales.by_customer == {
        "ann@example.org": (2, 63.45),
        "bob@example.org": (2, 20.10),
        "cat@example.org": (1, 8.00),
    }
    assert sales.taken_out == {"cancelled": 2, "pending": 1, "refunded": 2}
    assert sales.purchases.summary.total == 91.55
