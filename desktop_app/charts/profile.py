"""How each group differs from everyone: bars to the left for less, to the right for more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop_app.charts.layout import MARK_Z, screen_pixels, size_of
from desktop_app.charts.segment_columns import set_columns
from desktop_app.charts.writing import size_that_fits, write
from desktop_app.core.describing.fact_rows import NEAR_AVERAGE
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.segment_columns import ColumnPlace
    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.describing.fact_rows import FactRow
    from desktop_app.core.describing.results import FactInSegment
    from desktop_app.wording.group_words import GroupWords

_LEAST_ROW_PX, _MOST_ROW_PX = 36.0, 58.0
_BAR_PX, _LOW_BAR_PX, _DOT_PX, _GAP_PX = 15.0, 12.0, 8.0, 5.0
_LONGEST = 0.4  # of a column, from its middle


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a row is set.

    ``scale``: columns per standard deviation; ``size`` of the values; ``is_beside``: they stand
    beside the middle line, else above the bars; ``grounds`` of those that stand on the line;
    ``is_bare``: the unit is left to the average under the title.
    """

    scale: float
    size: float
    is_bare: bool
    is_beside: bool
    bar_height: float
    grounds: tuple[str, ...]

    @property
    def bar_middle(self) -> float:
        """Where the middle of a bar stands in its row."""
        return 0.5 if self.is_beside else 0.72

    @property
    def value_middle(self) -> float:
        """Where the middle of a value stands in its row."""
        return 0.5 if self.is_beside else 0.3


def draw_profile(
    ax: Axes,
    rows: Sequence[FactRow],
    style: ChartStyle,
    *,
    words: GroupWords,
    chosen: int | None = None,
) -> None:
    """Draw segment s around the line at x = s + 0.5; the value in real units stands beside.

    A bar is as long as the difference from everyone's average in standard deviations. As good as
    average is a hollow dot. Rows that have no room are left to the table.
    """
    titles = [
        (
            words.titles[row.column],
            _("average {value}").format(value=words.value(row.column, row.overall_mean)),
        )
        for row in rows
    ]
    place = set_columns(
        ax,
        style,
        words,
        titles,
        least_row=_LEAST_ROW_PX,
        most_row=_MOST_ROW_PX,
        chosen=chosen,
    )
    shown = rows[: place.n_rows]
    for segment in range(words.k):
        _draw_middle(ax, segment, place, style)
    far = (abs(cell.difference) for row in shown for cell in row.cells if cell is not None)
    largest = max(far, default=1.0)
    grounds = tuple(
        style.palette.tint if segment == chosen else style.palette.sheet
        for segment in range(words.k)
    )
    for number, row in enumerate(shown):
        setting = _setting(ax, row, style, words, place)
        setting = replace(setting, scale=_LONGEST / max(largest, 1.0), grounds=grounds)
        for segment, cell in enumerate(row.cells):
            if cell is not None:
                _draw_cell(ax, (segment, number), cell, setting, style, words)


def _setting(
    ax: Axes, row: FactRow, style: ChartStyle, words: GroupWords, place: ColumnPlace
) -> _Setting:
    """Set the values of a row beside the lines if all of them have room there, else above."""
    texts = [words.value(row.column, cell.mean) for cell in row.cells if cell is not None]
    beside = place.width / 2 - screen_pixels(ax, style, 1.5 * _GAP_PX)
    is_beside = max(size_of(ax, text, style, "semibold")[0] for text in texts) <= beside
    room = place.width - screen_pixels(ax, style, _GAP_PX)
    size = 1.0 if is_beside else size_that_fits(ax, texts, style, room)
    is_bare = size * max(size_of(ax, text, style, "semibold")[0] for text in texts) > room
    height = screen_pixels(ax, style, _BAR_PX if is_beside else _LOW_BAR_PX) / place.height
    return _Setting(1.0, size, is_bare, is_beside, height, ())


def _draw_middle(ax: Axes, segment: int, place: ColumnPlace, style: ChartStyle) -> None:
    ax.plot(
        [segment + 0.5] * 2,
        [0, place.n_rows],
        color=style.palette.line2,
        linewidth=style.pixels(1.2),
        zorder=MARK_Z - 1,
        gid=f"middle-{segment}",
    )


def _draw_cell(
    ax: Axes,
    at: tuple[int, int],
    cell: FactInSegment,
    setting: _Setting,
    style: ChartStyle,
    words: GroupWords,
) -> None:
    (segment, row), piece = at, words.pieces[at[0]]
    middle, y = segment + 0.5, row + setting.bar_middle
    is_near = abs(cell.difference) < NEAR_AVERAGE
    if is_near:
        ax.plot(
            [middle],
            [y],
            linestyle="none",
            marker="o",
            markersize=style.pixels(_DOT_PX),
            markerfacecolor=style.palette.sheet,
            markeredgecolor=style.palette.edge(piece),
            markeredgewidth=style.pixels(1.6),
            zorder=MARK_Z,
            gid=f"near-{segment}-{row}",
        )
    else:
        _draw_bar(ax, (middle, y), cell.difference * setting.scale, setting, piece, style)
    if setting.is_beside:
        side = 1 if cell.difference < 0 and not is_near else -1
        away = _GAP_PX + (_DOT_PX / 2 if is_near else 0)
        how: dict[str, Any] = {
            "shift": (side * style.pixels(away), 0.0),
            "ha": "left" if side > 0 else "right",
        }
    else:
        how = {
            "ha": "center",
            "bbox": {
                "facecolor": setting.grounds[segment], "edgecolor": "none", "alpha": 0.86, "pad": 0.6
            },
        }  # fmt: skip
    write(
        ax,
        words.formats.number(cell.mean) if setting.is_bare else words.value(cell.column, cell.mean),
        (middle, row + setting.value_middle),
        style,
        size=setting.size,
        weight="regular" if is_near else "semibold",
        color=style.palette.text2 if is_near else style.palette.text,
        gid=f"value-{segment}-{row}",
        **how,
    )


def _draw_bar(
    ax: Axes,
    start: tuple[float, float],
    length: float,
    setting: _Setting,
    piece: int,
    style: ChartStyle,
) -> None:
    from matplotlib.patches import Rectangle

    x, y = start
    ax.add_artist(
        Rectangle(
            (x, y - setting.bar_height / 2),
            length,
            setting.bar_height,
            facecolor=style.palette.fill(piece),
            edgecolor=style.palette.edge(piece),
            linewidth=style.pixels(1.0),
            zorder=MARK_Z,
            gid=f"bar-{int(x)}-{int(y)}",
        )
    )
