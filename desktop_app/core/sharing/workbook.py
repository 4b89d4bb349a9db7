"""Labelled customers as a workbook: everyone, one sheet per segment, a summary.

Holds no words of its own: what stands on the sheets comes in as ``WorkbookWords``.
"""

import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from desktop_app.core.checking.columns import Column
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import Segmentation
from desktop_app.core.sharing.cell_values import Cell, cell_values
from desktop_app.core.sharing.number_formats import SHARE, number_format
from desktop_app.core.sharing.sheet_names import sheet_names
from desktop_app.core.sharing.workbook_pen import Pen, SheetColumn
from desktop_app.core.sharing.workbook_summary import summary_columns, write_summary
from desktop_app.core.sharing.workbook_words import WorkbookWords

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

MOST_ROWS = 1_048_575  # below the header
_SURE = 2  # the place of how sure we are, among our own columns


@dataclass(frozen=True, slots=True)
class WorkbookContent:
    """What a workbook is made of: ``frame`` was made by ``labelled_customers`` of the others.

    ``money_shares``: what share of all money each segment brings, if known. ``without``: places of
    the table's columns that are not to be written.
    """

    frame: pd.DataFrame
    table: CustomerTable
    segmentation: Segmentation
    money_shares: Sequence[float] | None = None
    without: Collection[int] = ()


def write_workbook(
    path: Path,
    content: WorkbookContent,
    words: WorkbookWords,
    *,
    progress: Progress = NO_PROGRESS,
) -> None:
    """Write a workbook to ``path``, which is a draft (``core.files``).

    Numbers are numbers and days days where that loses nothing; all else is text, and no text is
    ever a formula or a link.

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
    columns = _columns_of_cells(content, words)
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
            _fill(book, columns, content, words, progress)
            book.close()
        except FileCreateError as problem:
            raise OSError(*problem.args[0].args) from problem
        finally:
            for sheet in book.worksheets():  # of a book that was not closed
                sheet.row_data_fh.close()
    progress.report(1.0, "writing")


def _columns_of_cells(content: WorkbookContent, words: WorkbookWords) -> list[SheetColumn]:
    """Give the table's columns, matched by place as their headers may repeat, then our own."""
    frame, table = content.frame, content.table
    found: list[SheetColumn] = []
    for place, column in enumerate(table.columns):
        if place in content.without:
            continue
        cells = cell_values(frame.iloc[:, place], column, table.series(column.name))
        look = _format_of(column, cells, words)
        found.append(SheetColumn(str(frame.columns[place]), cells, look))
    for own, place in enumerate(range(len(table.columns), frame.shape[1])):
        header, text = str(frame.columns[place]), frame.iloc[:, place]
        if own == _SURE:
            shares: list[Cell] = [float(share) if share else "" for share in text]
            found.append(SheetColumn(header, shares, SHARE))
        else:
            found.append(SheetColumn(header, cell_values(text)))
    return found


def _format_of(column: Column, cells: Sequence[Cell], words: WorkbookWords) -> str:
    has_fractions = any(isinstance(cell, float) and not cell.is_integer() for cell in cells)
    return number_format(column, is_sign_first=words.is_sign_first, has_fractions=has_fractions)


def _fill(
    book: "Workbook",
    columns: Sequence[SheetColumn],
    content: WorkbookContent,
    words: WorkbookWords,
    progress: Progress,
) -> None:
    segmentation = content.segmentation
    letters, labels = segmentation.letters, segmentation.labels
    customers, *segments, aside, summary = sheet_names(
        [words.customers, *(f"{a} {words.names[a]}" for a in letters), words.aside, words.summary]
    )
    pen = Pen(book, 2 * len(labels), progress)
    pen.write_sheet(customers, columns, np.arange(len(labels)))
    for segment, name in enumerate(segments):
        pen.write_sheet(name, columns, np.flatnonzero(labels == segment))
    if segmentation.aside:
        rows = np.sort(np.concatenate([own.rows for own in segmentation.aside]))
        pen.write_sheet(aside, columns, rows)
    table = summary_columns(segmentation, content.table.columns, content.money_shares, words)
    has_money = content.money_shares is not None
    write_summary(book, pen, summary, table, words, has_money=has_money)
