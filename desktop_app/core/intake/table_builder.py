"""Putting rows into a table one after the other, whatever their width and however many blank ones."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.core.errors import HeaderOnly, NotATable
from desktop_app.core.intake.store import TextStore
from desktop_app.core.intake.tables import FileForm, RawTable, RowPlaces, unique_names
from desktop_app.core.progress import Progress

ROWS_PER_BATCH = 50_000
MOST_COLUMNS = 4_096  # wider than any list of people; a sheet holds 16,384


class TableBuilder:
    """Takes the rows of one file in order and makes a ``RawTable`` of them.

    Rows without any text are left out. Shorter rows are filled up. Longer rows keep their further
    cells, in further columns, if there is text in them.
    """

    def __init__(
        self, path: Path, header: Sequence[str], n_columns: int, progress: Progress
    ) -> None:
        self._path = path
        self._header = list(header)
        self._width = max(n_columns, len(header), 1)
        self._refuse_countless_columns()
        self._progress = progress
        self._batch: list[Sequence[str]] = []
        self._store = TextStore(self._width)
        self._first_rows: list[int] = []
        self._file_rows: list[int] = []
        self._next_file_row = -1

    def add(self, row: list[str], file_row: int) -> None:
        """Take the row that stands in ``file_row`` (1-based) of the file."""
        if len(row) != self._width:
            self._fit(row)
        if not any(row) or (len(row) == 1 and not row[0].strip()):
            return
        if file_row != self._next_file_row:
            self._first_rows.append(self._store.n_rows + len(self._batch))
            self._file_rows.append(file_row)
        self._next_file_row = file_row + 1
        self._batch.append(row)
        if len(self._batch) == ROWS_PER_BATCH:
            self._flush()

    def finish(self, form: FileForm) -> RawTable:
        """Give the table; ``form`` without its number of rows.

        Raises
        ------
        HeaderOnly
            No row has any text.
        """
        self._flush()
        if not self._store.n_rows:
            raise HeaderOnly(path=self._path)
        places = RowPlaces(tuple(self._first_rows), tuple(self._file_rows))
        return finished_table(self._store, self._header, form, places)

    def _fit(self, row: list[str]) -> None:
        """Cut empty cells from the end of a longer row, or make room for the full ones."""
        while len(row) > self._width and not row[-1]:
            row.pop()
        self._width = max(self._width, len(row))
        self._refuse_countless_columns()

    def _refuse_countless_columns(self) -> None:
        if self._width > MOST_COLUMNS:
            raise NotATable(path=self._path)

    def _flush(self) -> None:
        self._progress.checkpoint()
        width = self._width
        self._store.widen(width)
        self._store.add(
            [
                row if len(row) == width else [*row, *[""] * (width - len(row))]
                for row in self._batch
            ]
        )
        self._batch.clear()


def finished_table(
    store: TextStore, header: Sequence[str], form: FileForm, places: RowPlaces
) -> RawTable:
    """Give the table in ``store`` without the columns that have neither a name nor a cell."""
    names = [*header, *[""] * (store.n_columns - len(header))]
    kept = [i for i, name in enumerate(names) if name.strip() or not store.is_empty_column(i)]
    original = tuple(names[i] for i in kept)
    unique = unique_names(original)
    store.finish(dict(zip(kept, unique, strict=True)))
    return RawTable(unique, original, replace(form, n_rows=store.n_rows), store, places)
