"""A column at one glance: what its values are, and what it is used for."""

from collections.abc import Callable
from datetime import date

from desktop_app.core.checking.columns import Column, Kind
from desktop_app.i18n import _, ngettext
from desktop_app.wording.columns import kind_words, unfit_words
from desktop_app.wording.facts import upper_first
from desktop_app.wording.numbers import Formats

_USES: dict[str, Callable[[], str]] = {
    "feature": lambda: _("Can form groups"),
    "describe": lambda: _("Describes"),
    "id": lambda: _("Customer ID"),
    "contact": lambda: _("Contact details"),
    "consent": lambda: _("Agreed to mail"),
    "ignore": lambda: _("Not used"),
    "customer": lambda: _("Who bought"),
    "date": lambda: _("Day of the order"),
    "amount": lambda: _("Amount"),
    "order_id": lambda: _("Order number"),
    "quantity": lambda: _("How many"),
    "price": lambda: _("Price of one"),
    "refund": lambda: _("Paid back"),
    "status": lambda: _("State of the order"),
    "cancelled": lambda: _("Cancelled on"),
    "unused": lambda: _("Not used"),
}

_ORDERS: dict[str, Callable[[], str]] = {
    "dmy": lambda: _("day first"),
    "mdy": lambda: _("month first"),
}

_MOST_NAMES = 5
_ALIKE: dict[str, Callable[[int], str]] = {
    "identifier_column": lambda n: ngettext(
        "names a person. It forms no groups.", "name a person. They form no groups.", n
    ),
    "constant_column": lambda n: ngettext(
        "is the same for everyone. It forms no groups.",
        "are the same for everyone. They form no groups.",
        n,
    ),
    "too_many_categories": lambda n: ngettext(
        "has too many different words to help.", "have too many different words to help.", n
    ),
}

ALIKE = tuple(_ALIKE)
"""Findings about columns that are told in one sentence for all of their columns."""

USES = tuple(_USES)
"""Every use that has words: roles of a column in a list, parts of an order line."""


def use_words(use: str) -> str:
    """Say what a column is used for, as a choice in a list."""
    assert use in _USES, use
    return _USES[use]()


def look_words(
    column: Column, middle: float | None, formats: Formats, *, in_orders: bool = False
) -> str:
    """Say what the values are, or why they cannot form groups, and how many are empty.

    Of a date it is always said whether the day or the month was taken to come first.

    >>> from desktop_app.core.checking.columns import Role
    >>> age = Column("Age", Kind.NUMBER, Role.FEATURE, n_empty=2)
    >>> look_words(age, 38.9, Formats())
    'Middle 39, 2 empty'
    """
    if column.kind is Kind.EMPTY:
        return upper_first(kind_words(column.kind))
    if column.unfit is not None and not in_orders and column.kind is not Kind.DATE:
        words = unfit_words(column)
    else:
        words = _values_words(column, middle, formats)
    if column.n_empty:
        empty = _("{n} empty").format(n=formats.count(column.n_empty))
        words = _("{values}, {empty}").format(values=words, empty=empty)
    return upper_first(words)


def alike_words(code: str, names: list[str]) -> tuple[str, str]:
    """Give the columns of which the same is told as one title, and the sentence that goes on.

    >>> alike_words("constant_column", ["Land", "Shop"])
    ('Land, Shop', 'are the same for everyone. They form no groups.')
    """
    shown, n_more = ", ".join(names[:_MOST_NAMES]), len(names) - _MOST_NAMES
    if n_more > 0:
        shown = ngettext("{names} and {n} more", "{names} and {n} more", n_more).format(
            names=shown, n=n_more
        )
    return shown, _ALIKE[code](len(names))


def _values_words(column: Column, middle: float | None, formats: Formats) -> str:
    if column.kind is Kind.NUMBER:
        if middle is None:
            return kind_words(column.kind)
        return _("middle {value}").format(value=formats.value(middle, column))
    if column.kind is Kind.DATE and isinstance(column.maximum, str):
        last = formats.date(date.fromisoformat(column.maximum[:10]))
        order = _ORDERS.get(column.date_order or "")
        words = _("last on {day}").format(day=last)
        return _("{words}, {order}").format(words=words, order=order()) if order else words
    if column.kind is Kind.YES_NO:
        return kind_words(column.kind)
    n = column.n_distinct
    return ngettext("{n} value", "{n} different", n).format(n=formats.count(n))
