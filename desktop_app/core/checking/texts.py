"""A column of text as its distinct values, so that each value is looked at once.

Of a long column the text stays in the database: what many words take is fetched when it is asked
for, and let go. Knows nothing of what the values mean.
"""

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

BoolArray = npt.NDArray[np.bool_]
CodeArray = npt.NDArray[np.int32]
RowArray = npt.NDArray[np.int64]
WordArray = npt.NDArray[np.object_]

_MANY_WORDS = 50_000  # more are let go after use; so many take 4 MB
_COUNTLESS_WORDS = 1_200_000  # more are fetched in pieces; so many take 90 MB for a moment
_WORDS_PER_PIECE = 250_000  # 20 MB; a question for each piece takes a fifth of a second
_WORDS_BETWEEN_PAUSES = 50_000  # reading them takes a few hundredths of a second


class Cells(Protocol):
    """Where a column's n cells stand; blanks around their text play no part."""

    @property
    def n_rows(self) -> int:
        """The number of cells."""

    def pause(self) -> None:
        """Raise ``Cancelled`` if the column is no longer wanted."""

    def groups(self) -> tuple[RowArray, RowArray]:
        """Give the first row of each word, ascending, and how many rows it has."""

    def first_rows_of(self, listed: Collection[str]) -> RowArray:
        """Give the first rows of the words that, in small letters, are among ``listed``."""

    def n_words_longer_than(self, n: int) -> int:
        """Give how many words have more than ``n`` characters."""

    def plain_moments(self) -> tuple[RowArray, RowArray]:
        """Give the first rows of words as 2024-03-01 or 2024-03-01 17:09:00, and their seconds."""

    def words(self) -> tuple[RowArray, RowArray, WordArray]:
        """Give what ``groups`` does, and the words."""

    def words_in(self, rows: RowArray) -> WordArray:
        """Give the words in some rows, ascending."""

    def rows_like(self, rows: RowArray) -> RowArray:
        """Give all rows, ascending, with the word of one of ``rows``."""

    def codes(self, first_rows: RowArray) -> CodeArray:
        """Give for each row the place of its word's first row among ``first_rows``."""


class Texts:
    """One column: n rows and their u distinct words, blanks around them gone.

    The words stand in order of appearance, ``""`` = empty.
    """

    def __init__(self, cells: Cells) -> None:
        self._cells = cells

    @classmethod
    def of(cls, column: pd.Series) -> "Texts":
        """Take a column of text in memory apart.

        >>> texts = Texts.of(pd.Series(["a", "b ", "a", "b"]))
        >>> texts.words.tolist(), texts.codes.tolist(), texts.counts.tolist()
        (['a', 'b'], [0, 1, 0, 1], [2, 2])
        """
        return cls(_CellsInMemory(column.to_numpy(dtype=object)))

    @property
    def n_rows(self) -> int:
        """The number of rows."""
        return self._cells.n_rows

    @cached_property
    def n_words(self) -> int:
        """The number of distinct words."""
        return len(self.first_rows)

    @property
    def first_rows(self) -> RowArray:
        """(u,) the row in which each word appears first, ascending."""
        return self._groups[0]

    @property
    def counts(self) -> RowArray:
        """(u,) rows per word."""
        return self._groups[1]

    @cached_property
    def words(self) -> WordArray:
        """(u,) the distinct words; of a long column they come anew after ``release``."""
        first_rows, counts, words = self._cells.words()
        self.__dict__.setdefault("_groups", (first_rows, counts))
        return words

    @property
    def codes(self) -> CodeArray:
        """(n,) the place in ``words`` of each row's word, never kept: ``words[codes]`` = the rows."""
        return self._cells.codes(self.first_rows)

    @property
    def is_blank(self) -> BoolArray:
        """Which words are the empty text."""
        return self.are_among(("",))

    def are_among(self, listed: Collection[str]) -> BoolArray:
        """Tell which words, in small letters, are among ``listed``, without fetching any."""
        chosen = np.zeros(self.n_words, dtype=bool)
        chosen[np.searchsorted(self.first_rows, self._cells.first_rows_of(listed))] = True
        return chosen

    def n_longer_than(self, n: int) -> int:
        """Give how many words have more than ``n`` characters."""
        return self._cells.n_words_longer_than(n)

    def plain_moments(self) -> npt.NDArray[np.datetime64]:
        """(u,) the moments of plain words that are many, datetime64[s], without fetching any.

        NaT says nothing: the word may be a date all the same.
        """
        moments = np.full(self.n_words, np.datetime64("NaT", "s"))
        if not self._has_words:
            first_rows, seconds = self._cells.plain_moments()
            places = np.searchsorted(self.first_rows, first_rows)
            moments[places] = seconds.astype("datetime64[s]")
        return moments

    def words_at(self, places: RowArray) -> WordArray:
        """Give the words at some places, ascending, without fetching all."""
        if self._has_words:
            return self.words[places]
        return self._cells.words_in(self.first_rows[places])

    def pieces(self, places: RowArray | None = None) -> Iterator[WordArray]:
        """Give all words, or those at some places, ascending, some at a time."""
        if self._has_words or self.n_words <= _COUNTLESS_WORDS:
            words = self.words if places is None else self.words[places]
            for first in range(0, max(len(words), 1), _WORDS_BETWEEN_PAUSES):
                self._cells.pause()
                yield words[first : first + _WORDS_BETWEEN_PAUSES]
            return
        rows = self.first_rows if places is None else self.first_rows[places]
        for first in range(0, len(rows), _WORDS_PER_PIECE):
            words = self._cells.words_in(rows[first : first + _WORDS_PER_PIECE])
            for start in range(0, len(words), _WORDS_BETWEEN_PAUSES):
                self._cells.pause()
                yield words[start : start + _WORDS_BETWEEN_PAUSES]

    def rows_where(self, chosen: BoolArray) -> RowArray:
        """Give the rows, ascending, whose word is chosen by the (u,) mask."""
        if not chosen.any():
            return np.empty(0, dtype=np.int64)
        if chosen.all():
            return np.arange(self.n_rows, dtype=np.int64)
        return self._cells.rows_like(self.first_rows[chosen])

    def release(self) -> None:
        """Let go of what many words take."""
        if self.n_words > _MANY_WORDS:
            self.__dict__.pop("words", None)
        if self.n_words > _COUNTLESS_WORDS:
            self.__dict__.pop("_groups", None)

    @property
    def _has_words(self) -> bool:
        return "words" in self.__dict__ or self.n_words <= _MANY_WORDS

    @cached_property
    def _groups(self) -> tuple[RowArray, RowArray]:
        if self.n_rows > _COUNTLESS_WORDS:
            return self._cells.groups()
        first_rows, counts, words = self._cells.words()  # which are looked at in any case
        self.__dict__.setdefault("words", words)
        return first_rows, counts


class _CellsInMemory:
    """The cells of a short column, which are quicker in memory."""

    def __init__(self, cells: WordArray) -> None:
        codes, words = _distinct(cells)
        stripped = np.fromiter((word.strip() for word in words), dtype=object, count=len(words))
        if (stripped != words).any():
            places, words = _distinct(stripped)
            codes = places[codes]
        self._codes, self._words = codes, words

    @property
    def n_rows(self) -> int:
        return len(self._codes)

    def pause(self) -> None:
        pass

    def groups(self) -> tuple[RowArray, RowArray]:
        highest_before = np.concatenate(([-1], np.maximum.accumulate(self._codes)))[:-1]
        first_rows = np.flatnonzero(self._codes > highest_before)
        return first_rows, np.bincount(self._codes, minlength=len(self._words))

    def first_rows_of(self, listed: Collection[str]) -> RowArray:
        wanted = frozenset(listed)
        chosen = [word.lower() in wanted for word in self._words]
        return self.groups()[0][np.array(chosen, dtype=bool)]

    def n_words_longer_than(self, n: int) -> int:
        return sum(len(word) > n for word in self._words)

    def plain_moments(self) -> tuple[RowArray, RowArray]:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)

    def words(self) -> tuple[RowArray, RowArray, WordArray]:
        return *self.groups(), self._words

    def words_in(self, rows: RowArray) -> WordArray:
        return self._words[self._codes[rows]]

    def rows_like(self, rows: RowArray) -> RowArray:
        is_wanted = np.zeros(len(self._words), dtype=bool)
        is_wanted[self._codes[rows]] = True
        return np.flatnonzero(is_wanted[self._codes])

    def codes(self, first_rows: RowArray) -> CodeArray:
        return self._codes


def _distinct(values: WordArray) -> tuple[CodeArray, WordArray]:
    codes, words = pd.factorize(values)
    return codes.astype(np.int32, copy=False), np.asarray(words, dtype=object)
