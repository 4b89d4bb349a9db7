"""Where a finding stands: the rows of the table, and the first of them as rows of the file."""

import numpy as np

from desktop_app.core.checking.checked import Finding, IntArray
from desktop_app.core.checking.kinds import Reading
from desktop_app.core.checking.texts import BoolArray
from desktop_app.core.intake.tables import SHOWN_ROWS, RawTable


def finding_where(
    raw: RawTable, code: str, reading: Reading, chosen: BoolArray, fixes: tuple[str, ...] = ()
) -> Finding | None:
    """Give the finding about the rows whose word is chosen; ``None`` if there are none.

    ``chosen``: (u,) one truth per word. Without fixes no row would be changed, so that ``places``
    stay empty.

    >>> from desktop_app.core.checking.kinds import read_column
    >>> from desktop_app.core.checking.texts import Texts
    >>> raw = RawTable.from_rows(["Age"], [["31"], ["3a"], ["44"], ["27"], ["19"]])
    >>> age = read_column("Age", Texts.of(raw.column("Age")))
    >>> found = finding_where(raw, "not_a_number", age, age.is_odd, ("leave_out",))
    >>> found.rows, found.places.tolist(), found.example
    ((3,), [1], '3a')
    """
    if not chosen.any():
        return None
    rows = reading.texts.rows_where(chosen)
    example = str(reading.texts.words_at(np.flatnonzero(chosen)[:1])[0])
    places = rows if fixes else np.empty(0, dtype=np.int64)
    shown = shown_rows(raw, rows)
    return Finding(code, len(rows), reading.name, shown, example, fixes, places)


def shown_rows(raw: RawTable, rows: IntArray) -> tuple[int, ...]:
    """Give the first rows of the table as rows of the file."""
    return tuple(raw.file_row(int(row)) for row in rows[:SHOWN_ROWS])


def no_words(reading: Reading) -> BoolArray:
    """Give a mask of the words of a column that chooses none."""
    return np.zeros(reading.texts.n_words, dtype=bool)
