"""WooCommerce analytics: customers by name only, refunds in rows of their own, any language."""

import pytest

FILES = ["woocommerce_orders.csv"] + [
    f"woocommerce_orders_{language}.csv" for language in ("german", "french", "spanish", "dutch")
]


@pytest.mark.parametrize("file", FILES)
def test_it_is_recognised_in_any_language(check_shop, file):
    assert check_shop(file).recognised == "woocommerce_orders"


@pytest.mark.parametrize("file", FILES)
def test_orders_are_added_up_to_the_cent(sell, file):
    sales = sell(file)

    assert sales.by_customer == {
        "Ann Ash": (2, 60.45),  # 40.50 net, and 30.00 of which 10.05 came back
        "Bob Birch": (1, 20.10),
        "Dan Dale": (1, 12.00),  # waits for a bank transfer
    }
    assert sales.taken_out == {"cancelled": 2, "pending": 1, "refunded": 3, "no_customer": 1}
    assert sales.purchases.summary.total == 92.55
