"""Order lines are added up: lines to orders, orders to customers.

What does not count is taken out by stated rules and counted. Nothing depends on the order of the
lines: customers come sorted by their key, money is added in whole numbers.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.core.checking.checked import FloatArray, IntArray
from desktop_app.core.checking.mending import MendedTable
from desktop_app.core.checking.texts import WordArray
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.orders.amounts import PARTS_OF_MONEY
from desktop_app.core.customers.orders.habits import (
    Habits,
    Told,
    clock_of,
    habits_of,
    paid_back,
    told_by_orders,
)
from desktop_app.core.customers.orders.judging import Taken, judge_lines
from desktop_app.core.customers.orders.lines import OrderLines, open_order_lines
from desktop_app.core.customers.orders.window import days_that_count
from desktop_app.core.customers.table import REVERSIBLE, OrdersSummary, RuleEffect
from desktop_app.core.errors import BadValue, NoOrders
from desktop_app.core.progress import NO_PROGRESS, PartOfProgress, Progress

_STAGE = "building_customers"
_SHARE_OF_OPENING, _SHARE_OF_COUNTING = 0.4, 0.5  # of the time; the rest adds up
_LINES_AT_ONCE = 2_000_000  # their orders take 200 MB
_ORDERS = """
    CREATE TEMP TABLE orders AS
    SELECT *, ({counts}) AS counts FROM (
        SELECT customer, min(day) AS day, sum(paid)::BIGINT AS paid, sum(net)::BIGINT AS net,
            sum(came_back)::BIGINT AS came_back, count(*)::INTEGER AS n_lines,
            bool_or(is_refund) AS has_refund,
            bool_or(has_discount AND gross >= 0) AS has_discount
        FROM kept WHERE {share}
        GROUP BY customer, order_key, CASE WHEN order_key IS NULL THEN kept.day END
    )
"""
_PURCHASES = """
    SELECT customer, min(day) FILTER (counts) AS first, max(day) FILTER (counts) AS last,
        count(*) FILTER (counts) AS n_orders, sum(net)::BIGINT AS money,
        sum(paid)::BIGINT AS paid, sum(came_back)::BIGINT AS came_back,
        count(*) FILTER (counts AND has_discount) AS n_discounted,
        coalesce(sum(n_lines) FILTER ({is_free}), 0)::BIGINT AS n_free_lines
    FROM orders GROUP BY customer
"""
_IS_PAID, _IS_FREE = "paid > 0", "paid = 0 AND NOT has_refund"
_UNKNOWN = Habits()


@dataclass(frozen=True, slots=True, eq=False)
class Purchases:
    """What each customer bought; all arrays (n_customers,), customers sorted by their key.

    ``first`` and ``last``: datetime64[D] of orders that count, NaT = no order has a date.
    ``n_orders``: distinct orders in which something was paid for. ``money``: net sum, exact.
    ``are_of_one_way``: all are known by the column that tells them apart, none only by another.
    """

    customers: WordArray
    first: npt.NDArray[np.datetime64]
    last: npt.NDArray[np.datetime64]
    n_orders: IntArray
    money: FloatArray
    as_of: np.datetime64
    summary: OrdersSummary
    habits: Habits = _UNKNOWN
    are_of_one_way: bool = True


def sum_up_orders(
    mended: MendedTable,
    choice: CustomerChoice | None = None,
    *,
    progress: Progress = NO_PROGRESS,
) -> Purchases:
    """Add order lines up to one entry per customer.

    Taken out and counted by lines, in this order: those that the user's answers leave out
    (``left_out``), those in another currency than the one that counts (``other_currency``), exact
    copies within an order (``duplicate``), what the terms of the file take out (``cancelled``, not
    paid yet: ``pending``, ``no_sale``, paid back as a whole: ``refunded``), lines of nobody
    (``no_customer``), lines of a later day than the one chosen (``after_as_of``) or of an earlier one
    than the months that count (``before_window``), and orders that cost nothing (``zero_amount``).
    Other refunds are netted and counted (``refunded``): they lower the money, not the number of
    orders. What the user lets count is not taken out, or not taken off. A customer is who paid for
    at least one order. Without an order id, an order is what a customer bought on one day.

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
        ``as_of`` is not a date, ``look_back`` less than a month, a reason in ``counted`` not one that
        can count, ``currency`` not in the file, or the numbers are too large to be amounts.

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
    if unknown := sorted(choice.counted - REVERSIBLE):
        raise BadValue(what="counted", value=unknown[0])
    progress.report(0.0, _STAGE)
    lines = open_order_lines(mended, choice, progress)
    days = days_that_count(choice, lines.last_day)
    progress.report(_SHARE_OF_OPENING, _STAGE)
    taken = judge_lines(lines, choice.counted, days.first, days.last)
    adding = PartOfProgress(progress, _SHARE_OF_COUNTING, 1.0)
    bought, told = _add_up(lines, "zero_amount" in choice.counted, adding)
    taken["zero_amount"] = Taken(int(bought["n_free_lines"].sum()))
    bought = {column: values[bought["n_orders"] > 0] for column, values in bought.items()}
    back = paid_back(lines.questions, days)
    lines.let_go()
    taken["refunded"] = taken["refunded"].and_also(0, int(bought["came_back"].sum()))
    if not len(bought["n_orders"]):
        raise NoOrders(taken_out=_taken_out(taken, choice.counted))
    progress.report(1.0, _STAGE)
    first, last = _days(bought["first"]), _days(bought["last"])
    names, is_first_way = _names(lines)
    return Purchases(
        customers=names[bought["customer"]],
        first=first,
        last=last,
        n_orders=bought["n_orders"],
        money=bought["money"] / PARTS_OF_MONEY,
        as_of=days.as_of,
        summary=OrdersSummary(
            n_lines=lines.n_lines,
            n_orders=int(bought["n_orders"].sum()),
            n_customers=len(bought["n_orders"]),
            taken_out=_taken_out(taken, choice.counted),
            as_of=str(days.as_of),
            total=int(bought["money"].sum()) / PARTS_OF_MONEY,
            file_total=lines.money.listed / PARTS_OF_MONEY,
            effects=tuple(_effects(taken, choice.counted)),
            currencies=lines.money.currencies,
            currency=lines.money.currency,
            first_day=_iso(np.fmin.reduce(first)),
            last_day=_iso(np.fmax.reduce(last)),
            clock=clock_of(told),
            n_one_time=int((bought["n_orders"] == 1).sum()),
        ),
        habits=habits_of(bought, told, back),
        are_of_one_way=bool(is_first_way[bought["customer"]].all()),
    )


def _taken_out(taken: Mapping[str, Taken], counted: Collection[str]) -> dict[str, int]:
    """Give how many lines each reason really takes out."""
    return {reason: 0 if reason in counted else t.n_lines for reason, t in taken.items()}


def _effects(taken: Mapping[str, Taken], counted: Collection[str]) -> Iterator[RuleEffect]:
    for reason, effect in taken.items():
        if effect.n_lines:
            amount = effect.n_parts / PARTS_OF_MONEY
            yield RuleEffect(reason, effect.n_lines, amount, reason in counted)


def _add_up(
    lines: OrderLines, does_free_count: bool, progress: Progress
) -> tuple[dict[str, np.ndarray], list[Told]]:
    """Give what each customer bought, in the order of their keys, and what else their orders tell.

    Lines are added up to orders first. Some customers at a time, so that the orders of all need not
    stand in memory at once.
    """
    counts = f"{_IS_PAID} OR {_IS_FREE}" if does_free_count else _IS_PAID
    n_shares = 1 + lines.n_lines // _LINES_AT_ONCE
    shares, told = [], []
    for i in range(n_shares):
        part = PartOfProgress(progress, i / n_shares, (i + 1) / n_shares)
        share = f"customer % {n_shares} = {i}"
        sql = _ORDERS.format(share=share, counts=counts)
        lines.questions.run(sql, progress=part, stage=_STAGE)
        shares.append(lines.questions.arrays(_PURCHASES.format(is_free=_IS_FREE)))
        also = told_by_orders(lines.questions, share, has_categories=lines.has_categories)
        told.append(also)
        lines.questions.run("DROP TABLE orders")
    customer = np.concatenate([share["customer"] for share in shares])
    order = np.argsort(customer)
    # What is put together is let go at once: of a million customers it takes as much memory again.
    bought = {
        name: np.ma.concatenate([s.pop(name) for s in shares])[order] for name in [*shares[0]]
    }
    return bought, told


def _names(lines: OrderLines) -> tuple[WordArray, npt.NDArray[np.bool_]]:
    """Give how each customer is written, by id, and whether by the first way to know one."""
    name = "CASE WHEN contains(word, '@') THEN key ELSE word END"
    known = lines.questions.arrays(
        f"SELECT {name} AS name, is_first_way FROM customers ORDER BY id"
    )
    names = known["name"]
    for place, written in enumerate(names):
        if written[0] == "'":
            names[place] = written[1:].strip()
    return np.asarray(names, dtype=object), np.asarray(known["is_first_way"], dtype=bool)


def _days(days: np.ndarray) -> npt.NDArray[np.datetime64]:
    """Give days since 1970 as dates, NaT where there is none."""
    known = np.ma.filled(days.astype(np.int64), np.iinfo(np.int64).min)
    return known.astype("datetime64[D]")


def _iso(day: np.datetime64) -> str:
    return "" if np.isnat(day) else str(day)
