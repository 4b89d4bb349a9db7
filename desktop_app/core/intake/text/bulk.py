"""The fast way for large files in which every line is one row: the database reads them itself.

It is strict, and what it read is only kept if its number of rows is the number of lines and all of
them are rows of the table; any other file goes the patient way.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.intake.store import TextStore
from desktop_app.core.intake.table_builder import LEFT_OUT, MOST_COLUMNS
from desktop_app.core.intake.tables import sql_text
from desktop_app.core.intake.text.dialect import Dialect
from desktop_app.core.intake.text.form_finder import TextForm
from desktop_app.core.intake.text.row_judge import Noticed, RowJudge
from desktop_app.core.intake.watched import run_watched
from desktop_app.core.progress import Cancelled, PartOfProgress, Progress

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ROWS_AT_END = 40  # that notes may be among
_STAGE = "reading"
_SHARE_OF_LOADING = 0.4  # of the time; the rest compresses what was loaded
_WILDCARDS = frozenset("*?[]{}")  # the database would look for other files


def can_read_in_bulk(path: Path, dialect: Dialect) -> bool:
    """Tell whether the form of a UTF-8 file is one that the database reads as we do."""
    return (
        dialect.delimiter is not None
        and dialect.escape is None
        and not dialect.skips_blanks
        and not dialect.is_wrapped
        and dialect.n_columns <= MOST_COLUMNS
        and not _WILDCARDS & set(str(path))
    )


def read_in_bulk(path: Path, form: TextForm, n_rows: int, progress: Progress) -> TextStore | None:
    """Read the rows below the header; ``None`` if they are not ``n_rows`` even ones."""
    import duckdb

    if n_rows < 1:
        return None

    def run(connection: "DuckDBPyConnection", statement: str) -> None:
        loading = PartOfProgress(progress, 0.0, _SHARE_OF_LOADING)
        run_watched(connection, lambda: connection.execute(statement), loading, _STAGE)

    def pause(share: float) -> None:
        progress.report(_SHARE_OF_LOADING + (1 - _SHARE_OF_LOADING) * share, _STAGE)
        progress.checkpoint()

    store = TextStore(form.dialect.n_columns)
    try:
        rows = _source(path, form.dialect, form.n_top)
        store.add_query(run, rows, pause)
    except duckdb.InterruptException:
        raise Cancelled from None
    except duckdb.Error:  # uneven rows, odd quotes, mixed line ends: a case for patience
        return None
    return store if store.n_rows == n_rows and not _has_other_rows(store, form) else None


def _has_other_rows(store: TextStore, form: TextForm) -> bool:
    """Tell whether some of the rows are none of the table: blank, the names again, notes below."""
    names = form.place.names
    if store.has_row([""] * store.n_columns) or (names and store.has_row(names)):
        return True
    noticed = Noticed()
    judge = RowJudge(form.place, form.top[form.place.n_top :], noticed)
    last = store.last_rows(_ROWS_AT_END)
    kept = [placed for row in last for placed in judge.weigh(row, 1)]
    kept += judge.rest(has_rows=True)
    judge.n_sums(kept)
    return noticed.count(*LEFT_OUT) > 0


def _source(path: Path, dialect: Dialect, n_top_lines: int) -> str:
    names = [f"c{i}" for i in range(dialect.n_columns)]
    cells = ", ".join(f"coalesce({name}, '')" for name in names)
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    quote = sql_text(dialect.quote or "")
    return (
        f"SELECT {cells} FROM read_csv({sql_text(str(path))}, columns = {{{columns}}}, "
        f"delim = {sql_text(dialect.delimiter or ',')}, quote = {quote}, escape = {quote}, "
        f"header = false, skip = {n_top_lines}, auto_detect = false, strict_mode = true, "
        f"null_padding = false, compression = 'none', encoding = 'utf-8')"
    )
