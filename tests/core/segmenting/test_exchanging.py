import numpy as np
import pytest

from desktop_app.core.progress import Cancelled
from desktop_app.core.segmenting.exchanging import exchange
from desktop_app.core.segmenting.lloyd import Frame, SearchPoints
from desktop_app.core.segmenting.settling import settle


def searchable(points, weights):
    frame = Frame.around(points, weights)
    return SearchPoints.of(points, weights, frame), frame


def exchanged(points, weights, centres):
    data, frame = searchable(points, weights)
    [found] = exchange(data, [frame.inward(centres[None]).astype(np.float32)])
    return frame.outward(found.sets[0])


def test_a_point_leaves_where_plain_steps_are_stuck():
    points = np.array([[0.0], [4.0], [6.5]])

    centres = exchanged(points, np.ones(3), np.array([[2.0], [6.5]]))

    assert centres.ravel() == pytest.approx([0.0, 5.25], abs=1e-5)


def test_a_heavy_point_is_not_moved_as_if_it_were_one_customer():
    points = np.array([[0.0], [4.0], [6.5]])

    centres = exchanged(points, np.array([1.0, 9.0, 20.0]), np.array([[2.0], [6.5]]))

    assert centres.ravel() == pytest.approx([3.6, 6.5], abs=1e-5)


@pytest.mark.parametrize("weights", [np.ones(400), np.arange(400) % 3 + 1.0])
def test_hardly_anything_is_left_to_the_exact_end(weights):
    points = np.random.default_rng(0).normal(size=(400, 3))
    data, frame = searchable(points, weights)
    starts = data.places[:, :20].T.reshape(4, 5, 3).copy()

    [found] = exchange(data, [starts])

    columns = np.ascontiguousarray(points.T)
    scale = frame.size**2 * weights.mean()
    for centres, inertia in zip(found.sets, found.inertia * scale, strict=True):
        settled = settle(columns, weights, frame.outward(centres))
        assert inertia == pytest.approx(settled.inertia, rel=2e-3)
    assert (np.diff(found.inertia) >= 0).all()


def test_a_point_between_two_equal_centres_counts_once():
    points = np.array([[-1.0], [0.0], [1.0]])
    data, frame = searchable(points, np.ones(3))

    [found] = exchange(data, [frame.inward(points[None, [0, 2]]).astype(np.float32)])

    assert found.inertia[0] == pytest.approx(0.5, rel=1e-5)


def test_cancelling_is_answered_between_steps():
    class Cancelling:
        def report(self, fraction, stage):
            pass

        def checkpoint(self):
            raise Cancelled

    data, _ = searchable(np.array([[0.0], [4.0], [6.5]]), np.ones(3))

    with pytest.raises(Cancelled):
        exchange(data, [data.places[:, :2].T[None].copy()], progress=Cancelling())
