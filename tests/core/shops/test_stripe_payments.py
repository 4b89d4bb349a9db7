"""Stripe payments: only what was paid and captured counts, less what came back."""

FILE = "stripe_payments.csv"


def test_it_is_recognised(sell):
    assert sell(FILE).checked.recognised == "stripe_payments"


def test_payments_are_added_up_to_the_cent(sell):
    sales = sell(FILE)

    assert sales.by_customer == {
        "ann@example.org": (2, 63.45),  # one person with two customer numbers
        "bob@example.org": (1, 20.10),
        "cus_D1": (1, 8.00),
    }
    assert sales.taken_out == {"cancelled": 2, "pending": 2, "refunded": 2, "no_customer": 1}
    assert sales.purchases.summary.total == 91.55
