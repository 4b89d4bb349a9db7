"""Counting a column segment by segment, in passes over whole arrays.

Knows nothing of what is said about the counts.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import FloatArray, IntArray

QUARTILES = np.array([0.25, 0.5, 0.75])


@dataclass(frozen=True, slots=True, eq=False)
class NumberSums:
    """A number column by segment, over its known values.

    ``means``: (k,), NaN where a segment has no known value; ``quartiles``: (k, 3), linear between
    neighbours; ``mean`` and ``spread`` (population standard deviation) of everyone; ``between`` and
    ``total``: sums of squares.
    """

    means: FloatArray
    quartiles: FloatArray
    mean: float
    spread: float
    between: float
    total: float


@dataclass(frozen=True, slots=True, eq=False)
class WordCounts:
    """A column of words by segment; empty cells count nowhere.

    ``table``: (k, number of words) customers; ``words`` in alphabetical order.
    """

    words: tuple[str, ...]
    table: IntArray

    @property
    def shares(self) -> FloatArray:
        """Give the share of each word within the segment; 0 where nothing is known."""
        sizes: FloatArray = np.maximum(self.table.sum(axis=1, keepdims=True), 1).astype(np.float64)
        return self.table / sizes

    @property
    def overall_shares(self) -> FloatArray:
        """Give the share of each word among everyone."""
        counts: FloatArray = self.table.sum(axis=0).astype(np.float64)
        return counts / counts.sum()


def number_sums(
    values: FloatArray, labels: IntArray, k: int, *, progress: Progress = NO_PROGRESS
) -> NumberSums:
    """Add up a number column by segment; NaN is an unknown value.

    >>> sums = number_sums(np.array([1.0, 3.0, np.nan, 8.0]), np.array([0, 0, 0, 1]), 2)
    >>> sums.means.tolist(), sums.quartiles[0].tolist(), sums.mean
    ([2.0, 8.0], [1.5, 2.0, 2.5], 4.0)
    """
    is_known = np.isfinite(values)
    if not is_known.all():
        values, labels = values[is_known], labels[is_known]
    sizes = np.bincount(labels, minlength=k)
    if not len(values):
        return NumberSums(np.full(k, np.nan), np.full((k, 3), np.nan), 0.0, 0.0, 0.0, 0.0)
    mean = float(values.mean())
    # Sums of differences from the mean keep their digits where sums of large values would not.
    moved = values - mean
    with np.errstate(invalid="ignore"):
        moved_means = np.bincount(labels, weights=moved, minlength=k) / sizes
    total = float(moved @ moved)
    is_constant = bool(values.min() == values.max())
    progress.checkpoint()
    return NumberSums(
        means=mean + moved_means,
        quartiles=_quartiles(values, labels, sizes, progress),
        mean=mean,
        spread=0.0 if is_constant else float(np.sqrt(total / len(values))),
        between=float(np.nansum(sizes * moved_means**2)),
        total=0.0 if is_constant else total,
    )


def word_counts(values: pd.Series, labels: IntArray, k: int) -> WordCounts:
    """Count the words of a column by segment.

    >>> counts = word_counts(pd.Series(["b", "a", "", "b"]), np.array([0, 0, 1, 1]), 2)
    >>> counts.words, counts.table.tolist()
    (('a', 'b'), [[1, 1], [0, 1]])
    """
    codes, words = pd.factorize(values, sort=False)
    is_word = np.array([*(str(word) != "" for word in words), False])[codes]
    cells = np.bincount(
        labels[is_word] * len(words) + codes[is_word], minlength=k * len(words)
    ).reshape(k, len(words))
    order = sorted(
        (i for i in range(len(words)) if str(words[i]) != ""), key=lambda i: str(words[i])
    )
    return WordCounts(tuple(str(words[i]) for i in order), cells[:, order])


def _quartiles(
    values: FloatArray, labels: IntArray, sizes: IntArray, progress: Progress
) -> FloatArray:
    """Give the quartiles of each segment from one sort of everyone."""
    by_value = np.argsort(values)
    progress.checkpoint()
    # Small integers sort by counting, which keeps the order of the values within a segment.
    small = labels.astype(np.int16)
    ranked = values[by_value[np.argsort(small[by_value], kind="stable")]]
    starts = np.cumsum(sizes) - sizes
    quartiles = np.full((len(sizes), len(QUARTILES)), np.nan)
    for segment in np.flatnonzero(sizes):
        places = starts[segment] + QUARTILES * (sizes[segment] - 1)
        below = np.floor(places).astype(np.int64)
        above = np.minimum(below + 1, starts[segment] + sizes[segment] - 1)
        quartiles[segment] = ranked[below] + (places - below) * (ranked[above] - ranked[below])
    return quartiles
