"""One row per customer: what segmenting and describing work on, and what is exported."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from desktop_app.core.checking.checked import CheckedTable, IntArray
from desktop_app.core.checking.columns import Column
from desktop_app.core.customers.classic.views import ClassicView
from desktop_app.core.intake.tables import RawTable

REASONS = (
    "left_out",
    "other_currency",
    "duplicate",
    "cancelled",
    "pending",
    "no_sale",
    "refunded",
    "no_customer",
    "after_as_of",
    "before_window",
    "zero_amount",
)
"""Why a line of an order does not count."""

REVERSIBLE = frozenset({"duplicate", "cancelled", "pending", "no_sale", "refunded", "zero_amount"})
"""The reasons that the user may overrule; the others go by other choices, and nobody is a customer."""


@dataclass(frozen=True, slots=True)
class RuleEffect:
    """What one reason does to the lines of a file; letting it count changes neither number.

    ``amount`` is the money that it takes away, never below zero, exact: what was paid in its
    ``n_lines`` lines; of ``refunded``, also what came back of lines that count. ``is_counted``: the
    user lets the lines count, and nothing is taken away. A line that is let count for one reason
    can still go for another, and is then among the lines of both.
    """

    reason: str
    n_lines: int
    amount: float
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class CurrencyLines:
    """How many lines are in one currency, as it is written in the file, and their money."""

    currency: str
    n_lines: int
    amount: float


@dataclass(frozen=True, slots=True)
class Clock:
    """How many days customers let pass between two orders: quantiles of ``n_gaps`` gaps."""

    median: float
    most: float
    nearly_all: float
    n_gaps: int


@dataclass(frozen=True, slots=True)
class OrdersSummary:
    """What became of the order lines.

    ``taken_out`` counts lines that do not count by the ``REASONS``; ``effects`` has every reason
    that meets a line, in their order, also those that the user lets count. ``file_total`` is what
    was paid in all lines of the counted currency before anything came back, the total of an order
    once, found without the rules: ``total`` plus the amounts of the effects that are not counted, to
    the ten-thousandth. Lines below zero give back, and are no part of it. ``currencies`` has several
    entries if the file has several; the one that counts is ``currency``. ``first_day`` and
    ``last_day``: ISO dates of orders that count. ``n_one_time`` customers ordered once.
    ``clock`` is ``None`` if nobody ordered twice.
    """

    n_lines: int
    n_orders: int
    n_customers: int
    taken_out: dict[str, int] = field(default_factory=dict)
    as_of: str = ""
    total: float = 0.0
    file_total: float = 0.0
    effects: tuple[RuleEffect, ...] = ()
    currencies: tuple[CurrencyLines, ...] = ()
    currency: str = ""
    first_day: str = ""
    last_day: str = ""
    clock: Clock | None = None
    n_one_time: int = 0


@dataclass(frozen=True, slots=True)
class Joined:
    """A second table of the same customers, and how the two met.

    ``by`` and ``by_beside``: the columns in which they met, of the main table and of the other,
    both ``""`` if they did not. ``n_matched`` customers are in both; ``n_only_here`` only in the main
    table; ``n_only_beside`` only in the other. ``columns``: what the other table added. Of its rows
    ``n_repeated`` are of somebody who is there already, and ``n_nobody`` do not say of whom.
    """

    by: str
    by_beside: str
    n_matched: int
    n_only_here: int
    n_only_beside: int
    columns: tuple[str, ...] = ()
    n_repeated: int = 0
    n_nobody: int = 0


def _nobody() -> IntArray:
    return np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class CustomerTable:
    """Typed facts of each customer.

    ``facts``: typed as in ``CheckedTable``, one column per ``columns`` entry, RangeIndex; that table
    itself where every row is a customer. ``written``: the text to be exported before our own
    columns, same rows, same order: the file's own columns for a customer list, left in the table
    that was read where none of its rows is gone, the built facts for orders. A long list's
    ``series`` and ``head`` ask for less than all of it. ``customer_id`` and ``money`` name
    columns of ``frame`` or are ``None``. ``left_out`` are the rows (ascending) of customers who
    shall form no segments. ``classic`` is there if the customers come from orders, ``joined`` if a
    second table told more about them.
    """

    facts: pd.DataFrame | CheckedTable
    columns: tuple[Column, ...]
    written: pd.DataFrame | RawTable
    customer_id: str | None = None
    money: str | None = None
    orders: OrdersSummary | None = None
    left_out: IntArray = field(default_factory=_nobody)
    classic: ClassicView | None = None
    joined: Joined | None = None

    @property
    def n_customers(self) -> int:
        """How many customers there are."""
        return len(self.facts) if isinstance(self.facts, pd.DataFrame) else self.facts.n_rows

    @property
    def frame(self) -> pd.DataFrame:
        """All columns, typed."""
        return self.facts if isinstance(self.facts, pd.DataFrame) else self.facts.frame

    @property
    def original(self) -> pd.DataFrame:
        """All the text to be exported before our own columns."""
        if isinstance(self.written, pd.DataFrame):
            return self.written
        return self.written.frame().set_axis(self.headers, axis=1)

    @property
    def headers(self) -> list[str]:
        """The names of the columns of ``original``, as they are written; some may repeat."""
        if isinstance(self.written, pd.DataFrame):
            return [str(name) for name in self.written.columns]
        return list(self.written.original_header)

    def head(self, n: int) -> pd.DataFrame:
        """Give the first ``n`` rows of ``original``."""
        if isinstance(self.written, pd.DataFrame):
            return self.written.iloc[:n]
        return pd.DataFrame(self.written.head(n), columns=self.headers, dtype="str")

    def series(self, name: str) -> pd.Series:
        """Give the values of a column; of a long list they may be made anew each time."""
        return self.facts[name] if isinstance(self.facts, pd.DataFrame) else self.facts.series(name)

    def counted(self, name: str) -> pd.Series:
        """Give the values of a column without those of customers who shall form no segments.

        >>> ages = pd.DataFrame({"Age": [31.0, 44.0]})
        >>> CustomerTable(ages, (), ages, left_out=np.array([0])).counted("Age").tolist()
        [44.0]
        """
        series = self.series(name)
        return series.drop(self.left_out).reset_index(drop=True) if len(self.left_out) else series

    def column(self, name: str) -> Column:
        """Give the column called ``name``; ``StopIteration`` never leaves: unknown names are ours."""
        found = next((c for c in self.columns if c.name == name), None)
        assert found is not None, name
        return found
