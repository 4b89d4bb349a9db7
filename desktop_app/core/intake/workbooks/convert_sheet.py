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
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

_MEMORY = 4 << 30  # bytes of address space
_ROWS_PER_LINE = 1_000
_CHARACTERS_PER_LINE = 1 << 20
_ROWS_TO_WEIGH = 1_000
_MOST_SHEETS_TO_WEIGH = 40
_MOST_COLUMNS = 4_096  # wider than any list, but for a cell that strayed
_EXACT_LENGTH = 17  # of a number of 15 digits, which is what a spreadsheet shows


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
        # Not by its path: the reader would believe the suffix, and many an .xls is an .xlsx.
        with open(path, "rb") as file, CalamineWorkbook.from_filelike(file) as book:  # noqa: PTH123
            shown, hidden = _sheet_names(book)
            sheets = [*shown, *hidden]
            if not sheets or wanted not in (None, *sheets):
                problem = "sheet_missing" if sheets else "no_sheets"
                yield {"problem": problem, "sheets": sheets}
                return
            sheet = book.get_sheet_by_name(wanted) if wanted else _fullest(book, shown or hidden)
            if sheet.total_width > _MOST_COLUMNS:
                yield {"problem": "too_wide"}
                return
            yield {"sheets": sheets, "sheet": sheet.name, "n_rows": sheet.total_height}
            yield from _packets(sheet)
            yield {"is_complete": True}
    except PasswordError:
        yield {"problem": "locked"}
    except MemoryError:
        yield {"problem": "too_large"}
    except (CalamineError, OSError, ValueError):
        yield {"problem": "damaged"}


def _sheet_names(book: "CalamineWorkbook") -> tuple[list[str], list[str]]:
    """Give the names of the sheets of cells that are shown, and of those that are hidden."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [meta for meta in book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
    shown = [meta.name for meta in sheets if meta.visible == SheetVisibleEnum.Visible]
    hidden = [meta.name for meta in sheets if meta.visible != SheetVisibleEnum.Visible]
    return shown, hidden


def _fullest(book: "CalamineWorkbook", names: Sequence[str]) -> "CalamineSheet":
    """Give the first of the sheets that hold most cells of a table."""
    best = book.get_sheet_by_name(names[0])
    most = _weight(best) if len(names) > 1 else 0.0
    for name in names[1:_MOST_SHEETS_TO_WEIGH]:
        sheet = book.get_sheet_by_name(name)
        if (weight := _weight(sheet)) > most:
            best, most = sheet, weight
    return best


def _weight(sheet: "CalamineSheet") -> float:
    """Estimate how many cells stand beside others, from the first rows: notes stand alone."""
    if sheet.total_width > _MOST_COLUMNS:
        return 0.0
    top = sheet.to_python(nrows=_ROWS_TO_WEIGH)
    n_filled = [sum(cell != "" for cell in row) for row in top]
    return sum(n for n in n_filled if n > 1) * max(sheet.height, 1) / max(len(top), 1)


def _packets(sheet: "CalamineSheet") -> Iterator[list[list[str]]]:
    """Give the rows from the first one of the sheet on, some at a time; a blank one has no cells."""
    packet: list[list[str]] = []
    n_characters = 0
    blank = [""] * sheet.total_width
    write = _WRITERS
    for cells in sheet.iter_rows():
        if cells == blank:
            packet.append([])
        else:
            row = [cell if type(cell) is str else write[type(cell)](cell) for cell in cells]
            packet.append(row)
            n_characters += sum(map(len, row))
        if len(packet) == _ROWS_PER_LINE or n_characters > _CHARACTERS_PER_LINE:
            yield packet
            packet, n_characters = [], 0
    yield packet


def text_of(cell: Cell) -> str:
    """Give a cell as text that says what a person sees: days as ISO 8601, no point behind a whole.

    Examples
    --------
    >>> [text_of(cell) for cell in (3.0, 0.1 + 0.2, True, "007", dt.datetime(2024, 5, 1))]
    ['3', '0.3', 'TRUE', '007', '2024-05-01']
    >>> text_of(dt.timedelta(hours=30, minutes=5))
    '30:05:00'
    """
    return _WRITERS[type(cell)](cell)


def _number(number: float) -> str:
    text = repr(number)
    if text.endswith(".0"):
        return text[:-2] if number else "0"
    if number.is_integer():  # a long one, which Python writes as a power of ten
        return str(int(number))
    return text if len(text) <= _EXACT_LENGTH else format(number, ".15g")


def _moment(moment: dt.datetime) -> str:
    # A second is a fraction of a day, and seldom met exactly.
    moment = (moment + dt.timedelta(microseconds=500_000)).replace(microsecond=0)
    return moment.date().isoformat() if moment.time() == dt.time.min else moment.isoformat(sep=" ")


def _time(time: dt.time) -> str:
    return _duration(
        dt.timedelta(
            hours=time.hour,
            minutes=time.minute,
            seconds=time.second,
            microseconds=time.microsecond,
        )
    )


def _duration(duration: dt.timedelta) -> str:
    seconds = round(abs(duration).total_seconds())
    sign = "-" if duration < dt.timedelta() and seconds else ""
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


_WRITERS: dict[type, Callable[..., str]] = {
    str: str,
    bool: lambda truth: "TRUE" if truth else "FALSE",
    int: str,
    float: _number,
    dt.date: dt.date.isoformat,
    dt.datetime: _moment,
    dt.time: _time,
    dt.timedelta: _duration,
}


def _send(output: BinaryIO, message: object) -> None:
    output.write(json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def _limit_memory() -> None:
    """Ask the system to refuse a request for more memory than any real workbook needs."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # not every system can
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
