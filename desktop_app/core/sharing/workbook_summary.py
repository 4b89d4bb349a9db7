"""The last sheet of a workbook: the segments in a table, as charts, and what was done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.core.checking.columns import Column
from desktop_app.core.free_names import free_name
from desktop_app.core.segmenting.results import FeaturePreparation, Segmentation
from desktop_app.core.sharing.cell_values import Cell
from desktop_app.core.sharing.number_formats import SHARE, WHOLE, mean_format
from desktop_app.core.sharing.workbook_pen import Pen, SheetColumn
from desktop_app.core.sharing.workbook_words import WorkbookWords

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook

_CHART_PX = (520, 300)
_CHART_ROWS = 16  # rows of 20 px below a chart's first
_GAP_PX = 20
_NAME, _SIZE, _SHARE, _MONEY = 1, 2, 3, 4  # places of columns


def summary_columns(
    segmentation: Segmentation,
    columns: Sequence[Column],
    money_shares: Sequence[float] | None,
    words: WorkbookWords,
) -> list[SheetColumn]:
    """Give the columns of the summary; centres are in the file's own units.

    ``money_shares``: what share of all money each segment brings, 0 to 1, if that is known.

    Examples
    --------
    >>> summary_columns.__name__
    'summary_columns'
    """
    letters, sizes = segmentation.letters, segmentation.sizes
    n_used, n_aside = sum(sizes), sum(len(own.rows) for own in segmentation.aside)
    found: dict[str, SheetColumn] = {}

    def add(
        header: str, cells: list[Cell], look: str = "", *, of_aside: Cell = "", wraps: bool = False
    ) -> None:
        last = [of_aside] if n_aside else []
        free = free_name(header, found.__contains__)
        found[free] = SheetColumn(free, cells + last, look, wraps)

    add(words.letter, list(letters))
    add(words.name, [words.names[letter] for letter in letters], of_aside=words.aside)
    add(words.size, [float(size) for size in sizes], WHOLE, of_aside=float(n_aside))
    add(words.share, [round(size / n_used, 4) for size in sizes], SHARE)
    if money_shares is not None:
        add(words.money, [round(share, 4) for share in money_shares], SHARE)
    for place, feature in enumerate(segmentation.features):
        centres = segmentation.centres_in_units[:, place]
        look = _centre_format(feature, columns, centres, words)
        add(feature.name, ["" if np.isnan(c) else float(f"{c:.6g}") for c in centres], look)
    add(words.about, [" ".join(words.sentences[letter]) for letter in letters], wraps=True)
    add(words.idea, [words.ideas[letter] for letter in letters], wraps=True)
    if words.notes:
        add(words.note, [words.notes.get(letter, "") for letter in letters], wraps=True)
    return list(found.values())


def _centre_format(
    feature: FeaturePreparation,
    columns: Sequence[Column],
    centres: np.ndarray,
    words: WorkbookWords,
) -> str:
    if feature.category is not None:
        return SHARE
    column = next((c for c in columns if c.name == feature.source), None)
    if column is None or np.isnan(centres).all():
        return ""
    largest = float(np.nanmax(np.abs(centres)))
    return mean_format(column, largest, is_sign_first=words.is_sign_first)


def write_summary(
    book: "Workbook",
    pen: Pen,
    name: str,
    columns: Sequence[SheetColumn],
    words: WorkbookWords,
    *,
    has_money: bool,
) -> None:
    """Write the table of the segments, its charts below it, then what was done."""
    sheet = pen.write_sheet(name, columns, np.arange(len(columns[0].cells)))
    k = len(words.names)
    at = len(columns[0].cells) + 2
    sheet.insert_chart(at, 0, _sizes_chart(book, name, k, words))
    if has_money:
        beside = {"x_offset": _CHART_PX[0] + _GAP_PX}
        sheet.insert_chart(at, 0, _shares_chart(book, name, k, words), beside)
    at += _CHART_ROWS
    sheet.write_string(at, 0, words.done, pen.bold)
    for line, step in enumerate(words.steps, start=at + 1):
        pen.write_text(sheet, line, 0, step)


def _sizes_chart(book: "Workbook", sheet: str, k: int, words: WorkbookWords) -> "Chart":
    chart = _chart(book, words.sizes_title, WHOLE)
    points = [{"fill": {"color": words.colours[letter]}} for letter in words.names]
    chart.add_series(
        {
            "name": [sheet, 0, _SIZE],
            "categories": [sheet, 1, _NAME, k, _NAME],
            "values": [sheet, 1, _SIZE, k, _SIZE],
            "points": points,
            "data_labels": {"value": True},
            "gap": 50,
        }
    )
    chart.set_legend({"none": True})
    return chart


def _shares_chart(book: "Workbook", sheet: str, k: int, words: WorkbookWords) -> "Chart":
    chart = _chart(book, words.shares_title, SHARE)
    for place, colour in ((_SHARE, "#a7a9ac"), (_MONEY, "#0e6e5c")):
        chart.add_series(
            {
                "name": [sheet, 0, place],
                "categories": [sheet, 1, _NAME, k, _NAME],
                "values": [sheet, 1, place, k, place],
                "fill": {"color": colour},
                "data_labels": {"value": True},
                "gap": 60,
            }
        )
    chart.set_legend({"position": "bottom"})
    return chart


def _chart(book: "Workbook", title: str, look: str) -> "Chart":
    chart = book.add_chart({"type": "bar"})
    assert chart is not None
    width, height = _CHART_PX
    chart.set_size({"width": width, "height": height})
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_x_axis({"num_format": look, "major_gridlines": {"visible": False}, "visible": False})
    chart.set_y_axis({"reverse": True})  # the largest segment on top, as in the table
    return chart
