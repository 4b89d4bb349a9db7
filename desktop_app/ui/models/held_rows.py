"""The rows of a long table as a window shows them: fetched where they are seen, a few at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.core.checking.columns import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.checking.columns import Column
    from desktop_app.core.intake.tables import RawTable

_ROWS_PER_FETCH = 200  # several screens; fetching them takes a few hundredths of a second


class HeldRows:
    """The text of a table by row; the rows that were fetched last are remembered."""

    def __init__(self, raw: RawTable, columns: Sequence[Column]) -> None:
        self._raw, self._columns = raw, columns
        self._first = 0
        self._rows: list[tuple[str, ...]] = []

    def __len__(self) -> int:
        return self._raw.n_rows

    def columns(self) -> list[HeldColumn]:
        """Give what shows each column."""
        return [HeldColumn(self, place, column) for place, column in enumerate(self._columns)]

    def cell(self, row: int, column: int) -> str:
        """Give the text of one cell."""
        if not 0 <= row - self._first < len(self._rows):
            self._first = row - row % _ROWS_PER_FETCH
            self._rows = self._raw.rows_between(self._first, self._first + _ROWS_PER_FETCH)
        return self._rows[row - self._first][column]


class HeldColumn:
    """One column of ``HeldRows``, whose cells are asked for as those of a series of pandas are."""

    def __init__(self, rows: HeldRows, place: int, column: Column) -> None:
        self._rows, self._place = rows, place
        self.dtype = np.dtype(np.float64 if column.kind is Kind.NUMBER else object)
        self.array = self

    def __getitem__(self, row: int) -> str:
        return self._rows.cell(row, self._place)
