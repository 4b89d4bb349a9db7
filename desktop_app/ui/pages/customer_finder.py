"""The field that finds a customer by number, name or e-mail address, as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from desktop_app.core.customers.finding import find_customers
from desktop_app.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.core.segmenting.results import IntArray
    from desktop_app.ui.pages.context import PageContext

CHANNEL = "find customer"
SIDES = 26  # pixels beside the words: padding and edge of the field


class CustomerFinder(QLineEdit):
    """Searches in a job; Enter goes to the next match.

    Signals: ``found(row)`` in the customer table; ``searched(words, count)`` when a search is over.
    """

    found = Signal(int)
    searched = Signal(str, int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._table: CustomerTable | None = None
        self._matches: IntArray | None = None
        self._place = 0
        words = _("Find customer")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setFont(context.theme.font("small"))
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(words) + context.theme.px(SIDES))
        self.textEdited.connect(self._on_text_edited)
        self.returnPressed.connect(self._on_return_pressed)

    def show_table(self, table: CustomerTable) -> None:
        """Search in ``table`` from now on."""
        if table is not self._table:
            self._table = table
            self.clear()
            self._matches = None

    @Slot(str)
    def _on_text_edited(self, words: str) -> None:
        self._matches = None
        if self._table is None:
            return
        if not words.strip():
            self._context.runner.cancel(CHANNEL)
            self.searched.emit("", 0)
            return
        self._context.runner.start(
            CHANNEL, find_customers, self._table, words, on_done=self._on_found
        )

    @Slot(object)
    def _on_found(self, matches: IntArray) -> None:
        self._matches, self._place = matches, 0
        self.searched.emit(self.text().strip(), len(matches))
        if len(matches):
            self.found.emit(int(matches[0]))

    @Slot()
    def _on_return_pressed(self) -> None:
        if self._matches is not None and len(self._matches):
            self._place = (self._place + 1) % len(self._matches)
            self.found.emit(int(self._matches[self._place]))
