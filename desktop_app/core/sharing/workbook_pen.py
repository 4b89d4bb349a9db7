"""Writing the sheets of a workbook row by row, as the memory-saving mode asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.core.progress import Progress
from desktop_app.core.sharing.cell_values import Cell
from desktop_app.core.sharing.number_formats import DAY, TIME
from desktop_app.core.sharing.safe_cells import is_live

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767  # characters; Excel repairs a file with more
NARROWEST, WIDEST = 8, 48
_ROWS_MEASURED = 200  # enough to see how wide a column is
_ROWS_PER_LOOK = 2_000
_MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a sheet; several may have the same header, as in the user's file.

    ``number_format``: how its numbers are shown, ``""`` as they are. ``is_wrapped``: its texts go on
    below.
    """

    header: str
    cells: Sequence[Cell]
    number_format: str = ""
    is_wrapped: bool = False


class Pen:
    """Writes sheets, and says how far it is."""

    def __init__(self, book: "Workbook", n_rows: int, progress: Progress) -> None:
        self._book = book
        self._progress = progress
        self._n_rows = max(n_rows, 1)
        self._n_written = 0
        self.bold: Format = book.add_format({"bold": True})
        # Keeps its apostrophe-less text a text even after the user edits the cell.
        self._quoted: Format = book.add_format({"quote_prefix": True})
        self._quoted_wrapped: Format = book.add_format({"quote_prefix": True, "text_wrap": True})
        self._wrapped: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self._numbers: dict[str, Format] = {}

    def write_sheet(
        self, name: str, columns: Sequence[SheetColumn], rows: np.ndarray
    ) -> "Worksheet":
        """Write the header and the chosen rows of all columns, and give the sheet."""
        sheet = self._book.add_worksheet(name)
        self._set_up(sheet, columns, rows)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column.header[:LONGEST_CELL], self.bold)
        formats = [self.number(column.number_format) for column in columns]
        for at, row in enumerate(rows.tolist(), start=1):
            if at % _ROWS_PER_LOOK == 0:
                self._look(_ROWS_PER_LOOK)
            for place, column in enumerate(columns):
                self._write_cell(sheet, (at, place), column, row, formats[place])
        self._look(len(rows) % _ROWS_PER_LOOK)
        return sheet

    def number(self, number_format: str) -> "Format | None":
        """Give the format of numbers that look like ``number_format``; ``None`` for ``""``."""
        if number_format and number_format not in self._numbers:
            look = self._book.add_format({"num_format": number_format, "valign": "top"})
            self._numbers[number_format] = look
        return self._numbers.get(number_format)

    def write_text(self, sheet: "Worksheet", row: int, place: int, text: str) -> None:
        """Write a text that is never a formula or a link."""
        sheet.write_string(row, place, text[:LONGEST_CELL], self._quoted if is_live(text) else None)

    def _write_cell(
        self,
        sheet: "Worksheet",
        at: tuple[int, int],
        column: SheetColumn,
        row: int,
        look: "Format | None",
    ) -> None:
        cell = column.cells[row]
        if isinstance(cell, float):
            sheet.write_number(*at, cell, look)
        elif isinstance(cell, datetime):
            sheet.write_datetime(*at, cell, self.number(DAY if cell.time() == _MIDNIGHT else TIME))
        elif cell and column.is_wrapped:
            wrapped = self._quoted_wrapped if is_live(cell) else self._wrapped
            sheet.write_string(*at, cell[:LONGEST_CELL], wrapped)
        elif cell:
            self.write_text(sheet, *at, cell)

    def _set_up(self, sheet: "Worksheet", columns: Sequence[SheetColumn], rows: np.ndarray) -> None:
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)  # printed as wide as a page
        sheet.repeat_rows(0)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _width(column, rows[:_ROWS_MEASURED]))

    def _look(self, n_rows: int) -> None:
        self._n_written += n_rows
        self._progress.report(min(0.95, 0.95 * self._n_written / self._n_rows), "writing")
        self._progress.checkpoint()


def _width(column: SheetColumn, rows: np.ndarray) -> float:
    longest = max((len(_as_shown(column.cells[row])) for row in rows), default=0)
    longest += len(column.number_format.partition('"')[2].partition('"')[0])
    # Two more for the arrow of the filter.
    return min(max(NARROWEST, longest + 1, len(column.header) + 2), WIDEST)


def _as_shown(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")[: 10 if cell.time() == _MIDNIGHT else None]
    return cell if isinstance(cell, str) else f"{cell:,.10g}"
