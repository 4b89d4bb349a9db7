"""Who went where: the groups before at the left, now at the right, ribbons of customers between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop_app.charts.layout import MARK_Z, Margins, screen_pixels, size_of, take_margins
from desktop_app.charts.pieces import draw_piece
from desktop_app.charts.writing import spread_out, write
from desktop_app.wording.flows import gone_word, new_word

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.segmenting.results import FloatArray, IntArray
    from desktop_app.core.tracking.flows import Flow
    from desktop_app.wording.flows import FlowWords

GAPS, GREY_GAP = 0.2, 0.05  # of the height: all gaps between groups, and the one before the grey
BLOCK_PX, PIECE_PX, LABEL_PX, LEAST_RIBBON_PX = 11, 17, 18, 1
STAYED, MOVED, GREY = 0.22, 0.75, 0.42  # how solid ribbons are
_STEPS = 40  # of a ribbon's curve


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One column of blocks, the grey one last: sizes and upper edges (k + 1,) as shares."""

    x: float
    sizes: IntArray
    tops: FloatArray
    heights: FloatArray

    @property
    def middles(self) -> FloatArray:
        """Where the middle of each block is."""
        return self.tops + self.heights / 2


def draw_flow(ax: Axes, flow: Flow, style: ChartStyle, words: FlowWords) -> None:
    """Draw k blocks on each side, and a grey one of who is new or gone.

    Those who stayed are drawn faint, those who moved solid, in the colour of where they were.
    """
    grey = (int(flow.came.sum()), int(flow.went.sum()))
    count = words.formats.count
    sizes = (np.append(flow.before, grey[0]), np.append(flow.now, grey[1]))
    em = screen_pixels(ax, style, 13.0)
    widest = max(size_of(ax, count(int(n)), style)[0] for n in np.concatenate(sizes)) / em
    named = max(size_of(ax, text, style)[0] for text in (new_word(), gone_word())) / em
    side = BLOCK_PX / 13 + 0.5 + widest + 0.6 + max(named, PIECE_PX / 13) + 0.2
    take_margins(ax, style, Margins(left=side, bottom=0.7, right=side, top=1.7))
    ax.set_axis_off()
    ax.set_xlim(0.0, 1.0)
    ax.set_ylim(1.0, 0.0)
    left = _side(0.0, sizes[0], flow.n_all, has_grey=any(grey))
    right = _side(1.0, sizes[1], flow.n_all, has_grey=any(grey))
    _draw_ribbons(ax, flow, (left, right), style, words)
    for column in (left, right):
        _draw_blocks(ax, column, style, words)
        _write_counts(ax, column, style, words, widest * em)
    _write_times(ax, style, words)


def _write_times(ax: Axes, style: ChartStyle, words: FlowWords) -> None:
    """Write the times above the blocks; where they need more room, above the whole picture."""
    times = (words.times[0], words.times[-1])
    px = screen_pixels(ax, style, 1.0)
    needed = sum(size_of(ax, time, style, "semibold")[0] for time in times) + 12 * px
    out = BLOCK_PX * px
    if needed > ax.bbox.width + 2 * out:
        out = ax.bbox.x0 - px
    for x, time in enumerate(times):
        place = x + (2 * x - 1) * out / ax.bbox.width
        write(
            ax, time, (place, 0.0), style, shift=(0.0, style.pixels(13)),
            ha="right" if x else "left", weight="semibold", gid="time",
        )  # fmt: skip


def _side(x: float, sizes: IntArray, n_all: int, *, has_grey: bool) -> _Side:
    k = len(sizes) - 1
    room = 1.0 - GAPS - (GREY_GAP if has_grey else 0.0)
    heights = room * sizes / max(n_all, 1)
    gaps = np.full(k, GAPS / max(k, 1))
    gaps[-1] += GREY_GAP
    tops = np.concatenate(([0.0], np.cumsum(heights[:-1] + gaps)))
    return _Side(x, sizes, tops, heights)


def _draw_ribbons(
    ax: Axes, flow: Flow, sides: tuple[_Side, _Side], style: ChartStyle, words: FlowWords
) -> None:
    k = flow.k
    counts = np.zeros((k + 1, k + 1), dtype=np.int64)
    counts[:k, :k], counts[k, :k], counts[:k, k] = flow.counts, flow.came, flow.went
    left, right = sides
    share = left.heights.sum() / max(int(counts.sum()), 1)
    heights = counts * share
    starts = left.tops[:, None] + np.cumsum(heights, axis=1) - heights
    ends = right.tops[None, :] + np.cumsum(heights, axis=0) - heights
    for old, new in zip(*np.nonzero(counts), strict=True):
        is_grey, has_moved = k in (old, new), old != new
        colour = style.palette.line2 if is_grey else style.palette.fill(words.pieces[old])
        _draw_ribbon(
            ax,
            (starts[old, new], ends[old, new], heights[old, new]),
            style,
            color=colour,
            alpha=GREY if is_grey else MOVED if has_moved else STAYED,
            zorder=1.2 if is_grey else 1.4 if has_moved else 1.0,
            gid=f"ribbon-{old}-{new}",
        )


def _draw_ribbon(
    ax: Axes, where: tuple[float, float, float], style: ChartStyle, **how: Any
) -> None:
    start, end, height = where
    t = np.linspace(0.0, 1.0, _STEPS)
    upper = start + (end - start) * t * t * (3 - 2 * t)
    least = screen_pixels(ax, style, LEAST_RIBBON_PX) / ax.bbox.height
    ax.fill_between(t, upper, upper + max(height, least), lw=0, **how)


def _draw_blocks(ax: Axes, side: _Side, style: ChartStyle, words: FlowWords) -> None:
    from matplotlib.patches import Rectangle

    px = screen_pixels(ax, style, 1.0) / ax.bbox.width
    start = side.x if side.x else -BLOCK_PX * px
    for place, (n, top, height) in enumerate(zip(side.sizes, side.tops, side.heights, strict=True)):
        if not n:
            continue
        is_grey = place == len(words.pieces)
        palette = style.palette
        ax.add_artist(
            Rectangle(
                (start, top),
                BLOCK_PX * px,
                height,
                facecolor=palette.line2 if is_grey else palette.fill(words.pieces[place]),
                edgecolor=palette.text2 if is_grey else palette.edge(words.pieces[place]),
                linewidth=style.pixels(1.0),
                clip_on=False,
                zorder=MARK_Z,
                gid=f"block-{'now' if side.x else 'before'}-{place}",
            )
        )


def _write_counts(
    ax: Axes, side: _Side, style: ChartStyle, words: FlowWords, widest: float
) -> None:
    """Write the counts beside the blocks, the pieces outside; where blocks are low, spread out."""
    places = [p for p in range(len(side.sizes)) if p < len(words.pieces) or side.sizes[p]]
    room = screen_pixels(ax, style, LABEL_PX) / ax.bbox.height
    middles = [float(side.middles[place]) for place in places]
    ys = spread_out(middles, [room] * len(places), -room / 4, 1.0 + room / 4)
    way = 1.0 if side.x else -1.0
    px = screen_pixels(ax, style, 1.0) / ax.bbox.width
    count_x = side.x + way * (BLOCK_PX + 6) * px
    piece_x = count_x + way * (widest / ax.bbox.width + (8 + PIECE_PX / 2) * px)
    key = "now" if side.x else "before"
    for place, y in zip(places, ys, strict=True):
        write(
            ax, words.formats.count(int(side.sizes[place])), (count_x, y), style,
            ha="left" if side.x else "right", weight="semibold", gid=f"count-{key}-{place}",
        )  # fmt: skip
        if place < len(words.pieces):
            draw_piece(ax, words.pieces[place], (piece_x, y), style, side=PIECE_PX)
            continue
        write(
            ax, gone_word() if side.x else new_word(),
            (piece_x - way * PIECE_PX / 2 * px, y), style,
            ha="left" if side.x else "right", color=style.palette.text2, gid=f"grey-{key}",
        )  # fmt: skip
