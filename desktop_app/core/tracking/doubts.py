"""What speaks against sorting newer customers into older segments.

Three questions: is a feature on another scale, do customers fit no segment, and would segments made
anew be the same. Makes no sentences.
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.assigning import nearest
from desktop_app.core.segmenting.results import FloatArray, IntArray
from desktop_app.core.segmenting.units import canonical_columns, points_of, to_units
from desktop_app.core.tracking.baseline import Baseline

JUMPED = 3.0  # times larger or smaller: euros for cents, a year for a month
SHIFTED = 2.0  # standard deviations, where a median of 0 allows no ratio
MANY_MISFITS = 0.10  # share of customers that calls for new segments
HOLDS = 0.5  # of the way to the nearest other centre; a centre that moved farther is another one


@dataclass(frozen=True, slots=True)
class Jump:
    """A feature, by its place, whose median went from ``was`` to ``now`` (the file's units)."""

    feature: int
    was: float
    now: float

    @property
    def ratio(self) -> float | None:
        """How many times larger it is now; ``None`` where it was 0."""
        return self.now / self.was if self.was else None


@dataclass(frozen=True, slots=True, eq=False)
class Refit:
    """Segments made anew, beside those of the baseline.

    ``match``: for each new segment the old one that it stands for, -1 = none; ``shift``: for each old
    segment how far its centre moved, as a share of the way to the nearest other old centre, NaN = it
    has no match. ``agreement``: share of customers whom both sort alike.
    """

    match: tuple[int, ...]
    shift: tuple[float, ...]
    agreement: float

    @property
    def lost(self) -> tuple[int, ...]:
        """The old segments that no longer are where they were."""
        return tuple(s for s, shift in enumerate(self.shift) if not shift <= HOLDS)


def scale_jumps(baseline: Baseline, table: CustomerTable) -> tuple[Jump, ...]:
    """Give the features whose middle is far from where it was when the segments were made.

    Raises
    ------
    ColumnMissing
        A feature's column is not in ``table``.
    """
    values = to_units(
        baseline.segmentation.features, points_of(baseline.segmentation.features, table)
    )
    values = values[~np.isnan(values).any(axis=1)]
    if not len(values):
        return ()
    medians = np.median(values, axis=0)
    return tuple(
        Jump(place, float(was), float(now))
        for place, (was, now) in enumerate(zip(baseline.middles, medians, strict=True))
        if _jumped(float(was), float(now), float(baseline.spreads[place]))
    )


def _jumped(was: float, now: float, spread: float) -> bool:
    """Tell whether a middle jumped: many times, and by more than the customers differ anyway.

    >>> _jumped(50.0, 600.0, 20.0), _jumped(1.0, 4.0, 9.0), _jumped(0.0, 5.0, 1.0)
    (True, False, True)
    """
    if abs(now - was) <= SHIFTED * spread / 2:
        return False
    if was > 0 and now > 0:
        return not 1 / JUMPED < now / was < JUMPED
    return abs(now - was) > SHIFTED * spread


def misfits(baseline: Baseline, table: CustomerTable, labels: IntArray) -> IntArray:
    """Give the rows of customers who are farther from their centre than nearly all were before.

    Raises
    ------
    ColumnMissing
        A feature's column is not in ``table``.
    """
    rows = np.flatnonzero(labels >= 0)
    points = points_of(baseline.segmentation.features, table)[rows]
    away = np.sqrt(np.square(points - baseline.segmentation.centres[labels[rows]]).sum(axis=1))
    return rows[away > baseline.limits[labels[rows]]]


def compare_refit(
    baseline: Baseline,
    table: CustomerTable,
    labels: IntArray,
    centres: FloatArray,
    *,
    progress: Progress = NO_PROGRESS,
) -> Refit:
    """Compare segments made anew, by their ``centres`` (m, d) in the baseline's prepared units.

    New and old centres are matched one to one at the least total squared distance (Kuhn 1955).
    ``labels`` (n,) are the customers' segments of the baseline.
    """
    from scipy.optimize import linear_sum_assignment

    costs = np.square(centres[:, None, :] - baseline.segmentation.centres[None, :, :]).sum(axis=2)
    new, old = linear_sum_assignment(costs)
    match = np.full(len(centres), -1, dtype=np.int64)
    match[new] = old
    shift = np.full(baseline.k, np.nan)
    shift[old] = np.sqrt(costs[new, old]) / _room(baseline)[old]
    points = points_of(baseline.segmentation.features, table)
    rows = np.flatnonzero((labels >= 0) & ~np.isnan(points).any(axis=1))
    order = canonical_columns(baseline.segmentation.features)
    columns = np.ascontiguousarray(points[rows][:, order].T)
    anew, _ = nearest(columns, centres[:, order], progress=progress)
    agreement = float(np.mean(match[anew] == labels[rows])) if len(rows) else 1.0
    return Refit(tuple(match.tolist()), tuple(shift.tolist()), agreement)


def _room(baseline: Baseline) -> FloatArray:
    """Give the way from each old centre to the nearest other one."""
    if baseline.k == 1:
        return np.array([np.inf])
    gaps = np.square(
        baseline.segmentation.centres[:, None, :] - baseline.segmentation.centres[None, :, :]
    ).sum(axis=2)
    np.fill_diagonal(gaps, np.inf)
    return np.sqrt(gaps.min(axis=1))
