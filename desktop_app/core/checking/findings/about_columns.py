"""Findings about columns as a whole, and about what two of them have to do with each other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd

from desktop_app.core.checking.answers import KEEP, KEEP_ONE
from desktop_app.core.checking.checked import Finding
from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.checking.findings.places import finding_where
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import is_exactly, speaks_of
from desktop_app.core.checking.kinds import Reading
from desktop_app.core.checking.texts import BoolArray
from desktop_app.core.checking.values import money_sign
from desktop_app.core.intake.tables import RawTable

NEARLY_SAME = 0.95  # |r|; methods, section 1
_DOMINATES = 100.0  # times the spread of the next column: unscaled, nothing else would count
_ENOUGH_PAIRS = 10  # fewer rows agree by chance
_MOST_COMPARED = 40  # columns; pairs grow with the square
_ROWS_COMPARED = 20_000  # correlations above .95 are plain on fewer


def about_column(column: Column, reading: Reading) -> Iterator[Finding]:
    """Give why a column cannot form segments, where that deserves a word."""
    match column.unfit:
        case "constant":
            example = str(reading.some_words[0]) if len(reading.some_words) else ""
            yield Finding("constant_column", reading.n_filled, column.name, example=example)
        case "identifier" | "contact" if not _names_an_order(column):
            yield Finding("identifier_column", reading.n_filled, column.name)
        case "too_many_categories":
            yield Finding("too_many_categories", reading.n_distinct, column.name)


def mixed_currencies(raw: RawTable, column: Column, reading: Reading) -> Iterator[Finding]:
    """Give the rows that are not in the commonest currency of a column."""
    is_other, signs = _other_currencies(column, reading)
    finding = finding_where(raw, "mixed_currencies", reading, is_other) if len(signs) > 1 else None
    if finding is not None:
        yield replace(finding, example=", ".join(signs))


def between_columns(pairs: Sequence[tuple[Column, Reading]]) -> Iterator[Finding]:
    """Give pairs of facts that say the same, and a fact whose numbers dwarf all others."""
    numbers = [
        reading
        for column, reading in pairs
        if column.role is Role.FEATURE and column.kind is Kind.NUMBER and column.unfit is None
    ]
    if len(numbers) < 2:
        return
    frame = pd.DataFrame({r.name: _sample(r) for r in numbers[:_MOST_COMPARED]})
    for first, second in nearly_same(frame):
        yield Finding("nearly_same_columns", 1, first, example=second, fixes=(KEEP_ONE, KEEP))
    spreads = frame.std(ddof=0).sort_values(ascending=False, kind="stable")
    if spreads.iloc[1] > 0 and spreads.iloc[0] > _DOMINATES * spreads.iloc[1]:
        yield Finding("dominating_column", 1, str(spreads.index[0]))


def nearly_same(frame: pd.DataFrame) -> list[tuple[str, str]]:
    """Give the pairs of number columns, in their order, that say nearly the same (|r| > .95).

    >>> steps = np.arange(20.0)
    >>> nearly_same(pd.DataFrame({"a": steps, "b": 3 - 2 * steps, "c": steps % 2}))
    [('a', 'b')]
    """
    relation = frame.corr(min_periods=_ENOUGH_PAIRS).abs()
    return [
        (first, second)
        for first, second in combinations(frame.columns, 2)
        if relation.loc[first, second] > NEARLY_SAME
    ]


def _names_an_order(column: Column) -> bool:
    return column.role is Role.ORDER_ID or speaks_of(column.name, Topic.ORDER, Topic.THING)


def _sample(reading: Reading) -> pd.Series:
    step = max(1, reading.texts.n_rows // _ROWS_COMPARED)
    return reading.series().iloc[::step].reset_index(drop=True)


def _other_currencies(column: Column, reading: Reading) -> tuple[BoolArray, tuple[str, ...]]:
    """Give which words are not in the commonest currency, and all of them, the commonest first."""
    texts = reading.texts
    if column.kind is Kind.NUMBER and len(reading.signs) > 1:
        sign = [money_sign(word) for word in texts.words]
    elif column.kind is Kind.CATEGORY and is_exactly(column.name, Topic.CURRENCY):
        sign = [word.upper() for word in texts.words]
    else:
        return np.zeros(texts.n_words, dtype=bool), ()
    n_by_sign = (
        pd.Series(texts.counts)
        .groupby(pd.Series(sign, dtype=object))
        .sum()
        .drop("", errors="ignore")
    )
    ordered = sorted(n_by_sign.index, key=lambda s: (-n_by_sign[s], s))
    is_other = np.array([s != "" and s != ordered[0] for s in sign], dtype=bool)
    return is_other, tuple(ordered)
