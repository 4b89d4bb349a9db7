"""A column of text as its distinct values, so that each value is looked at once.

Knows nothing of what the values mean.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

BoolArray = npt.NDArray[np.bool_]
WordArray = npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """One column: ``words[codes]`` are its n rows, blanks around them gone.

    ``codes``: (n,) int64. ``words``: (u,) distinct text in order of appearance, ``""`` = empty.
    ``counts``: (u,) rows per word.
    """

    codes: npt.NDArray[np.int64]
    words: WordArray
    counts: npt.NDArray[np.int64]

    @classmethod
    def of(cls, column: pd.Series) -> "Texts":
        """Take a column of text apart.

        >>> texts = Texts.of(pd.Series(["a", "b ", "a", "b"]))
        >>> texts.words.tolist(), texts.codes.tolist(), texts.counts.tolist()
        (['a', 'b'], [0, 1, 0, 1], [2, 2])
        """
        codes, words = _distinct(column.to_numpy(dtype=object))
        stripped = np.fromiter((word.strip() for word in words), dtype=object, count=len(words))
        if (stripped != words).any():
            places, words = _distinct(stripped)
            codes = places[codes]
        return cls(codes, words, np.bincount(codes, minlength=len(words)))

    @property
    def n_rows(self) -> int:
        """The number of rows."""
        return len(self.codes)

    @property
    def is_blank(self) -> BoolArray:
        """Which words are the empty text."""
        return np.asarray(self.words == "", dtype=bool)

    def rows_where(self, chosen: BoolArray) -> npt.NDArray[np.int64]:
        """Give the rows, ascending, whose word is chosen by the (u,) mask."""
        return np.flatnonzero(chosen[self.codes]) if chosen.any() else np.empty(0, dtype=np.int64)


def _distinct(values: WordArray) -> tuple[npt.NDArray[np.int64], WordArray]:
    codes, words = pd.factorize(values)
    return codes.astype(np.int64, copy=False), np.asarray(words, dtype=object)
