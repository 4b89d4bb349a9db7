"""The text of a table as a part of a saved project, and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.core.errors import ProjectDamaged
from desktop_app.core.intake.sql import quoted
from desktop_app.core.intake.store import TextStore
from desktop_app.core.intake.table_builder import MOST_COLUMNS
from desktop_app.core.intake.tables import FileForm, Oddity, RawTable, RowPlaces, sql_text
from desktop_app.core.intake.watched import run_watched
from desktop_app.core.segmenting.results import IntArray

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from desktop_app.core.progress import Progress

_LONGEST_ROW = 64 * 1024 * 1024  # bytes; a cell may hold a whole letter
_ROOM = 64 * 1024  # bytes at least; the database makes sixteen times a row ready


@dataclass(frozen=True, slots=True, eq=False)
class HeldTable:
    """What a ``RawTable`` is besides its cells; runs of rows as in ``RowPlaces``.

    ``longest_row``: bytes that the longest row may take when it is written.
    """

    header: tuple[str, ...]
    original_header: tuple[str, ...]
    form: FileForm
    n_rows: int
    longest_row: int
    first_rows: IntArray
    file_rows: IntArray
    other_forms: tuple[FileForm, ...] = ()
    oddities: tuple[Oddity, ...] = ()


def held_table(raw: RawTable) -> HeldTable:
    """Give what is to be kept of a table besides its cells and the table beside it."""
    return HeldTable(
        raw.header,
        raw.original_header,
        _without_folder(raw.form),
        raw.n_rows,
        _longest_row(raw),
        np.array(raw.places.first_rows, dtype=np.int64),
        np.array(raw.places.file_rows, dtype=np.int64),
        tuple(map(_without_folder, raw.other_forms)),
        raw.oddities,
    )


def _without_folder(form: FileForm) -> FileForm:
    """The name of the file goes on with the table; where it lay is nobody else's business."""
    return replace(form, path=Path(form.path.name))


def _longest_row(raw: RawTable) -> int:
    """Give the bytes of the longest row, every character of it a quote that is doubled."""
    cells = " + ".join(f"strlen({quoted(name)})" for name in raw.header)
    found = raw.store.cursor().execute(f"SELECT max({cells}) FROM lines").fetchone()
    return 2 * int((found and found[0]) or 0) + 3 * len(raw.header) + 1


def write_cells(raw: RawTable, path: Path, progress: Progress) -> None:
    """Write the cells of all rows in order as quoted, comma-separated UTF-8; ``OSError`` if refused."""
    cursor = raw.store.cursor()
    statement = (
        f"COPY (SELECT * EXCLUDE (_row) FROM lines ORDER BY _row) TO {sql_text(str(path))} "
        "(FORMAT csv, HEADER false, FORCE_QUOTE *, COMPRESSION none)"
    )
    run_watched(cursor, lambda: cursor.execute(statement), progress)


def read_cells(held: HeldTable, path: Path, folder: Path, progress: Progress) -> RawTable:
    """Give the table again, its cells from the file that ``write_cells`` wrote.

    The files that it came from are looked for in ``folder``, should they be asked for again.

    Raises
    ------
    ProjectDamaged
        The cells are not those of such a table.
    """
    import duckdb

    n_columns = len(held.header)
    if not 0 < n_columns == len(held.original_header) <= MOST_COLUMNS:
        raise ProjectDamaged(reason="columns")
    if held.longest_row > _LONGEST_ROW:
        raise ProjectDamaged(reason="row")
    store = TextStore(n_columns)

    def run(connection: DuckDBPyConnection, statement: str) -> None:
        run_watched(connection, lambda: connection.execute(statement), progress)

    def pause(_share: float) -> None:
        progress.checkpoint()

    try:
        store.add_query(run, _source(path, n_columns, held.longest_row), pause)
        store.finish(dict(enumerate(held.header)))
    except duckdb.Error as error:
        raise ProjectDamaged(reason=str(error)) from error
    if store.n_rows != held.n_rows:
        raise ProjectDamaged(reason="rows")
    places = RowPlaces(held.first_rows.tolist(), held.file_rows.tolist())
    form, *others = (_within(folder, form) for form in (held.form, *held.other_forms))
    table = RawTable(held.header, held.original_header, form, store, places)
    return replace(table, other_forms=(*others,), oddities=held.oddities)


def _within(folder: Path, form: FileForm) -> FileForm:
    return replace(form, path=folder / form.path.name)


def _source(path: Path, n_columns: int, longest_row: int) -> str:
    names = [f"c{i}" for i in range(n_columns)]
    cells = ", ".join(f"coalesce({name}, '')" for name in names)
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    return (
        f"SELECT {cells} FROM read_csv({sql_text(str(path))}, columns = {{{columns}}}, "
        "delim = ',', quote = '\"', escape = '\"', header = false, auto_detect = false, "
        "strict_mode = true, null_padding = false, allow_quoted_nulls = false, "
        "parallel = false, new_line = '\\n', "
        f"max_line_size = {max(longest_row, _ROOM)}, compression = 'none', encoding = 'utf-8')"
    )
