"""Three facts as a body that can be turned: everyone's place in a box, seen from one side.

Seen without perspective, so that what is turned is an ordinary view again: points, names, lasso and
everything else go on as in the plane.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.fonts import font
from desktop_app.charts.labels import Box
from desktop_app.charts.layout import GRID_Z, LABEL_Z, SMALL, ground, screen_pixels
from desktop_app.charts.scatter_view import (
    ScatterView,
    is_drawn_in,
    missing_note,
    segment_means,
    values_of,
)
from desktop_app.charts.two_scales import limits_around
from desktop_app.charts.value_axis import ValueAxis
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.wording.facts import short_names

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.core.segmenting.results import FloatArray, Prepared, Segmentation
    from desktop_app.wording.numbers import Formats

    Place = tuple[float, float, float]

WHOLE = (-0.95, 0.95, -0.88, 0.88)
"""The box and the words beside it have room in these limits however it is turned."""

LOWEST, HIGHEST = 5.0, 85.0  # degrees; from straight above, the third fact cannot be seen
END_SHARES = (0.1, 0.9)  # of an edge of the box: where its lowest and highest values are written
_AWAY_PX, _GAP_PX = 14.0, 3.0


@dataclass(frozen=True, slots=True)
class Turn:
    """The side from which a body is seen, in degrees: ``around`` its upright, and from ``above``."""

    around: float = -60.0
    above: float = 22.0

    def by(self, around: float, above: float) -> Turn:
        """Give the side that is ``around`` further to the right and ``above`` higher."""
        return Turn(
            (self.around + around + 180.0) % 360.0 - 180.0,
            min(max(self.above + above, LOWEST), HIGHEST),
        )

    def directions(self) -> FloatArray:
        """Give the (2, 3) directions in the box that go to the right and up in the picture."""
        around, above = np.radians((self.around, self.above))
        right = (-np.sin(around), np.cos(around), 0.0)
        up = (-np.sin(above) * np.cos(around), -np.sin(above) * np.sin(around), np.cos(above))
        return np.array((right, up))


@dataclass(frozen=True, slots=True, eq=False)
class Solid:
    """``places``: (3, n) in a box from -0.5 to 0.5, NaN = unknown; ``centres``: (3, k).

    ``axes`` of the three facts and their ``ends``, the lowest and highest values in words. ``view``
    is all that does not change when it is turned.
    """

    places: FloatArray
    centres: FloatArray
    axes: tuple[ValueAxis, ValueAxis, ValueAxis]
    ends: tuple[tuple[str, str], ...]
    view: ScatterView


@dataclass(frozen=True, slots=True)
class BoxSides:
    """What is drawn around a body: the box as it is seen, and the words at three of its edges."""

    turn: Turn
    titles: tuple[str, ...]
    ends: tuple[tuple[str, str], ...]


def solid_of(
    customers: CustomerTable,
    prepared: Prepared,
    segmentation: Segmentation,
    names: tuple[str, ...],
    facts: tuple[str, ...],
    formats: Formats,
    *,
    progress: Progress = NO_PROGRESS,
) -> Solid:
    """Give everyone's place over three ``facts``."""
    titles, labels, k = short_names(customers.columns), segmentation.labels, segmentation.k
    axes, places, ends, typical = [], [], [], []
    for name in facts:
        progress.checkpoint()
        values = values_of(customers, name)
        is_logged = is_drawn_in(name, prepared, values)
        axis = ValueAxis(titles[name], customers.column(name), formats, is_logged)
        on_axis = axis.places_of(values)
        known = values[(labels >= 0) & np.isfinite(values)]
        low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
        first, last = axis.places_of(np.array([low, high])).tolist()
        if first == last:
            first, last = limits_around(first, last)
        axes.append(axis)
        places.append((on_axis - first) / (last - first) - 0.5)
        ends.append((axis.words(low), axis.words(high)))
        typical.append([axis.words(float(v)) for v in segment_means(values, labels, k)])
    body = np.array(places)
    rows = np.flatnonzero((labels >= 0) & np.isfinite(body).all(axis=0))
    unseen = np.zeros(0)
    view = ScatterView(
        unseen, unseen, labels, rows, unseen, unseen, ValueAxis(""), ValueAxis(""), names,
        segmentation.pieces, tuple(zip(*typical, strict=True)),
        missing_note(len(labels) - len(rows), segmentation), whole=WHOLE, facts=tuple(a.title for a in axes),
    )  # fmt: skip
    centres = np.array([segment_means(place, labels, k) for place in body])
    return Solid(body, centres, (axes[0], axes[1], axes[2]), tuple(ends), view)


def seen_from(solid: Solid, turn: Turn) -> ScatterView:
    """Give what is seen of ``solid`` from one side."""
    directions = turn.directions()
    (x, y), (across, up) = directions @ solid.places, directions @ solid.centres
    return replace(solid.view, x=x, y=y, centres_x=across, centres_y=up)


def box_sides(solid: Solid, turn: Turn) -> BoxSides:
    """Give the box around ``solid``, seen from one side."""
    return BoxSides(turn, tuple(axis.title for axis in solid.axes), solid.ends)


def draw_box(ax: Axes, box: BoxSides, style: ChartStyle) -> list[Box]:
    """Draw the box and the words at its edges, and give the room that the words take."""
    directions = box.turn.directions()
    behind = _corner_behind(directions)
    for low, high in _edges():
        x, y = directions @ np.column_stack([low, high])
        is_behind = any(np.array_equal(end, behind) for end in (low, high))
        ax.plot(
            x, y,
            color=style.palette.line if is_behind else style.palette.line2,
            linewidth=0.8,
            zorder=GRID_Z,
            gid="box-behind" if is_behind else "box",
        )  # fmt: skip
    ax.grid(visible=False)
    return _write_edges(ax, box, directions, behind, style)


def _corner_behind(directions: FloatArray) -> FloatArray:
    """Give the lower corner that is farthest from the eye."""
    towards_eye = np.cross(directions[0], directions[1])
    corner: FloatArray = np.where(towards_eye > 0, -0.5, 0.5)
    return corner


def _edges() -> list[tuple[FloatArray, FloatArray]]:
    """Give the twelve edges of the box by their ends."""
    found = []
    for axis, one, other in product(range(3), (-0.5, 0.5), (-0.5, 0.5)):
        low, high = (np.insert(np.array([one, other]), axis, end) for end in (-0.5, 0.5))
        found.append((low, high))
    return found


def _write_edges(
    ax: Axes, box: BoxSides, directions: FloatArray, behind: FloatArray, style: ChartStyle
) -> list[Box]:
    """Write titles and ends along the two lower edges in front and the leftmost upright one."""
    taken: list[Box] = []
    edges = [_edge_with_words(axis, directions, behind) for axis in range(3)]
    lines = [ax.transData.transform((directions @ np.column_stack(e)).T) for e in edges]
    for ends, title in zip(lines, box.titles, strict=True):
        _write(ax, _beside(ax, ends, 0.5, style), title, style, taken, is_title=True)
    for ends, words in zip(lines, box.ends, strict=True):
        for share, word in zip(END_SHARES, words, strict=True):
            _write(ax, _beside(ax, ends, share, style), word, style, taken)
    return taken


def _edge_with_words(
    axis: int, directions: FloatArray, behind: FloatArray
) -> tuple[FloatArray, FloatArray]:
    if axis < 2:  # below and in front
        low = np.array([-behind[0], -behind[1], -0.5])
    else:
        corners = [np.array([one, other, -0.5]) for one in (-0.5, 0.5) for other in (-0.5, 0.5)]
        low = min(corners, key=lambda corner: float(directions[0] @ corner))
    low, high = low.copy(), low.copy()
    low[axis], high[axis] = -0.5, 0.5
    return low, high


def _beside(ax: Axes, ends: FloatArray, share: float, style: ChartStyle) -> Place:
    """Give a place outside the box beside an edge, and the side that it lies on."""
    along = ends[1] - ends[0]
    away = np.array([-along[1], along[0]]) / max(1e-9, float(np.hypot(*along)))
    middle = ends.mean(axis=0)
    centre = np.array([ax.bbox.x0 + ax.bbox.width / 2, ax.bbox.y0 + ax.bbox.height / 2])
    away *= 1.0 if away @ (middle - centre) >= 0 else -1.0
    x, y = ends[0] + share * along + away * screen_pixels(ax, style, _AWAY_PX)
    return float(x), float(y), float(away[0])


def _write(
    ax: Axes,
    place: Place,
    words: str,
    style: ChartStyle,
    taken: list[Box],
    *,
    is_title: bool = False,
) -> None:
    """Write ``words`` unless others stand there; a title is moved inside and always written."""
    x, y, sideways = place
    to_axes = ax.transAxes.inverted()
    across, up = to_axes.transform((x, y)).tolist()
    text = ax.text(
        across,
        up,
        words,
        transform=ax.transAxes,
        ha="center" if abs(sideways) < 0.35 else "left" if sideways > 0 else "right",
        va="center",
        color=style.palette.text if is_title else style.palette.text2,
        fontproperties=font("medium" if is_title else "regular", style.points(SMALL)),
        bbox=ground(style),
        zorder=LABEL_Z - 1,
        parse_math=False,
        gid="box-title" if is_title else "box-end",
    )
    room, seen = ax.bbox, text.get_window_extent()
    right = max(0.0, room.x0 - seen.x0) - max(0.0, seen.x1 - room.x1)
    text.set_x(float(to_axes.transform((x + right, y))[0]))
    gap = screen_pixels(ax, style, _GAP_PX)
    box = Box(seen.x0 + right - gap, seen.y0, seen.width + 2 * gap, seen.height)
    if not is_title and any(box.meets(other) for other in taken):
        text.remove()
        return
    taken.append(box)
