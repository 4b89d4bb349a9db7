"""A table after checking: typed columns, and findings that may need an answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.columns import Column
from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.core.intake.tables import RawTable


class TableKind(StrEnum):
    """What one row of the file stands for."""

    CUSTOMERS = "customers"
    ORDERS = "orders"


FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


def _no_places() -> IntArray:
    return np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about the data that deserves a look.

    ``rows`` holds the first 20 places as rows of the file (the header is row 1); ``count`` is how
    many there are; ``example`` is one offending value; ``fixes`` are codes, what holds as long as
    nobody answers first. ``places`` are all rows of the table (from 0, ascending) that a fix would
    change, empty where a fix changes no rows.
    """

    code: str
    count: int
    column: str | None = None
    rows: tuple[int, ...] = ()
    example: str = ""
    fixes: tuple[str, ...] = ()
    places: IntArray = field(default_factory=_no_places, compare=False, repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class CheckedTable:
    """The file's rows with typed values.

    ``frame`` has one column per ``columns`` entry, in the file's order, and a RangeIndex over the
    rows of ``raw``: float64 for numbers (NaN = empty or not a number), datetime64 for dates, text
    (``""`` = empty) for the rest, which includes all that only names something: 007 stays 007.
    Nobody writes into it. ``order_columns`` are the parts of an order line as far as the table has
    them, whatever its kind.
    """

    raw: RawTable
    kind: TableKind
    columns: tuple[Column, ...]
    frame: pd.DataFrame
    findings: tuple[Finding, ...] = ()
    recognised: str | None = None
    order_columns: OrderColumns = field(default_factory=OrderColumns)

    def column(self, name: str) -> Column:
        """Give the column called ``name``; ``KeyError`` if there is none."""
        return next(c for c in self.columns if c.name == name)

    def series(self, name: str) -> pd.Series:
        """Give the typed values of the column called ``name``, over a RangeIndex."""
        return self.frame[name]

    def with_series(self, series_by_name: Mapping[str, pd.Series]) -> Self:
        """Give the table with other values in some columns; the frame of this one is untouched."""
        return replace(self, frame=self.frame.assign(**series_by_name))
