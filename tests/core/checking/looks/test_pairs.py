"""Points and line of a pair of columns."""

import numpy as np
import pytest

from desktop_app.core.checking.looks.pairs import MOST_POINTS, pair_picture
from desktop_app.core.checking.looks.relations import Relation

PAIR = Relation("a", "b", 0.5, 100)


def test_the_line_is_the_middle_along_the_first_column():
    x = np.arange(100.0)

    picture = pair_picture(PAIR, x, 10 * x)

    assert [step.n for step in picture.line] == [17, 17, 16, 17, 16, 17]
    assert all(step.middle == 10 * step.x for step in picture.line)
    assert all(step.lower < step.middle < step.upper for step in picture.line)


def test_few_values_have_a_step_each():
    x = np.repeat([1.0, 2.0, 3.0, 4.0], 25)

    picture = pair_picture(PAIR, x, x**2)

    assert [(step.x, step.middle) for step in picture.line] == [(1, 1), (2, 4), (3, 9), (4, 16)]


def test_rows_without_both_values_are_no_points():
    x, y = np.array([1.0, np.nan, 3.0]), np.array([1.0, 2.0, np.nan])

    picture = pair_picture(PAIR, x, y)

    assert (picture.x.tolist(), picture.line) == ([1.0], ())


def test_no_rows_make_an_empty_picture():
    assert len(pair_picture(PAIR, np.array([np.nan]), np.array([1.0])).x) == 0


def test_a_long_list_shows_the_same_part_every_time():
    x, y = np.random.default_rng(1).normal(size=(2, 2 * MOST_POINTS))

    first, second = pair_picture(PAIR, x, y), pair_picture(PAIR, x, y)

    assert len(first.x) == MOST_POINTS
    assert np.array_equal(first.x, second.x)
    assert sum(step.n for step in first.line) == 2 * MOST_POINTS


def test_a_long_tail_is_logged():
    money = np.random.default_rng(2).lognormal(3, 1.5, 500)

    picture = pair_picture(PAIR, np.arange(500.0), money)

    assert (picture.is_x_logged, picture.is_y_logged) == (False, True)


@pytest.mark.parametrize("low", [-5.0, -0.1])
def test_what_goes_below_nought_is_never_logged(low):
    money = np.append(np.random.default_rng(2).lognormal(3, 1.5, 500), low)

    assert not pair_picture(PAIR, money, money).is_x_logged
