"""Files as shop systems write them, of people who do not exist."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from desktop_app.core.checking.checked import CheckedTable
from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.building import build_customers
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.orders.adding_up import Purchases, sum_up_orders
from desktop_app.core.customers.table import REASONS
from desktop_app.core.intake.reading import read_table

SHOPS = Path(__file__).parents[2] / "data" / "shops"


@dataclass(frozen=True)
class Sales:
    """What the lines of a file come to."""

    checked: CheckedTable
    purchases: Purchases

    @property
    def by_customer(self):
        """Orders and money of each customer."""
        bought = self.purchases
        return {
            customer: (int(n), money)
            for customer, n, money in zip(
                bought.customers, bought.n_orders, bought.money.tolist(), strict=True
            )
        }

    @property
    def taken_out(self):
        """The reasons for which lines do not count, with how many."""
        counts = self.purchases.summary.taken_out
        assert set(counts) == set(REASONS)
        return {reason: n for reason, n in counts.items() if n}


@pytest.fixture(scope="session")
def check_shop():
    @cache
    def check(name, choices=()):
        return check_table(read_table(SHOPS / name), choices)

    return check


@pytest.fixture
def sell(check_shop):
    def add_up(name, choices=(), **choice):
        checked = check_shop(name, tuple(choices))
        return Sales(checked, sum_up_orders(mend(checked, ()), CustomerChoice(**choice)))

    return add_up


@pytest.fixture
def build(check_shop):
    def build(name):
        return build_customers(mend(check_shop(name), ()))

    return build
