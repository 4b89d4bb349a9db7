"""The cells of one column of a table, asked of the database that holds them."""

from collections.abc import Collection
from functools import cached_property

import numpy as np
import pandas as pd

from desktop_app.core.checking.texts import CodeArray, RowArray, Texts, WordArray
from desktop_app.core.intake.sql import quoted
from desktop_app.core.intake.tables import RawTable, sql_text
from desktop_app.core.progress import NO_PROGRESS, Progress

PLAIN_MOMENT = (
    r"^(18[5-9]\d|19\d\d|20\d\d|21[0-4]\d|2150)-\d\d-\d\d([T ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d$|$)"
)
"""Dates that the database reads as we do, by their regular expression in SQL."""
_FEW_ROWS = 20_000  # are fetched at once: a question takes longer than looking at them
COLUMNS_AT_ONCE = 100  # planning a question takes the square of its expressions
_BLANKS = "".join(
    map(
        chr,
        (
            *range(0x09, 0x0E),
            *range(0x1C, 0x21),
            *(0x85, 0xA0, 0x1680),
            *range(0x2000, 0x200B),
            *(0x2028, 0x2029, 0x202F, 0x205F, 0x3000),
        ),
    )
)
"""What ``str.strip`` takes away."""


def texts_of(raw: RawTable, name: str, progress: Progress = NO_PROGRESS) -> Texts:
    """Take a column of a table apart; long questions can be called off by ``progress``.

    >>> raw = RawTable.from_rows(["Town"], [["Ghent"], [" Ghent"], ["Bruges"]])
    >>> texts_of(raw, "Town").words.tolist()
    ['Ghent', 'Bruges']
    """
    if raw.n_rows <= _FEW_ROWS:
        return Texts.of(raw.column(name))
    return Texts(HeldCells(raw, name, progress))


def bare_words(raw: RawTable, progress: Progress = NO_PROGRESS) -> list[str]:
    """Give the cells of all columns without the blanks around them, in SQL."""
    padded = raw.store.once("padded", lambda: _padded_cells(raw, progress))
    cells = (f"lines.{quoted(name)}" for name in raw.header)
    return [_trimmed(cell) if cell in padded else cell for cell in cells]


def _padded_cells(raw: RawTable, progress: Progress) -> frozenset[str]:
    """Give the columns, in SQL, some cells of which have blanks around them."""
    cells, questions = [f"lines.{quoted(name)}" for name in raw.header], raw.questions(progress)
    padded: list[str] = []
    for first in range(0, len(cells), COLUMNS_AT_ONCE):
        asked = cells[first : first + COLUMNS_AT_ONCE]
        tests = (f"bool_or({_is_padded(cell)}) AS c{i}" for i, cell in enumerate(asked))
        found = questions.arrays(f"SELECT {', '.join(tests)} FROM lines")
        padded += [cell for i, cell in enumerate(asked) if found[f"c{i}"][0]]
    return frozenset(padded)


def _is_padded(cell: str) -> str:
    """Whether a cell may have blanks around it: it starts or ends with no plain character."""
    return f"{cell} <> '' AND NOT {_is_bare(cell)}"


def _is_bare(cell: str) -> str:
    return f"({cell} BETWEEN '!' AND '~' AND {cell}[-1] BETWEEN '!' AND '~')"


def _trimmed(cell: str) -> str:
    return f"CASE WHEN {_is_bare(cell)} THEN {cell} ELSE trim({cell}, '{_BLANKS}') END"


class HeldCells:
    """Answers what ``Cells`` promises by questions in SQL."""

    def __init__(self, raw: RawTable, name: str, progress: Progress = NO_PROGRESS) -> None:
        self._raw, self._name, self._progress = raw, name, progress

    @property
    def n_rows(self) -> int:
        """The number of cells."""
        return self._raw.n_rows

    def pause(self) -> None:
        """Raise ``Cancelled`` if the column is no longer wanted."""
        self._progress.checkpoint()

    def groups(self) -> tuple[RowArray, RowArray]:
        """Give the first row of each word, ascending, and how many rows it has."""
        found = self._ask(
            f"SELECT min(_row) AS first, count(*) AS n FROM lines GROUP BY {self.word}"
        )
        order = np.argsort(found["first"])
        return found["first"][order], found["n"][order]

    def first_rows_of(self, listed: Collection[str]) -> RowArray:
        """Give the first rows of the words that, in small letters, are among ``listed``."""
        found = self._ask(
            f"SELECT min(_row) AS first FROM lines"
            f" WHERE lower({self.word}) IN ({', '.join(map(sql_text, listed))})"
            f" GROUP BY {self.word}"
        )
        return np.sort(found["first"])

    def n_words_longer_than(self, n: int) -> int:
        """Give how many words have more than ``n`` characters."""
        found = self._ask(
            f"SELECT count(DISTINCT {self.word}) AS n FROM lines WHERE length({self.word}) > {n}"
        )
        return int(found["n"][0])

    def plain_moments(self) -> tuple[RowArray, RowArray]:
        """Give the first rows of words as 2024-03-01 or 2024-03-01 17:09:00, and their seconds."""
        found = self._ask(
            f"SELECT min(row) AS first, epoch(moment)::BIGINT AS seconds FROM (SELECT _row AS row,"
            f" {self.word} AS word, try_cast({self.word} AS TIMESTAMP) AS moment FROM lines)"
            f" WHERE moment IS NOT NULL AND regexp_matches(word, '{PLAIN_MOMENT}')"
            " GROUP BY word, moment"
        )
        return found["first"], found["seconds"]

    def words(self) -> tuple[RowArray, RowArray, WordArray]:
        """Give what ``groups`` does, and the words."""
        found = self._ask(
            f"SELECT min(_row) AS first, count(*) AS n, {self.word} AS word FROM lines GROUP BY ALL"
        )
        order = np.argsort(found["first"])
        words = np.asarray(found["word"][order], dtype=object)
        return found["first"][order], found["n"][order], words

    def words_in(self, rows: RowArray) -> WordArray:
        """Give the words in some rows, ascending."""
        if not len(rows):
            return np.empty(0, dtype=object)
        found = self._ask(
            f"SELECT _row, {self.word} AS word FROM lines SEMI JOIN wanted ON _row = wanted.row"
            f" WHERE _row BETWEEN {rows[0]} AND {rows[-1]}",
            rows,
        )
        return np.asarray(found["word"][np.argsort(found["_row"])], dtype=object)

    def rows_like(self, rows: RowArray) -> RowArray:
        """Give all rows, ascending, with the word of one of ``rows``."""
        found = self._ask(
            f"SELECT _row FROM lines WHERE {self.word} IN"
            f" (SELECT {self.word} FROM lines SEMI JOIN wanted ON _row = wanted.row)",
            rows,
        )
        return np.sort(found["_row"])

    def codes(self, first_rows: RowArray) -> CodeArray:
        """Give for each row the place of its word's first row among ``first_rows``."""
        codes = np.arange(self.n_rows, dtype=np.int32)
        if len(first_rows) == self.n_rows:
            return codes
        found = self._ask(
            f"WITH known AS (SELECT {self.word} AS word, min(_row)::INTEGER AS first FROM lines"
            f" GROUP BY ALL) SELECT _row::INTEGER AS row, known.first AS first FROM lines"
            f" JOIN known ON {self.word} = known.word"
        )
        place_by_row = np.zeros(self.n_rows, dtype=np.int32)
        place_by_row[first_rows] = np.arange(len(first_rows), dtype=np.int32)
        codes[found["row"]] = place_by_row[found["first"]]
        return codes

    @cached_property
    def word(self) -> str:
        """The cell without the blanks around it, in SQL."""
        return bare_words(self._raw, self._progress)[self._raw.header.index(self._name)]

    def _ask(self, sql: str, wanted: RowArray | None = None) -> dict[str, np.ndarray]:
        questions = self._raw.questions(self._progress)
        if wanted is not None:
            questions.keep("wanted", pd.DataFrame({"row": wanted}))
        return questions.arrays(sql)
