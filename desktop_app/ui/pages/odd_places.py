"""Where a finding shows: in which row of the table, in which bar of a column's small chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

import numpy as np

from desktop_app.core.checking.columns import Column, Kind
from desktop_app.core.intake.tables import SHOWN_ROWS

if TYPE_CHECKING:
    from desktop_app.core.checking.checked import CheckedTable, Finding
    from desktop_app.core.checking.looks.exploring import ColumnBars
    from desktop_app.core.intake.tables import RawTable


class FileRows(Sequence[int]):
    """The row of the file, as a spreadsheet program counts, for every row of a table."""

    def __init__(self, raw: RawTable) -> None:
        self._raw = raw

    def __len__(self) -> int:
        return self._raw.n_rows

    @overload
    def __getitem__(self, row: int) -> int: ...
    @overload
    def __getitem__(self, row: slice) -> list[int]: ...
    def __getitem__(self, row: int | slice) -> int | list[int]:
        places = range(len(self))[row]
        if isinstance(places, range):
            return [self._raw.file_row(place) for place in places]
        return self._raw.file_row(places)


def odd_cells(checked: CheckedTable) -> set[tuple[int, int]]:
    """Give row and column of the values that need a look, as far as findings name them."""
    names = [column.name for column in checked.columns]
    return {
        (row, names.index(finding.column))
        for finding in checked.findings
        if finding.fixes and finding.column in names and finding.code != "undecided_date_order"
        for row in rows_of(finding, checked.raw)
    }


def first_cell(finding: Finding, checked: CheckedTable) -> tuple[int, int] | None:
    """Give row and column where a finding shows first; ``None`` if it stands in no row."""
    rows = rows_of(finding, checked.raw)
    if not rows:
        return None
    header = checked.raw.header
    return rows[0], header.index(finding.column) if finding.column in header else 0


def rows_of(finding: Finding, raw: RawTable) -> list[int]:
    """Give the first rows of the table that a finding is about, as far as they stand in it."""
    if len(finding.places):
        return [int(row) for row in finding.places[:SHOWN_ROWS]]
    found = (_row_at(raw, file_row) for file_row in finding.rows)
    return [row for row in found if row is not None]


def odd_bars(checked: CheckedTable, column: Column, bars: ColumnBars) -> set[int]:
    """Give the bars in which the unusual values stand."""
    if not bars.edges or column.kind is not Kind.NUMBER:
        return set()
    rows = [
        row
        for finding in checked.findings
        if finding.code == "unusual_value" and finding.column == column.name
        for row in rows_of(finding, checked.raw)
    ]
    odd = checked.series(column.name).iloc[rows].to_numpy(dtype=np.float64)
    places = np.searchsorted(bars.edges, odd, side="right") - 1
    return set(np.clip(places, 0, len(bars.counts) - 1).tolist())


def _row_at(raw: RawTable, file_row: int) -> int | None:
    """Give the row of the table at a row of the file; ``None`` for a line above or below it."""
    places = raw.places
    ends = (*places.first_rows[1:], raw.n_rows)
    for first, end, start in zip(places.first_rows, ends, places.file_rows, strict=True):
        if start <= file_row < start + end - first:
            return first + file_row - start
    return None
