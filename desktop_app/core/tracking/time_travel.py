"""Past months of one file of orders: who was where, by what was known on each day.

Makes no sentences.
"""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from desktop_app.core.checking.mending import MendedTable
from desktop_app.core.customers.building import build_customers
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.orders.window import months_before
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.errors import AmountsUnknown, ColumnMissing, NoOrders
from desktop_app.core.progress import NO_PROGRESS, PartOfProgress, Progress
from desktop_app.core.segmenting.results import IntArray, Segmentation
from desktop_app.core.tracking.baseline import Month, first_rows
from desktop_app.core.tracking.movement import NEW, NOWHERE, Movement
from desktop_app.core.tracking.sorting import sort_into

FEWEST_CUSTOMERS = 0.2  # of today's; with fewer a month says more of the shop's start than of moves


@dataclass(frozen=True, slots=True, eq=False)
class TimeTravel:
    """The n customers of today on t earlier days and today, oldest first.

    ``days``: (t + 1,) ISO. ``labels``: (t + 1, n) the segment of each customer on that day, with the
    frozen numbers of today's segments; ``NOWHERE`` = in none, ``NEW`` = not yet a customer.
    """

    days: tuple[str, ...]
    labels: IntArray

    def months(self, pieces: tuple[int, ...]) -> tuple[Month, ...]:
        """Give the days as entries of a history."""
        found = []
        for place, (day, now) in enumerate(zip(self.days, self.labels, strict=True)):
            counts = np.bincount(now[now >= 0], minlength=len(pieces))
            was = self.labels[max(place - 1, 0)]
            found.append(
                Month(
                    day,
                    tuple((piece, int(n)) for piece, n in zip(pieces, counts, strict=True)),
                    n_customers=int(counts.sum()),
                    n_moved=int(np.sum((was >= 0) & (now >= 0) & (was != now))),
                    n_new=int(np.sum((was == NEW) & (now != NEW))),
                )
            )
        return tuple(found)

    def flow(self, start: int, end: int, k: int) -> IntArray:
        """Give (k, k) customers from a segment on day ``start`` (row) to one on day ``end``."""
        was, now = self.labels[start], self.labels[end]
        known = (was >= 0) & (now >= 0)
        flow = np.zeros((k, k), dtype=np.int64)
        np.add.at(flow, (was[known], now[known]), 1)
        return flow


def movement_between(travel: TimeTravel, start: int, end: int, k: int) -> Movement:
    """Give the movement from day ``start`` to a later day ``end``, both places in ``travel.days``.

    Nobody is ever gone; who was not yet a customer on either day is in no segment on both.
    """
    was, now = travel.labels[start].copy(), travel.labels[end].copy()
    is_later = now == NEW
    was[is_later], now[is_later] = NOWHERE, NOWHERE
    return Movement(was, now, travel.flow(start, end, k), (), {})


def travel_back(
    mended: MendedTable,
    choice: CustomerChoice,
    table: CustomerTable,
    segmentation: Segmentation,
    n_months: int = 12,
    *,
    progress: Progress = NO_PROGRESS,
) -> TimeTravel | None:
    """Sort the customers of up to ``n_months`` earlier months into today's segments.

    ``table`` are today's customers, built from ``mended`` by ``choice``. Each month is built anew
    from the orders up to its day alone. Months with fewer than ``FEWEST_CUSTOMERS`` of today's
    customers are left out; ``None`` if none is left, or the customers do not come from orders.

    Raises
    ------
    Cancelled
        ``progress`` says that the result is no longer wanted.
    """
    if table.orders is None:
        return None
    rows = first_rows(table)
    today = np.datetime64(date.fromisoformat(table.orders.as_of), "D")
    days, labels = [str(today)], [_in_order_of(rows, rows, segmentation.labels, table)]
    for back in range(1, n_months + 1):
        part = PartOfProgress(progress, (back - 1) / n_months, back / n_months)
        part.report(0.0, "travelling_back")
        part.checkpoint()
        day = months_before(today, back)
        past = _sorted_on(mended, replace(choice, as_of=str(day)), segmentation, part)
        if past is None or len(past[0]) < FEWEST_CUSTOMERS * len(rows):
            break
        days.append(str(day))
        labels.append(_in_order_of(rows, *past, table))
    if len(days) == 1:
        return None
    return TimeTravel(tuple(reversed(days)), np.array(labels[::-1]))


def _sorted_on(
    mended: MendedTable, choice: CustomerChoice, segmentation: Segmentation, progress: Progress
) -> tuple[dict[str, int], IntArray] | None:
    """Give the customers of a day by name, and their segments; ``None`` if nobody had bought yet."""
    try:
        past = build_customers(mended, choice, progress=progress)
        return first_rows(past), sort_into(segmentation, past, progress=progress)
    except (NoOrders, AmountsUnknown, ColumnMissing):  # too early: a fact cannot be told yet
        return None


def _in_order_of(
    rows: dict[str, int], past: dict[str, int], labels: IntArray, table: CustomerTable
) -> IntArray:
    """Give the labels of a day (``past``: row by name) for the rows of today's ``table``."""
    ordered = np.full(table.n_customers, NEW, dtype=np.int64)
    for name, row in rows.items():
        if name in past:
            ordered[row] = max(int(labels[past[name]]), NOWHERE)
    return ordered
