"""Which columns make a table one of order lines: who bought, when, for how much.

Knows no shop's own format, only shapes that they share.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from desktop_app.core.checking.columns import Kind
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import header_words, rank, speaks_of

_LINES_PER_CUSTOMER = 1.1  # a list with a few people twice is still a list of customers
_OF_AN_ORDER = ("financial status", "lineitem")
_OFTEN_FILLED = 0.5  # of the rows that have another number: each order has its number
_EMAIL_IS_RARER = 0.5  # an e-mail less than half as often as a name is not how a shop knows people


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """What has to be known of a column to see its part in an order line."""

    name: str
    kind: Kind
    n_filled: int
    n_distinct: int
    holds_emails: bool = False
    is_code: bool = False
    is_person_name: bool = False


@dataclass(frozen=True, slots=True)
class OrderColumns:
    """The parts of an order line; ``None`` = the table has no such column.

    The amount of a line is ``amount``, or ``quantity`` times ``price`` where there is no amount.
    """

    customer: str | None = None
    date: str | None = None
    amount: str | None = None
    order_id: str | None = None
    quantity: str | None = None
    price: str | None = None
    refund: str | None = None
    status: str | None = None
    cancelled: str | None = None

    @property
    def has_amount(self) -> bool:
        """The amount of a line can be told."""
        return self.amount is not None or self.price is not None

    def with_amount(self, amount: str, header: Sequence[str]) -> Self:
        """Give the parts with another amount, and what was paid back of that one."""
        refund = going_with(amount, self.amount, self.refund, header)
        return replace(self, amount=amount, refund=refund)


def going_with(
    amount: str | None, known: str | None, name: str | None, header: Sequence[str]
) -> str | None:
    """Give the column that goes with ``amount`` as ``name`` does with the ``known`` amount.

    >>> header = ["Amount", "Currency", "Converted Amount", "Converted Currency"]
    >>> going_with("Converted Amount", "Amount", "Currency", header)
    'Converted Currency'
    """
    if not (amount and known and name and amount.endswith(known)):
        return name
    own = amount.removesuffix(known) + name
    return own if own in header else name


def find_order_columns(shapes: Iterable[ColumnShape]) -> OrderColumns:
    """Find the parts of an order line among the columns of any table.

    >>> shapes = [
    ...     ColumnShape("Buyer email", Kind.TEXT, 9, 4, holds_emails=True),
    ...     ColumnShape("Day", Kind.DATE, 9, 8),
    ...     ColumnShape("Revenue", Kind.NUMBER, 9, 9),
    ... ]
    >>> parts = find_order_columns(shapes)
    >>> parts.customer, parts.date, parts.amount
    ('Buyer email', 'Day', 'Revenue')
    """
    table = tuple(shape for shape in shapes if shape.n_filled)
    order_id = _order_id(table)
    amount = _best(_numbers(table), Topic.AMOUNT, Topic.NO_AMOUNT)
    price = _best(_numbers(table), Topic.PRICE, Topic.REFUND)
    return OrderColumns(
        customer=_customer(table, order_id),
        date=_date(table),
        amount=amount if amount != price else None,
        order_id=order_id,
        quantity=_best(_numbers(table), Topic.QUANTITY),
        price=price,
        refund=_best(_numbers(table), Topic.REFUND),
        status=_best([s for s in table if s.kind is Kind.CATEGORY], Topic.STATUS),
        cancelled=_best([s for s in table if s.kind is not Kind.NUMBER], Topic.CANCELLED),
    )


def are_order_lines(shapes: Iterable[ColumnShape]) -> bool:
    """Tell whether a table holds order lines: customers who come again, dates and amounts."""
    table = tuple(shapes)
    parts = find_order_columns(table)
    if parts.customer is None or parts.date is None or not parts.has_amount:
        return False
    if _sums_up(parts.date):
        return False
    if parts.order_id is not None:
        return True
    customer = next(shape for shape in table if shape.name == parts.customer)
    return customer.n_filled >= _LINES_PER_CUSTOMER * customer.n_distinct


def _sums_up(header: str) -> bool:
    """Tell whether a header speaks of one of several orders: the last one, or the first."""
    return speaks_of(header, Topic.SUMS_UP)


def _numbers(table: Iterable[ColumnShape]) -> list[ColumnShape]:
    return [shape for shape in table if shape.kind is Kind.NUMBER]


def _best(shapes: Iterable[ColumnShape], topic: Topic, *but_not: Topic) -> str | None:
    ranked = [
        (place, shape.name)
        for shape in shapes
        if (place := rank(shape.name, topic)) is not None and not speaks_of(shape.name, *but_not)
    ]
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _order_id(table: tuple[ColumnShape, ...]) -> str | None:
    codes = [s for s in table if s.is_code and speaks_of(s.name, Topic.ORDER)]
    fullest = max((s.n_filled for s in codes), default=0)
    named = [
        (place, shape.name)
        for shape in codes
        if shape.n_filled >= _OFTEN_FILLED * fullest
        and (place := rank(shape.name, Topic.ORDER)) is not None
    ]
    if named:
        return min(named, key=lambda pair: pair[0])[1]
    if not any(header_words(s.name).startswith(_OF_AN_ORDER) for s in table):
        return None  # the codes below "Name" may be people
    hashed = (s.name for s in table if s.is_code and header_words(s.name) == "name")
    return next(hashed, None)


def _date(table: tuple[ColumnShape, ...]) -> str | None:
    """The date that is filled most often; the day of the order before that of the parcel."""
    dates = [
        s
        for s in table
        if s.kind is Kind.DATE and not speaks_of(s.name, Topic.CANCELLED, Topic.BIRTH)
    ]

    def merit(shape: ColumnShape) -> tuple[bool, bool, int]:
        is_named = speaks_of(shape.name, Topic.ORDER, Topic.DATE)
        return (not _sums_up(shape.name), is_named, shape.n_filled)

    return max(dates, key=merit).name if dates else None


def _customer(table: tuple[ColumnShape, ...], order_id: str | None) -> str | None:
    emails = [s for s in table if s.holds_emails]
    codes = [
        s
        for s in table
        if s.name != order_id and not s.holds_emails and speaks_of(s.name, Topic.CUSTOMER)
        and (s.is_code or s.is_person_name) and s.kind is not Kind.DATE
    ]  # fmt: skip
    email = max(emails, key=lambda s: s.n_filled, default=None)
    code = max((s for s in codes if not s.is_person_name), key=lambda s: s.n_filled, default=None)
    names = [s for s in table if s.is_person_name and s.name != order_id]
    name = max(names, key=lambda s: (speaks_of(s.name, Topic.CUSTOMER), s.n_filled), default=None)
    if code is not None and (email is None or code.n_filled >= email.n_filled):
        return code.name
    if email is not None and (name is None or email.n_filled >= _EMAIL_IS_RARER * name.n_filled):
        return email.name
    best = code or name or email
    return best.name if best else None
