"""Square items: two equal lines are two coffees."""

from desktop_app.core.checking.answers import Answer
from desktop_app.core.checking.mending import mend
from desktop_app.core.customers.orders.adding_up import sum_up_orders

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


def test_equal_lines_count_once_if_the_user_says_so(check_shop):
    once = mend(check_shop(FILE), [Answer("duplicate_rows", None, "keep_one")])

    assert sum_up_orders(once).money.tolist() == [9.0, 9.0]
