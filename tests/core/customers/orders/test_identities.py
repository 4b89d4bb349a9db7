"""One customer who is known in two ways is one customer, and a day is the shop's own."""

from itertools import permutations

import pytest

from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.orders.adding_up import sum_up_orders
from desktop_app.core.intake.tables import RawTable

HEADER = ["Name", "Email", "Phone", "Created at", "Total", "Lineitem name", "Billing Name"]
BOTH = ["#1", "Ann@a.example", "+4930111", "2024-01-05 10:00:00 +0100", "10", "cup", "Ann Ash"]
BY_PHONE = ["#2", "", "'+4930111", "2024-02-05 10:00:00 +0100", "5", "cup", "Ann Ash"]
BY_NAME = ["#3", "", "", "2024-03-05 10:00:00 +0100", "2", "cup", "Ann Ash"]
OTHER = ["#4", "bob@b.example", "+4930111", "2024-04-05 10:00:00 +0200", "1", "cup", "Bob Birch"]


def sum_up(rows):
    return sum_up_orders(mend(check_table(RawTable.from_rows(HEADER, rows)), ()))


def by_customer(rows):
    purchases = sum_up(rows)
    return dict(zip(purchases.customers, purchases.money.tolist(), strict=True))


def test_who_gives_the_e_mail_once_and_then_the_phone_is_one_customer():
    expected = {"ann@a.example": 15.0, "Ann Ash": 2.0}  # two people can have one name

    assert all(by_customer(rows) == expected for rows in permutations([BOTH, BY_PHONE, BY_NAME]))


def test_a_phone_that_two_share_is_neither_of_them():
    expected = {"ann@a.example": 10.0, "bob@b.example": 1.0, "+4930111": 5.0}

    assert all(by_customer(rows) == expected for rows in permutations([BOTH, BY_PHONE, OTHER]))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-10-02 23:30:00 -0300", "2025-10-02"),
        ("2025-10-03 00:10:00 +0200", "2025-10-03"),
        ("2025-10-02T23:30:00Z", "2025-10-02"),
        ("2025-10-02T00:30:00+02:00", "2025-10-02"),
        ("2025-10-02 23:59:59 UTC", "2025-10-02"),
    ],
)
def test_the_day_of_an_order_is_the_day_as_the_shop_wrote_it(written, day):
    winter = [*BOTH[:3], "2025-01-31 23:30:00 -0800", *BOTH[4:]]

    summary = sum_up([winter, [*OTHER[:3], written, *OTHER[4:]]]).summary

    assert (summary.first_day, summary.last_day) == ("2025-01-31", day)
