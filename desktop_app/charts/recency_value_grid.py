"""The classic view as a grid: how recent across, how often and how much up.

Twenty-five cells, as dark as there are customers; the cells of one kind are one region with its
name. The shop's own clock stands above: by when customers usually come back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop_app.charts.fonts import font
from desktop_app.charts.layout import (
    LABEL_Z,
    MARK_Z,
    SMALL,
    Margins,
    screen_pixels,
    size_of,
    take_margins,
)
from desktop_app.charts.recency_clock import clock_places, draw_clock
from desktop_app.core.customers.classic.kinds import kind_of
from desktop_app.core.customers.classic.views import ClassicKind
from desktop_app.wording.recency_value import (
    GridWords,
    band_words,
    money_share,
    recency_words,
    value_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle, Palette
    from desktop_app.core.customers.classic.views import ClassicView, GridCell
    from desktop_app.wording.numbers import Formats

N = 5
_PALEST, _DARKEST = 0.08, 0.42  # of the accent: the same ink can be read on every cell
_SIZES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)  # of small type; the largest that fits is taken
_PADDING = 4.0  # px at 13 px, between the edge of a cell and its words


@dataclass(frozen=True, slots=True)
class _Region:
    """The cells of one kind: the column of its left end, its upper edge, how many columns wide."""

    kind: ClassicKind
    left: int
    top: int
    n_columns: int


@dataclass(frozen=True, slots=True)
class _Setting:
    """The words of the grid as they are set: the size in em, names and figures with their breaks."""

    em: float
    names: tuple[str, ...]
    figures: tuple[str, ...]


def draw_recency_value_grid(
    ax: Axes,
    view: ClassicView,
    style: ChartStyle,
    *,
    words: GridWords,
    chosen: ClassicKind | None = None,
) -> None:
    """Draw recency score r and value score v as the cell from x = 5 - r, y = v - 1.

    A strong line goes around the cells in which customers of the kind ``chosen`` are.
    """
    ax.set_axis_off()
    _set_room(ax, view, style, words)
    most = max(1, *(cell.n for cell in view.cells))
    for cell in view.cells:
        _draw_cell(ax, cell, most, style)
    _draw_borders(ax, view, style, chosen)
    setting = _setting_that_fits(ax, view, style, words)
    _write_cells(ax, view, style, setting)
    _write_axes(ax, view, style, words.formats)
    if words.clock is not None:
        draw_clock(ax, view, words.clock, style, words.formats)


def cell_at(view: ClassicView, x: float, y: float) -> GridCell | None:
    """Give the cell at the place (x, y) on the scales of the grid."""
    if not (0 <= x < N and 0 <= y < N):
        return None
    recency, value = N - int(x), int(y) + 1
    return next(c for c in view.cells if (c.recency, c.value) == (recency, value))


def place_of(cell: GridCell) -> tuple[float, float]:
    """Give the middle of ``cell`` on the scales of the grid."""
    return N - cell.recency + 0.5, cell.value - 0.5


def grid_colour(n: int, most: int, palette: Palette) -> str:
    """Give the ground of a cell of ``n`` customers where the fullest has ``most``, ``#rrggbb``."""
    if n == 0:
        return palette.sunken
    share = _PALEST + (_DARKEST - _PALEST) * n / most
    mixed = (
        round(share * int(palette.accent[i : i + 2], 16))
        + round((1 - share) * int(palette.sheet[i : i + 2], 16))
        for i in (1, 3, 5)
    )
    return "#" + "".join(f"{min(part, 255):02x}" for part in mixed)


# room -----------------------------------------------------------------------------------------


def _set_room(ax: Axes, view: ClassicView, style: ChartStyle, words: GridWords) -> None:
    em = screen_pixels(ax, style, 13.0)
    beside = (*value_words(), recency_words())
    left = max(size_of(ax, text, style)[0] for text in beside) / em + 0.6
    has_clock = words.clock is not None and clock_places(view, words.clock)
    take_margins(ax, style, Margins(left, 1.9, 0.3, 2.0 if has_clock else 0.3))
    ax.set_xlim(0, N)
    ax.set_ylim(0, N)


def _setting_that_fits(
    ax: Axes, view: ClassicView, style: ChartStyle, words: GridWords
) -> _Setting:
    """Set the words in the largest size in which each keeps inside its place.

    Where there is no room for the shares of the money, or for counts, they are left to the table.
    """
    names = [_region_name(view, region, words) for region in _REGIONS]
    figures = [_figures(view, cell, words) for cell in view.cells]
    on_one_line, on_two, counts, none = (
        [joint.join(said[:n]) for said in figures]
        for joint, n in ((" · ", 2), ("\n", 2), ("", 1), ("", 0))
    )
    in_turn = [(size, texts) for size in _SIZES for texts in (on_one_line, on_two)]
    in_need = [(size, texts) for texts in (counts, none) for size in _SIZES]
    for size, texts in (*in_turn, *in_need):
        smaller = replace(style, em=style.em * size)
        setting, fits = _set(ax, names, texts, style, smaller)
        if fits:
            break
    return setting


def _set(
    ax: Axes, names: Sequence[str], figures: Sequence[str], style: ChartStyle, smaller: ChartStyle
) -> tuple[_Setting, bool]:
    """Set the words in the small type of ``smaller``; tell whether they keep inside their places."""
    padding = screen_pixels(ax, style, _PADDING)
    width, height = ax.bbox.width / N, ax.bbox.height / N
    lines = [
        _broken(ax, name, smaller, region.n_columns * width - 2 * padding)
        for name, region in zip(names, _REGIONS, strict=True)
    ]
    setting = _Setting(SMALL * smaller.em / style.em, tuple(lines), tuple(figures))
    name_sizes = [size_of(ax, text, smaller, "semibold") for text in lines]
    figure_sizes = [size_of(ax, text, smaller) for text in figures if text] or [(0.0, 0.0)]
    tallest = max(h for _w, h in name_sizes) + max(h for _w, h in figure_sizes)
    fits = (
        tallest <= height - 1.8 * padding
        and all(w <= width - 2 * padding for w, _h in figure_sizes)
        and all(
            w <= region.n_columns * width - 2 * padding
            for (w, _h), region in zip(name_sizes, _REGIONS, strict=True)
        )
    )
    return setting, fits


def _broken(ax: Axes, name: str, style: ChartStyle, room: float) -> str:
    """Break ``name`` at its spaces into lines of ``room`` pixels, as far as its words let it."""
    lines: list[str] = []
    for word in name.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and size_of(ax, longer, style, "semibold")[0] <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


# regions --------------------------------------------------------------------------------------


def _regions() -> tuple[_Region, ...]:
    """Join the cells of one kind; by the rules they are always a rectangle."""
    cells: dict[ClassicKind, list[tuple[int, int]]] = {}
    for recency in range(1, N + 1):
        for value in range(1, N + 1):
            cells.setdefault(kind_of(recency, value), []).append((N - recency, value))
    return tuple(
        _Region(
            kind,
            left=min(column for column, _value in places),
            top=max(value for _column, value in places),
            n_columns=len({column for column, _value in places}),
        )
        for kind, places in cells.items()
    )


_REGIONS = _regions()


def _region_name(view: ClassicView, region: _Region, words: GridWords) -> str:
    """Give the name of a region: of all kinds that are in it, where there are some."""
    found = dict.fromkeys(
        kind
        for cell in view.cells
        if kind_of(cell.recency, cell.value) is region.kind
        for kind in cell.kinds
    )
    return ", ".join(words.names[kind] for kind in found or [region.kind])


def _figures(view: ClassicView, cell: GridCell, words: GridWords) -> tuple[str, ...]:
    """Give the count of a cell and its share of the money; nothing of an empty one."""
    if not cell.n:
        return ()
    share = money_share(view, cell, words)
    return (words.formats.count(cell.n), *filter(None, (share,)))


# drawing --------------------------------------------------------------------------------------


def _draw_cell(ax: Axes, cell: GridCell, most: int, style: ChartStyle) -> None:
    from matplotlib.patches import Rectangle

    palette = style.palette
    ax.add_patch(
        Rectangle(
            (N - cell.recency, cell.value - 1),
            1,
            1,
            facecolor=grid_colour(cell.n, most, palette),
            edgecolor=palette.sheet,
            linewidth=style.pixels(1),
            zorder=MARK_Z,
            gid=f"cell-{cell.recency}-{cell.value}",
        )
    )


def _draw_borders(
    ax: Axes, view: ClassicView, style: ChartStyle, chosen: ClassicKind | None
) -> None:
    """Draw a line where two kinds meet and around them all, and around the chosen one."""
    at_chosen = {(N - cell.recency, cell.value - 1) for cell in view.cells if chosen in cell.kinds}
    kinds = _borders(lambda column, row: kind_of(N - column, row + 1))
    _draw_lines(ax, kinds, "borders", style.palette.line2, style.pixels(1.2))
    around = _borders(lambda column, row: (column, row) in at_chosen or None)
    _draw_lines(ax, around, "chosen", style.palette.text, style.pixels(2.4))


def _borders(belongs_to: Callable[[int, int], object]) -> list[list[tuple[int, int]]]:
    """Give the lines between cells, by column and row, that belong to different things."""

    def thing(column: int, row: int) -> object:
        is_inside = 0 <= column < N and 0 <= row < N
        return belongs_to(column, row) if is_inside else None

    lines = []
    for line in range(N + 1):
        for step in range(N):
            if thing(line - 1, step) is not thing(line, step):
                lines.append([(line, step), (line, step + 1)])
            if thing(step, line - 1) is not thing(step, line):
                lines.append([(step, line), (step + 1, line)])
    return lines


def _draw_lines(
    ax: Axes, lines: Sequence[Sequence[tuple[int, int]]], gid: str, colour: str, width: float
) -> None:
    from matplotlib.collections import LineCollection

    ax.add_collection(
        LineCollection(
            lines,
            colors=colour,
            linewidths=width,
            capstyle="round",
            clip_on=False,
            zorder=MARK_Z + 1,
            gid=gid,
        )
    )


def _write_cells(ax: Axes, view: ClassicView, style: ChartStyle, setting: _Setting) -> None:
    padding, palette = style.pixels(_PADDING), style.palette
    filled = {kind_of(cell.recency, cell.value) for cell in view.cells if cell.n}
    for region, name in zip(_REGIONS, setting.names, strict=True):
        _write(
            ax,
            name,
            (region.left, region.top),
            (padding, -0.8 * padding),
            style,
            va="top",
            color=palette.text if region.kind in filled else palette.text2,
            fontproperties=font("semibold", style.points(setting.em)),
            gid=f"name-{region.kind.name}",
        )
    for cell, text in zip(view.cells, setting.figures, strict=True):
        if text:
            _write(
                ax,
                text,
                (N - cell.recency, cell.value - 1),
                (padding, 0.8 * padding),
                style,
                va="bottom",
                fontproperties=font("regular", style.points(setting.em)),
                gid=f"figures-{cell.recency}-{cell.value}",
            )


def _write(
    ax: Axes,
    text: str,
    place: tuple[float, float],
    shift: tuple[float, float],
    style: ChartStyle,
    **how: Any,
) -> None:
    how = {"ha": "left", "color": style.palette.text, "zorder": LABEL_Z, **how}
    how.setdefault("fontproperties", font("regular", style.points(SMALL)))
    ax.annotate(
        text,
        place,
        xytext=shift,
        textcoords="offset points",
        annotation_clip=False,
        parse_math=False,
        **how,
    )


# axes -----------------------------------------------------------------------------------------


def _write_axes(ax: Axes, view: ClassicView, style: ChartStyle, formats: Formats) -> None:
    tone, gap = style.palette.text2, style.points(0.4)
    best, least = value_words()
    _write(ax, best, (0, N), (-gap, 0), style, ha="right", va="top", color=tone)
    _write(ax, least, (0, 0), (-gap, 0), style, ha="right", va="bottom", color=tone)

    first = next((band.score for band in view.bands if not np.isnan(band.lowest)), N)
    texts = [band_words(band, formats, has_unit=band.score == first) for band in view.bands]
    room = ax.bbox.width / N - screen_pixels(ax, style, _PADDING)
    widest = max(size_of(ax, text, style)[0] for text in texts)
    face = font("regular", style.points(SMALL * min(1.0, room / widest)))
    down = gap + style.points(SMALL)  # below one another's tops they would stand unevenly
    _write(ax, recency_words(), (0, 0), (-gap, -down), style, ha="right", va="baseline", color=tone)
    for band, text in zip(view.bands, texts, strict=True):
        place = (N - band.score + 0.5, 0)
        how = {"ha": "center", "va": "baseline", "color": tone, "fontproperties": face}
        _write(ax, text, place, (0, -down), style, **how)
