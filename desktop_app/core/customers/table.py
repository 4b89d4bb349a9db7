"""One row per customer: what segmenting and describing work on, and what is exported."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from desktop_app.core.checking.checked import IntArray
from desktop_app.core.checking.columns import Column

REASONS = (
    "left_out",
    "cancelled",
    "pending",
    "no_sale",
    "refunded",
    "no_customer",
    "duplicate",
    "after_as_of",
    "zero_amount",
)
"""Why a line of an order does not count."""


@dataclass(frozen=True, slots=True)
class OrdersSummary:
    """What became of the order lines; ``taken_out`` counts lines by the ``REASONS``."""

    n_lines: int
    n_orders: int
    n_customers: int
    taken_out: dict[str, int] = field(default_factory=dict)
    as_of: str = ""
    total: float = 0.0


def _nobody() -> IntArray:
    return np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class CustomerTable:
    """Typed facts of each customer.

    ``frame``: typed as in ``CheckedTable``, one column per ``columns`` entry, RangeIndex.
    ``original``: the text to be exported before our own columns, same rows, same order: the file's
    own columns for a customer list, the built facts for orders. ``customer_id`` and ``money`` name
    columns of ``frame`` or are ``None``. ``left_out`` are the rows (ascending) of customers who
    shall form no segments.
    """

    frame: pd.DataFrame
    columns: tuple[Column, ...]
    original: pd.DataFrame
    customer_id: str | None = None
    money: str | None = None
    orders: OrdersSummary | None = None
    left_out: IntArray = field(default_factory=_nobody)

    @property
    def n_customers(self) -> int:
        """How many customers there are."""
        return len(self.frame)

    def column(self, name: str) -> Column:
        """Give the column called ``name``; ``StopIteration`` never leaves: unknown names are ours."""
        found = next((c for c in self.columns if c.name == name), None)
        assert found is not None, name
        return found
