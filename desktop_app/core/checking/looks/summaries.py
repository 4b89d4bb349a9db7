"""What the values of one column are as a whole: middle, spread and shape; the commonest words.

Numbers come as float64 with NaN for no value, dates as days since 1970. No drawing, no sentences.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from desktop_app.core.checking.checked import FloatArray
from desktop_app.core.checking.columns import Kind
from desktop_app.core.checking.findings.unusual_values import far_out
from desktop_app.core.checking.looks.round_edges import day_edges, even_edges

MOST_BARS = 24  # thinner bars show chance, not shape
MOST_WORDS = 8
USUAL = (5.0, 95.0)
"""Percentiles between which nine values of ten lie."""


@dataclass(frozen=True, slots=True)
class NumberSummary:
    """The values of a column in its own unit; ``n`` of them are known, ``n_empty`` rows have none.

    ``lower`` and ``upper`` are the quartiles: half of the values lie between them. Nine of ten lie
    between ``usual_low`` and ``usual_high``.
    """

    n: int
    n_empty: int
    mean: float
    minimum: float
    usual_low: float
    lower: float
    middle: float
    upper: float
    usual_high: float
    maximum: float


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many values lie in each interval from one of ``edges`` to the next.

    Values that are far out (``unusual_values.far_out``) would squeeze all others into a few bars: they
    are counted in ``n_below`` and ``n_above`` the edges, or beside the others inside of them.
    """

    edges: tuple[float, ...]
    counts: tuple[int, ...]
    n_below: int = 0
    n_above: int = 0


@dataclass(frozen=True, slots=True)
class WordSummary:
    """The commonest values of a column and how often each occurs, ``n_other`` rows have another."""

    n: int
    n_empty: int
    values: tuple[str, ...]
    counts: tuple[int, ...]
    n_other: int = 0


def as_numbers(series: pd.Series, kind: Kind) -> FloatArray:
    """Give a column of numbers or dates as float64: dates as days since 1970, NaN for no value.

    >>> as_numbers(pd.Series(pd.to_datetime(["1970-01-03", None])), Kind.DATE).tolist()
    [2.0, nan]
    """
    if kind is not Kind.DATE:
        values = series.to_numpy(dtype=np.float64)
        return np.where(np.isfinite(values), values, np.nan)
    moments = series.to_numpy().astype("datetime64[s]")
    return np.where(np.isnat(moments), np.nan, moments.astype(np.int64) / 86_400)


def summarise_numbers(values: FloatArray) -> NumberSummary | None:
    """Give middle and spread of ``values``, (n,) with NaN for no value; ``None`` if all are NaN.

    >>> summary = summarise_numbers(np.array([1.0, 2.0, 3.0, 4.0, 5.0, np.nan]))
    >>> summary.lower, summary.middle, summary.upper, summary.n_empty
    (2.0, 3.0, 4.0, 1)
    """
    known = values[~np.isnan(values)]
    if not len(known):
        return None
    places = (0.0, USUAL[0], 25.0, 50.0, 75.0, USUAL[1], 100.0)
    spread = (float(value) for value in np.percentile(known, places))
    return NumberSummary(len(known), len(values) - len(known), float(known.mean()), *spread)


def histogram_of(values: FloatArray, *, are_days: bool = False) -> Histogram | None:
    """Count ``values`` between round edges; ``None`` if none is known.

    >>> histogram_of(np.array([1.0, 2.0, 2.0, 4.0])).counts
    (1, 2, 0, 1)
    """
    known = values[~np.isnan(values)]
    if not len(known):
        return None
    is_odd = np.zeros(len(known), dtype=bool) if are_days else far_out(known)
    usual = known[~is_odd]
    low, high = float(usual.min()), float(usual.max())
    if are_days:
        edges = day_edges(low, high, MOST_BARS)
    else:
        is_whole = bool((usual == np.floor(usual)).all())
        edges = even_edges(low, high, MOST_BARS, is_whole=is_whole)
    counts, _ = np.histogram(usual, edges)
    odd = known[is_odd]
    n_below = int((odd < low).sum())
    return Histogram(tuple(edges.tolist()), tuple(counts.tolist()), n_below, len(odd) - n_below)


def summarise_words(series: pd.Series, most: int = MOST_WORDS) -> WordSummary:
    """Give the ``most`` commonest values, the commonest first, equally common ones by name.

    >>> summarise_words(pd.Series(["b", "a", "b", "c", ""]), most=2)
    WordSummary(n=4, n_empty=1, values=('b', 'a'), counts=(2, 1), n_other=1)
    """
    counts = series.value_counts(sort=False)
    n_filled = int(counts.sum()) - int(counts.get("", 0))
    counts = counts.drop(labels="", errors="ignore")
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))[:most]
    shown = tuple(int(count) for _, count in ordered)
    return WordSummary(
        n=n_filled,
        n_empty=len(series) - n_filled,
        values=tuple(str(word) for word, _ in ordered),
        counts=shown,
        n_other=n_filled - sum(shown),
    )
