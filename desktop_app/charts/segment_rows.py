"""A row per group: its piece and name at the left, a figure at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.charts.layout import (
    GRID_Z,
    Margins,
    screen_pixels,
    size_of,
    take_margins,
)
from desktop_app.charts.pieces import draw_piece
from desktop_app.charts.writing import broken, cut, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.wording.group_words import GroupWords

MOST_OF_WIDTH = 0.3  # for names; a longer one is cut
PIECE_PX, _HIGHEST_ROW_PX = 16.0, 60.0
_TWO_LINES_EM = 2.3  # height of a row in which a name may go on below


def set_segment_rows(
    ax: Axes,
    style: ChartStyle,
    words: GroupWords,
    figures: Sequence[str],
    *,
    everyone: str = "",
    bottom: float = 0.3,
    top: float = 0.3,
    chosen: int | None = None,
) -> None:
    """Make segment s the row at y = s; with words for ``everyone`` theirs is at y = -1.

    ``figures`` are in the order of the rows.
    """
    em = screen_pixels(ax, style, 13.0)
    names = ([everyone] if everyone else []) + list(words.names)
    place = ax.bbox.height / em - top - bottom
    most = MOST_OF_WIDTH * ax.bbox.width
    n_lines = 2 if place / len(names) >= _TWO_LINES_EM else 1
    shown = [_lines_of(ax, name, style, most, n_lines) for name in names]
    beside = (PIECE_PX + 8.0) / 13
    left = max(size_of(ax, line, style)[0] for lines in shown for line in lines) / em + beside + 0.9
    right = max((size_of(ax, text, style, "semibold")[0] for text in figures), default=0.0) / em
    right = right + 0.9 if right else 0.5
    spare = place - len(names) * _HIGHEST_ROW_PX / 13
    edge = ax.bbox.x0
    take_margins(ax, style, Margins(left, bottom + max(0.0, spare), right, top))
    to_piece = ax.bbox.x0 - edge - screen_pixels(ax, style, PIECE_PX / 2 + 4)
    start, end = ax.get_xlim()
    across = start - to_piece / ax.bbox.width * (end - start)
    first = -1 if everyone else 0
    ax.set_ylim(words.k - 0.5, first - 0.5)
    room = ax.bbox.height / len(names)
    if chosen is not None:
        _draw_chosen(ax, style, chosen, (left * em, right * em))
    size = min(1.0, room / screen_pixels(ax, style, 14.0))
    for row, lines in enumerate(shown, start=first):
        texts = ("\n".join(lines), figures[row - first])
        _write_row(ax, style, words, (across, row), texts, size)


def _lines_of(ax: Axes, name: str, style: ChartStyle, room: float, n_lines: int) -> list[str]:
    lines, fits = broken(ax, name, style, room, most_lines=n_lines, weight="regular")
    return lines if fits else cut(ax, lines, style, room, "regular")


def _write_row(
    ax: Axes,
    style: ChartStyle,
    words: GroupWords,
    at: tuple[float, int],
    texts: tuple[str, str],
    size: float,
) -> None:
    (across, place), end = at, ax.get_xlim()[1]
    gap, beside = style.pixels(8), style.pixels(PIECE_PX + 8)
    name, figure = texts
    if place >= 0:
        draw_piece(ax, words.pieces[place], (across, place), style, side=PIECE_PX * size)
    colour = style.palette.text if place >= 0 else style.palette.text2
    shift = (beside - style.pixels(PIECE_PX / 2), 0.0)
    middle = "center" if "\n" in name else "center_baseline"
    write(
        ax, name, (across, place), style, shift=shift, ha="left", va=middle, color=colour,
        size=size, linespacing=1.0, gid=f"name-{place}",
    )  # fmt: skip
    if figure:
        write(
            ax, figure, (end, place), style, shift=(gap, 0.0), ha="left", weight="semibold",
            color=colour, size=size, gid=f"figure-{place}",
        )  # fmt: skip


def _draw_chosen(ax: Axes, style: ChartStyle, chosen: int, beside: tuple[float, float]) -> None:
    from matplotlib.patches import Rectangle

    start, end = ax.get_xlim()
    left, right = (pixels / ax.bbox.width * (end - start) for pixels in beside)
    ax.add_artist(
        Rectangle(
            (start - left, chosen - 0.5),
            end - start + left + right,
            1,
            facecolor=style.palette.tint,
            edgecolor="none",
            clip_on=False,
            zorder=GRID_Z - 0.1,
            gid="chosen",
        )
    )
