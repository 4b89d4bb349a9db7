"""Many k-means runs at once that end where no single point wants to leave, in float32.

Each step moves every point whose move would make its run tighter, counting that both means move
with it (Hartigan & Wong 1979). Unlike one by one, moves at once can spoil each other: a run that
gets no tighter rests with what it had before.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.lloyd import (
    TINY_GAIN,
    Finalists,
    SearchPoints,
    SingleArray,
    scoring,
    squared_lengths,
)
from desktop_app.core.segmenting.results import FloatArray

MOST_STEPS = 40
SMALL = 1e-3  # instead of what is left of a segment when its only point has gone

Marks = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class _Runs:
    """Where each point is, ``marks`` (r, k, n); its segments' ``means`` and ``sizes`` (r, k, 1)."""

    marks: Marks
    means: FloatArray
    sizes: FloatArray
    inertia: FloatArray

    def part(self, kept: npt.NDArray[np.bool_]) -> "_Runs":
        return _Runs(self.marks[kept], self.means[kept], self.sizes[kept], self.inertia[kept])


def exchange(
    data: SearchPoints, batches: Sequence[SingleArray], *, progress: Progress = NO_PROGRESS
) -> list[Finalists]:
    """Move the sets of each batch (r, k, d) until they rest, one batch for each k; tightest first."""
    weighted = np.ascontiguousarray(data.weighted(data.columns).T)
    points = np.vstack([data.columns, squared_lengths(data.places)])
    return [_rested(data, points, weighted, batch, progress) for batch in batches]


def _rested(
    data: SearchPoints,
    points: SingleArray,
    weighted: SingleArray,
    batch: SingleArray,
    progress: Progress,
) -> Finalists:
    sets, reached, going = batch.copy(), np.full(len(batch), np.inf), np.arange(len(batch))
    costs = _distances(points, batch)
    for _ in range(MOST_STEPS):
        progress.checkpoint()
        runs = _moved(data, weighted, costs)
        is_better = reached[going] - runs.inertia > TINY_GAIN * runs.inertia
        is_better &= runs.sizes.all(axis=(1, 2))
        going = going[is_better]
        if not len(going):
            break
        if not is_better.all():
            runs = runs.part(is_better)
        sets[going], reached[going] = runs.means, runs.inertia
        costs = _costs(data, points, runs)
    order = np.argsort(reached, kind="stable")
    return Finalists(sets[order], reached[order])


def _distances(
    points: SingleArray, centres: SingleArray, factors: FloatArray | float = 1.0
) -> SingleArray:
    """Give the squared distances (r, k, n) times ``factors`` (r, k, 1)."""
    r, k, d = centres.shape
    towards: SingleArray = np.ones((r, k, d + 2), dtype=np.float32)
    towards[:, :, :-1] = scoring(centres.reshape(-1, d)).reshape(r, k, d + 1)
    towards *= np.asarray(factors, dtype=np.float32)
    return (towards.reshape(r * k, -1) @ points).reshape(r, k, -1)


def _costs(data: SearchPoints, points: SingleArray, runs: _Runs) -> SingleArray:
    """Give what the inertia would rise by (r, k, n) if a point came, or fall by if it left."""
    sizes, centres = runs.sizes, runs.means.astype(np.float32)
    if data.weights is None:
        costs = _distances(points, centres, sizes / (sizes + 1))
        leaving = ((sizes + 1) / np.maximum(sizes - 1, SMALL)).astype(np.float32)
    else:
        costs = _distances(points, centres)
        shares: SingleArray = data.weights * (1 / sizes).astype(np.float32)
        costs /= 1 + shares
        leaving = np.divide(1 + shares, np.maximum(1 - shares, SMALL), dtype=np.float32)
    np.multiply(costs, leaving, out=costs, where=runs.marks)
    return costs


def _moved(data: SearchPoints, weighted: SingleArray, costs: SingleArray) -> _Runs:
    """Put each point where it costs least; on a tie with the first."""
    marks = costs == costs.min(axis=1, keepdims=True)
    twice = np.flatnonzero(marks.sum(axis=(1, 2)) > marks.shape[2])
    marks[twice] &= np.cumsum(marks[twice], axis=1) == 1
    flat = marks.reshape(-1, marks.shape[2]).astype(np.float32) @ weighted
    sums = flat.reshape(*marks.shape[:2], -1).astype(np.float64)
    sizes = sums[:, :, -1:]
    means = sums[:, :, :-1] / np.where(sizes > 0, sizes, 1.0)
    inertia = data.scatter - np.einsum("rkd,rkd->r", means, sums[:, :, :-1])
    return _Runs(marks, means, sizes, inertia)
