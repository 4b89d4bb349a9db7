"""Reading a workbook: one sheet, and in it the table below whatever titles stand above."""

from itertools import chain, islice

from desktop_app.core.errors import EmptyFile
from desktop_app.core.files import sha256_of
from desktop_app.core.intake.cells import decimal_sign
from desktop_app.core.intake.conversion import conversion
from desktop_app.core.intake.sources import Source, ensure_unchanged, reading
from desktop_app.core.intake.table_builder import TableBuilder
from desktop_app.core.intake.table_place import find_place
from desktop_app.core.intake.tables import FileForm, FileKind, RawTable, ReadOptions
from desktop_app.core.intake.workbook_scan import OLE_MARK, ZIP_MARKS, ensure_harmless
from desktop_app.core.progress import PartOfProgress, Progress

_ROWS_TO_PLACE = 1_000


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
