import numpy as np
import pytest

from desktop_app.core.segmenting.valleys import along_their_line, valley


def clouds(distance, n=200, d=2, seed=0):
    rng = np.random.default_rng(seed)
    points = rng.normal(size=(2 * n, d))
    points[n:, 0] += distance
    return points[:n], points[n:]


def test_the_valley_between_two_clouds_far_from_each_other_is_deep():
    assert valley(*along_their_line(*clouds(distance=5))) < 0.2


def test_one_cloud_cut_in_two_has_no_valley():
    points, _ = clouds(distance=0)
    is_right = points[:, 0] > 0

    assert valley(*along_their_line(points[~is_right], points[is_right])) > 0.8


@pytest.mark.parametrize("factor", [1e-9, 1e9])
def test_units_and_columns_that_repeat_each_other_do_not_matter(factor):
    pair = [np.column_stack([p, p[:, 0] * factor, np.zeros(len(p))]) for p in clouds(distance=5)]

    assert valley(*along_their_line(*pair)) < 0.2


def test_the_valley_is_a_share_of_the_lower_peak():
    rng = np.random.default_rng(1)
    lower, upper = rng.normal(0, 1, 4_000), rng.normal(4, 1, 4_000)

    assert valley(lower, upper) == pytest.approx(2 * np.exp(-2), abs=0.06)


def test_customers_at_single_places_are_apart():
    assert valley(np.zeros(9), np.ones(9)) == 0.0
