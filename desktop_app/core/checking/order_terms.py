"""How the lines of an order file are meant: which count, what comes back, who is who.

What a shop system's own terms are stands in ``shop_exports``; tables that are known by their shape
only have the plain ones.
"""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
import numpy.typing as npt

from desktop_app.core.checking.headers.vocabulary import CANCELLED_STATUS, REFUNDED_STATUS
from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.core.checking.texts import WordArray
from desktop_app.core.checking.values import NO_WORDS, is_empty_word

TAKEN_OUT, COUNTS, UNSAID = 1, 0, -1


@dataclass(frozen=True, slots=True)
class LineRule:
    """Lines that do not count for a stated reason, told by the words in one column.

    A line is taken out whose word is one of ``words`` (in small letters) or holds one of
    ``phrases``; with ``is_kept`` these are the lines that stay. With ``is_of_order`` one such line
    takes out all lines of its order. Without any words whatever stands there does so, such as a date
    of cancelling, unless it is a no. ``unless`` names a column that saves a line with a yes.
    """

    column: str
    reason: str
    words: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    is_kept: bool = False
    is_of_order: bool = False
    unless: str | None = None

    @property
    def speaks_for_others(self) -> bool:
        """One line of an order may take out lines that say something else themselves."""
        return self.is_of_order or not (self.words or self.phrases)

    def tell(self, words: WordArray) -> npt.NDArray[np.int8]:
        """Tell of each word whether its lines are taken out, count, or leave it unsaid.

        >>> rule = LineRule("Status", "cancelled", frozenset({"void"}))
        >>> rule.tell(np.array(["VOID", "paid", ""], dtype=object)).tolist()
        [1, 0, -1]
        """
        if not (self.words or self.phrases):
            is_no = np.array([word.casefold() in NO_WORDS for word in words], dtype=bool)
            return np.where(is_no | is_empty_word(words), UNSAID, TAKEN_OUT).astype(np.int8)
        said = [self._tell(word.casefold()) if word else UNSAID for word in words]
        return np.array(said, dtype=np.int8)

    def _tell(self, word: str) -> int:
        is_named = word in self.words or any(phrase in word for phrase in self.phrases)
        if is_named == self.is_kept:
            return UNSAID if self.is_of_order else COUNTS
        return TAKEN_OUT


@dataclass(frozen=True, slots=True)
class Returns:
    """Lines that give money back: those with one of ``words``; what they say is below zero.

    ``customer`` and ``order_id`` name who and which order where such lines say it elsewhere.
    """

    column: str
    words: frozenset[str]
    customer: str | None = None
    order_id: str | None = None


@dataclass(frozen=True, slots=True)
class OrderTerms:
    """What holds for the lines of a file beyond the parts that they consist of.

    ``rules``: the first that takes a line out gives the reason. ``customers``: ways to know a
    customer, each by one or more columns, the next where the one before is blank. ``discount``
    lowers the amount of its line; ``discount_marks`` are columns that say something where there was
    one, such as its code. ``category`` is what was bought. ``is_amount_of_order``: an amount is
    that of the whole order, however many lines repeat it. ``has_only_income``: what is below zero
    and nothing that came back is no sale. ``has_equal_lines``: equal lines are two
    coffees, not one line read twice. ``currency`` says in which money an amount is.
    ``is_known_by_name``: two people of one name cannot be told apart.
    """

    rules: tuple[LineRule, ...] = ()
    customers: tuple[tuple[str, ...], ...] = ()
    returns: Returns | None = None
    amount: str | None = None
    discount: str | None = None
    discount_marks: tuple[str, ...] = ()
    category: str | None = None
    currency: str | None = None
    order_id: str | None = None
    is_amount_of_order: bool = False
    has_only_income: bool = False
    has_equal_lines: bool = False
    is_known_by_name: bool = False

    def for_parts(self, parts: OrderColumns) -> Self:
        """Give the terms without those that went with a column that the user replaced."""
        terms = self
        if not terms.customers or terms.customers[0][0] != parts.customer:
            customers = () if parts.customer is None else ((parts.customer,),)
            returns = None if terms.returns is None else replace(terms.returns, customer=None)
            terms = replace(terms, customers=customers, returns=returns, is_known_by_name=False)
        if terms.amount != (parts.amount or parts.price):
            terms = replace(terms, discount=None, is_amount_of_order=False)
        if terms.returns is not None and terms.order_id != parts.order_id:
            terms = replace(terms, returns=replace(terms.returns, order_id=None))
        return terms


def terms_by_shape(parts: OrderColumns) -> OrderTerms:
    """Give the terms of a file that no shop system is known to have written.

    Of a status that says paid back nothing is left, unless a column tells how much came back.

    >>> terms = terms_by_shape(OrderColumns(status="Status"))
    >>> [rule.reason for rule in terms.rules]
    ['cancelled', 'refunded']
    """
    rules = []
    if parts.status is not None:
        rules.append(LineRule(parts.status, "cancelled", CANCELLED_STATUS))
    if parts.cancelled is not None:
        rules.append(LineRule(parts.cancelled, "cancelled"))
    if parts.status is not None and parts.refund is None:
        rules.append(LineRule(parts.status, "refunded", REFUNDED_STATUS))
    return OrderTerms(tuple(rules), amount=parts.amount or parts.price, order_id=parts.order_id)
