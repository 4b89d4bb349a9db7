"""Scores share between equals, follow the values, and ignore the order of the customers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.customers.classic.scores import mean_score, score

VALUES = st.lists(st.one_of(st.integers(-3, 9), st.floats(-1e9, 1e9)), min_size=1, max_size=60)


def scores_of(values):
    return score(np.array(values, dtype=float), np.ones(len(values), dtype=bool)).tolist()


def test_ten_different_values_give_two_of_each_score():
    assert scores_of(range(10)) == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_a_share_of_exactly_a_fifth_is_reached_not_missed():
    # 3 * 0.2 as a float is more than three fifths; 29 of 145 is exactly one fifth.
    values = [0.0] * 29 + [1.0] * 116

    assert scores_of(values) == [1] * 29 + [2] * 116


def test_eight_in_ten_who_bought_once_share_the_lowest_score():
    assert scores_of([1] * 8 + [2, 7]) == [1] * 8 + [5, 5]


def test_all_the_same_are_all_one():
    assert scores_of([4.0] * 7) == [1] * 7


def test_who_is_not_scored_has_zero_and_moves_nobody():
    values = np.array([5.0, np.nan, 1.0, 9.0])

    scores = score(values, np.array([True, False, True, False]))

    assert scores.tolist() == [3, 0, 1, 0]


def test_nobody_to_score_gives_only_zeros():
    assert score(np.array([1.0, 2.0]), np.zeros(2, dtype=bool)).tolist() == [0, 0]


def test_an_unknown_value_is_the_lowest():
    assert scores_of([np.nan, -1e9, 0.0]) == [1, 2, 4]


@given(VALUES)
def test_equal_values_have_equal_scores_and_higher_ones_never_less(values):
    scores = scores_of(values)

    for value, own in zip(values, scores, strict=True):
        assert 1 <= own <= 5
        for other, theirs in zip(values, scores, strict=True):
            assert (
                own == theirs
                if value == other
                else (value < other) == (own < theirs) or (own == theirs)
            )


@given(VALUES, st.randoms(use_true_random=False))
def test_shuffling_changes_nobodys_score(values, random):
    order = list(range(len(values)))
    random.shuffle(order)

    shuffled = scores_of([values[place] for place in order])

    scores = scores_of(values)
    assert shuffled == [scores[place] for place in order]


@given(VALUES)
def test_the_score_is_the_fifth_in_whole_numbers(values):
    n_worse = [sum(other < value for other in values) for value in values]

    assert scores_of(values) == [1 + 5 * n // len(values) for n in n_worse]


def test_the_mean_rounds_halves_up():
    first, second = np.array([[f, m] for f in range(6) for m in range(6)], dtype=np.int8).T

    means = mean_score(first, second)

    assert means.tolist() == [int((f + m) / 2 + 0.5) for f in range(6) for m in range(6)]
