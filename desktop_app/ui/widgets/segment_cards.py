"""The column of cards on the page Your groups, one card per group, one of them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import _
from desktop_app.ui.widgets.card_menu import CardMenu
from desktop_app.ui.widgets.change_notes import ChangeNotes, ChangesContent
from desktop_app.ui.widgets.scrolling_column import ScrollingColumn
from desktop_app.ui.widgets.segment_card import SegmentCard, SegmentCardContent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Theme

SPACING = 8


class SegmentCards(ScrollingColumn):
    """Shows the cards below one another and scrolls when there are many.

    Signals: ``segment_chosen(segment)``; ``segment_renamed(segment, name)``;
    ``note_changed(segment, note)``; ``merge_requested(segment, other)``;
    ``split_requested(segment)``; ``aside_requested(segment)``; ``back_requested(piece)``;
    ``as_found_requested()``.
    """

    segment_chosen = Signal(int)
    segment_renamed = Signal(int, str)
    note_changed = Signal(int, str)
    merge_requested = Signal(int, int)
    split_requested = Signal(int)
    aside_requested = Signal(int)
    back_requested = Signal(int)
    as_found_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, SPACING, parent)
        self._theme = theme
        self._cards: list[SegmentCard] = []
        self.menu: CardMenu | None = None
        self.changes = ChangeNotes(theme)
        self.changes.back_requested.connect(self.back_requested)
        self.changes.as_found_requested.connect(self.as_found_requested)
        self.column.insertWidget(0, self.changes)
        self.setAccessibleName(_("Groups"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def cards(self) -> tuple[SegmentCard, ...]:
        """The cards, A first."""
        return tuple(self._cards)

    def show_contents(
        self,
        contents: Sequence[SegmentCardContent],
        chosen: int | None,
        changes: ChangesContent | None = None,
    ) -> None:
        """Show one card per content, that of segment ``chosen`` open, and what was done to them."""
        while len(self._cards) > len(contents):
            card = self._cards.pop()
            self.column.removeWidget(card)
            card.deleteLater()
        while len(self._cards) < len(contents):
            self._add_card()
        for card, content in zip(self._cards, contents, strict=True):
            card.show_content(content, content.segment == chosen)
        self.changes.show_content(changes or ChangesContent())

    def open_segment(self, segment: int) -> None:
        """Ask for the card of ``segment`` to be open; one that is open already stays so."""
        if not self._cards[segment].is_open:
            self.segment_chosen.emit(segment)

    def _add_card(self) -> None:
        card = SegmentCard(self._theme)
        card.opened.connect(self.segment_chosen)
        card.show_requested.connect(self.segment_chosen)
        card.rename_requested.connect(self.segment_renamed)
        card.note_changed.connect(self.note_changed)
        card.more_requested.connect(self._on_more_requested)
        self.column.insertWidget(len(self._cards), card)
        self._cards.append(card)

    @Slot(int)
    def _on_more_requested(self, segment: int) -> None:
        contents = [card.content for card in self._cards]
        self.menu = CardMenu(contents[segment], contents, self._theme, self)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu.merge_requested.connect(self.merge_requested)
        self.menu.split_requested.connect(self.split_requested)
        self.menu.aside_requested.connect(self.aside_requested)
        card = self._cards[segment]
        button = card.more_button
        place = button.mapToGlobal(button.rect().bottomLeft())
        if not button.isVisible():
            place = card.mapToGlobal(QPoint(card.width() // 2, card.height() // 2))
        self.menu.popup(place)
