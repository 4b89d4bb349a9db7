"""The small program that turns one sheet of a workbook into lines of JSON.

It runs in a process of its own, because a workbook is made by strangers and its reader may take all
memory or fall over. It imports that reader and nothing else of weight, and nothing of this package.

Its output: an object with ``sheets``, ``sheet`` and ``n_rows``; then arrays of rows, each an array
of text; then an object with ``is_complete``. Or one object with ``problem``.
"""

import contextlib
import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

_MEMORY = 4 << 30  # bytes of address space
_ROWS_PER_LINE = 1_000
_CHARACTERS_PER_LINE = 1 << 20
_ROWS_TO_WEIGH = 1_000
_MOST_SHEETS_TO_WEIGH = 40


def main(arguments: Sequence[str]) -> int:
    """Convert the workbook ``arguments[0]``, the sheet ``arguments[1]`` if named, to standard output."""
    _limit_memory()
    path, wanted = arguments[0], arguments[1] if len(arguments) > 1 else None
    with open(1, "wb", closefd=False) as output:  # a windowed program has no sys.stdout
        for message in _messages(path, wanted):
            _send(output, message)
    return 0


def _messages(path: str, wanted: str | None) -> Iterator[object]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_path(path) as book:
            sheets = _sheet_names(book)
            if wanted is not None and wanted not in sheets:
                yield {"problem": "sheet_missing", "sheets": sheets}
                return
            sheet = book.get_sheet_by_name(wanted) if wanted else _largest_table(book)
            yield {"sheets": sheets, "sheet": sheet.name, "n_rows": sheet.total_height}
            yield from _packets(sheet)
            yield {"is_complete": True}
    except PasswordError:
        yield {"problem": "locked"}
    except MemoryError:
        yield {"problem": "too_large"}
    except (CalamineError, OSError, ValueError):
        yield {"problem": "damaged"}


def _sheet_names(book: "CalamineWorkbook") -> list[str]:
    from python_calamine import SheetTypeEnum

    return [meta.name for meta in book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]


def _largest_table(book: "CalamineWorkbook") -> "CalamineSheet":
    """Give the first of the visible sheets with most rows of a table."""
    from python_calamine import SheetVisibleEnum

    names = _sheet_names(book)
    visible = {m.name for m in book.sheets_metadata if m.visible == SheetVisibleEnum.Visible}
    shown = [name for name in names if name in visible][:_MOST_SHEETS_TO_WEIGH] or names
    best = book.get_sheet_by_name(shown[0])
    most = _weight(best) if len(shown) > 1 else 0.0
    for name in shown[1:]:
        sheet = book.get_sheet_by_name(name)
        if (weight := _weight(sheet)) > most:
            best, most = sheet, weight
    return best


def _weight(sheet: "CalamineSheet") -> float:
    """Estimate how many rows of a sheet hold at least two cells, from its first rows."""
    top = sheet.to_python(nrows=_ROWS_TO_WEIGH)
    n_rows = sum(1 for row in top if sum(cell != "" for cell in row) > 1)
    return n_rows * max(sheet.height, 1) / max(len(top), 1)


def _packets(sheet: "CalamineSheet") -> Iterator[list[list[str]]]:
    """Give the rows from the first one of the sheet on, some at a time."""
    packet: list[list[str]] = []
    n_characters = 0
    for cells in sheet.iter_rows():
        row = [text_of(cell) for cell in cells]
        packet.append(row)
        n_characters += sum(map(len, row))
        if len(packet) == _ROWS_PER_LINE or n_characters > _CHARACTERS_PER_LINE:
            yield packet
            packet, n_characters = [], 0
    yield packet


def text_of(cell: Cell) -> str:
    """Give a cell as text: whole numbers without a point, days as ISO 8601.

    Examples
    --------
    >>> [text_of(cell) for cell in (3.0, 0.5, True, "007", dt.datetime(2024, 5, 1))]
    ['3', '0.5', 'TRUE', '007', '2024-05-01']
    """
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case dt.datetime():
            is_day = cell.time() == dt.time.min
            return (
                cell.date().isoformat() if is_day else cell.isoformat(sep=" ", timespec="seconds")
            )
        case dt.time():
            return cell.isoformat(timespec="seconds")
        case _:
            return str(cell)


def _send(output: BinaryIO, message: object) -> None:
    output.write(json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def _limit_memory() -> None:
    """Ask the system to refuse a request for more memory than any real workbook needs."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # not every system can
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
