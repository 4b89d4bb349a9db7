"""Tables from the clipboard: seen when they are there, kept as a file when they are pasted."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from desktop_app.core.errors import AppError
from desktop_app.core.intake.pasting import looks_like_table
from desktop_app.i18n import _
from desktop_app.ui.widgets.file_drop import files_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.progress import Progress
    from desktop_app.services.pasted_tables import PastedTables
    from desktop_app.ui.pages.context import PageContext

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class Pasting(QObject):
    """Watches the clipboard while ``window`` waits for a file, and turns what it holds into files.

    Signals: ``offered(bool)``, whether the clipboard holds a table; ``files_ready(tuple of Path)``
    to be read; ``refused(str)`` with the sentence why nothing was pasted.
    """

    offered = Signal(bool)
    files_ready = Signal(object)
    refused = Signal(str)

    def __init__(self, window: QWidget, context: PageContext, tables: PastedTables) -> None:
        super().__init__(window)
        self._window, self._tables = window, tables
        self._session, self._runner = context.session, context.runner
        QGuiApplication.clipboard().dataChanged.connect(self._on_clipboard_changed)
        window.installEventFilter(self)

    @Slot()
    def paste(self) -> None:
        """Take copied files, or keep a copied table as a file, or say why there is none."""
        data = QGuiApplication.clipboard().mimeData()
        files = files_of(data) if data else ()  # an empty clipboard has none
        if files:
            self.files_ready.emit(files)
            return
        text = QGuiApplication.clipboard().text()
        if not looks_like_table(text):
            self.refused.emit(
                _(
                    "What you copied is no table. Mark the cells with their column names in your "
                    "spreadsheet, copy them, and paste them here."
                )
            )
            return
        when = datetime.now().strftime("%Y-%m-%d %H.%M.%S")
        name = _NOT_IN_NAMES.sub(" ", _("Pasted table {when}").format(when=when))
        self._runner.start(
            "paste",
            _keep,
            self._tables,
            text,
            name,
            on_done=self._on_table_kept,
            on_error=self._on_table_not_kept,
        )

    def forget_all(self) -> None:
        """Remove every pasted table."""
        self._tables.forget_all()

    @Slot()
    def _on_clipboard_changed(self) -> None:
        self._look()

    def _look(self) -> None:
        """Tell whether the clipboard holds a table, unless nobody asks: it may be a whole book."""
        if self._window.isActiveWindow() and self._session.document.is_empty:
            self.offered.emit(looks_like_table(QGuiApplication.clipboard().text()))

    @Slot(object)
    def _on_table_kept(self, path: Path) -> None:
        self.files_ready.emit((path,))

    @Slot(object)
    def _on_table_not_kept(self, problem: Exception) -> None:
        if not isinstance(problem, AppError):
            raise problem
        from desktop_app.wording.errors import sentence_for

        self.refused.emit(sentence_for(problem))

    # Qt overrides ---------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate:
            self._look()
        return super().eventFilter(watched, event)


def _keep(tables: PastedTables, text: str, name: str, *, progress: Progress) -> Path:
    progress.checkpoint()
    return tables.keep(text, name)
