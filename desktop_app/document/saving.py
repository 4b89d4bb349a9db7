"""Write the labelled customers of a complete document; window and command line alike."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.errors import BadValue
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.sharing.csv_file import write_csv
from desktop_app.core.sharing.tables import labelled_customers
from desktop_app.core.sharing.workbook import write_workbook
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
    progress: Progress = NO_PROGRESS,
) -> tuple[Path, ...]:
    """Write the list to every path, in the format of its suffix, and give the paths.

    Each file is complete or as it was before.

    Raises
    ------
    CannotWrite, TooManyRowsForSheet, BadValue
        ``BadValue`` for a suffix that is not in ``FORMATS``.
    """
    assert document.customers is not None
    assert document.segmentation is not None
    assert document.description is not None
    frame = labelled_customers(document.customers, document.segmentation, names)
    for path in paths:
        progress.checkpoint()
        suffix = path.suffix.lower()
        if suffix == ".csv":
            write_csv(frame, path, progress=progress)
        elif suffix == ".xlsx":
            write_workbook(
                path,
                frame,
                document.customers,
                document.segmentation,
                words,
                progress=progress,
            )
        else:
            raise BadValue(what="suffix", value=suffix)
    return paths


def free_path(wanted: Path) -> Path:
    """Give ``wanted``, or the first of "wanted (2)", "wanted (3)" ... that does not exist yet."""
    number, path = 1, wanted
    while path.exists():
        number += 1
        path = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
    return path
