"""A number in each category: the middle as a dot, the middle half and nine of ten as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.charts.layout import (
    GRID_WIDTH,
    GRID_Z,
    MARK_Z,
    Margins,
    screen_pixels,
    set_ticks,
)
from desktop_app.charts.named_rows import row_pixels, set_rows
from desktop_app.charts.tick_room import keep_apart, ticks_of, unit_place
from desktop_app.charts.two_scales import limits_around
from desktop_app.wording.looks import category_words, value_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.checking.columns import Column
    from desktop_app.core.checking.looks.comparing import Comparison
    from desktop_app.wording.looks import LookWords

_EDGE_ROOM = 0.03
_THICKEST_PX, _DOT_PX = 9.0, 11.0


def draw_category_comparison(
    ax: Axes, comparison: Comparison, style: ChartStyle, *, column: Column, words: LookWords
) -> None:
    """Draw one row per category, the highest middle on top; x is the number in its own unit.

    ``column`` is the number. The count stands beside the name, the middle at the right.
    """
    if not comparison.spreads:
        ax.set_axis_off()
        return
    _make_rows(ax, comparison, style, column, words)
    palette = style.palette
    thick = min(screen_pixels(ax, style, _THICKEST_PX), 0.4 * row_pixels(ax))
    points = thick * style.pixels(1.0) / screen_pixels(ax, style, 1.0)
    for place, spread in enumerate(comparison.spreads):
        summary, is_one = spread.summary, spread.name is not None
        for part, ends, width, colour in (
            ("usual", (summary.usual_low, summary.usual_high), style.pixels(1.4), palette.line2),
            ("half", (summary.lower, summary.upper), points, palette.line2),
        ):
            ax.plot(
                ends,
                [place, place],
                color=colour,
                linewidth=width,
                solid_capstyle="butt",
                alpha=1.0 if is_one else 0.5,
                zorder=MARK_Z - 1,
                gid=part,
            )
        ax.plot(
            [summary.middle],
            [place],
            linestyle="none",
            marker="o",
            markersize=min(style.pixels(_DOT_PX), 1.5 * points),
            markerfacecolor=palette.accent if is_one else palette.sheet,
            markeredgecolor=palette.sheet if is_one else palette.accent,
            markeredgewidth=style.pixels(1.4),
            zorder=MARK_Z,
            gid="middle",
        )


def _make_rows(
    ax: Axes, comparison: Comparison, style: ChartStyle, column: Column, words: LookWords
) -> None:
    spreads = comparison.spreads
    names = [f"{category_words(s)} · {words.formats.count(s.summary.n)}" for s in spreads]
    middles = [value_words(s.summary.middle, column, words.formats) for s in spreads]
    low = min(spread.summary.usual_low for spread in spreads)
    high = max(spread.summary.usual_high for spread in spreads)
    ax.set_facecolor("none")
    for side in ax.spines.values():
        side.set_visible(False)
    ax.tick_params(length=0, pad=style.pixels(7))
    ax.set_xlim(*limits_around(low, high, _EDGE_ROOM))
    ax.yaxis.set_ticks([])
    set_rows(ax, style, names, middles, bottom=Margins().bottom)
    ticks = ticks_of(column, words.formats, *ax.get_xlim())
    set_ticks(ax, style, "x", *keep_apart(ax, style, ticks, unit_place(ticks[0])))
    ax.set_axisbelow(True)
    ax.grid(axis="x", color=style.palette.line, linewidth=GRID_WIDTH, zorder=GRID_Z)
