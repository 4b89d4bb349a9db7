"""The lines halfway between typical customers: where one group ends and the next one begins.

A customer belongs to the nearest typical customer, so the borders are the edges of a Voronoi diagram
(Voronoi 1908) in the plane in which nearness is measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.layout import MARK_Z
from desktop_app.charts.scatter_view import OVERVIEW
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.i18n import _

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.scatter_view import ScatterAxes, ScatterView
    from desktop_app.charts.style import ChartStyle
    from desktop_app.charts.value_axis import ValueAxis
    from desktop_app.charts.zooming import Limits
    from desktop_app.core.segmenting.results import FloatArray, Segmentation
    from desktop_app.wording.numbers import Formats

    Line = tuple[tuple[float, float], tuple[float, float]]

ALL_ALIKE = 0.995  # a share of the customers that is told as all of them
_FLAT = 1e-12  # a line that leans less never meets what bounds it within the square
_SHORTEST = 1e-9  # of the window


@dataclass(frozen=True, slots=True, eq=False)
class Borders:
    """``sites``: (k, 2) the typical customers on the axes. ``scales``: how much one step along each
    axis counts when nearness is measured, 0 = nothing. ``share`` of the customers in the picture
    who stand on the side of their own group, 0 to 1.
    """

    sites: FloatArray
    scales: FloatArray
    share: float


def borders_of(
    view: ScatterView,
    axes: ScatterAxes,
    segmentation: Segmentation,
    *,
    progress: Progress = NO_PROGRESS,
) -> Borders | None:
    """Give the borders over ``axes``; ``None`` when other facts decide as well, or rules do."""
    if segmentation.kinds:
        return None
    if axes.across == OVERVIEW:
        sites, scales = np.column_stack([view.centres_x, view.centres_y]), np.ones(2)
    else:
        found = _measured_by(view, segmentation)
        if found is None:
            return None
        sites, scales = found
    progress.checkpoint()
    return Borders(sites, scales, _share_on_own_side(view, sites, scales))


def borders_words(borders: Borders | None, formats: Formats) -> str:
    """Say what the borders are, or why there are none."""
    if borders is None:
        return _("No borders here: other facts, or rules, decide as well who is in which group.")
    if borders.share >= ALL_ALIKE:
        return _("The lines are the borders between the groups.")
    return _(
        "The lines lie halfway between typical customers; {share} of the customers are on their "
        "own group's side."
    ).format(share=formats.percent(borders.share))


def edges_within(borders: Borders, limits: Limits) -> list[Line]:
    """Give the borders as straight lines, cut off at ``limits``."""
    low = np.array([limits[0], limits[2]])
    span = np.array([limits[1], limits[3]]) - low
    sites, weights = (borders.sites - low) / span, (borders.scales * span) ** 2
    sites = sites[np.isfinite(sites).all(axis=1)]
    lines: list[Line] = []
    for one, other in combinations(range(len(sites)), 2):
        ends = _edge(sites, weights, one, other)
        if ends is not None:
            (x0, y0), (x1, y1) = (low + end * span for end in ends)
            lines.append(((float(x0), float(y0)), (float(x1), float(y1))))
    return lines


def draw_borders(ax: Axes, borders: Borders, style: ChartStyle) -> None:
    """Draw the borders over the points, each on a ground that parts it from them."""
    from matplotlib.collections import LineCollection

    limits = (*ax.get_xlim(), *ax.get_ylim())
    lines = edges_within(borders, limits)
    grounds = (("border-ground", style.palette.sheet, 4.0), ("border", style.palette.text2, 1.4))
    for gid, colour, width in grounds:
        strokes = LineCollection(lines, colors=colour, linewidths=style.pixels(width))
        strokes.set_capstyle("round")
        strokes.set_zorder(MARK_Z - 0.3)
        strokes.set_gid(gid)
        ax.add_collection(strokes, autolim=False)


def _measured_by(
    view: ScatterView, segmentation: Segmentation
) -> tuple[FloatArray, FloatArray] | None:
    """Give sites and scales when the groups were made with nothing but the facts on the axes."""
    axes = (view.x_axis, view.y_axis)
    places = np.column_stack([view.centres_x, view.centres_y])
    scales, n_found = np.zeros(2), 0
    for j, axis in enumerate(axes):
        column = _column_of(axis, segmentation)
        if column is not None:
            feature = segmentation.features[column]
            scales[j] = feature.weight / feature.spread
            places[:, j] = segmentation.centres[:, column] / scales[j] + feature.centre
            n_found += 1
    return (places, scales) if n_found == len(segmentation.features) else None


def _column_of(axis: ValueAxis, segmentation: Segmentation) -> int | None:
    """Give the number of the feature that an axis shows on the scale that it was measured on."""
    for number, feature in enumerate(segmentation.features):
        is_same = axis.column is not None and feature.name == axis.column.name
        if is_same and not feature.column and feature.is_logged == axis.is_logged:
            return number
    return None


def _share_on_own_side(view: ScatterView, sites: FloatArray, scales: FloatArray) -> float:
    x, y = view.x[view.rows] * scales[0], view.y[view.rows] * scales[1]
    nearest, least = np.zeros(len(x), dtype=np.int64), np.full(len(x), np.inf)
    for segment, (across, up) in enumerate(sites * scales):
        away = (x - across) ** 2 + (y - up) ** 2
        is_nearer = away < least
        nearest[is_nearer], least[is_nearer] = segment, away[is_nearer]
    return float((nearest == view.labels[view.rows]).mean()) if len(x) else 1.0


def _edge(
    sites: FloatArray, weights: FloatArray, one: int, other: int
) -> tuple[FloatArray, FloatArray] | None:
    """Give the ends of the border between two sites inside the square from 0 to 1."""
    towards = weights * (sites[other] - sites[one])
    length = float(np.hypot(*towards))
    if not length:
        return None
    middle = (sites[one] + sites[other]) / 2
    along = np.array([-towards[1], towards[0]]) / length
    # On the line middle + t * along: everything that bounds it says factor * t <= room.
    factors, rooms = [*along, *-along], [*(1 - middle), *middle]
    for third in range(len(sites)):
        if third not in (one, other):
            beyond = 2 * weights * (sites[third] - sites[one])
            squares = weights @ (sites[third] ** 2 - sites[one] ** 2)
            factors.append(beyond @ along)
            rooms.append(squares - beyond @ middle)
    first, last = -np.inf, np.inf
    for factor, room in zip(factors, rooms, strict=True):
        if factor > _FLAT:
            last = min(last, room / factor)
        elif factor < -_FLAT:
            first = max(first, room / factor)
        elif room < 0:
            return None
    if last - first <= _SHORTEST:
        return None
    return middle + first * along, middle + last * along
