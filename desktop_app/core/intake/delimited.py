"""Reading delimited text: look it over, find its form, then fill a table."""

from collections.abc import Iterator
from itertools import islice

from desktop_app.core.intake.bulk import can_read_in_bulk, read_in_bulk
from desktop_app.core.intake.dialect import Dialect, find_form
from desktop_app.core.intake.records import split_records
from desktop_app.core.intake.regions import Region
from desktop_app.core.intake.sources import Source, Survey, ensure_unchanged, lines_of, survey
from desktop_app.core.intake.table_builder import ROWS_PER_BATCH, TableBuilder, finished_table
from desktop_app.core.intake.tables import FileForm, FileKind, RawTable, ReadOptions, RowPlaces
from desktop_app.core.progress import PartOfProgress, Progress

WORTH_BULK = 4 << 20  # bytes; smaller files are read at once either way


def read_delimited(
    source: Source, options: ReadOptions, region: Region, progress: Progress
) -> RawTable:
    """Read a text file whose form is found from its content, not from its name.

    Raises
    ------
    NotATable, EmptyFile, HeaderOnly, WrongEncoding, FileChanged, FileUnreadable
        As ``reading.read_table``.
    """
    seen = survey(source, region.code_page, options.encoding, PartOfProgress(progress, 0.0, 0.3))
    dialect = find_form(seen.sample, options, region)
    rest = PartOfProgress(progress, 0.3, 1.0)
    table = _in_bulk(source, seen, dialect, rest) or _row_by_row(source, seen, dialect, rest)
    ensure_unchanged(source)
    progress.report(1.0, "reading")
    return table


def _form(source: Source, seen: Survey, dialect: Dialect) -> FileForm:
    return FileForm(
        path=source.path,
        kind=FileKind.DELIMITED,
        sha256=seen.sha256,
        n_rows=0,
        header_row=dialect.n_above if dialect.has_header else None,
        encoding=seen.encoding,
        delimiter=dialect.delimiter,
        quote=dialect.quote,
        decimal=dialect.decimal,
        is_decimal_told=dialect.is_decimal_told,
        n_preamble_rows=dialect.n_preamble,
    )


def _open_records(
    source: Source, seen: Survey, dialect: Dialect
) -> tuple[list[list[str]], Iterator[list[str]]]:
    """Give the records above the rows, the header last, and the rows on their way."""
    lines = lines_of(source, seen.codec)
    if dialect.has_separator_line:
        next(lines, "")
    records = split_records(lines, dialect)
    return list(islice(records, dialect.n_preamble + dialect.has_header)), records


def _in_bulk(source: Source, seen: Survey, dialect: Dialect, progress: Progress) -> RawTable | None:
    if seen.n_bytes < WORTH_BULK or source.is_packed or seen.encoding != "utf-8":
        return None
    top, _ = _open_records(source, seen, dialect)
    header = top[-1] if dialect.has_header and top else []
    has_line_ends = any("\n" in cell or "\r" in cell for record in top for cell in record)
    has_other_width = len(header) not in (0, dialect.n_columns)
    if has_line_ends or has_other_width or not can_read_in_bulk(source.path, dialect):
        return None
    n_rows = seen.n_lines - dialect.n_top
    store = read_in_bulk(source.path, dialect, dialect.n_top, n_rows, progress)
    if store is None:
        return None
    places = RowPlaces((0,), (dialect.n_top + 1,))
    return finished_table(store, header, _form(source, seen, dialect), places)


def _row_by_row(source: Source, seen: Survey, dialect: Dialect, progress: Progress) -> RawTable:
    top, records = _open_records(source, seen, dialect)
    header = top[-1] if dialect.has_header and top else []
    builder = TableBuilder(source.path, header, dialect.n_columns, progress)
    for file_row, record in enumerate(records, start=dialect.n_top + 1):
        builder.add(record, file_row)
        if file_row % ROWS_PER_BATCH == 0:
            progress.checkpoint()
            progress.report(min(file_row / seen.n_lines, 1.0), "reading")
    return builder.finish(_form(source, seen, dialect))
