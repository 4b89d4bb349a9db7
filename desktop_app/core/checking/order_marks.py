"""Which columns of order lines tell of a discount and of what kind of thing was bought, by shape."""

from collections.abc import Iterable
from dataclasses import astuple

from desktop_app.core.checking.columns import Column, Kind
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import is_exactly, rank, speaks_of
from desktop_app.core.checking.order_shape import OrderColumns

_NO_MARKS = (Kind.DATE, Kind.EMPTY)


def discount_columns(columns: Iterable[Column], parts: OrderColumns) -> tuple[str, ...]:
    """Give the columns that say something where an order had a discount: its amount or its code.

    >>> from desktop_app.core.checking.columns import Role
    >>> headers = ("Discount code", "Total after discount", "Coupon")
    >>> columns = [Column(header, Kind.TEXT, Role.IGNORE) for header in headers]
    >>> discount_columns(columns, OrderColumns())
    ('Discount code', 'Coupon')
    """
    taken = set(astuple(parts))
    return tuple(
        column.name
        for column in columns
        if column.name not in taken
        and column.kind not in _NO_MARKS
        and speaks_of(column.name, Topic.DISCOUNT)
        and not speaks_of(column.name, Topic.NO_DISCOUNT)
    )


def category_column(columns: Iterable[Column], parts: OrderColumns) -> str | None:
    """Give the column that says what kind of thing was bought; ``None`` if there is none.

    >>> from desktop_app.core.checking.columns import Role
    >>> category_column([Column("Kategorie", Kind.CATEGORY, Role.DESCRIBE)], OrderColumns())
    'Kategorie'
    """
    taken = set(astuple(parts))
    ranked = [
        (place, column.name)
        for column in columns
        if column.name not in taken
        and column.kind in (Kind.CATEGORY, Kind.TEXT)
        and is_exactly(column.name, Topic.CATEGORY)
        and (place := rank(column.name, Topic.CATEGORY)) is not None
    ]
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None
