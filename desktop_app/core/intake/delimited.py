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
        header_row=_n_above(dialect) if dialect.has_header else None,
        encoding=seen.encoding,
        delimiter=dialect.delimiter,
        quote=dialect.quote,
        decimal=dialect.decimal,
        n_preamble_rows=dialect.n_preamble,
    )


def _n_above(dialect: Dialect) -> int:
    """Count the rows of the file above the table."""
    return dialect.has_separator_line + dialect.n_preamble


def _records(source: Source, seen: Survey, dialect: Dialect) -> Iterator[list[str]]:
    """Give the records from the table's first one on."""
    lines = lines_of(source, seen.codec)
    if dialect.has_separator_line:
        next(lines)
    return islice(split_records(lines, dialect), dialect.n_preamble, None)


def _in_bulk(source: Source, seen: Survey, dialect: Dialect, progress: Progress) -> RawTable | None:
    if seen.n_bytes < WORTH_BULK or source.is_packed or seen.encoding != "utf-8":
        return None
    header = next(_records(source, seen, dialect)) if dialect.has_header else []
    if len(header) not in (0, dialect.n_columns) or not can_read_in_bulk(source.path, dialect):
        return None
    n_top = _n_above(dialect) + dialect.has_header
    store = read_in_bulk(source.path, dialect, n_top, seen.n_lines - n_top, progress)
    if store is None:
        return None
    return finished_table(
        store, header, _form(source, seen, dialect), RowPlaces((0,), (n_top + 1,))
    )


def _row_by_row(source: Source, seen: Survey, dialect: Dialect, progress: Progress) -> RawTable:
    records = _records(source, seen, dialect)
    header = next(records) if dialect.has_header else []
    builder = TableBuilder(source.path, header, dialect.n_columns, progress)
    first_row = _n_above(dialect) + dialect.has_header + 1
    for file_row, record in enumerate(records, start=first_row):
        builder.add(record, file_row)
        if file_row % ROWS_PER_BATCH == 0:
            progress.checkpoint()
            progress.report(min(file_row / seen.n_lines, 1.0), "reading")
    return builder.finish(_form(source, seen, dialect))
