"""What stands in the rows of a table, as expressions of SQL that read each cell as Python would.

Words that are plain, such as the day in 2024-03-01 or a number of an order, the database reads by
itself; every other word Python reads once, and the database looks its value up. Knows nothing of
what the values mean.
"""

import re
from collections.abc import Callable, Collection

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.checked import CheckedTable, Given
from desktop_app.core.checking.columns import Kind
from desktop_app.core.checking.held_cells import HeldCells, texts_of
from desktop_app.core.checking.kinds import Notation, Reading, read_column
from desktop_app.core.checking.texts import RowArray, WordArray
from desktop_app.core.errors import ColumnNotANumber
from desktop_app.core.intake.questions import Questions
from desktop_app.core.progress import Progress

_WORDS_PER_PIECE = 100_000
_NOBODY = frozenset(
    {"", "0", "nan", "none", "null", "n/a", "na", "-", "guest", "anonymous", "unknown", "#n/a"}
)
_BLANKS = re.compile(r"\s+")
_ODD_KEY = r"^''|  |\.0$|[^ -~]"  # all that customer_key changes, but for the size of letters
_PLAIN_DAY = (
    r"^(18[5-9]\d|19\d\d|20\d\d|21[0-4]\d)-\d\d-\d\d([T ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d|$)"
)
_NO_DAY = np.iinfo(np.int32).min


def customer_key(word: str) -> str:
    """Give one key for every way to write a customer; ``""`` is nobody.

    >>> customer_key("' Ann@Shop.example "), customer_key("17850.0"), customer_key("Guest")
    ('ann@shop.example', '17850', '')
    """
    key = _BLANKS.sub(" ", word.strip().removeprefix("'")).strip().casefold()
    if key.endswith(".0") and key[:-2].isdigit():
        key = key[:-2]
    return "" if key in _NOBODY else key


class WordValues:
    """Expressions over the rows of ``source``, which grows with them."""

    def __init__(self, checked: CheckedTable, questions: Questions, progress: Progress) -> None:
        self._checked, self._questions, self._progress = checked, questions, progress
        self._cells_by_name: dict[str, HeldCells] = {}
        self._joins: list[str] = []

    @property
    def source(self) -> str:
        """What stands behind ``FROM``: the rows and the tables in which values are looked up."""
        return " ".join(("lines", *self._joins))

    def word(self, name: str) -> str:
        """The text of a cell without the blanks around it."""
        return self._cells(name).word

    def key(self, name: str) -> str:
        """The ``customer_key`` of a cell, NULL for nobody."""
        cells = self._cells(name)
        if self._checked.column(name).kind is Kind.NUMBER:
            reading = self.reading(name, Kind.NUMBER)
            values = reading.read_values
            assert values is not None
            keys = [customer_key("" if np.isnan(v) else f"{v:.15g}") for v in values]
            key_by_word = self._looked_up(
                cells,
                reading.texts.first_rows,
                lambda _, piece: np.array(keys[piece], dtype=object),
            )
            return f"nullif({key_by_word}.value, '')"
        nobody = ", ".join(f"'{word}'" for word in sorted(_NOBODY))
        is_odd = f"regexp_matches(word, '{_ODD_KEY}') OR lower(word) IN ({nobody})"
        rows = self._first_rows(cells, is_odd)
        if not len(rows):
            return f"lower({cells.word})"
        odd = self._looked_up(cells, rows, lambda words, _: _keys(words))
        return f"CASE WHEN {odd}.word IS NULL THEN lower({cells.word}) ELSE nullif({odd}.value, '') END"

    def number(self, name: str) -> str:
        """The number in a cell, NULL where there is none."""
        typed = self._checked.typed[name]
        if isinstance(typed, Given):
            return self._given(typed.values.to_numpy(dtype=np.float64))
        reading = self.reading(name, Kind.NUMBER)
        values = reading.read_values
        assert values is not None
        if reading.n_distinct == 0:
            raise ColumnNotANumber(column=name)
        places = np.flatnonzero(~np.isnan(values))
        rows, values = reading.texts.first_rows[places], values[places]
        return f"{self._looked_up(self._cells(name), rows, lambda _, piece: values[piece])}.value"

    def day(self, name: str, date_order: str | None) -> str:
        """The day of a cell as days since 1970, NULL where there is none."""
        cells, reading = self._cells(name), self.reading(name, Kind.DATE, date_order)
        is_odd = (
            f"NOT regexp_matches(word, '{_PLAIN_DAY}') OR try_cast(left(word, 10) AS DATE) IS NULL"
        )
        plain = f"try_cast(left({cells.word}, 10) AS DATE) - DATE '1970-01-01'"
        rows = self._first_rows(cells, is_odd)
        if not len(rows):
            return plain
        values = reading.read_values
        assert values is not None
        moments = values[np.searchsorted(reading.texts.first_rows, rows)].astype("datetime64[D]")
        days = np.where(np.isnat(moments), _NO_DAY, moments.astype(np.int64)).astype(np.int32)
        odd = self._looked_up(cells, rows, lambda _, piece: days[piece])
        return f"CASE WHEN {odd}.word IS NULL THEN {plain} ELSE nullif({odd}.value, {_NO_DAY}) END"

    def told(self, name: str, tell: Callable[[WordArray], npt.NDArray[np.int8]]) -> str:
        """What ``tell`` makes of a cell, such as 1 for yes and 0 for no; NULL for what is below 0."""
        cells = self._cells(name)
        rows = self._first_rows(cells, "true")
        told = self._looked_up(cells, rows, lambda words, _: tell(words))
        return f"CASE WHEN {told}.value >= 0 THEN {told}.value END"

    def silent_words(self, name: str, listed: Collection[str]) -> WordArray:
        """Give the words of a column that say nothing: zeros, and those that are ``listed``."""
        reading = self.reading(name, self._checked.column(name).kind)
        is_silent = reading.texts.are_among(listed)
        if reading.kind is Kind.NUMBER and reading.read_values is not None:
            is_silent |= reading.read_values == 0
        return reading.texts.words_at(np.flatnonzero(is_silent))

    def reading(self, name: str, kind: Kind, date_order: str | None = None) -> Reading:
        """Give a column as it was checked, or read anew as another kind or in another order."""
        typed, raw = self._checked.typed[name], self._checked.raw
        if (
            isinstance(typed, Reading)
            and typed.kind is kind
            and (date_order in (None, typed.date_order))
        ):
            return typed
        notation = Notation(raw.form.decimal, raw.form.is_decimal_told, date_order)
        return read_column(name, texts_of(raw, name, self._progress), notation, kind)

    def is_among(self, rows: RowArray) -> str:
        """Whether a row is one of ``rows``."""
        if not len(rows):
            return "false"
        table = self._name()
        self._questions.keep(table, pd.DataFrame({"row": rows}))
        self.join(table, f"lines._row = {table}.row")
        return f"{table}.row IS NOT NULL"

    def kept_by(self, question: str, word: str) -> str:
        """Keep the ``word`` and ``value`` that a question gives, and look up the value of a word."""
        table = self._name()
        self._questions.run(f"CREATE TEMP TABLE {table} AS {question}")
        self.join(table, f"{word} = {table}.word")
        return f"{table}.value"

    def join(self, table: str, condition: str) -> None:
        """Let later expressions use the one row of ``table`` that meets a condition, if any."""
        self._joins.append(f"LEFT JOIN {table} ON {condition}")

    def _given(self, values: npt.NDArray[np.float64]) -> str:
        table = self._name()
        rows = np.flatnonzero(~np.isnan(values))
        self._questions.keep(table, pd.DataFrame({"row": rows, "value": values[rows]}))
        self.join(table, f"lines._row = {table}.row")
        return f"{table}.value"

    def _first_rows(self, cells: HeldCells, condition: str) -> RowArray:
        """Give the first rows, ascending, of the words that meet a condition on ``word``."""
        found = self._questions.arrays(
            f"SELECT min(row) AS first FROM (SELECT {cells.word} AS word, _row AS row FROM lines)"
            f" AS known WHERE {condition} GROUP BY word"
        )
        return np.sort(found["first"])

    def _looked_up(
        self,
        cells: HeldCells,
        rows: RowArray,
        values_of: Callable[[WordArray, slice], npt.NDArray[np.generic]],
    ) -> str:
        """Keep the values of the words in ``rows``; give the name of the table that has them."""
        table = self._name()
        for first in range(0, max(len(rows), 1), _WORDS_PER_PIECE):
            piece = slice(first, first + _WORDS_PER_PIECE)
            words = cells.words_in(rows[piece])
            values = values_of(words, piece)
            kept = pd.DataFrame({"word": pd.Series(words, dtype=object), "value": values})
            self._questions.keep(table, kept)
        self.join(table, f"{cells.word} = {table}.word")
        return table

    def _cells(self, name: str) -> HeldCells:
        if name not in self._cells_by_name:
            self._cells_by_name[name] = HeldCells(self._checked.raw, name, self._progress)
        return self._cells_by_name[name]

    def _name(self) -> str:
        return f"values_{len(self._joins)}"


def _keys(words: Collection[str]) -> WordArray:
    return np.array([customer_key(word) for word in words], dtype=object)
