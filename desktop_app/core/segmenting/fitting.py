"""The customers in the chosen number of segments."""

import numpy as np

from desktop_app.core.errors import TooFewCustomers
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.assigning import two_nearest, weighted_means
from desktop_app.core.segmenting.results import (
    FloatArray,
    IntArray,
    KScan,
    Prepared,
    Segmentation,
    per_customer,
)
from desktop_app.core.segmenting.settling import Settled, settle
from desktop_app.core.segmenting.threads import several_threads
from desktop_app.core.segmenting.units import canonical_columns, canonical_points, column_in_units


def segment_customers(
    prepared: Prepared, scan: KScan, k: int, *, progress: Progress = NO_PROGRESS
) -> Segmentation:
    """Give the customers in ``k`` segments, numbered by size, from the centres that ``scan`` found.

    Raises
    ------
    TooFewCustomers
        There are fewer distinct customers than ``k``; ``details`` holds both numbers.
    """
    if k not in scan.ks:
        raise TooFewCustomers(n_distinct=len(prepared.points), k=k)
    progress.report(0.0, "segmenting")
    order = canonical_columns(prepared.features)
    columns = np.ascontiguousarray(canonical_points(prepared).T)
    weights = prepared.weights
    with several_threads() as spread:
        start = scan.score(k).centres[:, order]
        settled = settle(columns, weights, start, spread=spread, progress=progress)
        centres = _numbered(settled, weights)
        around = two_nearest(columns, centres, spread=spread, progress=progress)
    labels, distances = around.labels, around.distances
    margins = 1.0 - np.sqrt(distances / around.further)
    means, sizes = _means_in_units(prepared, labels, k, progress)
    return Segmentation(
        k=k,
        labels=per_customer(prepared, labels, -1),
        centres=_read_only(centres[:, np.argsort(order)]),
        centres_in_units=_read_only(means),
        sizes=tuple(int(size) for size in sizes),
        typical=typical_rows(prepared, labels, distances, k),
        inertia=settled.inertia,
        features=prepared.features,
        margin=per_customer(prepared, margins, np.nan),
        neighbour=per_customer(prepared, around.neighbours, -1),
    )


def _means_in_units(
    prepared: Prepared, labels: IntArray, k: int, progress: Progress
) -> tuple[FloatArray, FloatArray]:
    """Give the (k, d) means of the segments in the file's own units, and their sizes (k,)."""
    means, sizes = np.empty((k, len(prepared.features))), np.empty(k)
    for place in range(len(prepared.features)):
        progress.checkpoint()
        values = column_in_units(prepared, place)[None]
        own, sizes = weighted_means(values, prepared.weights, labels, k)
        means[:, place] = own[:, 0]
    return means, sizes


def _numbered(settled: Settled, weights: FloatArray) -> FloatArray:
    """Give the centre of the largest segment first; of equal ones the one with the lower centre."""
    sizes = np.bincount(settled.labels, weights, minlength=len(settled.centres))
    order = np.lexsort((*settled.centres.T[::-1], -sizes))
    return settled.centres[order]


def typical_rows(
    prepared: Prepared, labels: IntArray, distances: FloatArray, k: int
) -> tuple[int, ...]:
    """Give the first customer (by row) at the point nearest to each centre.

    ``labels`` and ``distances`` to the own centre are those of the points (u,).
    """
    members = [np.flatnonzero(labels == label) for label in range(k)]
    points = [own[np.argmin(distances[own])] for own in members]
    first_row = np.full(len(labels), -1, dtype=np.int64)
    first_row[prepared.point_of_row[::-1]] = prepared.rows[::-1]
    return tuple(int(row) for row in first_row[points])


def _read_only(values: FloatArray) -> FloatArray:
    values.setflags(write=False)
    return values
