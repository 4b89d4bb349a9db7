"""The scatter of customers: colour, shape and letter for each group, its typical customer named."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.density import FADED, density_image
from desktop_app.charts.fonts import font
from desktop_app.charts.labels import Box, Named, Place, emptiest_places
from desktop_app.charts.layout import (
    LABEL_Z,
    MARK_Z,
    SMALL,
    ground,
    screen_pixels,
    size_of,
)
from desktop_app.charts.pieces import AREAS, draw_piece
from desktop_app.charts.style import SHAPES
from desktop_app.charts.two_scales import set_two_scales
from desktop_app.core.segmenting.results import segment_letter
from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.scatter_view import ScatterView
    from desktop_app.charts.style import ChartStyle
    from desktop_app.charts.value_axis import ValueAxis
    from desktop_app.core.segmenting.results import FloatArray
    from desktop_app.wording.numbers import Formats

SOLID, EDGE_WIDTH = 0.95, 0.6
MANY = 2_000  # from here on points are smaller, so that they do not paint each other over
SMALLEST_POINT = 0.35
PIECE_PX, HALO_PX, RING_PX = 20.0, 4.0, 11.0
CELL_PX = 2.0  # of the density picture; single pixels are too faint for a lonely customer
CLICK_PX = 9.0
NAME_WIDTH = 22  # letters in a line
_MOST_COUNTED = 20_000  # points that are asked when names look for a free place


def draw_segment_scatter(
    ax: Axes,
    view: ScatterView,
    style: ChartStyle,
    *,
    chosen_segment: int | None = None,
    marked_row: int | None = None,
) -> None:
    """Draw every customer, one artist per segment, and the typical customers with their names.

    With a chosen segment the others fade. Above ``MOST_POINTS`` customers the points become a
    density picture for the limits and the size that ``ax`` has now.
    """
    set_two_scales(ax, style, (view.x_axis, view.x[view.rows]), (view.y_axis, view.y[view.rows]))
    if view.is_density:
        _draw_density(ax, view, style, chosen_segment)
    else:
        _draw_points(ax, view, style, chosen_segment)
    shown = [s for s in range(len(view.names)) if np.isfinite(_centre(view, s)).all()]
    for segment in shown:
        place, piece = _centre(view, segment), view.pieces[segment]
        draw_piece(ax, piece, place, style, side=PIECE_PX, halo=HALO_PX)
    _draw_names(ax, view, style, shown)
    if marked_row is not None:
        _draw_ring(ax, float(view.x[marked_row]), float(view.y[marked_row]), style)


def describe_scatter(view: ScatterView) -> str:
    """Say in one sentence what the picture shows."""
    n, k = len(view.rows), len(view.names)
    return _("{customers} in {groups}, over {x} and {y}: {names}.").format(
        customers=ngettext("{n} customer", "{n} customers", n).format(n=n),
        groups=ngettext("{n} group", "{n} groups", k).format(n=k),
        x=view.x_axis.title,
        y=view.y_axis.title,
        names=", ".join(
            f"{segment_letter(piece)} {name}"
            for piece, name in zip(view.pieces, view.names, strict=True)
        ),
    )


def scatter_table(
    view: ScatterView, formats: Formats
) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Give rows and headers of the typical customers as a table."""
    headers = [_("Group"), _("Name"), _("Customers")]
    if view.typical:
        headers += [_("{fact}, on average").format(fact=axis.title) for axis in _axes(view)]
    sizes = np.bincount(view.labels[view.labels >= 0], minlength=len(view.names))
    rows: list[tuple[str, ...]] = [
        (
            segment_letter(view.pieces[segment]),
            name,
            formats.count(int(sizes[segment])),
            *(view.typical[segment] if view.typical else ()),
        )
        for segment, name in enumerate(view.names)
    ]
    return rows, tuple(headers)


def nearest_row(
    view: ScatterView, x: float, y: float, data_per_pixel: tuple[float, float]
) -> int | None:
    """Give the customer whose point lies nearest to (x, y), at most ``CLICK_PX`` pixels away."""
    reach_x, reach_y = (CLICK_PX * per_pixel for per_pixel in data_per_pixel)
    is_near = (np.abs(view.x - x) <= reach_x) & (np.abs(view.y - y) <= reach_y)
    rows = np.flatnonzero(is_near & (view.labels >= 0))
    away = ((view.x[rows] - x) / reach_x) ** 2 + ((view.y[rows] - y) / reach_y) ** 2
    if not len(rows) or away.min() > 1.0:
        return None
    return int(rows[away.argmin()])


def _axes(view: ScatterView) -> tuple[ValueAxis, ValueAxis]:
    return view.x_axis, view.y_axis


def _centre(view: ScatterView, segment: int) -> tuple[float, float]:
    return float(view.centres_x[segment]), float(view.centres_y[segment])


def _draw_points(
    ax: Axes, view: ScatterView, style: ChartStyle, chosen_segment: int | None
) -> None:
    labels = view.labels[view.rows]
    x, y = view.x[view.rows], view.y[view.rows]
    shrink = min(1.0, max(SMALLEST_POINT, (MANY / max(1, len(labels))) ** 0.25))
    scale = style.em / 13.0 * 100.0 / style.dpi * shrink
    for segment in range(len(view.names)):
        is_member = labels == segment
        is_faded = chosen_segment not in (None, segment)
        piece = view.pieces[segment]
        marker = SHAPES[piece % len(SHAPES)]
        ax.plot(
            x[is_member],
            y[is_member],
            linestyle="none",
            marker=marker,
            markersize=scale * AREAS[marker] ** 0.5,
            markerfacecolor=style.palette.fill(piece),
            markeredgecolor=style.palette.edge(piece),
            markeredgewidth=EDGE_WIDTH * scale,
            alpha=FADED if is_faded else SOLID,
            zorder=MARK_Z - 1 if is_faded else MARK_Z - 0.5,
            gid=f"segment-{segment}",
        )


def _draw_density(
    ax: Axes, view: ScatterView, style: ChartStyle, chosen_segment: int | None
) -> None:
    cell = screen_pixels(ax, style, CELL_PX)
    shape = max(1, round(ax.bbox.height / cell)), max(1, round(ax.bbox.width / cell))
    limits = (*ax.get_xlim(), *ax.get_ylim())
    ax.imshow(
        density_image(view, limits, shape, style, chosen_segment=chosen_segment),
        extent=limits,
        origin="lower",
        aspect="auto",
        interpolation="nearest",
        zorder=MARK_Z - 1,
        gid="density",
    )


def _draw_names(ax: Axes, view: ScatterView, style: ChartStyle, shown: Sequence[int]) -> None:
    """Name the pieces where they hide least; a name without a free place is left to its letter."""
    pixel, box = screen_pixels(ax, style, 1.0), ax.bbox
    words = {segment: fill(view.names[segment], NAME_WIDTH) for segment in shown}
    pieces = {s: ax.transData.transform(_centre(view, s)) for s in shown}
    half = (PIECE_PX / 2 + 2) * pixel
    things = []
    for segment in shown:
        width, height = size_of(ax, words[segment], style, "semibold")
        x, y = pieces[segment]
        things.append(Named(x, y, width + 4 * pixel, height + 4 * pixel, half + pixel))
    taken = [Box(x - half, y - half, 2 * half, 2 * half) for x, y in pieces.values()]
    bounds = Box(box.x0, box.y0, box.width, box.height)
    places = emptiest_places(things, _crowd(ax, view), bounds, taken)
    for segment, thing, place in zip(shown, things, places, strict=True):
        if place is not None:
            _write_name(ax, words[segment], thing, place, style, segment)


def _write_name(
    ax: Axes, words: str, thing: Named, place: Place, style: ChartStyle, segment: int
) -> None:
    to_axes, box = ax.transAxes.inverted(), place.box
    if place.is_far:
        ends = to_axes.transform([(thing.x, thing.y), box.nearest_to(thing.x, thing.y)])
        ax.plot(
            *ends.T,
            transform=ax.transAxes,
            color=style.palette.line2,
            linewidth=0.9,
            zorder=MARK_Z - 0.2,
            gid=f"leader-{segment}",
        )
    x, y = to_axes.transform((box.left + box.width / 2, box.bottom + box.height / 2))
    ax.text(
        x,
        y,
        words,
        transform=ax.transAxes,
        ha="center",
        va="center",
        color=style.palette.text,
        fontproperties=font("semibold", style.points(SMALL)),
        bbox=ground(style),
        zorder=LABEL_Z,
        parse_math=False,
        gid=f"name-{segment}",
    )


def _crowd(ax: Axes, view: ScatterView) -> FloatArray:
    rows = view.rows[:: 1 + len(view.rows) // _MOST_COUNTED]
    points: FloatArray = ax.transData.transform(np.column_stack([view.x[rows], view.y[rows]]))
    return points


def _draw_ring(ax: Axes, x: float, y: float, style: ChartStyle) -> None:
    """Draw a ring around one customer."""
    ax.plot(
        [x],
        [y],
        linestyle="none",
        marker="o",
        markersize=style.pixels(RING_PX),
        markerfacecolor="none",
        markeredgecolor=style.palette.text,
        markeredgewidth=style.pixels(2),
        zorder=LABEL_Z + 1,
        gid="ring",
    )
