"""Rows of a table that equal an earlier one in every cell."""

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from desktop_app.core.checking.held_cells import COLUMNS_AT_ONCE, bare_words
from desktop_app.core.checking.texts import RowArray
from desktop_app.core.intake.questions import Questions
from desktop_app.core.intake.tables import RawTable
from desktop_app.core.progress import NO_PROGRESS, Progress


def equal_rows(
    raw: RawTable, emails: Collection[str] = (), progress: Progress = NO_PROGRESS
) -> RowArray:
    """Give the rows, ascending, that equal an earlier one, blanks around their cells aside.

    The size of letters says nothing in the columns of ``emails``. Only rows with the same hash as
    another are compared cell by cell: mostly there are none.

    >>> raw = RawTable.from_rows(["Name", "Town"], [["Ann", "Rye"], ["Bob", ""], ["Ann ", "Rye"]])
    >>> equal_rows(raw).tolist()
    [2]
    """
    what = " ".join(("equal_rows", *sorted(emails)))
    return raw.store.once(what, lambda: _found(raw, emails, progress))


def _found(raw: RawTable, emails: Collection[str], progress: Progress) -> RowArray:
    questions = raw.questions(progress)
    words = [
        f"lower({word})" if name in emails else word
        for name, word in zip(raw.header, bare_words(raw, progress), strict=True)
    ]
    whole = f"hash({', '.join(words)})"
    hashes = questions.arrays(f"SELECT {whole} AS hash FROM lines")["hash"]
    hashes.sort()
    again = np.unique(hashes[1:][hashes[1:] == hashes[:-1]])
    if not len(again):
        return np.empty(0, dtype=np.int64)
    questions.keep("again", pd.DataFrame({"hash": again}))
    return _compared(questions, words, f"lines SEMI JOIN again ON {whole} = again.hash")


def _compared(questions: Questions, words: Sequence[str], rows: str) -> RowArray:
    """Compare ``rows`` by some columns at a time: thousands at once ask for too much memory."""
    known: list[str] = []
    for first in range(0, len(words), COLUMNS_AT_ONCE):
        same = ", ".join([*known, *words[first : first + COLUMNS_AT_ONCE]])
        found = questions.arrays(
            f"SELECT _row AS row, min(_row) OVER (PARTITION BY {same}) AS first FROM {rows}"
        )
        if first + COLUMNS_AT_ONCE < len(words):
            alike = f"alike_{first}"
            questions.keep(alike, pd.DataFrame(found))
            rows, known = f"lines JOIN {alike} ON _row = {alike}.row", [f"{alike}.first"]
    return np.sort(found["row"][found["row"] != found["first"]])
