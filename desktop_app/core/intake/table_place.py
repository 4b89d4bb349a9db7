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
_FEWEST_NAMES = 3  # below a title that stands alone
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
    usual_reach = _usual_reach([_reach(row) for row, n in zip(rows, filled, strict=True) if n])
    usual_fill = _commonest([n for n in filled if n])
    first = 0
    for position, (row, n_filled) in enumerate(zip(rows, filled, strict=True)):
        if len(row) >= _WIDE_ENOUGH * usual_reach and n_filled >= _FULL_ENOUGH * usual_fill:
            first = position
            break
    if has_header is not False:
        first = _below_title(rows, filled, first, usual_width)
        first = _below_group_titles(rows, filled, first)
    if has_header is None:
        has_header = bool(rows) and is_header(rows[first], _rows_below(rows, first))
        if not has_header and _is_sparse_header(rows[:first], rows[first:]):
            first, has_header = first - 1, True
    if not has_header or not rows:
        first -= _n_like_below(rows[:first], _rows_below(rows, first - 1))
        return TablePlace(first, has_header, usual_width)
    last = _last_header_row(rows, first)
    names = _fitted(rows[last], usual_width)
    for titles in reversed(rows[first:last]):
        names = _joined(titles, names)
    while first and last - first < _MOST_TITLES and _are_group_titles(rows[first - 1]):
        joined = _joined(rows[first - 1], names)
        if _n_names(joined) == _n_names(names):
            break
        first, names = first - 1, joined
    return TablePlace(last, True, usual_width, last - first, tuple(names))


def _reach(row: Row) -> int:
    """Count the cells up to the last one with text: some writers end each row with a delimiter."""
    return max((i for i, cell in enumerate(row, start=1) if cell.strip()), default=0)


def _commonest(numbers: Sequence[int]) -> int:
    """Give the commonest number, the largest of equally common ones; 0 for none."""
    return max(((n, value) for value, n in Counter(numbers).items()), default=(0, 0))[1]


def _usual_reach(reaches: Sequence[int]) -> int:
    """Give the commonest reach; of rows that are all uneven, the middle one."""
    if len(reaches) > 1 and len(set(reaches)) == len(reaches):
        return sorted(reaches)[len(reaches) // 2]
    return _commonest(reaches)


def _rows_below(rows: Sequence[Row], first: int) -> list[Row]:
    below = rows[first + 1 : first + 1 + _LOOK_AHEAD]
    return [row for row in below if any(row)]


def _below_title(rows: Sequence[Row], filled: Sequence[int], first: int, usual_width: int) -> int:
    """Step over a title that looks like a row: it stands alone, or has commas of its own."""
    following = _next_filled(rows, first)
    if following is None:
        return first
    row, below = rows[following], _rows_below(rows, following)
    names = [cell for cell in row if cell.strip()]
    is_alone = filled[first] == 1 and len(names) >= _FEWEST_NAMES
    if is_alone and all(map(_is_name, names)) and is_header(row, below):
        return following
    is_wider = _reach(rows[first]) > usual_width == len(row)
    columns = _value_columns(below) if is_wider else []
    are_named = len(columns) >= _ENOUGH_VALUES and len(names) == usual_width
    if are_named and not any(is_value(name) or name.casefold() in _NO_NAMES for name in names):
        return following
    return first


def _next_filled(rows: Sequence[Row], position: int) -> int | None:
    """Give the place of the next row with text; a blank one may part the rows of a header."""
    for following in range(position + 1, min(position + 3, len(rows))):
        if _reach(rows[following]):
            return following
    return None


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
    return _are_words_or_numbered(row, below) and not _recurs(row, below)


def _is_sparse_header(above: Sequence[Row], table: Sequence[Row]) -> bool:
    """Tell whether the last rows above a table name most of its columns, though none does alone."""
    columns = _value_columns(_rows_below(table, -1))
    titles = list(above[-_MOST_TITLES:])
    if (
        not titles
        or sum(_is_name(_cell(titles[-1], column)) for column in columns) < _ENOUGH_VALUES
    ):
        return False
    named = {column for row in titles for column, cell in enumerate(row) if _is_name(cell)}
    return len(named) > _WIDE_ENOUGH * len(table[0]) and not any(map(is_value, titles[-1]))


def _are_words_or_numbered(row: Row, below: Sequence[Row]) -> bool:
    """Tell whether a row holds words, or counts its columns above cells that hold words."""
    numbered = [column for column, cell in enumerate(row) if is_value(cell)]
    if not numbered:
        return True
    if len(numbered) >= _ENOUGH_VALUES and all(_is_name_above(row, c, below) for c in numbered):
        return True  # years
    counts = {row[column].strip() for column in numbered}
    are_counts = all(map(str.isdecimal, counts)) and len(counts) == len(numbered) >= _ENOUGH_VALUES
    has_values = any(is_value(_cell(other, c)) for other in below for c in numbered)
    return are_counts and len(below) > 1 and not has_values and not is_value(row[0])


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
    while (following := _next_filled(rows, last)) is not None and following - first <= _MOST_TITLES:
        header, row, below = rows[last], rows[following], _rows_below(rows, following)
        goes_on = following == last + 1 and _goes_on(header, row, below)
        if not goes_on and not _fills_gaps(header, row, below):
            break
        last = following
    return last


def _goes_on(header: Row, row: Row, below: Sequence[Row]) -> bool:
    """Tell whether a row below a header is one more row of it and not a first row without values."""
    columns = _value_columns(below)
    words = [_cell(row, column) for column in columns]
    are_names = all(map(_is_word, words)) and len(set(words)) == len(words) >= _ENOUGH_VALUES
    is_new = are_names and list(row) != list(header) and any(_cell(header, c) for c in columns)
    return is_new and not any(set(words) & {_cell(other, c) for c in columns} for other in below)


def _fills_gaps(header: Row, row: Row, below: Sequence[Row]) -> bool:
    """Tell whether a row names the single columns of groups that the header names, and only those.

    A row of the table has text in the columns that are no part of a group, as most below it have.
    """
    width = max(len(header), len(row))
    gaps = {column for column in range(width) if not _cell(header, column).strip()}
    groups = gaps | {column - 1 for column in gaps if column and column - 1 not in gaps}
    filled = [column for column in range(width) if _cell(row, column).strip()]
    names = [_cell(row, column) for column in filled]
    n_in_gaps = len(gaps.intersection(filled))
    if n_in_gaps < _ENOUGH_VALUES or not groups.issuperset(filled) or any(map(is_value, names)):
        return False
    single = [column for column in range(width) if column not in groups]
    n_like = sum(1 for other in below if any(_cell(other, column).strip() for column in single))
    return bool(single) and n_like > _MOSTLY * len(below) and not _recurs(row, below)


def _fitted(row: Row, n_columns: int) -> list[str]:
    """Take empty names out of a header with more cells than the rows below have."""
    names = list(row)
    while len(names) > n_columns and not names[-1].strip():
        names.pop()
    while len(names) > n_columns and any(not name.strip() for name in names):
        names.remove(next(name for name in names if not name.strip()))
    return names


def _n_names(names: Sequence[str]) -> int:
    """Count the columns that a name tells from the others."""
    return len({name.strip() for name in names} - {""})


def _are_group_titles(row: Row) -> bool:
    titles = [cell for cell in row if cell.strip()]
    return len(titles) > 1 and not any(map(is_value, titles))


def _spread(titles: Row, n_columns: int) -> list[str]:
    """Let each title reach to the next one, as a merged cell does."""
    title, spread = "", []
    for column in range(n_columns):
        cell = _cell(titles, column)
        title = cell if cell.strip() else title
        spread.append(title)
    return spread


def _joined(titles: Sequence[str], names: Sequence[str]) -> list[str]:
    """Put each title before its name, unless they say the same, and before those of its group."""
    joined = []
    for column, (name, group) in enumerate(zip(names, _spread(titles, len(names)), strict=True)):
        title = (group if name.strip() else _cell(titles, column)).strip()
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
