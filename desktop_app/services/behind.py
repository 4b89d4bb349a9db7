"""What fills in behind an answer: how far the segments can be trusted, one result after the other.

It has a worker of its own, gives way to nobody and holds nobody up. Knows the document, but neither
its history nor a widget.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.core.errors import AppError
from desktop_app.document.document import RESULTS_BEHIND
from desktop_app.services.jobs import BEHIND

if TYPE_CHECKING:
    from desktop_app.core.progress import Progress
    from desktop_app.document.document import Document
    from desktop_app.services.jobs import JobRunner


@dataclass(frozen=True, slots=True, eq=False)
class Filling:
    """A result called ``name`` about ``basis``: the scan or the segmentation it was made from."""

    name: str
    basis: object
    result: object = None


class Behind(QObject):
    """Follows the document and computes what its answer can do without.

    Signals: ``filled(Filling)``; ``progressed(name, percent)``; ``changed()`` when it starts, ends
    or is stopped; ``crashed(Exception)`` for our own mistakes.
    """

    filled = Signal(object)
    progressed = Signal(str, int)
    changed = Signal()
    crashed = Signal(object)

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._running: Filling | None = None
        self._document: Document | None = None
        self._stopped: list[object] = []
        self._percent = 0

    def percent_of(self, name: str) -> int | None:
        """Give how far the result ``name`` has come; ``None`` while it is not being made."""
        if self._running is None:
            return None
        return self._percent if self._running.name == name else 0

    @property
    def is_stopped(self) -> bool:
        """What the document lacks is not being made, because it was cancelled or cannot be."""
        document = self._document
        is_lacking = document is not None and document.missing_behind is not None
        return is_lacking and self._running is None

    @Slot(object)
    def follow(self, document: Document) -> None:
        """Begin, go on or stop, as ``document`` needs; what is still about it goes on."""
        self._document = document
        if self._running is not None:
            if document.is_complete and _basis(document, self._running.name) is self._running.basis:
                return
            self._end()
        name = document.missing_behind
        if name is None or any(_basis(document, name) is basis for basis in self._stopped):
            self.changed.emit()
            return
        self._percent = 0
        self._running = Filling(name, _basis(document, name))
        self._runner.start(
            BEHIND,
            _make,
            document,
            self._running,
            on_done=self._on_made,
            on_error=self._on_failed,
            on_progress=self._on_progressed,
        )
        self.changed.emit()

    def cancel(self) -> None:
        """Stop, and do not begin again for the same scan or segmentation."""
        assert self._document is not None
        names = [name for name in RESULTS_BEHIND if getattr(self._document, name) is None]
        self._stopped = [_basis(self._document, name) for name in names]
        self._end()
        self.changed.emit()

    def resume(self) -> None:
        """Go on with what was cancelled."""
        assert self._document is not None
        self._stopped = []
        self.follow(self._document)

    def _end(self) -> None:
        self._running = None
        self._runner.cancel(BEHIND)

    @Slot(int, str)
    def _on_progressed(self, percent: int, _stage: str) -> None:
        if self._running is not None:
            self._percent = percent
            self.progressed.emit(self._running.name, percent)

    @Slot(object)
    def _on_made(self, filling: Filling) -> None:
        if self._running is None or filling.basis is not self._running.basis:
            return
        self._running = None
        self.filled.emit(filling)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.cancel()
        if not isinstance(error, AppError):
            self.crashed.emit(error)


def _basis(document: Document, name: str) -> object:
    return getattr(document, RESULTS_BEHIND[name])


def _make(document: Document, filling: Filling, *, progress: Progress) -> Filling:
    # The street pulls in the heavy libraries; they are loaded on the worker, behind the window.
    from desktop_app.document.street import make_behind

    result = make_behind(document, filling.name, progress=progress)
    return Filling(filling.name, filling.basis, result)
