"""A small weighted stand-in for a long list of customers."""

import numpy as np

from desktop_app.core.segmenting.lloyd import SearchPoints, squared_lengths
from desktop_app.core.segmenting.results import FloatArray


def weighted_summary(
    data: SearchPoints, weights: FloatArray, size: int, rng: np.random.Generator
) -> SearchPoints:
    """Draw about ``size`` points of ``data``, with weights that stand for all of them.

    ``data`` lies around its mean. Half of the chance is even, half grows with the squared distance
    from the mean (lightweight coreset, Bachem, Lucic & Krause 2018), drawn in even steps along the
    canonical order.
    """
    squares = squared_lengths(data.places) * weights
    chances = weights / weights.sum() + squares / squares.sum()
    cumulated = np.cumsum(chances)
    places = (np.arange(size) + rng.random(size)) / size * cumulated[-1]
    drawn = np.minimum(np.searchsorted(cumulated, places, side="right"), len(weights) - 1)
    indices, counts = np.unique(drawn, return_counts=True)
    return data.part(indices, counts * weights[indices] / chances[indices])
