"""Which shop system wrote a table, told by its headers, and what that makes of its columns."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from desktop_app.core.checking.columns import ColumnChoice, Kind
from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.core.checking.order_terms import LineRule, OrderTerms, Returns
from desktop_app.core.checking.shop_exports.accounts import ACCOUNTS
from desktop_app.core.checking.shop_exports.declaring import Headers, Layout, Sales, ShopExport
from desktop_app.core.checking.shop_exports.online_shops import ONLINE_SHOPS
from desktop_app.core.checking.shop_exports.tills import TILLS
from desktop_app.core.checking.shop_exports.woocommerce import WOOCOMMERCE
from desktop_app.core.intake.tables import RawTable

SHOP_EXPORTS: tuple[ShopExport, ...] = (*ONLINE_SHOPS, *WOOCOMMERCE, *TILLS, *ACCOUNTS)
"""All that are known; the first that fits is it."""
_ROWS_LOOKED_AT = 50  # for what values begin with

IsFilled = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Recognised:
    """An export that was recognised, and the columns by the headers of its declaration."""

    export: ShopExport
    column_by_header: Mapping[str, str]

    def choices(self) -> Iterator[ColumnChoice]:
        """Give what the system says of the columns, as if the user had said it."""
        for header, role in self.export.roles.items():
            if (name := self._column(header)) is not None:
                yield ColumnChoice(name, role=role)
        sales = self.export.sales
        if sales is None:
            return
        for header in sales.date:
            if (name := self._column(header)) is not None:
                yield ColumnChoice(name, kind=Kind.DATE, date_order=sales.date_order)
        for header in (
            *sales.amount,
            *sales.quantity,
            *sales.price,
            *sales.refund,
            *sales.discount,
        ):
            if (name := self._column(header)) is not None:
                yield ColumnChoice(name, kind=Kind.NUMBER)

    def parts(self, sales: Sales, is_filled: IsFilled) -> OrderColumns:
        """Give the columns that make up an order line."""
        customers = self._customers(sales, is_filled)
        amount = self._first(sales.amount, is_filled)
        return OrderColumns(
            customer=customers[0][0] if customers else None,
            date=self._first(sales.date, is_filled),
            amount=amount,
            order_id=self._first(sales.order_id, is_filled),
            quantity=None if amount else self._first(sales.quantity, is_filled),
            price=None if amount else self._first(sales.price, is_filled),
            refund=self._first(sales.refund, is_filled),
        )

    def terms(self, sales: Sales, parts: OrderColumns, is_filled: IsFilled) -> OrderTerms:
        """Give what holds for the lines beyond ``parts``."""
        return OrderTerms(
            rules=tuple(self._rules(sales, is_filled)),
            customers=self._customers(sales, is_filled),
            returns=self._returns(sales.returns),
            amount=parts.amount or parts.price,
            discount=self._first(sales.discount, is_filled),
            discount_marks=self._all(sales.discount_marks, is_filled),
            category=self._first(sales.category, is_filled),
            currency=self._first(sales.currency, is_filled),
            order_id=parts.order_id,
            is_amount_of_order=sales.is_amount_of_order,
            has_only_income=sales.has_only_income,
            has_equal_lines=sales.has_equal_lines,
            is_known_by_name=sales.is_known_by_name,
        )

    def _column(self, header: str) -> str | None:
        return self.column_by_header.get(header.casefold())

    def _first(self, among: Headers, is_filled: IsFilled) -> str | None:
        return next(iter(self._all(among, is_filled)), None)

    def _all(self, among: Headers, is_filled: IsFilled) -> tuple[str, ...]:
        names = (self._column(header) for header in among)
        return tuple(name for name in names if name is not None and is_filled(name))

    def _customers(self, sales: Sales, is_filled: IsFilled) -> tuple[tuple[str, ...], ...]:
        ways = []
        for way in sales.customers:
            names = [self._column(header) for header in way]
            known = tuple(name for name in names if name is not None and is_filled(name))
            if known and known[0] == names[0]:
                ways.append(known)
        return tuple(ways)

    def _rules(self, sales: Sales, is_filled: IsFilled) -> Iterator[LineRule]:
        for rule in sales.rules:
            name = self._column(rule.column)
            if name is not None and is_filled(name):
                unless = None if rule.unless is None else self._column(rule.unless)
                yield replace(rule, column=name, unless=unless)

    def _returns(self, returns: Returns | None) -> Returns | None:
        if returns is None or (name := self._column(returns.column)) is None:
            return None
        return replace(
            returns,
            column=name,
            customer=returns.customer and self._column(returns.customer),
            order_id=returns.order_id and self._column(returns.order_id),
        )


def recognise(raw: RawTable) -> Recognised | None:
    """Tell which shop system wrote a table; ``None`` if none that is known.

    >>> raw = RawTable.from_rows(["LEID", "Email Address", "EUID"], [["1", "a@a.example", "x"]])
    >>> found = recognise(raw)
    >>> found and found.export.word
    'mailchimp_audience'
    """
    return next(filter(None, (_as_export(raw, export) for export in SHOP_EXPORTS)), None)


def shop_export(word: str | None) -> ShopExport | None:
    """Give a kind of export by its fixed name; ``None`` if there is none.

    >>> export = shop_export("etsy_orders")
    >>> export and export.system
    'Etsy'
    """
    return next((export for export in SHOP_EXPORTS if export.word == word), None)


def _as_export(raw: RawTable, export: ShopExport) -> Recognised | None:
    names = {_plain(o): name for name, o in zip(raw.header, raw.original_header, strict=True)}
    if any(signature <= names.keys() for signature in export.signatures):
        found = Recognised(export, names)
        return found if _starts_right(raw, found) else None
    if export.layout is None or not _is_laid_out(raw, export.layout):
        return None
    places = (*export.layout.places, *export.layout.optional)
    return Recognised(export, dict(zip(map(str.casefold, places), raw.header, strict=False)))


def _plain(header: str) -> str:
    return header.strip(" \ufeff\"'\t").casefold()


def _starts_right(raw: RawTable, found: Recognised) -> bool:
    """Tell whether the values begin as those of the export do."""
    for header, starts in found.export.starts.items():
        words = list(_filled(raw, raw.header.index(found.column_by_header[header])))
        if not words or not all(word.startswith(starts) for word in words):
            return False
    return True


def _is_laid_out(raw: RawTable, layout: Layout) -> bool:
    """Tell whether in each place stands what the layout says."""
    n_more = len(raw.header) - len(layout.places)
    if not 0 <= n_more <= len(layout.optional) or raw.n_rows == 0:
        return False
    for header, values in layout.values.items():
        words = list(_filled(raw, layout.places.index(header)))
        if not words or not all(re.fullmatch(values, word) for word in words):
            return False
    return True


def _filled(raw: RawTable, place: int) -> Iterator[str]:
    """Give the first values of a column, empty ones aside."""
    words = (row[place].strip() for row in raw.head(_ROWS_LOOKED_AT))
    return (word for word in words if word)
