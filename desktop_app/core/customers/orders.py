"""Order lines are added up: lines to orders, orders to customers.

What does not count is taken out by stated rules and counted. Nothing depends on the order of the
lines: customers come sorted by their key, money is added in whole numbers.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.checked import CheckedTable, FloatArray, IntArray
from desktop_app.core.checking.texts import BoolArray, WordArray
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.order_lines import PARTS_OF_MONEY, OrderLines, read_order_lines
from desktop_app.core.customers.table import OrdersSummary
from desktop_app.core.errors import BadValue, NoOrders
from desktop_app.core.progress import NO_PROGRESS, Progress

_STAGE = "building_customers"


@dataclass(frozen=True, slots=True, eq=False)
class Purchases:
    """What each customer bought; all arrays (n_customers,), customers sorted by their key.

    ``first`` and ``last``: datetime64[D] of orders that count, NaT = no order has a date.
    ``n_orders``: distinct orders in which something was paid for. ``money``: net sum, exact.
    """

    customers: WordArray
    first: npt.NDArray[np.datetime64]
    last: npt.NDArray[np.datetime64]
    n_orders: IntArray
    money: FloatArray
    as_of: np.datetime64
    summary: OrdersSummary


def sum_up_orders(
    checked: CheckedTable,
    choice: CustomerChoice | None = None,
    *,
    progress: Progress = NO_PROGRESS,
) -> Purchases:
    """Add order lines up to one entry per customer.

    Taken out and counted by lines, in this order: exact copies within an order (``duplicate``),
    cancelled orders, orders whose status says that they were paid back (``refunded``), lines of
    nobody (``no_customer``), lines of a later day than the one chosen (``after_as_of``), and
    orders that cost nothing (``zero_amount``). Other refunds are netted and counted
    (``refunded``): they lower the money, not the number of orders. A customer is who paid for at
    least one order. Without an order id, an order is what a customer bought on one day.

    Raises
    ------
    CustomersUnknown, DatesUnknown, AmountsUnknown
        No column says who bought, when, or for how much.
    ColumnMissing
        A named column is not there.
    ColumnNotANumber, ColumnNotADate
        The named column of amounts, or of dates, holds none.
    NoOrders
        Nothing is left; ``details`` holds ``taken_out``.
    BadValue
        ``as_of`` is not a date, or the numbers are too large to be amounts.

    Examples
    --------
    >>> from desktop_app.core.checking.understanding import check_table
    >>> from desktop_app.core.intake.tables import RawTable
    >>> lines = [["ann@a.example", "2024-01-05", "20"], ["Ann@a.example", "2024-02-01", "5.50"]]
    >>> raw = RawTable.from_rows(["Email", "Date", "Amount"], lines)
    >>> purchases = sum_up_orders(check_table(raw))
    >>> purchases.customers, purchases.money, purchases.n_orders
    (array(['ann@a.example'], dtype=object), array([25.5]), array([2]))
    """
    choice = choice or CustomerChoice()
    progress.report(0.0, _STAGE)
    lines = read_order_lines(checked, choice)
    progress.checkpoint()
    as_of, last_day = _as_of(lines, choice)
    kept, taken_out = _take_out(lines, last_day)
    orders = _orders(lines, kept)
    is_free = orders["is_free"].to_numpy(dtype=bool)
    taken_out["zero_amount"] = int(orders["n_lines"].to_numpy()[is_free].sum())
    progress.checkpoint()
    counting = orders[orders["gross"] > 0]
    if counting.empty:
        raise NoOrders(taken_out=taken_out)
    customers = counting.groupby("customer")["day"].agg(["min", "max", "size"])
    money = orders.groupby("customer")["net"].sum().reindex(customers.index).to_numpy()
    progress.report(1.0, _STAGE)
    return Purchases(
        customers=lines.names[customers.index],
        first=customers["min"].to_numpy().astype("datetime64[D]"),
        last=customers["max"].to_numpy().astype("datetime64[D]"),
        n_orders=customers["size"].to_numpy(dtype=np.int64),
        money=money / PARTS_OF_MONEY,
        as_of=as_of,
        summary=OrdersSummary(
            n_lines=len(lines.customer),
            n_orders=len(counting),
            n_customers=len(customers),
            taken_out=taken_out,
            as_of=str(as_of),
            total=int(money.sum()) / PARTS_OF_MONEY,
        ),
    )


def _as_of(lines: OrderLines, choice: CustomerChoice) -> tuple[np.datetime64, np.datetime64]:
    """Give the day from which days are counted back, and the last day that counts."""
    if choice.as_of is not None:
        try:
            chosen = np.datetime64(date.fromisoformat(choice.as_of), "D")
        except ValueError:
            raise BadValue(what="as_of", value=choice.as_of) from None
        return chosen, chosen
    last = lines.day[~np.isnat(lines.day)].max()
    return last + 1, last


def _take_out(lines: OrderLines, last_day: np.datetime64) -> tuple[BoolArray, dict[str, int]]:
    """Give the lines that stay, and how many did not, by reason."""
    stays = np.ones(len(lines.customer), dtype=bool)
    taken_out: dict[str, int] = {}
    reasons = {
        "duplicate": lines.is_duplicate,
        "cancelled": lines.is_cancelled,
        "refunded": lines.is_paid_back,
        "no_customer": lines.customer < 0,
        "after_as_of": lines.day > last_day,
    }
    for reason, applies in reasons.items():
        taken_out[reason] = int((stays & applies).sum())
        stays &= ~applies
    taken_out["refunded"] += int((stays & _is_refund(lines)).sum())
    return stays, taken_out


def _is_refund(lines: OrderLines) -> BoolArray:
    return (lines.net < 0) | (lines.net < lines.gross)


def _orders(lines: OrderLines, kept: BoolArray) -> pd.DataFrame:
    """Add the kept lines up to orders; ``gross`` is what was paid before anything came back."""
    order, day = lines.order[kept], lines.day[kept]
    frame = pd.DataFrame(
        {
            "customer": lines.customer[kept],
            "order": order,
            "day_without_id": np.where(order < 0, day.astype(np.int64), 0),
            "day": day.astype("datetime64[s]"),
            "gross": np.maximum(lines.gross[kept], 0),
            "net": lines.net[kept],
            "is_refund": _is_refund(lines)[kept],
        }
    )
    grouped = frame.groupby(["customer", "order", "day_without_id"], sort=True)
    orders = grouped.agg(
        day=("day", "min"),
        gross=("gross", "sum"),
        net=("net", "sum"),
        n_lines=("net", "size"),
        has_refund=("is_refund", "any"),
    ).reset_index()
    orders["is_free"] = (orders["gross"] == 0) & ~orders["has_refund"]
    return orders
