"""Names stand beside what they name, in the emptiest place around it, never on one another.

Knows boxes and points in pixels; what they stand for is the business of each chart.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

CELL = 4.0  # pixels; finer than any letter, coarse enough to count a million points at once
SIDES = ((1, 1), (0, 1), (1, 0), (-1, 1), (0, -1), (1, -1), (-1, 0), (-1, -1))
"""The eight places around a thing as steps right and up, the most natural one first."""

REACHES = (1.0, 2.2, 3.6)  # beside the thing; else further off, where a leader line joins the two
_FAR_COST, _SIDE_COST = 0.02, 0.0005  # in shares of the crowd that a place would cover
_ROUNDS = 3  # each round lets every name move once the others have found their place


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, y upwards."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.bottom + self.height

    def meets(self, other: Box) -> bool:
        """Whether the two share any room."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def holds(self, other: Box) -> bool:
        """Whether ``other`` lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.bottom <= other.bottom
            and other.top <= self.top
        )

    def nearest_to(self, x: float, y: float) -> tuple[float, float]:
        """Give the point of the rectangle that is nearest to (x, y)."""
        return min(max(x, self.left), self.right), min(max(y, self.bottom), self.top)


@dataclass(frozen=True, slots=True)
class Named:
    """A thing at (x, y) whose name is ``width`` x ``height``; ``gap`` keeps the name off it.

    ``sides`` are the places that may be tried, the best first.
    """

    x: float
    y: float
    width: float
    height: float
    gap: float
    sides: tuple[tuple[int, int], ...] = SIDES


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands; one that ``is_far`` needs a leader line."""

    box: Box
    is_far: bool


def emptiest_places(
    things: Sequence[Named],
    crowd: npt.NDArray[np.float64],
    bounds: Box,
    taken: Sequence[Box] = (),
) -> list[Place | None]:
    """Give each name its place inside ``bounds``, off ``taken`` and off the other names.

    ``crowd`` (n, 2): points that had better not be covered. ``None`` is for a name that fits
    nowhere: the thing's own sign must do.
    """
    counts = _Crowd(crowd, bounds)
    candidates = [_candidates(thing, bounds, taken, counts) for thing in things]
    places: list[Place | None] = [None] * len(things)
    for _round, i in product(range(_ROUNDS), range(len(things))):
        others = [place.box for j, place in enumerate(places) if place is not None and j != i]
        free = (
            (cost, number)
            for number, (cost, place) in enumerate(candidates[i])
            if not any(place.box.meets(other) for other in others)
        )
        best = min(free, default=None)
        places[i] = None if best is None else candidates[i][best[1]][1]
    return places


def _candidates(
    thing: Named, bounds: Box, taken: Sequence[Box], counts: _Crowd
) -> list[tuple[float, Place]]:
    found = []
    for (far, reach), (number, (right, up)) in product(enumerate(REACHES), enumerate(thing.sides)):
        box = _beside(thing, right, up, reach)
        if bounds.holds(box) and not any(box.meets(other) for other in taken):
            cost = counts.share(box) + _FAR_COST * far + _SIDE_COST * number
            found.append((cost, Place(box, is_far=far > 0)))
    return found


def _beside(thing: Named, right: int, up: int, reach: float) -> Box:
    gap = thing.gap * reach * (0.75 if right and up else 1.0)  # a corner is nearer than a side
    x = thing.x + right * (gap + thing.width / 2)
    y = thing.y + up * (gap + thing.height / 2)
    return Box(x - thing.width / 2, y - thing.height / 2, thing.width, thing.height)


class _Crowd:
    """Counts the points under a box in four look-ups."""

    def __init__(self, points: npt.NDArray[np.float64], bounds: Box) -> None:
        self._bounds = bounds
        columns = max(1, int(np.ceil(bounds.width / CELL)))
        rows = max(1, int(np.ceil(bounds.height / CELL)))
        cells = np.floor((points - (bounds.left, bounds.bottom)) / CELL).astype(np.int64)
        is_inside = ((cells >= 0) & (cells < (columns, rows))).all(axis=1)
        flat = cells[is_inside] @ np.array([rows, 1])
        grid = np.bincount(flat, minlength=columns * rows).reshape(columns, rows)
        self._sums = np.zeros((columns + 1, rows + 1), dtype=np.int64)
        self._sums[1:, 1:] = grid.cumsum(axis=0).cumsum(axis=1)

    def share(self, box: Box) -> float:
        """Give the share of all points that ``box`` would cover."""
        last_column, last_row = self._sums.shape[0] - 1, self._sums.shape[1] - 1
        left = _clipped((box.left - self._bounds.left) / CELL, last_column)
        right = _clipped((box.right - self._bounds.left) / CELL + 1, last_column)
        low = _clipped((box.bottom - self._bounds.bottom) / CELL, last_row)
        high = _clipped((box.top - self._bounds.bottom) / CELL + 1, last_row)
        sums = self._sums
        covered = sums[right, high] - sums[left, high] - sums[right, low] + sums[left, low]
        return float(covered) / max(1, int(sums[-1, -1]))


def _clipped(cell: float, last: int) -> int:
    return min(max(int(cell), 0), last)
