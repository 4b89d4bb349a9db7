import numpy as np
import pytest
from sklearn.metrics import silhouette_score

from desktop_app.core.segmenting.silhouette import SILHOUETTE_SAMPLE, mean_silhouettes


def labelled(n, seed=0):
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 4, n)
    return rng.normal(size=(n, 3)) + labels[:, None], labels


def test_agrees_with_scikit_learn_on_several_labellings():
    points, labels = labelled(700)
    halves = labels // 2

    four, two = mean_silhouettes(points, np.ones(700), [labels, halves])

    assert four.mean == pytest.approx(silhouette_score(points, labels), abs=1e-12)
    assert two.mean == pytest.approx(silhouette_score(points, halves), abs=1e-12)
    assert four.n_customers == 700


def test_a_weight_counts_as_so_many_customers():
    points, labels = labelled(120)
    weights = np.arange(120) % 4 + 1
    whole = np.repeat(points, weights, axis=0), np.repeat(labels, weights)

    (found,) = mean_silhouettes(points, weights.astype(float), [labels])

    assert found.mean == pytest.approx(silhouette_score(*whole), abs=1e-7)
    assert found.n_customers == weights.sum()


def test_the_only_customer_of_a_segment_counts_as_nought():
    points = np.array([[0.0], [1.0], [9.0]])

    (found,) = mean_silhouettes(points, np.ones(3), [np.array([0, 0, 1])])

    assert found.mean == pytest.approx((1 - 1 / 9 + 1 - 1 / 8) / 3)


def test_a_long_list_is_sampled_and_says_so():
    points, labels = labelled(20_000, seed=2)

    (found,) = mean_silhouettes(points, np.ones(20_000), [labels])

    assert found.n_customers == SILHOUETTE_SAMPLE
    assert found.mean == pytest.approx(silhouette_score(points[:8_000], labels[:8_000]), abs=0.02)


def test_a_sample_that_misses_every_other_segment_is_not_clear():
    points = np.arange(20_000.0)[:, None]
    labels = (points.ravel() == 0).astype(np.int64)

    (found,) = mean_silhouettes(points, np.ones(20_000), [labels])

    assert found.mean == 0
