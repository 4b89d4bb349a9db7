"""What a scatter shows: every customer's place over two facts, or over an overview of all facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.value_axis import ValueAxis
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.i18n import _, ngettext
from desktop_app.wording.facts import lower_first, short_names

if TYPE_CHECKING:
    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.core.segmenting.results import (
        FloatArray,
        IntArray,
        Prepared,
        Segmentation,
    )
    from desktop_app.wording.numbers import Formats

OVERVIEW = "*overview*"
MOST_POINTS = 100_000
"""Above this number of customers a density picture is drawn instead of points."""


@dataclass(frozen=True, slots=True)
class ScatterAxes:
    """The columns across and up; ``across`` may be ``OVERVIEW``, then ``up`` says nothing."""

    across: str
    up: str


@dataclass(frozen=True, slots=True, eq=False)
class ScatterView:
    """The places of n customers in k segments on two axes.

    ``x``, ``y``: (n,) float64 on the axes, NaN = unknown. ``labels``: (n,) segment, -1 = left out.
    ``rows``: the customers that have a place and a segment. ``centres_x``, ``centres_y``: (k,) the
    typical customers on the axes; ``typical``: their values in words, (across, up) each. ``names``
    and ``pieces`` of the segments; ``note`` says how to read the picture.
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
        return _overview_view(customers, prepared, segmentation, names)
    titles = short_names(customers.columns)
    values = [_values(customers, name) for name in (axes.across, axes.up)]
    x_axis, y_axis = (
        ValueAxis(titles[name], customers.column(name), formats, _is_logged(name, prepared, seen))
        for name, seen in zip((axes.across, axes.up), values, strict=True)
    )
    x, y = x_axis.places_of(values[0]), y_axis.places_of(values[1])
    means = [segment_means(seen, segmentation.labels, segmentation.k) for seen in values]
    typical = tuple(
        (x_axis.words(float(across)), y_axis.words(float(up)))
        for across, up in zip(*means, strict=True)
    )
    labels = segmentation.labels
    return ScatterView(
        x,
        y,
        labels,
        rows_with_place(x, y, labels),
        segment_means(x, labels, segmentation.k),
        segment_means(y, labels, segmentation.k),
        x_axis,
        y_axis,
        names,
        segmentation.pieces,
        typical,
        _note(x, y, labels),
    )


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
    note = f"{alike} {_note(x, y, labels)}".strip()
    return ScatterView(
        np.ascontiguousarray(x),
        np.ascontiguousarray(y),
        labels,
        rows_with_place(x, y, labels),
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


def _values(customers: CustomerTable, name: str) -> FloatArray:
    return customers.series(name).to_numpy(dtype=np.float64, na_value=np.nan)


def _is_logged(name: str, prepared: Prepared, values: FloatArray) -> bool:
    is_drawn_in = any(f.name == name and f.is_logged for f in prepared.features)
    return is_drawn_in and not bool((values < 0).any())


def _note(x: FloatArray, y: FloatArray, labels: IntArray) -> str:
    """Say how many customers are not in the picture, and when it shows no single ones."""
    n_shown = len(rows_with_place(x, y, labels))
    words = []
    if n_shown > MOST_POINTS:
        words.append(_("There are too many customers for points: stronger colour is more of them."))
    n_left = len(labels) - n_shown
    if n_left:
        left = ngettext(
            "{n} customer is not shown: a value is empty.",
            "{n} customers are not shown: a value is empty.",
            n_left,
        )
        words.append(left.format(n=n_left))
    return " ".join(words)
