"""Your file: asks for one, and afterwards says how it was read.

The first window of the program: nothing here may load a numerical library before a file is in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import _
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.pages.file_start import StartPart
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.drop_overlay import DropOverlay
from desktop_app.ui.widgets.page import Page

if TYPE_CHECKING:
    from desktop_app.document.document import Document
    from desktop_app.services.recent_files import RecentFile
    from desktop_app.ui.pages.file_understood import UnderstoodPart


class FilePage(Page):
    """Shows where to drop a file, or what was understood of the one that is open.

    Signals: ``files_requested()`` to choose files; ``more_files_requested()`` to choose some that
    are opened together with the open one; ``paths_chosen(tuple of Path)`` for a sample or
    recent files; ``paste_requested()`` for the table in the clipboard.
    """

    files_requested = Signal()
    more_files_requested = Signal()
    paste_requested = Signal()
    paths_chosen = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, "file", parent)
        self._context = context
        self._understood: UnderstoodPart | None = None
        self._build()
        self._connect()
        self._show_start()

    def show_document(self, document: Document) -> None:
        """Show what was understood of the document's file; an empty document has none."""
        if document.is_empty:
            self._show_start()
        else:
            self._show_understood(document)

    def show_recent(self, entries: tuple[RecentFile, ...]) -> None:
        """List the files opened last on the start page."""
        self._start.show_recent(entries)

    def show_hover(self, name: str | None) -> None:
        """Invite to let go of the file called ``name``; ``None`` goes back to waiting."""
        is_start = self._start.isVisibleTo(self)
        self._start.show_hover(name if is_start else None)
        self._overlay.show_hover(None if is_start else name)

    @Slot(bool)
    def show_copied_table(self, is_there: bool) -> None:
        """Offer to paste on the start page while the clipboard holds a table."""
        self._start.zone.paste_button.setVisible(is_there)

    def _build(self) -> None:
        self._start = StartPart(self.theme, self._context.formats)
        self.body.addWidget(self._start, 1)
        self.back_button.hide()
        self.main_button.setText(_("Next: check the list"))
        self._other_button = push_button(_("Open another file…"), self.theme, "quiet", "folder")
        self.footer_extras.addWidget(self._other_button)
        self._more_button = push_button(_("Add another file…"), self.theme, "quiet", "plus")
        self._more_button.setToolTip(_("Customers and orders of one shop are put together"))
        self.footer_extras.addWidget(self._more_button)
        self._overlay = DropOverlay(self.theme, self)

    def _connect(self) -> None:
        self._start.files_requested.connect(self.files_requested)
        self._start.paths_chosen.connect(self.paths_chosen)
        self._start.paste_requested.connect(self.paste_requested)
        self._other_button.clicked.connect(self._on_other_button_clicked)
        self._more_button.clicked.connect(self._on_more_button_clicked)
        self.main_requested.connect(self._on_main_requested)

    def _show_start(self) -> None:
        self.set_title(_("Find the groups among your customers"), role="hero")
        self.set_subtitle(
            _(
                "Drop in a list. Seconds later you see who your customers are, and what to do for each group."
            )
        )
        self.set_footer_visible(False)
        self._start.show()
        if self._understood is not None:
            self._understood.hide()

    def _show_understood(self, document: Document) -> None:
        if self._understood is None:
            from desktop_app.ui.pages.file_understood import UnderstoodPart

            self._understood = UnderstoodPart(self._context)
            self._understood.step_requested.connect(self.step_requested)
            self.body.addWidget(self._understood, 1)
        self.set_footer_visible(True)
        self._start.hide()
        self._understood.show()
        self._understood.show_document(document)
        self.set_title(self._understood.title)
        self.set_subtitle(self._understood.subtitle)

    @Slot()
    def _on_other_button_clicked(self) -> None:
        self.files_requested.emit()

    @Slot()
    def _on_more_button_clicked(self) -> None:
        self.more_files_requested.emit()

    @Slot()
    def _on_main_requested(self) -> None:
        self.step_requested.emit("check")
