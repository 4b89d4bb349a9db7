"""The shop's own clock above the grid of the classic view: by when customers usually come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.fonts import font
from desktop_app.charts.layout import LABEL_Z, SMALL, screen_pixels, size_of
from desktop_app.core.customers.classic.scores import N_SCORES
from desktop_app.i18n import _

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.customers.classic.views import ClassicView
    from desktop_app.core.customers.table import Clock
    from desktop_app.wording.numbers import Formats

_CLOCK_PX = 7.0


def clock_places(view: ClassicView, clock: Clock) -> list[tuple[float, float]]:
    """Give place across and days of the clock's marks, as far as they lie on the axis."""
    days = (clock.median, clock.most, clock.nearly_all)
    places = ((_across(view, day), day) for day in days)
    return [(place, day) for place, day in places if place is not None]


def _across(view: ClassicView, day: float) -> float | None:
    """Give where ``day`` stands on the recency axis; between two bands is on their border."""
    for band in view.bands:
        if np.isnan(band.lowest) or day > band.highest:
            continue
        into = max(day - band.lowest, 0.0) / max(band.highest - band.lowest, 1.0)
        return N_SCORES - band.score + min(into, 1.0)
    return None


def draw_clock(
    ax: Axes, view: ClassicView, clock: Clock, style: ChartStyle, formats: Formats
) -> None:
    """Mark above the grid by when half, most and nearly all of those who come back are back."""
    marks = clock_places(view, clock)
    names = (_("half are back by day {n}"), _("most by {n}"), _("nearly all by {n}"))
    texts = [
        name.format(n=formats.count(round(day)))
        for name, (_place, day) in zip(names, marks, strict=False)
    ]
    gap = screen_pixels(ax, style, 10)
    end = -np.inf
    for text, (place, _day) in zip(texts, marks, strict=True):
        ax.plot(
            [place],
            [N_SCORES],
            marker="v",
            markersize=style.pixels(_CLOCK_PX),
            color=style.palette.text,
            clip_on=False,
            zorder=LABEL_Z,
            gid="clock",
        )
        width, across = size_of(ax, text, style)[0], place / N_SCORES * ax.bbox.width
        left = max(end + gap, min(across - width / 2, ax.bbox.width - width), -ax.bbox.x0)
        if left + width > ax.bbox.width + 1:
            continue  # its mark stands, its words have no room
        end = left + width
        ax.annotate(
            text,
            (left / ax.bbox.width * N_SCORES, N_SCORES),
            xytext=(0, style.pixels(7)),
            textcoords="offset points",
            annotation_clip=False,
            ha="left",
            va="bottom",
            color=style.palette.text2,
            zorder=LABEL_Z,
            fontproperties=font("regular", style.points(SMALL)),
            gid="clock-words",
        )
