"""The exact inertia of centres over all customers, for several k in one pass.

Who is nearest to whom is found in float32; what is added up is float64. A point so near to a
border that float32 mistakes the side costs the same on both.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.lloyd import (
    Frame,
    SearchPoints,
    SingleArray,
    mark_nearest,
    points_at_once,
    scoring,
    slices_of,
)
from desktop_app.core.segmenting.results import FloatArray
from desktop_app.core.segmenting.threads import Spread, in_turn

POINTS_PER_TASK = 16_384


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
    ends = np.cumsum([len(centres) for centres in sets])
    own = [slice(end - len(centres), end) for centres, end in zip(sets, ends, strict=True)]

    def add_up(rows: slice) -> tuple[FloatArray, float]:
        progress.checkpoint()
        return _sums(points, weights, data, frame.middle, towards, own, rows)

    sums, total = np.zeros((len(flat), points.shape[1] + 1)), 0.0
    for part_sums, part_total in spread(add_up, slices_of(len(points), POINTS_PER_TASK)):
        sums += part_sums
        total += part_total
    sizes, places = sums[:, -1], flat - frame.middle
    gains = 2 * np.einsum("ij,ij->i", places, sums[:, :-1])
    gains -= sizes * np.einsum("ij,ij->i", places, places)
    return tuple(
        Measured(centres, sizes[rows], total - float(gains[rows].sum()))
        for centres, rows in zip(sets, own, strict=True)
    )


def _sums(
    points: FloatArray,
    weights: FloatArray,
    data: SearchPoints,
    middle: FloatArray,
    towards: SingleArray,
    sets: Sequence[slice],
    rows: slice,
) -> tuple[FloatArray, float]:
    d = points.shape[1]
    sums, total = np.zeros((len(towards), d + 1)), 0.0
    size = points_at_once(max(own.stop - own.start for own in sets), d)
    for start in range(rows.start, rows.stop, size):
        block = slice(start, min(start + size, rows.stop))
        places = np.ones((block.stop - block.start, d + 1))
        np.subtract(points[block], middle, out=places[:, :-1])
        total += float(weights[block] @ np.einsum("ij,ij->i", places[:, :-1], places[:, :-1]))
        places *= weights[block, None]
        lowest = np.empty((1, len(places)), dtype=np.float32)
        for own in sets:
            scores = towards[own] @ data.columns[:, block]
            is_nearest = np.empty(scores.shape, dtype=np.bool_)
            mark_nearest(scores, len(scores), lowest, is_nearest)
            sums[own] += is_nearest.astype(np.float64) @ places
    return sums, total
