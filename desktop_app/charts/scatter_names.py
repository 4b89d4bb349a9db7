"""The names of the groups in a scatter: beside their typical customers, where they hide least."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.fonts import font
from desktop_app.charts.labels import Box, Named, Place, emptiest_places
from desktop_app.charts.layout import LABEL_Z, MARK_Z, SMALL, ground, screen_pixels, size_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.scatter_view import ScatterView
    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.segmenting.results import FloatArray, IntArray

PIECE_PX, HALO_PX = 20.0, 4.0
NAME_WIDTH = 22  # letters in a line
_MOST_COUNTED = 20_000  # points that are asked when names look for a free place


def draw_names(
    ax: Axes,
    view: ScatterView,
    rows: IntArray,
    style: ChartStyle,
    shown: Sequence[int],
    taken: Sequence[Box] = (),
) -> None:
    """Name the typical customers of the segments ``shown``, off what is ``taken``.

    A name without a free place is left to its letter. ``rows``: the customers in the picture.
    """
    pixel, box = screen_pixels(ax, style, 1.0), ax.bbox
    words = {segment: fill(view.names[segment], NAME_WIDTH) for segment in shown}
    pieces = {s: ax.transData.transform((view.centres_x[s], view.centres_y[s])) for s in shown}
    half = (PIECE_PX / 2 + 2) * pixel
    things = []
    for segment in shown:
        width, height = size_of(ax, words[segment], style, "semibold")
        x, y = pieces[segment]
        things.append(Named(x, y, width + 4 * pixel, height + 4 * pixel, half + pixel))
    kept_free = [Box(x - half, y - half, 2 * half, 2 * half) for x, y in pieces.values()]
    bounds = Box(box.x0, box.y0, box.width, box.height)
    places = emptiest_places(things, _crowd(ax, view, rows), bounds, [*kept_free, *taken])
    for segment, thing, place in zip(shown, things, places, strict=True):
        if place is not None:
            _write_name(ax, words[segment], thing, place, style, segment)


def _write_name(
    ax: Axes, words: str, thing: Named, place: Place, style: ChartStyle, segment: int
) -> None:
    to_axes, box = ax.transAxes.inverted(), place.box
    if place.is_far:
        ends = to_axes.transform([(thing.x, thing.y), box.nearest_to(thing.x, thing.y)])
        ax.plot(
            *ends.T,
            transform=ax.transAxes,
            color=style.palette.line2,
            linewidth=0.9,
            zorder=MARK_Z - 0.2,
            gid=f"leader-{segment}",
        )
    x, y = to_axes.transform((box.left + box.width / 2, box.bottom + box.height / 2))
    ax.text(
        x,
        y,
        words,
        transform=ax.transAxes,
        ha="center",
        va="center",
        color=style.palette.text,
        fontproperties=font("semibold", style.points(SMALL)),
        bbox=ground(style),
        zorder=LABEL_Z,
        parse_math=False,
        gid=f"name-{segment}",
    )


def _crowd(ax: Axes, view: ScatterView, rows: IntArray) -> FloatArray:
    some = rows[:: 1 + len(rows) // _MOST_COUNTED]
    points: FloatArray = ax.transData.transform(np.column_stack([view.x[some], view.y[some]]))
    return points
