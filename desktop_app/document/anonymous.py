"""A copy of a document to be given away: the same groups, and nobody in it has a name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.core.checking.checked import TableKind
from desktop_app.core.checking.columns import Column, ColumnChoice, Kind, Role
from desktop_app.core.customers.orders.word_values import customer_key
from desktop_app.core.errors import CopyDiffers
from desktop_app.core.intake.store import TextStore
from desktop_app.core.intake.tables import RawTable
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.document.document import Document
from desktop_app.document.street import walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from desktop_app.core.checking.checked import CheckedTable
    from desktop_app.core.describing.results import Description
    from desktop_app.core.tracking.baseline import Baseline

_NAMING = frozenset({Role.ID, Role.CONTACT, Role.ORDER_ID})
_ROWS_AT_ONCE = 100_000


def without_people(document: Document, *, progress: Progress = NO_PROGRESS) -> Document:
    """Give a copy of a document whose table was checked, without what names or reaches a person.

    Who the customers are is told by running numbers, in the order of what they were called.
    Contact columns and free text are emptied, or numbered too if the groups hang on them, such as
    orders that are found by the phone. Groups, names and notes are the same.

    Raises
    ------
    CopyDiffers
        The groups cannot be kept without knowing who the customers are.
    Cancelled
        ``progress`` says that the copy is no longer wanted.
    """
    for empties in (True, False):
        copy = _copy(document, empties=empties, progress=progress)
        if _is_same(copy, document):
            names = ("scan", "segmentation", "evidence", "trust")
            results = {name: getattr(document, name) for name in names}
            description = _described(document.description, _naming(document.checked))
            return replace(copy, description=description, **results)
    raise CopyDiffers


def _copy(document: Document, *, empties: bool, progress: Progress) -> Document:
    raw, checked = document.raw, document.checked
    assert raw is not None
    assert checked is not None
    customer_id = None if document.customers is None else document.customers.customer_id
    tables: list[CheckedTable] = [checked]
    if checked.beside is not None:
        tables.append(checked.beside)
    names = [_numbered(table, customer_id, empties=empties) for table in tables]
    number_by_key = _numbers(document, list(zip(tables, names, strict=True)))
    new = [_anonymous(table, customer_id, number_by_key, empties, progress) for table in tables]
    changed = new[0] if len(new) == 1 else replace(new[0], beside=new[1])
    plan = document.plan
    if checked.kind is TableKind.CUSTOMERS and checked.recognised is None:
        plan = replace(plan, columns=_pinned(plan.columns, checked))
    baseline = _nameless(document.baseline, number_by_key)
    copy = Document(plan=plan, raw=changed, baseline=baseline)
    return walk(copy, until="prepared", progress=progress)


def _naming(checked: CheckedTable | None) -> tuple[str, ...]:
    """Give the columns that name or reach somebody."""
    columns: Iterable[Column] = () if checked is None else checked.columns
    return tuple(column.name for column in columns if column.role in _NAMING)


def _emptied(checked: CheckedTable, customer_id: str | None) -> set[str]:
    """Give the columns that the groups can do without, as a rule."""
    columns = (c for c in checked.columns if c.role is Role.CONTACT or _is_free_text(c))
    return {column.name for column in columns} - {customer_id}


def _numbered(checked: CheckedTable, customer_id: str | None, *, empties: bool) -> set[str]:
    """Give the columns whose cells become running numbers."""
    names = {*_naming(checked), *({customer_id} & {*checked.raw.header})} - {None}
    kept = names - _emptied(checked, customer_id) if empties else names
    return {name for name in kept if name is not None}


def _places(raw: RawTable, names: Collection[str]) -> list[int]:
    return [place for place, name in enumerate(raw.header) if name in names]


def _numbers(
    document: Document, tables: Iterable[tuple[CheckedTable, Collection[str]]]
) -> dict[str, str]:
    """Give the running number of everything that somebody is called, over all tables."""
    keys = {customer_key(name) for name in (document.baseline.ids if document.baseline else ())}
    for table, names in tables:
        for name in names:
            keys.update(map(customer_key, table.raw.column(name).unique()))
    keys.discard("")
    assert document.checked is not None
    is_list = (
        document.checked.kind is TableKind.CUSTOMERS
    )  # customers of orders go by their letters
    ordered = sorted(keys, key=_by_size if is_list else None)
    width = max(4, len(str(len(ordered))))
    return {key: f"customer-{place:0{width}}" for place, key in enumerate(ordered, start=1)}


def _by_size(key: str) -> tuple[bool, int, str]:
    is_number = key.isdecimal() and key.isascii()
    return not is_number, int(key) if is_number else 0, key


def _anonymous(
    checked: CheckedTable,
    customer_id: str | None,
    number_by_key: Mapping[str, str],
    empties: bool,
    progress: Progress,
) -> RawTable:
    raw = checked.raw
    emptied = [] if not empties else _places(raw, _emptied(checked, customer_id))
    numbered = _places(raw, _numbered(checked, customer_id, empties=empties))
    store = TextStore(len(raw.header))
    for first in range(0, raw.n_rows, _ROWS_AT_ONCE):
        progress.checkpoint()
        rows = [list(row) for row in raw.rows_between(first, first + _ROWS_AT_ONCE)]
        for row in rows:
            for place in numbered:
                row[place] = _number(row[place], number_by_key)
            for place in emptied:
                row[place] = ""
        store.add(rows)
    store.finish(dict(enumerate(raw.header)))
    return RawTable(
        raw.header,
        raw.original_header,
        replace(raw.form, sha256=""),
        store,
        raw.places,
        tuple(replace(form, sha256="") for form in raw.other_forms),
        tuple(replace(oddity, example="") for oddity in raw.oddities),
    )


def _is_free_text(column: Column) -> bool:
    return column.role is Role.IGNORE and column.kind is Kind.TEXT


def _number(cell: str, number_by_key: Mapping[str, str]) -> str:
    number = number_by_key.get(customer_key(cell))
    if number is None:
        return "" if customer_key(cell) else cell.strip()  # "guest" is nobody
    return f"{number}@example.invalid" if "@" in cell else number


def _pinned(choices: tuple[ColumnChoice, ...], checked: CheckedTable) -> tuple[ColumnChoice, ...]:
    """Say of columns whose cells changed what they are for, which the cells no longer tell."""
    pinned = [c.name for c in checked.columns if c.role in _NAMING or _is_free_text(c)]
    others = [choice for choice in choices if choice.name not in pinned]
    return (*others, *(ColumnChoice(name, role=checked.column(name).role) for name in pinned))


def _nameless(baseline: Baseline | None, number_by_key: Mapping[str, str]) -> Baseline | None:
    if baseline is None:
        return None
    ids = [_number(name, number_by_key) for name in baseline.ids]
    columns = tuple(
        replace(c, minimum=None, maximum=None) if c.role in _NAMING else c for c in baseline.columns
    )
    return replace(baseline, ids=(*ids,), columns=columns)


def _described(description: Description | None, naming: Collection[str]) -> Description | None:
    if description is None:
        return None
    profiles = tuple(
        replace(profile, words=tuple(w for w in profile.words if w.column not in naming))
        for profile in description.profiles
    )
    return replace(description, profiles=profiles)


def _is_same(copy: Document, document: Document) -> bool:
    """Tell whether the customers of the two are the same ones in the same order."""
    if document.prepared is None or document.customers is None:
        return True
    if copy.prepared is None or copy.customers is None:
        return False
    mine, other = copy.prepared, document.prepared
    return (
        copy.customers.n_customers == document.customers.n_customers
        and mine.names == other.names
        and np.array_equal(mine.rows, other.rows)
        and np.array_equal(mine.point_of_row, other.point_of_row)
        and np.array_equal(mine.points, other.points, equal_nan=True)
    )
