"""A small weighted stand-in for a long list of customers."""

import numpy as np

from desktop_app.core.segmenting.results import FloatArray


def weighted_summary(
    points: FloatArray, weights: FloatArray, size: int, rng: np.random.Generator
) -> tuple[FloatArray, FloatArray]:
    """Draw about ``size`` of the ``points`` (n, d), with weights that stand for all of them.

    Half of the chance is even, half grows with the squared distance from the mean (lightweight
    coreset, Bachem, Lucic & Krause 2018), drawn in even steps along the canonical order.
    """
    total = weights.sum()
    squares = np.zeros(len(points))
    for values in points.T:
        difference = values - weights @ values / total
        squares += difference * difference
    squares *= weights
    chances = 0.5 * weights / total + 0.5 * squares / squares.sum()
    cumulated = np.cumsum(chances)
    places = (np.arange(size) + rng.random(size)) / size * cumulated[-1]
    drawn = np.minimum(np.searchsorted(cumulated, places, side="right"), len(points) - 1)
    indices, counts = np.unique(drawn, return_counts=True)
    return points[indices], counts * weights[indices] / (size * chances[indices])
