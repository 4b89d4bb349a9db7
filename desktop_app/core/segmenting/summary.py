"""A small weighted stand-in for a long list of customers."""

from collections.abc import Sequence

import numpy as np

from desktop_app.core.segmenting.lloyd import SearchPoints, squared_lengths
from desktop_app.core.segmenting.results import FloatArray


def weighted_summaries(
    data: SearchPoints, weights: FloatArray, sizes: Sequence[int], rng: np.random.Generator
) -> list[SearchPoints]:
    """Draw about so many points of ``data`` for each of ``sizes``, with weights that stand for all.

    ``data`` lies around its mean. Half of the chance is even, half grows with the squared distance
    from the mean (lightweight coreset, Bachem, Lucic & Krause 2018), drawn in even steps along the
    canonical order.
    """
    if not sizes:
        return []
    chances = squared_lengths(data.places).astype(np.float64)
    chances *= weights.sum() / data.scatter / weights.mean()
    chances += 1.0
    chances *= weights
    cumulated = np.cumsum(chances)
    summaries = []
    for size in sizes:
        places = (np.arange(size) + rng.random(size)) / size * cumulated[-1]
        drawn = np.minimum(np.searchsorted(cumulated, places, side="right"), len(weights) - 1)
        indices, counts = np.unique(drawn, return_counts=True)
        summaries.append(data.part(indices, counts * weights[indices] / chances[indices]))
    return summaries
