"""The customers in the kinds of the classic view: segments by rule, nothing is searched for.

Knows nothing of how the kinds came about.
"""

from dataclasses import replace

import numpy as np

from desktop_app.core.customers.classic.views import KINDS, ClassicView
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.errors import NoClassicView
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import FloatArray, IntArray, Prepared, Segmentation
from desktop_app.core.segmenting.units import points_of, values_of


def segment_by_rule(
    table: CustomerTable, prepared: Prepared, *, progress: Progress = NO_PROGRESS
) -> Segmentation:
    """Give the customers by their kind, the largest segment first, of equal ones in kind order.

    Everyone has a segment but those whom the user left out: also who has an empty feature, such as
    a prospect who never ordered. Centres are means over the members' known values of the features
    in ``prepared``, NaN where nobody's is known; inertia counts the customers who have them all.

    Raises
    ------
    NoClassicView
        The customers do not come from orders.
    """
    if table.classic is None:
        raise NoClassicView
    progress.report(0.0, "segmenting")
    labels, order, sizes = _numbered(table.classic, table.left_out)
    k = len(order)
    features = tuple(replace(f, n_filled=0, fill=float("nan")) for f in prepared.features)
    points = points_of(features, table)
    progress.checkpoint()
    centres = _means(points, labels, k)
    distances = ((points - centres[labels]) ** 2).sum(axis=1)
    distances[labels < 0] = np.nan
    margin = np.full(len(labels), np.nan)
    neighbour = np.full(len(labels), -1, dtype=np.int64)
    in_units = _means(np.column_stack([values_of(f, table) for f in features]), labels, k)
    typical = _typical(distances, labels, k)
    for array in (labels, centres, in_units, margin, neighbour):
        array.setflags(write=False)
    progress.report(1.0, "segmenting")
    return Segmentation(
        k=k,
        labels=labels,
        centres=centres,
        centres_in_units=in_units,
        sizes=sizes,
        typical=typical,
        inertia=float(np.nansum(distances)),
        features=features,
        margin=margin,
        neighbour=neighbour,
        kinds=tuple(KINDS[place] for place in order),
    )


def _numbered(view: ClassicView, left_out: IntArray) -> tuple[IntArray, list[int], tuple[int, ...]]:
    """Give each customer's segment, and the kind and size of each segment."""
    kind = view.kind.astype(np.int64)
    kind[left_out] = -1
    counts = np.bincount(kind[kind >= 0], minlength=len(KINDS))
    order = [int(place) for place in np.argsort(-counts, kind="stable") if counts[place]]
    segment_of_kind = np.full(len(KINDS) + 1, -1, dtype=np.int64)  # the last one is found by -1
    segment_of_kind[order] = np.arange(len(order))
    return segment_of_kind[kind], order, tuple(int(counts[place]) for place in order)


def _means(values: FloatArray, labels: IntArray, k: int) -> FloatArray:
    """Give the mean of the known values (n, d) by segment, (k, d)."""
    means = np.full((k, values.shape[1]), np.nan)
    for column, every in enumerate(values.T):
        is_known = (labels >= 0) & np.isfinite(every)
        counts = np.bincount(labels[is_known], minlength=k)
        sums = np.bincount(labels[is_known], weights=every[is_known], minlength=k)
        np.divide(sums, counts, out=means[:, column], where=counts > 0)
    return means


def _typical(distances: FloatArray, labels: IntArray, k: int) -> tuple[int, ...]:
    """Give the first customer nearest to each centre, or the first of all where no one has a place."""
    order = np.lexsort((np.nan_to_num(distances, nan=np.inf), labels))
    return tuple(int(order[place]) for place in np.searchsorted(labels[order], np.arange(k)))
