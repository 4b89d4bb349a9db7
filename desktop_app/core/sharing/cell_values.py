"""Text cells as what a workbook should hold: numbers where that loses nothing, else the text."""

import re

import numpy as np
import pandas as pd

from desktop_app.core.checking.columns import Column, Kind, Role

EXACT_DIGITS = 15  # what a spreadsheet keeps of a number
_PLAIN = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_GROUPED = re.compile(r"-?(0|[1-9][0-9.,'’ \u00a0\u202f]*)([.,][0-9]+)?")
_NAMES_SOMETHING = (Role.ID, Role.ORDER_ID, Role.CONTACT)

Cell = float | str


def cell_values(
    text: pd.Series, column: Column | None = None, typed: pd.Series | None = None
) -> list[Cell]:
    """Give the cells of one column.

    Only a number column that names nothing becomes numbers, and only cells that a number can stand
    for exactly: "007", "12 kg" and card numbers stay text. ``typed`` holds the values as they were
    understood, for texts such as "1.204,50".

    Examples
    --------
    >>> age = Column("Age", Kind.NUMBER, Role.FEATURE)
    >>> cell_values(pd.Series(["41", "007", "3a", ""]), age)
    [41.0, '007', '3a', '']
    """
    texts = [str(value) for value in text.tolist()]
    if column is None or column.kind is not Kind.NUMBER or column.role in _NAMES_SOMETHING:
        return list(texts)
    known = [np.nan] * len(texts) if typed is None else typed.astype(np.float64).tolist()
    return [_cell(value, number) for value, number in zip(texts, known, strict=True)]


def _cell(text: str, number: float) -> Cell:
    stripped = text.strip()
    if sum(map(str.isdigit, stripped)) > EXACT_DIGITS:
        return text
    if _PLAIN.fullmatch(stripped):
        # A cell that was understood otherwise, "1.204" as 1204, means what was understood.
        return float(stripped) if np.isnan(number) else number
    return number if np.isfinite(number) and _GROUPED.fullmatch(stripped) else text
