"""The room of a chart: margins in em, the calm grid, sizes in pixels of the screen.

Knows no particular chart. A drawing function is given fresh Axes that cover its whole place and
takes its margins off that place.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Literal

from desktop_app.charts.fonts import Weight, font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from desktop_app.charts.style import ChartStyle

SMALL = 0.92
"""Size of the words in a chart, in em."""

GRID_WIDTH = 0.8
GRID_Z, MARK_Z, LABEL_Z = 0.5, 3.0, 5.0


@dataclass(frozen=True, slots=True)
class Margins:
    """Room around the plot in em; the default is right for words of four letters at the left."""

    left: float = 43 / 13
    bottom: float = 30 / 13
    right: float = 6 / 13
    top: float = 6 / 13


def root_figure(ax: Axes) -> Figure:
    """Give the figure that ``ax`` is drawn on."""
    figure = ax.get_figure(root=True)
    assert figure is not None, "axes are drawn on while they are in a figure"
    return figure


def screen_pixels(ax: Axes, style: ChartStyle, px: float) -> float:
    """Give ``px`` pixels of a 13 px em as pixels of the canvas that ``ax`` is drawn on."""
    return float(style.pixels(px) * root_figure(ax).dpi / 72.0)


def take_margins(ax: Axes, style: ChartStyle, margins: Margins) -> None:
    """Shrink ``ax`` inside the place it has; the margins stay what they are when the place grows."""
    figure = root_figure(ax)
    place = ax.get_position()
    em_x = screen_pixels(ax, style, 13.0) / figure.bbox.width
    em_y = screen_pixels(ax, style, 13.0) / figure.bbox.height
    width = place.width - (margins.left + margins.right) * em_x
    height = place.height - (margins.bottom + margins.top) * em_y
    left, bottom = place.x0 + margins.left * em_x, place.y0 + margins.bottom * em_y
    # A window being resized can be smaller than its margins for a moment.
    ax.set_position((left, bottom, max(width, em_x), max(height, em_y)))


def calm_axes(ax: Axes, style: ChartStyle, *, grid: Literal["y", "both"]) -> None:
    """Take away frame and ticks, and lay a thin grid behind everything."""
    ax.set_facecolor("none")
    for side in ax.spines.values():
        side.set_visible(False)
    ax.tick_params(length=0, pad=style.pixels(7), colors=style.palette.text2)
    ax.set_axisbelow(True)
    ax.grid(visible=True, axis=grid, color=style.palette.line, linewidth=GRID_WIDTH, zorder=GRID_Z)


def set_ticks(
    ax: Axes,
    style: ChartStyle,
    axis: Literal["x", "y"],
    places: Sequence[float],
    words: Sequence[str],
) -> None:
    """Write ``words`` at ``places`` along ``axis``."""
    target = ax.xaxis if axis == "x" else ax.yaxis
    target.set_ticks(list(places), list(words))
    face = font("regular", style.points(SMALL))
    for label in target.get_ticklabels():
        label.set_fontproperties(face)
        label.set_color(style.palette.text2)
        label.set_parse_math(False)  # two dollars are money, not a formula


def ground(style: ChartStyle) -> dict[str, Any]:
    """Give the ground of words over a drawing: the sheet, with a little of the drawing left."""
    return {"facecolor": style.palette.sheet, "alpha": 0.86, "edgecolor": "none", "pad": 1.0}


def fitting(
    ax: Axes, words: str, style: ChartStyle, room: float, weight: Weight = "regular"
) -> str:
    """Give ``words``, cut with an ellipsis where they are wider than ``room`` pixels.

    Only a name out of the user's file is ever that long.
    """
    if size_of(ax, words, style, weight)[0] <= room:
        return words
    longest = bisect_right(
        range(len(words)), room, key=lambda n: size_of(ax, f"{words[:n]}…", style, weight)[0]
    )
    return words[: max(1, longest - 1)].rstrip() + "…"


def size_of(
    ax: Axes, words: str, style: ChartStyle, weight: Weight = "regular"
) -> tuple[float, float]:
    """Give width and height of ``words`` in small type, in pixels of the canvas."""
    return _measured(words, weight, style.points(SMALL), root_figure(ax).dpi)


def width_of(words: str, weight: Weight, points: float, dpi: float) -> float:
    """Give the width of ``words`` in pixels of ``dpi``."""
    return _measured(words, weight, points, dpi)[0]


@lru_cache(maxsize=4096)  # the same few words are measured again for every size of the window
def _measured(words: str, weight: Weight, points: float, dpi: float) -> tuple[float, float]:
    from matplotlib.text import Text

    probe = Text(0, 0, words, fontproperties=font(weight, points), parse_math=False)
    probe.set_figure(_bench(dpi))
    box = probe.get_window_extent()
    return float(box.width), float(box.height)


@cache
def _bench(dpi: float) -> Figure:
    """Give a figure to measure on; nothing is ever drawn on it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure((0.1, 0.1), dpi=dpi)
    FigureCanvasAgg(figure)
    return figure
