"""Write the labelled customers of a complete document; window and command line alike."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.errors import BadValue, TooManyRowsForSheet
from desktop_app.core.files import Fill, write_together
from desktop_app.core.free_names import free_name
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.sharing.csv_file import write_csv
from desktop_app.core.sharing.tables import labelled_customers, own_cells
from desktop_app.core.sharing.workbook import MOST_ROWS, write_workbook
from desktop_app.document.document import Document

if TYPE_CHECKING:
    from desktop_app.core.sharing.workbook import WorkbookWords

FORMATS = (".csv", ".xlsx")


def save_customers(
    document: Document,
    paths: tuple[Path, ...],
    names: dict[str, str],
    words: WorkbookWords,
    *,
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

    def write_list(draft: Path) -> None:
        progress.checkpoint()
        if draft.suffix.lower() == ".csv":
            own = own_cells(customers, segmentation, names, sure, aside=words.aside)
            write_csv(customers.written, draft, own, progress=progress)
        else:
            frame = labelled_customers(customers, segmentation, names, sure, aside=words.aside)
            write_workbook(draft, frame, customers, segmentation, words, progress=progress)

    write_together([*((path, write_list) for path in paths), *beside])
    return paths


def _ensure_fits(path: Path, n_customers: int) -> None:
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise BadValue(what="suffix", value=suffix)
    if suffix == ".xlsx" and n_customers > MOST_ROWS:
        raise TooManyRowsForSheet(path=path, rows=n_customers)


def free_path(wanted: Path) -> Path:
    """Give ``wanted``, or the first of "wanted (2)", "wanted (3)" ... that does not exist yet."""
    return wanted.with_stem(free_name(wanted.stem, lambda stem: wanted.with_stem(stem).exists()))
