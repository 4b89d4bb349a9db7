"""Copies of a list that have the same columns and correlations, but no groups.

Each copy is drawn from a Gaussian copula with the list's rank correlations and then takes the
list's own sorted values, so that skewness, limits and lumps of one column stay as they are.
"""

from statistics import NormalDist

import numpy as np

from desktop_app.core.segmenting.results import FloatArray

ON_STEP = 1e-3  # of a step; prepared values come back with rounding
SMALLEST_CELL = 1e-6  # of the range; spreading over less would change nothing


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
    scores = normal_scores(points)
    correlation = scores.T @ scores / (scores[:, 0] @ scores[:, 0])
    values, vectors = np.linalg.eigh(correlation)
    root: FloatArray = (vectors * np.sqrt(np.maximum(values, 0.0))) @ vectors.T
    return root


def normal_scores(values: FloatArray) -> FloatArray:
    """Give the value of the standard normal distribution at each one's rank, column by column.

    >>> normal_scores(np.array([7.0, 900.0, 8.0])).round(2).tolist()
    [-0.97, 0.97, 0.0]
    """
    n, quantile = len(values), NormalDist().inv_cdf
    normal = np.array([quantile((i + 0.5) / n) for i in range(n)])
    return normal[values.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")]


def spread_over_cells(values: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Spread the evenly stepped columns of ``values`` (n, d) over their cells: 7 to 6.5 .. 7.5.

    Otherwise scores, lumps of ones and amounts in round hundreds would look like groups.
    """
    cells = np.array([_cell(column) for column in values.T])
    return values + rng.uniform(-0.5, 0.5, values.shape) * cells


def _cell(column: FloatArray) -> float:
    """Give the step that all values of ``column`` lie on, 0 if there is none."""
    distinct = np.unique(column)
    if len(distinct) < 2:
        return 0.0
    smallest, whole = float(np.diff(distinct).min()), 1.0
    if smallest < SMALLEST_CELL * (distinct[-1] - distinct[0]):
        return 0.0
    for step in (smallest, whole):
        steps = (distinct - distinct[0]) / step
        if step <= smallest + ON_STEP and np.all(np.abs(steps - np.rint(steps)) < ON_STEP):
            return step
    return 0.0
