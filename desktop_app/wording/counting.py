"""What counts of a file of order lines, as a ledger that ends in the cent.

The sum of all lines, less what each rule takes out, is what the customers are counted with. Sums
that do not agree would be a mistake of ours, and are said to be one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.core.checking.values import money_sign
from desktop_app.core.customers.table import REVERSIBLE
from desktop_app.i18n import _, ngettext
from desktop_app.wording.shop_exports import reason_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.checking.order_shape import OrderColumns
    from desktop_app.core.customers.table import CurrencyLines, OrdersSummary, RuleEffect
    from desktop_app.wording.numbers import Formats

_PARTS = 10_000  # of money, as orders are added up
_CENT = 100  # of these parts
_LEAST_DIGITS, _MOST_DIGITS = 2, 4


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of the ledger: what it is about, and its money, ``""`` where it has none.

    ``reason`` is the rule behind it; ``is_open``: the user may let its lines count, and they do if
    ``is_counted``. ``advice`` says what can be done about a rule that cannot be switched.
    """

    words: str
    money: str
    reason: str = ""
    is_open: bool = False
    is_counted: bool = False
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All lines of the file, a line for each reason, and what was counted.

    ``gap`` is a sentence if the sums do not agree, ``""`` as they should.
    """

    first: LedgerLine
    reasons: tuple[LedgerLine, ...]
    last: LedgerLine
    gap: str = ""


def ledger_of(orders: OrdersSummary, sign: str, formats: Formats) -> Ledger:
    """Give the ledger of ``orders``, whose amounts are written with ``sign``.

    >>> from desktop_app.core.customers.table import OrdersSummary, RuleEffect
    >>> from desktop_app.wording.numbers import Formats
    >>> effects = (RuleEffect("cancelled", 14, 420.0),)
    >>> orders = OrdersSummary(90, 70, 40, total=500.5, file_total=920.5, effects=effects)
    >>> ledger = ledger_of(orders, "€", Formats())
    >>> [(line.words, line.money) for line in (ledger.first, *ledger.reasons, ledger.last)]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('All 90 lines in the file', '€920.50'),
     ('14 lines of cancelled orders do not count.', '−€420.00'),
     ('Counted for 40 customers, 70 orders', '€500.50')]
    """
    amounts = [_parts(effect.amount) for effect in orders.effects]
    digits = _digits((_parts(orders.file_total), _parts(orders.total), *amounts))

    def money(amount: float) -> str:
        return formats.money(amount, sign, digits)

    is_one_of_several = len(orders.currencies) > 1
    told = [e for e in orders.effects if not (is_one_of_several and _is_foreign(e))]
    return Ledger(
        first=LedgerLine(_all_lines(orders, formats), money(orders.file_total)),
        reasons=tuple(_line(effect, money(-effect.amount), formats) for effect in told),
        last=LedgerLine(_counted(orders, formats), money(orders.total)),
        gap=_gap(orders, sign, formats),
    )


def sign_of(orders: OrdersSummary, column_sign: str) -> str:
    """Give the sign of the amounts: that of the counted currency before that of their column."""
    code = orders.currency.strip()
    return money_sign(f"1 {code.upper()}") or code or column_sign if code else column_sign


def currencies_sentence(currencies: Sequence[CurrencyLines], formats: Formats) -> str:
    """Say how many lines are in which currency; ``""`` for a file with only one.

    >>> from desktop_app.core.customers.table import CurrencyLines
    >>> from desktop_app.wording.numbers import Formats
    >>> several = (CurrencyLines("EUR", 1200, 9.0), CurrencyLines("USD", 300, 5.0))
    >>> currencies_sentence(several, Formats())
    'The file holds 1,200 lines in EUR and 300 in USD. They are not added up.'
    """
    if len(currencies) < 2:
        return ""
    first, *others = currencies
    lines = ngettext("{n} line in {currency}", "{n} lines in {currency}", first.n_lines)
    told = [lines.format(n=formats.count(first.n_lines), currency=first.currency)]
    more = _("{n} in {currency}")
    told += [more.format(n=formats.count(o.n_lines), currency=o.currency) for o in others]
    names = _("{these} and {last}").format(these=", ".join(told[:-1]), last=told[-1])
    return _("The file holds {lines}. They are not added up.").format(lines=names)


def span_sentence(orders: OrdersSummary, formats: Formats) -> str:
    """Say from which to which day the orders go that count; ``""`` if no order has a day."""
    if not orders.first_day or not orders.last_day:
        return ""
    days = [date.fromisoformat(day) for day in (orders.first_day, orders.last_day)]
    if days[0] == days[1]:
        return _("All orders that count are of {day}.").format(day=formats.date(days[0]))
    return _("The orders that count go from {first} to {last}.").format(
        first=formats.date(days[0]), last=formats.date(days[1])
    )


def parts_sentence(parts: OrderColumns) -> str:
    """Say which column tells who, when, how much, and which order."""
    named = [
        (_("who bought: {column}"), parts.customer),
        (_("when: {column}"), parts.date),
        (_("how much: {column}"), parts.amount or parts.price),
        (_("which order: {column}"), parts.order_id),
    ]
    told = "; ".join(words.format(column=f"“{name}”") for words, name in named if name)
    return _("Columns that are used – {columns}.").format(columns=told)


def look_back_words(months: int | None) -> str:
    """Name how far to look back."""
    if months is None:
        return _("everything")
    return ngettext("{n} month", "{n} months", months).format(n=months)


def as_of_words() -> str:
    """Name the day that is counted back from if nobody says otherwise."""
    return _("the day after the last order")


def switch_label(reason: str, *, is_counted: bool) -> str:
    """Name, for undo, that the lines of a rule count or do not."""
    names = {
        "duplicate": _("lines that appear twice"),
        "cancelled": _("cancelled orders"),
        "pending": _("unpaid orders"),
        "no_sale": _("lines that are no sales"),
        "refunded": _("refunded orders"),
        "zero_amount": _("lines that cost nothing"),
    }
    words = _("count {lines}") if is_counted else _("leave out {lines}")
    return words.format(lines=names[reason])


def switch_words(reason: str) -> tuple[str, str]:
    """Give what the two sides of a rule's switch are called: it holds, or its lines count."""
    if reason == "duplicate":
        return _("Count once"), _("Count both")
    if reason == "refunded":
        return _("Take off"), _("Leave in")
    return _("Leave out"), _("Count them")


def _line(effect: RuleEffect, money: str, formats: Formats) -> LedgerLine:
    is_open = effect.reason in REVERSIBLE
    return LedgerLine(
        reason_sentence(effect.reason, effect.n_lines, formats, is_counted=effect.is_counted),
        "" if effect.is_counted or _is_foreign(effect) else money,
        effect.reason,
        is_open=is_open,
        is_counted=effect.is_counted,
        advice="" if is_open else _advice(effect.reason, effect.n_lines),
    )


def _advice(reason: str, n: int) -> str:
    words = {
        "left_out": _("You can take that back on Check."),
        "no_customer": ngettext(
            "There is nobody to count it for.", "There is nobody to count them for.", n
        ),
        "other_currency": ngettext(
            "It counts if you choose its currency.", "They count if you choose their currency.", n
        ),
        "after_as_of": ngettext(
            "It counts if you choose a later day to count back from.",
            "They count if you choose a later day to count back from.",
            n,
        ),
        "before_window": ngettext(
            "It counts if you look back further.", "They count if you look back further.", n
        ),
    }
    return words[reason]


def _all_lines(orders: OrdersSummary, formats: Formats) -> str:
    n = orders.n_lines
    if len(orders.currencies) > 1:
        n = sum(c.n_lines for c in orders.currencies if c.currency == orders.currency)
        words = ngettext("The {n} line in {currency}", "All {n} lines in {currency}", n)
        return words.format(n=formats.count(n), currency=orders.currency)
    return ngettext("The {n} line in the file", "All {n} lines in the file", n).format(
        n=formats.count(n)
    )


def _counted(orders: OrdersSummary, formats: Formats) -> str:
    n_customers, n_orders = orders.n_customers, orders.n_orders
    return _("Counted for {customers}, {orders}").format(
        customers=ngettext("{n} customer", "{n} customers", n_customers).format(
            n=formats.count(n_customers)
        ),
        orders=ngettext("{n} order", "{n} orders", n_orders).format(n=formats.count(n_orders)),
    )


def _gap(orders: OrdersSummary, sign: str, formats: Formats) -> str:
    taken_out = sum(_parts(effect.amount) for effect in orders.effects if not effect.is_counted)
    gap = _parts(orders.file_total) - taken_out - _parts(orders.total)
    if not gap:
        return ""
    amount = formats.money(abs(gap) / _PARTS, sign, _digits((gap,)))
    return _(
        "These amounts differ by {amount}. That is a mistake of this program, not of your file: "
        "please tell its makers."
    ).format(amount=amount)


def _is_foreign(effect: RuleEffect) -> bool:
    return effect.reason == "other_currency"


def _parts(amount: float) -> int:
    return round(amount * _PARTS)


def _digits(amounts: Sequence[int]) -> int:
    """Give so many decimals that all amounts are exact, two at least."""
    digits = _MOST_DIGITS
    while digits > _LEAST_DIGITS and all(
        parts % 10 ** (_MOST_DIGITS - digits + 1) == 0 for parts in amounts
    ):
        digits -= 1
    return digits
