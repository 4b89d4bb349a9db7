import numpy as np
import pytest

from desktop_app.core.progress import Cancelled
from desktop_app.core.segmenting.bends import highest_pass
from desktop_app.core.segmenting.clouds import TAIL, fit_clouds, in_one_each
from desktop_app.core.segmenting.mixing import best_clouds
from desktop_app.core.segmenting.seen_groups import see_groups


def n_groups(points):
    points = points[np.random.default_rng(0).permutation(len(points))]
    return int(see_groups((points - points.mean(axis=0)) / points.std(axis=0)).max()) + 1


def clouds(*centres, n=150, seed=0):
    rng = np.random.default_rng(seed)
    return np.concatenate([rng.normal(centre, 1.0, (n, len(centre))) for centre in centres])


def test_round_clouds_are_groups():
    assert n_groups(clouds((0, 0), (6, 0), (0, 6))) == 3


def test_long_parallel_clouds_are_groups():
    points = clouds((0, 0), (6, 0)) @ np.array([[1.0, 0.0], [0.0, 12.0]])
    turned = points @ np.array([[0.6, 0.8], [-0.8, 0.6]])

    assert n_groups(turned) == 2


def test_far_customers_are_no_groups():
    points = np.random.default_rng(3).standard_t(3, (600, 3))

    assert n_groups(points) == 1


def test_a_long_tail_is_no_group():
    assert n_groups(np.random.default_rng(1).lognormal(3.0, 0.8, (500, 3))) == 1


def test_an_arc_is_one_group():
    rng = np.random.default_rng(0)
    angle = rng.uniform(0.0, np.pi, 600)
    arc = np.column_stack([np.cos(angle), np.sin(angle)]) + rng.normal(0.0, 0.12, (600, 2))

    assert n_groups(arc) == 1


def test_the_pass_along_an_arc_is_high_and_between_clouds_low():
    angle = np.linspace(0.0, np.pi, 300)
    arc = 6 * np.column_stack([np.cos(angle), np.sin(angle)])
    apart = clouds((0, 0), (9, 0), (0, 9), n=100)
    pieces = np.repeat([0, 1, 2], 100)

    assert highest_pass(arc, pieces, angle > np.pi / 2) > 0.8
    assert highest_pass(apart, pieces, pieces == 2) < 0.1


def test_two_clouds_have_only_the_straight_line_between_them():
    assert highest_pass(clouds((0, 0), (1, 0)), np.repeat([0, 1], 150), np.arange(300) > 149) == 0.0


def test_the_density_of_clouds_adds_up_to_one():
    points = clouds((0,), (5,))
    places = np.linspace(-60.0, 60.0, 40_001)

    for degrees in (None, TAIL):
        found = fit_clouds(points, in_one_each(np.repeat([0, 1], 150)), degrees)

        density = found.clouds.density(places[:, None])
        assert np.sum(density) * (places[1] - places[0]) == pytest.approx(1.0, abs=1e-3)


def test_a_cloud_of_one_customer_dies_out():
    assert fit_clouds(clouds((0, 0)), in_one_each(np.arange(150) // 149)) is None


def test_heavy_tails_are_recognised():
    points = np.random.default_rng(0).standard_t(3, (500, 2))

    assert best_clouds(points).clouds.degrees == TAIL


def test_few_customers_are_one_group():
    assert see_groups(np.array([[0.0], [1.0], [50.0]])).tolist() == [0, 0, 0]


def test_looking_can_be_stopped_at_once():
    class Stopped:
        def report(self, fraction, stage):
            pass

        def checkpoint(self):
            raise Cancelled

    with pytest.raises(Cancelled):
        see_groups(clouds((0, 0), (6, 0)), progress=Stopped())
