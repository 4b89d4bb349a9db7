"""Finding the form of delimited text: what parts the cells, what quotes them, where the table begins.

Pure functions on a piece of text from the top of the file; knows no files and no encodings.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from desktop_app.core.errors import BadValue
from desktop_app.core.intake.cells import decimal_sign, is_clean, is_value
from desktop_app.core.intake.regions import Region
from desktop_app.core.intake.table_place import TablePlace, find_place
from desktop_app.core.intake.tables import ReadOptions
from desktop_app.core.intake.text.dialect import Dialect, csv_reader
from desktop_app.core.intake.text.fixed_width import find_cuts
from desktop_app.core.intake.text.line_mending import DELIMITERS
from desktop_app.core.intake.text.records import is_wrapped, split_records, unwrapped

_DELIMITER_BY_NAME = {"\\t": "\t", "tab": "\t", "space": " "}
_ROWS_TO_JUDGE = 300
_ROWS_TO_PLACE = 1_000
_ONE_COLUMN_FACTOR = 0.3  # a list of one column is the last thing to believe in
_BLANKS_FACTOR = 0.5  # blanks stand in any text
_CUTS_FACTOR = 0.8
_DAMAGE_FACTOR = 0.5
_MOSTLY = 0.95
_MANY = 0.6
_SEPARATOR_LINE = re.compile(r'\s*"?sep=(.)"?\s*', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextForm:
    """The form of a text: its signs, where its table is and how it writes fractions.

    ``top`` are its first records, those of the table among them. ``has_separator_line``: the first
    line only names the delimiter and is none of them.
    """

    dialect: Dialect
    place: TablePlace
    top: tuple[list[str], ...] = ()
    has_separator_line: bool = False
    decimal: str = "."
    is_decimal_told: bool = False

    @property
    def n_top(self) -> int:
        """The number of records of the file above the rows of the table."""
        return self.has_separator_line + self.place.n_top


def find_form(
    sample: str, options: ReadOptions | None = None, region: Region | None = None
) -> TextForm:
    r"""Find the form of the text of which ``sample`` holds the first lines.

    What ``options`` tells is not questioned; ``region`` decides where the text leaves it open.

    Examples
    --------
    >>> form = find_form("Name;Spent\nAnn;3,50\nBob;12,00\n")
    >>> form.dialect.delimiter, form.decimal, form.place.names
    (';', ',', ('Name', 'Spent'))
    """
    options, region = options or ReadOptions(), region or Region()
    lines = list(io.StringIO(sample, newline=""))
    named = _SEPARATOR_LINE.fullmatch(lines[0]) if lines else None
    told = _delimiter(options.delimiter) or (named[1] if named else None)
    body = lines[1:] if named else lines
    dialect = _wrapped_dialect(body, told) or _best_dialect(body, told)
    top = tuple(islice(split_records(iter(body), dialect), _ROWS_TO_PLACE))
    place = find_place(top, options.has_header)
    cells = (cell for row in top[place.n_top :] for cell in row)
    return TextForm(
        replace(dialect, n_columns=place.n_columns),
        place,
        top,
        has_separator_line=named is not None,
        decimal=options.decimal or decimal_sign(cells, region.decimal),
        is_decimal_told=options.decimal is not None,
    )


def _best_dialect(lines: Sequence[str], told: str | None) -> Dialect:
    return max(_candidates(lines, told), key=lambda form: _score(lines, form))


def _wrapped_dialect(lines: Sequence[str], told: str | None) -> Dialect | None:
    """Find the signs within lines that stand in quotes as a whole; ``None`` if they are no rows.

    A list of one column may be written so too: only rows that are all even are believed.
    """
    filled = [line for line in lines[:_ROWS_TO_JUDGE] if line.strip()]
    if len(filled) < 2 or not all(map(is_wrapped, filled)):
        return None
    inner = [unwrapped(line) for line in filled]
    dialect = _best_dialect(inner, told)
    is_even = all(len(row) == dialect.n_columns for row in split_records(iter(inner), dialect))
    has_quotes = any('""' in line.strip()[1:-1] for line in filled)
    is_table = dialect.n_columns > 2 or (dialect.n_columns == 2 and has_quotes)
    return replace(dialect, is_wrapped=True) if is_even and is_table else None


def _delimiter(told: str | None) -> str | None:
    """Give the delimiter that the user named, by itself or by its name."""
    if told is None:
        return None
    delimiter = _DELIMITER_BY_NAME.get(told.lower(), told)
    if len(delimiter) != 1 or delimiter in "\"'\r\n":
        raise BadValue(what="delimiter", value=told)
    return delimiter


def _candidates(lines: Sequence[str], told: str | None) -> Iterator[Dialect]:
    """Give every form worth a try, the usual ones first: they win a draw."""
    text = "".join(lines)
    quotes = ('"', "'") if "'" in text else ('"',)
    escapes = (None, "\\") if '\\"' in text or "\\'" in text else (None,)
    present = [delimiter for delimiter in DELIMITERS if delimiter in text]
    for delimiter, quote, escape in product((told,) if told else (None, *present), quotes, escapes):
        skips = delimiter is not None and _has_blanks_after(text, delimiter, quote)
        dialect = Dialect(delimiter, quote, escape, skips_blanks=skips)
        yield replace(dialect, n_columns=_usual_width(lines, dialect))
    if told in (None, " "):
        for cuts in dict.fromkeys(
            ((), find_cuts(_below_gap(lines)), find_cuts(lines[:_ROWS_TO_JUDGE]))
        ):
            for quote in quotes if not cuts else ('"',):
                dialect = Dialect(" ", quote, skips_blanks=True, cuts=cuts)
                yield replace(dialect, n_columns=_usual_width(lines, dialect))


def _below_gap(lines: Sequence[str]) -> Sequence[str]:
    """Give the lines below the first blank one, which parts titles from a table."""
    gap = next((i for i, line in enumerate(lines) if not line.strip()), -1)
    return lines[gap + 1 : gap + 1 + _ROWS_TO_JUDGE]


def _has_blanks_after(text: str, delimiter: str, quote: str) -> bool:
    """Tell whether the writer put a blank behind each delimiter, or before each quoted cell."""
    if delimiter == " ":  # a run of blanks parts once
        return True
    n_blank, n_all = text.count(delimiter + " "), text.count(delimiter)
    n_before_quote, n_at_quote = text.count(f"{delimiter} {quote}"), text.count(delimiter + quote)
    return n_before_quote > n_at_quote or n_blank >= _MOSTLY * n_all > 0


def _usual_width(lines: Sequence[str], dialect: Dialect) -> int:
    """Give the commonest number of cells, of whole records if all are right, else of single lines."""
    lines = lines[:_ROWS_TO_JUDGE]
    if dialect.has_blanks:
        return _commonest_width(split_records(iter(lines), dialect))
    try:
        return _commonest_width(csv_reader(lines, dialect, is_strict=True))
    except csv.Error:  # a quotation mark is not right: it must not count for more than its line
        whole = [line for line in lines if len(line) < csv.field_size_limit()]
        return _commonest_width(next(csv_reader([line], dialect), []) for line in whole)


def _commonest_width(rows: Iterable[Sequence[str]]) -> int:
    widths = Counter(len(row) for row in rows if any(row))
    return max(((n, width) for width, n in widths.items()), default=(0, 0))[1]


def _score(lines: Sequence[str], dialect: Dialect) -> float:
    """Judge a form from 0 to 1 by how even its rows are and how much its cells look like one thing."""
    records = split_records(iter(lines), dialect)
    rows = [row for row in islice(records, _ROWS_TO_JUDGE) if any(row)]
    if not rows:
        return 0.0
    n_even = sum(1 for row in rows if len(row) == dialect.n_columns)
    cells = [cell for row in rows for cell in row]
    clean = sum(map(is_clean, cells)) / len(cells)
    stray = sum(_has_stray_quote(cell) for cell in cells) / len(cells)
    damage = min(records.n_damaged / len(rows), 1.0) * _DAMAGE_FACTOR
    score = n_even / len(rows) * clean * (1 - stray) * (1 - damage)
    if dialect.has_blanks:
        if not _do_blanks_part(rows, dialect.n_columns):
            return 0.0
        return score * (_BLANKS_FACTOR if not dialect.cuts else _CUTS_FACTOR * _fineness(dialect))
    return score if dialect.n_columns > 1 else score * _ONE_COLUMN_FACTOR


def _fineness(dialect: Dialect) -> float:
    """Favour more columns: titles and long cells hide a cut between others."""
    return 1 - 1 / dialect.n_columns


def _do_blanks_part(rows: Sequence[Sequence[str]], n_columns: int) -> bool:
    """Tell whether blanks part cells and not the words of a text.

    Columns of values prove it, one if all columns have names; but a day and an hour are one value.
    """
    whole = [row for row in rows if len(row) == n_columns]
    if n_columns < 2 or len(whole) < _MANY * len(rows):
        return False
    if sum(is_value(" ".join(row)) for row in whole) > _MANY * len(whole):
        return False
    has_ends = sum(cell.endswith((",", ";", ":")) for row in whole for cell in row)
    place = find_place(whole)
    below = whole[place.n_top :]
    n_values = sum(
        1 for column in zip(*below, strict=True) if sum(map(is_value, column)) > _MANY * len(below)
    )
    is_named = place.has_header and all(place.names)
    return has_ends < len(whole) and n_values >= (1 if is_named else 2)


def _has_stray_quote(cell: str) -> bool:
    """Tell whether a cell kept a quote that should have been taken off."""
    text = cell.strip()
    return text.startswith('"') or (len(text) > 1 and text[0] == text[-1] == "'")
