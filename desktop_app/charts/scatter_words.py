"""The scatter in words: one sentence, a table, and the customer that is nearest to a pointer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.core.segmenting.results import segment_letter
from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from desktop_app.charts.scatter_view import ScatterView
    from desktop_app.core.segmenting.results import IntArray
    from desktop_app.wording.numbers import Formats

CLICK_PX = 9.0


def describe_scatter(view: ScatterView) -> str:
    """Say in one sentence what the picture shows."""
    n, k = len(view.rows), len(view.names)
    *first, last = view.titles
    return _("{customers} in {groups}, over {facts}: {names}.").format(
        customers=ngettext("{n} customer", "{n} customers", n).format(n=n),
        groups=ngettext("{n} group", "{n} groups", k).format(n=k),
        facts=_("{facts} and {fact}").format(facts=", ".join(first), fact=last),
        names=", ".join(f"{_letter(view, s)} {name}" for s, name in enumerate(view.names)),
    )


def scatter_table(
    view: ScatterView, formats: Formats
) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Give rows and headers of the typical customers as a table."""
    headers = [_("Group"), _("Name"), _("Customers")]
    if view.typical:
        headers += [_("{fact}, on average").format(fact=title) for title in view.titles]
    sizes = np.bincount(view.labels[view.labels >= 0], minlength=len(view.names))
    rows: list[tuple[str, ...]] = [
        (
            _letter(view, segment),
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
    rows = _rows_beside(view, x - reach_x, x + reach_x)
    away = ((view.x[rows] - x) / reach_x) ** 2 + ((view.y[rows] - y) / reach_y) ** 2
    if not len(rows) or away.min() > 1.0:
        return None
    return int(rows[away.argmin()])


def _rows_beside(view: ScatterView, low: float, high: float) -> IntArray:
    """Give the rows that stand between ``low`` and ``high`` across: a narrow strip of them all."""
    if view.by_x is None:
        return view.rows[(view.x[view.rows] >= low) & (view.x[view.rows] <= high)]

    def place(row: np.int64) -> float:
        return float(view.x[row])

    first = bisect_left(view.by_x, low, key=place)
    return view.by_x[first : bisect_right(view.by_x, high, lo=first, key=place)]


def _letter(view: ScatterView, segment: int) -> str:
    return segment_letter(view.pieces[segment])
