"""Reading delimited text: look it over, find its form, then fill a table."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.core.intake.regions import Region
from desktop_app.core.intake.sources import Source, Survey, ensure_unchanged, lines_of, survey
from desktop_app.core.intake.table_builder import (
    ROWS_PER_BATCH,
    TableBuilder,
    finished_table,
    noticed_above,
)
from desktop_app.core.intake.tables import FileForm, FileKind, RawTable, ReadOptions, RowPlaces
from desktop_app.core.intake.text.bulk import can_read_in_bulk, read_in_bulk
from desktop_app.core.intake.text.form_finder import TextForm, find_form
from desktop_app.core.intake.text.records import split_records
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
    form = find_form(seen.sample, options, region)
    rest = PartOfProgress(progress, 0.3, 1.0)
    table = _in_bulk(source, seen, form, rest) or _row_by_row(source, seen, form, rest)
    ensure_unchanged(source)
    progress.report(1.0, "reading")
    return replace(table, oddities=(*seen.oddities, *table.oddities))


def _file_form(source: Source, seen: Survey, form: TextForm) -> FileForm:
    place = form.place
    return FileForm(
        path=source.path,
        kind=FileKind.DELIMITED,
        sha256=seen.sha256,
        n_rows=0,
        header_row=form.n_top - 1 if place.has_header else None,
        encoding=seen.encoding,
        delimiter=form.dialect.delimiter,
        quote=form.dialect.quote,
        decimal=form.decimal,
        is_decimal_told=form.is_decimal_told,
        n_preamble_rows=place.n_above,
    )


def _records(source: Source, seen: Survey, form: TextForm) -> Iterator[list[str]]:
    """Give the records of the file that are not in ``form.top``, the rows on their way."""
    lines = lines_of(source, seen.codec, seen.errors)
    if form.has_separator_line:
        next(lines, "")
    return iter(split_records(lines, form.dialect))


def _in_bulk(source: Source, seen: Survey, form: TextForm, progress: Progress) -> RawTable | None:
    if seen.n_bytes < WORTH_BULK or source.is_packed or seen.encoding != "utf-8":
        return None
    top = form.top[: form.place.n_top]
    has_line_ends = any("\n" in cell or "\r" in cell for record in top for cell in record)
    has_other_width = len(form.place.names) not in (0, form.dialect.n_columns)
    if has_line_ends or has_other_width or not can_read_in_bulk(source.path, form.dialect):
        return None
    n_rows = seen.n_lines - form.n_top
    store = read_in_bulk(source.path, form, n_rows, progress)
    if store is None:
        return None
    places = RowPlaces((0,), (form.n_top + 1,))
    noticed = noticed_above(form.place, top, form.has_separator_line)
    return finished_table(store, form.place.names, _file_form(source, seen, form), places, noticed)


def _row_by_row(source: Source, seen: Survey, form: TextForm, progress: Progress) -> RawTable:
    n_named = form.has_separator_line
    builder = TableBuilder(source.path, form.place, form.top, progress, n_named)
    for position, record in enumerate(_records(source, seen, form)):
        if position < form.place.n_top:
            continue
        file_row = position + n_named + 1
        builder.add(record, file_row)
        if file_row % ROWS_PER_BATCH == 0:
            progress.checkpoint()
            progress.report(min(file_row / seen.n_lines, 1.0), "reading")
    return builder.finish(_file_form(source, seen, form))
