"""Order lines of any shop in one shape: who, which order, which day, how much.

Finds the columns, reads what the choices overrule, and makes one key of every way to write the
same customer. Adds nothing up.
"""

import re
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.checked import CheckedTable, IntArray
from desktop_app.core.checking.columns import Kind
from desktop_app.core.checking.held_cells import texts_of
from desktop_app.core.checking.kinds import Notation, Reading, read_column
from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.core.checking.texts import BoolArray, Texts, WordArray
from desktop_app.core.checking.topics import Topic
from desktop_app.core.checking.values import LARGEST_AMOUNT, NO_WORDS, is_empty_word
from desktop_app.core.checking.vocabulary import CANCELLED_STATUS, REFUNDED_STATUS, speaks_of
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.errors import (
    AmountsUnknown,
    BadValue,
    ColumnMissing,
    ColumnNotADate,
    ColumnNotANumber,
    CustomersUnknown,
    DatesUnknown,
)

PARTS_OF_MONEY = 10_000  # amounts are added as whole ten-thousandths: exact, in any order
_NOBODY = frozenset(
    {"", "0", "nan", "none", "null", "n/a", "na", "-", "guest", "anonymous", "unknown", "#n/a"}
)
_BLANKS = re.compile(r"\s+")
_NONE = -1
_MOST_PARTS = 2.0**62  # the sum of all lines must fit into 64 bits


@dataclass(frozen=True, slots=True, eq=False)
class OrderLines:
    """One entry per row of the file.

    ``customer``: (n,) position in ``keys``, -1 = the line does not say. ``order``: (n,) a number
    per order id, -1 = none. ``day``: (n,) datetime64[D], NaT = unknown. ``gross`` and ``net``:
    (n,) int64 amounts before and after refunds, in ten-thousandths. ``keys``: ascending,
    ``names``: how each is written. ``is_paid_back``: the status says so, nothing is left of it.
    """

    keys: WordArray
    names: WordArray
    customer: IntArray
    order: IntArray
    day: npt.NDArray[np.datetime64]
    gross: IntArray
    net: IntArray
    is_cancelled: BoolArray
    is_paid_back: BoolArray
    is_duplicate: BoolArray


def read_order_lines(checked: CheckedTable, choice: CustomerChoice) -> OrderLines:
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
    parts = order_parts(checked, choice)
    assert parts.customer is not None
    assert parts.date is not None
    order = _orders(checked, parts.order_id)
    gross = _gross_amounts(checked, parts, order)
    keys, names, customer = _customers(checked.series(parts.customer))
    is_cancelled, is_paid_back = _by_status(checked, parts, order)
    return OrderLines(
        keys=keys,
        names=names,
        customer=_filled_down(customer, order),
        order=order,
        day=_days(checked, parts.date, choice.date_order),
        gross=gross,
        net=gross - _refunds(checked, parts),
        is_cancelled=is_cancelled,
        is_paid_back=is_paid_back,
        is_duplicate=_duplicates(checked, parts) & (gross != 0),
    )


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


def customer_key(word: str) -> str:
    """Give one key for every way to write a customer; ``""`` is nobody.

    >>> customer_key("' Ann@Shop.example "), customer_key("17850.0"), customer_key("Guest")
    ('ann@shop.example', '17850', '')
    """
    key = _BLANKS.sub(" ", word.strip().removeprefix("'")).strip().casefold()
    if key.endswith(".0") and key[:-2].isdigit():
        key = key[:-2]
    return "" if key in _NOBODY else key


def _customers(column: pd.Series) -> tuple[WordArray, WordArray, IntArray]:
    """Give the keys, how each is written, and the key of each line (-1: nobody)."""
    texts = Texts.of(_as_words(column))
    key_of_word = np.array([customer_key(word) for word in texts.words], dtype=object)
    keys = np.array(sorted(set(key_of_word) - {""}), dtype=object)
    place_by_key = {key: place for place, key in enumerate(keys)}
    place_of_word = np.array([place_by_key.get(key, _NONE) for key in key_of_word], dtype=np.int64)
    names = np.full(len(keys), "", dtype=object)
    for word, place in sorted(zip(texts.words, place_of_word, strict=True)):
        if place != _NONE and not names[place]:
            names[place] = keys[place] if "@" in word else word.removeprefix("'").strip()
    return keys, names, place_of_word[texts.codes]


def _as_words(column: pd.Series) -> pd.Series:
    if pd.api.types.is_numeric_dtype(column):
        return column.map(lambda value: "" if np.isnan(value) else f"{value:.15g}").astype(object)
    return column.astype(str)


def _orders(checked: CheckedTable, name: str | None) -> IntArray:
    if name is None:
        return np.full(checked.n_rows, _NONE, dtype=np.int64)
    texts = Texts.of(_as_words(checked.series(name)))
    key_of_word = np.array([customer_key(word) for word in texts.words], dtype=object)
    places, keys = pd.factorize(key_of_word)
    return np.where(keys[places] == "", _NONE, places)[texts.codes].astype(np.int64)


def _filled_down(values: IntArray, order: IntArray) -> IntArray:
    """Take a blank for what another line of the same order says; the later lines are often bare."""
    is_bare = (values == _NONE) & (order != _NONE)
    if not is_bare.any():
        return values
    said = pd.Series(values[values != _NONE]).groupby(order[values != _NONE]).min()
    found = said.reindex(order[is_bare]).fillna(_NONE).to_numpy(dtype=np.int64)
    filled = values.copy()
    filled[is_bare] = found
    return filled


def _days(checked: CheckedTable, name: str, order: str | None) -> npt.NDArray[np.datetime64]:
    column = checked.column(name)
    if column.kind is Kind.DATE and order in (None, column.date_order):
        moments = checked.series(name).to_numpy()
    else:
        moments = _read_anew(checked, name, Kind.DATE, order).series().to_numpy()
    if np.isnat(moments).all():
        raise ColumnNotADate(column=name)
    return moments.astype("datetime64[D]")


def _gross_amounts(checked: CheckedTable, parts: OrderColumns, order: IntArray) -> IntArray:
    if parts.amount is not None:
        amounts = _whole_parts(_numbers(checked, parts.amount), parts.amount)
        if speaks_of(parts.amount, Topic.ORDER_TOTAL) and _stands_on_each_line(amounts, order):
            amounts = np.where(pd.Series(order).duplicated(), 0, amounts)
        return amounts
    assert parts.price is not None
    prices = _numbers(checked, parts.price)
    if parts.quantity is None:
        return _whole_parts(prices, parts.price)
    return _whole_parts(prices * _numbers(checked, parts.quantity), parts.price)


def _stands_on_each_line(amounts: IntArray, order: IntArray) -> bool:
    """Tell whether the total of an order is repeated on all of its lines, of which some have several."""
    if (order == _NONE).any() or not pd.Series(order).duplicated().any():
        return False
    by_order = pd.Series(amounts).groupby(order)
    return bool((by_order.min() == by_order.max()).all())


def _refunds(checked: CheckedTable, parts: OrderColumns) -> IntArray:
    """Give what was paid back, as amounts of zero or more, where a column tells it."""
    if parts.refund is None or parts.refund == parts.amount:
        return np.zeros(checked.n_rows, dtype=np.int64)
    return np.abs(_whole_parts(_numbers(checked, parts.refund), parts.refund))


def _numbers(checked: CheckedTable, name: str) -> npt.NDArray[np.float64]:
    if checked.column(name).kind is Kind.NUMBER:
        return checked.series(name).to_numpy(dtype=np.float64)
    reading = _read_anew(checked, name, Kind.NUMBER)
    if reading.n_distinct == 0:
        raise ColumnNotANumber(column=name)
    return reading.series().to_numpy(dtype=np.float64)


def _read_anew(checked: CheckedTable, name: str, kind: Kind, order: str | None = None) -> Reading:
    raw = checked.raw
    notation = Notation(raw.form.decimal, raw.form.is_decimal_told, order)
    return read_column(name, texts_of(raw, name), notation, kind)


def _whole_parts(amounts: npt.NDArray[np.float64], name: str) -> IntArray:
    """Give amounts as whole parts of money, 0 where there is none."""
    known = np.where(np.abs(amounts) <= LARGEST_AMOUNT, amounts, 0.0)
    parts = np.rint(known * PARTS_OF_MONEY)
    if np.abs(parts).sum() > _MOST_PARTS:
        raise BadValue(what="amount", value=name)
    return parts.astype(np.int64)


def _by_status(
    checked: CheckedTable, parts: OrderColumns, order: IntArray
) -> tuple[BoolArray, BoolArray]:
    """Give which lines were cancelled, and which were paid back as a whole, by their status."""
    nothing = np.zeros(checked.n_rows, dtype=bool)
    is_cancelled, is_paid_back = nothing, nothing
    if parts.status is not None:
        texts = Texts.of(checked.series(parts.status))
        is_cancelled = _says(texts, CANCELLED_STATUS, order)
        if parts.refund is None:
            is_paid_back = _says(texts, REFUNDED_STATUS, order)
    if parts.cancelled is not None:
        is_cancelled = is_cancelled | _says_yes(checked, parts.cancelled, order)
    return is_cancelled, is_paid_back


def _says(texts: Texts, listed: frozenset[str], order: IntArray) -> BoolArray:
    said = np.array([word.casefold() in listed for word in texts.words], dtype=np.int64)
    value = np.where(texts.is_blank, _NONE, said)[texts.codes]
    return _filled_down(value, order) == 1


def _says_yes(checked: CheckedTable, name: str, order: IntArray) -> BoolArray:
    """A date of cancelling, or a yes, on any line of an order cancels it."""
    texts = texts_of(checked.raw, name)
    is_no = np.array([word.casefold() in NO_WORDS for word in texts.words], dtype=bool)
    is_yes = ~(is_no | is_empty_word(texts.words))
    return _filled_down(np.where(is_yes, 1, _NONE)[texts.codes], order) == 1


def _duplicates(checked: CheckedTable, parts: OrderColumns) -> BoolArray:
    """Lines equal in every cell to an earlier one of the same order: a file that was read twice.

    Without an order id nothing tells a copy from the second coffee of the day.
    """
    has_copies = any(finding.code == "duplicate_rows" for finding in checked.findings)
    if parts.order_id is None or not has_copies:
        return np.zeros(checked.n_rows, dtype=bool)
    return checked.frame.duplicated().to_numpy()
