"""Questions in SQL to the rows of a table that build on each other."""

from typing import TYPE_CHECKING

from desktop_app.core.intake.watched import run_watched
from desktop_app.core.progress import NO_PROGRESS, Progress

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from desktop_app.core.intake.store import TextStore


class Questions:
    """One conversation with the database: what one question keeps, later ones can use.

    The rows are the table ``lines``, with ``_row`` (from 0) besides. What is kept goes with the
    conversation. Every question can be called off by its progress.
    """

    def __init__(self, store: "TextStore", progress: Progress = NO_PROGRESS) -> None:
        self._cursor, self._progress = store.cursor(), progress
        self._kept: set[str] = set()

    def keep(self, name: str, table: "pd.DataFrame") -> None:
        """Keep a table under a name, below the rows that stand there already."""
        self._cursor.register("batch", table)
        start = f"INSERT INTO {name}" if name in self._kept else f"CREATE TEMP TABLE {name} AS"
        self.run(f"{start} SELECT * FROM batch")
        self._cursor.unregister("batch")
        self._kept.add(name)

    def run(self, sql: str, *, progress: Progress | None = None, stage: str | None = None) -> None:
        """Carry out a statement that gives nothing back; it is watched as by ``arrays``."""
        watching = self._progress if progress is None else progress
        run_watched(self._cursor, lambda: self._cursor.execute(sql), watching, stage)

    def arrays(
        self, sql: str, *, progress: Progress | None = None, stage: str | None = None
    ) -> "dict[str, np.ndarray]":
        """Give the columns of the answer by name; text comes as Python strings.

        How far a long question is becomes known to ``progress`` as ``stage``. The order of rows
        is that of ``ORDER BY`` or none.
        """
        watching = self._progress if progress is None else progress
        return run_watched(
            self._cursor, lambda: self._cursor.execute(sql).fetchnumpy(), watching, stage
        )
