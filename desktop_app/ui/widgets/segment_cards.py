"""The column of cards on the page Your groups, one card per group, one of them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_app.i18n import _
from desktop_app.ui.widgets.segment_card import SegmentCard, SegmentCardContent
from desktop_app.ui.widgets.wrapping_column import WrappingColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Theme


class SegmentCards(QScrollArea):
    """Shows the cards below one another and scrolls when there are many.

    Signals: ``segment_chosen(segment)``; ``segment_renamed(segment, name)``.
    """

    segment_chosen = Signal(int)
    segment_renamed = Signal(int, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[SegmentCard] = []
        self.setAccessibleName(_("Groups"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._is_unrolled = False
        inside = WrappingColumn()
        inside.installEventFilter(self)
        self._column = inside.column
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._column.addStretch(1)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    @property
    def cards(self) -> tuple[SegmentCard, ...]:
        """The cards, A first."""
        return tuple(self._cards)

    def unroll(self, is_unrolled: bool) -> None:
        """Stand at full height for a page that scrolls itself, or scroll."""
        self._is_unrolled = is_unrolled
        self._fit()

    def show_contents(self, contents: Sequence[SegmentCardContent], chosen: int | None) -> None:
        """Show one card per content; the card of segment ``chosen`` is open."""
        while len(self._cards) > len(contents):
            card = self._cards.pop()
            self._column.removeWidget(card)
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
        self._column.insertWidget(len(self._cards), card)
        self._cards.append(card)

    def _fit(self) -> None:
        height = self._column.heightForWidth(self.viewport().width()) if self._is_unrolled else 0
        self.setMinimumHeight(max(0, height))

    # Qt overrides ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a card opened, or says something longer
            self._fit()
        return super().eventFilter(watched, event)
