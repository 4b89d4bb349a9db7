"""Putting rows into a table one after the other, whatever their width and however many blank ones."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.core.errors import EmptyFile, HeaderOnly, NotATable
from desktop_app.core.intake.store import TextStore
from desktop_app.core.intake.table_place import TablePlace
from desktop_app.core.intake.tables import FileForm, Oddity, RawTable, RowPlaces, unique_names
from desktop_app.core.intake.text.row_judge import Noticed, Placed, RowJudge
from desktop_app.core.progress import Progress

ROWS_PER_BATCH = 50_000
MOST_COLUMNS = 4_096  # wider than any list of people; a sheet holds 16,384
LEFT_OUT = ("notes_below", "repeated_header", "other_table")


class TableBuilder:
    """Takes the rows of one file in order and makes a ``RawTable`` of them.

    ``place`` says where the table is in the ``top`` rows of the file. Rows without any text, notes
    below the table and names that come again are left out. Shorter rows are filled up. Longer rows
    lose empty cells, and keep what is too much in further columns. ``n_before`` rows of the file
    stand before the top ones.
    """

    def __init__(
        self,
        path: Path,
        place: TablePlace,
        top: Sequence[Sequence[str]],
        progress: Progress,
        n_before: int = 0,
    ) -> None:
        self._path = path
        self._header = place.names
        self._noticed = noticed_above(place, top, n_before)
        self._judge = RowJudge(place, top[place.n_top :], self._noticed)
        self._n_usual = self._width = self._judge.n_columns
        self._refuse_countless_columns()
        self._progress = progress
        self._batch: list[Placed] = []
        self._store = TextStore(self._width)
        self._first_rows = array("q")  # a gap after each row makes as many runs as rows
        self._file_rows = array("q")
        self._next_file_row = -1

    def add(self, row: list[str], file_row: int) -> None:
        """Take the row that stands in ``file_row`` (1-based) of the file."""
        judge = self._judge
        if (
            judge.is_calm
            and len(row) == self._n_usual
            and row.count("") <= judge.most_gaps
            and row[0] != judge.first_name
            and not row[0].isspace()
        ):
            self._take(row, file_row)
        else:
            for kept, place in judge.weigh(row, file_row):
                self._take(kept, place)

    def finish(self, form: FileForm) -> RawTable:
        """Give the table; ``form`` without its numbers of rows.

        Raises
        ------
        HeaderOnly, EmptyFile
            No row has any text; ``EmptyFile`` where no column has a name either.
        """
        for row, file_row in self._judge.rest(bool(self._store.n_rows or self._batch)):
            self._take(row, file_row)
        if n_sums := self._judge.n_sums(self._batch[1:] if not self._store.n_rows else self._batch):
            del self._batch[-n_sums:]
        self._flush()
        if not self._store.n_rows:
            is_named = any(map(str.isalnum, "".join(self._header)))
            raise (HeaderOnly if is_named else EmptyFile)(path=self._path)
        places = RowPlaces(self._first_rows, self._file_rows)
        return finished_table(self._store, self._header, form, places, self._noticed)

    def _take(self, row: list[str], file_row: int) -> None:
        if len(row) > self._width:
            self._width = len(row)
            self._refuse_countless_columns()
        if file_row != self._next_file_row:
            self._first_rows.append(self._store.n_rows + len(self._batch))
            self._file_rows.append(file_row)
        self._next_file_row = file_row + 1
        self._batch.append((row, file_row))
        if len(self._batch) == ROWS_PER_BATCH:
            self._flush()

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
                for row, _ in self._batch
            ]
        )
        self._batch.clear()


def noticed_above(place: TablePlace, top: Sequence[Sequence[str]], n_before: int = 0) -> Noticed:
    """Give what is odd about the lines down to the header."""
    noticed = Noticed()
    cells = (cell.strip() for row in top[: place.n_above] for cell in row)
    first, names = n_before + 1, n_before + 1 + place.n_above
    noticed.add("preamble", range(first, names), next(filter(None, cells), ""))
    if place.n_titles:
        noticed.add("header_rows", range(names, n_before + 1 + place.n_top))
    return noticed


def _about_names(header: Sequence[str], names: Sequence[str]) -> Iterator[Oddity]:
    """Tell which columns have no name of their own; nothing where the file names none."""
    if not header:
        return
    count = Counter(name.strip().casefold() for name in names)
    if n_empty := count.pop("", 0):
        yield Oddity("empty_column_name", n_empty)
    if twins := [name.strip() for name in names if count[name.strip().casefold()] > 1]:
        yield Oddity("same_column_name", len(twins), example=twins[0])


def finished_table(
    store: TextStore,
    header: Sequence[str],
    form: FileForm,
    places: RowPlaces,
    noticed: Noticed,
) -> RawTable:
    """Give the table in ``store`` without the columns that have neither a name nor a cell."""
    names = [*header, *[""] * (store.n_columns - len(header))]
    kept = [i for i, name in enumerate(names) if name.strip() or not store.is_empty_column(i)]
    original = tuple(names[i] for i in kept)
    unique = unique_names(original)
    store.finish(dict(zip(kept, unique, strict=True)))
    form = replace(form, n_rows=store.n_rows, n_skipped_rows=noticed.count(*LEFT_OUT))
    oddities = (*noticed.oddities(), *_about_names(header, original))
    return RawTable(unique, original, form, store, places, oddities=oddities)
