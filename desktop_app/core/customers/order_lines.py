"""Order lines of any shop in one shape: who, which order, which day, how much.

Finds the columns, reads what the choices overrule, and makes one key of every way to write the
same customer. Adds nothing up.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from desktop_app.core.checking.checked import CheckedTable
from desktop_app.core.checking.findings.equal_rows import equal_rows
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import (
    CANCELLED_STATUS,
    REFUNDED_STATUS,
    speaks_of,
)
from desktop_app.core.checking.mending import MendedTable
from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.core.checking.texts import RowArray, WordArray
from desktop_app.core.checking.values import LARGEST_AMOUNT, NO_WORDS, is_empty_word
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.word_values import WordValues
from desktop_app.core.errors import (
    AmountsUnknown,
    BadValue,
    ColumnMissing,
    ColumnNotADate,
    CustomersUnknown,
    DatesUnknown,
)
from desktop_app.core.intake.questions import Questions
from desktop_app.core.progress import Progress

PARTS_OF_MONEY = 10_000  # amounts are added as whole ten-thousandths: exact, in any order
_MOST_PARTS = 2.0**62  # the sum of all lines must fit into 64 bits
_UNSAID = -1  # neither yes nor no
_FILLED_DOWN = ("customer", "is_cancelled", "is_paid_back", "is_called_off")
_NEEDS_OTHER_LINES = (
    "order_key IS NOT NULL AND (customer IS NULL OR is_cancelled IS NULL"
    " OR is_paid_back IS NULL OR is_called_off IS NOT NULL)"
)


@dataclass(frozen=True, slots=True, eq=False)
class OrderLines:
    """A conversation with the database in which ``line`` has one entry per row of the file.

    ``customer``: INTEGER id in ``customers``, NULL = the line does not say. ``order_key``: text,
    NULL = none. ``day``: days since 1970, NULL = unknown. ``gross`` and ``net``: BIGINT amounts
    before and after refunds, in ten-thousandths. ``is_left_out`` (by the user), ``is_cancelled``,
    ``is_paid_back`` (the status says so, nothing is left of it) and ``is_duplicate``.
    ``customers`` has ``id``, in the order of their ``key``, and a ``word`` that says how each is
    written.

    ``last_day``: datetime64[D] of the last line.
    """

    questions: Questions
    n_lines: int
    last_day: np.datetime64


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
        The numbers are too large to be amounts.
    """
    checked = mended.checked
    parts = order_parts(checked, choice)
    assert parts.date is not None
    questions = checked.raw.questions(progress)
    _read_cells(mended, parts, choice.date_order, questions, progress)
    said = questions.arrays(
        "SELECT max(day) AS last_day, sum(abs(listed)) AS listed, sum(abs(refund)) AS refund,"
        f" count(*) FILTER ({_NEEDS_OTHER_LINES}) AS n_bare FROM cells"
    )
    if np.ma.is_masked(said["last_day"]):
        raise ColumnNotADate(column=parts.date)
    for column, name in (("listed", parts.amount or parts.price), ("refund", parts.refund)):
        if said[column][0] > _MOST_PARTS:
            raise BadValue(what="amount", value=name)
    _show_lines(questions, _gross(questions, parts), has_bare_lines=bool(said["n_bare"][0]))
    return OrderLines(questions, checked.n_rows, np.datetime64(int(said["last_day"][0]), "D"))


def order_parts(checked: CheckedTable, choice: CustomerChoice) -> OrderColumns:
    """Give the columns that make up an order line, the user's words first.

    Raises
    ------
    ColumnMissing
        A named column is not in the file.
    CustomersUnknown, DatesUnknown, AmountsUnknown
        No column says who bought, when, or for how much.
    """
    named = {
        "customer": choice.customer_id,
        "date": choice.date,
        "amount": choice.amount,
        "order_id": choice.order_id,
    }
    given = {part: name for part, name in named.items() if name is not None}
    header = checked.raw.header
    for name in given.values():
        if name not in header:
            raise ColumnMissing(column=name, columns=header)
    parts = replace(checked.order_columns, **given)
    if parts.customer is None:
        raise CustomersUnknown()
    if parts.date is None:
        raise DatesUnknown()
    if not parts.has_amount:
        raise AmountsUnknown()
    return parts


def _read_cells(
    mended: MendedTable,
    parts: OrderColumns,
    date_order: str | None,
    questions: Questions,
    progress: Progress,
) -> None:
    """Offer what the cells of each line say as ``cells``, and who is named as ``customers``."""
    assert parts.customer is not None
    assert parts.date is not None
    checked = mended.checked
    values = WordValues(checked, questions, progress)
    order_key = "NULL::VARCHAR" if parts.order_id is None else values.key(parts.order_id)
    listed = _listed(values, parts)
    key = values.key(parts.customer)
    questions.run(
        "CREATE TEMP TABLE customers AS"
        " SELECT (row_number() OVER (ORDER BY key) - 1)::INTEGER AS id, key, min(word) AS word"
        f" FROM (SELECT {key} AS key, {values.word(parts.customer)} AS word FROM {values.source})"
        " WHERE key IS NOT NULL GROUP BY key"
    )
    values.join("customers", f"{key} = customers.key")
    is_cancelled, is_paid_back = _status(values, parts)
    is_called_off = "NULL" if parts.cancelled is None else values.told(parts.cancelled, _say_yes)
    day = values.day(parts.date, date_order)
    refund = _refund(values, parts)
    is_copy = values.is_among(_copies(checked, parts, progress))
    is_left_out = values.is_among(np.union1d(mended.left_out, mended.gone))
    questions.run(
        f"CREATE TEMP VIEW cells AS SELECT lines._row AS row, {order_key} AS order_key,"
        f" customers.id AS customer, {day} AS day, {listed} AS listed, {refund} AS refund,"
        f" {is_cancelled} AS is_cancelled, {is_paid_back} AS is_paid_back,"
        f" {is_called_off} AS is_called_off, {is_copy} AS is_copy,"
        f" {is_left_out} AS is_left_out FROM {values.source}"
    )


def _listed(values: WordValues, parts: OrderColumns) -> str:
    """What each line costs, by its amount or by its price and quantity."""
    if parts.amount is not None:
        return _whole_parts(values.number(parts.amount))
    assert parts.price is not None
    price = values.number(parts.price)
    if parts.quantity is None:
        return _whole_parts(price)
    return _whole_parts(f"{price} * {values.number(parts.quantity)}")


def _refund(values: WordValues, parts: OrderColumns) -> str:
    """What was paid back, where a column tells it."""
    if parts.refund is None or parts.refund == parts.amount:
        return "0"
    return _whole_parts(values.number(parts.refund))


def _whole_parts(amount: str) -> str:
    """Give amounts as whole parts of money, 0 where there is none."""
    parts = f"round_even({amount} * {PARTS_OF_MONEY}, 0)::BIGINT"
    return f"CASE WHEN abs({amount}) <= {LARGEST_AMOUNT:.0f} THEN {parts} ELSE 0 END"


def _status(values: WordValues, parts: OrderColumns) -> tuple[str, str]:
    """Whether a line was cancelled, and whether it was paid back as a whole, by its status."""
    if parts.status is None:
        return "0", "0"
    is_cancelled = values.told(parts.status, lambda words: _say(words, CANCELLED_STATUS))
    if parts.refund is not None:
        return is_cancelled, "0"
    return is_cancelled, values.told(parts.status, lambda words: _say(words, REFUNDED_STATUS))


def _say(words: WordArray, listed: frozenset[str]) -> npt.NDArray[np.int8]:
    said = [word.casefold() in listed if word else _UNSAID for word in words]
    return np.array(said, dtype=np.int8)


def _say_yes(words: WordArray) -> npt.NDArray[np.int8]:
    """A date of cancelling, or a yes, on any line of an order cancels it."""
    is_no = np.array([word.casefold() in NO_WORDS for word in words], dtype=bool)
    return np.where(is_no | is_empty_word(words), _UNSAID, 1).astype(np.int8)


def _copies(checked: CheckedTable, parts: OrderColumns, progress: Progress) -> RowArray:
    """Lines equal in every cell to an earlier one of the same order: a file that was read twice.

    Without an order id nothing tells a copy from the second coffee of the day.
    """
    has_copies = any(finding.code == "duplicate_rows" for finding in checked.findings)
    if parts.order_id is None or not has_copies:
        return np.empty(0, dtype=np.int64)
    return equal_rows(checked.raw, progress)


def _gross(questions: Questions, parts: OrderColumns) -> str:
    """What counts of each line; the total of an order that stands on each of its lines counts once."""
    if parts.amount is None or not speaks_of(parts.amount, Topic.ORDER_TOTAL):
        return "listed"
    orders = questions.arrays(
        "SELECT bool_and(order_key IS NOT NULL AND lowest = highest) AND max(n) > 1 AS is_total FROM"
        " (SELECT order_key, min(listed) AS lowest, max(listed) AS highest, count(*) AS n"
        " FROM cells GROUP BY order_key)"
    )
    if not orders["is_total"][0]:
        return "listed"
    questions.run(
        "CREATE TEMP TABLE firsts AS SELECT min(row) AS row FROM cells GROUP BY order_key"
    )
    return "CASE WHEN row IN (SELECT row FROM firsts) THEN listed ELSE 0 END"


def _show_lines(questions: Questions, gross: str, *, has_bare_lines: bool) -> None:
    """Offer ``line``; a blank is what another line of the order says: the later are often bare."""
    source = "cells"
    if has_bare_lines:
        least = ", ".join(f"min({column}) AS {column}" for column in _FILLED_DOWN)
        questions.run(
            f"CREATE TEMP TABLE said AS SELECT order_key, {least} FROM cells WHERE order_key IN"
            f" (SELECT order_key FROM cells WHERE {_NEEDS_OTHER_LINES}) GROUP BY order_key"
        )
        filled = ", ".join(f"coalesce(cells.{c}, said.{c}) AS {c}" for c in _FILLED_DOWN)
        source = f"(SELECT cells.* REPLACE ({filled}) FROM cells LEFT JOIN said USING (order_key))"
    questions.run(
        "CREATE TEMP VIEW line AS SELECT order_key, customer, day, gross,"
        " gross - abs(refund) AS net, is_left_out, is_copy AND gross <> 0 AS is_duplicate,"
        " coalesce(is_cancelled = 1, false) OR coalesce(is_called_off = 1, false) AS is_cancelled,"
        " coalesce(is_paid_back = 1, false) AS is_paid_back"
        f" FROM (SELECT *, {gross} AS gross FROM {source})"
    )
