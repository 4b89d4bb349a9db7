"""Etsy order items: one row per item, worth its quantity times its price less its discount."""

FILE = "etsy_order_items.csv"


def test_it_is_told_from_etsy_orders(sell):
    assert sell(FILE).checked.recognised == "etsy_order_items"


def test_items_are_added_up_to_the_cent(sell):
    sales = sell(FILE)

    assert sales.by_customer == {
        "annash": (2, 73.20),  # 2 x 16.00, 16.00 less 4.80, 30.00
        "Bob Birch, 33101": (2, 25.15),
    }
    assert sales.taken_out == {}
    assert sales.purchases.first.astype(str).tolist() == ["2026-09-05", "2026-09-06"]
