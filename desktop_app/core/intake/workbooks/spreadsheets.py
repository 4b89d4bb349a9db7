"""Reading a workbook: one sheet, and in it the table below whatever titles stand above."""

import codecs
import contextlib
import re
from itertools import chain, islice

from desktop_app.core.errors import EmptyFile, NotATable, SheetMissing, SpreadsheetTooLarge
from desktop_app.core.files import sha256_of
from desktop_app.core.intake.cells import decimal_sign
from desktop_app.core.intake.regions import Region
from desktop_app.core.intake.sources import Source, ensure_unchanged, reading
from desktop_app.core.intake.table_builder import TableBuilder
from desktop_app.core.intake.table_place import find_place
from desktop_app.core.intake.tables import FileForm, FileKind, RawTable, ReadOptions
from desktop_app.core.intake.text.encodings import candidate_encodings, codec_for, is_text_encoding
from desktop_app.core.intake.workbooks.conversion import Sheet, conversion
from desktop_app.core.intake.workbooks.markup import tables_of
from desktop_app.core.intake.workbooks.workbook_scan import OLE_MARK, ZIP_MARKS, ensure_harmless
from desktop_app.core.progress import PartOfProgress, Progress

LONGEST_MARKUP = 32 << 20  # bytes; half a million rows

_ROWS_TO_PLACE = 1_000
_HEAD = 1 << 18  # bytes that show how a page is written
_ENCODING = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.I)


def is_workbook(source: Source) -> bool:
    """Tell whether a file is a container such as workbooks are, whatever its name."""
    return source.mark.startswith((OLE_MARK, *ZIP_MARKS))


def read_spreadsheet(source: Source, options: ReadOptions, progress: Progress) -> RawTable:
    """Read the sheet that the user named, or the first visible one with the largest table.

    Raises
    ------
    SpreadsheetLocked, SpreadsheetDamaged, SpreadsheetTooLarge, SheetMissing, UnknownFormat
        The workbook, or the sheet asked for, cannot be had.
    EmptyFile, HeaderOnly
        The sheet holds nothing, or no rows.
    """
    path = source.path
    with reading(path):
        ensure_harmless(path, progress)
        digest = sha256_of(path)
    with conversion(path, options.sheet, PartOfProgress(progress, 0.1, 1.0)) as sheet:
        return _table(source, sheet, digest, options, progress)


def is_markup(source: Source) -> bool:
    """Tell whether a file is a web page, or XML, whatever its name."""
    return source.mark.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<")


def read_markup(
    source: Source, options: ReadOptions, region: Region, progress: Progress
) -> RawTable:
    """Read the fullest table of a web page, or of a workbook in XML, or the one that the user named.

    Raises
    ------
    NotATable
        It holds no table.
    SheetMissing, SpreadsheetTooLarge
        The table asked for is not there, or the page is longer than any list.
    EmptyFile, HeaderOnly, FileChanged, FileUnreadable
        As ``read_spreadsheet``.
    """
    path = source.path
    with reading(path), source.open() as file:
        content = file.read(LONGEST_MARKUP + 1)
    if len(content) > LONGEST_MARKUP:
        raise SpreadsheetTooLarge(path=path, limit="memory")
    tables = tables_of(_text(content, region), progress.checkpoint)
    tables = [table for table in tables if table.n_cells]
    if not tables:
        raise NotATable(path=path)
    names = tuple(table.name for table in tables)
    if options.sheet not in (None, *names):
        raise SheetMissing(path=path, sheet=options.sheet, sheets=names)
    by_name = {table.name: table for table in tables}
    fullest = max(tables, key=lambda table: table.n_cells)
    table = by_name[options.sheet] if options.sheet else fullest
    with reading(path):
        digest = sha256_of(path)
    return _table(source, Sheet(table.name, names, iter(table.rows)), digest, options, progress)


def _text(content: bytes, region: Region) -> str:
    """Decode a page; what it says of itself comes after what its bytes prove."""
    head = content[:_HEAD]
    *proven, last = candidate_encodings(head, region.code_page, None)
    said = [name.decode("ascii") for name in _ENCODING.findall(head)[:1]]
    for name in [*proven[:1], *filter(is_text_encoding, said), *proven[1:]]:
        with contextlib.suppress(UnicodeDecodeError):
            return content.decode(codec_for(name))
    return content.decode(codec_for(last), "replace")


def _table(
    source: Source, sheet: Sheet, digest: str, options: ReadOptions, progress: Progress
) -> RawTable:
    path = source.path
    top = list(islice(sheet.rows, _ROWS_TO_PLACE))
    if not any(map(any, top)):
        raise EmptyFile(path=path)
    place = find_place(top, options.has_header)
    builder = TableBuilder(path, place, top, progress)
    rows = chain(top[place.n_top :], sheet.rows)
    for file_row, row in enumerate(rows, start=place.n_top + 1):
        builder.add(row, file_row)
    ensure_unchanged(source)
    form = FileForm(
        path=path,
        kind=FileKind.SPREADSHEET,
        sha256=digest,
        n_rows=0,
        header_row=place.first_row if place.has_header else None,
        decimal=options.decimal or decimal_sign(chain(*top[place.n_top :]), by_habit="."),
        sheet=sheet.name,
        sheets=sheet.names,
        n_preamble_rows=place.n_above,
    )
    return builder.finish(form)
