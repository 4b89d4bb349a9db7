"""Order lines of any shop in one shape: who, which order, which day, how much.

Finds the columns, reads what the choices overrule, and makes one key of every way to write the
same customer. Adds nothing up.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.core.checking.checked import CheckedTable
from desktop_app.core.checking.findings.equal_rows import equal_rows
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import speaks_of
from desktop_app.core.checking.mending import MendedTable
from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.core.checking.order_terms import LineRule, OrderTerms, terms_by_shape
from desktop_app.core.checking.shop_exports.recognising import shop_export
from desktop_app.core.checking.texts import RowArray
from desktop_app.core.checking.values import LARGEST_AMOUNT, YES_WORDS
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.word_values import WordValues
from desktop_app.core.errors import (
    AmountsUnknown,
    BadValue,
    BuyersNotInExport,
    ColumnMissing,
    ColumnNotADate,
    CustomersUnknown,
    DatesUnknown,
)
from desktop_app.core.intake.questions import Questions
from desktop_app.core.progress import Progress

PARTS_OF_MONEY = 10_000  # amounts are added as whole ten-thousandths: exact, in any order
_APOSTROPHE = " ''"  # and blanks, in SQL; spreadsheets put it in front of what is no number
_ANY = frozenset({""})  # a rule about numbers has no words
_MOST_PARTS = 2.0**62  # the sum of all lines must fit into 64 bits


@dataclass(frozen=True, slots=True, eq=False)
class OrderLines:
    """A conversation with the database in which ``line`` has one entry per row of the file.

    ``customer``: INTEGER id in ``customers``, NULL = the line does not say. ``order_key``: text,
    NULL = none. ``day``: days since 1970, NULL = unknown. ``gross`` and ``net``: BIGINT amounts
    before and after refunds, in ten-thousandths. ``is_left_out`` (by the user), ``is_duplicate``
    and ``reason``, why the terms of the file take a line out, NULL = they do not.
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
    terms = order_terms(checked, parts)
    assert parts.date is not None
    questions = checked.raw.questions(progress)
    rules = _read_cells(mended, parts, terms, choice.date_order, questions, progress)
    said = questions.arrays(
        "SELECT max(day) AS last_day, sum(abs(listed)) AS listed, sum(abs(refund)) AS refund,"
        f" count(*) FILTER ({_needs_other_lines(rules)}) AS n_bare FROM cells"
    )
    if np.ma.is_masked(said["last_day"]):
        raise ColumnNotADate(column=parts.date)
    for column, name in (("listed", parts.amount or parts.price), ("refund", parts.refund)):
        if said[column][0] > _MOST_PARTS:
            raise BadValue(what="amount", value=name)
    counts = _what_counts(questions, parts, terms)
    _show_lines(questions, counts, rules, has_bare_lines=bool(said["n_bare"][0]))
    return OrderLines(questions, checked.n_rows, np.datetime64(int(said["last_day"][0]), "D"))


def order_parts(checked: CheckedTable, choice: CustomerChoice) -> OrderColumns:
    """Give the columns that make up an order line, the user's words first.

    Raises
    ------
    ColumnMissing
        A named column is not in the file.
    BuyersNotInExport
        The shop system does not say who bought in this kind of file.
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
        export = shop_export(checked.recognised)
        if export is not None and export.is_without_buyers:
            raise BuyersNotInExport(system=export.system)
        raise CustomersUnknown()
    if parts.date is None:
        raise DatesUnknown()
    if not parts.has_amount:
        raise AmountsUnknown()
    return parts


def order_terms(checked: CheckedTable, parts: OrderColumns) -> OrderTerms:
    """Give what holds for the lines of a file that consist of ``parts``."""
    return (checked.order_terms or terms_by_shape(parts)).for_parts(parts)


def _read_cells(
    mended: MendedTable,
    parts: OrderColumns,
    terms: OrderTerms,
    date_order: str | None,
    questions: Questions,
    progress: Progress,
) -> tuple[LineRule, ...]:
    """Offer what the cells of each line say as ``cells``, and who is named as ``customers``.

    What the rules say is in ``rule_0``, ``rule_1`` and so on; gives the rules.
    """
    assert parts.date is not None
    checked = mended.checked
    values = WordValues(checked, questions, progress)
    is_return = _is_return(values, terms)
    order_key = _order_key(values, parts, terms, is_return)
    listed = _listed(values, parts, terms, is_return)
    key, word = _customer(values, terms, is_return)
    questions.run(
        "CREATE TEMP TABLE customers AS"
        " SELECT (row_number() OVER (ORDER BY key) - 1)::INTEGER AS id, key, min(word) AS word"
        f" FROM (SELECT {key} AS key, {word} AS word FROM {values.source})"
        " WHERE key IS NOT NULL GROUP BY key"
    )
    values.join("customers", f"{key} = customers.key")
    told = [_told(values, rule) for rule in terms.rules]
    rules = terms.rules
    if terms.has_only_income:
        told.append(f"({listed} < 0 AND NOT {is_return})::TINYINT")
        rules = (*rules, LineRule(terms.amount or "", "no_sale", is_kept=True, words=_ANY))
    day = values.day(parts.date, date_order)
    refund = _refund(values, parts)
    is_copy = values.is_among(_copies(checked, parts, terms, progress))
    is_left_out = values.is_among(np.union1d(mended.left_out, mended.gone))
    said_by_rules = "".join(f" {said} AS rule_{i}," for i, said in enumerate(told))
    questions.run(
        f"CREATE TEMP VIEW cells AS SELECT lines._row AS row, {order_key} AS order_key,"
        f" customers.id AS customer, {day} AS day, {listed} AS listed, {refund} AS refund,"
        f"{said_by_rules} {is_copy} AS is_copy, {is_left_out} AS is_left_out FROM {values.source}"
    )
    return rules


def _is_return(values: WordValues, terms: OrderTerms) -> str:
    """Whether a line gives money back."""
    if terms.returns is None:
        return "false"
    rule = LineRule(terms.returns.column, "refunded", terms.returns.words)
    return f"coalesce({values.told(rule.column, rule.tell)} = 1, false)"


def _order_key(values: WordValues, parts: OrderColumns, terms: OrderTerms, is_return: str) -> str:
    """Which order a line belongs to; what comes back may name the order that it comes from."""
    if parts.order_id is None:
        return "NULL::VARCHAR"
    key = values.key(parts.order_id)
    if terms.returns is None or terms.returns.order_id is None:
        return key
    elsewhere = values.key(terms.returns.order_id)
    return f"CASE WHEN {is_return} THEN coalesce({elsewhere}, {key}) ELSE {key} END"


def _customer(values: WordValues, terms: OrderTerms, is_return: str) -> tuple[str, str]:
    """Who bought, as a key and as it is written: by the first way to know that is not blank."""
    keys, written = [], []
    for way in terms.customers:
        parts = [values.key(name) for name in way]
        words = [f"nullif(ltrim({values.word(name)}, '{_APOSTROPHE}'), '')" for name in way]
        joined, spoken = parts[0], words[0]
        if len(way) > 1:
            joined = f"CASE WHEN {parts[0]} IS NOT NULL THEN concat_ws(' ', {', '.join(parts)}) END"
            spoken = f"concat_ws(', ', {', '.join(words)})"
        keys.append(joined)
        written.append(f"WHEN {joined} IS NOT NULL THEN {spoken}")
    key, word = keys[0], values.word(terms.customers[0][0])
    if len(keys) > 1 or len(terms.customers[0]) > 1:
        key, word = f"coalesce({', '.join(keys)})", f"CASE {' '.join(written)} END"
    if terms.returns is not None and terms.returns.customer is not None:
        buyer = terms.returns.customer
        key = f"CASE WHEN {is_return} THEN {values.key(buyer)} ELSE {key} END"
        word = f"CASE WHEN {is_return} THEN {values.word(buyer)} ELSE {word} END"
    return key, word


def _listed(values: WordValues, parts: OrderColumns, terms: OrderTerms, is_return: str) -> str:
    """What each line costs, by its amount or by its price and quantity, less its discount."""
    listed = _price(values, parts)
    if terms.discount is not None:
        listed = f"({listed} - abs({_whole_parts(values.number(terms.discount))}))"
    if terms.returns is not None:
        listed = f"CASE WHEN {is_return} THEN -abs({listed}) ELSE {listed} END"
    return listed


def _price(values: WordValues, parts: OrderColumns) -> str:
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


def _told(values: WordValues, rule: LineRule) -> str:
    """What a rule says of each line: 1 it is taken out, 0 it counts, NULL it leaves it open."""
    told = values.told(rule.column, rule.tell)
    if rule.unless is None:
        return told
    saved = values.told(rule.unless, LineRule(rule.unless, rule.reason, YES_WORDS).tell)
    return f"CASE WHEN {saved} = 1 THEN 0 ELSE {told} END"


def _copies(
    checked: CheckedTable, parts: OrderColumns, terms: OrderTerms, progress: Progress
) -> RowArray:
    """Lines equal in every cell to an earlier one of the same order: a file that was read twice.

    Without an order id nothing tells a copy from the second coffee of the day.
    """
    has_copies = any(finding.code == "duplicate_rows" for finding in checked.findings)
    if parts.order_id is None or terms.has_equal_lines or not has_copies:
        return np.empty(0, dtype=np.int64)
    return equal_rows(checked.raw, progress)


def _what_counts(questions: Questions, parts: OrderColumns, terms: OrderTerms) -> tuple[str, str]:
    """What counts of each line, and of what came back: the total of an order counts once."""
    if terms.is_amount_of_order:
        if not _have_several(questions, "listed <> 0 AND NOT is_copy"):
            return "listed", "refund"
        # Of an order read at two times the later one knows of more refunds.
        first = "arg_max(row, (abs(refund), listed, -row))"
        _keep_firsts(questions, first, "listed <> 0 AND NOT is_copy")
        is_first = "order_key IS NULL OR is_copy OR row IN (SELECT row FROM firsts)"
        once = f"CASE WHEN {is_first} THEN {{}} ELSE 0 END"
        return once.format("listed"), once.format("refund")
    if parts.amount is None or not speaks_of(parts.amount, Topic.ORDER_TOTAL):
        return "listed", "refund"
    orders = questions.arrays(
        "SELECT bool_and(order_key IS NOT NULL AND lowest = highest) AND max(n) > 1 AS is_total FROM"
        " (SELECT order_key, min(listed) AS lowest, max(listed) AS highest, count(*) AS n"
        " FROM cells GROUP BY order_key)"
    )
    if not orders["is_total"][0]:
        return "listed", "refund"
    _keep_firsts(questions, "min(row)", "true")
    return "CASE WHEN row IN (SELECT row FROM firsts) THEN listed ELSE 0 END", "refund"


def _show_lines(
    questions: Questions,
    counts: tuple[str, str],
    rules: Sequence[LineRule],
    *,
    has_bare_lines: bool,
) -> None:
    """Offer ``line``; a blank is what another line of the order says: the later are often bare."""
    gross, refund = counts
    source = "cells"
    if has_bare_lines:
        filled_down = ("customer", "day", *(f"rule_{i}" for i in range(len(rules))))
        least = ", ".join(f"min({column}) AS {column}" for column in filled_down)
        questions.run(
            f"CREATE TEMP TABLE said AS SELECT order_key, {least} FROM cells WHERE order_key IN"
            f" (SELECT order_key FROM cells WHERE {_needs_other_lines(rules)}) GROUP BY order_key"
        )
        filled = ", ".join(f"coalesce(cells.{c}, said.{c}) AS {c}" for c in filled_down)
        source = f"(SELECT cells.* REPLACE ({filled}) FROM cells LEFT JOIN said USING (order_key))"
    cases = "".join(f" WHEN rule_{i} = 1 THEN '{rule.reason}'" for i, rule in enumerate(rules))
    reason = f"CASE{cases} END" if rules else "NULL::VARCHAR"
    questions.run(
        "CREATE TEMP VIEW line AS SELECT order_key, customer, day, gross,"
        " gross - abs(given_back) AS net, is_left_out, is_copy AND gross <> 0 AS is_duplicate,"
        f" {reason} AS reason FROM (SELECT *, {gross} AS gross, {refund} AS given_back FROM {source})"
    )


def _needs_other_lines(rules: Sequence[LineRule]) -> str:
    """Whether a line leaves open what another line of its order may tell, or tells it."""
    unsaid = (
        f"rule_{i} IS {'NOT NULL' if rule.speaks_for_others else 'NULL'}"
        for i, rule in enumerate(rules)
    )
    return (
        f"order_key IS NOT NULL AND ({' OR '.join(('customer IS NULL', 'day IS NULL', *unsaid))})"
    )


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
