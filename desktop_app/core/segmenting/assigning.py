"""Customers to their nearest centres, with the same bits on every machine.

Distances are added up feature by feature with plain elementwise arithmetic: unlike a matrix
product, the result for a customer depends neither on the other rows nor on the processor.
``columns`` is (d, n): the points transposed, features in canonical order.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import FloatArray, IntArray
from desktop_app.core.segmenting.threads import Spread, in_turn

CELLS_AT_ONCE = 65_536  # distances per block: half a megabyte, stays in the processor's cache
TASK = 65_536  # points that one thread takes at a time


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


@dataclass(frozen=True, slots=True, eq=False)
class Neighbourhood:
    """For each point its nearest centre (the first on a tie) and the next one, both (n,) int64.

    ``distances`` and ``further`` are the squared distances to them. Of one centre only there is no
    next: -1, infinitely far.
    """

    labels: IntArray
    distances: FloatArray
    neighbours: IntArray
    further: FloatArray


def nearest(
    columns: FloatArray,
    centres: FloatArray,
    *,
    spread: Spread = in_turn,
    progress: Progress = NO_PROGRESS,
) -> tuple[IntArray, FloatArray]:
    """Give each point's nearest centre (the first on a tie) and the squared distance to it.

    >>> labels, distances = nearest(np.array([[0.0, 3.0]]), np.array([[1.0], [3.0]]))
    >>> labels.tolist(), distances.tolist()
    ([0, 1], [1.0, 0.0])
    """
    n = columns.shape[1]
    labels, distances = np.empty(n, dtype=np.int64), np.empty(n)

    def fill(rows: slice) -> None:
        for block in _blocks(rows, len(centres)):
            progress.checkpoint()
            costs = squared_distances(columns[:, block], centres)
            distances[block] = costs.min(axis=0)
            labels[block] = _first_equal(costs, distances[block])

    _on_all(n, fill, spread)
    return labels, distances


def two_nearest(
    columns: FloatArray,
    centres: FloatArray,
    *,
    spread: Spread = in_turn,
    progress: Progress = NO_PROGRESS,
) -> Neighbourhood:
    """Give each point's nearest two centres.

    >>> two_nearest(np.array([[0.0, 3.0]]), np.array([[1.0], [3.0]])).neighbours.tolist()
    [1, 0]
    """
    n, k = columns.shape[1], len(centres)
    labels, neighbours = np.empty((2, n), dtype=np.int64)
    distances, further = np.empty((2, n))

    def fill(rows: slice) -> None:
        for block in _blocks(rows, k):
            progress.checkpoint()
            costs = squared_distances(columns[:, block], centres)
            distances[block] = costs.min(axis=0)
            labels[block] = _first_equal(costs, distances[block])
            np.put_along_axis(costs, labels[None, block], np.inf, axis=0)
            further[block] = costs.min(axis=0)
            neighbours[block] = _first_equal(costs, further[block]) if k > 1 else -1

    _on_all(n, fill, spread)
    return Neighbourhood(labels, distances, neighbours, further)


def _on_all(n: int, fill: Callable[[slice], None], spread: Spread) -> None:
    for _ in spread(fill, [slice(i, min(i + TASK, n)) for i in range(0, n, TASK)]):
        pass


def _blocks(rows: slice, k: int) -> list[slice]:
    size = max(1, CELLS_AT_ONCE // k)
    return [slice(i, min(i + size, rows.stop)) for i in range(rows.start, rows.stop, size)]


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
    sums = weighted_sums(columns, weights, labels, k)
    sizes = sums[:, -1]
    return sums[:, :-1] / np.where(sizes > 0, sizes, 1.0)[:, None], sizes


def weighted_sums(columns: FloatArray, weights: FloatArray, labels: IntArray, k: int) -> FloatArray:
    """Give the (k, d + 1) weighted sums of the labelled points, and last those of the weights."""
    sums = [np.bincount(labels, weights * values, minlength=k) for values in columns]
    sums.append(np.bincount(labels, weights, minlength=k))
    return np.stack(sums, axis=1).astype(np.float64)
