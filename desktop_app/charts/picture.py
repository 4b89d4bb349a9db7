"""A chart on its own, under its title: what is saved, copied or printed instead of shown."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Literal

from desktop_app.charts.fonts import font

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from desktop_app.charts.style import ChartStyle

PictureKind = Literal["png", "svg"]

FINENESS = 2.0  # pictures in documents are looked at more closely than a window
_TITLE_EM = 2.6  # height of the line of the title
_LINE_EM = 1.5  # of each further line
_EDGE_EM = 0.9
_LETTER_EM = 0.7  # a wide letter of the title; a column's name can be longer than the picture


def draw_picture(
    draw: Callable[[Axes, ChartStyle], None],
    style: ChartStyle,
    size_px: tuple[int, int],
    title: str,
) -> Figure:
    """Give a figure of ``size_px`` pixels at ``style.dpi`` with ``title`` above the drawing."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    width, height = (pixels / style.dpi for pixels in size_px)
    figure = Figure((width, height), dpi=style.dpi * FINENESS, facecolor=style.palette.sheet)
    FigureCanvasAgg(figure)
    lines = _lines(title, size_px[0] / style.em - 2 * _EDGE_EM)
    title_em = _TITLE_EM + (len(lines) - 1) * _LINE_EM
    title_share = min(0.5, title_em * style.em / style.dpi / height)
    edge_share = _EDGE_EM * style.em / style.dpi / width
    figure.text(
        edge_share,
        1.0 - title_share / 2,
        "\n".join(lines),
        va="center",
        color=style.palette.text,
        fontproperties=font("semibold", style.points(1.15)),
        parse_math=False,
    )
    draw(figure.add_axes((0.0, 0.0, 1.0, 1.0 - title_share)), style)
    return figure


def _lines(title: str, width_em: float) -> list[str]:
    return wrap(title, max(8, int(width_em / _LETTER_EM))) or [title]


def write_picture(figure: Figure, path: Path, kind: PictureKind) -> None:
    """Write ``figure``; the same figure gives the same bytes at any time of day."""
    no_date = {"Date": None} if kind == "svg" else {}
    figure.savefig(path, format=kind, dpi=figure.dpi, metadata=no_date)


def pixels_of(figure: Figure) -> tuple[bytes, int, int]:
    """Give the picture as RGBA bytes, row by row from the top, with its width and height."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    width, height = canvas.get_width_height()
    return bytes(canvas.buffer_rgba()), width, height
