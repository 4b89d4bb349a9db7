"""How one fact is spread within each group: a shape, the middle half, the middle value written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.layout import (
    GRID_WIDTH,
    GRID_Z,
    MARK_Z,
    Margins,
    screen_pixels,
    set_ticks,
)
from desktop_app.charts.segment_rows import set_segment_rows
from desktop_app.charts.shades import blend
from desktop_app.charts.style import SHAPES
from desktop_app.charts.tick_room import keep_apart, ticks_of, unit_place
from desktop_app.charts.two_scales import limits_around
from desktop_app.charts.writing import write
from desktop_app.i18n import _

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.describing.spreads import FactSpread, SegmentSpread
    from desktop_app.wording.group_words import GroupWords

_EDGE_ROOM = 0.03
_HALF_ROW = 0.42  # the tallest point of a shape, in rows
_DOT_PX, _BOX_PX = 9.0, 5.0
_PALE = 0.45


def draw_fact_spread(
    ax: Axes,
    spread: FactSpread,
    style: ChartStyle,
    *,
    words: GroupWords,
    chosen: int | None = None,
) -> None:
    """Draw segment s around y = s, as thick as customers are many; a few are points.

    The thick line holds half of the customers, the dot is the one in the middle, whose value stands
    at the right. A dashed line goes down from the middle of everyone.
    """
    _set_scale(ax, style)
    ax.set_xlim(*limits_around(spread.low, spread.high, _EDGE_ROOM))
    middles = [
        "–" if part is None else words.value(spread.column, part.middle) for part in spread.segments
    ]
    set_segment_rows(ax, style, words, middles, bottom=Margins().bottom, top=1.5, chosen=chosen)
    _draw_everyone(ax, spread, style, words)
    for segment, part in enumerate(spread.segments):
        if part is not None:
            _draw_part(ax, segment, part, spread, words.pieces[segment], style)
    ticks = ticks_of(words.columns[spread.column], words.formats, *ax.get_xlim())
    set_ticks(ax, style, "x", *keep_apart(ax, style, ticks, unit_place(ticks[0])))


def _set_scale(ax: Axes, style: ChartStyle) -> None:
    ax.set_facecolor("none")
    for side in ax.spines.values():
        side.set_visible(False)
    ax.tick_params(length=0, pad=style.pixels(7))
    ax.yaxis.set_ticks([])
    ax.set_axisbelow(True)
    ax.grid(axis="x", color=style.palette.line, linewidth=GRID_WIDTH, zorder=GRID_Z)


def _draw_everyone(ax: Axes, spread: FactSpread, style: ChartStyle, words: GroupWords) -> None:
    middle = spread.everyone.middle
    ax.plot(
        [middle, middle],
        [words.k - 0.5, -0.5],
        color=style.palette.line2,
        linewidth=style.pixels(1.2),
        linestyle=(0, (4, 3)),
        zorder=MARK_Z - 1,
        gid="everyone",
    )
    low, high = ax.get_xlim()
    share = (middle - low) / (high - low)
    side = "center" if 0.25 < share < 0.75 else ("left" if share <= 0.25 else "right")
    write(
        ax,
        _("all customers: {value}").format(value=words.value(spread.column, middle)),
        (middle, -0.5),
        style,
        shift=(0.0, style.points(0.75)),
        ha=side,
        color=style.palette.text2,
        gid="everyone-name",
    )


def _draw_part(
    ax: Axes,
    segment: int,
    part: SegmentSpread,
    spread: FactSpread,
    piece: int,
    style: ChartStyle,
) -> None:
    palette = style.palette
    if part.heights:
        _draw_shape(ax, segment, part, spread, piece, style)
    else:
        inside = [value for value in part.values if spread.low <= value <= spread.high]
        ax.plot(
            inside,
            [segment] * len(inside),
            linestyle="none",
            marker=SHAPES[piece % len(SHAPES)],
            markersize=style.pixels(_DOT_PX),
            markerfacecolor=palette.fill(piece),
            markeredgecolor=palette.edge(piece),
            markeredgewidth=style.pixels(0.8),
            zorder=MARK_Z,
            gid=f"points-{segment}",
        )
        return
    row = ax.bbox.height / abs(np.subtract(*ax.get_ylim()))
    thick = min(screen_pixels(ax, style, _BOX_PX), 0.3 * row)
    width = thick * style.pixels(1.0) / screen_pixels(ax, style, 1.0)
    ax.plot(
        [part.lower, part.upper],
        [segment] * 2,
        color=palette.text,
        linewidth=width,
        solid_capstyle="butt",
        zorder=MARK_Z + 0.2,
        gid=f"half-{segment}",
    )
    ax.plot(
        [part.middle],
        [segment],
        linestyle="none",
        marker="o",
        markersize=min(style.pixels(_DOT_PX), 2.0 * width),
        markerfacecolor=palette.sheet,
        markeredgecolor=palette.text,
        markeredgewidth=style.pixels(1.6),
        zorder=MARK_Z + 0.4,
        gid=f"middle-{segment}",
    )


def _draw_shape(
    ax: Axes,
    segment: int,
    part: SegmentSpread,
    spread: FactSpread,
    piece: int,
    style: ChartStyle,
) -> None:
    heights = np.array(part.heights)
    edges = np.linspace(spread.low, spread.high, len(heights) + 1)
    middles = (edges[:-1] + edges[1:]) / 2
    if spread.low == spread.high:
        middles = np.full(len(heights), spread.low)
    is_there = np.flatnonzero(heights > 0)
    if not len(is_there):
        return
    seen = slice(is_there[0], is_there[-1] + 1)
    half = _HALF_ROW * heights[seen]
    ax.fill_between(
        middles[seen],
        segment - half,
        segment + half,
        facecolor=blend(style.palette.fill(piece), style.palette.sheet, _PALE),
        edgecolor=style.palette.edge(piece),
        linewidth=style.pixels(1.0),
        zorder=MARK_Z - 0.5,
        gid=f"shape-{segment}",
    )
