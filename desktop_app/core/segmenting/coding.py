"""Columns of the customer table as columns of numbers: words become 0 and 1.

Knows nothing of scales and long tails.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from desktop_app.core.checking.columns import Column, Kind
from desktop_app.core.checking.values import YES_WORDS
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.errors import (
    ColumnMissing,
    ColumnNotANumber,
    ConstantFeature,
    IdentifierFeature,
)
from desktop_app.core.segmenting.results import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class CodedColumn:
    """One column of numbers, NaN = empty, with where it comes from.

    ``category`` is the word that counts as 1, ``None`` for a column that holds numbers.
    """

    name: str
    column: Column
    values: FloatArray
    category: str | None = None


def coded_columns(table: CustomerTable, names: tuple[str, ...]) -> Iterator[CodedColumn]:
    """Give each named column as numbers; a category column gives one column per category.

    Raises
    ------
    ColumnMissing
        The table has no such column; ``details`` holds the columns that it has.
    ColumnNotANumber
        The column holds dates, free text or too many different words.
    IdentifierFeature
        The column only names the customers.
    ConstantFeature
        The column is empty or the same for everyone.
    """
    for name in names:
        column = find_column(table, name)
        if column.kind is Kind.EMPTY or column.unfit == "constant":
            raise ConstantFeature(column=name)
        if column.kind is Kind.NUMBER:
            yield CodedColumn(name, column, numbers(table.series(name)))
        elif column.kind is Kind.YES_NO:
            yield _yes_no(column, table.series(name))
        elif column.kind is Kind.CATEGORY and column.unfit is None:
            yield from _one_hot(column, table.series(name))
        elif column.unfit in ("identifier", "contact"):
            raise IdentifierFeature(column=name)
        else:
            raise ColumnNotANumber(column=name)


def find_column(table: CustomerTable, name: str) -> Column:
    """Give the column called ``name``.

    Raises
    ------
    ColumnMissing
        The table has no such column; ``details`` holds the columns that it has.
    """
    for column in table.columns:
        if column.name == name:
            return column
    raise ColumnMissing(column=name, columns=tuple(c.name for c in table.columns))


def numbers(series: "pd.Series") -> FloatArray:
    """Give a column of numbers as float64; what is not finite is empty (NaN)."""
    values = series.to_numpy(dtype=np.float64, na_value=np.nan)
    is_finite = np.isfinite(values)
    return values if is_finite.all() else np.where(is_finite, values, np.nan)


def is_word(series: "pd.Series", word: str) -> FloatArray:
    """Give 1 where the value is ``word``, 0 where it is another, NaN where it is empty."""
    words = series.astype(str).to_numpy(dtype=object)
    is_empty = (words == "") | series.isna().to_numpy(dtype=bool)
    return np.where(is_empty, np.nan, (words == word).astype(np.float64))


def _yes_no(column: Column, series: "pd.Series") -> CodedColumn:
    if pd.api.types.is_numeric_dtype(series) and not pd.api.types.is_bool_dtype(series):
        return CodedColumn(column.name, column, numbers(series))
    words = _words(series)
    yes = next((w for w in words if w.casefold() in YES_WORDS), words[-1])
    return CodedColumn(column.name, column, is_word(series, yes), yes)


def _one_hot(column: Column, series: "pd.Series") -> Iterator[CodedColumn]:
    for word in _words(series):
        yield CodedColumn(f"{column.name} = {word}", column, is_word(series, word), word)


def _words(series: "pd.Series") -> list[str]:
    words = sorted(set(series.dropna().astype(str)) - {""})
    if not words:
        raise ConstantFeature(column=str(series.name))
    return words
