"""Where the open document is saved, and whether it says more than what was saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.errors import AppError
from desktop_app.document.plan import Plan
from desktop_app.document.suffix import BACKUP, SUFFIX
from desktop_app.services.jobs import COPYING, KEEPING, RECOVERY

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.progress import Progress
    from desktop_app.document.document import Document
    from desktop_app.services.jobs import JobRunner
    from desktop_app.services.session import Session


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a document that is opened comes from.

    ``path`` is its project, ``None`` of a list. ``is_kept``: it is what that file holds.
    """

    path: Path | None = None
    is_kept: bool = True

    @classmethod
    def of_project(cls, path: Path) -> Self:
        """Give the arrival of a project; the save before it stands for a project that is damaged."""
        if path.name.endswith(SUFFIX + BACKUP):
            return cls(path.with_name(path.name.removesuffix(BACKUP)), is_kept=False)
        return cls(path)


FROM_LIST = Arrival()


class Keeping(QObject):
    """Saves the document of a session, which owns this.

    Signals: ``changed()`` when ``path`` or ``is_changed`` may be another; ``saved(Path)``;
    ``copied(Path)``, without personal columns; ``saving_failed(AppError)``; ``crashed(Exception)``
    for our own mistakes.
    """

    changed = Signal()
    saved = Signal(object)
    copied = Signal(object)
    saving_failed = Signal(object)
    crashed = Signal(object)

    def __init__(self, session: Session, runner: JobRunner) -> None:
        super().__init__(session)
        self._session, self._runner = session, runner
        self._path: Path | None = None
        self._kept: Plan | None = None
        self._written = Plan()
        session.document_changed.connect(self._on_document_changed)

    @property
    def path(self) -> Path | None:
        """The project that the document is saved in; ``None`` if it is in none."""
        return self._path

    @property
    def can_save(self) -> bool:
        """There is something to be saved."""
        return self._session.document.raw is not None

    @property
    def is_changed(self) -> bool:
        """The user chose something that is saved nowhere."""
        return self.can_save and self._session.document.plan != self._kept

    @property
    def is_saving(self) -> bool:
        """A project is being written."""
        return self._runner.is_running(KEEPING)

    def arrive(self, arrival: Arrival) -> None:
        """Take note of where the document that the session has now comes from."""
        self._path = arrival.path
        plan = self._session.document.plan
        if not arrival.is_kept:
            self._kept = None
        else:
            self._kept = plan if arrival.path else _untouched(plan)
        self.changed.emit()

    def save(self, path: Path) -> None:
        """Write the document to ``path``, which is its project from then on."""
        document = self._session.document
        self._written = document.plan
        self._runner.cancel(RECOVERY)  # the same worker would write it first
        self._runner.start(
            KEEPING, _save, document, path, on_done=self._on_saved, on_error=self._on_not_saved
        )

    def save_copy(self, path: Path) -> None:
        """Write a copy without what names or reaches a person to ``path``; no project of ours."""
        self._runner.start(
            COPYING,
            _save_copy,
            self._session.document,
            path,
            on_done=self._on_copied,
            on_error=self._on_not_saved,
        )

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._path, self._kept = path, self._written
        self.changed.emit()
        self.saved.emit(path)

    @Slot(object)
    def _on_copied(self, path: Path) -> None:
        self.copied.emit(path)

    @Slot(object)
    def _on_not_saved(self, error: Exception) -> None:
        if isinstance(error, AppError):
            self.saving_failed.emit(error)
        else:
            self.crashed.emit(error)

    @Slot(object)
    def _on_document_changed(self, _document: Document) -> None:
        self.changed.emit()


def _untouched(plan: Plan) -> Plan:
    """Give the plan of the same files before anything was chosen."""
    table = CustomerChoice(table=plan.customers.table)  # without it there would be nothing to see
    return Plan(files=plan.files, region=plan.region, day=plan.day, customers=table)


def _save(document: Document, path: Path, *, progress: Progress) -> Path:
    from desktop_app.document.project_file import save_project

    return save_project(document, path, progress=progress)


def _save_copy(document: Document, path: Path, *, progress: Progress) -> Path:
    from desktop_app.document.anonymous import without_people
    from desktop_app.document.project_file import save_project

    return save_project(without_people(document, progress=progress), path, progress=progress)
