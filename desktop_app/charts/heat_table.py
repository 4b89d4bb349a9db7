"""All facts of all groups as a table of real values, shaded by how far they are from average."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.charts.layout import MARK_Z, screen_pixels
from desktop_app.charts.segment_columns import set_columns
from desktop_app.charts.shades import blend
from desktop_app.charts.writing import size_that_fits, write
from desktop_app.core.describing.fact_rows import NEAR_AVERAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle, Palette
    from desktop_app.core.describing.fact_rows import FactRow
    from desktop_app.core.describing.results import FactInSegment
    from desktop_app.wording.group_words import GroupWords

_LEAST_ROW_PX, _MOST_ROW_PX = 23.0, 40.0
_STRONGEST, _MOST_SPREADS = 0.42, 1.5  # of the colour; standard deviations that have it
_MARK_PX, _GAP_PX = 6.0, 4.0


def draw_heat_table(
    ax: Axes,
    rows: Sequence[FactRow],
    style: ChartStyle,
    *,
    words: GroupWords,
    chosen: int | None = None,
) -> None:
    """Draw the cell of segment s in fact r from x = s, y = r; everyone's average stands before.

    More than average is one colour with a mark that points up, less another that points down.
    """
    place = set_columns(
        ax,
        style,
        words,
        [(words.titles[row.column], "") for row in rows],
        least_row=_LEAST_ROW_PX,
        most_row=_MOST_ROW_PX,
        has_all=True,
        chosen=chosen,
    )
    shown = rows[: place.n_rows]
    size = _size_of_values(ax, shown, style, words, place.width)
    for number, row in enumerate(shown):
        write(
            ax,
            words.value(row.column, row.overall_mean),
            (-0.5, number + 0.5),
            style,
            ha="center",
            size=size,
            color=style.palette.text2,
            gid=f"all-{number}",
        )
        for segment, cell in enumerate(row.cells):
            if cell is not None:
                _draw_cell(ax, (segment, number), cell, style, words, size=size)


def heat_colour(difference: float, palette: Palette) -> str:
    """Give the ground of a cell for a difference in standard deviations, ``#rrggbb``."""
    if abs(difference) < NEAR_AVERAGE:
        return palette.sunken
    share = _STRONGEST * min(abs(difference) / _MOST_SPREADS, 1.0)
    return blend(palette.accent if difference > 0 else palette.amber, palette.sheet, share)


def _size_of_values(
    ax: Axes, rows: Sequence[FactRow], style: ChartStyle, words: GroupWords, width: float
) -> float:
    cells = [cell for row in rows for cell in row.cells if cell is not None]
    marked = {words.value(c.column, c.mean) for c in cells if abs(c.difference) >= NEAR_AVERAGE}
    bare = {words.value(c.column, c.mean) for c in cells}
    bare |= {words.value(row.column, row.overall_mean) for row in rows}
    gap = screen_pixels(ax, style, _GAP_PX)
    mark = screen_pixels(ax, style, _MARK_PX) + gap
    if size_that_fits(ax, marked | bare, style, width - gap - mark) == 1.0:
        return 1.0
    return min(
        size_that_fits(ax, marked, style, width - gap - mark, "regular"),
        size_that_fits(ax, bare, style, width - gap, "regular"),
    )


def _draw_cell(
    ax: Axes,
    at: tuple[int, int],
    cell: FactInSegment,
    style: ChartStyle,
    words: GroupWords,
    *,
    size: float,
) -> None:
    from matplotlib.patches import Rectangle

    segment, row = at
    palette = style.palette
    ax.add_patch(
        Rectangle(
            (segment, row),
            1,
            1,
            facecolor=heat_colour(cell.difference, palette),
            edgecolor=palette.sheet,
            linewidth=style.pixels(2.0),
            zorder=MARK_Z - 1,
            gid=f"cell-{segment}-{row}",
        )
    )
    is_near = abs(cell.difference) < NEAR_AVERAGE
    shift = 0.0 if is_near else style.pixels(_MARK_PX / 2)
    write(
        ax,
        words.value(cell.column, cell.mean),
        (segment + 0.5, row + 0.5),
        style,
        shift=(shift, 0.0),
        ha="center",
        size=size,
        weight="regular" if is_near or size < 1.0 else "semibold",
        gid=f"value-{segment}-{row}",
    )
    if not is_near:
        away = screen_pixels(ax, style, _MARK_PX / 2 + 3) / ax.bbox.width
        ax.plot(
            [segment + away * (ax.get_xlim()[1] - ax.get_xlim()[0])],
            [row + 0.5],
            linestyle="none",
            marker="^" if cell.difference > 0 else "v",
            markersize=style.pixels(_MARK_PX),
            markerfacecolor=palette.text,
            markeredgecolor="none",
            zorder=MARK_Z,
            gid=f"mark-{segment}-{row}",
        )
