"""A column per group under its piece and name, a row per fact with its title at the left."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from desktop_app.charts.layout import (
    GRID_WIDTH,
    GRID_Z,
    SMALL,
    Margins,
    fitting,
    screen_pixels,
    size_of,
    take_margins,
)
from desktop_app.charts.pieces import draw_piece
from desktop_app.charts.writing import SIZES, broken, cut, write
from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.wording.group_words import GroupWords

PIECE_PX = 18.0
LINE_EM = 1.15
_MOST_OF_WIDTH = 0.27  # for the titles of facts
_LEAST_NAME_PX = 54.0  # of a column; in a narrower one a name is cut beyond recognition
_APART_EM = 0.68  # title and note, from the middle of their row
_FEWEST_LINES, _MOST_LINES, _SIZES_OF_NAMES = 2, 4, 3


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """What the rows and columns came to: rows that are shown, pixels of a column and of a row."""

    n_rows: int
    width: float
    height: float


def set_columns(
    ax: Axes,
    style: ChartStyle,
    words: GroupWords,
    titles: Sequence[tuple[str, str]],
    *,
    least_row: float,
    most_row: float,
    has_all: bool = False,
    chosen: int | None = None,
) -> ColumnPlace:
    """Make column s the room from x = s to s + 1 and row r that from y = r to r + 1.

    ``titles``: the title of a row and a note below it. With ``has_all`` a column for everyone stands
    before the first. Rows are at least ``least_row`` and at most ``most_row`` px high; what has no
    room is counted at the bottom.
    """
    ax.set_axis_off()
    left = _left_em(ax, style, titles)
    em = screen_pixels(ax, style, 13.0)
    first = -1 if has_all else 0
    column = (ax.bbox.width - (left + 0.3) * em) / (words.k - first)
    most_lines = (ax.bbox.height / em - len(titles) * least_row / 13 - PIECE_PX / 13 - 1) / LINE_EM
    names, size = _names(ax, style, words, column, int(most_lines))
    top = PIECE_PX / 13 + 0.45 + max(map(len, names), default=0) * LINE_EM
    room = ax.bbox.height / em - top - 0.3
    n_rows, bottom = _rows_that_fit(len(titles), room, least_row / 13, most_row / 13)
    take_margins(ax, style, Margins(left, bottom, 0.3, top))
    ax.set_xlim(first, words.k)
    ax.set_ylim(max(n_rows, 1), 0)
    place = ColumnPlace(n_rows, ax.bbox.width / (words.k - first), ax.bbox.height / max(n_rows, 1))
    _draw_heads(ax, style, words, names, place, size=size)
    if has_all:
        _write_all(ax, style, place)
    _draw_titles(ax, style, titles[:n_rows], place, left * em)
    if chosen is not None:
        _draw_chosen(ax, style, chosen, top * em / place.height)
    if n_rows < len(titles):
        _write_rest(ax, style, len(titles) - n_rows, (first, n_rows))
    return place


def _left_em(ax: Axes, style: ChartStyle, titles: Sequence[tuple[str, str]]) -> float:
    widths = [
        max(size_of(ax, title, style, "semibold")[0], size_of(ax, note, style)[0])
        for title, note in titles
    ]
    widest = min(max(widths, default=0.0), _MOST_OF_WIDTH * ax.bbox.width)
    return widest / screen_pixels(ax, style, 13.0) + 0.8


def _rows_that_fit(n: int, room: float, least: float, most: float) -> tuple[int, float]:
    """Give how many rows have room, and the bottom margin in em that is left below them."""
    if n * least <= room:
        return n, 0.3 + max(0.0, room - n * most)
    n_rows = max(1, int((room - LINE_EM) / least))
    return n_rows, 0.3 + LINE_EM + max(0.0, room - LINE_EM - n_rows * most)


def _names(
    ax: Axes, style: ChartStyle, words: GroupWords, column: float, most_lines: int
) -> tuple[list[list[str]], float]:
    """Give the lines of each name and their size; none where columns are too narrow for names.

    More than ``_FEWEST_LINES`` are taken only if a name needs them and all rows keep their room.
    """
    room = column - screen_pixels(ax, style, 6)
    most_lines = min(max(most_lines, _FEWEST_LINES), _MOST_LINES)
    for size, n_lines in product(SIZES[:_SIZES_OF_NAMES], range(_FEWEST_LINES, most_lines + 1)):
        found = [broken(ax, name, style, room / size, most_lines=n_lines) for name in words.names]
        if all(fits for _lines, fits in found):
            return [lines for lines, _fits in found], size
    if column < screen_pixels(ax, style, _LEAST_NAME_PX):
        return [], size
    return [cut(ax, lines, style, room / size) for lines, _fits in found], size


def _draw_heads(
    ax: Axes,
    style: ChartStyle,
    words: GroupWords,
    names: Sequence[Sequence[str]],
    place: ColumnPlace,
    *,
    size: float,
) -> None:
    n_lines = max(map(len, names), default=0)
    line = screen_pixels(ax, style, 13.0 * LINE_EM)
    up = (0.25 * line + n_lines * line + screen_pixels(ax, style, PIECE_PX / 2)) / place.height
    for segment, piece in enumerate(words.pieces):
        side = min(PIECE_PX, 0.8 * place.width / screen_pixels(ax, style, 1.0))
        draw_piece(ax, piece, (segment + 0.5, -up), style, side=side)
        for number, text in enumerate(names[segment] if names else ()):
            # Names of one line stand as near to their piece as those of two.
            down = (n_lines - number - 0.5 + 0.15) * line / place.height
            write(
                ax,
                text,
                (segment + 0.5, -down),
                style,
                ha="center",
                weight="semibold",
                size=size,
                gid=f"name-{segment}",
            )


def _write_all(ax: Axes, style: ChartStyle, place: ColumnPlace) -> None:
    down = 0.65 * screen_pixels(ax, style, 13.0 * LINE_EM) / place.height
    colour = style.palette.text2
    write(ax, _("All"), (-0.5, -down), style, ha="center", color=colour, gid="name-all")


def _draw_titles(
    ax: Axes,
    style: ChartStyle,
    titles: Sequence[tuple[str, str]],
    place: ColumnPlace,
    left: float,
) -> None:
    room = left - screen_pixels(ax, style, 8)
    start = ax.get_xlim()[0]
    shift = (
        -(left - screen_pixels(ax, style, 2)) * style.pixels(1) / screen_pixels(ax, style, 1),
        0.0,
    )
    apart = style.points(_APART_EM)
    for row, (title, note) in enumerate(titles):
        up = apart if note else 0.0
        middle = (start, row + 0.5)
        shown = fitting(ax, title, style, room, "semibold")
        write(ax, shown, middle, style, shift=(shift[0], up), weight="semibold", gid=f"title-{row}")
        if note:
            shown = fitting(ax, note, style, room)
            colour = style.palette.text2
            write(ax, shown, middle, style, shift=(shift[0], -up), color=colour, gid=f"note-{row}")
    reach = left / place.width
    for row in range(len(titles)):
        ax.plot(
            [start - reach, ax.get_xlim()[1]],
            [row, row],
            color=style.palette.line,
            linewidth=GRID_WIDTH,
            clip_on=False,
            zorder=GRID_Z,
            gid="row-line",
        )


def _draw_chosen(ax: Axes, style: ChartStyle, chosen: int, head: float) -> None:
    from matplotlib.patches import Rectangle

    low = ax.get_ylim()[0]
    ax.add_artist(
        Rectangle(
            (chosen, -head),
            1,
            low + head,
            facecolor=style.palette.tint,
            edgecolor="none",
            clip_on=False,
            zorder=GRID_Z - 0.1,
            gid="chosen",
        )
    )


def _write_rest(ax: Axes, style: ChartStyle, n_more: int, place: tuple[float, float]) -> None:
    text = ngettext(
        "{n} more fact is in the table", "{n} more facts are in the table", n_more
    ).format(n=n_more)
    write(
        ax,
        text,
        place,
        style,
        shift=(0, -style.points(SMALL * 0.8)),
        ha="left",
        color=style.palette.text2,
        gid="rest",
    )
