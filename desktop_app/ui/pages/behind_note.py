"""The line in a page's footer about what fills in behind the answer, with the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import push_button

if TYPE_CHECKING:
    from desktop_app.document.document import Document
    from desktop_app.services.behind import Behind
    from desktop_app.ui.widgets.page import Page


class BehindNote(QObject):
    """Says how far the result ``name`` has come; it can be stopped, and gone on with.

    Once there is nothing more to come it says ``words``.
    """

    def __init__(self, page: Page, behind: Behind, name: str) -> None:
        super().__init__(page)
        self._page, self._behind, self._name = page, behind, name
        self._document: Document | None = None
        self._words = ""
        self._button = push_button("", page.theme, "quiet")
        self._button.hide()
        page.add_note_action(self._button)
        self._button.clicked.connect(self._on_button_clicked)
        behind.progressed.connect(self._show)
        behind.changed.connect(self._show)

    @property
    def is_awaited(self) -> bool:
        """The result is on its way."""
        return self._is_missing and self._behind.percent_of(self._name) is not None

    @property
    def is_stopped(self) -> bool:
        """The result is not there and nobody makes it."""
        return self._is_missing and self._behind.is_stopped

    def show_document(self, document: Document, words: str = "") -> None:
        """Show what is still to come of ``document``, else ``words``."""
        self._document, self._words = document, words
        self._show()

    @property
    def _is_missing(self) -> bool:
        return self._document is not None and self._document.awaits(self._name)

    @Slot()
    def _show(self) -> None:
        if self.is_awaited:
            percent = self._behind.percent_of(self._name)
            words = _awaited_words(self._name).format(percent=percent)
            self._button.setText(_("Cancel"))
        elif self.is_stopped:
            words = _stopped_words(self._name)
            self._button.setText(_("Look now"))
        else:
            words = self._words
        self._button.setVisible(self.is_awaited or self.is_stopped)
        self._page.set_footer_note(words)

    @Slot()
    def _on_button_clicked(self) -> None:
        if self.is_awaited:
            self._behind.cancel()
        else:
            self._behind.resume()


def _awaited_words(name: str) -> str:
    if name == "followed":
        return _("Looking for who moved: {percent} %")
    return _("Looking at how sure this is: {percent} %")


def _stopped_words(name: str) -> str:
    if name == "followed":
        return _("We have not looked for who moved.")
    return _("We have not looked at how sure this is.")
