"""The door of looking: one column of a checked table, what goes together, a pair.

Puts together what its neighbours find out about arrays. No drawing, no sentences.
"""

from dataclasses import dataclass, replace
from typing import TypeVar

import pandas as pd

from desktop_app.core.checking.checked import CheckedTable, FloatArray
from desktop_app.core.checking.columns import Column, Kind
from desktop_app.core.checking.looks.bands import Bands, bands_of
from desktop_app.core.checking.looks.comparing import Comparison, Telling, compare, telling_pairs
from desktop_app.core.checking.looks.pairs import PairPicture, pair_picture
from desktop_app.core.checking.looks.relations import ROWS_COMPARED, Relation, RelationMap, relate
from desktop_app.core.checking.looks.summaries import (
    Histogram,
    NumberSummary,
    WordSummary,
    as_numbers,
    histogram_of,
    summarise_numbers,
    summarise_words,
)
from desktop_app.core.progress import NO_PROGRESS, Progress

MOST_CATEGORIES = 100  # columns with more different words compare nothing
LEAST_TOLD = 0.01  # of the differences; less is nothing to point at
_MOST_COLUMNS = 40
_WITHOUT_SHAPE = (Kind.TEXT, Kind.EMPTY)
_NAMES = ("identifier", "contact")

Values = TypeVar("Values", FloatArray, pd.Series)


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """Everything there is to show of one column.

    ``numbers`` and ``histogram`` are there for numbers and dates (as days since 1970) that have a
    value at all, ``words`` for the rest. ``partners`` are the columns that this one can be compared
    with, those that tell most first: categories for a number, numbers for a category.
    """

    column: Column
    n_rows: int
    numbers: NumberSummary | None = None
    histogram: Histogram | None = None
    bands: Bands | None = None
    words: WordSummary | None = None
    comparison: Comparison | None = None
    partners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TogetherLook:
    """How numbers go together, and which categories tell most about which number.

    ``relations`` is ``None`` with fewer than two numbers.
    """

    relations: RelationMap | None
    tellings: tuple[Telling, ...] = ()


def can_be_looked_at(column: Column) -> bool:
    """Tell whether the values of a column have a shape; names and free text are all different."""
    return column.kind not in _WITHOUT_SHAPE and column.unfit not in _NAMES


def look_at_column(
    checked: CheckedTable, name: str, by: str | None = None, *, progress: Progress = NO_PROGRESS
) -> ColumnLook:
    """Look at the column called ``name``, compared with ``by`` where both have values to compare.

    Raises
    ------
    Cancelled
        ``progress`` says that the result is no longer wanted.

    Examples
    --------
    >>> from desktop_app.core.checking.understanding import check_table
    >>> from desktop_app.core.intake.tables import RawTable
    >>> rows = [[str(20 + i % 9), "FM"[i % 2]] for i in range(40)]
    >>> look = look_at_column(check_table(RawTable.from_rows(["Age", "Sex"], rows)), "Age", "Sex")
    >>> look.numbers.middle, look.partners
    (23.5, ('Sex',))
    """
    column = checked.column(name)
    series = checked.series(name)
    partners = _partners(checked, column, progress)
    other = by if by in partners else None
    look = ColumnLook(column, len(series), partners=partners)
    if column.kind not in (Kind.NUMBER, Kind.DATE):
        look = replace(look, words=summarise_words(series))
        progress.checkpoint()
        if other is None:
            return look
        return replace(look, comparison=compare(other, _numbers(checked, other), name, series))
    values = as_numbers(series, column.kind)
    look = replace(look, numbers=summarise_numbers(values), bands=bands_of(values, column))
    progress.checkpoint()
    look = replace(look, histogram=histogram_of(values, are_days=column.kind is Kind.DATE))
    progress.checkpoint()
    if other is None:
        return look
    return replace(look, comparison=compare(name, values, other, checked.series(other)))


def look_at_relations(checked: CheckedTable, *, progress: Progress = NO_PROGRESS) -> TogetherLook:
    """Look at what goes together in a table.

    Raises
    ------
    Cancelled
        ``progress`` says that the result is no longer wanted.

    Examples
    --------
    >>> from desktop_app.core.checking.understanding import check_table
    >>> from desktop_app.core.intake.tables import RawTable
    >>> rows = [[str(20 + i % 9), str(900 - i % 9)] for i in range(40)]
    >>> look = look_at_relations(check_table(RawTable.from_rows(["Age", "Spent"], rows)))
    >>> look.relations.strongest()[0].strength
    -1.0
    """
    numbers, categories = number_columns(checked), category_columns(checked)
    values = {}
    for column in numbers:
        progress.checkpoint()
        values[column.name] = _numbers(checked, column.name)
    relations = relate(values, progress=progress)
    tellings = telling_pairs(
        {name: _some(column) for name, column in values.items()},
        {column.name: _some(checked.series(column.name)) for column in categories},
        progress=progress,
    )
    told = (pair for pair in tellings if pair.is_clear and pair.share >= LEAST_TOLD)
    return TogetherLook(relations, tuple(told))


def look_at_pair(
    checked: CheckedTable, relation: Relation, *, progress: Progress = NO_PROGRESS
) -> PairPicture:
    """Take the picture of two number columns that ``relation`` names.

    Raises
    ------
    Cancelled
        ``progress`` says that the result is no longer wanted.

    Examples
    --------
    >>> from desktop_app.core.checking.understanding import check_table
    >>> from desktop_app.core.intake.tables import RawTable
    >>> rows = [[str(20 + i % 9), str(900 - i % 9)] for i in range(40)]
    >>> checked = check_table(RawTable.from_rows(["Age", "Spent"], rows))
    >>> len(look_at_pair(checked, Relation("Age", "Spent", -1.0, 40)).x)
    40
    """
    first, second = (_numbers(checked, name) for name in (relation.first, relation.second))
    progress.checkpoint()
    return pair_picture(relation, first, second, progress=progress)


def number_columns(checked: CheckedTable) -> list[Column]:
    """Give the columns of numbers that can be looked at and are not the same for everyone."""
    return [
        column
        for column in checked.columns
        if column.kind is Kind.NUMBER and can_be_looked_at(column) and column.n_distinct > 1
    ][:_MOST_COLUMNS]


def category_columns(checked: CheckedTable) -> list[Column]:
    """Give the columns of words that part the rows into a few categories."""
    return [
        column
        for column in checked.columns
        if column.kind in (Kind.CATEGORY, Kind.YES_NO)
        and can_be_looked_at(column)
        and 2 <= column.n_distinct <= MOST_CATEGORIES
    ][:_MOST_COLUMNS]


def _partners(checked: CheckedTable, column: Column, progress: Progress) -> tuple[str, ...]:
    numbers, categories = number_columns(checked), category_columns(checked)
    if column in numbers:
        numbers = [column]
    elif column in categories:
        categories = [column]
    else:
        return ()
    pairs = telling_pairs(
        {c.name: _some(_numbers(checked, c.name)) for c in numbers},
        {c.name: _some(checked.series(c.name)) for c in categories},
        progress=progress,
    )
    return tuple(pair.category if column in numbers else pair.number for pair in pairs)


def _numbers(checked: CheckedTable, name: str) -> FloatArray:
    return as_numbers(checked.series(name), Kind.NUMBER)


def _some(values: Values) -> Values:
    """Take at most ``ROWS_COMPARED`` rows evenly from all: enough to rank by."""
    return values[:: max(1, -(-len(values) // ROWS_COMPARED))]
