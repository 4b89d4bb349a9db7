"""Files dragged from outside and dropped anywhere on a widget."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import ngettext


class FileDrop(QObject):
    """Lets a widget and everything on it accept files.

    Signals: ``hovered(str | None)``, what would be read, ``None`` when the files are gone again;
    ``dropped(tuple[Path, ...])``.
    """

    hovered = Signal(object)
    dropped = Signal(object)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def _take(self, event: QDropEvent) -> bool:
        """Take the event if it brings files; answer whether it does."""
        if not files_of(event.mimeData()):
            return False
        # A file manager that offers to move would take the user's file away after the drop.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self.hovered.emit(None)
            return True
        # Entering and moving are kinds of dropping in Qt, and carry the same data.
        if not isinstance(event, QDropEvent) or not self._take(event):
            return super().eventFilter(watched, event)
        files = files_of(event.mimeData())
        if event.type() == QEvent.Type.DragEnter:
            self.hovered.emit(_words_for(files))
        elif event.type() == QEvent.Type.Drop:
            self.hovered.emit(None)
            self.dropped.emit(files)
        return True


def files_of(data: QMimeData) -> tuple[Path, ...]:
    """Give the files of this computer that ``data`` names."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def _words_for(files: tuple[Path, ...]) -> str:
    if len(files) == 1:
        return files[0].name
    return ngettext("{n} file", "{n} files", len(files)).format(n=len(files))
