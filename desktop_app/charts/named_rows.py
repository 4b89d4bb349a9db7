"""Rows with a name at the left and a figure at the right, for charts that are read like a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.charts.fonts import font
from desktop_app.charts.layout import (
    LABEL_Z,
    SMALL,
    Margins,
    fitting,
    screen_pixels,
    size_of,
    take_margins,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle

MOST_OF_WIDTH = 0.38  # for names; a longer one is cut
_LEAST_ROW_EM = 1.3


def set_rows(
    ax: Axes,
    style: ChartStyle,
    names: Sequence[str],
    figures: Sequence[str],
    *,
    bottom: float = 0.3,
    top: float = 0.3,
) -> None:
    """Make one row per name, the first on top (y = 0, 1, ...), with room for both kinds of words.

    Where rows are too low for words only some have them.
    """
    em, width = screen_pixels(ax, style, 13.0), ax.bbox.width
    shown = [fitting(ax, name, style, MOST_OF_WIDTH * width) for name in names]
    left = max((size_of(ax, name, style)[0] for name in shown), default=0.0) / em + 0.9
    right = max((size_of(ax, text, style, "semibold")[0] for text in figures), default=0.0) / em
    take_margins(ax, style, Margins(left, bottom, right + 0.9 if right else 0.5, top))
    ax.set_ylim(len(names) - 0.5, -0.5)
    every = max(1, -(-round(len(names) * em * _LEAST_ROW_EM) // max(1, round(ax.bbox.height))))
    for place in range(0, len(names), every):
        _write(ax, style, shown[place], place, is_name=True)
        if figures[place]:
            _write(ax, style, figures[place], place, is_name=False)


def row_pixels(ax: Axes) -> float:
    """Give the height of one row in pixels of the canvas."""
    low, high = ax.get_ylim()
    return float(ax.bbox.height / abs(high - low))


def _write(ax: Axes, style: ChartStyle, text: str, place: int, *, is_name: bool) -> None:
    common: dict[str, Any] = {
        "xycoords": ("axes fraction", "data"),
        "textcoords": "offset points",
        "va": "center_baseline",
        "annotation_clip": False,
        "zorder": LABEL_Z,
        "parse_math": False,
    }
    if is_name:
        ax.annotate(
            text,
            (0, place),
            xytext=(-style.points(0.6), 0),
            ha="right",
            color=style.palette.text,
            fontproperties=font("regular", style.points(SMALL)),
            **common,
        )
    else:
        ax.annotate(
            text,
            (1, place),
            xytext=(style.points(0.6), 0),
            ha="left",
            color=style.palette.text,
            fontproperties=font("semibold", style.points(SMALL)),
            **common,
        )
