"""Which columns make up an order line, and what holds for the lines: the user's words first."""

from dataclasses import replace

from desktop_app.core.checking.checked import CheckedTable
from desktop_app.core.checking.columns import Kind
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import is_exactly
from desktop_app.core.checking.order_marks import category_column, discount_columns
from desktop_app.core.checking.order_shape import OrderColumns, going_with
from desktop_app.core.checking.order_terms import OrderTerms, terms_by_shape
from desktop_app.core.checking.shop_exports.recognising import shop_export
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.errors import (
    AmountsUnknown,
    BuyersNotInExport,
    ColumnMissing,
    CustomersUnknown,
    DatesUnknown,
)


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
    parts = checked.order_columns
    if choice.amount is not None:
        parts = parts.with_amount(choice.amount, header)
    parts = replace(parts, **given)
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
    known = checked.order_terms or terms_by_shape(parts)
    terms = known.for_parts(parts)
    currency = terms.currency or _currency(checked)
    return replace(
        terms,
        currency=going_with(parts.amount, known.amount, currency, checked.raw.header),
        discount_marks=terms.discount_marks or discount_columns(checked.columns, parts),
        category=terms.category or category_column(checked.columns, parts),
    )


def _currency(checked: CheckedTable) -> str | None:
    """Give the column that names the currency of amounts, and nothing else."""
    named = [
        column
        for column in checked.columns
        if column.kind in (Kind.CATEGORY, Kind.TEXT)
        and column.n_distinct
        and is_exactly(column.name, Topic.CURRENCY)
    ]
    return min(named, key=lambda c: (c.n_empty, c.name)).name if named else None
