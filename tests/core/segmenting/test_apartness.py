import numpy as np
import pytest

from desktop_app.core.segmenting.apartness import how_apart
from desktop_app.core.segmenting.trusted import StandsApart
from desktop_app.core.segmenting.valleys import valley


def clouds(*places, n=80):
    rng = np.random.default_rng(0)
    return np.concatenate([rng.normal(place, 1.0, (n, 2)) for place in places])


def apart(prepared_of, points, labels):
    prepared = prepared_of(a=points[:, 0], b=points[:, 1])
    own = np.empty(len(prepared.points), dtype=np.int64)
    own[prepared.point_of_row] = labels
    k = int(labels.max()) + 1
    centres = np.stack([prepared.points[own == label].mean(axis=0) for label in range(k)])
    return how_apart(prepared, own, centres, seed=0)


@pytest.mark.parametrize(
    ("distance", "level"),
    [(8.0, StandsApart.CLEARLY), (3.5, StandsApart.FAIRLY), (1.5, StandsApart.HARDLY)],
)
def test_the_further_two_clouds_the_clearer_they_stand_apart(prepared_of, distance, level):
    points = clouds((0, 0), (distance, 0), n=400)

    first, second = apart(prepared_of, points, np.repeat([0, 1], 400))

    assert first.stands_apart is second.stands_apart is level
    assert (first.neighbour, second.neighbour) == (1, 0)


def test_the_neighbour_is_the_segment_that_is_least_apart(prepared_of):
    points = clouds((0, 0), (3, 0), (9, 9))

    first, second, third = apart(prepared_of, points, np.repeat([0, 1, 2], 80))

    assert (first.neighbour, second.neighbour) == (1, 0)
    assert third.stands_apart is StandsApart.CLEARLY


def test_of_equal_valleys_the_nearest_counts(prepared_of):
    points = clouds((0, 0), (30, 0), (90, 0))

    *_, third = apart(prepared_of, points, np.repeat([0, 1, 2], 80))

    assert third.neighbour == 1


def test_scores_in_whole_numbers_are_no_gaps(prepared_of):
    points = np.random.default_rng(0).integers(1, 5, (300, 2)).astype(float)

    found = apart(prepared_of, points, (points[:, 0] > 2).astype(np.int64))

    assert {own.stands_apart for own in found} == {StandsApart.HARDLY}


def test_a_few_far_customers_are_not_said_to_stand_apart(prepared_of):
    points = clouds((0, 0), (40, 0))[:87]

    found = apart(prepared_of, points, np.repeat([0, 1], (80, 7)))

    assert {own.stands_apart for own in found} == {StandsApart.HARDLY}


def test_a_tight_cloud_is_not_smeared_over_the_gap_to_a_wide_one():
    rng = np.random.default_rng(0)
    tight, wide = rng.normal(0, 1, 100), rng.uniform(6, 20, 30)

    assert valley(tight, wide, has_own_widths=True) < valley(tight, wide) - 0.1
