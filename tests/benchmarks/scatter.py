"""P8: a scatter of a million customers in five groups, against ``ax.scatter(c=...)``.

Both draw on Agg at the size of the picture in the window; ours also names the groups. The first
drawing makes a figure, a zoom draws on one that is there, as the window does. Then what a hand does:
the way to the points when few are in sight, turning three facts, and who is under the pointer.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from measuring import Row, in_pairs, seconds

from desktop_app.charts.scatter_view import ScatterView, made_quick, segment_means, window_of
from desktop_app.charts.scatter_words import nearest_row
from desktop_app.charts.segment_scatter import Look, draw_segment_scatter
from desktop_app.charts.solid import Solid, Turn, seen_from
from desktop_app.charts.style import ChartStyle
from desktop_app.charts.value_axis import ValueAxis
from desktop_app.charts.zooming import Limits
from desktop_app.core.checking.columns import Column, Kind, Role

N_CUSTOMERS, N_GROUPS = 1_000_000, 5
SIZE_PX, DPI = (500, 330), 100
USUAL_PAIRS = 5
ZOOMS: tuple[Limits, ...] = ((35.0, 75.0, 30.0, 70.0), (50.0, 56.0, 45.0, 51.0))
PEER_POINT = 4  # square points; its own size of 36 would be one blot


def rows(n_pairs: int | None) -> Iterator[Row]:
    """First drawing, zooms, and what a hand does."""
    view, n = blobs(N_CUSTOMERS), n_pairs or USUAL_PAIRS
    first = in_pairs(
        lambda: seconds(lambda: Ours(view).draw(None)),
        lambda: seconds(lambda: Peer(view).draw(None)),
        n,
    )
    yield Row(f"P8 first drawing of {N_CUSTOMERS:,}, seconds", *first)
    ours, peer = Ours(view), Peer(view)
    for limits in ZOOMS:
        ours.draw(None)
        peer.draw(None)
        again = in_pairs(
            lambda limits=limits: seconds(lambda: ours.draw(limits)),
            lambda limits=limits: seconds(lambda: peer.draw(limits)),
            n,
        )
        in_sight = len(window_of(view, limits).rows)
        yield Row("P8 drawing after a zoom, seconds", *again, f"{in_sight:,} in sight")
    solid = Solid(np.array([view.x, view.y, view.x]) / 200, np.zeros((3, N_GROUPS)), (), (), view)  # type: ignore[arg-type]
    turned = [Turn(step, 20.0) for step in range(n)]
    took = [seconds(lambda turn=turn: seen_from(solid, turn)) for turn in turned]
    yield Row("turning three facts, seconds", float(np.median(took)), None, "without drawing")
    places = view.rows[:: N_CUSTOMERS // 100]
    asked = [
        seconds(
            lambda row=row: nearest_row(view, float(view.x[row]), float(view.y[row]), (0.2, 0.2))
        )
        for row in places
    ]
    yield Row("who is under the pointer, ms", 1000 * max(asked), None, "worst of 100 places")


def blobs(n: int) -> ScatterView:
    """Give ``n`` customers in five overlapping groups."""
    draw = np.random.default_rng(8)
    middles = np.array([(55, 50), (88, 82), (88, 17), (26, 79), (26, 21)], dtype=np.float64)
    labels = np.arange(n) % N_GROUPS
    x, y = np.ascontiguousarray((middles[labels] + draw.normal(0, 8, (n, 2))).T)
    column = Column("Score", Kind.NUMBER, Role.FEATURE)
    axes = ValueAxis("Yearly income", column), ValueAxis("Spending score", column)
    centres = [segment_means(values, labels, N_GROUPS) for values in (x, y)]
    names = tuple(f"Customers {number}" for number in range(N_GROUPS))
    return made_quick(
        ScatterView(x, y, labels, np.arange(n), *centres, *axes, names, tuple(range(N_GROUPS)))
    )


@dataclass
class Ours:
    """Our picture on its figure."""

    view: ScatterView

    def __post_init__(self) -> None:
        self.figure, self.canvas, self.axes = _empty()

    def draw(self, limits: Limits | None) -> None:
        """Draw all of it, as the window does at every change."""
        self.axes.remove()
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        look = Look(window_of(self.view, limits))
        draw_segment_scatter(self.axes, self.view, ChartStyle(), look)
        self.canvas.draw()


@dataclass
class Peer:
    """The scatter that everyone writes, on its figure."""

    view: ScatterView

    def __post_init__(self) -> None:
        self.figure, self.canvas, self.axes = _empty()
        self.axes.scatter(self.view.x, self.view.y, c=self.view.labels, s=PEER_POINT)

    def draw(self, limits: Limits | None) -> None:
        """Set the limits, if any, and draw."""
        if limits is not None:
            self.axes.set_xlim(*limits[:2])
            self.axes.set_ylim(*limits[2:])
        self.canvas.draw()


def _empty() -> tuple[Figure, FigureCanvasAgg, Axes]:
    figure = Figure((SIZE_PX[0] / DPI, SIZE_PX[1] / DPI), dpi=DPI)
    return figure, FigureCanvasAgg(figure), figure.add_axes((0, 0, 1, 1))
