"""Which days count: until when, and how many months back."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.errors import BadValue

_MOST_MONTHS = 12_000  # a thousand years: all there is


@dataclass(frozen=True, slots=True)
class DaysThatCount:
    """``as_of``: the day from which days are counted back; ``first`` (``None`` = any) to ``last``."""

    as_of: np.datetime64
    first: np.datetime64 | None
    last: np.datetime64


def days_that_count(choice: CustomerChoice, last_day: np.datetime64) -> DaysThatCount:
    """Give the days that count of a file that ends with ``last_day``.

    Raises
    ------
    BadValue
        ``as_of`` is not a date, or ``look_back`` less than a month.

    Examples
    --------
    >>> choice = CustomerChoice(as_of="2024-03-31", look_back=1)
    >>> days_that_count(choice, np.datetime64("2024-05-02", "D")).first
    np.datetime64('2024-02-29')
    """
    as_of, last = last_day + 1, last_day
    if choice.as_of is not None:
        try:
            as_of = last = np.datetime64(date.fromisoformat(choice.as_of), "D")
        except ValueError:
            raise BadValue(what="as_of", value=choice.as_of) from None
    if choice.look_back is None:
        return DaysThatCount(as_of, None, last)
    if choice.look_back < 1:
        raise BadValue(what="look_back", value=choice.look_back)
    return DaysThatCount(as_of, months_before(as_of, min(choice.look_back, _MOST_MONTHS)), last)


def months_before(day: np.datetime64, n_months: int) -> np.datetime64:
    """Give the same day some months earlier, or the last of a month that is too short.

    >>> months_before(np.datetime64("2026-03-31"), 1)
    np.datetime64('2026-02-28')
    """
    month = day.astype("datetime64[M]")
    days_into = day - month.astype("datetime64[D]")
    earlier = month - n_months
    last = (earlier + 1).astype("datetime64[D]") - 1
    return min(earlier.astype("datetime64[D]") + days_into, last)
