"""The customers of a newer file, sorted into the segments of an older one."""

import numpy as np

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.features import canonical_columns, points_of
from desktop_app.core.segmenting.rearranging import sorted_points
from desktop_app.core.segmenting.results import IntArray, Segmentation


def sort_into(
    segmentation: Segmentation, table: CustomerTable, *, progress: Progress = NO_PROGRESS
) -> IntArray:
    """Give each customer of ``table`` (n,) the segment with the nearest centre.

    It is -1 where a feature is empty, or where the user set the segment aside. Segments that were
    merged or split are sorted into as they were found first, then merged and split again.

    Features are prepared with the numbers of ``segmentation``, so that the table it was made from
    gives the same segments again.

    Raises
    ------
    ColumnMissing
        A feature's column is not in ``table``.
    """
    points = points_of(segmentation.features, table)
    order = canonical_columns(segmentation.features)
    is_full = ~np.isnan(points).any(axis=1)
    labels = np.full(len(points), -1, dtype=np.int64)
    columns = np.ascontiguousarray(points[is_full][:, order].T)
    labels[is_full] = sorted_points(segmentation, columns, progress=progress)
    return labels
