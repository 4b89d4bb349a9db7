"""Splitting lines of text into records, once the signs of the text are known.

A quotation mark that is not right must not swallow cells or lines, and a line that is written with
other signs than the rest is read with its own.
"""

import csv
import re
from collections.abc import Callable, Iterator

from desktop_app.core.intake.text.dialect import NO_DELIMITER, Dialect, csv_reader
from desktop_app.core.intake.text.line_mending import Mended, mended, with_other_signs

_WRAPPED = re.compile(r'\s*"(?:[^"\r\n]|"")*"\s*')
_LONGEST_DAMAGE = 6  # lines that a cell with a quotation mark too many may have
_MOST_FAILURES = 200  # odd lines in a row that no mending helped: it is the habit of the file
_ENOUGH_COLUMNS = 4  # lines of so many cells each are rows, not lines of one text


def split_records(lines: Iterator[str], dialect: Dialect) -> "Records":
    r"""Give the cells of each record; a blank line is a record without cells.

    ``lines`` keep their line ends. A record over several lines is read line by line if its quotation
    mark never closes, or if its width is not the table's and that of the lines mostly is.

    Examples
    --------
    >>> list(split_records(iter(['a,"b\n', 'c"\n', '\n']), Dialect(",", n_columns=2)))
    [['a', 'b\nc'], []]
    """
    return Records(lines, dialect)


class Records:
    """The records of a text on their way; ``n_damaged`` counts those with a quotation mark amiss."""

    def __init__(self, lines: Iterator[str], dialect: Dialect) -> None:
        self._dialect = dialect
        lines = map(unwrapped, lines) if dialect.is_wrapped else lines
        self._tape = _Tape(_with_plain_backslashes(lines, dialect) if dialect.escape else lines)
        self._n_failures = 0
        self.n_damaged = 0

    def __iter__(self) -> Iterator[list[str]]:
        return self._blank_parted() if self._dialect.has_blanks else self._delimited()

    def _blank_parted(self) -> Iterator[list[str]]:
        cuts, quote = self._dialect.cuts, self._dialect.quote or '"'
        for line in self._tape:
            self._tape.taken.clear()
            if cuts:
                yield cut(line, cuts)
            elif quote in line:
                yield next(csv_reader([line.strip()], self._dialect), [])
            else:
                yield line.split()

    def _delimited(self) -> Iterator[list[str]]:
        reader = csv_reader(self._tape, self._dialect, is_strict=True)
        taken, n_columns = self._tape.taken, self._dialect.n_columns
        while True:
            taken.clear()
            try:
                record = next(reader)
            except StopIteration:
                return
            except csv.Error:  # a mark amid a cell, or a cell longer than any is: it never closed
                self.n_damaged += 1
                yield self._damaged()
                continue
            if len(taken) == 1 and (len(record) == n_columns or not record):
                yield record
            else:
                yield self._odd(record)

    def _odd(self, record: list[str]) -> list[str]:
        """Give a record of another width or over several lines, or what it should be."""
        taken = self._tape.taken
        if len(taken) > 1:
            if not self._joins_rows(record):
                return record
            self.n_damaged += 1
            self._tape.give_back(1)
            return self._alone(taken[0])
        return self._with_other_signs(taken[0]) or record

    def _joins_rows(self, record: list[str]) -> bool:
        """Tell whether the lines of a record are rows by themselves, joined by a stray mark."""
        n, lines = self._dialect.n_columns, self._tape.taken
        if n < 2:
            return False
        singles = [len(self._plain(line)) == n for line in lines]
        if len(record) != n:
            return 2 * sum(singles) > len(singles) or self._tried(mended, lines[0]) is not None
        # A line that has marks of its own is no row that others swallowed.
        has_marks = any((self._dialect.quote or "") in line for line in lines[1:-1])
        are_rows = len(singles) > 2 and all(singles[1:-1]) and not has_marks
        return n >= _ENOUGH_COLUMNS and are_rows

    def _damaged(self) -> list[str]:
        """Give the record that begins with the first of the lines taken."""
        taken = self._tape.taken
        first = taken[0]
        if len(taken) > 1:
            self._tape.give_back(1)
        best = self._tried(mended, first)
        n_lines = 1
        for _ in range(_LONGEST_DAMAGE):
            line = next(self._tape, None)
            if line is None or len(self._plain(line)) == self._dialect.n_columns:
                break
            found = self._tried(mended, "".join(taken))
            if found is not None and (best is None or found.cost < best.cost):
                best, n_lines = found, len(taken)
        self._tape.give_back(n_lines)
        return best.cells if best else self._with_other_signs(first) or self._plain(first)

    def _with_other_signs(self, line: str) -> list[str] | None:
        found = self._tried(with_other_signs, line)
        return found.cells if found else None

    def _tried(self, mend: Callable[[str, Dialect], Mended | None], text: str) -> Mended | None:
        if self._n_failures >= _MOST_FAILURES:
            return None
        found = mend(text, self._dialect)
        self._n_failures = 0 if found else self._n_failures + 1
        return found

    def _alone(self, line: str) -> list[str]:
        """Split a line alone; a mark that does not close in it is a plain character."""
        found = self._tried(mended, line) or self._tried(with_other_signs, line)
        return found.cells if found else self._plain(line)

    def _plain(self, line: str) -> list[str]:
        n_quotes = line.count(self._dialect.quote) if self._dialect.quote else 0
        if n_quotes and self._dialect.escape:
            n_quotes -= line.count(self._dialect.escape + (self._dialect.quote or ""))
        if n_quotes % 2 == 0 and len(line) < csv.field_size_limit():
            return next(csv_reader([line], self._dialect), [])
        return line.rstrip("\r\n").split(self._dialect.delimiter or NO_DELIMITER)


def is_wrapped(line: str) -> bool:
    """Tell whether a line as a whole stands in quotes."""
    return _WRAPPED.fullmatch(line) is not None


def unwrapped(line: str) -> str:
    """Take the quotes off a line that stands in them as a whole.

    Examples
    --------
    >>> unwrapped('"1,""Bonn, DE"",x"'), unwrapped('1,"Bonn"')
    ('1,"Bonn, DE",x', '1,"Bonn"')
    """
    if not is_wrapped(line):
        return line
    text = line.rstrip("\r\n")
    return text.strip()[1:-1].replace('""', '"') + line[len(text) :]


def cut(line: str, cuts: tuple[int, ...]) -> list[str]:
    """Part a line at these characters; one with text across a cut is no row and stays whole.

    Examples
    --------
    >>> cut("Ann  New York  7", (0, 5, 15)), cut("customers of May", (0, 5, 15))
    (['Ann', 'New York', '7'], ['customers of May'])
    """
    if not line.strip():
        return []
    if any(at <= len(line) and line[at - 1] != " " for at in cuts[1:]):
        return [line.strip()]
    ends = (*cuts[1:], len(line))
    return [line[start:end].strip() for start, end in zip(cuts, ends, strict=True)]


def _with_plain_backslashes(lines: Iterator[str], dialect: Dialect) -> Iterator[str]:
    """Double the escapes that escape nothing: they are text."""
    escape = dialect.escape or "\\"
    special = re.escape("".join(filter(None, (escape, dialect.quote, dialect.delimiter))))
    lone = re.compile(rf"({re.escape(escape)}[{special}\r\n])|{re.escape(escape)}")
    for line in lines:
        yield lone.sub(lambda found: found[1] or escape * 2, line)


class _Tape:
    """Lines that remember which of them the current record took, and can be put back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._returned: list[str] = []
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._returned.pop() if self._returned else next(self._lines)
        self.taken.append(line)
        return line

    def give_back(self, n_kept: int) -> None:
        """Keep the first lines of the record; the others are read again."""
        self._returned.extend(reversed(self.taken[n_kept:]))
        del self.taken[n_kept:]
