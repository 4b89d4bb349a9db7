import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score

from desktop_app.core.segmenting.agreement import (
    adjusted_rand,
    in_both,
    jaccards,
    matched,
    mean_rand,
)

labellings = st.integers(2, 30).flatmap(
    lambda n: st.tuples(*[st.lists(st.integers(0, 3), min_size=n, max_size=n)] * 2)
)


@given(labellings)
def test_the_adjusted_rand_index_is_the_usual_one(pair):
    first, second = map(np.array, pair)

    index = adjusted_rand(in_both(first, second, 4, np.ones(len(first))))

    assert index == pytest.approx(adjusted_rand_score(first, second))


def test_the_mean_goes_over_all_pairs():
    labels = np.random.default_rng(0).integers(0, 3, (4, 40))
    pairs = [(i, j) for i in range(4) for j in range(i)]

    expected = np.mean([adjusted_rand_score(labels[i], labels[j]) for i, j in pairs])

    assert mean_rand(labels, 3) == pytest.approx(expected)


def test_weights_count_customers():
    first, second = np.array([0, 0, 1]), np.array([0, 1, 1])
    weights = np.array([2, 3, 1])

    one_by_one = in_both(np.repeat(first, weights), np.repeat(second, weights), 2, np.ones(6))

    assert np.array_equal(in_both(first, second, 2, weights.astype(float)), one_by_one)


def test_segments_are_matched_whatever_their_numbers():
    own = np.array([0, 0, 1, 1, 2, 2])
    both = in_both(own, np.array([2, 2, 0, 0, 1, 1]), 3, np.ones(6))

    assert matched(both).tolist() == [2, 0, 1]
    assert jaccards(both).max(axis=1).tolist() == [1.0, 1.0, 1.0]


def test_an_empty_segment_has_nothing_in_common():
    assert jaccards(np.array([[3.0, 0.0], [0.0, 0.0]])).tolist() == [[1.0, 0.0], [0.0, 0.0]]
