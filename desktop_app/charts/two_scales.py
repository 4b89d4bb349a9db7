"""A chart over two scales of values: limits, ticks and names of both, and room for their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.charts.fonts import font
from desktop_app.charts.layout import (
    SMALL,
    Margins,
    calm_axes,
    fitting,
    screen_pixels,
    set_ticks,
    size_of,
    take_margins,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.charts.value_axis import ValueAxis
    from desktop_app.charts.zooming import Limits
    from desktop_app.core.segmenting.results import FloatArray

    Ticks = tuple[list[float], list[str]]

EDGE_ROOM = 0.05
_CLOSEST = 1e-9  # of the values; nearer limits are one to arithmetic
TITLE_EM = 1.3


def set_two_scales(
    ax: Axes,
    style: ChartStyle,
    across: tuple[ValueAxis, FloatArray],
    up: tuple[ValueAxis, FloatArray],
) -> None:
    """Set limits, ticks, margins and titles for the places of points along both axes."""
    (x_axis, x), (y_axis, y) = across, up
    set_scales_within(ax, style, (x_axis, y_axis), (*_limits(x), *_limits(y)))


def set_scales_within(
    ax: Axes,
    style: ChartStyle,
    axes: tuple[ValueAxis, ValueAxis],
    limits: Limits,
    *,
    tools_em: float = 0.0,
) -> None:
    """Set limits, ticks, margins and titles of two axes for a part of their scales.

    ``tools_em``: room kept free at the right end of the line of the upper title.
    """
    x_axis, y_axis = axes
    calm_axes(ax, style, grid="both")
    ax.set_xlim(*limits[:2])
    ax.set_ylim(*limits[2:])
    x_ticks, y_ticks = x_axis.ticks(*ax.get_xlim()), y_axis.ticks(*ax.get_ylim())
    set_ticks(ax, style, "x", *x_ticks)
    set_ticks(ax, style, "y", *y_ticks)
    margins = _margins_for(ax, style, x_ticks, y_ticks)
    take_margins(ax, style, margins)
    _write_titles(ax, style, (x_axis.title, y_axis.title), margins.left, tools_em)


def _margins_for(ax: Axes, style: ChartStyle, x_ticks: Ticks, y_ticks: Ticks) -> Margins:
    """Give room for the titles, for wide words at the left and for half a word at the right."""
    em, plain = screen_pixels(ax, style, 13.0), Margins()
    if not y_ticks[1] or not x_ticks[1]:
        return Margins(plain.right, plain.top + TITLE_EM, plain.right, plain.top + TITLE_EM)
    widest = max(size_of(ax, words, style)[0] for words in y_ticks[1]) / em
    left = max(plain.left, widest + 1.0)
    low, high = ax.get_xlim()
    width = ax.bbox.width / em - left - plain.right
    beyond = size_of(ax, x_ticks[1][-1], style)[0] / em / 2
    beyond -= (high - x_ticks[0][-1]) / (high - low) * width
    right = max(plain.right, beyond + 0.2)
    return Margins(left, plain.bottom + 0.5 * TITLE_EM, right, plain.top + TITLE_EM)


def limits_around(low: float, high: float, share: float = EDGE_ROOM) -> tuple[float, float]:
    """Give limits with ``share`` of the span to spare, apart even where low and high are not."""
    room = max(share * (high - low) or 1.0, _CLOSEST * max(abs(low), abs(high)))
    return low - room, high + room


def _limits(values: FloatArray) -> tuple[float, float]:
    if not len(values):
        return 0.0, 1.0
    return limits_around(float(values.min()), float(values.max()))


def _write_titles(
    ax: Axes, style: ChartStyle, titles: tuple[str, str], left: float, tools_em: float
) -> None:
    """Write the names of the axes at their ends, where nothing else stands."""
    x_title, y_title = titles
    face = font("regular", style.points(SMALL))
    common: dict[str, Any] = {
        "color": style.palette.text2,
        "fontproperties": face,
        "annotation_clip": False,
        "parse_math": False,
    }
    away = style.points(left) - style.pixels(2)
    room = ax.bbox.width + screen_pixels(ax, style, 13.0 * left)
    tools = screen_pixels(ax, style, 13.0 * tools_em)
    ax.annotate(
        fitting(ax, y_title, style, max(room - tools, room / 4)),
        (0, 1),
        xytext=(-away, style.pixels(8)),
        xycoords="axes fraction",
        textcoords="offset points",
        va="bottom",
        **common,
    )
    has_ticks = bool(ax.get_xticklabels())
    ax.annotate(
        fitting(ax, x_title, style, room),
        (1, 0),
        xytext=(0, -style.pixels(23 if has_ticks else 4)),
        xycoords="axes fraction",
        textcoords="offset points",
        ha="right",
        va="top",
        **common,
    )
