"""Order lines are added up: lines to orders, orders to customers.

What does not count is taken out by stated rules and counted. Nothing depends on the order of the
lines: customers come sorted by their key, money is added in whole numbers.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from desktop_app.core.checking.checked import FloatArray, IntArray
from desktop_app.core.checking.mending import MendedTable
from desktop_app.core.checking.texts import WordArray
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.orders.amounts import PARTS_OF_MONEY
from desktop_app.core.customers.orders.lines import OrderLines, open_order_lines
from desktop_app.core.customers.table import REASONS, OrdersSummary
from desktop_app.core.errors import BadValue, NoOrders
from desktop_app.core.progress import NO_PROGRESS, PartOfProgress, Progress

_STAGE = "building_customers"
_SHARE_OF_OPENING, _SHARE_OF_COUNTING = 0.4, 0.5  # of the time; the rest adds up
_LINES_AT_ONCE = 3_000_000  # their orders take 300 MB
_PURCHASES = """
    WITH orders AS (
        SELECT customer, min(day) AS day, sum(greatest(gross, 0)) AS gross, sum(net) AS net,
            count(*) AS n_lines, bool_or(is_refund) AS has_refund
        FROM kept WHERE {share}
        GROUP BY customer, order_key, CASE WHEN order_key IS NULL THEN kept.day END
    )
    SELECT customer, min(day) FILTER (gross > 0) AS first, max(day) FILTER (gross > 0) AS last,
        count(*) FILTER (gross > 0) AS n_orders, sum(net)::BIGINT AS money,
        coalesce(sum(n_lines) FILTER (gross = 0 AND NOT has_refund), 0)::BIGINT AS n_free_lines
    FROM orders GROUP BY customer
"""


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
    mended: MendedTable,
    choice: CustomerChoice | None = None,
    *,
    progress: Progress = NO_PROGRESS,
) -> Purchases:
    """Add order lines up to one entry per customer.

    Taken out and counted by lines, in this order: those that the user's answers leave out
    (``left_out``), exact copies within an order (``duplicate``), what the terms of the file take out
    (``cancelled``, not paid yet: ``pending``, ``no_sale``, paid back as a whole: ``refunded``), lines
    of nobody (``no_customer``), lines of a later day than the one chosen (``after_as_of``), and
    orders that cost nothing (``zero_amount``). Other refunds are netted and counted (``refunded``):
    they lower the money, not the number of orders. A customer is who paid for at least one order.
    Without an order id, an order is what a customer bought on one day.

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
    >>> from desktop_app.core.checking.mending import mend
    >>> from desktop_app.core.checking.understanding import check_table
    >>> from desktop_app.core.intake.tables import RawTable
    >>> lines = [["ann@a.example", "2024-01-05", "20"], ["Ann@a.example", "2024-02-01", "5.50"]]
    >>> raw = RawTable.from_rows(["Email", "Date", "Amount"], lines)
    >>> purchases = sum_up_orders(mend(check_table(raw), ()))
    >>> purchases.customers, purchases.money, purchases.n_orders
    (array(['ann@a.example'], dtype=object), array([25.5]), array([2]))
    """
    choice = choice or CustomerChoice()
    progress.report(0.0, _STAGE)
    lines = open_order_lines(mended, choice, progress)
    as_of, last_day = _as_of(lines, choice)
    progress.report(_SHARE_OF_OPENING, _STAGE)
    taken_out = _take_out(lines, last_day)
    adding = PartOfProgress(progress, _SHARE_OF_COUNTING, 1.0)
    bought = _add_up(lines, adding)
    taken_out["zero_amount"] = int(bought["n_free_lines"].sum())
    bought = {column: values[bought["n_orders"] > 0] for column, values in bought.items()}
    if not len(bought["n_orders"]):
        raise NoOrders(taken_out=taken_out)
    progress.report(1.0, _STAGE)
    return Purchases(
        customers=_names(lines)[bought["customer"]],
        first=_days(bought["first"]),
        last=_days(bought["last"]),
        n_orders=bought["n_orders"],
        money=bought["money"] / PARTS_OF_MONEY,
        as_of=as_of,
        summary=OrdersSummary(
            n_lines=lines.n_lines,
            n_orders=int(bought["n_orders"].sum()),
            n_customers=len(bought["n_orders"]),
            taken_out=taken_out,
            as_of=str(as_of),
            total=int(bought["money"].sum()) / PARTS_OF_MONEY,
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
    return lines.last_day + 1, lines.last_day


def _take_out(lines: OrderLines, last_day: np.datetime64) -> dict[str, int]:
    """Offer the lines that stay as ``kept``, and count those that do not by reason."""
    lines.questions.run(
        "CREATE TEMP VIEW judged AS SELECT *, net < 0 OR net < gross AS is_refund, CASE"
        " WHEN is_left_out THEN 'left_out' WHEN is_duplicate THEN 'duplicate'"
        " WHEN reason IS NOT NULL THEN reason WHEN customer IS NULL THEN 'no_customer'"
        f" WHEN day > {last_day.astype(np.int64)} THEN 'after_as_of' ELSE '' END AS why FROM line"
    )
    lines.questions.run("CREATE TEMP VIEW kept AS SELECT * FROM judged WHERE why = ''")
    found = lines.questions.arrays(
        "SELECT why, count(*) AS n, count(*) FILTER (is_refund) AS n_refunds"
        " FROM judged GROUP BY why"
    )
    count_by_reason = dict(zip(found["why"], map(int, found["n"]), strict=True))
    taken_out = {reason: count_by_reason.get(reason, 0) for reason in REASONS}
    taken_out["refunded"] += int(found["n_refunds"][found["why"] == ""].sum())
    return taken_out


def _add_up(lines: OrderLines, progress: Progress) -> dict[str, np.ndarray]:
    """Give what each customer bought, in the order of their keys.

    Lines are added up to orders first; ``gross`` is what was paid before anything came back. Some
    customers at a time, so that the orders of all need not stand in memory at once.
    """
    n_shares = 1 + lines.n_lines // _LINES_AT_ONCE
    shares = []
    for i in range(n_shares):
        part = PartOfProgress(progress, i / n_shares, (i + 1) / n_shares)
        sql = _PURCHASES.format(share=f"customer % {n_shares} = {i}")
        shares.append(lines.questions.arrays(sql, progress=part, stage=_STAGE))
    customer = np.concatenate([share["customer"] for share in shares])
    order = np.argsort(customer)
    return {name: np.ma.concatenate([s[name] for s in shares])[order] for name in shares[0]}


def _names(lines: OrderLines) -> WordArray:
    """Give how each customer is written, by id."""
    name = "CASE WHEN contains(word, '@') THEN key ELSE word END"
    names = lines.questions.arrays(f"SELECT {name} AS name FROM customers ORDER BY id")["name"]
    for place, written in enumerate(names):
        if written[0] == "'":
            names[place] = written[1:].strip()
    return np.asarray(names, dtype=object)


def _days(days: np.ndarray) -> npt.NDArray[np.datetime64]:
    """Give days since 1970 as dates, NaT where there is none."""
    known = np.ma.filled(days.astype(np.int64), np.iinfo(np.int64).min)
    return known.astype("datetime64[D]")
