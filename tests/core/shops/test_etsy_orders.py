"""Etsy orders: no e-mail, the month first, and a total with taxes that are not the shop's."""

from desktop_app.core.checking.columns import ColumnChoice, Kind

FILE = "etsy_orders.csv"


def test_it_is_recognised(sell):
    assert sell(FILE).checked.recognised == "etsy_orders"


def test_orders_are_added_up_by_buyer_else_by_name_and_zip_code(sell):
    sales = sell(FILE)

    assert sales.by_customer == {
        "annash": (2, 73.20),  # 48.00 less 4.80, and 30.00 under another name
        "Bob Birch, 33101": (2, 25.15),
        "Bob Birch, 98101": (1, 7.00),
    }
    assert sales.taken_out == {"cancelled": 1, "zero_amount": 1}
    assert sales.purchases.summary.total == 105.35


def test_dates_are_read_month_first_though_nothing_proves_it(sell):
    assert sell(FILE).purchases.first.astype(str).tolist() == [
        "2026-09-05",
        "2026-09-06",
        "2026-10-03",
    ]


def test_the_user_may_say_that_the_day_comes_first(check_shop):
    choice = ColumnChoice("Sale Date", kind=Kind.DATE, date_order="dmy")

    assert check_shop(FILE, (choice,)).column("Sale Date").date_order == "dmy"
