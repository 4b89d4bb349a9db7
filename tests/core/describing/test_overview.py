import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop_app.core.describing.overview import overview
from desktop_app.core.segmenting.choices import Scale
from desktop_app.core.segmenting.results import FeaturePreparation, Prepared

clouds = arrays(np.float64, (12, 3), elements=st.integers(-50, 50).map(float)).filter(
    lambda points: (points.std(axis=0) > 0).all()
)


def prepared(points, weights=None, point_of_row=None):
    points = np.array(points, dtype=np.float64)
    n = len(points)
    rows = np.arange(n if point_of_row is None else len(point_of_row))
    names = [
        FeaturePreparation(f"fact {i}", Scale.NONE, False, 0.0, 1.0) for i in range(points.shape[1])
    ]
    return Prepared(
        points,
        np.ones(n) if weights is None else np.array(weights, dtype=np.float64),
        rows if point_of_row is None else np.array(point_of_row),
        rows,
        len(rows),
        tuple(names),
    )


def test_the_first_direction_is_the_one_with_most_difference():
    seen = overview(prepared([[0, 0, 0], [10, 1, 0], [20, 0, 0], [30, 1, 0]]))

    assert seen.leading == ((("fact 0", 1),), (("fact 1", 1),))
    assert seen.kept == pytest.approx(1.0)


def test_a_repeated_customer_weighs_as_often_as_it_comes():
    repeated = overview(prepared([[0, 0], [4, 1], [1, 5], [1, 5], [1, 5]]))

    folded = overview(prepared([[0, 0], [4, 1], [1, 5]], [1, 1, 3], [0, 1, 2, 2, 2]))

    assert folded.positions == pytest.approx(repeated.positions)


@given(clouds)
def test_places_are_those_of_the_points_and_directions_are_unit_and_square(points):
    seen = overview(prepared(points))

    assert seen.place(points) == pytest.approx(seen.positions)
    assert seen.loadings.T @ seen.loadings == pytest.approx(np.eye(2), abs=1e-9)
    assert 0 <= seen.kept <= 1 + 1e-9


@given(clouds)
def test_the_strongest_fact_of_a_direction_points_up(points):
    loadings = overview(prepared(points)).loadings

    strongest = np.abs(loadings).argmax(axis=0)
    assert (loadings[strongest, [0, 1]] > 0).all()
