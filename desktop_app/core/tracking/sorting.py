"""The customers of a newer file, sorted into the segments of an older one."""

import numpy as np

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.assigning import nearest
from desktop_app.core.segmenting.features import canonical_columns, points_of
from desktop_app.core.segmenting.results import IntArray, Segmentation


def sort_into(
    segmentation: Segmentation, table: CustomerTable, *, progress: Progress = NO_PROGRESS
) -> IntArray:
    """Give each customer of ``table`` (n,) the segment with the nearest centre; -1: a feature is empty.

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
    labels[is_full], _ = nearest(columns, segmentation.centres[:, order], progress=progress)
    return labels
