"""The exact inertia of centres over all customers, for several k in one pass.

Who is nearest to whom is found in float32; what is added up is float64. A point so near to a
border that float32 mistakes the side costs the same on both.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.lloyd import Frame, SearchPoints, mark_nearest, row_tasks, scoring
from desktop_app.core.segmenting.results import FloatArray
from desktop_app.core.segmenting.threads import Spread, in_turn

CELLS_AT_ONCE = 65_536


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """``centres`` (k, d) with the summed weights ``sizes`` (k,) of their points, and their inertia."""

    centres: FloatArray
    sizes: FloatArray
    inertia: float


def measure(
    points: FloatArray,
    weights: FloatArray,
    data: SearchPoints,
    frame: Frame,
    sets: Sequence[FloatArray],
    *,
    spread: Spread = in_turn,
    progress: Progress = NO_PROGRESS,
) -> tuple[Measured, ...]:
    """Measure each of ``sets`` of centres (k, d) on all ``points`` (n, d).

    ``data`` are the points in ``frame``, ready for the search.

    >>> points, weights = np.array([[0.0], [1.0], [9.0]]), np.ones(3)
    >>> frame = Frame(np.zeros(1), 1.0)
    >>> data = SearchPoints.of(points, weights, frame)
    >>> measure(points, weights, data, frame, [np.array([[0.5], [9.0]])])[0].inertia
    0.5
    """
    flat = np.concatenate(list(sets))
    towards = scoring(frame.inward(flat).astype(np.float32))
    shapes = [(1, len(centres)) for centres in sets]

    def add_up(rows: slice) -> tuple[FloatArray, float]:
        progress.checkpoint()
        return _sums(points, weights, data, frame.middle, towards, shapes, rows)

    sums, total = np.zeros((len(flat), points.shape[1] + 1)), 0.0
    for part_sums, part_total in spread(add_up, row_tasks(len(points), len(flat))):
        sums += part_sums
        total += part_total
    sizes, places = sums[:, -1], flat - frame.middle
    gains = 2 * np.einsum("ij,ij->i", places, sums[:, :-1])
    gains -= sizes * np.einsum("ij,ij->i", places, places)
    ends = np.cumsum([len(centres) for centres in sets])[:-1]
    return tuple(
        Measured(centres, own_sizes, total - float(own_gains.sum()))
        for centres, own_sizes, own_gains in zip(
            sets, np.split(sizes, ends), np.split(gains, ends), strict=True
        )
    )


def _sums(
    points: FloatArray,
    weights: FloatArray,
    data: SearchPoints,
    middle: FloatArray,
    towards: "np.ndarray",
    shapes: Sequence[tuple[int, int]],
    rows: slice,
) -> tuple[FloatArray, float]:
    m, d = len(towards), points.shape[1]
    sums, total = np.zeros((m, d + 1)), 0.0
    size = max(1, CELLS_AT_ONCE // m)
    for start in range(rows.start, rows.stop, size):
        block = slice(start, min(start + size, rows.stop))
        scores = towards @ data.columns[:, block]
        lowest = np.empty((len(shapes), scores.shape[1]), dtype=np.float32)
        is_nearest = np.empty(scores.shape, dtype=np.bool_)
        mark_nearest(scores, shapes, lowest, is_nearest)
        places = np.ones((scores.shape[1], d + 1))
        np.subtract(points[block], middle, out=places[:, :-1])
        total += float(weights[block] @ np.einsum("ij,ij->i", places[:, :-1], places[:, :-1]))
        places *= weights[block, None]
        sums += is_nearest.astype(np.float64) @ places
    return sums, total
