import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.describing import rules
from desktop_app.core.describing.results import Condition
from desktop_app.core.describing.rules import roundest_between, small_rule
from desktop_app.core.segmenting.choices import Scale
from desktop_app.core.segmenting.results import FeaturePreparation


def test_a_clear_border_becomes_one_round_limit(make_table, make_segmentation):
    table = make_table({"Age": [20.0, 25, 38, 42, 60, 70]})

    rule = small_rule(table, make_segmentation([0, 0, 0, 1, 1, 1], ["Age"]))

    assert rule.accuracy == 1.0
    assert [(line.letter, line.conditions, line.n_customers) for line in rule.lines] == [
        ("A", (Condition("Age", False, 40.0),), 3),
        ("B", (Condition("Age", True, 40.0),), 3),
    ]


def test_lines_cover_every_customer_once(make_table, make_segmentation):
    rng = np.random.default_rng(5)
    table = make_table({"a": rng.normal(size=300), "b": rng.normal(size=300)})
    labels = (table.frame["a"] > 0) * 2 + (table.frame["b"] > 0.5)

    rule = small_rule(table, make_segmentation(labels, ["a", "b"]))

    hits = np.zeros(300)
    for line in rule.lines:
        holds = np.ones(300, dtype=bool)
        for condition in line.conditions:
            holds &= (table.frame[condition.column] > condition.limit) == condition.is_above
        assert holds.sum() == line.n_customers
        assert len(line.conditions) <= 3
        hits += holds
    assert (hits == 1).all()
    assert rule.accuracy > 0.97


def test_several_limits_on_one_side_are_said_once(make_table, make_segmentation):
    table = make_table({"x": np.repeat([0.0, 1, 2, 3, 4, 5], 20)})

    rule = small_rule(table, make_segmentation(np.repeat(range(6), 20), ["x"]))

    for line in rule.lines:
        sides = [(c.column, c.is_above) for c in line.conditions]
        assert len(set(sides)) == len(sides)


def test_empty_values_are_judged_by_what_filled_them(make_table, make_segmentation):
    table = make_table({"Age": [20.0, 21, np.nan, 60, 61, 62]})
    filled = FeaturePreparation("Age", Scale.STANDARD, False, 0.0, 1.0, n_filled=1, fill=60.0)

    rule = small_rule(table, make_segmentation([0, 0, 1, 1, 1, 1], [filled]))

    assert rule.accuracy == 1.0


def test_one_segment_needs_no_rule(make_table, make_segmentation):
    table = make_table({"Age": [1.0, 2.0, 3.0]})

    assert small_rule(table, make_segmentation([0, 0, 0], ["Age"])) is None


def test_a_large_list_is_fitted_on_a_part_and_judged_as_a_whole(
    make_table, make_segmentation, monkeypatch
):
    monkeypatch.setattr(rules, "MOST_FITTED", 100)
    table = make_table({"x": np.arange(1000.0)})
    found = make_segmentation(np.arange(1000) // 500, ["x"])

    rule = small_rule(table, found)

    assert rule == small_rule(table, found)
    assert sum(line.n_customers for line in rule.lines) == 1000
    assert 0.95 < rule.accuracy <= 1.0


@given(st.floats(-1e6, 1e6), st.floats(0.001, 1e6))
def test_the_roundest_number_lies_between(low, width):
    high = low + width

    rounded = roundest_between(low, high)

    assert low <= rounded < high


@pytest.mark.parametrize(
    ("low", "high", "rounded"),
    [(69, 71, 70), (-3, 4, 0), (0, 5, 0), (199.2, 201, 200), (1.04, 1.13, 1.1), (5, 5.5, 5)],
)
def test_the_roundest_number_has_the_fewest_digits(low, high, rounded):
    assert roundest_between(low, high) == rounded
