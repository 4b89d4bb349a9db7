"""Where a finding shows: in which row of the table, in which bar of a column's small chart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.core.checking.columns import Column, Kind

if TYPE_CHECKING:
    from desktop_app.core.checking.checked import CheckedTable, Finding
    from desktop_app.core.checking.exploring import ColumnBars
    from desktop_app.core.intake.tables import RawTable


def row_of(finding: Finding, raw: RawTable) -> int | None:
    """Give the row of the table where a finding shows first; ``None`` if it stands in no row."""
    if not finding.rows:
        return None
    places, wanted = raw.places, finding.rows[0]
    ends = (*places.first_rows[1:], raw.n_rows)
    for first, end, file_row in zip(places.first_rows, ends, places.file_rows, strict=True):
        if file_row <= wanted < file_row + end - first:
            return first + wanted - file_row
    return None


def odd_bars(checked: CheckedTable, column: Column, bars: ColumnBars) -> set[int]:
    """Give the bars in which the unusual values stand."""
    if not bars.edges or column.kind is not Kind.NUMBER:
        return set()
    values = checked.frame[column.name]
    rows = [
        row
        for finding in checked.findings
        if finding.code == "unusual_value" and finding.column == column.name
        for file_row in finding.rows
        if (row := row_of(replace(finding, rows=(file_row,)), checked.raw)) is not None
    ]
    odd = values.iloc[rows].to_numpy(dtype=np.float64)
    places = np.searchsorted(bars.edges, odd, side="right") - 1
    return set(np.clip(places, 0, len(bars.counts) - 1).tolist())
