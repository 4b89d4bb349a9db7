"""The shape of a column of numbers or dates: bars, the middle, the middle half, what is unusual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from desktop_app.charts.fonts import font
from desktop_app.charts.layout import (
    LABEL_Z,
    MARK_Z,
    SMALL,
    Margins,
    calm_axes,
    ground,
    screen_pixels,
    set_ticks,
    size_of,
    take_margins,
)
from desktop_app.charts.tick_room import keep_apart, room_beside, ticks_of, unit_place
from desktop_app.i18n import _, ngettext
from desktop_app.wording.looks import value_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.checking.looks.looking import ColumnLook
    from desktop_app.core.checking.looks.summaries import Histogram, NumberSummary
    from desktop_app.wording.looks import LookWords

_APART = 0.9  # widths of a bar between the last usual bar and the unusual ones
_GAP_PX = 1.5
_PAD_PX = 11.0  # a long word under the left end keeps off the nought beside it
_MOST_COUNTS = 4  # ticks up


def draw_column_histogram(
    ax: Axes, look: ColumnLook, style: ChartStyle, *, words: LookWords
) -> None:
    """Draw one bar per interval, unusual values as a bar of their own, apart and amber.

    x is the column's own unit (dates: days since 1970), y counts rows. A column without numbers
    draws nothing.
    """
    ax.set_axis_on()
    histogram, numbers = look.histogram, look.numbers
    if histogram is None or numbers is None:
        ax.set_axis_off()
        return
    calm_axes(ax, style, grid="y")
    ax.tick_params(axis="x", pad=style.pixels(_PAD_PX))
    _set_limits(ax, histogram)
    ups = _counts_up(ax, words)
    em = screen_pixels(ax, style, 13.0)
    left = max(size_of(ax, text, style)[0] for text in ups[1]) / em + 1.0
    ticks = ticks_of(look.column, words.formats, histogram.edges[0], histogram.edges[-1])
    take_margins(ax, style, room_beside(ax, style, ticks, Margins(left=left, top=1.8)))
    set_ticks(ax, style, "y", *ups)
    set_ticks(ax, style, "x", *keep_apart(ax, style, ticks, unit_place(ticks[0])))
    _draw_bars(ax, histogram, style)
    _draw_middle(ax, look, numbers, style, words)
    _draw_unusual(ax, look, style, words)


def _width(histogram: Histogram) -> float:
    return histogram.edges[-1] - histogram.edges[-2]


def _set_limits(ax: Axes, histogram: Histogram) -> None:
    beyond = (1 + _APART) * _width(histogram)
    low = histogram.edges[0] - (beyond if histogram.n_below else 0.0)
    high = histogram.edges[-1] + (beyond if histogram.n_above else 0.0)
    ax.set_xlim(low, high)
    ax.set_ylim(0, 1.04 * max(*histogram.counts, histogram.n_below, histogram.n_above, 1))


def _counts_up(ax: Axes, words: LookWords) -> tuple[list[float], list[str]]:
    from matplotlib.ticker import MaxNLocator

    found = MaxNLocator(nbins=_MOST_COUNTS, integer=True, steps=[1, 2, 5, 10])
    top = ax.get_ylim()[1]
    places = [float(place) for place in found.tick_values(0, top) if 0 <= place <= top]
    return places, [words.formats.count(int(place)) for place in places]


def _draw_bars(ax: Axes, histogram: Histogram, style: ChartStyle) -> None:
    edges = np.array(histogram.edges)
    gap = screen_pixels(ax, style, _GAP_PX) * (ax.get_xlim()[1] - ax.get_xlim()[0]) / ax.bbox.width
    widths = np.diff(edges)
    ax.bar(
        edges[:-1] + np.minimum(gap, 0.3 * widths) / 2,
        histogram.counts,
        width=widths - np.minimum(gap, 0.3 * widths),
        align="edge",
        color=style.palette.line2,
        linewidth=0,
        zorder=MARK_Z - 1,
        gid="bars",
    )


def _draw_middle(
    ax: Axes, look: ColumnLook, numbers: NumberSummary, style: ChartStyle, words: LookWords
) -> None:
    """Shade the middle half behind the bars, and draw and name the line of the middle."""
    palette = style.palette
    ax.axvspan(numbers.lower, numbers.upper, color=palette.tint, lw=0, zorder=0.1, gid="half")
    ax.plot(
        [numbers.middle] * 2,
        ax.get_ylim(),
        color=palette.accent,
        linewidth=style.pixels(2),
        clip_on=False,
        zorder=MARK_Z,
        gid="middle",
    )
    text = _("middle {value}").format(value=value_words(numbers.middle, look.column, words.formats))
    width = size_of(ax, text, style, "semibold")[0]
    x = ax.transData.transform((numbers.middle, 0))[0]
    x = min(max(x, ax.bbox.x0 + width / 2), ax.bbox.x1 - width / 2)
    ax.annotate(
        text,
        (x, ax.bbox.y1),
        xycoords="figure pixels",
        xytext=(0, style.pixels(5)),
        textcoords="offset points",
        ha="center",
        va="bottom",
        color=palette.accent,
        fontproperties=font("semibold", style.points(SMALL)),
        annotation_clip=False,
        zorder=LABEL_Z,
        parse_math=False,
    )


def _draw_unusual(ax: Axes, look: ColumnLook, style: ChartStyle, words: LookWords) -> None:
    """Draw a bar below and one above the others; a single value is told."""
    histogram, numbers = look.histogram, look.numbers
    assert histogram is not None
    assert numbers is not None
    width = _width(histogram)
    sides = (
        (histogram.n_below, histogram.edges[0] - (1 + _APART) * width, "left", numbers.minimum),
        (histogram.n_above, histogram.edges[-1] + _APART * width, "right", numbers.maximum),
    )
    for n, start, side, value in sides:
        if not n:
            continue
        least = 4 * ax.get_ylim()[1] * screen_pixels(ax, style, 1.0) / ax.bbox.height
        ax.bar(
            start,
            n,
            width=width,
            align="edge",
            color=style.palette.amber,
            linewidth=0,
            zorder=MARK_Z - 1,
            gid="unusual",
        )
        common: dict[str, Any] = {
            "va": "bottom",
            "ha": side,
            "bbox": ground(style),
            "parse_math": False,
        }
        ax.annotate(
            ngettext("unusual: {value}", "{n} unusual", n).format(
                n=words.formats.count(n), value=value_words(value, look.column, words.formats)
            ),
            (start if side == "left" else start + width, max(n, least)),
            xytext=(0, style.pixels(4)),
            textcoords="offset points",
            color=style.palette.amber,
            fontproperties=font("semibold", style.points(SMALL)),
            zorder=LABEL_Z,
            **common,
        )
