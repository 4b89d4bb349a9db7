"""Holding the text of a large table: an in-memory database that compresses what it holds.

Knows columns by number only; ``tables.RawTable`` gives them names.
"""

import os
import secrets
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

import pandas as pd

from desktop_app.core.intake.sql import quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY_LIMIT = "500MB"  # ten million order lines stay below 1 GB together with the program
ROWS_PER_PIECE = 122_880  # one of the engine's row groups; compressing it takes 0.1 to 0.2 s

Run = Callable[["DuckDBPyConnection", str], None]
T = TypeVar("T")


class TextStore:
    """Rows of text in the order in which they were added; an empty cell is ``""``.

    One thread adds; afterwards any thread may ask.
    """

    def __init__(self, n_columns: int) -> None:
        self.n_columns = n_columns
        self.n_rows = 0
        self._n_loose_rows = 0
        self._found: dict[str, object] = {}
        self._connection = _connect()
        self._named = tuple(range(n_columns))
        columns = ", ".join(f"c{i} VARCHAR DEFAULT ''" for i in self._named)
        self._connection.execute(f"CREATE TABLE held.cells ({columns})")

    def add(self, rows: Sequence[Sequence[str]]) -> None:
        """Append rows, each exactly as wide as the store."""
        if rows:
            columns = zip(*rows, strict=True)
            self.add_frame(pd.DataFrame(dict(enumerate(map(_text_series, columns)))))

    def add_frame(self, frame: pd.DataFrame) -> None:
        """Append the rows of a frame of text whose columns are all those that are offered."""
        columns = ", ".join(f"c{i}" for i in self._named)
        self._connection.register("batch", frame)
        self._connection.execute(f"INSERT INTO held.cells ({columns}) SELECT * FROM batch")
        self._connection.unregister("batch")
        self.n_rows += len(frame)
        self._n_loose_rows += len(frame)
        if self._n_loose_rows >= ROWS_PER_PIECE:
            self._compress()

    def add_query(self, run: "Run", source: str, pause: Callable[[float], None]) -> None:
        """Append what the SQL text ``source`` selects.

        ``run`` executes the statement its own way; afterwards, while the rows are compressed piece
        by piece, ``pause`` is told which share of them is done.
        """
        run(self._connection, f"CREATE TABLE loose AS {source}")
        n_rows = self._count_rows("loose")
        for first in range(0, n_rows, ROWS_PER_PIECE):
            pause(first / n_rows)
            piece = f"rowid BETWEEN {first} AND {first + ROWS_PER_PIECE - 1}"
            self._connection.execute(f"INSERT INTO held.cells SELECT * FROM loose WHERE {piece}")
            self._compress()
        self._connection.execute("DROP TABLE loose")
        self.n_rows = self._count_rows("held.cells")

    def widen(self, n_columns: int) -> None:
        """Give every row empty cells up to ``n_columns``."""
        for i in range(self.n_columns, n_columns):
            self._connection.execute(f"ALTER TABLE held.cells ADD COLUMN c{i} VARCHAR DEFAULT ''")
        self.n_columns = max(self.n_columns, n_columns)
        self._named = tuple(range(self.n_columns))

    def finish(self, name_by_column: Mapping[int, str]) -> None:
        """Compress the rows and offer some columns under their names as the table ``lines``."""
        self._compress()
        self.let_go()
        self._found.clear()
        self._named = tuple(name_by_column)
        named = ", ".join(f"c{i} AS {quoted(name)}" for i, name in name_by_column.items())
        self._connection.execute(
            f"CREATE OR REPLACE VIEW lines AS SELECT {named}, rowid AS _row FROM held.cells"
        )

    def extend(self, names: Sequence[str], more: Sequence[str]) -> None:
        """Offer further columns, empty so far, behind those that are offered under ``names``."""
        kept, n_before = self._named, self.n_columns
        self.widen(n_before + len(more))
        added = range(n_before, self.n_columns)
        self.finish(dict(zip((*kept, *added), (*names, *more), strict=True)))

    def cursor(self) -> "DuckDBPyConnection":
        """Give a connection for one question of one thread."""
        return self._connection.cursor()

    def let_go(self) -> None:
        """Give back to the system what the database keeps for its next question."""
        self._connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")  # which looks for it

    def once(self, what: str, find: Callable[[], T]) -> T:
        """Give what ``find`` tells of the rows; as they stay the same, it is asked once."""
        if what not in self._found:
            self._found[what] = find()
        return cast(T, self._found[what])

    def column(self, position: int) -> pd.Series:
        """Give the text of one of the columns that are offered, without a look at the others."""
        cells = f"c{self._named[position]}"
        return self.cursor().execute(f"SELECT {cells} FROM held.cells").df()[cells]

    def is_empty_column(self, index: int) -> bool:
        """Tell whether no row has text in column ``index``."""
        found = self.cursor().execute(f"SELECT 1 FROM held.cells WHERE c{index} <> '' LIMIT 1")
        return found.fetchone() is None

    def has_row(self, cells: Sequence[str]) -> bool:
        """Tell whether some row holds just these cells."""
        same = " AND ".join(f"c{i} = ?" for i in range(self.n_columns))
        found = self.cursor().execute(f"SELECT 1 FROM held.cells WHERE {same} LIMIT 1", [*cells])
        return found.fetchone() is not None

    def last_rows(self, n: int) -> list[list[str]]:
        """Give the text of the last rows."""
        first = max(self.n_rows - n, 0)
        found = self.cursor().execute(f"SELECT * FROM held.cells WHERE rowid >= {first}")
        return [list(row) for row in found.fetchall()]

    def _compress(self) -> None:
        self._connection.execute("CHECKPOINT held")
        self._n_loose_rows = 0

    def _count_rows(self, table: str) -> int:
        found = self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        assert found is not None
        return int(found[0])


def _text_series(cells: Sequence[str]) -> pd.Series:
    return pd.Series(cells, dtype=object)


def _connect() -> "DuckDBPyConnection":
    import duckdb

    spill = Path(tempfile.gettempdir(), f"clientele-{os.getpid()}-{secrets.token_hex(4)}")
    connection = duckdb.connect(
        ":memory:",
        config={
            "memory_limit": MEMORY_LIMIT,
            "temp_directory": str(spill),  # made when needed, removed when the store goes
            "autoinstall_known_extensions": "false",  # nothing is ever fetched from outside
            "autoload_known_extensions": "false",
        },
    )
    connection.execute("SET pandas_analyze_sample = 0")  # text stays text, without a look at it
    connection.execute("ATTACH ':memory:' AS held (COMPRESS)")  # a fifth of the memory
    return connection
