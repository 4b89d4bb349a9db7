"""Everything that is saved on the page Share, in one go: all of it or, where one refuses, nothing."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.files import cannot_write
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.document.mailing import mail_files
from desktop_app.document.saving import ListForm, save_customers
from desktop_app.report.contents import report_contents
from desktop_app.report.pdf import write_report
from desktop_app.report.picture_files import picture_files
from desktop_app.report.workbook_words import workbook_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from desktop_app.core.files import Fill
    from desktop_app.core.sharing.mail_lists import MailTool
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.wording.numbers import Formats


@dataclass(frozen=True, slots=True)
class ShareRequest:
    """What to save: the ``lists``, mail lists for ``tool`` in a folder, pictures in another.

    ``report`` is a PDF on which the day ``made_on`` stands, if it is given.
    """

    lists: tuple[Path, ...] = ()
    form: ListForm = field(default_factory=ListForm)
    tool: MailTool | None = None
    mail_folder: Path | None = None
    picture_folder: Path | None = None
    report: Path | None = None
    made_on: date | None = None


def save_all(
    document: Document,
    story: Story,
    formats: Formats,
    request: ShareRequest,
    *,
    beside: Sequence[tuple[Path, Fill]] = (),
    progress: Progress = NO_PROGRESS,
) -> tuple[Path, ...]:
    """Save what is asked for, and ``beside`` it what else is given; give the paths of all files.

    Raises
    ------
    CannotWrite, TooManyRowsForSheet
        Nothing is there that was not there before.
    """

    def fill_report(draft: Path) -> None:
        contents = report_contents(document, story, formats, request.made_on, progress=progress)
        write_report(contents, draft, progress=progress)

    others = list(beside)
    if request.tool is not None and request.mail_folder is not None:
        others += mail_files(
            document, request.tool, story.names, request.mail_folder, progress=progress
        )
    if request.picture_folder is not None:
        others += picture_files(document, story, formats, request.picture_folder, progress=progress)
    if request.report is not None:
        others.append((request.report, fill_report))
    words = workbook_words(document, story, formats)
    with _folders((request.mail_folder, request.picture_folder)):
        save_customers(
            document,
            request.lists,
            story.names,
            words,
            form=request.form,
            beside=others,
            progress=progress,
        )
    return (*request.lists, *(path for path, _fill in others))


@contextlib.contextmanager
def _folders(wanted: Sequence[Path | None]) -> Iterator[None]:
    """Make folders that are not there yet; one that stays empty goes again."""
    made: list[Path] = []
    try:
        for folder in filter(None, wanted):
            _make(folder, made)
        yield
    finally:
        for folder in made:
            with contextlib.suppress(OSError):  # it holds what was saved
                folder.rmdir()


def _make(folder: Path, made: list[Path]) -> None:
    if folder.exists():
        return
    try:
        folder.mkdir()
    except OSError as error:
        raise cannot_write(folder, error) from error
    made.append(folder)
