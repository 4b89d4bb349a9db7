"""One group more: the groups of now at the left, those of then at the right, ribbons in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.fonts import font
from desktop_app.charts.layout import (
    SMALL,
    Margins,
    root_figure,
    screen_pixels,
    size_of,
    take_margins,
)
from desktop_app.charts.pieces import draw_piece
from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.segmenting.results import FloatArray, IntArray
    from desktop_app.core.segmenting.splitting import Split
    from desktop_app.wording.numbers import Formats

GAP = 0.3  # of the height, shared by all gaps between blocks
BLOCK_PX, PIECE_PX, LEAST_RIBBON_PX = 7, 17, 1
STAYED, MOVED = 0.26, 0.75  # how solid ribbons are: of those who stay together, of those who leave
_STEPS = 40  # of a ribbon's curve


def draw_one_more(ax: Axes, split: Split, style: ChartStyle, formats: Formats) -> None:
    """Draw k blocks at the left, k + 1 at the right, x and y being shares of the room.

    A ribbon is as high as the share of customers in it. Those whom the others of their new group
    do not come from are drawn more solid.
    """
    counts = split.counts
    width = max(size_of(ax, formats.count(int(n)), style)[0] for n in counts.sum(axis=1))
    side = (width / screen_pixels(ax, style, 13.0)) + (PIECE_PX + BLOCK_PX + 12) / 13.0
    take_margins(ax, style, Margins(left=side, bottom=0.4, right=side, top=1.7))
    ax.set_axis_off()
    ax.set_xlim(0.0, 1.0)
    ax.set_ylim(1.0, 0.0)
    order = _untangled(split)
    left = _tops(counts.sum(axis=1), range(split.k))
    right = _tops(counts.sum(axis=0), order)
    _draw_ribbons(ax, split, (left, right), order, style)
    for segment, n in enumerate(counts.sum(axis=1)):
        _draw_block(ax, segment, int(n), left[segment], _height(counts, int(n)), style, formats)
    for segment, n in enumerate(counts.sum(axis=0)):
        height = _height(counts, int(n))
        _draw_block(ax, segment, int(n), right[segment], height, style, formats, is_right=True)
    _write_heads(ax, split.k, style)


def _untangled(split: Split) -> list[int]:
    """Give the new segments in the order of those they come from, larger ones first."""
    return sorted(range(split.k + 1), key=lambda new: (int(split.origin[new]), new))


def _height(counts: IntArray, n: int) -> float:
    return (1.0 - GAP) * n / max(int(counts.sum()), 1)


def _tops(sizes: IntArray, order: Sequence[int]) -> FloatArray:
    """Give the upper edge of every block, one below the other in ``order``."""
    gap = GAP / max(len(sizes) - 1, 1)
    tops, at = np.zeros(len(sizes)), GAP / 2 if len(sizes) < 2 else 0.0
    for segment in order:
        tops[segment] = at
        at += (1.0 - GAP) * sizes[segment] / max(int(sizes.sum()), 1) + gap
    return tops


def _draw_ribbons(
    ax: Axes,
    split: Split,
    tops: tuple[FloatArray, FloatArray],
    order: Sequence[int],
    style: ChartStyle,
) -> None:
    starts, ends = tops[0].copy(), tops[1].copy()
    t = np.linspace(0.0, 1.0, _STEPS)
    bend = t * t * (3 - 2 * t)
    least = screen_pixels(ax, style, LEAST_RIBBON_PX) / ax.bbox.height
    for old in range(split.k):
        for new in order:
            n = int(split.counts[old, new])
            if not n:
                continue
            height = _height(split.counts, n)
            upper = starts[old] + (ends[new] - starts[old]) * bend
            is_moved = split.origin[new] != old
            ax.fill_between(
                t,
                upper,
                upper + max(height, least),
                color=style.palette.fill(old),
                alpha=MOVED if is_moved else STAYED,
                lw=0,
                gid=f"ribbon-{old}-{new}",
            )
            starts[old] += height
            ends[new] += height


def _draw_block(
    ax: Axes,
    segment: int,
    n: int,
    top: float,
    height: float,
    style: ChartStyle,
    formats: Formats,
    *,
    is_right: bool = False,
) -> None:
    """Draw a block with its count beside it and its piece outside, mirrored at the right."""
    palette, x, way = style.palette, float(is_right), 1.0 if is_right else -1.0
    middle = top + height / 2
    px = screen_pixels(ax, style, 1.0) / ax.bbox.width
    ax.fill_between(
        sorted((x, x + way * BLOCK_PX * px)),
        top,
        top + height,
        color=palette.fill(segment),
        lw=0,
        clip_on=False,
    )
    piece_x = x + way * (BLOCK_PX + 6 + PIECE_PX / 2) * px
    draw_piece(ax, segment, (piece_x, middle), style, side=PIECE_PX)
    ax.text(
        piece_x + way * (PIECE_PX / 2 + 5) * px,
        middle,
        formats.count(n),
        ha="left" if is_right else "right",
        color=palette.text,
        fontproperties=font("regular", style.points(SMALL)),
        va="center_baseline",
        clip_on=False,
        gid=f"count-{'then' if is_right else 'now'}-{segment}",
    )


def _write_heads(ax: Axes, k: int, style: ChartStyle) -> None:
    figure = root_figure(ax)
    figure_left, figure_right = ax.transAxes.inverted().transform(
        [(figure.bbox.x0, 0.0), (figure.bbox.x1, 0.0)]
    )[:, 0]
    words = (
        (ngettext("With {k} group", "With {k} groups", k).format(k=k), figure_left, "left"),
        (_("With {k} groups").format(k=k + 1), figure_right, "right"),
    )
    for text, x, side in words:
        ax.annotate(
            text,
            (x, 1.0),
            xycoords="axes fraction",
            textcoords="offset points",
            xytext=(0, style.points(0.5)),
            ha=side,
            va="bottom",
            color=style.palette.text,
            fontproperties=font("semibold", style.points(SMALL)),
            annotation_clip=False,
        )
