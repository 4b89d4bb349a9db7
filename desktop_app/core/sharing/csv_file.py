"""Labelled customers as a CSV file that Excel opens with a double click.

UTF-8 with a byte order mark (Excel takes it for the local code page otherwise), one line feed per
row, quotes only where needed, live cells made harmless (``safe_cells``).
"""

import csv
import errno
import io
import os
import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from desktop_app.core.intake.sql import quoted
from desktop_app.core.intake.tables import RawTable
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.sharing.safe_cells import HARMLESS, LIVE_START, defused

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BYTE_ORDER_MARK = "\ufeff"
_FIRST_BEYOND_ASCII = "\x80"
_SECONDS_BETWEEN_LOOKS = 0.05  # how soon a cancelled file stops growing


@dataclass(frozen=True, slots=True)
class CsvForm:
    """What stands between two cells, and whether a byte order mark comes first."""

    delimiter: str = ","
    has_mark: bool = True


def write_csv(
    rows: pd.DataFrame | RawTable,
    path: Path,
    own: pd.DataFrame | None = None,
    *,
    form: CsvForm = CsvForm(),
    without: Collection[int] = (),
    progress: Progress = NO_PROGRESS,
) -> None:
    """Write rows of text, and ``own`` columns behind them, to ``path``, a draft (``core.files``).

    ``without`` are places of columns of ``rows`` that are not to be written.

    Raises
    ------
    OSError
        The system refuses.
    Cancelled
        ``progress`` says that the file is no longer wanted.

    Examples
    --------
    >>> import tempfile
    >>> target = Path(tempfile.mkdtemp(), "groups.csv")
    >>> write_csv(pd.DataFrame({"name": ["Ann", "=1+1"], "segment": ["A", "B"]}), target)
    >>> target.read_text(encoding="utf-8-sig").splitlines()
    ['name,segment', 'Ann,A', "'=1+1,B"]
    """
    import duckdb

    progress.report(0.0, "writing")
    path.touch()  # the system's own reason, should it refuse
    parts = [rows] if own is None else [rows, own]
    with duckdb.connect() if isinstance(rows, pd.DataFrame) else rows.store.cursor() as connection:
        sources = [
            _numbered(connection, part, i, () if i else without) for i, part in enumerate(parts)
        ]
        try:
            _run(connection, _statement(sources, path, form), progress)
        except duckdb.IOException as problem:
            is_full = os.strerror(errno.ENOSPC) in str(problem)
            raise OSError(errno.ENOSPC if is_full else errno.EIO, str(problem)) from problem
    progress.report(1.0, "writing")


@dataclass(frozen=True, slots=True)
class _Source:
    """Rows to be written: a query, its columns in SQL, and what they are called in the file."""

    query: str
    cells: list[str]
    headers: list[str]


def _numbered(
    connection: "DuckDBPyConnection",
    part: pd.DataFrame | RawTable,
    number: int,
    without: Collection[int],
) -> _Source:
    """Give rows under names that never repeat."""
    names = part.columns if isinstance(part, pd.DataFrame) else part.original_header
    every = [str(name) for name in names]
    kept = [place for place in range(len(every)) if place not in without]
    headers, cells = [every[place] for place in kept], [f"p{number}c{place}" for place in kept]
    if isinstance(part, pd.DataFrame):
        named_part = part.set_axis([f"p{number}c{i}" for i in range(len(every))], axis=1)
        connection.register(f"part{number}", named_part)
        return _Source(f"part{number}", [f"{cell}::VARCHAR" for cell in cells], headers)
    named = (
        f"{quoted(part.header[place])} AS {cell}" for place, cell in zip(kept, cells, strict=True)
    )
    return _Source(f"(SELECT {', '.join(named) or '1 AS nothing'} FROM lines)", cells, headers)


def _statement(sources: Sequence[_Source], path: Path, form: CsvForm) -> str:
    cells = ", ".join(_safe_cell(cell) for source in sources for cell in source.cells)
    rows = " POSITIONAL JOIN ".join(source.query for source in sources)
    headers = [header for source in sources for header in source.headers]
    header = (BYTE_ORDER_MARK if form.has_mark else "") + _header(headers, form.delimiter)
    return (
        f"COPY (SELECT {cells} FROM {rows}) TO {_text(str(path))} "
        f"(FORMAT csv, COMPRESSION none, HEADER false, DELIMITER {_text(form.delimiter)}, "
        f"PREFIX {_text(header)}, SUFFIX {_text(chr(10))})"
    )


def _safe_cell(column: str) -> str:
    """Give the cell in SQL; an empty one as NULL, which is written as nothing at all."""
    return (
        f"CASE WHEN {_is_plainly_harmless(column)} THEN {column} "
        f"WHEN regexp_matches({column}, {_text(LIVE_START)}) "
        f"AND NOT regexp_matches({column}, {_text(HARMLESS)}) "
        f"THEN '''' || {column} ELSE nullif({column}, '') END"
    )


def _is_plainly_harmless(column: str) -> str:
    """Tell in SQL what needs no closer look, as most cells: its first character rules it out.

    The database compares bytes: from "A" up to what is no ASCII, or a digit.
    """
    return (
        f"({column} >= 'A' AND {column} < {_text(_FIRST_BEYOND_ASCII)}) "
        f"OR ({column} >= '0' AND {column} < ':')"
    )


def _header(headers: Sequence[str], delimiter: str) -> str:
    line = io.StringIO()
    writer = csv.writer(line, delimiter=delimiter, lineterminator="\n")
    writer.writerow([defused(name) for name in headers])
    return line.getvalue()


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _run(connection: "DuckDBPyConnection", statement: str, progress: Progress) -> None:
    """Run the statement aside, so that it can be called off."""
    import duckdb

    problems: list[duckdb.Error] = []

    def copy() -> None:
        try:
            connection.execute(statement)
        except duckdb.Error as problem:
            problems.append(problem)

    worker = threading.Thread(target=copy, name="clientele-csv")
    worker.start()
    try:
        while worker.is_alive():
            worker.join(_SECONDS_BETWEEN_LOOKS)
            progress.report(max(connection.query_progress(), 0.0) / 100, "writing")
            progress.checkpoint()
    finally:
        # An interruption before the statement has begun is lost: ask until it is heard.
        while worker.is_alive():
            connection.interrupt()
            worker.join(_SECONDS_BETWEEN_LOOKS)
    if problems:
        raise problems[0]
