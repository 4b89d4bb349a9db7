"""All facts of all groups as a table of real values, shaded by how far they are from average."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.layout import MARK_Z, screen_pixels, size_of
from desktop_app.charts.segment_columns import set_columns
from desktop_app.charts.shades import blend
from desktop_app.charts.writing import size_that_fits, write
from desktop_app.core.describing.fact_rows import NEAR_AVERAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.fonts import Weight
    from desktop_app.charts.segment_columns import ColumnPlace
    from desktop_app.charts.style import ChartStyle, Palette
    from desktop_app.core.describing.fact_rows import FactRow
    from desktop_app.core.describing.results import FactInSegment
    from desktop_app.wording.group_words import GroupWords

_LEAST_ROW_PX, _MOST_ROW_PX = 23.0, 40.0
_STRONGEST, _MOST_SPREADS = 0.42, 1.5  # of the colour; standard deviations that have it
_MARK_PX, _TIGHT_MARK_PX, _GAP_PX = 6.0, 4.5, 3.0
_LEAST_TO_STACK_PX = 31.0
_MANY = 9  # groups; of more the columns are so narrow that marks stand below the values


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
        least_row=_LEAST_ROW_PX if words.k <= _MANY else _LEAST_TO_STACK_PX + 1,
        most_row=_MOST_ROW_PX,
        has_all=True,
        chosen=chosen,
    )
    shown = rows[: place.n_rows]
    setting = _setting(ax, shown, style, words, place)
    for number, row in enumerate(shown):
        overall, values = _words_of(ax, row, style, words, setting)
        write(
            ax,
            overall,
            (-0.5, number + 0.5),
            style,
            ha="center",
            size=setting.size,
            color=style.palette.text2,
            gid=f"all-{number}",
        )
        for segment, cell in enumerate(row.cells):
            if cell is not None:
                _draw_cell(ax, (segment, number), cell, values[segment], style, setting)
    _draw_marks(ax, shown, style, setting)
    if chosen is not None:
        _draw_chosen(ax, chosen, place.n_rows, style)


def heat_colour(difference: float, palette: Palette) -> str:
    """Give the ground of a cell for a difference in standard deviations, ``#rrggbb``."""
    if abs(difference) < NEAR_AVERAGE:
        return palette.sunken
    share = _STRONGEST * min(abs(difference) / _MOST_SPREADS, 1.0)
    return blend(palette.accent if difference > 0 else palette.amber, palette.sheet, share)


@dataclass(frozen=True, slots=True)
class _Setting:
    """``size`` of the values and their ``room`` in pixels.

    ``mark``: where marks stand in a cell; ``shift``: how far values give way to them (px).
    ``is_tight``: there is no room for strong figures and larger marks.
    """

    size: float
    room: float
    mark: tuple[float, float]
    shift: tuple[float, float]
    is_tight: bool = False


def _setting(
    ax: Axes,
    rows: Sequence[FactRow],
    style: ChartStyle,
    words: GroupWords,
    place: ColumnPlace,
) -> _Setting:
    """Put the marks before the values, or below them where that lets the values be larger."""
    texts = {words.value(c.column, c.mean) for r in rows for c in r.cells if c is not None}
    texts |= {words.value(row.column, row.overall_mean) for row in rows}
    px = screen_pixels(ax, style, 1.0)
    room = place.width - 2 * _GAP_PX * px
    narrow = room - (_MARK_PX + _GAP_PX) * px
    beside = size_that_fits(ax, texts, style, narrow)
    if beside == 1.0 or place.height < _LEAST_TO_STACK_PX * px:
        is_tight = beside < 1.0
        away, aside = (3.5, 2.5) if is_tight else (_MARK_PX / 2 + _GAP_PX, _MARK_PX / 2)
        room = place.width - 8.0 * px if is_tight else narrow
        return _Setting(beside, room, (away * px / place.width, 0.5), (aside, 0.0), is_tight)
    down = 0.5 + 10.0 * px / place.height
    # The mark is not in the way: a figure may fill its cell but for the gap to the next one.
    room = place.width - 2.5 * px
    return _Setting(size_that_fits(ax, texts, style, room), room, (0.5, down), (0.0, 4.0))


def _words_of(
    ax: Axes, row: FactRow, style: ChartStyle, words: GroupWords, setting: _Setting
) -> tuple[str, list[str]]:
    """Give everyone's average and those of the segments, in a row all with their unit or without.

    A figure that is still too wide is left to the table.
    """
    means = [row.overall_mean, *(np.nan if cell is None else cell.mean for cell in row.cells)]
    weight: Weight = "regular" if setting.is_tight else "semibold"

    def fits(text: str) -> bool:
        return setting.size * size_of(ax, text, style, weight)[0] <= setting.room

    texts = [words.value(row.column, mean) for mean in means]
    if not all(map(fits, texts)):
        texts = [words.formats.number(mean) for mean in means]
    texts = [text if fits(text) else "" for text in texts]
    return texts[0], texts[1:]


def _draw_marks(ax: Axes, rows: Sequence[FactRow], style: ChartStyle, setting: _Setting) -> None:
    """Draw a triangle that points up where a segment has more, one that points down for less."""
    far = [
        (segment + setting.mark[0], number + setting.mark[1], cell.difference > 0)
        for number, row in enumerate(rows)
        for segment, cell in enumerate(row.cells)
        if cell is not None and abs(cell.difference) >= NEAR_AVERAGE
    ]
    for is_more, marker in ((True, "^"), (False, "v")):
        ax.plot(
            [x for x, _y, is_up in far if is_up is is_more],
            [y for _x, y, is_up in far if is_up is is_more],
            linestyle="none",
            marker=marker,
            markersize=style.pixels(_TIGHT_MARK_PX if setting.is_tight else _MARK_PX),
            markerfacecolor=style.palette.text,
            markeredgecolor="none",
            zorder=MARK_Z,
            gid="more" if is_more else "less",
        )


def _draw_chosen(ax: Axes, chosen: int, n_rows: int, style: ChartStyle) -> None:
    from matplotlib.patches import Rectangle

    ax.add_artist(
        Rectangle(
            (chosen, 0),
            1,
            n_rows,
            facecolor="none",
            edgecolor=style.palette.text,
            linewidth=style.pixels(2.0),
            clip_on=False,
            zorder=MARK_Z + 1,
            gid="around-chosen",
        )
    )


def _draw_cell(
    ax: Axes,
    at: tuple[int, int],
    cell: FactInSegment,
    text: str,
    style: ChartStyle,
    setting: _Setting,
) -> None:
    from matplotlib.patches import Rectangle

    segment, row = at
    palette = style.palette
    ax.add_artist(
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
    across, up = (0.0, 0.0) if is_near else setting.shift
    write(
        ax,
        text,
        (segment + 0.5, row + 0.5),
        style,
        shift=(style.pixels(across), style.pixels(up)),
        ha="center",
        size=setting.size,
        weight="regular" if is_near or setting.is_tight else "semibold",
        gid=f"value-{segment}-{row}",
    )
