"""The door of checking: a table of text becomes typed columns with their purpose, and findings."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from desktop_app.core.checking.checked import CheckedTable, Finding, TableKind
from desktop_app.core.checking.columns import Column, ColumnChoice, Kind, Role
from desktop_app.core.checking.findings.problems import find_problems
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import speaks_of
from desktop_app.core.checking.held_cells import texts_of
from desktop_app.core.checking.kinds import USUAL, Notation, Reading, as_text, read_column
from desktop_app.core.checking.one_writer import with_one_writer
from desktop_app.core.checking.order_shape import (
    ColumnShape,
    OrderColumns,
    are_order_lines,
    find_order_columns,
)
from desktop_app.core.checking.order_terms import OrderTerms
from desktop_app.core.checking.roles import (
    Purpose,
    holds_codes,
    is_person_name,
    purpose_of,
    role_with_kind,
    subject_of,
    unit_of,
)
from desktop_app.core.checking.shop_exports.recognising import Recognised, recognise
from desktop_app.core.errors import ColumnMissing
from desktop_app.core.intake.tables import RawTable
from desktop_app.core.progress import NO_PROGRESS, PartOfProgress, Progress

_STAGE = "checking"
_FEW_ROWS = 100_000  # the frame of more takes seconds and memory, and only a window shows it
_SHARE_OF_READING = 0.7  # of the time; the rest goes into findings


def check_table(
    raw: RawTable,
    choices: tuple[ColumnChoice, ...] = (),
    notation: Notation = USUAL,
    kind: TableKind | None = None,
    *,
    progress: Progress = NO_PROGRESS,
) -> CheckedTable:
    """Understand every column of a table: kind, role, values, and what deserves a look.

    ``choices``, ``kind``, and the date order told in ``notation``, overrule what is found out, which
    begins with what is known of the shop system that wrote the file. The decimal sign is that of the
    file, whatever ``notation`` says.

    With a table ``beside``, orders are the main table, else customers of whom is known what they
    spent, else the longer one; ``kind`` is of the main table. A choice counts in every table that
    has the column.

    Raises
    ------
    ColumnMissing
        A choice names a column that the table does not have.

    Examples
    --------
    >>> raw = RawTable.from_rows(["Customer ID", "Age"], [["1", "31"], ["2", "44"], ["3", "27"]])
    >>> [(c.name, c.role.value) for c in check_table(raw).columns]
    [('Customer ID', 'id'), ('Age', 'feature')]
    """
    if raw.beside is None:
        return _check_one(raw, choices, notation, kind, progress)
    for choice in choices:
        if choice.name not in raw.header and choice.name not in raw.beside.header:
            raise ColumnMissing(column=choice.name, columns=raw.header)
    both: list[CheckedTable] = []
    tables: tuple[RawTable, ...] = (replace(raw, beside=None), raw.beside)
    for i, table in enumerate(tables):
        own = tuple(choice for choice in choices if choice.name in table.header)
        part = PartOfProgress(progress, i / 2, (i + 1) / 2)
        both.append(_check_one(table, own, notation, None, part))
    main, other = sorted(both, key=_rank)
    if kind not in (None, main.kind):
        own = tuple(choice for choice in choices if choice.name in main.raw.header)
        main = _check_one(main.raw, own, notation, kind, progress)
    findings = main.findings
    if main.kind is other.kind is TableKind.ORDERS:
        told = Finding("second_orders", 1, example=other.raw.form.path.name)
        findings = (told, *findings)
    return replace(main, raw=replace(main.raw, beside=other.raw), findings=findings, beside=other)


def _rank(checked: CheckedTable) -> tuple[bool, bool, int, tuple[str, ...]]:
    """Give what is less for the table that tells more of what customers do."""
    tells_money = any(
        c.kind is Kind.NUMBER and speaks_of(c.name, Topic.SPENT) for c in checked.columns
    )
    is_list = checked.kind is TableKind.CUSTOMERS
    return is_list, is_list and not tells_money, -checked.n_rows, checked.raw.header


def _check_one(
    raw: RawTable,
    choices: tuple[ColumnChoice, ...],
    notation: Notation,
    kind: TableKind | None,
    progress: Progress,
) -> CheckedTable:
    recognised = recognise(raw)
    choice_by_name = _by_name(raw, choices, recognised, notation)
    form = raw.form
    notation = replace(notation, decimal=form.decimal, is_decimal_told=form.is_decimal_told)
    readings = _read(raw, choice_by_name, notation, progress)
    purposes = [_purpose(reading, choice_by_name.get(reading.name)) for reading in readings]
    found, parts, terms = _as_orders(readings, purposes, recognised)
    kind = kind or found
    parts = _with_chosen_parts(parts, choices, raw.header)
    if kind is TableKind.ORDERS:
        purposes = _purposes_in_orders(readings, purposes, parts)
    readings = [
        _without_false_numbers(reading, purpose, choice_by_name.get(reading.name))
        for reading, purpose in zip(readings, purposes, strict=True)
    ]
    columns = tuple(map(_column, readings, purposes))
    progress.report(_SHARE_OF_READING, _STAGE)
    findings = find_problems(
        raw,
        kind,
        columns,
        readings,
        notation.today,
        has_equal_lines=terms is not None and terms.has_equal_lines,
        progress=progress,
    )
    progress.checkpoint()
    typed = {reading.name: reading for reading in readings}
    word = None if recognised is None else recognised.export.word
    checked = CheckedTable(raw, kind, columns, typed, findings, word, parts, terms)
    if raw.n_rows <= _FEW_ROWS:
        _ = checked.frame  # while the words are at hand
    for reading in readings:
        reading.texts.release()
    raw.store.let_go()
    progress.report(1.0, _STAGE)
    return checked


def shape_of(reading: Reading, purpose: Purpose) -> ColumnShape:
    """Give what has to be known of a column to see its part in an order line."""
    return ColumnShape(
        reading.name,
        reading.kind,
        reading.n_filled,
        reading.n_distinct,
        holds_emails=reading.holds_emails,
        is_code=purpose.role in (Role.ID, Role.ORDER_ID) or holds_codes(reading),
        is_person_name=is_person_name(reading.name),
    )


def _as_orders(
    readings: Sequence[Reading], purposes: Sequence[Purpose], recognised: Recognised | None
) -> tuple[TableKind, OrderColumns, OrderTerms | None]:
    """Give what a row stands for, and its parts as a line of an order: as known, else by shape."""
    shapes = list(map(shape_of, readings, purposes))
    by_shape = find_order_columns(shapes)
    if recognised is None:
        kind = TableKind.ORDERS if are_order_lines(shapes) else TableKind.CUSTOMERS
        return kind, by_shape, None
    sales = recognised.export.sales
    if sales is None:
        return TableKind.CUSTOMERS, by_shape, None
    filled = {reading.name for reading in readings if reading.n_distinct}
    parts = recognised.parts(sales, filled.__contains__)
    if not sales.is_without_buyers:
        customer = parts.customer or by_shape.customer
        parts = replace(parts, customer=customer, date=parts.date or by_shape.date)
    if not parts.has_amount:
        parts = replace(
            parts, amount=by_shape.amount, quantity=by_shape.quantity, price=by_shape.price
        )
    return TableKind.ORDERS, parts, recognised.terms(sales, parts, filled.__contains__)


def _by_name(
    raw: RawTable,
    choices: Sequence[ColumnChoice],
    recognised: Recognised | None,
    notation: Notation,
) -> dict[str, ColumnChoice]:
    """Give what is said of each column: by the user, else by who wrote the file."""
    for choice in choices:
        if choice.name not in raw.header:
            raise ColumnMissing(column=choice.name, columns=raw.header)
    said = () if recognised is None else recognised.choices()
    known = {
        choice.name: replace(choice, date_order=notation.date_order or choice.date_order)
        for choice in said
    }
    for choice in choices:
        other = known.get(choice.name, choice)
        known[choice.name] = ColumnChoice(
            choice.name,
            choice.role or other.role,
            choice.kind or other.kind,
            choice.date_order or other.date_order,
        )
    return known


def _read(
    raw: RawTable,
    choice_by_name: Mapping[str, ColumnChoice],
    notation: Notation,
    progress: Progress,
) -> list[Reading]:
    readings = []
    for place, name in enumerate(raw.header):
        progress.checkpoint()
        progress.report(_SHARE_OF_READING * place / len(raw.header), _STAGE)
        choice = choice_by_name.get(name, ColumnChoice(name))
        texts = texts_of(raw, name, progress)
        own = replace(notation, date_order=choice.date_order or notation.date_order)
        readings.append(read_column(name, texts, own, choice.kind))
        texts.release()
    return with_one_writer(readings, notation)


def _purpose(reading: Reading, choice: ColumnChoice | None) -> Purpose:
    if choice is not None and choice.role is not None:
        return role_with_kind(reading, choice.role)
    return purpose_of(reading)


def _with_chosen_parts(
    parts: OrderColumns, choices: Sequence[ColumnChoice], header: Sequence[str]
) -> OrderColumns:
    for choice in choices:
        match choice.role:
            case Role.ID:
                parts = replace(parts, customer=choice.name)
            case Role.DATE:
                parts = replace(parts, date=choice.name)
            case Role.AMOUNT:
                parts = parts.with_amount(choice.name, header)
            case Role.ORDER_ID:
                parts = replace(parts, order_id=choice.name)
    return parts


def _purposes_in_orders(
    readings: Sequence[Reading], purposes: Sequence[Purpose], parts: OrderColumns
) -> list[Purpose]:
    roles = {
        parts.customer: Role.ID,
        parts.date: Role.DATE,
        parts.amount or parts.price: Role.AMOUNT,
        parts.order_id: Role.ORDER_ID,
    }
    return [
        role_with_kind(reading, roles[reading.name]) if reading.name in roles else purpose
        for reading, purpose in zip(readings, purposes, strict=True)
    ]


def _without_false_numbers(
    reading: Reading, purpose: Purpose, choice: ColumnChoice | None
) -> Reading:
    """Take what only names something for text, so that 007 stays 007."""
    names_something = purpose.role in (Role.ID, Role.ORDER_ID, Role.CONTACT)
    is_chosen = choice is not None and choice.kind is not None
    if not names_something or is_chosen or reading.kind is Kind.TEXT:
        return reading
    if reading.read_values is None:
        return replace(reading, kind=Kind.TEXT)
    return as_text(reading.name, reading.texts)


def _column(reading: Reading, purpose: Purpose) -> Column:
    unit, sign = unit_of(reading)
    minimum, maximum = _range(reading)
    column = Column(
        reading.name,
        reading.kind,
        purpose.role,
        subject_of(reading, purpose),
        n_empty=reading.n_empty,
        n_distinct=reading.n_distinct,
        minimum=minimum,
        maximum=maximum,
    )
    date_order = reading.date_order if reading.kind is Kind.DATE else None
    return replace(column, date_order=date_order, unfit=purpose.unfit, unit=unit, sign=sign)


def _range(reading: Reading) -> tuple[float | str | None, float | str | None]:
    if not len(reading.distinct):
        return None, None
    lowest, highest = reading.distinct[0], reading.distinct[-1]
    if reading.kind is Kind.DATE:
        return _iso(lowest), _iso(highest)
    return float(lowest), float(highest)


def _iso(moment: np.datetime64) -> str:
    return str(moment.astype("datetime64[s]")).removesuffix("T00:00:00")
