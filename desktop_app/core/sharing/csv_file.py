"""Labelled customers as a CSV file that Excel opens with a double click.

UTF-8 with a byte order mark (Excel takes it for the local code page otherwise), one line feed per
row, quotes only where needed, live cells made harmless (``safe_cells``).
"""

import csv
import errno
import io
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.sharing.safe_cells import HARMLESS, LIVE_START, defused

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BYTE_ORDER_MARK = "\ufeff"
_FIRST_BEYOND_ASCII = "\x80"
_SECONDS_BETWEEN_LOOKS = 0.05  # how soon a cancelled file stops growing


def write_csv(
    frame: pd.DataFrame, path: Path, *, delimiter: str = ",", progress: Progress = NO_PROGRESS
) -> None:
    """Write a frame of text to ``path``, which is a draft (``core.files``).

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
    with duckdb.connect() as connection:
        numbered = frame.set_axis([f"c{i}" for i in range(frame.shape[1])], axis=1)
        connection.register("customers", numbered)
        try:
            _run(connection, _statement(frame, path, delimiter), progress)
        except duckdb.IOException as problem:
            is_full = os.strerror(errno.ENOSPC) in str(problem)
            raise OSError(errno.ENOSPC if is_full else errno.EIO, str(problem)) from problem
    progress.report(1.0, "writing")


def _statement(frame: pd.DataFrame, path: Path, delimiter: str) -> str:
    cells = ", ".join(_safe_cell(f"c{i}::VARCHAR") for i in range(frame.shape[1]))
    header = BYTE_ORDER_MARK + _header(frame, delimiter)
    return (
        f"COPY (SELECT {cells} FROM customers) TO {_text(str(path))} "
        f"(FORMAT csv, COMPRESSION none, HEADER false, DELIMITER {_text(delimiter)}, "
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


def _header(frame: pd.DataFrame, delimiter: str) -> str:
    line = io.StringIO()
    writer = csv.writer(line, delimiter=delimiter, lineterminator="\n")
    writer.writerow([defused(str(name)) for name in frame.columns])
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
