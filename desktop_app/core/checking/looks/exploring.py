"""A first look at one column: bars for numbers and dates, counts for words. No drawing."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from desktop_app.core.checking.columns import Column, Kind
from desktop_app.core.progress import NO_PROGRESS, Progress


@dataclass(frozen=True, slots=True)
class ColumnBars:
    """What a small chart of a column shows.

    Numbers and dates: ``edges`` (one more than ``counts``; dates as days since 1970) and
    ``middle``, the median. Words: ``values``, the commonest first. ``n_empty`` rows have no value,
    ``n_other`` rows have a word beyond those shown.
    """

    counts: tuple[int, ...] = ()
    edges: tuple[float, ...] = ()
    middle: float | None = None
    values: tuple[str, ...] = ()
    n_empty: int = 0
    n_other: int = 0


def column_bars(frame_column: pd.Series, column: Column, n_bins: int = 16) -> ColumnBars:
    """Count the values of a column in at most ``n_bins`` bars.

    Whole numbers with few values get one bar each, centred on the value.

    >>> from desktop_app.core.checking.columns import Role
    >>> town = Column("Town", Kind.CATEGORY, Role.DESCRIBE)
    >>> column_bars(pd.Series(["Ghent", "Bruges", "Ghent", ""]), town).values
    ('Ghent', 'Bruges')
    """
    if column.kind is Kind.NUMBER:
        return _bars(frame_column.to_numpy(dtype=np.float64), n_bins)
    if column.kind is Kind.DATE:
        moments = frame_column.to_numpy().astype("datetime64[s]")
        days = moments.astype(np.int64) / 86_400
        return _bars(np.where(np.isnat(moments), np.nan, days), n_bins)
    return _word_bars(frame_column, n_bins)


def explore_columns(
    series_of: Callable[[str], pd.Series],
    columns: tuple[Column, ...],
    n_bins: int = 16,
    *,
    progress: Progress = NO_PROGRESS,
) -> dict[str, ColumnBars]:
    """Count the values of each of ``columns``; the result is by column name; ``series_of`` gives
    the values of a column.
    """
    bars = {}
    for column in columns:
        progress.checkpoint()
        bars[column.name] = column_bars(series_of(column.name), column, n_bins)
    return bars


def _bars(values: np.ndarray, n_bins: int) -> ColumnBars:
    known = values[np.isfinite(values)]
    n_empty = len(values) - len(known)
    if not len(known):
        return ColumnBars(n_empty=n_empty)
    edges = _edges(known, n_bins)
    counts, _ = np.histogram(known, edges)
    return ColumnBars(
        counts=tuple(counts.tolist()),
        edges=tuple(edges.tolist()),
        middle=float(np.median(known)),
        n_empty=n_empty,
    )


def _edges(known: np.ndarray, n_bins: int) -> np.ndarray:
    low, high = float(known.min()), float(known.max())
    if low == high:
        return np.array([low - 0.5, high + 0.5])
    if high - low < n_bins and bool((known == np.floor(known)).all()):
        return np.arange(low - 0.5, high + 1.0)
    return np.linspace(low, high, n_bins + 1)


def _word_bars(frame_column: pd.Series, n_bins: int) -> ColumnBars:
    counts = frame_column.value_counts(sort=True)
    n_empty = int(counts.get("", 0)) + int(frame_column.isna().sum())
    counts = counts.drop(labels="", errors="ignore")
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))
    shown = ordered[:n_bins]
    return ColumnBars(
        counts=tuple(int(count) for _, count in shown),
        values=tuple(str(word) for word, _ in shown),
        n_empty=n_empty,
        n_other=int(sum(count for _, count in ordered[n_bins:])),
    )
