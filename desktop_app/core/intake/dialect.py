"""Finding the form of delimited text: what parts the cells, what quotes them, where the table begins.

Pure functions on a piece of text from the top of the file; knows no files and no encodings.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from desktop_app.core.errors import BadValue
from desktop_app.core.intake.cells import decimal_sign, is_clean
from desktop_app.core.intake.records import split_records
from desktop_app.core.intake.regions import Region
from desktop_app.core.intake.table_place import find_place
from desktop_app.core.intake.tables import ReadOptions

DELIMITERS = (",", ";", "\t", "|")  # blanks part cells only if the user says so
_DELIMITER_BY_NAME = {"\\t": "\t", "tab": "\t", "space": " "}
_ROWS_TO_JUDGE = 300
_ROWS_TO_PLACE = 1_000
_ONE_COLUMN_FACTOR = 0.3  # a list of one column is the last thing to believe in
_MOSTLY = 0.95
_SEPARATOR_LINE = re.compile(r'\s*"?sep=(.)"?\s*', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """The form of delimited text.

    ``delimiter`` is ``None`` where nothing parts the cells, ``quote`` is ``None`` where nothing quotes.
    ``escape`` of ``None`` means that a quote within quotes is doubled. ``skips_blanks``: blanks
    after a delimiter do not belong to the cell. ``has_separator_line``: the first line only names
    the delimiter. ``n_preamble`` records, blank ones included, stand between it and the table.
    """

    delimiter: str | None
    quote: str | None = '"'
    escape: str | None = None
    skips_blanks: bool = False
    has_separator_line: bool = False
    n_preamble: int = 0
    has_header: bool = True
    n_columns: int = 0
    decimal: str = "."
    is_decimal_told: bool = False

    @property
    def n_above(self) -> int:
        """The number of records of the file above the table."""
        return self.has_separator_line + self.n_preamble

    @property
    def n_top(self) -> int:
        """The number of records of the file above the rows of the table."""
        return self.n_above + self.has_header


def find_form(
    sample: str, options: ReadOptions | None = None, region: Region | None = None
) -> Dialect:
    r"""Find the form of the text of which ``sample`` holds the first lines.

    What ``options`` tells is not questioned; ``region`` decides where the text leaves it open.

    Examples
    --------
    >>> form = find_form("Name;Spent\nAnn;3,50\nBob;12,00\n")
    >>> form.delimiter, form.decimal, form.has_header
    (';', ',', True)
    """
    options, region = options or ReadOptions(), region or Region()
    lines = list(io.StringIO(sample, newline=""))
    named = _SEPARATOR_LINE.fullmatch(lines[0]) if lines else None
    told = _delimiter(options.delimiter) or (named[1] if named else None)
    body = lines[1:] if named else lines
    dialect = max(_candidates("".join(body), told), key=lambda form: _score(body, form))
    rows = list(islice(split_records(iter(body), dialect), _ROWS_TO_PLACE))
    place = find_place(rows, options.has_header)
    below = rows[place.first_row + place.has_header :]
    cells = (cell for row in below for cell in row)
    return replace(
        dialect,
        has_separator_line=named is not None,
        n_preamble=place.first_row,
        has_header=place.has_header,
        n_columns=place.n_columns,
        decimal=options.decimal or decimal_sign(cells, region.decimal),
        is_decimal_told=options.decimal is not None,
    )


def _delimiter(told: str | None) -> str | None:
    """Give the delimiter that the user named, by itself or by its name."""
    if told is None:
        return None
    delimiter = _DELIMITER_BY_NAME.get(told.lower(), told)
    if len(delimiter) != 1 or delimiter in "\"'\r\n":
        raise BadValue(what="delimiter", value=told)
    return delimiter


def _candidates(text: str, told: str | None) -> Iterator[Dialect]:
    """Give every form worth a try, the usual ones first: they win a draw."""
    quotes = ('"', "'") if "'" in text else ('"',)
    escapes = (None, "\\") if '\\"' in text or "\\'" in text else (None,)
    delimiters = (told,) if told else (None, *DELIMITERS)
    for delimiter, quote, escape in product(delimiters, quotes, escapes):
        skips = delimiter is not None and _has_blanks_after(text, delimiter, quote)
        yield Dialect(delimiter, quote, escape, skips_blanks=skips)


def _has_blanks_after(text: str, delimiter: str, quote: str) -> bool:
    """Tell whether the writer put a blank behind each delimiter, or before each quoted cell."""
    if delimiter == " ":  # a run of blanks parts once
        return True
    n_blank, n_all = text.count(delimiter + " "), text.count(delimiter)
    n_before_quote, n_at_quote = text.count(f"{delimiter} {quote}"), text.count(delimiter + quote)
    return n_before_quote > n_at_quote or n_blank >= _MOSTLY * n_all > 0


def _score(lines: Sequence[str], dialect: Dialect) -> float:
    """Judge a form from 0 to 1 by how even its rows are and how much its cells look like one thing."""
    records = split_records(iter(lines), dialect)
    rows = [row for row in islice(records, _ROWS_TO_JUDGE) if any(row)]
    if not rows:
        return 0.0
    widths = Counter(map(len, rows))
    n_even, width = max((n, width) for width, n in widths.items())
    cells = [cell for row in rows for cell in row]
    clean = sum(map(is_clean, cells)) / len(cells)
    stray = sum(_has_stray_quote(cell) for cell in cells) / len(cells)
    score = n_even / len(rows) * clean * (1 - stray)
    return score if width > 1 else score * _ONE_COLUMN_FACTOR


def _has_stray_quote(cell: str) -> bool:
    """Tell whether a cell kept a quote that should have been taken off."""
    text = cell.strip()
    return text.startswith('"') or (len(text) > 1 and text[0] == text[-1] == "'")
