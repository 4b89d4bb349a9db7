"""Work that is saved nowhere, kept aside so that a crash costs little of it."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.files import write_atomically
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.document.suffix import SUFFIX

if TYPE_CHECKING:
    from desktop_app.document.document import Document

_NOTE = ".json"  # beside the work: where it came from


@dataclass(frozen=True, slots=True)
class KeptWork:
    """A document that was kept at ``path``, at ``kept_at`` by the clock on the wall.

    ``project`` is where it was saved before, ``files`` are its lists; what is not known is left out.
    """

    path: Path
    kept_at: datetime
    project: Path | None = None
    files: tuple[Path, ...] = ()


def keep_work(
    document: Document, path: Path, project: Path | None, *, progress: Progress = NO_PROGRESS
) -> None:
    """Keep a document whose file was read at ``path``, whose suffix is that of a project.

    Raises
    ------
    CannotWrite
        The system refuses; what was kept before is as it was.
    Cancelled
        ``progress`` says that it is no longer wanted.
    """
    from desktop_app.document.project_file import write_project

    files = [str(file) for file in document.plan.files]
    note = {"project": None if project is None else str(project), "files": files}
    with write_atomically(path) as draft:
        write_project(document, draft, progress=progress)
    with write_atomically(path.with_suffix(_NOTE)) as draft:
        draft.write_text(json.dumps(note), encoding="utf-8", errors="backslashreplace")


def kept_works(folder: Path) -> tuple[KeptWork, ...]:
    """Give what is kept in ``folder``, newest first; a folder that cannot be read holds nothing."""
    found = []
    with suppress(OSError):
        for path in folder.glob(f"*{SUFFIX}"):
            if not path.name.startswith("."):  # a draft of a write that never came to its end
                found.append(_work(path))
    return tuple(sorted(found, key=lambda work: work.kept_at, reverse=True))


def open_kept(work: KeptWork, *, progress: Progress = NO_PROGRESS) -> Document:
    """Give the document that was kept, its lists where they were; errors as of ``load_project``."""
    from desktop_app.document.project_file import load_project

    document = load_project(work.path, progress=progress)
    if len(work.files) != len(document.plan.files):
        return document
    return replace(document, plan=replace(document.plan, files=work.files))


def discard_kept(path: Path) -> None:
    """Remove what is kept at ``path``, and what an interrupted write left of it."""
    leftovers = path.parent.glob(f".{path.stem}-*")
    for file in (path, path.with_suffix(_NOTE), *leftovers):
        with suppress(OSError):  # it is in use; the next time will do
            file.unlink()


def _work(path: Path) -> KeptWork:
    work = KeptWork(path, datetime.fromtimestamp(path.stat().st_mtime))
    try:
        note = json.loads(path.with_suffix(_NOTE).read_text(encoding="utf-8"))
        project = None if note["project"] is None else Path(note["project"])
        return replace(work, project=project, files=tuple(map(Path, note["files"])))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return work
