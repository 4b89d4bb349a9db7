"""What customers do from order to order: how long they wait, what for, and what comes back.

Asks the table ``orders`` of some customers at a time, and their lines that count, in ``kept``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.core.checking.checked import FloatArray, IntArray
from desktop_app.core.checking.texts import WordArray
from desktop_app.core.customers.orders.window import DaysThatCount
from desktop_app.core.customers.table import Clock
from desktop_app.core.intake.questions import Questions

_MEDIAN, _MOST, _NEARLY_ALL = 50, 80, 95  # percent of all gaps
_DAYS = "SELECT customer, day FROM orders WHERE counts AND day IS NOT NULL"
_FAVOURITES = """
    SELECT customer, enum_code(arg_min(category, (-money, category))) AS code FROM (
        SELECT customer, category, sum(net) AS money FROM kept
        WHERE category IS NOT NULL AND {share} GROUP BY customer, category
    ) WHERE money > 0 GROUP BY customer
"""
_CATEGORIES = "SELECT unnest(enum_range(NULL::category))::VARCHAR AS word"
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
class Told:
    """What the orders of some customers tell.

    ``waiting``: who ordered on several days, ascending, and ``waited``, their median gap in days.
    ``n_gaps_by_days``: how many gaps have 0, 1, 2 ... days. ``buyers``: who has a favourite, and
    ``favourites``, which.
    """

    waiting: IntArray
    waited: FloatArray
    n_gaps_by_days: IntArray
    buyers: IntArray
    favourites: WordArray


@dataclass(frozen=True, slots=True, eq=False)
class Gaps:
    """How many ``days`` lie between two days on which a customer ordered: ascending by customer."""

    customers: IntArray
    days: IntArray


def told_by_orders(questions: Questions, share: str, *, has_categories: bool) -> Told:
    """Give what the ``orders`` of a ``share`` of the customers tell, a condition of SQL."""
    found = questions.arrays(_DAYS)
    gaps = gaps_between(np.asarray(found["customer"]), np.asarray(found["day"]))
    buyers, favourites = np.empty(0, dtype=np.int64), np.empty(0, dtype=object)
    if has_categories:
        liked = questions.arrays(_FAVOURITES.format(share=share))
        buyers = np.asarray(liked["customer"])
        favourites = questions.arrays(_CATEGORIES)["word"][liked["code"]]
    return Told(*medians(gaps), np.bincount(gaps.days), buyers, favourites)


def gaps_between(customers: IntArray, days: IntArray) -> Gaps:
    """Give the gaps between the distinct days of each customer, each customer's shortest first.

    >>> gaps = gaps_between(np.array([7, 4, 7, 7, 7]), np.array([30, 9, 10, 30, 15]))
    >>> gaps.customers.tolist(), gaps.days.tolist()
    ([7, 7], [5, 15])
    """
    order = np.lexsort((days, customers))
    customers, days = customers[order], days[order]
    gaps = np.diff(days)
    is_gap = (np.diff(customers) == 0) & (gaps > 0)
    customers, gaps = customers[1:][is_gap], gaps[is_gap]
    order = np.lexsort((gaps, customers))
    return Gaps(customers[order], gaps[order])


def medians(gaps: Gaps) -> tuple[IntArray, FloatArray]:
    """Give who has gaps, ascending, and the median of each.

    >>> who, middle = medians(Gaps(np.array([1, 1, 2]), np.array([5, 10, 8])))
    >>> who.tolist(), middle.tolist()
    ([1, 2], [7.5, 8.0])
    """
    who, first, n = np.unique(gaps.customers, return_index=True, return_counts=True)
    return who, (gaps.days[first + (n - 1) // 2] + gaps.days[first + n // 2]) / 2


def clock_of(shares: Sequence[Told]) -> Clock | None:
    """Give the quantiles of all gaps, each a number of days that occurs; ``None`` without gaps."""
    counts = np.zeros(max(len(told.n_gaps_by_days) for told in shares), dtype=np.int64)
    for told in shares:
        counts[: len(told.n_gaps_by_days)] += told.n_gaps_by_days
    return clock_from(counts)


def clock_from(n_gaps_by_days: IntArray) -> Clock | None:
    """Give the clock of a shop with so many gaps of 0, 1, 2 ... days.

    >>> clock_from(np.bincount([3, 1, 9, 2, 7]))
    Clock(median=3.0, most=7.0, nearly_all=7.0, n_gaps=5)
    """
    n_gaps = int(n_gaps_by_days.sum())
    if not n_gaps:
        return None
    n_up_to = np.cumsum(n_gaps_by_days)
    median, most, nearly_all = (
        float(np.searchsorted(n_up_to, (n_gaps - 1) * percent // 100, side="right"))
        for percent in (_MEDIAN, _MOST, _NEARLY_ALL)
    )
    return Clock(median, most, nearly_all, n_gaps)


def paid_back(questions: Questions, days: DaysThatCount) -> tuple[IntArray, IntArray]:
    """Give who got orders paid back as a whole, and how much: no line of them counts."""
    counts = f"(day IS NULL OR day <= {days.last.astype(np.int64)})"
    if days.first is not None:
        counts += f" AND (day IS NULL OR day >= {days.first.astype(np.int64)})"
    found = questions.arrays(_PAID_BACK.format(counts=counts))
    return np.asarray(found["customer"]), np.asarray(found["money"])


def habits_of(
    bought: Mapping[str, IntArray], shares: Sequence[Told], back: tuple[IntArray, IntArray]
) -> Habits:
    """Give the habits of the customers in ``bought``, which are ascending.

    ``back`` is what ``paid_back`` gives: they paid it, and have it back.
    """
    customers = bought["customer"]
    are_there = np.isin(back[0], customers)
    wholly = np.zeros(len(customers), dtype=np.int64)
    wholly[np.searchsorted(customers, back[0][are_there])] = back[1][are_there]
    paid = bought["paid"] + wholly
    days = np.full(len(customers), np.nan)
    words = np.full(len(customers), "", dtype=object)
    for told in shares:
        days[np.searchsorted(customers, told.waiting)] = told.waited
        words[np.searchsorted(customers, told.buyers)] = told.favourites
    return Habits(
        days_between=None if np.isnan(days).all() else days,
        with_discount=percentages(bought["n_discounted"], bought["n_orders"]),
        given_back=percentages(paid - bought["money"], paid),
        category=words if len(set(words) - {""}) > 1 else None,  # one category tells nothing
    )


def percentages(parts: IntArray, wholes: IntArray) -> FloatArray | None:
    """Give parts in percent of the wholes, 0 to 100; ``None`` if there are no parts.

    >>> percentages(np.array([1, 0, 3]), np.array([3, 0, 2])).tolist()
    [33.3, 0.0, 100.0]
    """
    if not (parts > 0).any():
        return None
    return np.round(100 * np.clip(parts / np.maximum(wholes, 1), 0, 1), 1)
