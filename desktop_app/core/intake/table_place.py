"""Where in a sheet of cells the table begins: below titles, and with or without a header."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.intake.cells import is_value

Row = Sequence[str]

_LOOK_AHEAD = 200  # rows below a possible header that are asked what their columns hold
_FULL_ENOUGH = 0.6  # of the cells that a usual row fills, for a first row
_WIDE_ENOUGH = 0.8  # of the usual reach, for a first row
_MOSTLY = 0.6
_YEARS = range(1900, 2101)
_MOST_TITLES = 3  # rows of a header above the last one
_ENOUGH_VALUES = 2  # columns of values that must all be named by a further row of the header
_NO_NAMES = frozenset(
    [
        "na",
        "n/a",
        "none",
        "null",
        "nan",
        "unknown",
        "unbekannt",
        "inconnu",
        "-",
        "--",
        "?",
        "yes",
        "no",
    ]
)


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where the table begins: ``first_row`` is its header if there is one, else its first row.

    A header may stand in several rows: ``n_titles`` are above ``first_row``. ``names`` are its
    texts, joined per column; empty without a header.
    """

    first_row: int
    has_header: bool
    n_columns: int
    n_titles: int = 0
    names: tuple[str, ...] = ()

    @property
    def n_above(self) -> int:
        """The number of rows that stand above the table and are no part of it."""
        return self.first_row - self.n_titles

    @property
    def n_top(self) -> int:
        """The number of rows above the first row of the table, its header included."""
        return self.first_row + self.has_header


def find_place(rows: Sequence[Row], has_header: bool | None = None) -> TablePlace:
    """Find the table in the top rows of a file, blank ones included.

    ``has_header`` is what the user says, ``None`` to find out.

    Examples
    --------
    >>> place = find_place([["Sales 2024"], [], ["Name", "Spent"], ["Ann", "3.50"]])
    >>> place.n_above, place.names
    (2, ('Name', 'Spent'))
    """
    filled = [sum(1 for cell in row if cell.strip()) for row in rows]
    usual_width = _commonest([len(row) for row, n in zip(rows, filled, strict=True) if n])
    usual_reach = _commonest([_reach(row) for row, n in zip(rows, filled, strict=True) if n])
    usual_fill = _commonest([n for n in filled if n])
    first = 0
    for position, (row, n_filled) in enumerate(zip(rows, filled, strict=True)):
        if len(row) >= _WIDE_ENOUGH * usual_reach and n_filled >= _FULL_ENOUGH * usual_fill:
            first = position
            break
    if has_header is not False:
        first = _below_group_titles(rows, filled, first)
    if has_header is None:
        has_header = bool(rows) and is_header(rows[first], _rows_below(rows, first))
    if not has_header or not rows:
        first -= _n_like_below(rows[:first], _rows_below(rows, first - 1))
        return TablePlace(first, has_header, usual_width)
    last = _last_header_row(rows, first)
    names = _fitted(rows[last], usual_width)
    for titles in reversed(rows[first:last]):
        names = _joined(titles, names)
    if not _are_names(names) and first and _are_group_titles(rows[first - 1]):
        first -= 1
        names = _joined(_spread(rows[first]), names)
    return TablePlace(last, True, usual_width, last - first, tuple(names))


def _reach(row: Row) -> int:
    """Count the cells up to the last one with text: some writers end each row with a delimiter."""
    return max((i for i, cell in enumerate(row, start=1) if cell.strip()), default=0)


def _commonest(numbers: Sequence[int]) -> int:
    """Give the commonest number, the largest of equally common ones; 0 for none."""
    return max(((n, value) for value, n in Counter(numbers).items()), default=(0, 0))[1]


def _rows_below(rows: Sequence[Row], first: int) -> list[Row]:
    below = rows[first + 1 : first + 1 + _LOOK_AHEAD]
    return [row for row in below if any(row)]


def _below_group_titles(rows: Sequence[Row], filled: Sequence[int], first: int) -> int:
    """Step over rows that only name groups of columns: the real names are below and fuller."""
    while first + 1 < len(rows) and filled[first + 1] > filled[first]:
        below = _rows_below(rows, first + 1)
        columns = _value_columns(below)
        if not columns or any(not _is_name(_cell(rows[first + 1], c)) for c in columns):
            break
        first += 1
    return first


def is_header(row: Row, below: Sequence[Row]) -> bool:
    """Tell whether a row names the columns of the rows below it.

    Examples
    --------
    >>> is_header(["Name", "Age"], [["Ann", "41"]]), is_header(["Bob", "37"], [["Ann", "41"]])
    (True, False)
    """
    if any("@" in cell for cell in row):  # an address is a customer's
        return False
    columns = _value_columns(below)
    if columns:
        named = [c for c in columns if _is_name_above(row, c, below)]
        return 2 * len(named) > len(columns)
    if not below:
        return not any(is_value(cell) for cell in row)
    return not any(is_value(cell) for cell in row) and not _recurs(row, below)


def _n_like_below(above: Sequence[Row], below: Sequence[Row]) -> int:
    """Count the rows above, from the last one up, that hold what the rows below them do, cut short."""
    columns, n = _value_columns(below), 0
    for row in reversed(above):
        filled = [column for column in columns if _cell(row, column).strip()]
        if len(row) < 2 or not filled or not all(is_value(row[column]) for column in filled):
            break
        n += 1
    return n


def _last_header_row(rows: Sequence[Row], first: int) -> int:
    """Step down over further rows of a header: words, where the columns below hold values."""
    last = first
    while last + 1 < len(rows) and last - first < _MOST_TITLES:
        if not _goes_on(rows[last], rows[last + 1], _rows_below(rows, last + 1)):
            break
        last += 1
    return last


def _goes_on(header: Row, row: Row, below: Sequence[Row]) -> bool:
    """Tell whether a row below a header is one more row of it and not a first row without values."""
    columns = _value_columns(below)
    words = [_cell(row, column) for column in columns]
    are_names = all(map(_is_word, words)) and len(set(words)) == len(words) >= _ENOUGH_VALUES
    is_new = are_names and list(row) != list(header) and any(_cell(header, c) for c in columns)
    return is_new and not any(set(words) & {_cell(other, c) for c in columns} for other in below)


def _fitted(row: Row, n_columns: int) -> list[str]:
    """Take empty names out of a header with more cells than the rows below have."""
    names = list(row)
    while len(names) > n_columns and not names[-1].strip():
        names.pop()
    while len(names) > n_columns and any(not name.strip() for name in names):
        names.remove(next(name for name in names if not name.strip()))
    return names


def _are_names(names: Sequence[str]) -> bool:
    """Tell whether all are there, and each once."""
    return len({name.strip() for name in names} - {""}) == len(names)


def _are_group_titles(row: Row) -> bool:
    titles = [cell for cell in row if cell.strip()]
    return len(titles) > 1 and not any(map(is_value, titles))


def _spread(titles: Row) -> list[str]:
    """Let each title reach to the next one, as a merged cell does."""
    title, spread = "", []
    for cell in titles:
        title = cell if cell.strip() else title
        spread.append(title)
    return spread


def _joined(titles: Sequence[str], names: Sequence[str]) -> list[str]:
    """Put each title before its name, unless they say the same."""
    joined = []
    for column, name in enumerate(names):
        title = _cell(titles, column).strip()
        is_said = not title or title.casefold() == name.strip().casefold()
        joined.append(name if is_said else f"{title} {name.strip()}".strip())
    return joined


def _value_columns(rows: Sequence[Row]) -> list[int]:
    """Give the columns whose filled cells mostly are numbers or dates."""
    width = max(map(len, rows), default=0)
    columns = []
    for column in range(width):
        cells = [cell for row in rows if (cell := _cell(row, column)).strip()]
        if cells and sum(map(is_value, cells)) >= _MOSTLY * len(cells):
            columns.append(column)
    return columns


def _is_name_above(row: Row, column: int, below: Sequence[Row]) -> bool:
    """Tell whether a cell can name the column of values below it; a year can, above other things."""
    cell = _cell(row, column)
    if not is_value(cell):
        return True
    return _is_year(cell) and not any(_is_year(_cell(other, column)) for other in below)


def _is_name(cell: str) -> bool:
    return bool(cell.strip()) and not is_value(cell)


def _is_word(cell: str) -> bool:
    """Tell whether a cell may be a name, and is no stand-in for a value that is not known."""
    text = cell.strip()
    is_plain = bool(text) and not any(map(str.isdigit, text))
    return is_plain and text.casefold() not in _NO_NAMES


def _is_year(cell: str) -> bool:
    return cell.strip().isdecimal() and int(cell.strip()) in _YEARS


def _recurs(row: Row, below: Sequence[Row]) -> bool:
    """Tell whether the cells of a row come again below them, as words of data do and names do not."""
    others = [other for other in below if list(other) != list(row)]
    again = [
        any(_cell(other, column) == cell for other in others)
        for column, cell in enumerate(row)
        if cell.strip()
    ]
    return 2 * sum(again) >= len(again) > 0


def _cell(row: Row, column: int) -> str:
    return row[column] if column < len(row) else ""
