"""An axis over the values of a column: its scale, its few ticks and their words."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.core.checking.columns import Unit
from desktop_app.wording.numbers import Formats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.checking.columns import Column
    from desktop_app.core.segmenting.results import FloatArray

MOST_TICKS = 6
_FEWEST_TICKS = 3
_STEPS = [1, 2, 2.5, 5, 10]
_LOG_STEPS = ((1.0,), (1.0, 3.0), (1.0, 2.0, 5.0))


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """One direction of a chart; without a ``column`` it has a title but no ticks.

    On a logged axis a value stands at log1p(value), so that a long tail does not push everyone
    else into a corner; its ticks still show values.
    """

    title: str
    column: Column | None = None
    formats: Formats = Formats()  # noqa: RUF009 - frozen
    is_logged: bool = False

    def places_of(self, values: FloatArray) -> FloatArray:
        """Give where ``values`` stand on the axis."""
        return np.log1p(values) if self.is_logged else values

    def words(self, value: float) -> str:
        """Give a value with its unit."""
        if self.column is None:
            return self.formats.number(value)
        return self.formats.value(value, self.column)

    def ticks(self, low: float, high: float) -> tuple[list[float], list[str]]:
        """Give at most ``MOST_TICKS`` places between ``low`` and ``high``, and their words.

        The unit stands at the first tick that is not nought.
        """
        if self.column is None:
            return [], []
        if self.is_logged:
            values, digits = _log_ticks(math.expm1(low), math.expm1(high))
            return np.log1p(values).tolist(), self._tick_words(values, digits)
        values, digits = _even_ticks(low, high)
        return values, self._tick_words(values, digits)

    def _tick_words(self, values: Sequence[float], digits: int) -> list[str]:
        assert self.column is not None
        suffix = "k" if self.column.unit is Unit.THOUSANDS else ""
        words = [self.formats.number(v, digits) + (suffix if v else "") for v in values]
        bare = replace(self.column, unit=Unit.PLAIN)
        for place, value in enumerate(values):
            # A value with decimals may be rounded by the column's own words; an exact tick is not.
            is_exact = self.formats.value(value, bare) == self.formats.number(value, digits)
            if value and (is_exact or self.column.unit is Unit.MONEY):
                words[place] = self.formats.value(value, self.column)
                break
        return words


def _even_ticks(low: float, high: float) -> tuple[list[float], int]:
    """Give round values between the limits, and how many decimals tell them apart."""
    from matplotlib.ticker import MaxNLocator

    found = MaxNLocator(nbins=MOST_TICKS - 1, steps=_STEPS).tick_values(low, high)
    step = float(found[1] - found[0])
    digits = next((n for n in range(9) if abs(step * 10**n - round(step * 10**n)) < 1e-6), 9)
    values = [float(value) for value in np.round(found, digits) if low <= value <= high]
    return values[:MOST_TICKS], digits


def _log_ticks(low: float, high: float) -> tuple[list[float], int]:
    """Give nought and round values of growing size between the limits, and their decimals.

    Where too few of them lie between limits that are close, even steps tell more.
    """
    top = math.floor(math.log10(max(high, 1.0)))
    values: list[float] = []
    for steps in _LOG_STEPS:
        grown = [step * 10.0**power for power in range(top + 1) for step in steps]
        values = [value for value in (0.0, *grown) if low <= value <= high]
        if len(values) >= _FEWEST_TICKS:
            break
    if len(values) < _FEWEST_TICKS:
        even, digits = _even_ticks(low, high)
        if len(even) > len(values):
            return even, digits
    while len(values) > MOST_TICKS:
        values = values[::2] if len(values) % 2 else values[1::2]
    return values, 0
