"""Finding customers by what names them: a number, a name, an e-mail address."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.progress import NO_PROGRESS, Progress

IntArray = npt.NDArray[np.int64]

ROWS_AT_ONCE = 10_000  # a longer step would keep the window from being drawn
_NO_MATCH = 3  # after: the whole cell, its beginning, somewhere in it


def find_customers(
    table: CustomerTable, words: str, *, progress: Progress = NO_PROGRESS
) -> IntArray:
    """Give the rows of the customers whose number, name or address holds ``words``, in any case.

    Whole matches come first, then those that begin so; equal ones in the order of the table.

    Examples
    --------
    >>> frame = pd.DataFrame({"No": ["C-10", "c-1", "X-C-1"]})
    >>> column = Column("No", Kind.TEXT, Role.ID, unfit="identifier")
    >>> table = CustomerTable(frame, (column,), frame, customer_id="No")
    >>> find_customers(table, "C-1").tolist()
    [1, 0, 2]
    """
    wanted = words.strip().casefold()
    best = np.full(table.n_customers, _NO_MATCH)
    if not wanted:
        return np.flatnonzero(best < _NO_MATCH)
    for column in table.columns:
        if not _names_people(column, table):
            continue
        cells = table.series(column.name)
        holds = rows_with_words(cells, wanted, progress=progress)
        found = cells.iloc[holds].astype(str).str.casefold()
        begins = found.str.startswith(wanted).to_numpy(dtype=bool)
        is_whole = (found == wanted).to_numpy(dtype=bool)
        ranks = np.where(is_whole, 0, np.where(begins, 1, 2))
        best[holds] = np.minimum(best[holds], ranks)
    rows = np.flatnonzero(best < _NO_MATCH)
    return rows[np.argsort(best[rows], kind="stable")]


def rows_with_words(cells: pd.Series, words: str, *, progress: Progress = NO_PROGRESS) -> IntArray:
    """Give the places of the cells that hold ``words``, in any case; an empty cell holds nothing.

    >>> rows_with_words(pd.Series(["Delft", None, "DELFT"]), "delf").tolist()
    [0, 2]
    """
    wanted = words.casefold()
    found = [np.empty(0, dtype=np.int64)]
    for start in range(0, len(cells), ROWS_AT_ONCE):
        progress.checkpoint()
        part = cells.iloc[start : start + ROWS_AT_ONCE]
        is_held = [wanted in cell.casefold() for cell in part.fillna("").astype(str)]
        found.append(start + np.flatnonzero(is_held))
    return np.concatenate(found)


def _names_people(column: Column, table: CustomerTable) -> bool:
    is_name = column.role in (Role.ID, Role.CONTACT) or column.kind is Kind.TEXT
    return is_name or column.name == table.customer_id
