"""PayPal activity: sales among withdrawals, conversions, holds and what the shop itself bought."""

FILE = "paypal_activity.csv"


def test_it_is_recognised(sell):
    assert sell(FILE).checked.recognised == "paypal_activity"


def test_payments_are_added_up_to_the_cent(sell):
    sales = sell(FILE)

    assert sales.by_customer == {
        "ann@example.org": (2, 1063.45),  # 1,043.50, and 30.00 of which 10.05 came back
        "bob@example.org": (1, 20.10),  # 15.00 came back as a whole
        "cat@example.org": (1, 8.05),
    }
    assert sales.taken_out == {"pending": 1, "no_sale": 4, "refunded": 3}
    assert sales.purchases.summary.total == 1091.60
