"""The sizes of groups over time: one line per group, with its piece and its size at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.layout import (
    MARK_Z,
    Margins,
    calm_axes,
    screen_pixels,
    set_ticks,
    size_of,
    take_margins,
)
from desktop_app.charts.pieces import draw_piece
from desktop_app.charts.style import SHAPES
from desktop_app.charts.writing import spread_out, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.segmenting.results import IntArray
    from desktop_app.core.tracking.baseline import Month
    from desktop_app.wording.flows import FlowWords

PIECE_PX, LABEL_PX, MARK_PX, GAP_PX = 17, 21, 5.0, 10
_HEAD_ROOM = 1.06  # of the largest group


def draw_months(ax: Axes, months: Sequence[Month], style: ChartStyle, words: FlowWords) -> None:
    """Draw customers (up) over at least two months (across, from 0)."""
    sizes = np.array([[dict(m.sizes).get(piece, 0) for piece in words.pieces] for m in months])
    count = words.formats.count
    top = max(int(sizes.max()), 1)
    ticks = _ticks(top)
    em = screen_pixels(ax, style, 13.0)
    left = max(size_of(ax, count(tick), style)[0] for tick in ticks) / em + 0.9
    last = max(size_of(ax, count(int(n)), style, "semibold")[0] for n in sizes[-1]) / em
    half = max(size_of(ax, time, style)[0] for time in words.times) / 2
    right = max(last + (PIECE_PX + 20) / 13, half / em + 0.3)
    take_margins(ax, style, Margins(left, 2.0, right, 0.8))
    calm_axes(ax, style, grid="y")
    n_steps = len(months) - 1
    # The first time stands below the first sizes and not below the figures beside them.
    ax.set_xlim(-n_steps * half / max(ax.bbox.width - half, half), n_steps)
    ax.set_ylim(0, max(top, ticks[-1]) * _HEAD_ROOM)
    set_ticks(ax, style, "y", ticks, [count(tick) for tick in ticks])
    set_ticks(ax, style, "x", *_times(ax, style, words.times))
    for segment, piece in enumerate(words.pieces):
        _draw_line(ax, sizes[:, segment], piece, style)
    _draw_ends(ax, sizes[-1], style, words)


def _ticks(top: int) -> list[int]:
    from matplotlib.ticker import MaxNLocator

    values = MaxNLocator(4, integer=True).tick_values(0, top)
    return [int(value) for value in values if 0 <= value <= top * _HEAD_ROOM]


def _times(ax: Axes, style: ChartStyle, times: Sequence[str]) -> tuple[list[float], list[str]]:
    """Give the times that have room, counted from the last one back."""
    widest = max(size_of(ax, time, style)[0] for time in times)
    low, high = ax.get_xlim()
    room = ax.bbox.width / (high - low)
    step = max(1, int(np.ceil((widest + screen_pixels(ax, style, GAP_PX)) / room)))
    places = list(range(len(times) - 1, -1, -step))[::-1]
    return [float(place) for place in places], [times[place] for place in places]


def _draw_line(ax: Axes, sizes: IntArray, piece: int, style: ChartStyle) -> None:
    ax.plot(
        range(len(sizes)),
        sizes,
        color=style.palette.edge(piece),
        linewidth=style.pixels(1.6),
        marker=SHAPES[piece % len(SHAPES)],
        markersize=style.pixels(MARK_PX),
        markerfacecolor=style.palette.fill(piece),
        markeredgecolor=style.palette.edge(piece),
        markeredgewidth=style.pixels(0.8),
        clip_on=False,
        zorder=MARK_Z - 1,
        gid=f"line-{piece}",
    )


def _draw_ends(ax: Axes, sizes: IntArray, style: ChartStyle, words: FlowWords) -> None:
    """Put piece and size beside the end of each line, moved apart where lines end close together."""
    order = np.argsort(sizes, kind="stable")
    high = ax.get_ylim()[1]
    room = screen_pixels(ax, style, LABEL_PX) / ax.bbox.height * high
    places = spread_out([float(sizes[s]) for s in order], [room] * len(order), 0.0, high)
    end = ax.get_xlim()[1]
    px = screen_pixels(ax, style, 1.0) / ax.bbox.width * (end - ax.get_xlim()[0])
    piece_x = end + (8 + PIECE_PX / 2) * px
    for segment, y in zip(order, places, strict=True):
        draw_piece(ax, words.pieces[segment], (piece_x, y), style, side=PIECE_PX)
        write(
            ax, words.formats.count(int(sizes[segment])), (piece_x, y), style,
            shift=(style.pixels(PIECE_PX / 2 + 5), 0.0), ha="left", weight="semibold",
            gid=f"size-{segment}",
        )  # fmt: skip
