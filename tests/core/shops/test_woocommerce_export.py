"""The export plugin of WooCommerce: e-mail, else the account, else name and postcode."""

FILE = "woocommerce_export.csv"


def test_it_is_recognised(sell):
    assert sell(FILE).checked.recognised == "woocommerce_export"


def test_orders_are_added_up_to_the_cent(sell):
    sales = sell(FILE)

    assert sales.by_customer == {
        "ann@example.org": (2, 73.50),
        "bob@example.org": (1, 20.10),
        "cat@example.org": (1, 11.11),  # no e-mail, but the number that another order has with it
        "Eve, O'Neil, 01930": (2, 11.10),  # a guest without an e-mail, twice
    }
    assert sales.taken_out == {
        "cancelled": 1,
        "pending": 1,
        "refunded": 1,
        "no_customer": 1,
        "zero_amount": 1,
    }
    assert sales.purchases.summary.total == 115.81
