"""The door of customers: a checked table becomes one row per customer."""

from dataclasses import replace

import numpy as np

from desktop_app.core.checking.checked import CheckedTable, TableKind
from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import rank, speaks_of
from desktop_app.core.checking.mending import MendedTable
from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.core.checking.roles import is_person_name
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.classic.viewing import HistoryColumns, with_classic_view
from desktop_app.core.customers.joining import with_beside
from desktop_app.core.customers.orders.adding_up import sum_up_orders
from desktop_app.core.customers.orders.currencies import sign_of
from desktop_app.core.customers.orders.facts import (
    AGE,
    CUSTOMER,
    FREQUENCY,
    MONEY,
    RECENCY,
    fact_names,
    recency_frequency_money,
)
from desktop_app.core.customers.orders.parts import order_parts
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.errors import BadValue, ColumnMissing
from desktop_app.core.free_names import free_name
from desktop_app.core.progress import NO_PROGRESS, Progress

_FOUND_OUT = CustomerChoice()


def build_customers(
    mended: MendedTable,
    choice: CustomerChoice = _FOUND_OUT,
    *,
    progress: Progress = NO_PROGRESS,
) -> CustomerTable:
    """Give one row per customer: the rows as they are, or what order lines add up to.

    What a table beside says of them is added, see ``with_beside``.

    Raises
    ------
    BadValue
        ``choice.table`` is neither ``customers`` nor ``orders``, or as ``sum_up_orders``.
    ColumnMissing, ColumnNotANumber, ColumnNotADate, NoOrders
        As ``sum_up_orders``.
    CustomersUnknown, DatesUnknown, AmountsUnknown
        As ``sum_up_orders``.

    Examples
    --------
    >>> from desktop_app.core.checking.mending import mend
    >>> from desktop_app.core.checking.understanding import check_table
    >>> from desktop_app.core.intake.tables import RawTable
    >>> raw = RawTable.from_rows(["Customer ID", "Spend"], [["a1", "31"], ["a2", "44.5"]])
    >>> table = build_customers(mend(check_table(raw), ()))
    >>> table.n_customers, table.customer_id, table.money
    (2, 'Customer ID', 'Spend')
    """
    checked = mended.checked
    kind = choice.table or checked.kind.value
    if kind == TableKind.CUSTOMERS.value:
        return with_beside(_rows_as_they_are(mended, choice), checked, progress=progress)
    if kind == TableKind.ORDERS.value:
        parts = order_parts(checked, choice)
        purchases = sum_up_orders(mended, choice, progress=progress)
        assert parts.customer is not None
        table = recency_frequency_money(
            purchases, parts.customer, _sign(checked, parts, purchases.summary.currency)
        )
        table = with_beside(table, checked, progress=progress)
        table = with_classic_view(table, _history_columns(parts.customer))
        return table if purchases.are_of_one_way else _named_customer(table)
    raise BadValue(what="table", value=kind)


def _named_customer(table: CustomerTable) -> CustomerTable:
    """Call customers, some of whom are known by their name only, no longer by "Email"."""
    taken = {name.casefold() for name in table.original.columns} - {table.customer_id}
    name = free_name(CUSTOMER, lambda name: name.casefold() in taken)
    new_name = {table.customer_id: name}
    return replace(
        table,
        facts=table.frame.rename(columns=new_name),
        written=table.original.rename(columns=new_name),
        columns=tuple(replace(c, name=new_name.get(c.name, c.name)) for c in table.columns),
        customer_id=name,
    )


def _history_columns(id_name: str) -> HistoryColumns:
    names = fact_names(id_name)
    return HistoryColumns(names[RECENCY], names[FREQUENCY], names[MONEY], names[AGE])


def _sign(checked: CheckedTable, parts: OrderColumns, currency: str) -> str:
    """Give the sign of the currency that counts, else the one at the amounts."""
    return sign_of(currency) or checked.column(parts.amount or parts.price or "").sign


def _rows_as_they_are(mended: MendedTable, choice: CustomerChoice) -> CustomerTable:
    checked = mended.checked
    columns = tuple(map(_as_fact_of_a_customer, checked.columns))
    if choice.customer_id is not None and choice.customer_id not in checked.raw.header:
        raise ColumnMissing(column=choice.customer_id, columns=checked.raw.header)
    table = CustomerTable(
        facts=checked,
        columns=columns,
        written=checked.raw,
        customer_id=choice.customer_id or _identity(columns, checked.n_rows),
        money=_money(columns),
    )
    return _without(table, mended)


def _without(table: CustomerTable, mended: MendedTable) -> CustomerTable:
    """Take the rows that are gone off the list, and mark those that form no segments."""
    if not len(mended.gone):
        return replace(table, left_out=mended.left_out)
    stays = np.ones(table.n_customers, dtype=bool)
    stays[mended.gone] = False
    place_of_row = np.cumsum(stays) - 1
    return replace(
        table,
        facts=table.frame[stays].reset_index(drop=True),
        written=table.original[stays].reset_index(drop=True),
        left_out=place_of_row[mended.left_out],
    )


def _as_fact_of_a_customer(column: Column) -> Column:
    """Undo what only makes sense in an order line, for a list that is kept as it is."""
    match column.role:
        case Role.AMOUNT if column.kind is Kind.NUMBER:
            return replace(column, role=Role.FEATURE)
        case Role.DATE:
            return replace(column, role=Role.DESCRIBE)
        case Role.ORDER_ID:
            return replace(column, role=Role.ID)
    return column


def _identity(columns: tuple[Column, ...], n_rows: int) -> str | None:
    """The column that tells customers apart: numbers or codes, else e-mail, else the name."""

    def merit(column: Column) -> tuple[bool, bool, bool, bool]:
        is_telling = column.n_empty == 0 and column.n_distinct == n_rows
        is_code = column.role is Role.ID
        is_email = speaks_of(column.name, Topic.EMAIL)
        return is_telling, is_code, speaks_of(column.name, Topic.CUSTOMER) and is_code, is_email

    candidates = [
        column
        for column in columns
        if column.role is Role.ID
        or (
            column.role is Role.CONTACT
            and (speaks_of(column.name, Topic.EMAIL) or is_person_name(column.name))
        )
    ]
    return max(candidates, key=merit).name if candidates else None


def _money(columns: tuple[Column, ...]) -> str | None:
    """The column that says what a customer spent in all; an income is not money spent."""
    ranked = [
        (place, column.name)
        for column in columns
        if column.kind is Kind.NUMBER
        and column.role is Role.FEATURE
        and (place := rank(column.name, Topic.SPENT)) is not None
        and not speaks_of(column.name, Topic.NO_MONEY, Topic.AVERAGE, Topic.NO_AMOUNT)
    ]
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None
