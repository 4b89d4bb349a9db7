"""Which shop system wrote a file, and how its lines are meant, in sentences."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.core.checking.shop_exports.recognising import shop_export
from desktop_app.i18n import _, ngettext
from desktop_app.wording.numbers import Formats

if TYPE_CHECKING:
    from desktop_app.core.checking.order_shape import OrderColumns
    from desktop_app.core.checking.order_terms import OrderTerms


def recognised_sentence(recognised: str | None) -> str:
    """Name the shop system that wrote the file, and what it holds; ``""`` if it is none we know."""
    export = shop_export(recognised)
    if export is None:
        return ""
    what = {
        "orders": _("orders"),
        "customers": _("customers"),
        "transactions": _("transactions"),
        "items": _("items"),
        "payments": _("payments"),
        "activity": _("activity"),
        "audience": _("audience"),
        "sales": _("sales"),
    }
    name = " ".join(filter(None, (export.system, what.get(export.word.rpartition("_")[2]))))
    is_with_n = name[0] in "AEIO"
    sentence = _("This is an {name} export.") if is_with_n else _("This is a {name} export.")
    return sentence.format(name=name)


def known_by_sentence(terms: "OrderTerms") -> str:
    """Say what tells customers apart."""
    first, *others = (_together(way) for way in terms.customers)
    sentence = _("Customers are told apart by {columns}.")
    if others:
        sentence = _("Customers are told apart by {columns}, where that is empty by {others}.")
    words = sentence.format(columns=first, others=_(", else by ").join(others))
    if terms.is_known_by_name:
        words = (
            f"{words} {_('Two people of one name count as one: there are no e-mail addresses.')}"
        )
    return words


def worth_sentence(parts: "OrderColumns", terms: "OrderTerms") -> str:
    """Say what an order is worth."""
    worth = _quoted(parts.amount or parts.price or "")
    if parts.amount is None and parts.quantity is not None:
        worth = _("{quantity} times {price}").format(quantity=_quoted(parts.quantity), price=worth)
    less = [name for name in (terms.discount, parts.refund) if name and name != parts.amount]
    if less:
        worth = _("{amount} less {others}").format(amount=worth, others=_together(less))
    if terms.is_amount_of_order:
        return _("An order is worth {amount}, counted once however many lines it has.").format(
            amount=worth
        )
    return _("A line is worth {amount}.").format(amount=worth)


def reason_sentence(reason: str, n: int, formats: Formats, *, is_counted: bool = False) -> str:
    """Say of the ``n`` lines that meet a rule that they do not count, or that they do all the same.

    >>> reason_sentence("pending", 3, Formats(), is_counted=True)
    '3 lines are not paid yet and count all the same.'
    """
    words = _counted_all_the_same(reason, n) if is_counted else _reason(reason, n)
    return words.format(n=formats.count(n))


def _reason(reason: str, n: int) -> str:
    words = {
        "left_out": lambda: ngettext("You left out {n} line.", "You left out {n} lines.", n),
        "duplicate": lambda: ngettext(
            "{n} line appears twice and counts once.", "{n} lines appear twice and count once.", n
        ),
        "cancelled": lambda: ngettext(
            "{n} line of a cancelled order does not count.",
            "{n} lines of cancelled orders do not count.",
            n,
        ),
        "pending": lambda: ngettext(
            "{n} line is not paid yet and does not count.",
            "{n} lines are not paid yet and do not count.",
            n,
        ),
        "no_sale": lambda: ngettext(
            "{n} line is no sale and does not count.", "{n} lines are no sales and do not count.", n
        ),
        "refunded": lambda: ngettext(
            "What came back in {n} line was taken off.",
            "What came back in {n} lines was taken off.",
            n,
        ),
        "no_customer": lambda: ngettext(
            "{n} line does not say who bought and does not count.",
            "{n} lines do not say who bought and do not count.",
            n,
        ),
        "after_as_of": lambda: ngettext(
            "{n} line comes after the day to count from.",
            "{n} lines come after the day to count from.",
            n,
        ),
        "other_currency": lambda: ngettext(
            "{n} line is in another currency and does not count.",
            "{n} lines are in another currency and do not count.",
            n,
        ),
        "before_window": lambda: ngettext(
            "{n} line comes before the time to look back on.",
            "{n} lines come before the time to look back on.",
            n,
        ),
        "zero_amount": lambda: ngettext(
            "{n} line costs nothing and does not count.",
            "{n} lines cost nothing and do not count.",
            n,
        ),
    }
    return words[reason]()


def _counted_all_the_same(reason: str, n: int) -> str:
    words = {
        "duplicate": lambda: ngettext(
            "{n} line appears twice and counts twice.", "{n} lines appear twice and count twice.", n
        ),
        "cancelled": lambda: ngettext(
            "{n} line of a cancelled order counts all the same.",
            "{n} lines of cancelled orders count all the same.",
            n,
        ),
        "pending": lambda: ngettext(
            "{n} line is not paid yet and counts all the same.",
            "{n} lines are not paid yet and count all the same.",
            n,
        ),
        "no_sale": lambda: ngettext(
            "{n} line is no sale and counts all the same.",
            "{n} lines are no sales and count all the same.",
            n,
        ),
        "refunded": lambda: ngettext(
            "What came back in {n} line is not taken off.",
            "What came back in {n} lines is not taken off.",
            n,
        ),
        "zero_amount": lambda: ngettext(
            "{n} line costs nothing and counts all the same.",
            "{n} lines cost nothing and count all the same.",
            n,
        ),
    }
    return words[reason]()


def _together(names: Sequence[str]) -> str:
    return _(" and ").join(map(_quoted, names))


def _quoted(name: str) -> str:
    return f"“{name}”"
