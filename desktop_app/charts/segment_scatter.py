"""The scatter of customers: colour, shape and letter for each group, its typical customer named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.borders import draw_borders
from desktop_app.charts.density import FADED, density_image
from desktop_app.charts.layout import MARK_Z, screen_pixels
from desktop_app.charts.pieces import AREAS, draw_piece
from desktop_app.charts.scatter_names import HALO_PX, PIECE_PX, draw_names
from desktop_app.charts.scatter_view import window_of
from desktop_app.charts.solid import draw_box
from desktop_app.charts.style import SHAPES
from desktop_app.charts.two_scales import set_scales_within

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.borders import Borders
    from desktop_app.charts.scatter_view import ScatterView, Window
    from desktop_app.charts.solid import BoxSides
    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.checking.texts import BoolArray
    from desktop_app.core.segmenting.results import IntArray

SOLID, EDGE_WIDTH = 0.95, 0.6
MANY = 2_000  # from here on points are smaller, so that they do not paint each other over
SMALLEST_POINT = 0.35
CELL_PX = 2.0  # of the density picture; single pixels are too faint for a lonely customer


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How a view is looked at.

    ``window``: the part of it, ``None`` = all. ``segment`` is brought out before the others, or else
    the customers in ``chosen`` (rows). ``borders`` between the groups; ``box`` around three facts.
    ``tools_em``: room in the upper right corner.
    """

    window: Window | None = None
    segment: int | None = None
    chosen: IntArray | None = None
    borders: Borders | None = None
    box: BoxSides | None = None
    tools_em: float = 0.0


PLAIN = Look()


def draw_segment_scatter(
    ax: Axes, view: ScatterView, style: ChartStyle, look: Look = PLAIN
) -> None:
    """Draw every customer, one artist per segment, and the typical customers with their names.

    Above ``MOST_POINTS`` customers in the window the points become a density picture for the size
    that ``ax`` has now.
    """
    window = look.window or window_of(view)
    axes, limits = (view.x_axis, view.y_axis), window.limits
    set_scales_within(ax, style, axes, limits, tools_em=look.tools_em)
    taken = [] if look.box is None else draw_box(ax, look.box, style)
    if window.is_density:
        _draw_density(ax, view, style, look)
    else:
        _draw_points(ax, view, window.rows, style, look)
    if look.borders is not None:
        draw_borders(ax, look.borders, style)
    shown = [s for s in range(len(view.names)) if _is_within(window, _centre(view, s))]
    for segment in shown:
        piece = view.pieces[segment]
        draw_piece(ax, piece, _centre(view, segment), style, side=PIECE_PX, halo=HALO_PX)
    draw_names(ax, view, window.rows, style, shown, taken)


def _centre(view: ScatterView, segment: int) -> tuple[float, float]:
    return float(view.centres_x[segment]), float(view.centres_y[segment])


def _is_within(window: Window, place: tuple[float, float]) -> bool:
    x0, x1, y0, y1 = window.limits
    return x0 <= place[0] <= x1 and y0 <= place[1] <= y1


def _draw_points(
    ax: Axes, view: ScatterView, rows: IntArray, style: ChartStyle, look: Look
) -> None:
    labels = view.labels[rows]
    is_out = _is_brought_out(view, rows, look)
    size = _point_scale(style, len(rows))
    for segment in range(len(view.names)):
        is_member = labels == segment
        parts = {"segment": is_member & is_out, "faded": is_member & ~is_out}
        for part, is_part in parts.items():
            if is_part.any():
                _draw_part(ax, view, rows[is_part], style, size, f"{part}-{segment}")


def _draw_part(
    ax: Axes, view: ScatterView, rows: IntArray, style: ChartStyle, size: float, gid: str
) -> None:
    piece, is_faded = view.pieces[int(view.labels[rows[0]])], gid.startswith("faded")
    marker = SHAPES[piece % len(SHAPES)]
    ax.plot(
        view.x[rows],
        view.y[rows],
        linestyle="none",
        marker=marker,
        markersize=size * AREAS[marker] ** 0.5,
        markerfacecolor=style.palette.fill(piece),
        markeredgecolor=style.palette.edge(piece),
        markeredgewidth=EDGE_WIDTH * size,
        alpha=FADED if is_faded else SOLID,
        zorder=MARK_Z - 1 if is_faded else MARK_Z - 0.5,
        gid=gid,
    )


def _is_brought_out(view: ScatterView, rows: IntArray, look: Look) -> BoolArray:
    if look.chosen is not None:
        is_chosen = np.zeros(len(view.labels), dtype=bool)
        is_chosen[look.chosen] = True
        return is_chosen[rows]
    if look.segment is not None:
        return view.labels[rows] == look.segment
    return np.ones(len(rows), dtype=bool)


def _point_scale(style: ChartStyle, n: int) -> float:
    shrink = min(1.0, max(SMALLEST_POINT, (MANY / max(1, n)) ** 0.25))
    return style.em / 13.0 * 100.0 / style.dpi * shrink


def _draw_density(ax: Axes, view: ScatterView, style: ChartStyle, look: Look) -> None:
    cell = screen_pixels(ax, style, CELL_PX)
    shape = max(1, round(ax.bbox.height / cell)), max(1, round(ax.bbox.width / cell))
    limits = (*ax.get_xlim(), *ax.get_ylim())
    segment = look.segment if look.chosen is None else None
    everyone = density_image(view, limits, shape, style, chosen_segment=segment)
    layers = [("density", everyone, 1.0 if look.chosen is None else FADED)]
    if look.chosen is not None:
        brought_out = density_image(view, limits, shape, style, rows=look.chosen)
        layers.append(("density-chosen", brought_out, 1.0))
    for gid, image, alpha in layers:
        ax.imshow(
            image,
            extent=limits,
            origin="lower",
            aspect="auto",
            interpolation="nearest",
            alpha=alpha,
            zorder=MARK_Z - 1,
            gid=gid,
        )
