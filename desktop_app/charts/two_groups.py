"""Two groups compared: a row per fact or word, the bars of the one to the left, of the other right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.charts.layout import MARK_Z, Margins, fitting, screen_pixels, size_of, take_margins
from desktop_app.charts.pieces import draw_piece
from desktop_app.charts.writing import write
from desktop_app.i18n import ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.wording.group_words import GroupWords

_LEAST_ROW_PX, _MOST_ROW_PX = 24.0, 36.0
_HEAD_PX, _PIECE_PX, _BAR_PX = 26.0, 18.0, 15.0
_MOST_OF_WIDTH = 0.36  # for the titles in the middle


@dataclass(frozen=True, slots=True)
class PairRow:
    """One thing that two groups are compared in.

    ``values`` in words and ``lengths`` of the bars, 0 to 1, of the first and the second group;
    ``is_different``: enough to be worth saying.
    """

    title: str
    values: tuple[str, str]
    lengths: tuple[float, float]
    is_different: bool = True


def draw_two_groups(
    ax: Axes,
    rows: Sequence[PairRow],
    style: ChartStyle,
    *,
    words: GroupWords,
    pair: tuple[int, int],
) -> None:
    """Draw row r at y = r + 0.5; the first group of ``pair`` left of x = 0, the second right of it.

    Titles stand in the middle. Rows that have no room are left to the table.
    """
    ax.set_axis_off()
    em = screen_pixels(ax, style, 13.0)
    head = _HEAD_PX / 13
    n_rows, bottom = _rows_that_fit(len(rows), ax.bbox.height / em - head - 0.3)
    take_margins(ax, style, Margins(0.3, bottom, 0.3, head))
    shown = rows[:n_rows]
    ax.set_xlim(-1, 1)
    ax.set_ylim(max(n_rows, 1), 0)
    room = _room(ax, shown, style)
    height = ax.bbox.height / max(n_rows, 1)
    for side, segment in zip((-1, 1), pair, strict=True):
        _draw_head(ax, side, segment, style, words, _HEAD_PX / 2 * em / 13 / height)
        for number, row in enumerate(shown):
            _draw_bar(ax, number, row, side, (segment, words.pieces[segment]), style, room)
    for number, row in enumerate(shown):
        _write_title(ax, number, row, style, room.middle)
    if n_rows < len(rows):
        n_more = len(rows) - n_rows
        text = ngettext("{n} more row is in the table", "{n} more rows are in the table", n_more)
        write(
            ax, text.format(n=n_more), (0, n_rows), style, shift=(0.0, -style.points(0.75)),
            ha="center", color=style.palette.text2, gid="rest",
        )  # fmt: skip


def _rows_that_fit(n: int, room: float) -> tuple[int, float]:
    least, most = _LEAST_ROW_PX / 13, _MOST_ROW_PX / 13
    if n * least <= room:
        return n, 0.3 + max(0.0, room - n * most)
    return max(1, int((room - 1.3) / least)), 1.6


@dataclass(frozen=True, slots=True)
class _Room:
    """On the scale of x: half of the width of the titles, the longest bar."""

    middle: float
    longest: float


def _room(ax: Axes, rows: Sequence[PairRow], style: ChartStyle) -> _Room:
    width = ax.bbox.width
    title = max((size_of(ax, row.title, style, "semibold")[0] for row in rows), default=0.0)
    value = max(
        (size_of(ax, text, style, "semibold")[0] for row in rows for text in row.values),
        default=0.0,
    )
    middle = (min(title, _MOST_OF_WIDTH * width) + screen_pixels(ax, style, 14)) / width
    beside = 2 * (value + screen_pixels(ax, style, 8)) / width
    return _Room(middle, max(1 - middle - beside, 0.05))


def _draw_head(
    ax: Axes, side: int, segment: int, style: ChartStyle, words: GroupWords, up: float
) -> None:
    piece = screen_pixels(ax, style, _PIECE_PX / 2 + 1) / ax.bbox.width * 2
    draw_piece(ax, words.pieces[segment], (side * (1 - piece), -up), style, side=_PIECE_PX)
    room = 0.44 * ax.bbox.width - screen_pixels(ax, style, 30)
    write(
        ax,
        fitting(ax, words.names[segment], style, room, "semibold"),
        (side * (1 - piece), -up),
        style,
        shift=(-side * style.pixels(_PIECE_PX / 2 + 6), 0.0),
        ha="left" if side < 0 else "right",
        weight="semibold",
        gid=f"name-{segment}",
    )


def _draw_bar(
    ax: Axes,
    number: int,
    row: PairRow,
    side: int,
    group: tuple[int, int],
    style: ChartStyle,
    room: _Room,
) -> None:
    from matplotlib.patches import Rectangle

    segment, piece = group
    place = 0 if side < 0 else 1
    text = row.values[place]
    length = row.lengths[place] * room.longest
    height = screen_pixels(ax, style, _BAR_PX) * abs(ax.get_ylim()[0]) / ax.bbox.height
    ax.add_artist(
        Rectangle(
            (side * room.middle, number + 0.5 - height / 2),
            side * length,
            height,
            facecolor=style.palette.fill(piece),
            edgecolor=style.palette.edge(piece),
            linewidth=style.pixels(1.0),
            zorder=MARK_Z,
            gid=f"bar-{segment}-{number}",
        )
    )
    write(
        ax,
        text,
        (side * (room.middle + length), number + 0.5),
        style,
        shift=(side * style.pixels(6), 0.0),
        ha="right" if side < 0 else "left",
        weight="semibold" if row.is_different else "regular",
        color=style.palette.text if row.is_different else style.palette.text2,
        gid=f"value-{segment}-{number}",
    )


def _write_title(ax: Axes, number: int, row: PairRow, style: ChartStyle, middle: float) -> None:
    room = middle * ax.bbox.width - screen_pixels(ax, style, 10)
    write(
        ax,
        fitting(ax, row.title, style, room, "semibold"),
        (0, number + 0.5),
        style,
        ha="center",
        weight="semibold" if row.is_different else "regular",
        color=style.palette.text if row.is_different else style.palette.text2,
        gid=f"title-{number}",
    )
