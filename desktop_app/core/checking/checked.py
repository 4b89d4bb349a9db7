"""A table after checking: typed columns, and findings that may need an answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Protocol, Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.columns import Column
from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.core.checking.order_terms import OrderTerms
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
    change, empty where a fix changes no rows. ``reason`` says why where a code leaves it open:
    ``far_above``, ``far_below`` or ``far_away`` of an unusual value, with ``usual``, the least and
    the greatest of the others as they are written; ``same_email``, ``same_phone`` or ``same_name``
    of a person who seems to be there twice.
    """

    code: str
    count: int
    column: str | None = None
    rows: tuple[int, ...] = ()
    example: str = ""
    fixes: tuple[str, ...] = ()
    places: IntArray = field(default_factory=_no_places, compare=False, repr=False)
    reason: str = ""
    usual: tuple[str, str] | None = None


class Typed(Protocol):
    """A column whose typed values can be had."""

    def series(self) -> pd.Series:
        """Give the values, one per row of the table."""


@dataclass(frozen=True, eq=False)
class CheckedTable:
    """The file's rows with typed values.

    ``typed`` has one entry per ``columns`` entry, in the file's order; ``series`` and ``frame``
    make its values when they are asked for. ``order_columns`` are the parts of an order line as
    far as the table has them, whatever its kind. ``recognised`` is the fixed name of the kind of
    export, ``order_terms`` what it says of its lines; ``None`` if it is none that is known.
    ``beside`` is a second table of the same shop, which tells more about the customers of this one.
    """

    raw: RawTable
    kind: TableKind
    columns: tuple[Column, ...]
    typed: Mapping[str, Typed]
    findings: tuple[Finding, ...] = ()
    recognised: str | None = None
    order_columns: OrderColumns = field(default_factory=OrderColumns)
    order_terms: OrderTerms | None = None
    beside: Self | None = None

    @property
    def n_rows(self) -> int:
        """The number of rows."""
        return self.raw.n_rows

    def column(self, name: str) -> Column:
        """Give the column called ``name``; ``KeyError`` if there is none."""
        return next(c for c in self.columns if c.name == name)

    def series(self, name: str) -> pd.Series:
        """Give the typed values of a column over a RangeIndex; nobody writes into them.

        float64 for numbers (NaN = empty or not a number), datetime64 for dates, text (``""`` =
        empty) for the rest, which includes all that only names something: 007 stays 007.
        """
        if self.has_frame:
            return self.frame[name]
        series = self.typed[name].series()
        self.raw.store.let_go()
        return series

    @property
    def has_frame(self) -> bool:
        """All columns were made, as of a list of customers; of order lines they never need to be."""
        return "frame" in self.__dict__

    @cached_property
    def frame(self) -> pd.DataFrame:
        """All columns, as ``series`` gives them, over the rows of ``raw``."""
        return pd.DataFrame({name: typed.series() for name, typed in self.typed.items()})

    def with_series(self, series_by_name: Mapping[str, pd.Series]) -> Self:
        """Give the table with other values, of the same kind, in some columns.

        >>> raw = RawTable.from_rows(["Age"], [["31"], ["44"]])
        >>> ages = {"Age": Given(pd.Series([31.0, 44.0]))}
        >>> table = CheckedTable(raw, TableKind.CUSTOMERS, (), ages)
        >>> table.with_series({"Age": pd.Series([31.0, 30.0])}).series("Age").tolist()
        [31.0, 30.0]
        """
        given = {name: Given(series) for name, series in series_by_name.items()}
        changed = replace(self, typed={**self.typed, **given})
        if self.has_frame:
            changed.__dict__["frame"] = self.frame.assign(**series_by_name)
        return changed


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """A column whose values do not stand in the file."""

    values: pd.Series

    def series(self) -> pd.Series:
        """Give the values."""
        return self.values
