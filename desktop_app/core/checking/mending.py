"""What the user answered to findings is carried out, on a copy; the file stays as it is.

Knows the fixes that change rows or values. Fixes about columns are choices about columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from desktop_app.core.checking.answers import KEEP, KEEP_ONE, LEAVE_OUT, USE_MIDDLE, Answer
from desktop_app.core.checking.checked import CheckedTable, Finding, IntArray
from desktop_app.core.checking.columns import Column
from desktop_app.core.progress import NO_PROGRESS, Progress


def _no_rows() -> IntArray:
    return np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Change:
    """What an answer changed: ``n`` values or rows."""

    answer: Answer
    n: int


@dataclass(frozen=True, slots=True, eq=False)
class MendedTable:
    """A checked table after the answers.

    ``checked`` holds the new values. ``gone`` are rows (from 0, ascending) that are on the list no
    more, ``left_out`` those that stay on it without forming segments; no row is in both.
    """

    checked: CheckedTable
    left_out: IntArray = field(default_factory=_no_rows)
    gone: IntArray = field(default_factory=_no_rows)
    changes: tuple[Change, ...] = ()

    @property
    def n_without(self) -> int:
        """How many rows form no segments because the user said so."""
        return len(self.left_out) + len(self.gone)

    @property
    def counted(self) -> CheckedTable:
        """The table with the values of the rows that count only, one series per column.

        >>> from desktop_app.core.checking.understanding import check_table
        >>> from desktop_app.core.intake.tables import RawTable
        >>> checked = check_table(RawTable.from_rows(["Age"], [["20"], ["200"], ["30"]]))
        >>> MendedTable(checked, left_out=np.array([1])).counted.series("Age").tolist()
        [20.0, 30.0]
        """
        if not self.n_without:
            return self.checked
        rows = np.concatenate([self.left_out, self.gone])
        names = (column.name for column in self.checked.columns)
        return replace(self.checked, typed={n: _Counted(self.checked, n, rows) for n in names})


@dataclass(frozen=True, slots=True, eq=False)
class _Counted:
    """A column without the rows that do not count; made when it is asked for."""

    checked: CheckedTable
    name: str
    without: IntArray

    def series(self) -> pd.Series:
        """Give the values of the other rows."""
        return self.checked.series(self.name).drop(self.without).reset_index(drop=True)


def mend(
    checked: CheckedTable, answers: Sequence[Answer], *, progress: Progress = NO_PROGRESS
) -> MendedTable:
    """Carry out ``answers``; one to keep, or whose finding is no longer there, changes nothing.

    ``leave_out`` keeps a row from forming segments, ``keep_one`` takes it off the list,
    ``use_middle`` puts the median of the column's other values in its place.

    Examples
    --------
    >>> from desktop_app.core.checking.understanding import check_table
    >>> from desktop_app.core.intake.tables import RawTable
    >>> rows = [["c1", "20"], ["c2", "3a"], ["c3", "40"], ["c4", "30"], ["c5", "35"]]
    >>> checked = check_table(RawTable.from_rows(["Customer ID", "Age"], rows))
    >>> mended = mend(checked, [Answer("not_a_number", "Age", "use_middle")])
    >>> mended.checked.series("Age").tolist()
    [20.0, 32.5, 40.0, 30.0, 35.0]
    """
    found = [
        (finding, answer)
        for answer in answers
        if answer.fix != KEEP and (finding := answered_finding(checked, answer))
    ]
    progress.checkpoint()
    gone = _together([finding.places for finding, answer in found if answer.fix == KEEP_ONE])
    left_out = _together([finding.places for finding, answer in found if answer.fix == LEAVE_OUT])
    left_out = np.setdiff1d(left_out, gone)
    changes = tuple(Change(answer, len(finding.places)) for finding, answer in found)
    return MendedTable(_with_middles(checked, found), left_out, gone, changes)


def answered_finding(checked: CheckedTable, answer: Answer) -> Finding | None:
    """Give the finding that ``answer`` is about, if the answer is one of its fixes.

    >>> from desktop_app.core.checking.understanding import check_table
    >>> from desktop_app.core.intake.tables import RawTable
    >>> checked = check_table(RawTable.from_rows(["Age"], [["20"], ["3a"], ["40"], ["30"], ["35"]]))
    >>> answered_finding(checked, Answer("not_a_number", "Age", "use_middle")).count
    1
    """
    return next(
        (
            finding
            for finding in checked.findings
            if (finding.code, finding.column) == (answer.code, answer.column)
            and answer.fix in finding.fixes
        ),
        None,
    )


def _together(places: Sequence[IntArray]) -> IntArray:
    return np.unique(np.concatenate(places)) if places else _no_rows()


def _with_middles(checked: CheckedTable, found: Sequence[tuple[Finding, Answer]]) -> CheckedTable:
    """Put the median of the others wherever an answer asks for it."""
    places_by_column: dict[str, list[IntArray]] = {}
    for finding, answer in found:
        if answer.fix == USE_MIDDLE and finding.column is not None:
            places_by_column.setdefault(finding.column, []).append(finding.places)
    if not places_by_column:
        return checked
    series_by_name = {
        name: _with_middle(checked.series(name), _together(places))
        for name, places in places_by_column.items()
    }
    columns = tuple(
        _with_range(column, series_by_name[column.name])
        if column.name in series_by_name
        else column
        for column in checked.columns
    )
    return replace(checked.with_series(series_by_name), columns=columns)


def _with_middle(series: pd.Series, places: IntArray) -> pd.Series:
    values = series.to_numpy(dtype=np.float64, copy=True)
    others = np.delete(values, places)
    others = others[~np.isnan(others)]
    if len(others):
        values[places] = np.median(others)
    return pd.Series(values, name=series.name)


def _with_range(column: Column, series: pd.Series) -> Column:
    known = series.dropna()
    if known.empty:
        return column
    return replace(
        column,
        n_empty=len(series) - len(known),
        n_distinct=known.nunique(),
        minimum=float(known.min()),
        maximum=float(known.max()),
    )
