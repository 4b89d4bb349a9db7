"""Numbers compared between categories."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.looks.comparing import MOST_CATEGORIES, compare, telling_pairs


def test_each_category_has_its_own_middle():
    words = pd.Series(["F", "M"] * 10)
    values = np.where(words == "F", 10.0, 30.0)

    found = compare("Spent", values, "Gender", words)

    assert [(s.name, s.summary.middle, s.summary.n) for s in found.spreads] == [
        ("M", 30.0, 10),
        ("F", 10.0, 10),
    ]


def test_rare_categories_are_one_and_stand_last():
    words = pd.Series([f"town {i % 12}" for i in range(240)] + ["hamlet"])
    values = np.arange(241.0)

    found = compare("Spent", values, "Town", words)

    assert len(found.named) == MOST_CATEGORIES
    assert found.spreads[-1].name is None
    assert sum(spread.summary.n for spread in found.spreads) == 241


def test_rows_without_a_category_are_told_and_not_compared():
    words = pd.Series(["a"] * 6 + [""] * 3 + [None], dtype="str")

    found = compare("Spent", np.arange(10.0), "Town", words)

    assert found.n_without == 4
    assert [spread.summary.n for spread in found.spreads] == [6]


@given(
    st.lists(
        st.tuples(
            st.floats(-1e6, 1e6) | st.just(float("nan")), st.sampled_from(["a", "b", "c", ""])
        ),
        min_size=1,
        max_size=60,
    )
)
def test_every_known_value_is_counted_once(rows):
    values, words = (np.array(part) for part in zip(*rows, strict=True))

    found = compare("x", values.astype(float), "c", pd.Series(words, dtype="str"))

    n = sum(spread.summary.n for spread in found.spreads) + found.n_without
    assert n == (~np.isnan(values.astype(float))).sum()


def test_the_most_telling_category_comes_first():
    rng = np.random.default_rng(2)
    half = pd.Series(["a", "b"] * 200)
    chance = pd.Series(rng.choice(list("pqrstu"), 400))
    values = rng.normal(size=400) + 2.0 * (half == "a")

    pairs = telling_pairs({"Spent": values}, {"chance": chance, "half": half})

    assert [pair.category for pair in pairs] == ["half", "chance"]
    assert pairs[0].share > 0.3
    assert pairs[1].share < 0.03


def test_the_share_is_eta_squared_of_the_ranks_less_chance():
    words = pd.Series(["a"] * 50 + ["b"] * 50)
    values = np.concatenate([np.arange(50.0), np.arange(50.0) + 25.5])
    ranks = pd.Series(values).rank().to_numpy()
    between = 50 * ((ranks[:50].mean() - 50.5) ** 2 + (ranks[50:].mean() - 50.5) ** 2)
    eta_squared = between / ((ranks - 50.5) ** 2).sum()

    [pair] = telling_pairs({"x": values}, {"c": words})

    assert pair.share == pytest.approx((eta_squared - 1 / 99) / (1 - 1 / 99))


def test_one_odd_value_decides_nothing():
    values = np.arange(100.0)
    odd = np.append(values[:-1], 1e9)
    words = {"c": pd.Series(["a", "b"] * 50)}

    assert telling_pairs({"x": odd}, words) == telling_pairs({"x": values}, words)


@pytest.mark.parametrize("words", [["a"] * 9, [""] * 9, list("abcdefghi")])
def test_what_does_not_part_the_rows_tells_nothing(words):
    [pair] = telling_pairs({"x": np.arange(9.0)}, {"c": pd.Series(words)})

    assert pair.share == 0.0


def test_chance_is_seldom_taken_for_a_difference():
    rng = np.random.default_rng(7)
    words = {"town": pd.Series(rng.choice(list("abcdefghijkl"), 400))}
    numbers = {f"n{i}": rng.normal(size=400) for i in range(200)}

    clear = [pair for pair in telling_pairs(numbers, words) if pair.is_clear]

    assert len(clear) <= 2


def test_a_difference_in_few_customers_is_not_clear():
    words = pd.Series(["a", "b"] * 5)
    values = np.arange(10.0) + 4 * (words == "a")

    assert not compare("x", values, "c", words).is_clear
    assert compare("x", np.tile(values, 30), "c", pd.concat([words] * 30)).is_clear
