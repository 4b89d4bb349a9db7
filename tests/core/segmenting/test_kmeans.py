import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.cluster import KMeans
from sklearn.datasets import load_iris
from threadpoolctl import threadpool_limits

from desktop_app.core.progress import Cancelled
from desktop_app.core.segmenting.kmeans import best_centres, few_starts


def canonical(points):
    points, counts = np.unique(points, axis=0, return_counts=True)
    return points, counts.astype(float)


def heavy_tailed(n, seed):
    """Four overlapping kinds of customers: days, orders, money."""
    rng = np.random.default_rng(seed)
    kind = rng.choice(4, n, p=[0.45, 0.3, 0.17, 0.08])
    columns = (
        rng.exponential(np.array([120.0, 60, 25, 200])[kind]),
        rng.negative_binomial(np.array([1, 2, 6, 3])[kind], 0.25),
        rng.lognormal(np.array([3.0, 4, 5, 3.5])[kind], 0.8),
    )
    points = np.column_stack(columns)
    return canonical((points - points.mean(axis=0)) / points.std(axis=0))


def inertias(found):
    return np.array([settled.inertia for settled in found])


@pytest.fixture(scope="module")
def iris():
    return canonical(load_iris().data)


def test_iris_gives_its_known_inertia(iris):
    found = best_centres(*iris, 4)

    assert inertias(found) == pytest.approx([681.3706, 152.3480, 78.8514, 57.2285], abs=1e-4)


@pytest.mark.parametrize("seed", range(3))
def test_two_hundred_plain_starts_find_nothing_better(seed):
    points, weights = heavy_tailed(250, seed)

    ours = inertias(best_centres(points, weights, 10))

    theirs = [
        KMeans(k, n_init=200, random_state=0).fit(points, sample_weight=weights).inertia_
        for k in (3, 5, 7, 8, 9, 10)
    ]
    assert (ours[[2, 4, 6, 7, 8, 9]] <= np.array(theirs) * (1 + 1e-6)).all()


def test_a_long_list_is_as_tight_as_with_ten_plain_starts():
    points, weights = heavy_tailed(24_000, seed=7)

    ours = inertias(best_centres(points, weights, 6))

    theirs = [KMeans(k, n_init=10, random_state=0).fit(points).inertia_ for k in range(1, 7)]
    assert (ours <= np.array(theirs) * 1.001).all()


def test_a_weight_counts_as_so_many_customers(iris):
    points, _ = iris
    weights = np.arange(len(points)) % 3 + 1.0

    weighted = best_centres(points, weights, 5)
    repeated = KMeans(5, n_init=100, random_state=0).fit(np.repeat(points, weights.astype(int), 0))

    assert weighted[-1].inertia <= repeated.inertia_ * (1 + 1e-9)


def test_shorter_scans_find_the_same(iris):
    long = best_centres(*iris, 15)

    short = best_centres(*iris, 8)

    assert inertias(short).tolist() == inertias(long)[:8].tolist()


def test_the_number_of_threads_changes_nothing():
    points, weights = heavy_tailed(6_000, seed=3)
    results = []
    for threads in (1, 2):
        with threadpool_limits(threads):
            results.append(best_centres(points, weights, 6))

    one, two = results

    assert all(np.array_equal(a.sizes, b.sizes) for a, b in zip(one, two))
    assert all(np.array_equal(a.centres, b.centres) for a, b in zip(one, two))


def test_as_many_segments_as_customers_leave_nothing_over(iris):
    points, weights = iris[0][:7], iris[1][:7]

    found = best_centres(points, weights, 7)

    assert found[-1].inertia == pytest.approx(0, abs=1e-20)
    assert found[-1].sizes.tolist() == [1.0] * 7


def test_a_few_starts_separate_clear_groups():
    points = np.array([[0.0, 0], [0, 1], [9, 9], [9, 8], [0, 9]])

    settled = few_starts(points, np.ones(5), k=3, n_starts=4)

    assert len(set(settled.labels[[0, 2, 4]])) == 3


@pytest.mark.parametrize("n", [500, 30_000])
def test_cancelling_is_answered(n):
    class Impatient:
        n_left = 5

        def report(self, fraction, stage):
            assert 0 <= fraction <= 1

        def checkpoint(self):
            self.n_left -= 1
            if not self.n_left:
                raise Cancelled

    points, weights = heavy_tailed(n, seed=1)

    with pytest.raises(Cancelled):
        best_centres(points, weights, 5, progress=Impatient())


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 9)), min_size=2, max_size=40))
def test_inertia_never_rises_and_no_segment_is_empty(rows):
    points, weights = canonical(np.array(rows, dtype=float))
    max_k = min(12, len(points))

    found = best_centres(points, weights, max_k)

    assert (np.diff(inertias(found)) <= 1e-9).all()
    assert all(len(s.sizes) == k and s.sizes.all() for k, s in enumerate(found, start=1))


@pytest.mark.parametrize("n", [900, 9_000])
def test_the_inertia_is_that_of_the_nearest_centres_over_all_customers(n):
    points, weights = heavy_tailed(n, seed=4)

    found = best_centres(points, weights, 6)

    for measured in found:
        distances = ((points[:, None] - measured.centres) ** 2).sum(axis=2)
        assert measured.inertia == pytest.approx(weights @ distances.min(axis=1), rel=1e-9)
        counted = np.bincount(distances.argmin(axis=1), weights)
        assert measured.sizes == pytest.approx(counted, abs=1)
