"""Holding the text of a large table: an in-memory database that compresses what it holds.

Knows columns by number only; ``tables.RawTable`` gives them names.
"""

import os
import secrets
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY_LIMIT = "700MB"  # ten million order lines stay below 1 GB together with the program
ROWS_PER_CHECKPOINT = 1_000_000  # rows are compressed from time to time, not only at the end


class TextStore:
    """Rows of text in the order in which they were added; an empty cell is ``""``.

    One thread adds; afterwards any thread may ask.
    """

    def __init__(self, n_columns: int) -> None:
        self.n_columns = n_columns
        self.n_rows = 0
        self._n_loose_rows = 0
        self._connection = _connect()
        columns = ", ".join(f"c{i} VARCHAR" for i in range(n_columns))
        self._connection.execute(f"CREATE TABLE held.cells ({columns})")

    def add(self, rows: Sequence[Sequence[str]]) -> None:
        """Append rows, each exactly as wide as the store."""
        if not rows:
            return
        columns = zip(*rows, strict=True)
        batch = pd.DataFrame({f"c{i}": pd.Series(c, dtype=object) for i, c in enumerate(columns)})
        self._connection.register("batch", batch)
        self._connection.execute("INSERT INTO held.cells SELECT * FROM batch")
        self._connection.unregister("batch")
        self._count(len(rows))

    def add_query(self, run: "Callable[[DuckDBPyConnection, str], None]", source: str) -> None:
        """Append what the SQL text ``source`` selects; ``run`` executes a statement its own way."""
        before = self.n_rows
        run(self._connection, f"INSERT INTO held.cells {source}")
        self._count(self._total() - before)

    def widen(self, n_columns: int) -> None:
        """Give every row empty cells up to ``n_columns``."""
        for i in range(self.n_columns, n_columns):
            self._connection.execute(f"ALTER TABLE held.cells ADD COLUMN c{i} VARCHAR DEFAULT ''")
        self.n_columns = max(self.n_columns, n_columns)

    def finish(self, names: Sequence[str]) -> None:
        """Compress the rows and offer the first ``len(names)`` columns as the table ``lines``."""
        self._compress()
        named = ", ".join(f"c{i} AS {quoted(name)}" for i, name in enumerate(names))
        self._connection.execute(
            f"CREATE OR REPLACE VIEW lines AS SELECT {named}, rowid AS _row FROM held.cells"
        )

    def cursor(self) -> "DuckDBPyConnection":
        """Give a connection for one question of one thread."""
        return self._connection.cursor()

    def is_empty_column(self, index: int) -> bool:
        """Tell whether no row has text in column ``index``."""
        found = self.cursor().execute(f"SELECT 1 FROM held.cells WHERE c{index} <> '' LIMIT 1")
        return found.fetchone() is None

    def _count(self, n_new: int) -> None:
        self.n_rows += n_new
        self._n_loose_rows += n_new
        if self._n_loose_rows >= ROWS_PER_CHECKPOINT:
            self._compress()

    def _compress(self) -> None:
        self._connection.execute("CHECKPOINT held")
        self._n_loose_rows = 0

    def _total(self) -> int:
        found = self._connection.execute("SELECT count(*) FROM held.cells").fetchone()
        assert found is not None
        return int(found[0])


def quoted(name: str) -> str:
    """Give a column name as an identifier of SQL.

    Examples
    --------
    >>> quoted('5" disk')
    '"5"" disk"'
    """
    return '"' + name.replace('"', '""') + '"'


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
