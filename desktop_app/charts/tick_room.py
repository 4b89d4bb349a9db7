"""Ticks that have room: dates along an axis, and words that keep clear of each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.layout import screen_pixels, size_of
from desktop_app.charts.value_axis import MOST_TICKS, ValueAxis
from desktop_app.core.checking.columns import Kind
from desktop_app.wording.numbers import month_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.layout import Margins
    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.checking.columns import Column
    from desktop_app.wording.numbers import Formats

    Ticks = tuple[list[float], list[str]]

_EPOCH = date(1970, 1, 1).toordinal()
_FEW_DAYS = 62  # shorter times are told in days
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 6_000)
_GAP = 10  # px between words at 13 px


def ticks_of(column: Column, formats: Formats, low: float, high: float) -> Ticks:
    """Give places and words along an axis of ``column``; dates are days since 1970."""
    if column.kind is Kind.DATE:
        return date_ticks(low, high, formats)
    return ValueAxis(column.name, column, formats).ticks(low, high)


def date_ticks(low: float, high: float, formats: Formats) -> Ticks:
    """Give at most ``MOST_TICKS`` round days: first days of months or years, or single days.

    The year stands at the first month and at every January.
    """
    if high - low <= _FEW_DAYS:
        step = max(1, -(-int(high - low) // (MOST_TICKS - 2)))
        days = [float(day) for day in range(int(np.ceil(low)), int(high) + 1, step)]
        return days, [formats.date(_day(place)) for place in days]
    ends = np.array([np.floor(low), np.floor(high)]).astype("datetime64[D]")
    first, last = (int(month) for month in ends.astype("datetime64[M]").astype(np.int64))
    for step in _MONTH_STEPS:
        months = np.arange(-(-first // step) * step, last + 1, step, dtype=np.int64)
        days = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.float64).tolist()
        days = [day for day in days if low <= day <= high]
        if len(days) <= MOST_TICKS:
            break
    return days, [_month_words(_day(day), step, is_first=not i) for i, day in enumerate(days)]


def keep_apart(ax: Axes, style: ChartStyle, ticks: Ticks, unit_at: int = 0) -> Ticks:
    """Leave out every second tick, or more, until the words along x keep clear of each other.

    The one at ``unit_at`` stays. The limits of ``ax`` are set and its margins taken.
    """
    places, words = ticks
    low, high = ax.get_xlim()
    per_unit = ax.bbox.width / (high - low)
    widths = [size_of(ax, text, style)[0] for text in words]
    gap = screen_pixels(ax, style, _GAP)
    for step in range(1, len(places) + 1):
        kept = range(unit_at % step, len(places), step)
        if all(
            (places[b] - places[a]) * per_unit >= (widths[a] + widths[b]) / 2 + gap
            for a, b in pairwise(kept)
        ):
            return [places[i] for i in kept], [words[i] for i in kept]
    return [], []


def unit_place(places: Sequence[float]) -> int:
    """Give the place of the tick that bears the unit: the first one that is not nought."""
    return next((i for i, place in enumerate(places) if place), 0)


def room_beside(ax: Axes, style: ChartStyle, ticks: Ticks, margins: Margins) -> Margins:
    """Widen left and right margins so that half of the first and last word along x has room.

    The limits of ``ax`` are set, its margins not yet taken.
    """
    if not ticks[0]:
        return margins
    em = screen_pixels(ax, style, 13.0)
    low, high = ax.get_xlim()
    per_unit = (ax.bbox.width / em - margins.left - margins.right) / (high - low)
    half_first, half_last = (size_of(ax, ticks[1][i], style)[0] / em / 2 + 0.3 for i in (0, -1))
    return replace(
        margins,
        left=max(margins.left, half_first - (ticks[0][0] - low) * per_unit),
        right=max(margins.right, half_last - (high - ticks[0][-1]) * per_unit),
    )


def _day(days: float) -> date:
    return date.fromordinal(min(max(_EPOCH + int(days // 1), 1), date.max.toordinal()))


def _month_words(day: date, step: int, *, is_first: bool) -> str:
    if step % 12 == 0:
        return str(day.year)
    if is_first or day.month == 1:
        return f"{month_name(day)} {day.year}"
    return month_name(day)
