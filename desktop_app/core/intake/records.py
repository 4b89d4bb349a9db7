"""Splitting lines of text into records, once the form of the text is known.

A quotation mark that opens and never closes in its line must not swallow the lines below it.
"""

import csv
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.core.intake.dialect import Dialect

NO_DELIMITER = "\x1f"  # for a list of one column: the unit separator occurs in no such list


def split_records(lines: Iterator[str], dialect: "Dialect") -> Iterator[list[str]]:
    r"""Give the cells of each record; a blank line is a record without cells.

    ``lines`` keep their line ends. A record over several lines is read line by line if its quotation
    mark never closes, or if its width is not the table's and that of the lines mostly is.

    Examples
    --------
    >>> from desktop_app.core.intake.dialect import Dialect
    >>> list(split_records(iter(['a,"b\n', 'c"\n', '\n']), Dialect(",", n_columns=2)))
    [['a', 'b\nc'], []]
    """
    tape = _Tape(lines)
    reader = _reader(tape, dialect)
    while True:
        tape.taken.clear()
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a cell longer than any cell is: its quotation mark never closed
            yield from _line_by_line(tape.taken, dialect)
            continue
        if len(tape.taken) > 1:
            yield from _mended(record, tape.taken, dialect)
        else:
            yield record


class _Tape:
    """Lines that remember which of them the current record took."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.taken.append(line)
        return line


def _reader(lines: Iterable[str], dialect: "Dialect") -> Iterator[list[str]]:
    return csv.reader(
        lines,
        delimiter=dialect.delimiter or NO_DELIMITER,
        quotechar=dialect.quote,
        escapechar=dialect.escape,
        skipinitialspace=dialect.skips_blanks,
        quoting=csv.QUOTE_NONE if dialect.quote is None else csv.QUOTE_MINIMAL,
    )


def _mended(record: list[str], lines: list[str], dialect: "Dialect") -> Iterator[list[str]]:
    """Give a record over several lines, or these lines one by one if a stray quote joined them."""
    singles = list(_line_by_line(lines, dialect))
    n_fitting = sum(1 for single in singles if len(single) == dialect.n_columns)
    is_open = sum(_n_quotes(line, dialect) for line in lines) % 2 == 1
    is_odd = len(record) != dialect.n_columns and 2 * n_fitting > len(singles)
    if is_open or is_odd:
        yield from singles
    else:
        yield record


def _line_by_line(lines: list[str], dialect: "Dialect") -> Iterator[list[str]]:
    """Split each line alone; a quotation mark that does not close in its line is a plain character."""
    for line in lines:
        if _n_quotes(line, dialect) % 2 == 0 and len(line) < csv.field_size_limit():
            yield from _reader([line], dialect)
        else:
            yield line.rstrip("\r\n").split(dialect.delimiter or NO_DELIMITER)


def _n_quotes(line: str, dialect: "Dialect") -> int:
    """Count the quotation marks that open or close."""
    if dialect.quote is None:
        return 0
    n_escaped = line.count(dialect.escape + dialect.quote) if dialect.escape else 0
    return line.count(dialect.quote) - n_escaped
