"""What customers do from order to order: how long they wait, what for, and what comes back.

Asks the table ``orders`` of some customers at a time, and their lines that count, in ``kept``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from desktop_app.core.checking.checked import FloatArray, IntArray
from desktop_app.core.checking.texts import WordArray
from desktop_app.core.customers.orders.window import DaysThatCount
from desktop_app.core.customers.table import Clock
from desktop_app.core.intake.questions import Questions

_MEDIAN, _MOST, _NEARLY_ALL = 50, 80, 95  # percent of all gaps
_DAYS = "SELECT customer, day FROM orders WHERE counts AND day IS NOT NULL"
_FAVOURITES = """
    SELECT customer, arg_min(category, (-money, category)) AS category FROM (
        SELECT customer, category, sum(net) AS money FROM kept
        WHERE category IS NOT NULL AND {share} GROUP BY customer, category
    ) WHERE money > 0 GROUP BY customer
"""
_PAID_BACK = """
    SELECT customer, sum(paid)::BIGINT AS money FROM judged
    WHERE why = 'refunded' AND customer IS NOT NULL AND {counts} GROUP BY customer
"""


@dataclass(frozen=True, slots=True, eq=False)
class Habits:
    """What each customer does from order to order; ``None`` where nobody's orders tell.

    All arrays (n_customers,). ``days_between``: the median number of days between two days with
    an order, NaN = there is only one. ``with_discount``: the percentage of orders with a discount.
    ``given_back``: the percentage of the money paid that was paid back, at most 100. ``category``:
    that of which they bought for the most money, the first of the alphabet among equals, ``""`` =
    unknown.
    """

    days_between: FloatArray | None = None
    with_discount: FloatArray | None = None
    given_back: FloatArray | None = None
    category: WordArray | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Gaps:
    """How many ``days`` lie between two days on which a customer ordered: ascending by customer."""

    customers: IntArray
    days: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Favourites:
    """The category of which each of some customers bought most."""

    customers: IntArray
    words: WordArray


def gaps_between_orders(questions: Questions) -> Gaps:
    """Give the gaps of the customers whose ``orders`` there are."""
    found = questions.arrays(_DAYS)
    return gaps_between(np.asarray(found["customer"]), np.asarray(found["day"]))


def gaps_between(customers: IntArray, days: IntArray) -> Gaps:
    """Give the gaps between the distinct days of each customer, each customer's shortest first.

    >>> gaps = gaps_between(np.array([7, 4, 7, 7, 7]), np.array([30, 9, 10, 30, 15]))
    >>> gaps.customers.tolist(), gaps.days.tolist()
    ([7, 7], [5, 15])
    """
    order = np.lexsort((days, customers))
    customers, days = customers[order], days[order].astype(np.int64)
    gaps = np.diff(days)
    is_gap = (np.diff(customers) == 0) & (gaps > 0)
    customers, gaps = customers[1:][is_gap], gaps[is_gap]
    order = np.lexsort((gaps, customers))
    return Gaps(customers[order], gaps[order])


def favourites(questions: Questions, share: str) -> Favourites:
    """Give the favourite categories of a ``share`` of the customers, a condition of SQL."""
    found = questions.arrays(_FAVOURITES.format(share=share))
    places, words = pd.factorize(found["category"])  # one text for all who share it
    return Favourites(np.asarray(found["customer"]), np.asarray(words, dtype=object)[places])


def paid_back(questions: Questions, days: DaysThatCount) -> tuple[IntArray, IntArray]:
    """Give who got orders paid back as a whole, and how much: no line of them counts."""
    counts = f"(day IS NULL OR day <= {days.last.astype(np.int64)})"
    if days.first is not None:
        counts += f" AND (day IS NULL OR day >= {days.first.astype(np.int64)})"
    found = questions.arrays(_PAID_BACK.format(counts=counts))
    return np.asarray(found["customer"]), np.asarray(found["money"])


def medians(gaps: Gaps, n_customers: int) -> FloatArray:
    """Give the median gap by customer, (n_customers,), NaN where there is none.

    >>> medians(Gaps(np.array([1, 1, 2]), np.array([5, 10, 8])), 3).tolist()
    [nan, 7.5, 8.0]
    """
    counts = np.bincount(gaps.customers, minlength=n_customers)
    firsts = np.cumsum(counts) - counts
    has_gap = counts > 0
    first, n = firsts[has_gap], counts[has_gap]
    middle = np.full(n_customers, np.nan)
    middle[has_gap] = (gaps.days[first + (n - 1) // 2] + gaps.days[first + n // 2]) / 2
    return middle


def clock_of(shares: Sequence[Gaps]) -> Clock | None:
    """Give the quantiles of all gaps, each a number of days that occurs; ``None`` without gaps.

    >>> clock_of([Gaps(np.zeros(5, int), np.array([3, 1, 9, 2, 7]))])
    Clock(median=3.0, most=7.0, nearly_all=7.0, n_gaps=5)
    """
    n_gaps = sum(len(gaps.days) for gaps in shares)
    if not n_gaps:
        return None
    longest = max(int(gaps.days.max(initial=0)) for gaps in shares)
    counts = sum(np.bincount(gaps.days, minlength=longest + 1) for gaps in shares)
    n_up_to = np.cumsum(counts)
    median, most, nearly_all = (
        float(np.searchsorted(n_up_to, (n_gaps - 1) * percent // 100, side="right"))
        for percent in (_MEDIAN, _MOST, _NEARLY_ALL)
    )
    return Clock(median, most, nearly_all, n_gaps)


def habits_of(
    bought: Mapping[str, IntArray],
    gaps: Sequence[Gaps],
    liked: Sequence[Favourites],
    back: tuple[IntArray, IntArray],
) -> Habits:
    """Give the habits of the customers in ``bought``, which are ascending.

    ``back`` is what ``paid_back`` gives: they paid it, and have it back.
    """
    customers = bought["customer"]
    are_there = np.isin(back[0], customers)
    wholly = np.zeros(len(customers), dtype=np.int64)
    wholly[np.searchsorted(customers, back[0][are_there])] = back[1][are_there]
    paid = bought["paid"] + wholly
    return Habits(
        days_between=_days_between(customers, gaps),
        with_discount=percentages(bought["n_discounted"], bought["n_orders"]),
        given_back=percentages(paid - bought["money"], paid),
        category=_categories(customers, liked),
    )


def _days_between(customers: IntArray, shares: Sequence[Gaps]) -> FloatArray | None:
    days = np.full(len(customers), np.nan)
    for gaps in shares:
        places = np.searchsorted(customers, gaps.customers)
        middle = medians(Gaps(places, gaps.days), len(customers))
        days = np.where(np.isnan(middle), days, middle)
    return None if np.isnan(days).all() else days


def _categories(customers: IntArray, shares: Sequence[Favourites]) -> WordArray | None:
    """Give the favourites by customer; nothing is told by a shop of one category."""
    words = np.full(len(customers), "", dtype=object)
    for liked in shares:
        words[np.searchsorted(customers, liked.customers)] = liked.words
    return words if len(set(words) - {""}) > 1 else None


def percentages(parts: IntArray, wholes: IntArray) -> FloatArray | None:
    """Give parts in percent of the wholes, 0 to 100; ``None`` if there are no parts.

    >>> percentages(np.array([1, 0, 3]), np.array([3, 0, 2])).tolist()
    [33.3, 0.0, 100.0]
    """
    if not (parts > 0).any():
        return None
    return np.round(100 * np.clip(parts / np.maximum(wholes, 1), 0, 1), 1)
