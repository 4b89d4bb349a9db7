"""A number compared between categories: income by gender, and which comparisons tell most."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from desktop_app.core.checking.checked import FloatArray, IntArray
from desktop_app.core.checking.looks.summaries import NumberSummary, summarise_numbers
from desktop_app.core.progress import NO_PROGRESS, Progress

MOST_CATEGORIES = 8
_ROWS_RANKED = 20_000  # what is not clear in so many rows is too small to matter
_ONCE_IN_1000 = 3.0902  # standard deviations
LEAST_CUSTOMERS = 5  # a middle of fewer is chance; they are counted among the others


@dataclass(frozen=True, slots=True)
class CategorySpread:
    """Middle and spread of a number in one category; ``name`` is ``None`` for all others."""

    name: str | None
    summary: NumberSummary


@dataclass(frozen=True, slots=True)
class Comparison:
    """The categories with the highest middle first, all others last.

    ``n_without`` rows have a number and no category. Unless ``is_clear``, chance could well make
    categories differ as much as these do.
    """

    number: str
    category: str
    spreads: tuple[CategorySpread, ...]
    n_without: int = 0
    is_clear: bool = True

    @property
    def named(self) -> tuple[CategorySpread, ...]:
        """The spreads of single categories."""
        return tuple(spread for spread in self.spreads if spread.name is not None)


@dataclass(frozen=True, slots=True)
class Telling:
    """How much a category tells about a number: the share of its differences, 0 to 1.

    ``is_clear``: chance would hardly tell as much.
    """

    number: str
    category: str
    share: float
    is_clear: bool = True


def compare(number: str, values: FloatArray, category: str, words: pd.Series) -> Comparison:
    """Compare ``values``, (n,) with NaN for none, between the values of ``words``, (n,).

    The ``MOST_CATEGORIES`` commonest categories are kept, the rest is one.

    >>> town = pd.Series(["Ghent"] * 5 + ["Delft"] * 5)
    >>> found = compare("Age", np.arange(10.0), "Town", town)
    >>> [(spread.name, spread.summary.middle) for spread in found.spreads]
    [('Delft', 7.0), ('Ghent', 2.0)]
    """
    codes, names = codes_of(words)
    is_known = ~np.isnan(values)
    sizes = np.bincount(codes[is_known & (codes >= 0)], minlength=len(names))
    order = sorted(range(len(names)), key=lambda code: (-sizes[code], names[code]))
    kept = [code for code in order[:MOST_CATEGORIES] if sizes[code] >= LEAST_CUSTOMERS]
    places = np.full(len(names) + 1, len(kept))  # the last one is for no category, which is -1
    places[kept], places[-1] = np.arange(len(kept)), -1
    groups = _split(values[is_known], places[codes[is_known]], len(kept) + 1)
    spreads = [
        CategorySpread(None if place == len(kept) else names[kept[place]], summary)
        for place, group in enumerate(groups)
        if (summary := summarise_numbers(group)) is not None
    ]
    spreads.sort(key=lambda spread: (spread.name is None, -spread.summary.middle))
    n_without = int((is_known & (codes < 0)).sum())
    step = max(1, len(values) // _ROWS_RANKED)
    _share, is_clear = _told(_ranks(values[::step]), places[codes[::step]])
    return Comparison(number, category, tuple(spreads), n_without, is_clear)


def telling_pairs(
    numbers: Mapping[str, FloatArray],
    categories: Mapping[str, pd.Series],
    *,
    progress: Progress = NO_PROGRESS,
) -> tuple[Telling, ...]:
    """Rank every pair of a number and a category by what the category tells, the most first.

    The share is eta squared of the ranks (the Kruskal-Wallis statistic over n - 1), so that one
    odd value decides nothing, less what as many categories would tell by chance.

    >>> pairs = telling_pairs({"x": np.arange(40.0)}, {"half": pd.Series(["a"] * 20 + ["b"] * 20)})
    >>> round(pairs[0].share, 2)
    0.74
    """
    coded = {name: codes_of(words)[0] for name, words in categories.items()}
    found = []
    for number, values in numbers.items():
        progress.checkpoint()
        ranks = _ranks(values)
        for category, codes in coded.items():
            if category != number:
                found.append(Telling(number, category, *_told(ranks, codes)))
    return tuple(sorted(found, key=lambda pair: (-pair.share, pair.number, pair.category)))


def codes_of(words: pd.Series) -> tuple[IntArray, list[str]]:
    """Give a number per value, (n,) with -1 for none, and the values by number."""
    codes, found = words.factorize()
    codes = codes.astype(np.int64)
    names = [str(name) for name in found]
    if "" in names:
        codes[codes == names.index("")] = -1
    return codes, names


def _split(values: FloatArray, places: IntArray, n_groups: int) -> list[FloatArray]:
    order = np.argsort(places, kind="stable")
    starts = np.searchsorted(places[order], np.arange(n_groups + 1))
    ordered = values[order]
    return [ordered[starts[i] : starts[i + 1]] for i in range(n_groups)]


def _ranks(values: FloatArray) -> FloatArray:
    return np.asarray(pd.Series(values).rank().to_numpy(dtype=np.float64))


def _told(ranks: FloatArray, codes: IntArray) -> tuple[float, bool]:
    """Give the share of the differences of ``ranks`` between ``codes``, and if it is no chance."""
    is_used = ~np.isnan(ranks) & (codes >= 0)
    ranks, codes = ranks[is_used], codes[is_used]
    sizes = np.bincount(codes)
    n, k = len(ranks), int((sizes > 0).sum())
    spread = ranks.var() * n if n else 0.0
    if k < 2 or n <= k or spread == 0.0:
        return 0.0, False
    sums = np.bincount(codes, weights=ranks)[sizes > 0]
    between = float((sums**2 / sizes[sizes > 0]).sum() - ranks.sum() ** 2 / n)
    by_chance = (k - 1) / (n - 1)
    share = max(0.0, (between / spread - by_chance) / (1.0 - by_chance))
    return float(share), bool((n - 1) * between / spread > _most_by_chance(k - 1))


def _most_by_chance(freedom: int) -> float:
    """Give what chi-square with ``freedom`` degrees exceeds once in 1,000 (Wilson and Hilferty)."""
    part = 2.0 / (9.0 * freedom)
    return float(freedom * (1.0 - part + _ONCE_IN_1000 * part**0.5) ** 3)
