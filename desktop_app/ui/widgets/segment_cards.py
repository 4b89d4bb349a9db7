"""The column of cards on the page Your groups, one card per group, one of them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import _
from desktop_app.ui.widgets.scrolling_column import ScrollingColumn
from desktop_app.ui.widgets.segment_card import SegmentCard, SegmentCardContent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Theme

SPACING = 8


class SegmentCards(ScrollingColumn):
    """Shows the cards below one another and scrolls when there are many.

    Signals: ``segment_chosen(segment)``; ``segment_renamed(segment, name)``.
    """

    segment_chosen = Signal(int)
    segment_renamed = Signal(int, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, SPACING, parent)
        self._theme = theme
        self._cards: list[SegmentCard] = []
        self.setAccessibleName(_("Groups"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def cards(self) -> tuple[SegmentCard, ...]:
        """The cards, A first."""
        return tuple(self._cards)

    def show_contents(self, contents: Sequence[SegmentCardContent], chosen: int | None) -> None:
        """Show one card per content; the card of segment ``chosen`` is open."""
        while len(self._cards) > len(contents):
            card = self._cards.pop()
            self.column.removeWidget(card)
            card.deleteLater()
        while len(self._cards) < len(contents):
            self._add_card()
        for card, content in zip(self._cards, contents, strict=True):
            card.show_content(content, content.segment == chosen)

    def _add_card(self) -> None:
        card = SegmentCard(self._theme)
        card.opened.connect(self.segment_chosen)
        card.show_requested.connect(self.segment_chosen)
        card.rename_requested.connect(self.segment_renamed)
        self.column.insertWidget(len(self._cards), card)
        self._cards.append(card)
