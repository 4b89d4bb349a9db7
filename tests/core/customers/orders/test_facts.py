"""The facts about each customer that orders tell."""

import numpy as np
import pandas as pd

from desktop_app.core.checking.columns import Role, Unit
from desktop_app.core.customers.orders.adding_up import Purchases
from desktop_app.core.customers.orders.facts import (
    ORDER_FACTS,
    recency_frequency_money,
)
from desktop_app.core.customers.table import OrdersSummary


def purchases(**changes):
    values = {
        "customers": np.array(["ann", "bob"], dtype=object),
        "first": np.array(["2024-01-01", "NaT"], dtype="datetime64[D]"),
        "last": np.array(["2024-03-01", "NaT"], dtype="datetime64[D]"),
        "n_orders": np.array([3, 1]),
        "money": np.array([100.0, 7.5]),
        "as_of": np.datetime64("2024-03-02"),
        "summary": OrdersSummary(4, 4, 2),
    }
    return Purchases(**(values | changes))


def test_facts_have_plain_names_and_whole_days():
    table = recency_frequency_money(purchases(), "Email")

    assert list(table.frame.columns) == [
        "Email",
        "Days since last order",
        "Orders",
        "Total spent",
        "Average order",
        "Days since first order",
    ]
    assert table.frame.iloc[0].tolist() == ["ann", 1.0, 3.0, 100.0, 33.33, 61.0]


def test_a_customer_without_a_date_has_empty_days():
    table = recency_frequency_money(purchases())

    assert np.isnan(table.frame["Days since last order"][1])
    assert table.original["Days since last order"].tolist() == ["1", ""]
    assert table.column("Days since last order").n_empty == 1


def test_three_facts_are_ticked_and_two_more_offered():
    table = recency_frequency_money(purchases())

    facts = [column for column in table.columns if column.role is Role.FEATURE]
    assert [column.name for column in facts] == list(ORDER_FACTS[:5])
    assert [column.is_default for column in facts] == [True, True, True, False, False]


def test_money_has_the_sign_of_the_file_and_days_are_days():
    table = recency_frequency_money(purchases(), sign="€")

    assert (table.column("Total spent").unit, table.column("Total spent").sign) == (
        Unit.MONEY,
        "€",
    )
    assert (table.column("Orders").unit, table.column("Orders").sign) == (Unit.PLAIN, "")
    assert table.column("Days since last order").unit is Unit.DAYS


def test_a_fact_that_is_the_same_for_all_forms_no_groups():
    table = recency_frequency_money(purchases(n_orders=np.array([1, 1])))

    assert table.column("Orders").unfit == "constant"
    assert table.column("Days since first order").unfit == "constant"


def test_money_is_written_with_cents_unless_it_has_more():
    thirds = recency_frequency_money(purchases(money=np.array([0.125, 7.5])))

    assert recency_frequency_money(purchases()).original["Total spent"].tolist() == [
        "100.00",
        "7.50",
    ]
    assert thirds.original["Total spent"].tolist() == ["0.125", "7.5"]


def test_the_table_knows_its_id_its_money_and_its_orders():
    table = recency_frequency_money(purchases(), "Email")

    assert (table.customer_id, table.money) == ("Email", "Total spent")
    assert table.orders == OrdersSummary(4, 4, 2)
    pd.testing.assert_index_equal(table.frame.index, pd.RangeIndex(2))


def test_a_customer_column_named_like_a_fact_keeps_its_name():
    table = recency_frequency_money(purchases(), "Orders")

    assert table.frame["Orders"].tolist() == ["ann", "bob"]
    assert table.frame["Orders (2)"].tolist() == [3.0, 1.0]
    assert [column.name for column in table.columns] == list(table.frame.columns)
    assert list(table.original.columns) == list(table.frame.columns)


def test_money_is_found_under_another_name():
    table = recency_frequency_money(purchases(), "total spent")

    assert table.money == "Total spent (2)"
    assert table.frame[table.money].tolist() == [100.0, 7.5]
