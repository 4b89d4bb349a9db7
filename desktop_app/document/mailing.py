"""The mail lists of a complete document: who is on them, and what writes them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.sharing.csv_file import CsvForm, write_csv
from desktop_app.core.sharing.file_names import file_stem
from desktop_app.core.sharing.mail_lists import mail_list
from desktop_app.core.sharing.people import People, mail_columns, people_to_write_to
from desktop_app.document.saving import held_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.files import Fill
    from desktop_app.core.sharing.mail_lists import MailTool
    from desktop_app.document.document import Document


def mail_people(document: Document, *, progress: Progress = NO_PROGRESS) -> People | None:
    """Find who can be written to; ``None`` if the customers have no e-mail addresses."""
    progress.checkpoint()
    assert document.customers is not None
    assert document.segmentation is not None
    columns = mail_columns(document.customers)
    if columns is None:
        return None
    held = held_of(document)
    return people_to_write_to(document.customers, document.segmentation, columns, held)


def mail_files(
    document: Document,
    tool: MailTool,
    names: Mapping[str, str],
    folder: Path,
    *,
    progress: Progress = NO_PROGRESS,
) -> list[tuple[Path, Fill]]:
    """Give what writes the lists for ``tool`` into ``folder``: one per segment with people on it."""
    customers, segmentation = document.customers, document.segmentation
    assert customers is not None
    assert segmentation is not None
    columns, people = mail_columns(customers), mail_people(document, progress=progress)
    if columns is None or people is None:
        return []
    files: list[tuple[Path, Fill]] = []
    for segment, words in _parts(document, tool, names):
        frame = mail_list(tool, customers, segmentation, columns, people, names, segment)
        if len(frame):
            # Tools take a byte order mark for a part of the first header.
            fill = partial(write_csv, frame, form=CsvForm(has_mark=False), progress=progress)
            files.append((folder / f"{file_stem(words)}.csv", fill))
    return files


def _parts(
    document: Document, tool: MailTool, names: Mapping[str, str]
) -> list[tuple[int | None, str]]:
    """Give the segments of the lists with the names of their files; ``None`` is everyone."""
    assert document.segmentation is not None
    if tool.is_one_file:
        return [(None, tool.name)]
    letters = document.segmentation.letters
    return [(place, f"{letter} {names[letter]}") for place, letter in enumerate(letters)]
