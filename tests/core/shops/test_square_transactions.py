"""Square transactions: most buyers at a till are nobody, refunds are rows of their own."""

FILE = "square_transactions.csv"


def test_it_is_recognised(sell):
    assert sell(FILE).checked.recognised == "square_transactions"


def test_transactions_are_added_up_to_the_cent(sell):
    sales = sell(FILE)

    assert sales.by_customer == {
        "C1AB": (2, 1063.45),  # 1,043.50 and 30.00, and (10.05) came back
        "C2CD": (1, 0.00),  # 20.10 and all of it came back; the tip is no sale
        "C3EF": (1, 5.05),
    }
    assert sales.taken_out == {
        "cancelled": 1,
        "refunded": 2,
        "no_customer": 2,
        "zero_amount": 1,
    }
    assert sales.purchases.summary.total == 1068.50
