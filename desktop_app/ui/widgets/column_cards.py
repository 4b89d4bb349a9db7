"""A look at every column: cards in rows, the first row at first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.column_card import ColumnCard
from desktop_app.ui.widgets.labels import text_label

GAP = 8
NARROWEST_CARD = 150


class ColumnCards(QWidget):
    """Lays cards out in as many columns as fit.

    Signals: ``use_chosen(column_name, key)`` and ``look_requested(column_name)`` from any card;
    ``together_requested`` from the head.
    """

    use_chosen = Signal(str, str)
    look_requested = Signal(str)
    together_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._per_row = 0
        self._is_open = False
        self.cards: dict[str, ColumnCard] = {}
        self._build()
        self.all_button.clicked.connect(self._on_all_button_clicked)
        self._together.clicked.connect(self._on_together_clicked)

    def show_columns(self, titles: Sequence[tuple[str, str]]) -> None:
        """Make a card per column, given as pairs of name and title; cards of before go."""
        for card in self.cards.values():
            card.hide()
            card.deleteLater()
        self._is_open = False
        self.cards = {}
        for name, title in titles:
            card = self.cards[name] = ColumnCard(name, title, self._theme, self)
            card.use_chosen.connect(self.use_chosen)
            card.look_requested.connect(self.look_requested)
        self._place()

    def _build(self) -> None:
        self.all_button = push_button("", self._theme, "quiet")
        self._together = push_button(_("What goes together"), self._theme, "quiet")
        head = QHBoxLayout()
        heading = text_label(_("A look at every column"), self._theme, "heading", wrap=True)
        head.addWidget(heading, 1)
        head.addWidget(self.all_button)
        head.addWidget(self._together)
        self._grid = QGridLayout()
        self._grid.setSpacing(self._theme.px(GAP))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(6))
        column.addLayout(head)
        column.addLayout(self._grid)

    def _place(self) -> None:
        while self._grid.takeAt(0):
            continue
        n = len(self.cards)
        for place in range(self._grid.columnCount()):
            self._grid.setColumnStretch(place, 1 if place < self._per_row else 0)
        for place, card in enumerate(self.cards.values()):
            is_shown = self._is_open or place < self._per_row
            card.setVisible(is_shown)
            if is_shown:
                self._grid.addWidget(card, *divmod(place, self._per_row))
        for place in range(self._per_row):
            self._grid.setColumnStretch(place, 1)
        words = _("Show fewer") if self._is_open else _("Show all {n}").format(n=n)
        self.all_button.setText(words)
        self.all_button.setVisible(n > self._per_row)

    @Slot()
    def _on_all_button_clicked(self) -> None:
        self._is_open = not self._is_open
        self._place()

    @Slot()
    def _on_together_clicked(self) -> None:
        self.together_requested.emit()

    def _fit(self) -> None:
        """Put as many cards into a row as can show all their words."""
        gap = self._theme.px(GAP)
        needed = [card.minimumSizeHint().width() for card in self.cards.values()]
        width = max([self._theme.px(NARROWEST_CARD), *needed])
        per_row = max(1, (self.width() + gap) // (width + gap))
        if per_row != self._per_row:
            self._per_row = per_row
            self._place()

    # Qt overrides ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a card says something longer
            self._fit()
        return super().event(event)
