"""Customers by the values of their columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.customers.finding import rows_with_words
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.progress import NO_PROGRESS, Progress

IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Filter:
    """What a value of ``column`` must be: a number from ``low`` to ``high``, or hold ``words``.

    ``None`` is no limit; the limits belong to the range. Words are compared in any case.
    """

    column: str
    low: float | None = None
    high: float | None = None
    words: str = ""


def filter_customers(
    table: CustomerTable,
    filters: Sequence[Filter],
    rows: IntArray | None = None,
    *,
    progress: Progress = NO_PROGRESS,
) -> IntArray:
    """Give those of ``rows`` (``None`` is all) whose values are as all ``filters`` say.

    An empty cell is never as a filter says.

    Examples
    --------
    >>> from desktop_app.core.checking.columns import Column, Kind, Role
    >>> frame = pd.DataFrame({"Age": [20.0, 35.0, np.nan, 60.0]})
    >>> table = CustomerTable(frame, (Column("Age", Kind.NUMBER, Role.FEATURE),), frame)
    >>> filter_customers(table, [Filter("Age", low=35)]).tolist()
    [1, 3]
    """
    for condition in filters:
        progress.checkpoint()
        values = table.series(condition.column)
        if rows is not None:  # copying all texts of a long list would hold up the window
            values = values.iloc[rows]
        if condition.words:
            found = rows_with_words(values, condition.words.strip(), progress=progress)
        else:
            found = np.flatnonzero(_is_within(values, condition))
        rows = found if rows is None else rows[found]
    return np.arange(table.n_customers) if rows is None else rows


def _is_within(values: pd.Series, condition: Filter) -> npt.NDArray[np.bool_]:
    numbers = values.to_numpy(dtype=np.float64, na_value=np.nan)
    low = -np.inf if condition.low is None else condition.low
    high = np.inf if condition.high is None else condition.high
    return (numbers >= low) & (numbers <= high)
