"""Reading a line whose quotation marks are not right: the likeliest cells that make a whole row.

A mark may open a cell and never close it, stand within a cell without a second one beside it, or be
another one than in the rest of the file. Of all ways to part the line into as many cells as a row
has, the one that has to assume the fewest slips is taken.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf

from desktop_app.core.intake.text.dialect import Dialect, csv_reader

DELIMITERS = (",", ";", "\t", "|")
QUOTES = ('"', "'")

_FEWEST_COLUMNS = 3  # two cells are soon found in anything
_MOST_COLUMNS = 200  # the ways to part a line grow with the square
_MOST_PARTS = 1_000
_MOST_ENDS = 25  # places at which one quoted cell is tried to end
_UNOPENED, _UNCLOSED, _UNDOUBLED, _SWALLOWED, _RUN_ON = 0.5, 2.0, 1.0, 1.0, 0.1  # cost of a slip
_OTHER_SIGNS = 1.5  # slips allowed for if the signs are not those of the file


@dataclass(frozen=True, slots=True)
class Mended:
    """The cells of a whole row, and how many slips they take for granted."""

    cells: list[str]
    cost: float


def mended(text: str, dialect: Dialect) -> Mended | None:
    r"""Part a text whose quotation marks are not right into as many cells as a row has.

    ``text`` is a line or several; ``None`` if there is no way.

    Examples
    --------
    >>> mended('1,"5" disk, black",Bonn\n', Dialect(",", n_columns=3)).cells
    ['1', '5" disk, black', 'Bonn']
    """
    has_signs = dialect.delimiter is not None and dialect.quote is not None
    if not has_signs or not 2 <= dialect.n_columns <= _MOST_COLUMNS:
        return None
    text = text.rstrip("\r\n")
    return _with_inner_quotes(text, dialect) or _Parting(text, dialect).cheapest()


def _with_inner_quotes(text: str, dialect: Dialect) -> Mended | None:
    """Take marks that touch no delimiter for text: soon done, and all that most damaged files need."""
    quote, delimiter = dialect.quote or "", dialect.delimiter or ""
    if "\\" + quote in text:
        return None
    doubled, n_inner = _inner_quote(quote, delimiter).subn(quote * 2, text)
    lines = io.StringIO(doubled, newline="")
    try:
        record, *more = csv_reader(lines, replace(dialect, escape=None), is_strict=True)
    except (csv.Error, ValueError):  # also no record at all
        return None
    is_whole = len(record) == dialect.n_columns and not more
    is_right = is_whole and not any(quote * 2 in cell for cell in record)
    return Mended(record, _UNDOUBLED * n_inner) if is_right else None


@lru_cache
def _inner_quote(quote: str, delimiter: str) -> re.Pattern[str]:
    signs = f"[{re.escape(delimiter + quote)}\\r\\n]"
    return re.compile(rf"(?<!^)(?<!{signs}){quote}(?!{signs}|$)")


def with_other_signs(text: str, dialect: Dialect) -> Mended | None:
    """Part a line that is written with another delimiter or quotation mark than the rest.

    ``None`` if none makes a row of it.

    Examples
    --------
    >>> with_other_signs("2;'a;b';Rome", Dialect(",", n_columns=3)).cells
    ['2', 'a;b', 'Rome']
    """
    if dialect.delimiter is None or not _FEWEST_COLUMNS <= dialect.n_columns <= _MOST_COLUMNS:
        return None
    text = text.rstrip("\r\n")
    for other in _other_signs(text, dialect):
        found = _Parting(text, other).cheapest()
        if found is not None and found.cost <= _OTHER_SIGNS:
            return found
    return None


def _other_signs(text: str, dialect: Dialect) -> list[Dialect]:
    """Give the dialects in which a single line may be written by mistake."""
    usual, n_marks = dialect.delimiter, dialect.n_columns - 1
    assert usual is not None
    others = [
        replace(dialect, quote=quote, escape=None)
        for quote in QUOTES
        if quote != dialect.quote and quote in text
    ]
    if 2 * text.count(usual) < n_marks:  # else it is a decimal comma, say, in a row cut short
        others += [
            replace(dialect, delimiter=delimiter, quote=quote, escape=None)
            for delimiter in DELIMITERS
            if delimiter != usual and text.count(delimiter) >= n_marks
            for quote in QUOTES
            if quote == QUOTES[0] or quote in text
        ]
    return others


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    end: int  # where the next cell begins; -1 behind the last one
    cost: float


class _Parting:
    """All ways to part one text, remembered by where the rest begins and how many cells it must have."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        assert dialect.delimiter is not None
        self._text, self._dialect = text, dialect
        self._delimiter, self._quote = dialect.delimiter, dialect.quote or '"'
        self._cells_at: dict[int, list[_Cell]] = {}
        self._best: dict[tuple[int, int], tuple[float, _Cell | None]] = {}

    def cheapest(self) -> Mended | None:
        """Give the cells that take the fewest slips for granted."""
        n_left = self._dialect.n_columns
        if not n_left - 1 <= self._text.count(self._delimiter) <= _MOST_PARTS:
            return None
        cost, cell = self._cheapest(0, n_left)
        cells = []
        while cell is not None:
            cells.append(cell.text)
            n_left -= 1
            cell = self._cheapest(cell.end, n_left)[1] if n_left else None
        return Mended(cells, cost) if cells else None

    def _cheapest(self, start: int, n_left: int) -> tuple[float, _Cell | None]:
        """Give the least cost of the text from ``start`` in ``n_left`` cells, and the first of them."""
        if (start, n_left) not in self._best:
            least: tuple[float, _Cell | None] = (inf, None)
            for cell in self._first_cells(start):
                if (cell.end < 0) != (n_left == 1):
                    continue
                rest = 0.0 if cell.end < 0 else self._cheapest(cell.end, n_left - 1)[0]
                if cell.cost + rest < least[0]:
                    least = (cell.cost + rest, cell)
            self._best[start, n_left] = least
        return self._best[start, n_left]

    def _first_cells(self, start: int) -> list[_Cell]:
        if start not in self._cells_at:
            opening = start
            while self._text.startswith(" ", opening):
                opening += 1
            quoted = self._text.startswith(self._quote, opening)
            found = self._quoted_cells(opening + len(self._quote)) if quoted else []
            self._cells_at[start] = [*found, *self._plain_cells(start)]
        return self._cells_at[start]

    def _plain_cells(self, start: int) -> Iterator[_Cell]:
        """Give the cell up to the next delimiter; one that a mark opens may go on behind it."""
        is_open = self._text.startswith(self._quote, start)
        end, cost = start - len(self._delimiter), 0.0
        for _ in range(_MOST_ENDS if is_open else 1):
            end = self._text.find(self._delimiter, end + len(self._delimiter))
            content = self._text[start:] if end < 0 else self._text[start:end]
            if self._dialect.skips_blanks:
                content = content.lstrip(" ")
            if "\n" in content or "\r" in content:  # only quotes hold lines together
                return
            slip = _UNCLOSED if is_open else _UNOPENED * content.endswith(self._quote)
            following = -1 if end < 0 else end + len(self._delimiter)
            yield _Cell(self._single(content), following, slip + cost)
            if end < 0:
                return
            cost += _RUN_ON

    def _quoted_cells(self, start: int) -> list[_Cell]:
        """Give the cells that end at each mark with a delimiter, or nothing, behind it."""
        found: list[_Cell] = []
        mark = self._text.find(self._quote, start)
        while mark >= 0 and len(found) < _MOST_ENDS:
            behind = mark + 1
            while self._text.startswith(" ", behind) and self._delimiter != " ":
                behind += 1
            if behind == len(self._text) or self._text.startswith(self._delimiter, behind):
                end = -1 if behind == len(self._text) else behind + len(self._delimiter)
                content = self._text[start:mark]
                found.append(_Cell(self._unescaped(content), end, self._cost(content)))
            mark = self._text.find(self._quote, mark + 1)
        return found

    def _unescaped(self, content: str) -> str:
        content = content.replace(self._quote * 2, self._quote)
        return self._single(content.replace("\\" + self._quote, self._quote))

    def _single(self, content: str) -> str:
        """Take an escaped escape for one."""
        escape = self._dialect.escape
        return content.replace(escape * 2, escape) if escape else content

    def _cost(self, content: str) -> float:
        quote, delimiter = self._quote, self._delimiter
        bare = content.replace(quote * 2, "").replace("\\" + quote, "")
        n_odd = bare.count(quote)
        if not n_odd:
            return 0.0
        n_swallowed = content.count(delimiter + quote) + content.count(quote + delimiter)
        return _UNDOUBLED + (n_odd - 1) / 2 + _SWALLOWED * n_swallowed
