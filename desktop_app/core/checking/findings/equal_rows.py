"""Rows of a table that equal an earlier one in every cell."""

import numpy as np
import pandas as pd

from desktop_app.core.checking.held_cells import bare_words
from desktop_app.core.checking.texts import RowArray
from desktop_app.core.intake.tables import RawTable
from desktop_app.core.progress import NO_PROGRESS, Progress


def equal_rows(raw: RawTable, progress: Progress = NO_PROGRESS) -> RowArray:
    """Give the rows, ascending, that equal an earlier one, blanks around their cells aside.

    Only rows with the same hash as another are compared cell by cell: mostly there are none.

    >>> raw = RawTable.from_rows(["Name", "Town"], [["Ann", "Rye"], ["Bob", ""], ["Ann ", "Rye"]])
    >>> equal_rows(raw).tolist()
    [2]
    """
    questions = raw.questions(progress)
    words = ", ".join(bare_words(raw, progress))
    hashes = questions.arrays(f"SELECT hash({words}) AS hash FROM lines")["hash"]
    hashes.sort()
    again = np.unique(hashes[1:][hashes[1:] == hashes[:-1]])
    if not len(again):
        return np.empty(0, dtype=np.int64)
    questions.keep("again", pd.DataFrame({"hash": again}))
    found = questions.arrays(
        f"SELECT _row FROM (SELECT _row, row_number() OVER (PARTITION BY {words} ORDER BY _row)"
        f" AS n FROM lines SEMI JOIN again ON hash({words}) = again.hash) WHERE n > 1"
    )
    return np.sort(found["_row"])
