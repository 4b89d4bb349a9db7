import numpy as np
import pytest

from desktop_app.core.segmenting.valleys import are_apart, valley


def clouds(distance, n=200, d=2, seed=0):
    rng = np.random.default_rng(seed)
    points = rng.normal(size=(2 * n, d))
    points[n:, 0] += distance
    return points, np.repeat([0, 1], n)


def test_two_clouds_far_from_each_other_are_apart():
    assert are_apart(*clouds(distance=5), k=2)


def test_one_cloud_cut_in_two_is_not_apart():
    points, _ = clouds(distance=0)

    assert not are_apart(points, (points[:, 0] > 0).astype(np.int64), k=2)


def test_every_pair_must_be_apart():
    points, labels = clouds(distance=8)
    labels[(labels == 1) & (points[:, 1] > 0)] = 2

    assert not are_apart(points, labels, k=3)


def test_a_few_far_customers_have_no_density():
    points, labels = clouds(distance=50, n=7)

    assert not are_apart(points, labels, k=2)


@pytest.mark.parametrize("factor", [1e-9, 1e9])
def test_units_and_columns_that_repeat_each_other_do_not_matter(factor):
    points, labels = clouds(distance=5)
    points = np.column_stack([points, points[:, 0] * factor, np.zeros(len(points))])

    assert are_apart(points, labels, k=2)


def test_the_valley_is_a_share_of_the_lower_peak():
    rng = np.random.default_rng(1)
    lower, upper = rng.normal(0, 1, 4_000), rng.normal(4, 1, 4_000)

    assert valley(lower, upper) == pytest.approx(2 * np.exp(-2), abs=0.06)


def test_customers_at_single_places_are_apart():
    assert valley(np.zeros(9), np.ones(9)) == 0.0
