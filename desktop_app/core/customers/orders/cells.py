"""What the cells of each order line say, one column of a table per question."""

import numpy as np

from desktop_app.core.checking.checked import CheckedTable
from desktop_app.core.checking.findings.equal_rows import equal_rows
from desktop_app.core.checking.kinds import Reading
from desktop_app.core.checking.mending import MendedTable
from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.core.checking.order_terms import LineRule, OrderTerms
from desktop_app.core.checking.texts import RowArray
from desktop_app.core.checking.values import YES_WORDS
from desktop_app.core.customers.orders.amounts import listed_amount, refunded_amount
from desktop_app.core.customers.orders.currencies import Currencies, currencies_of
from desktop_app.core.customers.orders.identities import customer_of_line
from desktop_app.core.customers.orders.marks import category_of_line, discount_of_line
from desktop_app.core.customers.orders.word_values import WordValues
from desktop_app.core.intake.questions import Questions
from desktop_app.core.progress import Progress

_ANY = frozenset({""})  # a rule about numbers has no words


def read_cells(
    mended: MendedTable,
    parts: OrderColumns,
    terms: OrderTerms,
    date_order: str | None,
    questions: Questions,
    progress: Progress,
) -> tuple[tuple[LineRule, ...], Currencies]:
    """Keep what the cells of each line say as ``cells``, and who is named as ``customers``.

    What the rules say is in ``rule_0``, ``rule_1`` and so on; gives the rules, and the currencies
    of which ``currency`` tells the place.
    """
    assert parts.date is not None
    checked = mended.checked
    values = WordValues(checked, questions, progress)
    is_return = _is_return(values, terms)
    order_key = _order_key(values, parts, terms, is_return)
    listed = listed_amount(values, parts, terms, is_return)
    key, word = customer_of_line(values, terms, is_return)
    questions.run(
        "CREATE TEMP TABLE customers AS"
        " SELECT (row_number() OVER (ORDER BY key) - 1)::INTEGER AS id, key, min(word) AS word,"
        " bool_or(is_first_way) AS is_first_way FROM"
        f" (SELECT {key} AS key, {word} AS word, {_is_first_way(values, terms)} AS is_first_way"
        f" FROM {values.source})"
        " WHERE key IS NOT NULL GROUP BY key"
    )
    values.join("customers", f"{key} = customers.key")
    told = [_told(values, rule) for rule in terms.rules]
    rules = terms.rules
    if terms.has_only_income:
        told.append(f"({listed} < 0 AND NOT {is_return})::TINYINT")
        rules = (*rules, LineRule(terms.amount or "", "no_sale", is_kept=True, words=_ANY))
    day = values.day(parts.date, date_order)
    refund = refunded_amount(values, parts)
    currencies = currencies_of(checked, parts, terms.currency, values)
    discount, category = discount_of_line(values, terms), category_of_line(values, terms, questions)
    is_copy = values.is_among(_copies(checked, parts, terms, progress))
    is_left_out = values.is_among(np.union1d(mended.left_out, mended.gone))
    said_by_rules = "".join(f" {said} AS rule_{i}," for i, said in enumerate(told))
    questions.run(
        f"CREATE TEMP TABLE cells AS SELECT lines._row::INTEGER AS row, {order_key} AS order_key,"
        f" customers.id AS customer, {day} AS day, {listed} AS listed, {refund} AS refund,"
        f" {currencies.of_line} AS currency,{said_by_rules}"
        f" {discount} AS has_discount, {category} AS category,"
        f" {is_copy} AS is_copy, {is_left_out} AS is_left_out FROM {values.source}"
    )
    return rules, currencies


def _is_first_way(values: WordValues, terms: OrderTerms) -> str:
    """Whether a line tells who bought by the first way to know a customer."""
    is_only_way = len(terms.customers) == 1
    return "true" if is_only_way else f"{values.key(terms.customers[0][0])} IS NOT NULL"


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
    readings = (typed for typed in checked.typed.values() if isinstance(typed, Reading))
    emails = [reading.name for reading in readings if reading.holds_emails]
    return equal_rows(checked.raw, emails, progress)
