"""What the values of a column are: numbers, dates, yes and no, categories or text.

Looks at the values and only where they leave it open at the header. Knows nothing of roles.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.columns import Kind
from desktop_app.core.checking.dates import (
    CENTURY_LIMIT,
    DEFAULT_ORDER,
    ISO_ORDER,
    DateArray,
    iso_dates,
    look_like_dates,
    read_dates,
)
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import speaks_of
from desktop_app.core.checking.texts import BoolArray, RowArray, Texts, WordArray
from desktop_app.core.checking.values import (
    EXCEL_ERRORS,
    Numbers,
    are_yes_no,
    decimal_sign,
    is_empty_word,
    read_numbers,
)

FloatArray = npt.NDArray[np.float64]
Values = FloatArray | DateArray | WordArray

MANY_CATEGORIES = 12  # more columns of 0 and 1 than that drown every other feature
_MOSTLY = 0.8  # of the filled rows; the rest is shown as what it is not
_HALF = 0.5
_WORTH_A_TRY = 0.2  # of a sample of the distinct values
_FEW_ODD_WORDS = 3  # "unknown" in a third of the rows is one word, not another kind of column
_FEW_LONG = 0.05  # of the words; one long name makes no remarks of towns
_LONG_TEXT = 60  # characters; remarks are no categories
_SAMPLE = 200  # distinct values that a first look takes
_SMALLEST_SPREAD = float(np.finfo(np.float64).tiny)  # dividing by less overflows
_EMAIL = re.compile(r"'?[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")


@dataclass(frozen=True, slots=True)
class Notation:
    """How a file writes numbers and dates.

    ``decimal`` decides where the values leave it open, or always if it was told by the user.
    ``date_order`` is what the user told, ``None`` to find out; ``assumed_date_order`` holds where
    nothing decides. ``today`` tells which dates lie in the future (``None``: none does).
    """

    decimal: str = "."
    is_decimal_told: bool = False
    date_order: str | None = None
    assumed_date_order: str = DEFAULT_ORDER
    today: date | None = None


USUAL = Notation()


@dataclass(frozen=True, eq=False)
class Reading:
    """One column with its values read.

    ``read_values``: (u,) one number or date per word of ``texts``, ``None`` where a column holds
    text. ``is_empty`` and ``is_odd``: (u,) words that stand for nothing, words that are not of
    the kind.
    """

    name: str
    texts: Texts
    kind: Kind
    read_values: FloatArray | DateArray | None
    is_empty: BoolArray
    is_odd: BoolArray
    date_order: str | None = None
    is_order_decided: bool = True
    signs: tuple[tuple[str, int], ...] = ()
    is_percent: bool = False

    @property
    def values(self) -> Values:
        """One value per word of ``texts``: float64, datetime64[s] or text (``""`` = empty)."""
        if self.read_values is not None:
            return self.read_values
        words = self.texts.words
        return np.where(self.is_empty, "", words) if self.is_empty.any() else words

    @cached_property
    def n_empty(self) -> int:
        """Rows without a value."""
        return int(self.texts.counts[self.is_empty].sum()) if self.is_empty.any() else 0

    @cached_property
    def n_filled(self) -> int:
        """Rows with a value, whether it is of the kind or not."""
        return self.texts.n_rows - self.n_empty

    @cached_property
    def n_distinct(self) -> int:
        """Distinct values, empty ones and those of another kind aside."""
        if self.read_values is None:
            return len(self.places)
        return len(self.distinct)

    @cached_property
    def distinct(self) -> FloatArray | DateArray:
        """The distinct numbers or dates, in order; there are none in a column of text."""
        if self.read_values is None:
            return np.empty(0)
        return np.sort(pd.unique(self.read_values[~(self.is_empty | self.is_odd)]))

    @property
    def is_constant(self) -> bool:
        """All values are the same, or so near that nothing lies between them."""
        if self.n_distinct <= 1:
            return True
        if self.kind is not Kind.NUMBER:
            return False
        return bool(self.distinct[-1] - self.distinct[0] < _SMALLEST_SPREAD)

    @property
    def places(self) -> RowArray:
        """The places of the words that are neither empty nor of another kind."""
        return np.flatnonzero(~(self.is_empty | self.is_odd))

    @property
    def words(self) -> WordArray:
        """The distinct text that is neither empty nor of another kind."""
        return self.texts.words_at(self.places)

    @cached_property
    def some_words(self) -> WordArray:
        """The first 200 of ``words``."""
        return self.texts.words_at(self.places[:_SAMPLE])

    @cached_property
    def holds_emails(self) -> bool:
        """Most values are e-mail addresses."""
        if self.kind in (Kind.NUMBER, Kind.DATE, Kind.EMPTY):
            return False
        n_found = sum(_EMAIL.fullmatch(word) is not None for word in self.some_words)
        return n_found >= _MOSTLY * len(self.some_words) and n_found > 0

    def series(self) -> pd.Series:
        """Give the typed column as ``CheckedTable.series`` does."""
        if self.read_values is None:
            words = pd.array(self.values, dtype="str")
            return pd.Series(words.take(self.texts.codes), name=self.name)
        return pd.Series(self.read_values[self.texts.codes], name=self.name)


def read_column(
    name: str, texts: Texts, notation: Notation = USUAL, kind: Kind | None = None
) -> Reading:
    """Find out what a column is and read its values; what the user told overrules them.

    >>> read_column("Age", Texts.of(pd.Series(["31", "", "44", "n/a", "27"]))).kind
    <Kind.NUMBER: 'number'>
    """
    if kind is Kind.NUMBER:
        return _as_numbers(name, texts, notation)
    if kind is Kind.DATE:
        return _as_dates(name, texts, notation, is_told=True)
    if kind is not None:
        return as_text(name, texts, kind)
    if texts.n_words == 1 and texts.is_blank.all():
        return as_text(name, texts, Kind.EMPTY)
    if (reading := _if_numbers(name, texts, notation)) is not None:
        return reading
    if (reading := _if_dates(name, texts, notation)) is not None:
        return reading
    return as_text(name, texts, _kind_of_words(name, texts))


def as_text(name: str, texts: Texts, kind: Kind = Kind.TEXT) -> Reading:
    """Take a column for words, whatever they look like."""
    none = np.zeros(texts.n_words, dtype=bool)
    return Reading(name, texts, kind, None, texts.are_among({"", *EXCEL_ERRORS}), none)


def _as_numbers(name: str, texts: Texts, notation: Notation) -> Reading:
    numbers = _read_numbers(texts, notation)
    is_empty, is_odd = _told_apart(texts, np.isnan(numbers.values))
    return Reading(
        name,
        texts,
        Kind.NUMBER,
        numbers.values,
        is_empty,
        is_odd,
        signs=numbers.signs,
        is_percent=numbers.is_percent,
    )


def _read_numbers(texts: Texts, notation: Notation) -> Numbers:
    """Read some words at a time, all with the decimal sign that all of them settle."""
    decimal = notation.decimal
    if not notation.is_decimal_told:
        decimal = decimal_sign(chain.from_iterable(texts.pieces()), decimal)
    read = [read_numbers(words, decimal, is_told=True) for words in texts.pieces()]
    signs: Counter[str] = Counter()
    for numbers in read:
        signs.update(dict(numbers.signs))
    values = np.concatenate([numbers.values for numbers in read])
    return Numbers(values, tuple(signs.most_common()), any(n.is_percent for n in read))


def _as_dates(name: str, texts: Texts, notation: Notation, *, is_told: bool = False) -> Reading:
    values = texts.plain_moments()
    rest = np.flatnonzero(np.isnat(values))
    if len(rest):
        values[rest] = np.concatenate([iso_dates(words) for words in texts.pieces(rest)])
        rest = np.flatnonzero(np.isnat(values))
    dates = read_dates(
        texts.words_at(rest),
        notation.date_order,
        assumed=notation.assumed_date_order,
        has_numbers=is_told or speaks_of(name, Topic.DATE),
        century_limit=_century_limit(name, notation),
    )
    order = dates.order or (None if len(rest) == len(values) else ISO_ORDER)
    values[rest] = dates.values
    is_empty, is_odd = _told_apart(texts, np.isnat(values))
    return Reading(name, texts, Kind.DATE, values, is_empty, is_odd, order, dates.is_decided)


def _century_limit(name: str, notation: Notation) -> int:
    """Nobody was born in the future, so 12/05/45 under "Birthday" is 1945."""
    if notation.today is None or not speaks_of(name, Topic.BIRTH):
        return CENTURY_LIMIT
    return notation.today.year % 100 + 1


def _told_apart(texts: Texts, is_unread: BoolArray) -> tuple[BoolArray, BoolArray]:
    """Part the words that could not be read into those that stand for nothing and the others."""
    is_empty = np.zeros(len(is_unread), dtype=bool)
    is_empty[is_unread] = is_empty_word(texts.words_at(np.flatnonzero(is_unread)))
    return is_empty, is_unread & ~is_empty


def _if_numbers(name: str, texts: Texts, notation: Notation) -> Reading | None:
    def are_numbers(words: WordArray) -> BoolArray:
        numbers = read_numbers(words, notation.decimal, is_told=notation.is_decimal_told)
        return ~np.isnan(numbers.values)

    if not _is_worth_a_try(texts, are_numbers):
        return None
    reading = _as_numbers(name, texts, notation)
    if not _is_mostly(reading):
        return None
    if _are_coded(reading):
        is_yes_no = set(reading.words) == {"0", "1"} and not speaks_of(name, Topic.IDENTIFIER)
        return as_text(name, texts, Kind.YES_NO if is_yes_no else Kind.CATEGORY)
    if speaks_of(name, Topic.DATE) and not speaks_of(name, Topic.MONEY, Topic.QUANTITY):
        dates = _as_dates(name, texts, notation)  # 20240403 or 45385
        return dates if _is_mostly(dates) and dates.n_distinct else reading
    if _are_padded(reading) and not speaks_of(name, Topic.DEMOGRAPHIC, Topic.MONEY):
        return None
    return reading


def _if_dates(name: str, texts: Texts, notation: Notation) -> Reading | None:
    if not _is_worth_a_try(texts, look_like_dates):
        return None
    reading = _as_dates(name, texts, notation)
    return reading if _is_mostly(reading) else None


def _is_worth_a_try(texts: Texts, looks_right: Callable[[WordArray], BoolArray]) -> bool:
    step = max(1, texts.n_words // _SAMPLE)
    sample = texts.words_at(np.arange(0, texts.n_words, step))
    sample = sample[~is_empty_word(sample)]
    return len(sample) > 0 and bool(looks_right(sample).mean() >= _WORTH_A_TRY)


def _is_mostly(reading: Reading) -> bool:
    n_odd = int(reading.texts.counts[reading.is_odd].sum())
    n_right = reading.n_filled - n_odd
    if n_right <= 0:
        return False
    if n_right >= _MOSTLY * reading.n_filled:
        return True
    if n_right < _HALF * reading.n_filled:
        return False
    if reading.kind is Kind.NUMBER and speaks_of(reading.name, Topic.MONEY, Topic.NEVER_NEGATIVE):
        return True  # an age is a number, however many wrote it otherwise
    if reading.kind is Kind.DATE and speaks_of(reading.name, Topic.DATE, Topic.BIRTH):
        return True
    are_few = int(reading.is_odd.sum()) <= _FEW_ODD_WORDS
    return n_odd == 1 or (are_few and len(reading.places) > MANY_CATEGORIES)


def _are_coded(reading: Reading) -> bool:
    """Whole numbers that stand for words: 0 and 1, or a gender that is 1 or 2."""
    if reading.is_odd.any() or reading.n_distinct == 0:
        return False
    if reading.n_distinct == 2 and set(reading.words) == {"0", "1"}:
        return True
    values = reading.distinct.astype(np.float64)
    are_whole = bool((values == np.floor(values)).all())
    is_few = 2 <= reading.n_distinct <= MANY_CATEGORIES and reading.n_distinct < reading.n_filled
    is_code = speaks_of(reading.name, Topic.CODED, Topic.IDENTIFIER)
    is_code = is_code and not speaks_of(reading.name, Topic.MEASURED)  # years in the city
    return are_whole and is_few and is_code


def _are_padded(reading: Reading) -> bool:
    """Digits filled up with zeros to one length, as in post codes and numbers of articles."""
    lengths = {len(word.lstrip("'")) for word in reading.some_words}
    if len(lengths) > 1:
        return False
    is_padded = False
    for words in reading.texts.pieces(reading.places):
        digits = [word.lstrip("'") for word in words]
        lengths.update(map(len, digits))
        if len(lengths) != 1 or not all(map(str.isdigit, digits)):
            return False
        is_padded = is_padded or any(word[0] == "0" and len(word) > 2 for word in digits)
    return is_padded


def _kind_of_words(name: str, texts: Texts) -> Kind:
    filled = np.flatnonzero(~texts.is_blank)
    n_words, n_filled = len(filled), int(texts.counts[filled].sum())
    if n_words <= 2 and are_yes_no(texts.words_at(filled)):
        return Kind.YES_NO
    if speaks_of(name, Topic.REMARK):
        return Kind.TEXT
    if texts.n_longer_than(_LONG_TEXT) > _FEW_LONG * n_words:
        return Kind.TEXT
    repeats = n_words <= _HALF * n_filled
    is_named = speaks_of(
        name, Topic.CODED, Topic.DEMOGRAPHIC, Topic.GEOGRAPHIC, Topic.PSYCHOGRAPHIC
    )
    is_few = n_words <= MANY_CATEGORIES and (n_words < n_filled or is_named)
    return Kind.CATEGORY if repeats or is_few else Kind.TEXT
