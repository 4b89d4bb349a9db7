"""Who moved between two times: the same customers, sorted into the same segments.

Makes no sentences.
"""

from dataclasses import dataclass, replace

import numpy as np

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.segmenting.results import FloatArray, IntArray
from desktop_app.core.segmenting.units import points_of, to_units
from desktop_app.core.tracking.baseline import Baseline, Month, first_rows

NEW, NOWHERE = -2, -1  # in ``was``: not there before; there, but in no segment


@dataclass(frozen=True, slots=True)
class Gone:
    """A customer who is no longer there, and the segment they were in (-1 = none)."""

    customer: str
    was: int


@dataclass(frozen=True, slots=True)
class Reason:
    """What moved a customer most: a feature, by its place, and its values in the file's units."""

    feature: int
    was: float
    now: float


@dataclass(frozen=True, slots=True, eq=False)
class Movement:
    """The n customers of now: where they were and where they are, segments as in the baseline.

    ``was``: (n,) int64 with ``NEW`` and ``NOWHERE``; ``now``: (n,) int64, -1 = none. ``flow``: (k, k)
    customers from a segment (row) to a segment (column). ``reasons`` are of those who moved from a
    segment to another, by row.
    """

    was: IntArray
    now: IntArray
    flow: IntArray
    gone: tuple[Gone, ...]
    reasons: dict[int, Reason]

    @property
    def moved(self) -> IntArray:
        """The rows of customers who changed their segment, ascending."""
        return np.flatnonzero((self.was >= 0) & (self.now >= 0) & (self.was != self.now))

    @property
    def new(self) -> IntArray:
        """The rows of customers who were not there before, ascending."""
        return np.flatnonzero(self.was == NEW)

    def came_to(self, segment: int) -> int:
        """Give how many came to a segment from another one."""
        return int(self.flow[:, segment].sum() - self.flow[segment, segment])

    def left(self, segment: int) -> int:
        """Give how many left a segment for another one."""
        return int(self.flow[segment].sum() - self.flow[segment, segment])


def movement(baseline: Baseline, table: CustomerTable, now: IntArray) -> Movement:
    """Compare the customers of ``table``, who are in the segments ``now`` (n,), with the time before.

    Customers are the same if they are called the same. What moved a customer is the feature whose
    change brought the customer farthest along the way from the old centre to the new one.

    Raises
    ------
    ColumnMissing
        A feature's column is not in ``table``.
    """
    row_before = {name: row for row, name in enumerate(baseline.ids)}
    rows_now = first_rows(table)
    was = np.full(len(now), NEW, dtype=np.int64)
    before = np.full(len(now), -1, dtype=np.int64)
    for name, row in rows_now.items():
        if name in row_before:
            before[row] = row_before[name]
            was[row] = max(int(baseline.labels[row_before[name]]), NOWHERE)
    flow = np.zeros((baseline.k, baseline.k), dtype=np.int64)
    stayed = (was >= 0) & (now >= 0)
    np.add.at(flow, (was[stayed], now[stayed]), 1)
    gone = tuple(
        Gone(name, int(baseline.labels[row]))
        for name, row in row_before.items()
        if name not in rows_now
    )
    found = Movement(was, now, flow, gone, {})
    return replace(found, reasons=_reasons(baseline, table, found, before))


def month_of(movement: Movement, baseline: Baseline, day: str) -> Month:
    """Give the entry of the history for a newer time."""
    counts = np.bincount(movement.now[movement.now >= 0], minlength=baseline.k)
    return Month(
        day,
        tuple(
            (piece, int(n)) for piece, n in zip(baseline.segmentation.pieces, counts, strict=True)
        ),
        n_customers=int(counts.sum()),
        n_moved=len(movement.moved),
        n_new=len(movement.new),
        n_gone=len(movement.gone),
    )


def carried_on(baseline: Baseline, table: CustomerTable, movement: Movement, day: str) -> Baseline:
    """Give the baseline for the next time: the same segments, the customers of now."""
    rows = first_rows(table)
    places = list(rows.values())
    return replace(
        baseline,
        ids=tuple(rows),
        labels=movement.now[places],
        points=points_of(baseline.segmentation.features, table)[places],
        months=(*baseline.months, month_of(movement, baseline, day)),
    )


def _reasons(
    baseline: Baseline, table: CustomerTable, found: Movement, before: IntArray
) -> dict[int, Reason]:
    rows = found.moved
    if not len(rows):
        return {}
    points_now = points_of(baseline.segmentation.features, table)[rows]
    points_was = baseline.points[before[rows]]
    way = (
        baseline.segmentation.centres[found.now[rows]]
        - baseline.segmentation.centres[found.was[rows]]
    )
    steps = np.nan_to_num((points_now - points_was) * way)
    features = steps.argmax(axis=1)
    now, was = (_in_units(baseline, points) for points in (points_now, points_was))
    return {
        int(row): Reason(int(feature), float(was[place, feature]), float(now[place, feature]))
        for place, (row, feature) in enumerate(zip(rows, features, strict=True))
    }


def _in_units(baseline: Baseline, points: FloatArray) -> FloatArray:
    return to_units(baseline.segmentation.features, points)
