"""Names of points on a falling line: each flies like a flag from a pole above its point.

Knows boxes in pixels; what they stand for is the business of the chart.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.labels import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

_LIFTS = range(-6, 16)  # lengths of the pole and steps aside, in units of ``unit`` pixels
_SHORTEST = 3  # of a pole that stands upright; one that leans may also hang
_SHIFTS = (0, 1, 2, 4, 8)
_SHIFT_COST, _LEFT_COST = 4, 4


@dataclass(frozen=True, slots=True)
class Pole:
    """A point at (x, y) and the size of its flag, in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Flag:
    """A place that one flag can have by itself; the pole runs from its point to the flag."""

    cost: float
    cloth: Box
    pole: Box


def fly_flags(
    poles: Sequence[Pole], line: npt.NDArray[np.float64], bounds: Box, unit: float
) -> list[Box | None]:
    """Give the flags of at most two poles their places, together as near as they can be.

    ``line`` (n, 2): points that no flag may cover; ``unit`` is about half a line of text. ``None``
    is for a flag that has no room.
    """
    choices = [_choices(pole, line, bounds, unit) for pole in poles]
    hoisted = [place for place, flags in enumerate(choices) if flags]
    fitting = (flags for flags in product(*(choices[i] for i in hoisted)) if _all_apart(flags))
    best = min(fitting, key=_total_cost, default=())
    places: list[Box | None] = [None for _pole in poles]
    for place, flag in zip(hoisted, best, strict=False):
        places[place] = flag.cloth
    return places


def _total_cost(flags: tuple[_Flag, ...]) -> float:
    return sum(flag.cost for flag in flags)


def _choices(pole: Pole, line: npt.NDArray[np.float64], bounds: Box, unit: float) -> list[_Flag]:
    found = []
    for lift, shift, is_left in product(_LIFTS, _SHIFTS, (False, True)):
        aside = shift * unit - 1.0
        left = pole.x - aside - pole.width if is_left else pole.x + aside
        cloth = Box(left, pole.y + lift * unit, pole.width, pole.height)
        if shift == 0 and lift < _SHORTEST:
            continue
        if bounds.holds(cloth) and not _covers(cloth, line, unit / 2):
            cost = abs(lift) + _SHIFT_COST * shift + _LEFT_COST * is_left
            found.append(_Flag(cost, cloth, Box(pole.x - 2, pole.y, 4, max(lift * unit - 1, 1))))
    return found


def _covers(box: Box, line: npt.NDArray[np.float64], pad: float) -> bool:
    low = np.array([box.left - pad, box.bottom - pad])
    high = np.array([box.right + pad, box.top + pad])
    return bool(((line > low) & (line < high)).all(axis=1).any())


def _all_apart(flags: tuple[_Flag, ...]) -> bool:
    if len(flags) < 2:
        return True
    one, other = flags
    return not (
        one.cloth.meets(other.cloth) or one.cloth.meets(other.pole) or one.pole.meets(other.cloth)
    )
