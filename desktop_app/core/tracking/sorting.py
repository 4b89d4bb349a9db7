"""The customers of a newer file, sorted into the segments of an older one."""

from dataclasses import replace

import numpy as np

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.assigning import two_nearest, weighted_means
from desktop_app.core.segmenting.fitting import typical_rows
from desktop_app.core.segmenting.rearranging import (
    follow,
    places_of,
    set_aside,
    sorted_points,
)
from desktop_app.core.segmenting.results import (
    FloatArray,
    IntArray,
    Prepared,
    Rearranged,
    Segmentation,
    per_customer,
)
from desktop_app.core.segmenting.units import canonical_columns, points_of, to_units


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


def segment_as_before(
    before: Segmentation, prepared: Prepared, *, progress: Progress = NO_PROGRESS
) -> Segmentation:
    """Give the customers of ``prepared`` in the segments of ``before``: its pieces and its centres.

    ``prepared`` are points by the numbers of ``before``. Sizes and ``centres_in_units`` are those of
    the customers now; a segment that nobody is in any more is not among them. Where segments were
    merged or split, margin and neighbour are not known.
    """
    progress.report(0.0, "segmenting")
    order = canonical_columns(prepared.features)
    columns = np.ascontiguousarray(prepared.points[:, order].T)
    found = _sorted(before.as_found, prepared, columns, progress)
    if before.rearranged is None:
        return found
    steps = before.rearranged.steps
    pieces = follow(steps, columns, _labels_of_points(before.as_found, columns, progress))
    labels = places_of(before.pieces, before.aside)[pieces]
    aside = tuple(set_aside(prepared, pieces, other.piece) for other in before.aside)
    rearranged = Rearranged(found, steps, aside, before.rearranged.skipped)
    unknown = np.full(len(labels), np.nan)
    return replace(
        _described(before, prepared, labels, (unknown, np.full(len(labels), -1, dtype=np.int64))),
        rearranged=rearranged,
    )


def _sorted(
    found: Segmentation, prepared: Prepared, columns: FloatArray, progress: Progress
) -> Segmentation:
    order = canonical_columns(prepared.features)
    around = two_nearest(columns, found.centres[:, order], progress=progress)
    margins = 1.0 - np.sqrt(around.distances / around.further)
    return _described(found, prepared, around.labels, (margins, around.neighbours))


def _labels_of_points(found: Segmentation, columns: FloatArray, progress: Progress) -> IntArray:
    order = canonical_columns(found.features)
    return two_nearest(columns, found.centres[:, order], progress=progress).labels


def _described(
    before: Segmentation,
    prepared: Prepared,
    labels: IntArray,
    borders: tuple[FloatArray, IntArray],
) -> Segmentation:
    """Describe where the points (u,) are now; ``borders`` are their margins and neighbours."""
    margins, neighbours = borders
    kept = np.unique(labels[labels >= 0])
    place = np.full(before.k + 1, -1, dtype=np.int64)  # the last one is found by -1
    place[kept] = np.arange(len(kept))
    labels, neighbours, centres = place[labels], place[neighbours], before.centres[kept]
    is_in = labels >= 0
    distances = np.where(is_in, np.square(prepared.points - centres[labels]).sum(axis=1), np.nan)
    weights = prepared.weights[is_in]
    values = np.ascontiguousarray(to_units(prepared.features, prepared.points[is_in]).T)
    means, sizes = weighted_means(values, weights, labels[is_in], len(kept))
    for array in (centres, means):
        array.setflags(write=False)
    return Segmentation(
        k=len(kept),
        labels=per_customer(prepared, labels, -1),
        centres=centres,
        centres_in_units=means,
        sizes=tuple(int(size) for size in sizes),
        typical=typical_rows(prepared, labels, distances, len(kept)),
        inertia=float(weights @ distances[is_in]),
        features=prepared.features,
        margin=per_customer(prepared, margins, np.nan),
        neighbour=per_customer(prepared, neighbours, -1),
        pieces=tuple(before.pieces[segment] for segment in kept),
    )
