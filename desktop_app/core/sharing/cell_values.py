"""Text cells as what a workbook should hold: numbers and days where that loses nothing, else text."""

import re
from datetime import datetime

import numpy as np
import pandas as pd

from desktop_app.core.checking.columns import Column, Kind, Role

FIRST_YEAR = 1900  # a workbook knows no day before
EXACT_DIGITS = 15  # what a spreadsheet keeps of a number
_PLAIN = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_GROUPED = re.compile(r"-?(0|[1-9][0-9.,'’ \u00a0\u202f]*)([.,][0-9]+)?")
_NAMES_SOMETHING = (Role.ID, Role.ORDER_ID, Role.CONTACT)

Cell = float | str | datetime


def cell_values(
    text: pd.Series, column: Column | None = None, typed: pd.Series | None = None
) -> list[Cell]:
    """Give the cells of one column.

    Only a number column that names nothing becomes numbers, and only cells that a number can stand
    for exactly: "007", "12 kg" and card numbers stay text. Days become days. ``typed`` holds the
    values as they were understood, for texts such as "1.204,50".

    Examples
    --------
    >>> age = Column("Age", Kind.NUMBER, Role.FEATURE)
    >>> cell_values(pd.Series(["41", "007", "3a", ""]), age)
    [41.0, '007', '3a', '']
    """
    texts = [str(value) for value in text.tolist()]
    if column is not None and column.kind is Kind.DATE and typed is not None:
        return [_day(value, day) for value, day in zip(texts, typed.tolist(), strict=True)]
    if column is None or column.kind is not Kind.NUMBER or column.role in _NAMES_SOMETHING:
        return list(texts)
    known = [np.nan] * len(texts) if typed is None else typed.astype(np.float64).tolist()
    return [_cell(value, number) for value, number in zip(texts, known, strict=True)]


def _day(text: str, day: object) -> Cell:
    """Give the day, if it was understood and a workbook knows it."""
    if isinstance(day, pd.Timestamp) and not pd.isna(day) and day.year >= FIRST_YEAR:
        return day.to_pydatetime(warn=False)
    return text


def _cell(text: str, number: float) -> Cell:
    stripped = text.strip()
    if sum(map(str.isdigit, stripped)) > EXACT_DIGITS:
        return text
    if _PLAIN.fullmatch(stripped):
        # A cell that was understood otherwise, "1.204" as 1204, means what was understood.
        return float(stripped) if np.isnan(number) else number
    return number if np.isfinite(number) and _GROUPED.fullmatch(stripped) else text
