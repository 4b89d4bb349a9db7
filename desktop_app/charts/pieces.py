"""A group's piece in a chart: its shape in its colour, with its letter inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.charts.fonts import font
from desktop_app.charts.layout import MARK_Z
from desktop_app.charts.style import SHAPES
from desktop_app.core.segmenting.results import segment_letter

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle

AREAS = {"o": 25.0, "s": 22.0, "^": 30.0, "D": 21.0, "P": 34.0, "X": 34.0, "v": 30.0, "*": 46.0}
"""Square points of each marker at an em of 13 px: they look equally large."""

EDGE_PX = 1.2
_LETTER_SHIFT = {"^": -0.1, "v": 0.1, "*": -0.03}  # towards the broad side, in pieces
_LETTER_SIZE, _SMALL_LETTER_SIZE = (
    0.5,
    0.4,
)  # of the piece; shapes with a narrow side have small ones


def draw_piece(
    ax: Axes,
    piece: int,
    place: tuple[float, float],
    style: ChartStyle,
    *,
    side: float,
    halo: float = 0.0,
) -> None:
    """Draw ``piece``, 0 is that of A, at ``place``, ``side`` pixels wide at an em of 13 px.

    ``halo``: the width of a ring around it, in such pixels, that keeps it off what lies below.
    """
    palette, marker = style.palette, SHAPES[piece % len(SHAPES)]
    size, edge = style.pixels(side) * (AREAS[marker] / AREAS["o"]) ** 0.5, style.pixels(EDGE_PX)
    rings = [("piece", edge, palette.edge(piece))]
    if halo:
        rings.insert(0, ("halo", edge + 2 * style.pixels(halo), palette.sheet))
    for part, width, colour in rings:
        ax.plot(
            *([value] for value in place),
            linestyle="none",
            marker=marker,
            markersize=size,
            markerfacecolor=palette.fill(piece),
            markeredgecolor=colour,
            markeredgewidth=width,
            clip_on=False,
            zorder=MARK_Z,
            gid=f"{part}-{piece}",
        )
    share = _SMALL_LETTER_SIZE if marker in _LETTER_SHIFT else _LETTER_SIZE
    ax.annotate(
        segment_letter(piece),
        place,
        xytext=(0, _LETTER_SHIFT.get(marker, 0.0) * size),
        textcoords="offset points",
        ha="center",
        va="center_baseline",
        color=palette.on_fill(piece),
        fontproperties=font("bold", share * style.pixels(side)),
        annotation_clip=False,
        zorder=MARK_Z + 0.5,
        gid=f"letter-{piece}",
    )
