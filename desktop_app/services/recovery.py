"""Keeps work that is saved nowhere while it is open, and finds what a crash left behind."""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Slot

from desktop_app.core.errors import AppError
from desktop_app.document.recovery import discard_kept, keep_work, kept_works
from desktop_app.document.suffix import SUFFIX
from desktop_app.services.jobs import RECOVERY

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.progress import Progress
    from desktop_app.document.document import Document
    from desktop_app.document.plan import Plan
    from desktop_app.document.recovery import KeptWork
    from desktop_app.services.jobs import JobRunner
    from desktop_app.services.session import Session

INTERVAL_MS = 30_000  # so much work may be lost
_LOCK = ".lock"


class Recovery(QObject):
    """Keeps the document of ``session`` in ``folder``, in a file of its own, until it is saved.

    A lock file stands beside each, so that no other program takes what is still at work.
    """

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        folder: Path,
        parent: QObject | None = None,
        *,
        interval_ms: int = INTERVAL_MS,
    ) -> None:
        super().__init__(parent)
        self._session, self._keeping, self._runner = session, session.keeping, runner
        self._folder = folder
        self._own = folder / f"{secrets.token_hex(4)}{SUFFIX}"
        self._locks: dict[Path, QLockFile] = {}
        self._written: Plan | None = None
        self._asked: KeptWork | None = None
        self._timer = QTimer(self, singleShot=True, interval=interval_ms)
        self._timer.timeout.connect(self._keep)
        self._keeping.changed.connect(self._on_keeping_changed)
        session.opened.connect(self._on_opened)

    def next_work(self) -> KeptWork | None:
        """Give the newest work that a program which is no longer there left behind."""
        return next((work for work in self._left_behind()), None)

    def open(self, work: KeptWork) -> None:
        """Open what was left behind; from then on it is kept in the same place."""
        self._asked = work
        self._session.open_kept(work)

    def discard(self, work: KeptWork) -> None:
        """Remove what was left behind."""
        self._remove(work.path)

    def forget_all(self) -> None:
        """Remove all that was left behind."""
        for work in self._left_behind():
            self._remove(work.path)

    def stop(self) -> None:
        """End in good order: nothing needs to be kept any more. No job may be running."""
        self._timer.stop()
        self._remove(self._own)
        for lock in self._locks.values():
            lock.unlock()
        self._locks.clear()

    def _left_behind(self) -> list[KeptWork]:
        works = (work for work in kept_works(self._folder) if work.path != self._own)
        return [work for work in works if self._claim(work.path)]

    def _claim(self, path: Path) -> bool:
        """Make ``path`` ours, unless another program that is running has it."""
        if path in self._locks:
            return True
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
        lock = QLockFile(str(path.with_suffix(_LOCK)))
        lock.setStaleLockTime(0)  # a lock is stale when its program has gone, however old it is
        if not lock.tryLock(0):
            return False
        self._locks[path] = lock
        return True

    def _remove(self, path: Path) -> None:
        discard_kept(path)
        if path != self._own and path in self._locks:
            self._locks.pop(path).unlock()

    @Slot()
    def _keep(self) -> None:
        document = self._session.document
        if not self._keeping.is_changed or document.plan == self._written:
            return
        if self._claim(self._own):
            self._written = document.plan
            self._runner.start(
                RECOVERY,
                _keep_work,
                document,
                self._own,
                self._keeping.path,
                on_error=self._on_not_kept,
            )

    @Slot()
    def _on_keeping_changed(self) -> None:
        if not self._keeping.is_changed:
            self._timer.stop()
            self._runner.cancel(RECOVERY)
            if self._written is not None:
                self._written = None
                self._remove(self._own)
        elif self._session.document.plan != self._written and not self._timer.isActive():
            self._timer.start()

    @Slot(object)
    def _on_opened(self, document: Document) -> None:
        work, self._asked = self._asked, None
        if work is not None and self._keeping.is_changed and document.plan.files == work.files:
            self._remove(self._own)
            self._own, self._written = work.path, document.plan

    @Slot(object)
    def _on_not_kept(self, error: Exception) -> None:
        self._written = None  # a full disk, say: the next change tries again
        if not isinstance(error, AppError):
            self._session.crashed.emit(error)


def _keep_work(document: Document, path: Path, project: Path | None, *, progress: Progress) -> None:
    keep_work(document, path, project, progress=progress)
