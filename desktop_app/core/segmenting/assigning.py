"""Customers to their nearest centres, with the same bits on every machine.

Distances are added up feature by feature with plain elementwise arithmetic: unlike a matrix
product, the result for a customer depends neither on the other rows nor on the processor.
``columns`` is (d, n): the points transposed, features in canonical order.
"""

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import FloatArray, IntArray

CELLS_AT_ONCE = 65_536  # distances per block: half a megabyte, stays in the processor's cache


def squared_distances(columns: FloatArray, centres: FloatArray) -> FloatArray:
    """Give the (k, n) squared distances from ``centres`` (k, d) to the points.

    >>> squared_distances(np.array([[0.0, 3.0]]), np.array([[1.0], [3.0]])).tolist()
    [[1.0, 4.0], [9.0, 0.0]]
    """
    total = np.zeros((len(centres), columns.shape[1]))
    for values, places in zip(columns, centres.T, strict=True):
        difference = values - places[:, None]
        difference *= difference
        total += difference
    return total


def nearest(
    columns: FloatArray, centres: FloatArray, *, progress: Progress = NO_PROGRESS
) -> tuple[IntArray, FloatArray]:
    """Give each point's nearest centre (the first on a tie) and the squared distance to it.

    >>> labels, distances = nearest(np.array([[0.0, 3.0]]), np.array([[1.0], [3.0]]))
    >>> labels.tolist(), distances.tolist()
    ([0, 1], [1.0, 0.0])
    """
    n = columns.shape[1]
    labels, distances = np.empty(n, dtype=np.int64), np.empty(n)
    step = max(1, CELLS_AT_ONCE // len(centres))
    for start in range(0, n, step):
        progress.checkpoint()
        block = slice(start, start + step)
        all_distances = squared_distances(columns[:, block], centres)
        distances[block] = all_distances.min(axis=0)
        labels[block] = _first_equal(all_distances, distances[block])
    return labels, distances


def next_nearest(
    columns: FloatArray, centres: FloatArray, labels: IntArray, *, progress: Progress = NO_PROGRESS
) -> tuple[IntArray, FloatArray]:
    """Give each point's nearest centre other than ``labels``, and the squared distance to it.

    There must be at least two centres.
    """
    n = columns.shape[1]
    neighbours, distances = np.empty(n, dtype=np.int64), np.empty(n)
    step = max(1, CELLS_AT_ONCE // len(centres))
    for start in range(0, n, step):
        progress.checkpoint()
        block = slice(start, start + step)
        all_distances = squared_distances(columns[:, block], centres)
        np.put_along_axis(all_distances, labels[None, block], np.inf, axis=0)
        distances[block] = all_distances.min(axis=0)
        neighbours[block] = _first_equal(all_distances, distances[block])
    return neighbours, distances


def _first_equal(rows: FloatArray, wanted: FloatArray) -> IntArray:
    # Much faster than argmin along the short axis.
    found = np.zeros(len(wanted), dtype=np.int64)
    for index in range(len(rows) - 1, 0, -1):
        np.copyto(found, index, where=rows[index] == wanted)
    np.copyto(found, 0, where=rows[0] == wanted)
    return found


def weighted_means(
    columns: FloatArray, weights: FloatArray, labels: IntArray, k: int
) -> tuple[FloatArray, FloatArray]:
    """Give the (k, d) means of the labelled points and the (k,) sums of their weights.

    The mean of a segment without points is 0.
    """
    sizes: FloatArray = np.bincount(labels, weights, minlength=k).astype(np.float64)
    sums = [np.bincount(labels, weights * values, minlength=k) for values in columns]
    means: FloatArray = np.stack(sums, axis=1) / np.where(sizes > 0, sizes, 1.0)[:, None]
    return means, sizes
