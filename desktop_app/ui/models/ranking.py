"""The order that people expect in a sorted column: numbers by size, "C-9" before "C-10"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    import numpy.typing as npt

MOST_NATURAL = 100_000
"""Different words that are compared like people do; more would hold up the window for seconds."""

LONGEST_AT_ONCE = 40  # letters; longer words would take too much memory side by side
MANY = 20_000

_NUMBER = re.compile(r"(\d+)")


def ranks_of(column: pd.Series) -> npt.NDArray[np.float64]:
    """Give a number for each cell that sorts as the cells should; empty cells are NaN."""
    if pd.api.types.is_numeric_dtype(column.dtype):
        return column.to_numpy(dtype=np.float64, na_value=np.nan)
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        moments = column.to_numpy().astype("datetime64[s]")
        return np.where(np.isnat(moments), np.nan, moments.astype(np.int64))
    codes, values = pd.factorize(column.to_numpy(dtype=object))
    words = [str(value) for value in values]
    ranks = np.full(len(words) + 1, np.nan)  # the last is for empty cells, whose code is -1
    ranks[_order(words)] = np.arange(len(words))
    ranks[[code for code, word in enumerate(words) if word == ""]] = np.nan
    return ranks[codes]


def _order(words: list[str]) -> list[int]:
    if len(words) > MOST_NATURAL:
        if max(map(len, words)) <= LONGEST_AT_ONCE:
            # Unlike Python's own sort this one lets the window be drawn meanwhile.
            parts = (words[i : i + MANY] for i in range(0, len(words), MANY))
            order: list[int] = np.argsort(np.concatenate([np.array(p) for p in parts])).tolist()
            return order
        return sorted(range(len(words)), key=words.__getitem__)
    keys = [natural_key(word) for word in words]
    return sorted(range(len(words)), key=keys.__getitem__)


def natural_key(words: str) -> tuple[tuple[str, int], ...]:
    """Give a key that compares runs of digits as numbers and letters without case.

    >>> sorted(["C-10", "c-9", "B"], key=natural_key)
    ['B', 'c-9', 'C-10']
    """
    parts = _NUMBER.split(words.casefold())
    numbers = [int(number[:18]) for number in parts[1::2]] + [-1]
    return tuple(zip(parts[::2], numbers, strict=True))
