"""Order lines of any shop in one shape: who, which order, which day, how much.

Fills in what an order says only once, and counts its total only once. Adds nothing up.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import speaks_of
from desktop_app.core.checking.mending import MendedTable
from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.core.checking.order_terms import LineRule, OrderTerms
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.orders.cells import read_cells
from desktop_app.core.customers.orders.currencies import (
    Currencies,
    Money,
    most_or_chosen,
    only_one,
)
from desktop_app.core.customers.orders.parts import order_parts, order_terms
from desktop_app.core.errors import BadValue, ColumnNotADate
from desktop_app.core.intake.questions import Questions
from desktop_app.core.progress import Progress

_MOST_PARTS = 2.0**62  # the sum of all lines must fit into 64 bits
_LISTED, _REFUND = "listed", "refund"


@dataclass(frozen=True, slots=True, eq=False)
class OrderLines:
    """A conversation with the database in which ``line`` has one entry per row of the file.

    ``customer``: INTEGER id in ``customers``, NULL = the line does not say. ``order_key``: text,
    NULL = none. ``day``: days since 1970, NULL = unknown. ``gross`` and ``net``: BIGINT amounts
    before and after refunds, in ten-thousandths. ``has_discount`` and ``category``, what was bought,
    NULL = the line does not say. ``is_left_out`` (by the user), ``is_duplicate``, and ``reason``,
    one of ``reasons``, why the terms of the file take a line out, NULL = they do not.
    ``customers`` has ``id``, in the order of their ``key``, a ``word`` that says how each is
    written, and ``is_first_way``: a line tells of them by the first way to know a customer.

    ``currency``: the place of its currency among several, NULL = it does not say, or there is one.

    ``last_day``: datetime64[D] of the last line. ``money``: which currency counts, and what was paid
    in it. ``has_categories``: the amounts are those of things of a known category.
    """

    questions: Questions
    n_lines: int
    last_day: np.datetime64
    reasons: tuple[str, ...]
    money: Money
    has_categories: bool

    def let_go(self) -> None:
        """Forget the lines, which take half the memory; who the ``customers`` are stays known."""
        self.questions.run("DROP TABLE cells")


def open_order_lines(mended: MendedTable, choice: CustomerChoice, progress: Progress) -> OrderLines:
    """Bring the lines of a checked table into one shape.

    An amount beyond 10**12 is none.

    Raises
    ------
    ColumnMissing
        A named column is not in the file.
    ColumnNotANumber, ColumnNotADate
        The named column of amounts, or of dates, holds none.
    CustomersUnknown, DatesUnknown, AmountsUnknown
        No column says who bought, when, or for how much.
    BadValue
        The numbers are too large to be amounts, or ``choice.currency`` is not in the file.
    """
    checked = mended.checked
    parts = order_parts(checked, choice)
    terms = order_terms(checked, parts)
    assert parts.date is not None
    questions = checked.raw.questions(progress)
    rules, currencies = read_cells(mended, parts, terms, choice.date_order, questions, progress)
    said = questions.arrays(
        "SELECT max(day) AS last_day, sum(abs(listed)) AS listed, sum(abs(refund)) AS refund,"
        " try_cast(sum(greatest(listed, 0)) AS BIGINT) AS paid,"
        f" count(*) FILTER ({_needs_other_lines(rules, currencies)}) AS n_bare FROM cells"
    )
    if np.ma.is_masked(said["last_day"]):
        raise ColumnNotADate(column=parts.date)
    for column, name in (("listed", parts.amount or parts.price), ("refund", parts.refund)):
        if said[column][0] > _MOST_PARTS:
            raise BadValue(what="amount", value=name)
    counts = _what_counts(questions, parts, terms, rules)
    _show_lines(questions, counts, rules, currencies, has_bare_lines=bool(said["n_bare"][0]))
    last_day = np.datetime64(int(said["last_day"][0]), "D")
    reasons = tuple(dict.fromkeys(rule.reason for rule in rules))
    is_plain = counts[0] == _LISTED
    if currencies.are_several:
        money = most_or_chosen(questions, currencies, choice.currency)
    else:
        listed = int(said["paid"][0]) if is_plain else _listed_once(questions, counts[0])
        money = only_one(currencies, choice.currency, checked.n_rows, listed)
    has_categories = terms.category is not None and is_plain  # totals are of whole orders
    return OrderLines(questions, checked.n_rows, last_day, reasons, money, has_categories)


def _listed_once(questions: Questions, gross: str) -> int:
    """Give what was paid by all lines, the total of an order once."""
    found = questions.arrays(f"SELECT sum(greatest({gross}, 0))::BIGINT AS paid FROM cells")
    return int(found["paid"][0])


def _what_counts(
    questions: Questions, parts: OrderColumns, terms: OrderTerms, rules: Sequence[LineRule]
) -> tuple[str, str]:
    """What counts of each line, and of what came back: the total of an order counts once.

    It counts by the line of the order that is taken out least; lines that say the same are in the
    order of the file.
    """
    against = [f"coalesce(rule_{i}, 0)" for i in range(len(rules))]
    last = (*against, *(f"coalesce({column}, -1)" for column in ("customer", "day", "currency")))
    place = ", ".join(["is_left_out::TINYINT", *last, "row"])
    if terms.is_amount_of_order:
        if not _have_several(questions, "listed <> 0 AND NOT is_copy"):
            return _LISTED, _REFUND
        # Of an order read at two times the later one knows of more refunds.
        first = f"arg_min(row, (-abs(refund), -listed, {place}))"
        _keep_firsts(questions, first, "listed <> 0 AND NOT is_copy")
        is_first = "order_key IS NULL OR is_copy OR row IN (SELECT row FROM firsts)"
        once = f"CASE WHEN {is_first} THEN {{}} ELSE 0 END"
        return once.format(_LISTED), once.format(_REFUND)
    if parts.amount is None or not speaks_of(parts.amount, Topic.ORDER_TOTAL):
        return _LISTED, _REFUND
    orders = questions.arrays(
        "SELECT bool_and(order_key IS NOT NULL AND lowest = highest) AND max(n) > 1 AS is_total FROM"
        " (SELECT order_key, min(listed) AS lowest, max(listed) AS highest, count(*) AS n"
        " FROM cells GROUP BY order_key)"
    )
    if not orders["is_total"][0]:
        return _LISTED, _REFUND
    _keep_firsts(questions, f"arg_min(row, ({place}))", "true")
    return "CASE WHEN row IN (SELECT row FROM firsts) THEN listed ELSE 0 END", _REFUND


def _show_lines(
    questions: Questions,
    counts: tuple[str, str],
    rules: Sequence[LineRule],
    currencies: Currencies,
    *,
    has_bare_lines: bool,
) -> None:
    """Offer ``line``; a blank is what another line of the order says: the later are often bare."""
    gross, refund = counts
    source = "cells"
    if has_bare_lines:
        filled_down = ("customer", "day", "currency", *(f"rule_{i}" for i in range(len(rules))))
        least = ", ".join(f"min({column}) AS {column}" for column in filled_down)
        questions.run(
            f"CREATE TEMP TABLE said AS SELECT order_key, {least} FROM cells WHERE order_key IN"
            f" (SELECT order_key FROM cells WHERE {_needs_other_lines(rules, currencies)})"
            " GROUP BY order_key"
        )
        filled = ", ".join(f"coalesce(cells.{c}, said.{c}) AS {c}" for c in filled_down)
        source = f"(SELECT cells.* REPLACE ({filled}) FROM cells LEFT JOIN said USING (order_key))"
    cases = "".join(f" WHEN rule_{i} = 1 THEN '{rule.reason}'" for i, rule in enumerate(rules))
    reason = f"CASE{cases} END" if rules else "NULL::VARCHAR"
    questions.run(
        "CREATE TEMP VIEW line AS SELECT order_key, customer, day, currency, gross,"
        " gross - abs(given_back) AS net, has_discount, category, is_left_out,"
        f" is_copy AND (gross <> 0 OR given_back <> 0) AS is_duplicate, {reason} AS reason"
        f" FROM (SELECT *, {gross} AS gross, {refund} AS given_back FROM {source})"
    )


def _needs_other_lines(rules: Sequence[LineRule], currencies: Currencies) -> str:
    """Whether a line leaves open what another line of its order may tell, or tells it."""
    unsaid = ["customer IS NULL", "day IS NULL"]
    if currencies.are_several:
        unsaid.append("currency IS NULL")
    for i, rule in enumerate(rules):
        unsaid.append(f"rule_{i} IS {'NOT NULL' if rule.speaks_for_others else 'NULL'}")
    return f"order_key IS NOT NULL AND ({' OR '.join(unsaid)})"


def _have_several(questions: Questions, condition: str) -> bool:
    """Tell whether several lines of one order meet a condition."""
    found = questions.arrays(
        "SELECT coalesce(max(n), 0) > 1 AS is_so FROM (SELECT count(*) AS n FROM cells"
        f" WHERE order_key IS NOT NULL AND {condition} GROUP BY order_key)"
    )
    return bool(found["is_so"][0])


def _keep_firsts(questions: Questions, first: str, condition: str) -> None:
    """Keep one line of each order as ``firsts``."""
    questions.run(
        f"CREATE TEMP TABLE firsts AS SELECT {first} AS row FROM cells WHERE {condition}"
        " GROUP BY order_key"
    )
