"""Several tables as one: the same columns by name, in any order, written in one way.

Twelve months or the chunks of a long export seldom agree in everything. What differs is kept,
made alike where that is certain, and told as an oddity. Files with other columns are another table.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from desktop_app.core.errors import FilesDiffer
from desktop_app.core.intake.cells import decimal_sign, is_number
from desktop_app.core.intake.sql import quoted
from desktop_app.core.intake.table_builder import MOST_COLUMNS
from desktop_app.core.intake.tables import SHOWN_ROWS, FileForm, Oddity, RawTable
from desktop_app.core.progress import Progress

_ROWS_PER_PIECE = 100_000
_LOOKED_AT = 5_000  # distinct cells of a column that show how it is written
_MOSTLY = 0.8
_EMPTY = "''"
_NAMES_IN_EXAMPLE = 3
_SHARE_OF_NARROWER = 0.75  # months share nearly all; orders and their items share three fifths
_SHARE_OF_ALL = 0.3
_FEW_COLUMNS = 8  # of a list kept by hand, where one column more or less is much
_DAY = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_OTHER_SIGN = str.maketrans(".,", ",.")

Rewrite = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Part:
    """How one table fits in: its columns by key, and by key what is rewritten, with its code."""

    form: FileForm
    name_by_key: dict[str, str]
    rewrites: dict[str, tuple[str, Rewrite]]


def joined(tables: Iterable[RawTable], progress: Progress) -> RawTable:
    """Put the rows of all tables below those of the first, which may not be used afterwards.

    Columns that not all tables have are kept and empty elsewhere; a table without column names
    that is as wide as the first is taken to go on with its columns.

    Raises
    ------
    FilesDiffer
        With the columns of a table there would be too many; ``columns`` are its own.

    Examples
    --------
    >>> from desktop_app.core.progress import NO_PROGRESS
    >>> may = RawTable.from_rows(["Name", "Spent"], [["Ann", "3.50"]])
    >>> june = RawTable.from_rows(["spent", "Town"], [["4.50", "Delft"]])
    >>> joined([may, june], NO_PROGRESS).rows
    [('Ann', '3.50', ''), ('', '4.50', 'Delft')]
    """
    others = iter(tables)
    whole = next(others)
    parts = [_Part(whole.form, _by_key(whole.header), {})]
    for table in others:
        parts.append(_part(whole, table))
        whole = _with_rows_of(whole, table, parts[-1], progress)
    oddities = _merged((*whole.oddities, *_differences(whole.header, parts)))
    return replace(whole, oddities=oddities)


def kinds_of_table(tables: Sequence[RawTable]) -> list[list[RawTable]]:
    """Put tables of one kind together, whatever the order in which they come.

    Of one kind are those that share most columns, or that a third one holds together. One without
    column names goes with the first that has as many columns.

    Examples
    --------
    >>> may = RawTable.from_rows(["Order", "Email", "Day", "Total"], [["1", "a@a.nl", "1", "2"]])
    >>> june = RawTable.from_rows(["Order", "Email", "Day", "Total"], [["2", "b@a.nl", "1", "2"]])
    >>> people = RawTable.from_rows(["Email", "Town", "Age"], [["a@a.nl", "Delft", "31"]])
    >>> [len(tables) for tables in kinds_of_table([may, people, june])]
    [2, 1]
    """
    kinds: list[list[RawTable]] = []
    for table in sorted(tables, key=_is_nameless):
        alike = [kind for kind in kinds if any(_are_alike(table, other) for other in kind)]
        if _is_nameless(table):
            alike = alike[:1]
        together = [other for kind in alike for other in kind]
        kinds = [kind for kind in kinds if kind not in alike]
        kinds.append([*together, table])
    place = {id(table): (_is_nameless(table), i) for i, table in enumerate(tables)}
    kinds = [sorted(kind, key=lambda table: place[id(table)]) for kind in kinds]
    return sorted(kinds, key=lambda kind: place[id(kind[0])])


def _is_nameless(table: RawTable) -> bool:
    return table.form.header_row is None


def _are_alike(table: RawTable, other: RawTable) -> bool:
    if _is_nameless(table) != _is_nameless(other):
        return len(table.header) == len(other.header)
    ours, theirs = set(_by_key(table.header)), set(_by_key(other.header))
    n_common = len(ours & theirs)
    narrower = min(len(ours), len(theirs))
    is_much = narrower <= _FEW_COLUMNS and n_common > _SHARE_OF_ALL * len(ours | theirs)
    return is_much or n_common >= _SHARE_OF_NARROWER * narrower


def _part(whole: RawTable, table: RawTable) -> _Part:
    keys, name_by_key = _by_key(whole.header), _by_key(table.header)
    is_nameless = _is_nameless(table) and not _is_nameless(whole)
    if is_nameless and len(keys) == len(table.header):
        name_by_key = dict(zip(keys, table.header, strict=True))
    common = [key for key in keys if key in name_by_key]
    if len(keys | name_by_key) > MOST_COLUMNS:
        raise FilesDiffer(path=table.form.path, columns=table.header)
    rewrites = {
        key: found
        for key in common
        if (found := _rewrite(whole, keys[key], table, name_by_key[key])) is not None
    }
    return _Part(table.form, name_by_key, rewrites)


def _with_rows_of(whole: RawTable, table: RawTable, part: _Part, progress: Progress) -> RawTable:
    n_rows = whole.n_rows
    keys = _by_key(whole.header)
    new = {key: name for key, name in part.name_by_key.items() if key not in keys}
    if new:
        whole.store.extend(whole.header, tuple(new.values()))
    order = (*keys, *new)
    cells = ", ".join(
        f"{quoted(part.name_by_key[key]) if key in part.name_by_key else _EMPTY} AS c{place}"
        for place, key in enumerate(order)
    )
    for first in range(0, table.n_rows, _ROWS_PER_PIECE):
        progress.checkpoint()
        piece = f"_row BETWEEN {first} AND {first + _ROWS_PER_PIECE - 1}"
        frame = table.query(f"SELECT {cells} FROM lines WHERE {piece}")
        for key, (_code, rewrite) in part.rewrites.items():
            name = f"c{order.index(key)}"
            frame[name] = pd.Series(map(rewrite, frame[name]), dtype=object)
        whole.store.add_frame(frame)
    return replace(
        whole,
        header=(*whole.header, *new.values()),
        original_header=(*whole.original_header, *new.values()),
        places=whole.places.followed_by(table.places, n_rows),
        other_forms=(*whole.other_forms, table.form),
        oddities=(*whole.oddities, *table.oddities),
    )


def _by_key(header: Sequence[str]) -> dict[str, str]:
    """Give the columns by what makes them the same: their letters, case and blanks aside."""
    name_by_key: dict[str, str] = {}
    for name in header:
        key = " ".join(name.casefold().split())
        name_by_key[key if key not in name_by_key else name] = name
    return name_by_key


# how a column is written --------------------------------------------------------------------


def _rewrite(
    whole: RawTable, name: str, table: RawTable, its_name: str
) -> tuple[str, Rewrite] | None:
    """Give the code of what is written in another way, and what makes it alike; else ``None``."""
    ours, theirs = _sample(whole, name), _sample(table, its_name)
    if {_day_order(ours), _day_order(theirs)} == {"dmy", "mdy"}:
        return "date_orders_differ", _swap_day_and_month
    if whole.form.is_decimal_told or not (_mostly_numbers(ours) and _mostly_numbers(theirs)):
        return None
    is_proven = any(
        decimal_sign(cells, ".") == decimal_sign(cells, ",") for cells in (ours, theirs)
    )
    sign, its_sign = (
        decimal_sign(ours, whole.form.decimal),
        decimal_sign(theirs, table.form.decimal),
    )
    return ("decimal_signs_differ", _swap_signs) if is_proven and sign != its_sign else None


def _sample(table: RawTable, name: str) -> list[str]:
    """Give distinct cells with a point, a comma or a stroke; the rest is written alike anywhere."""
    cells = f"SELECT DISTINCT {quoted(name)} AS cell FROM lines"
    telling = f"regexp_matches({quoted(name)}, '\\d[-/.,]|[.,]\\d')"
    return list(table.query(f"{cells} WHERE {telling} LIMIT {_LOOKED_AT}")["cell"])


def _mostly_numbers(cells: list[str]) -> bool:
    return bool(cells) and sum(map(is_number, cells)) >= _MOSTLY * len(cells)


def _day_order(cells: list[str]) -> str | None:
    """Give what the cells prove about 03/04/2024, ``None`` if they prove nothing."""
    days = [found for cell in cells if (found := _DAY.match(cell))]
    if len(days) < _MOSTLY * len(cells):
        return None
    n_dmy = sum(int(day[1]) > 12 >= int(day[3]) for day in days)
    n_mdy = sum(int(day[3]) > 12 >= int(day[1]) for day in days)
    if n_dmy == n_mdy:
        return None
    return "dmy" if n_dmy > n_mdy else "mdy"


def _swap_day_and_month(cell: str) -> str:
    return _DAY.sub(r"\3\2\1\2\4", cell, count=1) if _DAY.match(cell) else cell


def _swap_signs(cell: str) -> str:
    return cell.translate(_OTHER_SIGN) if is_number(cell) else cell


# what differs -------------------------------------------------------------------------------


def _differences(header: Sequence[str], parts: Sequence[_Part]) -> Iterator[Oddity]:
    """Tell which columns some file lacks, and which were written in another way."""
    keys = _by_key(header)
    lacking = [[n for key, n in keys.items() if key not in part.name_by_key] for part in parts]
    yield from _difference("columns_differ", parts, lacking)
    for code in ("decimal_signs_differ", "date_orders_differ"):
        rewritten = [
            [keys[key] for key, (why, _) in part.rewrites.items() if why == code] for part in parts
        ]
        yield from _difference(code, parts, rewritten)


def _difference(
    code: str, parts: Sequence[_Part], columns_by_part: Sequence[Sequence[str]]
) -> Iterator[Oddity]:
    n_columns = len({name for columns in columns_by_part for name in columns})
    pairs = zip(parts, columns_by_part, strict=True)
    first = next((pair for pair in pairs if pair[1]), None)
    if first is not None:
        part, columns = first
        names = [*columns[:_NAMES_IN_EXAMPLE], *["…"][: len(columns) > _NAMES_IN_EXAMPLE]]
        yield Oddity(code, n_columns, example=f"{part.form.path.name}: {', '.join(names)}")


def _merged(oddities: Sequence[Oddity]) -> tuple[Oddity, ...]:
    """Put what was noticed in several files together, the places of the first file first."""
    by_code: dict[str, Oddity] = {}
    for oddity in oddities:
        known = by_code.get(oddity.code)
        by_code[oddity.code] = (
            oddity
            if known is None
            else replace(
                known,
                count=known.count + oddity.count,
                rows=(*known.rows, *oddity.rows)[:SHOWN_ROWS],
            )
        )
    return tuple(by_code.values())
