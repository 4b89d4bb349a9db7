"""Write the labelled customers of a complete document; window and command line alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.errors import BadValue, TooManyRowsForSheet
from desktop_app.core.files import Fill, write_together
from desktop_app.core.free_names import free_name
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.sharing.clipboard import tab_separated
from desktop_app.core.sharing.csv_file import CsvForm, write_csv
from desktop_app.core.sharing.tables import labelled_customers, own_cells
from desktop_app.core.sharing.workbook import MOST_ROWS, WorkbookContent, write_workbook
from desktop_app.core.tracking.hold_out import held_out_rows
from desktop_app.document.document import Document

if TYPE_CHECKING:
    import pandas as pd

    from desktop_app.core.sharing.workbook_words import WorkbookWords
    from desktop_app.core.tracking.hold_out import BoolArray

FORMATS = (".csv", ".xlsx")


@dataclass(frozen=True, slots=True)
class ListForm:
    """How lists are written: what parts the cells of a CSV file, and ``without`` which columns."""

    delimiter: str = ","
    without: tuple[str, ...] = ()


def save_customers(
    document: Document,
    paths: tuple[Path, ...],
    names: dict[str, str],
    words: WorkbookWords,
    *,
    form: ListForm = ListForm(),
    beside: Sequence[tuple[Path, Fill]] = (),
    progress: Progress = NO_PROGRESS,
) -> tuple[Path, ...]:
    """Write the list to every path, in the format of its suffix, and give the paths.

    ``beside`` holds files to be written after the lists. No file takes its place before all are
    whole; until then each is as it was before.

    Raises
    ------
    CannotWrite, TooManyRowsForSheet, BadValue
        ``BadValue`` for a suffix that is not in ``FORMATS``.
    """
    customers, segmentation = document.customers, document.segmentation
    assert customers is not None
    assert segmentation is not None
    for path in paths:
        _ensure_fits(path, customers.n_customers)
    sure = None if document.trust is None else document.trust.sure
    held, without = held_of(document), _places(document, form)

    def write_list(draft: Path) -> None:
        progress.checkpoint()
        if draft.suffix.lower() == ".csv":
            own = own_cells(customers, segmentation, names, sure, aside=words.aside, held=held)
            csv_form = CsvForm(form.delimiter)
            write_csv(
                customers.written, draft, own, form=csv_form, without=without, progress=progress
            )
        else:
            frame = labelled_customers(
                customers, segmentation, names, sure, aside=words.aside, held=held
            )
            content = WorkbookContent(frame, customers, segmentation, _money(document), without)
            write_workbook(draft, content, words, progress=progress)

    write_together([*((path, write_list) for path in paths), *beside])
    return paths


def list_as_text(
    document: Document,
    names: dict[str, str],
    aside: str,
    form: ListForm,
    segment: int | None,
    *,
    progress: Progress = NO_PROGRESS,
) -> str:
    """Give the list, or that of one ``segment``, to be pasted into a spreadsheet."""
    assert document.customers is not None
    assert document.segmentation is not None
    progress.checkpoint()
    sure = None if document.trust is None else document.trust.sure
    held, without = held_of(document), _places(document, form)
    frame: pd.DataFrame = labelled_customers(
        document.customers, document.segmentation, names, sure, aside=aside, held=held
    )
    if segment is not None:
        frame = frame[document.segmentation.labels == segment]
    kept = [place for place in range(frame.shape[1]) if place not in without]
    return tab_separated(frame.iloc[:, kept])


def held_of(document: Document) -> BoolArray | None:
    """Tell of each customer of a complete document whether they get no mail; ``None``: nobody."""
    assert document.customers is not None
    assert document.segmentation is not None
    return held_out_rows(document.customers, document.segmentation, document.plan.hold_out)


def _places(document: Document, form: ListForm) -> tuple[int, ...]:
    """Give the places of the columns that are left out."""
    assert document.customers is not None
    columns = document.customers.columns
    return tuple(place for place, c in enumerate(columns) if c.name in form.without)


def _money(document: Document) -> tuple[float, ...] | None:
    """Give what share of the money each segment brings, if that is known of all."""
    assert document.description is not None
    shares = tuple(p.money_share for p in document.description.profiles)
    known = tuple(share for share in shares if share is not None)
    return known if known and len(known) == len(shares) else None


def save_rows(rows: pd.DataFrame, path: Path, *, progress: Progress = NO_PROGRESS) -> Path:
    """Write rows of text as CSV, whole or not at all, and give the path.

    Raises
    ------
    CannotWrite
        The system refuses; a file that was there before is untouched.
    """
    write_together([(path, lambda draft: write_csv(rows, draft, progress=progress))])
    return path


def _ensure_fits(path: Path, n_customers: int) -> None:
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise BadValue(what="suffix", value=suffix)
    if suffix == ".xlsx" and n_customers > MOST_ROWS:
        raise TooManyRowsForSheet(path=path, rows=n_customers)


def free_path(wanted: Path) -> Path:
    """Give ``wanted``, or the first of "wanted (2)", "wanted (3)" ... that does not exist yet."""
    return wanted.with_stem(free_name(wanted.stem, lambda stem: wanted.with_stem(stem).exists()))
