"""Labelled customers as a workbook: everyone, one sheet per segment, a summary.

Holds no words of its own: what stands on the sheets comes in as ``WorkbookWords``.
"""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.free_names import free_name
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import Segmentation
from desktop_app.core.sharing.cell_values import Cell, cell_values
from desktop_app.core.sharing.safe_cells import is_live
from desktop_app.core.sharing.sheet_names import sheet_names
from desktop_app.core.sharing.tables import OWN_COLUMNS

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575  # below the header
LONGEST_CELL = 32_767  # characters; Excel repairs a file with more
NARROWEST, WIDEST = 8, 48
_ROWS_MEASURED = 200  # enough to see how wide a column is
_ROWS_PER_LOOK = 2_000


@dataclass(frozen=True, slots=True)
class WorkbookWords:
    """Every word on the sheets that is not the customer's own.

    ``customers``, ``aside`` and ``summary`` name sheets; ``letter`` to ``note`` head the columns of
    the summary; the mappings are by segment letter. Not every segment has a note.
    """

    customers: str
    summary: str
    letter: str
    name: str
    size: str
    share: str
    about: str
    idea: str
    note: str
    aside: str
    names: Mapping[str, str]
    sentences: Mapping[str, Sequence[str]]
    ideas: Mapping[str, str]
    notes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a sheet; several may have the same header, as in the user's file."""

    header: str
    cells: Sequence[Cell]


def write_workbook(
    path: Path,
    frame: pd.DataFrame,
    table: CustomerTable,
    segmentation: Segmentation,
    words: WorkbookWords,
    *,
    progress: Progress = NO_PROGRESS,
) -> None:
    """Write ``frame``, made by ``labelled_customers``, to ``path``, which is a draft (``core.files``).

    Numbers are numbers where that loses nothing; all else is text, and no text is ever a formula or
    a link.

    Raises
    ------
    OSError
        The system refuses.
    Cancelled
        ``progress`` says that the file is no longer wanted.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    progress.report(0.0, "writing")
    columns = _columns_of_cells(frame, table)
    with tempfile.TemporaryDirectory() as rows_folder:
        book = Workbook(
            path,
            {
                "constant_memory": True,
                "tmpdir": rows_folder,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        try:
            _fill(book, columns, segmentation, words, progress)
            book.close()
        except FileCreateError as problem:
            raise OSError(*problem.args[0].args) from problem
        finally:
            for sheet in book.worksheets():  # of a book that was not closed
                sheet.row_data_fh.close()
    progress.report(1.0, "writing")


def _columns_of_cells(frame: pd.DataFrame, table: CustomerTable) -> list[SheetColumn]:
    """Give the table's columns, matched by place as their headers may repeat, then our own."""
    *letter_and_name, sure = (frame.iloc[:, place] for place in range(-len(OWN_COLUMNS), 0))
    cells: list[list[Cell]] = [
        cell_values(frame.iloc[:, place], column, table.series(column.name))
        for place, column in enumerate(table.columns)
    ]
    cells += [cell_values(text) for text in letter_and_name]
    cells.append([float(text) if text else "" for text in sure])
    return [SheetColumn(str(h), c) for h, c in zip(frame.columns, cells, strict=True)]


def _fill(
    book: "Workbook",
    columns: Sequence[SheetColumn],
    segmentation: Segmentation,
    words: WorkbookWords,
    progress: Progress,
) -> None:
    letters, labels = segmentation.letters, segmentation.labels
    customers, *segments, aside, summary = sheet_names(
        [words.customers, *(f"{a} {words.names[a]}" for a in letters), words.aside, words.summary]
    )
    pen = _Pen(book, 2 * len(labels), progress)
    pen.write_sheet(customers, columns, np.arange(len(labels)))
    for segment, name in enumerate(segments):
        pen.write_sheet(name, columns, np.flatnonzero(labels == segment))
    if segmentation.aside:
        rows = np.sort(np.concatenate([own.rows for own in segmentation.aside]))
        pen.write_sheet(aside, columns, rows)
    content = _summary(segmentation, words)
    pen.write_sheet(summary, content, np.arange(len(content[0].cells)))


def _summary(segmentation: Segmentation, words: WorkbookWords) -> list[SheetColumn]:
    """Give the columns of the summary; centres are in the file's own units."""
    letters, sizes = segmentation.letters, segmentation.sizes
    n_used, n_aside = sum(sizes), sum(len(own.rows) for own in segmentation.aside)
    columns: dict[str, list[Cell]] = {}

    def add(header: str, cells: list[Cell], of_aside: Cell = "") -> None:
        last = [of_aside] if n_aside else []
        columns[free_name(header, columns.__contains__)] = cells + last

    add(words.letter, list(letters))
    add(words.name, [words.names[letter] for letter in letters], words.aside)
    add(words.size, [float(size) for size in sizes], float(n_aside))
    add(words.share, [round(size / n_used, 4) for size in sizes])
    for place, feature in enumerate(segmentation.features):
        centres = segmentation.centres_in_units[:, place]
        add(feature.name, ["" if np.isnan(c) else float(f"{c:.6g}") for c in centres])
    add(words.about, [" ".join(words.sentences[letter]) for letter in letters])
    add(words.idea, [words.ideas[letter] for letter in letters])
    if words.notes:
        add(words.note, [words.notes.get(letter, "") for letter in letters])
    return [SheetColumn(header, cells) for header, cells in columns.items()]


class _Pen:
    """Writes sheets row by row, as the memory-saving mode asks, and says how far it is."""

    def __init__(self, book: "Workbook", n_rows: int, progress: Progress) -> None:
        self._book = book
        self._progress = progress
        self._n_rows = max(n_rows, 1)
        self._n_written = 0
        self._bold: Format = book.add_format({"bold": True})
        # Keeps its apostrophe-less text a text even after the user edits the cell.
        self._quoted: Format = book.add_format({"quote_prefix": True})

    def write_sheet(self, name: str, columns: Sequence[SheetColumn], rows: np.ndarray) -> None:
        """Write the header and the chosen rows of all columns."""
        sheet = self._book.add_worksheet(name)
        self._set_up(sheet, columns, rows)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column.header[:LONGEST_CELL], self._bold)
        cells_by_place = [column.cells for column in columns]
        for at, row in enumerate(rows.tolist(), start=1):
            if at % _ROWS_PER_LOOK == 0:
                self._look(_ROWS_PER_LOOK)
            for place, cells in enumerate(cells_by_place):
                self._write_cell(sheet, at, place, cells[row])
        self._look(len(rows) % _ROWS_PER_LOOK)

    def _write_cell(self, sheet: "Worksheet", row: int, place: int, cell: Cell) -> None:
        if isinstance(cell, float):
            sheet.write_number(row, place, cell)
        elif is_live(cell):
            sheet.write_string(row, place, cell[:LONGEST_CELL], self._quoted)
        elif cell:
            sheet.write_string(row, place, cell[:LONGEST_CELL])

    def _set_up(self, sheet: "Worksheet", columns: Sequence[SheetColumn], rows: np.ndarray) -> None:
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _width(column, rows[:_ROWS_MEASURED]))

    def _look(self, n_rows: int) -> None:
        self._n_written += n_rows
        self._progress.report(min(0.95, 0.95 * self._n_written / self._n_rows), "writing")
        self._progress.checkpoint()


def _width(column: SheetColumn, rows: np.ndarray) -> float:
    longest = max((len(_as_shown(column.cells[row])) for row in rows), default=0)
    # Two more for the arrow of the filter.
    return min(max(NARROWEST, longest + 1, len(column.header) + 2), WIDEST)


def _as_shown(cell: Cell) -> str:
    return cell if isinstance(cell, str) else f"{cell:.10g}"
