"""Charts drawn without a window, at the sizes that they have in it."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from desktop_app.charts.scatter_view import ScatterView, rows_with_place, segment_means
from desktop_app.charts.style import ChartStyle
from desktop_app.charts.value_axis import ValueAxis
from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.core.segmenting.results import KScan, KScore, Suggestion
from desktop_app.core.segmenting.trusted import Evidence, KEvidence

INERTIA = (200.0, 135.0, 79.0, 54.0, 33.0, 28.0, 24.0, 19.0, 17.0, 16.0)
INCOME = Column("Income", Kind.NUMBER, Role.FEATURE, unit=Unit.THOUSANDS, sign="€")
SCORE = Column("Score", Kind.NUMBER, Role.FEATURE)
MIDDLES = [(55, 50), (88, 82), (88, 17), (26, 79), (26, 21), (110, 55), (40, 95), (70, 5), (15, 50)]


@pytest.fixture
def draw():
    """Draw a chart on Agg and give its axes, everything laid out."""

    def draw(painter, size=(411, 330), style=None):
        style = style or ChartStyle()
        figure = Figure((size[0] / 100, size[1] / 100), dpi=100)
        canvas = FigureCanvasAgg(figure)
        ax = figure.add_axes((0, 0, 1, 1))
        painter(ax, style)
        canvas.draw()
        return ax

    return draw


@pytest.fixture
def make_scan():
    def make(suggested=5, inertia=INERTIA, ruled_out=None):
        scores = tuple(
            KScore(
                k,
                value,
                None if k == 1 else 0.6 - 0.03 * abs(k - 5),
                500,
                None,
                np.zeros((k, 1)),
                (10,) * k,
                (ruled_out or {}).get(k),
            )
            for k, value in enumerate(inertia, start=1)
        )
        return KScan(scores, Suggestion(suggested, suggested or 4, "clearest"))

    return make


@pytest.fixture
def make_evidence():
    """Evidence that all is well; copies lie ``above`` the list of ``make_scan`` (%)."""

    def make(n=10, jaccards=None, copies_p=None, above=12.0):
        shares = 100 * np.array((*INERTIA, *(15.0,) * 30))[:n] / INERTIA[0]
        bands = [
            tuple(min(1.0, (share + above + width) / 100) if k else 1.0 for width in (-4, 0, 4))
            for k, share in enumerate(shares)
        ]
        entries = tuple(
            KEvidence(
                k,
                None if k == 1 else 0.9,
                None if k == 1 else (jaccards or {}).get(k, 0.9),
                None if k == 1 else (copies_p or {}).get(k, 0.0),
                band,
            )
            for k, band in enumerate(bands, start=1)
        )
        return Evidence(entries, 30, 19)

    return make


@pytest.fixture
def make_view():
    def make(n=500, k=5, names=None, left_out=0, axes=None, pieces=None):
        rng = np.random.default_rng(3)
        labels = np.arange(n) % k
        labels[:left_out] = -1
        middles = np.array(MIDDLES, dtype=np.float64)[labels]
        x, y = (middles + rng.normal(0, 8, (n, 2))).T.copy()
        x_axis, y_axis = axes or (
            ValueAxis("Yearly income", INCOME),
            ValueAxis("Spending score", SCORE),
        )
        return ScatterView(
            x,
            y,
            labels,
            rows_with_place(x, y, labels),
            segment_means(x, labels, k),
            segment_means(y, labels, k),
            x_axis,
            y_axis,
            tuple(names or (f"Customers {i}" for i in range(k))),
            pieces or tuple(range(k)),
            tuple(("€1k", "2") for _ in range(k)),
        )

    return make


def visible_texts(ax):
    texts = [t for t in ax.texts if t.get_text()]
    if not ax.axison:
        return texts
    return texts + [t for t in (*ax.get_xticklabels(), *ax.get_yticklabels()) if t.get_text()]


@pytest.fixture
def overlaps():
    """Give the pairs of words that touch each other."""

    def overlaps(ax):
        boxes = [
            (text.get_text(), text.get_window_extent())
            for text in visible_texts(ax)
            if not (text.get_gid() or "").startswith("letter")
        ]
        return [
            (one, other)
            for place, (one, box) in enumerate(boxes)
            for other, other_box in boxes[place + 1 :]
            if box.overlaps(other_box)
        ]

    return overlaps


@pytest.fixture
def clipped():
    """Give the words that leave the figure."""

    def clipped(ax):
        room = ax.figure.bbox
        return [
            text.get_text()
            for text in visible_texts(ax)
            for box in [text.get_window_extent()]
            if box.x0 < 0 or box.y0 < 0 or box.x1 > room.width + 0.5 or box.y1 > room.height + 0.5
        ]

    return clipped
