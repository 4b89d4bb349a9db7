"""Scores from 1 to 5 that equal values share, whatever the order of the customers.

Knows nothing of what the values mean.
"""

import numpy as np
import numpy.typing as npt

from desktop_app.core.checking.checked import FloatArray
from desktop_app.core.customers.classic.views import ScoreArray

N_SCORES = 5


def score(values: FloatArray, is_scored: npt.NDArray[np.bool_]) -> ScoreArray:
    """Give 1 + floor(5 * share of customers with a strictly lower value), 5 is best; int8, (n,).

    ``values`` are better the higher they are; NaN is lower than every number. Only the customers of
    ``is_scored`` count; the others get 0. The share is never rounded: whole numbers are divided.

    Examples
    --------
    >>> score(np.array([1.0, 1.0, 1.0, 2.0, 9.0]), np.ones(5, dtype=bool)).tolist()
    [1, 1, 1, 4, 5]
    """
    scores = np.zeros(len(values), dtype=np.int8)
    known = np.where(np.isnan(values), -np.inf, values)[is_scored]
    _, level, sizes = np.unique(known, return_inverse=True, return_counts=True)
    n_worse = np.cumsum(sizes) - sizes
    score_of_level = 1 + N_SCORES * n_worse // max(len(known), 1)
    scores[is_scored] = score_of_level[level]
    return scores


def mean_score(first: ScoreArray, second: ScoreArray) -> ScoreArray:
    """Give the mean of two scores, halves rounded up.

    >>> mean_score(np.array([1, 2, 5], dtype=np.int8), np.array([2, 4, 5], dtype=np.int8)).tolist()
    [2, 3, 5]
    """
    return ((first + second + np.int8(1)) // 2).astype(np.int8)
