"""What goes together, two by two."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.looks.relations import (
    FEWEST_ROWS,
    MOST_COLUMNS,
    ROWS_COMPARED,
    Closeness,
    Relation,
    closeness_of,
    relate,
)
from desktop_app.core.progress import Cancelled


@pytest.fixture
def lists():
    rng = np.random.default_rng(4)
    age, spent = rng.normal(size=(2, 300))
    return {
        "age": age,
        "noise": rng.normal(size=300),
        "spent": spent,
        "orders": spent + 0.3 * rng.normal(size=300),
        "years": age + 0.5 * rng.normal(size=300),
    }


def test_strengths_are_spearmans_over_the_rows_with_both(lists):
    lists["age"][::3] = np.nan
    frame = pd.DataFrame(lists)

    found = relate(lists)

    place = {name: i for i, name in enumerate(found.columns)}
    for one, other in (("age", "years"), ("spent", "orders")):
        both = frame[[one, other]].dropna().rank()
        expected = both[one].corr(both[other])
        assert found.relation(place[one], place[other]).strength == pytest.approx(expected)
        assert found.relation(place[one], place[other]).n == len(both)


def test_related_columns_stand_side_by_side(lists):
    columns = relate(lists).columns

    for one, other in (("age", "years"), ("spent", "orders")):
        assert abs(columns.index(one) - columns.index(other)) == 1


def test_the_order_of_columns_changes_no_strength(lists):
    turned = relate(dict(reversed(lists.items())))

    assert {frozenset((r.first, r.second)): r.strength for r in turned.strongest()} == {
        frozenset((r.first, r.second)): r.strength for r in relate(lists).strongest()
    }


def test_only_the_most_related_of_many_columns_are_kept():
    rng = np.random.default_rng(5)
    lists = {f"noise {i}": rng.normal(size=400) for i in range(14)}
    lists["a"] = rng.normal(size=400)
    lists["b"] = -lists["a"]

    found = relate(lists)

    assert len(found.columns) == MOST_COLUMNS
    assert {"a", "b"} <= set(found.columns)
    assert len(found.left_out) == 4


@pytest.mark.parametrize(
    "lists", [{}, {"a": np.arange(9.0)}, {"a": np.arange(9.0), "b": np.ones(9)}]
)
def test_less_than_two_changing_columns_relate_to_nothing(lists):
    assert relate(lists) is None


def test_too_few_rows_with_both_say_nothing():
    values = np.arange(FEWEST_ROWS - 1.0)

    found = relate({"a": values, "b": values})

    assert np.isnan(found.strengths[0, 1])
    assert found.strongest() == []


def test_a_long_list_is_looked_at_in_part_and_says_so():
    values = np.random.default_rng(1).normal(size=3 * ROWS_COMPARED + 1)

    found = relate({"a": values, "b": values**3})

    assert found.n_rows <= ROWS_COMPARED
    assert found.n_rows_in_all == 3 * ROWS_COMPARED + 1
    assert found.strongest()[0].closeness is Closeness.ALMOST_ALWAYS


def test_chance_is_no_relation():
    rng = np.random.default_rng(6)
    lists = {f"n{i}": rng.normal(size=30) for i in range(8)}

    assert relate(lists).strongest() == []


@given(st.floats(-1, 1), st.integers(1, 1_000_000))
def test_closeness_does_not_know_the_way(strength, n):
    assert closeness_of(strength, n) is closeness_of(-strength, n)


def test_no_strength_is_hardly():
    assert Relation("a", "b", float("nan"), 500).closeness is Closeness.HARDLY


def test_a_cancelled_look_stops(lists):
    class Stop:
        def report(self, fraction, stage):
            pass

        def checkpoint(self):
            raise Cancelled

    with pytest.raises(Cancelled):
        relate(lists, progress=Stop())
