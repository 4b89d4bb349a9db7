"""Copies of a list that have the same columns and correlations, but no groups.

Each copy is drawn from a Gaussian copula with the list's rank correlations and then takes the
list's own sorted values, so that skewness, limits and lumps of one column stay as they are.
"""

from statistics import NormalDist

import numpy as np

from desktop_app.core.segmenting.results import FloatArray

WHOLE = 1e-6  # prepared values come back with rounding


def group_free_copy(points: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Give one group-free copy of ``points`` (n, d): each column holds the same values.

    >>> points = np.array([[1.0, 5.0], [2.0, 4.0], [7.0, 3.0]])
    >>> copy = group_free_copy(points, np.random.default_rng(0))
    >>> np.array_equal(np.sort(copy, axis=0), np.sort(points, axis=0))
    True
    """
    n, d = points.shape
    normal = rng.standard_normal((n, d)) @ _root_of_correlation(points)
    ranks = normal.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    return np.take_along_axis(np.sort(points, axis=0), ranks, axis=0)


def _root_of_correlation(points: FloatArray) -> FloatArray:
    n = len(points)
    quantile = NormalDist().inv_cdf
    normal = np.array([quantile((i + 0.5) / n) for i in range(n)])
    ranks = points.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    scores = normal[ranks]
    correlation = scores.T @ scores / (normal @ normal)
    values, vectors = np.linalg.eigh(correlation)
    root: FloatArray = (vectors * np.sqrt(np.maximum(values, 0.0))) @ vectors.T
    return root


def spread_whole_numbers(values: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Spread the whole-number columns of ``values`` (n, d) over their own cells: 7 to 6.5 .. 7.5.

    Otherwise scores and lumps of ones would look like groups.
    """
    is_whole = np.all(np.abs(values - np.rint(values)) < WHOLE, axis=0)
    return values + np.where(is_whole, rng.uniform(-0.5, 0.5, values.shape), 0.0)
