"""How far two ways of sorting the same customers into segments agree."""

import numpy as np
from scipy.optimize import linear_sum_assignment

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import FloatArray, IntArray


def in_both(first: IntArray, second: IntArray, k: int, weights: FloatArray) -> FloatArray:
    """Give the (k, k) summed weights of those in segment i of ``first`` and j of ``second``.

    >>> in_both(np.array([0, 0, 1]), np.array([1, 0, 0]), 2, np.ones(3)).tolist()
    [[1.0, 1.0], [1.0, 0.0]]
    """
    counts = np.bincount(first * k + second, weights, minlength=k * k)
    return counts.reshape(k, k).astype(np.float64)


def jaccards(both: FloatArray) -> FloatArray:
    """Give for every two segments the share (k, k) of their customers that is in both of them.

    Of two empty segments it is 0.

    >>> jaccards(np.array([[6.0, 2.0], [0.0, 4.0]])).tolist()
    [[0.75, 0.16666666666666666], [0.0, 0.6666666666666666]]
    """
    either = both.sum(axis=1, keepdims=True) + both.sum(axis=0) - both
    shares: FloatArray = both / np.where(either > 0, either, 1.0)
    return shares


def matched(both: FloatArray) -> IntArray:
    """Give for each segment i of the first its own segment (k,) of the second: most stay together.

    >>> matched(np.array([[1.0, 5.0], [4.0, 0.0]])).tolist()
    [1, 0]
    """
    return linear_sum_assignment(both, maximize=True)[1].astype(np.int64)


def adjusted_rand(both: FloatArray | IntArray) -> FloatArray:
    """Give the adjusted Rand index (Hubert & Arabie 1985) of each of ``both`` (..., k, k).

    1 is the same segments, 0 what chance gives.

    >>> adjusted_rand(np.array([[[0, 3], [3, 0]], [[1, 1], [1, 1]]])).round(3).tolist()
    [1.0, -0.5]
    """

    def pairs(counts: FloatArray | IntArray) -> FloatArray:
        return np.asarray(counts * (counts - 1) / 2, dtype=np.float64)

    together = pairs(both).sum(axis=(-2, -1))
    first, second = pairs(both.sum(axis=-1)).sum(axis=-1), pairs(both.sum(axis=-2)).sum(axis=-1)
    every = pairs(both.sum(axis=(-2, -1)))
    by_chance = first * second / np.where(every > 0, every, 1.0)
    highest = (first + second) / 2 - by_chance
    is_defined = highest > 0
    index = (together - by_chance) / np.where(is_defined, highest, 1.0)
    return np.where(is_defined, index, 1.0)


def mean_rand(labellings: IntArray, k: int, *, progress: Progress = NO_PROGRESS) -> float:
    """Give the mean adjusted Rand index over all pairs of ``labellings`` (r, n), r at least 2.

    >>> round(mean_rand(np.array([[0, 0, 1], [1, 1, 0], [0, 0, 0]]), 2), 3)
    0.333
    """
    total, n_pairs = 0.0, len(labellings) * (len(labellings) - 1) // 2
    for number, own in enumerate(labellings[:-1], start=1):
        progress.checkpoint()
        codes = own * k + labellings[number:]
        codes += np.arange(len(codes))[:, None] * k * k
        both = np.bincount(codes.ravel(), minlength=len(codes) * k * k)
        total += float(adjusted_rand(both.reshape(-1, k, k)).sum())
    return total / n_pairs
