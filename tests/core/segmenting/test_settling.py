import numpy as np
import pytest

from desktop_app.core.segmenting.settling import assign, settle


def test_an_exchange_goes_on_where_plain_steps_are_stuck():
    columns = np.array([[0.0, 4.0, 6.5]])

    settled = settle(columns, np.ones(3), np.array([[2.0], [6.5]]))

    assert settled.labels.tolist() == [0, 1, 1]
    assert settled.inertia == pytest.approx(3.125)


def test_a_heavy_point_is_not_exchanged_as_if_it_were_one_customer():
    columns = np.array([[0.0, 4.0, 6.5]])

    settled = settle(columns, np.array([1.0, 9.0, 20.0]), np.array([[2.0], [6.5]]))

    assert settled.labels.tolist() == [0, 0, 1]


def test_a_centre_without_points_moves_to_the_one_that_costs_most():
    columns = np.array([[0.0, 1.0, 2.0, 50.0]])

    assigned = assign(columns, np.ones(4), np.array([[1.0], [1.0], [1.0]]))

    assert sorted(np.bincount(assigned.labels)) == [1, 1, 2]
    assert 50.0 in assigned.centres


def test_labels_are_the_nearest_centres():
    rng = np.random.default_rng(0)
    columns = rng.normal(size=(2, 300))

    settled = settle(columns, np.ones(300), columns[:, :4].T)

    distances = ((columns.T[:, None] - settled.centres) ** 2).sum(axis=2)
    assert settled.labels.tolist() == distances.argmin(axis=1).tolist()
    assert settled.inertia == pytest.approx(distances.min(axis=1).sum())


def test_numbers_whose_squares_do_not_fit_come_to_an_end():
    columns = np.array([[1e-200, 2e-200, 3e-200]])

    assigned = assign(columns, np.ones(3), np.array([[1e-200], [2e-200], [3e-200]]))

    assert assigned.inertia == 0.0
