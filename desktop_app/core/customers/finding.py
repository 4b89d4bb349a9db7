"""Finding customers by what names them: a number, a name, an e-mail address."""

import numpy as np
import numpy.typing as npt

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.progress import NO_PROGRESS, Progress

IntArray = npt.NDArray[np.int64]

_NO_MATCH = 3  # after: the whole cell, its beginning, somewhere in it


def find_customers(
    table: CustomerTable, words: str, *, progress: Progress = NO_PROGRESS
) -> IntArray:
    """Give the rows of the customers whose number, name or address holds ``words``, in any case.

    Whole matches come first, then those that begin so; equal ones in the order of the table.

    Examples
    --------
    >>> import pandas as pd
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
        progress.checkpoint()
        cells = table.series(column.name).fillna("").astype(str).str.casefold()
        progress.checkpoint()
        holds = np.flatnonzero(cells.str.contains(wanted, regex=False).to_numpy(dtype=bool))
        found = cells.iloc[holds]
        begins = found.str.startswith(wanted).to_numpy(dtype=bool)
        is_whole = (found == wanted).to_numpy(dtype=bool)
        ranks = np.where(is_whole, 0, np.where(begins, 1, 2))
        best[holds] = np.minimum(best[holds], ranks)
    rows = np.flatnonzero(best < _NO_MATCH)
    return rows[np.argsort(best[rows], kind="stable")]


def _names_people(column: Column, table: CustomerTable) -> bool:
    is_name = column.role in (Role.ID, Role.CONTACT) or column.kind is Kind.TEXT
    return is_name or column.name == table.customer_id
