"""Square items: two equal lines are two coffees."""

FILE = "square_items.csv"


def test_it_is_recognised(sell):
    assert sell(FILE).checked.recognised == "square_items"


def test_items_are_added_up_to_the_cent(sell):
    sales = sell(FILE)

    assert sales.by_customer == {
        "C1AB": (2, 13.50),  # 4.50 twice, 3.05 less what came back, 4.50
        "C2CD": (1, 9.00),
    }
    assert sales.taken_out == {"refunded": 1, "no_customer": 1, "zero_amount": 1}
    assert sales.purchases.summary.total == 22.50
