"""Equal customers become one point with a weight, in an order that does not depend on the file's."""

import numpy as np

from desktop_app.core.progress import Progress
from desktop_app.core.segmenting.results import FloatArray, IntArray


def merged(
    points: FloatArray, columns: list[int], progress: Progress
) -> tuple[FloatArray, FloatArray, IntArray]:
    """Merge equal rows: distinct points sorted by ``columns``, their weights, point of each row.

    ``points`` are put in order where they are.
    """
    order = _sorted_rows(points, columns, progress)
    is_new = np.zeros(len(points), dtype=bool)
    is_new[0] = True
    for values in points.T:
        progress.checkpoint()
        values[:] = values[order]
        is_new[1:] |= values[1:] != values[:-1]
    point_of_row = np.empty(len(points), dtype=np.int64)
    point_of_row[order] = np.cumsum(is_new) - 1
    distinct = points if is_new.all() else np.asfortranarray(points[is_new])
    return distinct, np.bincount(point_of_row).astype(np.float64), point_of_row


def _sorted_rows(points: FloatArray, columns: list[int], progress: Progress) -> IntArray:
    first = points[:, columns[0]]
    order = np.argsort(first, kind="stable")
    if not np.any(first[order[1:]] == first[order[:-1]]):
        return order
    order = np.arange(len(points))
    for column in reversed(columns):  # as lexsort does, but it can be cancelled
        progress.checkpoint()
        order = order[np.argsort(points[order, column], kind="stable")]
    return order
