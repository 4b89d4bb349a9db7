"""What goes together: a triangle of numbers, one per pair of columns, as dark as it is close."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.fonts import font
from desktop_app.charts.layout import (
    LABEL_Z,
    MARK_Z,
    SMALL,
    Margins,
    fitting,
    screen_pixels,
    size_of,
    take_margins,
)
from desktop_app.core.checking.looks.relations import Closeness
from desktop_app.wording.together import strength_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle, Palette
    from desktop_app.core.checking.looks.relations import Relation, RelationMap

_WIDEST_CELL_PX, _HIGHEST_CELL_PX, _GAP = 76.0, 40.0, 0.04
READABLE = 4.5  # contrast of words (WCAG 2.2); black or white always reaches it
_PALEST = 0.06  # of the colour; a pair without a relation is nearly the sheet
_MOST_OF_WIDTH = 0.45  # for the last name


def draw_relation_map(
    ax: Axes, relations: RelationMap, style: ChartStyle, *, names: Sequence[str]
) -> None:
    """Draw the cell of columns i and j < i at x = j, y = i; each name stands on the diagonal.

    ``names`` are those of the columns, in their order. Together is accent, opposite ways amber;
    brown and green-blue differ for every kind of sight, and the number says the sign as well.
    """
    ax.set_axis_off()
    n = len(names)
    shown = _set_room(ax, style, names)
    for row in range(n):
        for column in range(row):
            _draw_cell(ax, relations.relation(row, column), (column, row), style)
        ax.annotate(
            shown[row],
            (row - 0.5, row),
            xytext=(style.points(0.45), 0),
            textcoords="offset points",
            ha="left",
            va="center_baseline",
            color=style.palette.text,
            fontproperties=font("semibold", style.points(SMALL)),
            annotation_clip=False,
            zorder=LABEL_Z,
            parse_math=False,
        )


def relation_at(relations: RelationMap, x: float, y: float) -> Relation | None:
    """Give the pair whose cell holds the place (x, y) on the scales of the map."""
    column, row = round(x), round(y)
    if 0 <= column < row < len(relations.columns):
        return relations.relation(column, row)
    return None


def cell_of(relations: RelationMap, relation: Relation) -> tuple[float, float]:
    """Give the middle of the cell of a pair."""
    places = sorted(relations.columns.index(name) for name in (relation.first, relation.second))
    return float(places[0]), float(places[1])


def map_colour(strength: float, palette: Palette) -> str:
    """Give the ground of a cell for a strength from -1 to 1, ``#rrggbb``."""
    if not np.isfinite(strength):
        return palette.sunken
    end = palette.accent if strength >= 0 else palette.amber
    share = _PALEST + (1 - _PALEST) * abs(strength)
    mixed = [
        round(share * int(end[i : i + 2], 16) + (1 - share) * int(palette.sheet[i : i + 2], 16))
        for i in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02x}" for part in mixed)


def ink_on(colour: str, palette: Palette) -> str:
    """Give an ink that can be read on ``colour``: text or the sheet, else black or white."""
    inks = (palette.text, palette.sheet, "#000000", "#ffffff")
    return next(ink for ink in inks if contrast(ink, colour) >= READABLE)


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def _set_room(ax: Axes, style: ChartStyle, names: Sequence[str]) -> list[str]:
    """Set limits and margins so that every name has room right of its place on the diagonal."""
    em, width, n = screen_pixels(ax, style, 13.0), ax.bbox.width, len(names)
    shown = [fitting(ax, name, style, _MOST_OF_WIDTH * width) for name in names]
    widths = np.array([size_of(ax, name, style, "semibold")[0] + em for name in shown])
    # Name i starts at cell i of n, so the cells may be as wide as the last of them lets them.
    room = width - 0.5 * em
    widest = min(
        [screen_pixels(ax, style, _WIDEST_CELL_PX)]
        + [(room - need) / max(place, 0.5) for place, need in enumerate(widths)]
    )
    cell = max(widest, 1.0)
    right = max(0.25, (width - n * cell) / em - 0.25)
    spare = ax.bbox.height - n * screen_pixels(ax, style, _HIGHEST_CELL_PX)
    take_margins(ax, style, Margins(0.25, max(0.25, spare / em), right, 0.25))
    ax.set_xlim(-0.5, n - 0.5)
    ax.set_ylim(n - 0.5, -0.5)
    return shown


def _draw_cell(ax: Axes, relation: Relation, at: tuple[int, int], style: ChartStyle) -> None:
    from matplotlib.patches import Rectangle

    palette = style.palette
    colour = map_colour(relation.strength, palette)
    side = 1 - 2 * _GAP
    ax.add_patch(
        Rectangle(
            (at[0] - side / 2, at[1] - side / 2),
            side,
            side,
            facecolor=colour,
            linewidth=0,
            zorder=MARK_Z,
            gid=f"cell-{at[0]}-{at[1]}",
        )
    )
    is_close = relation.closeness is not Closeness.HARDLY
    ax.text(
        *at,
        strength_words(relation.strength),
        ha="center",
        va="center_baseline",
        color=ink_on(colour, palette),
        fontproperties=font("semibold" if is_close else "regular", style.points(SMALL)),
        zorder=LABEL_Z,
    )
