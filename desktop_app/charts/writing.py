"""Small words at a place of a chart, and breaking and setting them so that they have room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.charts.fonts import Weight, font
from desktop_app.charts.layout import LABEL_Z, SMALL, fitting, size_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle

SIZES = (1.0, 0.92, 0.84, 0.76)
"""Of small type, the one that is wanted first; less cannot be read."""

_ROUNDING = 1e-9


def write(
    ax: Axes,
    text: str,
    place: tuple[float, float],
    style: ChartStyle,
    *,
    shift: tuple[float, float] = (0.0, 0.0),
    weight: Weight = "regular",
    size: float = 1.0,
    **how: Any,
) -> None:
    """Write ``text`` in ``size`` of small type at ``place``, moved by ``shift`` in points."""
    how = {"color": style.palette.text, "va": "center_baseline", "zorder": LABEL_Z, **how}
    ax.annotate(
        text,
        place,
        xytext=shift,
        textcoords="offset points",
        fontproperties=font(weight, style.points(SMALL * size)),
        annotation_clip=False,
        parse_math=False,
        **how,
    )


def broken(
    ax: Axes,
    text: str,
    style: ChartStyle,
    room: float,
    *,
    most_lines: int,
    weight: Weight = "semibold",
) -> tuple[list[str], bool]:
    """Break ``text`` at its spaces into lines of ``room`` pixels, and tell whether all of it fits.

    What is over stays in the last line; ``cut`` shortens it.
    """
    space = size_of(ax, "n n", style, weight)[0] - size_of(ax, "nn", style, weight)[0]
    lines: list[str] = []
    widths: list[float] = []
    for word in text.split():
        width = size_of(ax, word, style, weight)[0]
        if lines and (widths[-1] + space + width <= room or len(lines) == most_lines):
            lines[-1] += f" {word}"
            widths[-1] += space + width
        else:
            lines.append(word)
            widths.append(width)
    return lines, all(width <= room for width in widths)


def cut(
    ax: Axes, lines: Sequence[str], style: ChartStyle, room: float, weight: Weight = "semibold"
) -> list[str]:
    """Shorten lines to ``room`` pixels."""
    return [fitting(ax, line, style, room, weight) for line in lines]


def size_that_fits(
    ax: Axes, texts: Iterable[str], style: ChartStyle, room: float, weight: Weight = "semibold"
) -> float:
    """Give the largest of ``SIZES`` in which every text has ``room`` pixels; the last in need."""
    widest = max((size_of(ax, text, style, weight)[0] for text in texts), default=0.0)
    return next((size for size in SIZES if size * widest <= room), SIZES[-1])


def spread_out(
    places: Sequence[float], widths: Sequence[float], low: float, high: float
) -> list[float]:
    """Move things of ``widths`` at ascending ``places`` apart, as little as needed.

    They stay between ``low`` and ``high`` if there is room; else they share what there is evenly.

    >>> spread_out([1.0, 1.0, 9.0], [2.0, 2.0, 2.0], 0.0, 10.0)
    [1.0, 3.0, 9.0]
    """
    if sum(widths) > (high - low) * (1 + _ROUNDING):
        step = (high - low) / len(places)
        return [low + (i + 0.5) * step for i in range(len(places))]
    found: list[float] = []
    end = low
    for place, width in zip(places, widths, strict=True):
        found.append(max(place, end + width / 2))
        end = found[-1] + width / 2
    start = high
    for i in reversed(range(len(found))):
        found[i] = min(found[i], start - widths[i] / 2)
        start = found[i] - widths[i] / 2
    return found
