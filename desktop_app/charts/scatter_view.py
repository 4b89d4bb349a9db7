"""What a scatter shows: every customer's place over two facts, or over an overview of all facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.two_scales import limits_around
from desktop_app.charts.value_axis import ValueAxis
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.i18n import _, ngettext
from desktop_app.wording.facts import lower_first, short_names

if TYPE_CHECKING:
    from desktop_app.charts.zooming import Limits
    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.core.segmenting.results import (
        FloatArray,
        IntArray,
        Prepared,
        Segmentation,
    )
    from desktop_app.wording.numbers import Formats

OVERVIEW, THREE_FACTS = "*overview*", "*three facts*"
MOST_POINTS = 100_000
"""Above this number of customers a density picture is drawn instead of points."""


@dataclass(frozen=True, slots=True)
class ScatterAxes:
    """The columns across and up; ``across`` may be ``OVERVIEW``, then ``up`` says nothing.

    With ``THREE_FACTS`` across it is the three columns of ``facts`` that say everything.
    """

    across: str
    up: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class ScatterView:
    """The places of n customers in k segments on two axes.

    ``x``, ``y``: (n,) float64 on the axes, NaN = unknown. ``labels``: (n,) segment, -1 = left out.
    ``rows``: the customers that have a place and a segment. ``centres_x``, ``centres_y``: (k,) the
    typical customers on the axes; ``typical``: their values in words, one for each of ``titles``.
    ``names`` and ``pieces`` of the segments; ``note`` says how to read the picture. ``by_x``: the
    ``rows`` from left to right, where someone took the time to sort them.
    """

    x: FloatArray
    y: FloatArray
    labels: IntArray
    rows: IntArray
    centres_x: FloatArray
    centres_y: FloatArray
    x_axis: ValueAxis
    y_axis: ValueAxis
    names: tuple[str, ...]
    pieces: tuple[int, ...]
    typical: tuple[tuple[str, str], ...] = ()
    note: str = ""
    by_x: IntArray | None = None
    whole: Limits | None = None
    facts: tuple[str, ...] = ()

    @property
    def titles(self) -> tuple[str, ...]:
        """The names of the axes, or of the three ``facts`` of a body that is seen from one side."""
        return self.facts or (self.x_axis.title, self.y_axis.title)


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """The part of a view that is looked at: its ``limits``, and the ``rows`` that stand in it."""

    limits: Limits
    rows: IntArray

    @property
    def is_density(self) -> bool:
        """There are too many customers to draw each as a point."""
        return len(self.rows) > MOST_POINTS


def scatter_view(
    customers: CustomerTable,
    prepared: Prepared,
    segmentation: Segmentation,
    names: tuple[str, ...],
    axes: ScatterAxes,
    formats: Formats,
    *,
    progress: Progress = NO_PROGRESS,
) -> ScatterView:
    """Give every customer's place over ``axes``.

    A fact with a long tail that was drawn in for the segments is drawn in here, too.
    """
    progress.checkpoint()
    if axes.across == OVERVIEW:
        return made_quick(_overview_view(customers, prepared, segmentation, names))
    titles = short_names(customers.columns)
    values = [values_of(customers, name) for name in (axes.across, axes.up)]
    x_axis, y_axis = (
        ValueAxis(titles[name], customers.column(name), formats, is_drawn_in(name, prepared, seen))
        for name, seen in zip((axes.across, axes.up), values, strict=True)
    )
    x, y = x_axis.places_of(values[0]), y_axis.places_of(values[1])
    means = [segment_means(seen, segmentation.labels, segmentation.k) for seen in values]
    typical = tuple(
        (x_axis.words(float(across)), y_axis.words(float(up)))
        for across, up in zip(*means, strict=True)
    )
    labels = segmentation.labels
    rows = rows_with_place(x, y, labels)
    view = ScatterView(
        x,
        y,
        labels,
        rows,
        segment_means(x, labels, segmentation.k),
        segment_means(y, labels, segmentation.k),
        x_axis,
        y_axis,
        names,
        segmentation.pieces,
        typical,
        missing_note(len(labels) - len(rows), segmentation),
    )
    return made_quick(view)


def window_of(view: ScatterView, limits: Limits | None = None) -> Window:
    """Give what stands within ``limits``; ``None`` is the whole view."""
    whole = view.whole or whole_limits(view)
    if limits is None or limits == whole:
        return Window(whole, view.rows)
    x0, x1, y0, y1 = limits
    is_inside = (view.x >= x0) & (view.x <= x1) & (view.y >= y0) & (view.y <= y1)
    return Window(limits, np.flatnonzero(is_inside & (view.labels >= 0)))


def whole_limits(view: ScatterView) -> Limits:
    """Give the limits that everyone stands within, with a little room."""
    if not len(view.rows):
        return 0.0, 1.0, 0.0, 1.0
    x, y = view.x[view.rows], view.y[view.rows]
    across = limits_around(float(x.min()), float(x.max()))
    return (*across, *limits_around(float(y.min()), float(y.max())))


def made_quick(view: ScatterView) -> ScatterView:
    """Give ``view`` with what makes looking around in it quick."""
    by_x = view.rows[np.argsort(view.x[view.rows], kind="stable")]
    return replace(view, by_x=by_x, whole=whole_limits(view))


def rows_with_place(x: FloatArray, y: FloatArray, labels: IntArray) -> IntArray:
    """Give the rows that can be drawn, ascending."""
    return np.flatnonzero((labels >= 0) & np.isfinite(x) & np.isfinite(y))


def segment_means(values: FloatArray, labels: IntArray, k: int) -> FloatArray:
    """Give the mean of the known values per segment, (k,); NaN where there is none."""
    is_known = (labels >= 0) & np.isfinite(values)
    counts = np.bincount(labels[is_known], minlength=k)
    sums = np.bincount(labels[is_known], weights=values[is_known], minlength=k)
    return np.divide(sums, counts, out=np.full(k, np.nan), where=counts > 0)


def _overview_view(
    customers: CustomerTable,
    prepared: Prepared,
    segmentation: Segmentation,
    names: tuple[str, ...],
) -> ScatterView:
    from desktop_app.core.describing.overview import overview

    seen = overview(prepared)
    places = np.full((prepared.n_customers, 2), np.nan)
    places[prepared.rows] = seen.positions
    centres = seen.place(segmentation.centres)
    titles = short_names(customers.columns)
    x_axis, y_axis = (ValueAxis(direction_words(lead, titles)) for lead in seen.leading)
    x, y, labels = places[:, 0], places[:, 1], segmentation.labels
    alike = _("Customers who are alike in all chosen facts stand close together.")
    rows = rows_with_place(x, y, labels)
    note = f"{alike} {missing_note(len(labels) - len(rows), segmentation)}".strip()
    return ScatterView(
        np.ascontiguousarray(x),
        np.ascontiguousarray(y),
        labels,
        rows,
        centres[:, 0],
        centres[:, 1],
        x_axis,
        y_axis,
        names,
        segmentation.pieces,
        note=note,
    )


def direction_words(leading: tuple[tuple[str, int], ...], titles: dict[str, str]) -> str:
    """Say where a direction leads: "more income and less age"."""
    words = [
        (_("more {fact}") if side > 0 else _("less {fact}")).format(
            fact=lower_first(titles.get(name, name))
        )
        for name, side in leading
    ]
    return _(" and ").join(words) or _("a mixture of all facts")


def values_of(customers: CustomerTable, name: str) -> FloatArray:
    """Give a fact of every customer, NaN = unknown."""
    return customers.series(name).to_numpy(dtype=np.float64, na_value=np.nan)


def is_drawn_in(name: str, prepared: Prepared, values: FloatArray) -> bool:
    """Whether a fact with a long tail was drawn in for the segments, so that it is here, too."""
    is_logged = any(f.name == name and f.is_logged for f in prepared.features)
    return is_logged and not bool((values < 0).any())


def missing_note(n_missing: int, segmentation: Segmentation) -> str:
    """Say how many customers are not in the picture, and why."""
    n_aside = sum(len(aside.rows) for aside in segmentation.aside)
    n_left = n_missing - n_aside
    aside = ngettext(
        "{n} customer is set aside and not shown.",
        "{n} customers are set aside and not shown.",
        n_aside,
    )
    left = ngettext(
        "{n} customer is not shown: a value is empty.",
        "{n} customers are not shown: a value is empty.",
        n_left,
    )
    words = ((n_aside, aside), (n_left, left))
    return " ".join(sentence.format(n=n) for n, sentence in words if n)
