"""The door of intake: one file, or several, become a table of text, or two of one shop."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.core.errors import (
    FilesDiffer,
    InputError,
    NotATable,
    SpreadsheetDamaged,
    UnknownFormat,
)
from desktop_app.core.files import sha256_of
from desktop_app.core.intake.archives import source_inside, unpacked
from desktop_app.core.intake.joining import joined, kinds_of_table
from desktop_app.core.intake.regions import Region
from desktop_app.core.intake.sources import Source, find_source, reading
from desktop_app.core.intake.tables import RawTable, ReadOptions
from desktop_app.core.intake.text.delimited import read_delimited
from desktop_app.core.intake.workbooks.other_kinds import kind_by_mark
from desktop_app.core.intake.workbooks.spreadsheets import (
    is_markup,
    is_workbook,
    read_markup,
    read_spreadsheet,
)
from desktop_app.core.progress import NO_PROGRESS, PartOfProgress, Progress

__all__ = ["RawTable", "read_table", "read_tables"]

_MOST_KINDS = 2  # the orders of a shop and its customers
SPREADSHEET_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})


def read_table(
    path: Path | str,
    options: ReadOptions | None = None,
    *,
    region: Region | None = None,
    progress: Progress = NO_PROGRESS,
) -> RawTable:
    r"""Read a file as text, whatever its name says it is.

    ``options`` tells what is known about the file; what it leaves open is found out from the
    content, and where that proves nothing, the habits of ``region`` decide.

    Raises
    ------
    FileMissing, FileUnreadable, FileChanged
        The file is not there, not ours to read, or another one than a moment ago.
    EmptyFile, HeaderOnly, NotATable, UnknownFormat
        Nothing in it is a table with rows.
    ArchiveHasSeveral, ArchiveWithoutTable, ArchiveLocked, ArchiveDamaged, ArchiveTooLarge
        No single table can be had from the packed file.
    WrongEncoding
        ``options.encoding`` does not fit the bytes.
    SpreadsheetLocked, SpreadsheetDamaged, SpreadsheetTooLarge, SheetMissing
        The workbook, or the sheet asked for, cannot be had.
    BadValue
        ``options.delimiter`` is not one character.
    Cancelled
        ``progress`` says that the table is no longer wanted.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "customers.csv")
    >>> _ = path.write_text("Name;Spent\nAnn;3,50\nBob;012\n", encoding="utf-8")
    >>> table = read_table(path)
    >>> table.header, table.rows, table.form.decimal
    (('Name', 'Spent'), [('Ann', '3,50'), ('Bob', '012')], ',')
    """
    options, region = options or ReadOptions(), region or Region()
    source = source_inside(find_source(Path(path)))
    if is_workbook(source):
        return _read_workbook(source, options, progress)
    try:
        table = read_delimited(source, options, region, progress)
        return replace(table, form=replace(table.form, member=source.member))
    except NotATable as error:
        return _read_otherwise(source, options, region, progress, error)


def _read_otherwise(
    source: Source, options: ReadOptions, region: Region, progress: Progress, problem: NotATable
) -> RawTable:
    """Read what is neither a workbook nor plain text, or tell what it is if its name says another."""
    path, suffix = source.path, source.path.suffix
    kind = "page" if is_markup(source) else kind_by_mark(source.mark)
    if kind == "page":
        with contextlib.suppress(NotATable):
            table = read_markup(source, options, region, progress)
            return replace(table, form=replace(table.form, member=source.member))
    if suffix.lower() not in SPREADSHEET_SUFFIXES:
        raise problem
    if kind is not None:
        raise UnknownFormat(path=path, suffix=suffix, kind=kind) from problem
    raise SpreadsheetDamaged(path=path) from problem


def _read_workbook(source: Source, options: ReadOptions, progress: Progress) -> RawTable:
    if source.member is None:
        return read_spreadsheet(source, options, progress)
    with unpacked(source, progress) as workbook:
        try:
            table = read_spreadsheet(workbook, options, progress)
        except InputError as error:  # of a file that the user never saw
            raise type(error)(**(error.details | {"path": source.path})) from error
    with reading(source.path):
        digest = sha256_of(source.path)
    form = replace(table.form, path=source.path, sha256=digest, member=source.member)
    return replace(table, form=form)


def read_tables(
    paths: Sequence[Path | str],
    options: ReadOptions | None = None,
    *,
    region: Region | None = None,
    progress: Progress = NO_PROGRESS,
) -> RawTable:
    """Read one or more files as one table; their columns are joined by name, in any order.

    The columns stand as in the first file, those that only others have behind them; the rows of
    the others follow below. What is written differently is made alike, and told as an oddity.
    Files whose columns hardly agree are another table, which stands ``beside`` the longer one.

    Raises
    ------
    FilesDiffer
        There are more than two kinds of tables, or too many columns; ``path`` is of the shortest.
    AppError
        As ``read_table``, for the first file that cannot be read.
    """
    share = 1 / len(paths)
    tables = [
        read_table(
            path,
            options,
            region=region,
            progress=PartOfProgress(progress, i * share, (i + 1) * share),
        )
        for i, path in enumerate(paths)
    ]
    kinds = kinds_of_table(tables)
    del tables
    kinds.sort(key=lambda kind: (-sum(table.n_rows for table in kind), kind[0].header))
    if len(kinds) > _MOST_KINDS:
        other = kinds[-1][0]
        raise FilesDiffer(path=other.form.path, columns=other.header)
    whole, *others = [joined(_given_away(kind), progress) for kind in kinds]
    return replace(whole, beside=others[0]) if others else whole


def _given_away(tables: list[RawTable]) -> Iterator[RawTable]:
    """Give the tables one by one and forget them, so that they need not stand in memory twice."""
    while tables:
        yield tables.pop(0)
