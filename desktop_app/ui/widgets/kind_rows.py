"""The kinds of the classic view as lines: piece, name, how many, what they are like."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.piece import PieceLabel
from desktop_app.ui.widgets.scrolling_column import ScrollingColumn

PIECE_PX, SPACING = 22, 6


@dataclass(frozen=True, slots=True)
class KindRow:
    """What a line says, worded; ``segment`` is the place of the kind among the groups."""

    segment: int
    name: str
    size: str
    share: str
    meaning: str


class KindRows(ScrollingColumn):
    """Shows one line per kind and scrolls when there are many; the arrow keys scroll too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, SPACING, parent)
        self._theme = theme
        self._rows: list[Card] = []
        self.setAccessibleName(_("Kinds of customers"))

    def show_rows(self, rows: Sequence[KindRow]) -> None:
        """Show one line per kind."""
        for card in self._rows:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._rows = [self._line(row) for row in rows]
        for place, card in enumerate(self._rows):
            self.column.insertWidget(place, card)

    def _line(self, row: KindRow) -> Card:
        theme = self._theme
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(text_label(row.name, theme, "body_strong", wrap=True), 1)
        head.addWidget(text_label(row.size, theme, "body_strong"))
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addLayout(head)
        words.addWidget(text_label(row.meaning, theme, "small", wrap=True))
        if row.share:
            words.addWidget(text_label(row.share, theme, "small", "text2", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(theme.px(9))
        piece = PieceLabel(row.segment, theme, size_px=PIECE_PX)
        line.addWidget(piece, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        card = Card(theme)
        card.body.setContentsMargins(theme.px(10), theme.px(7), theme.px(10), theme.px(7))
        card.body.addLayout(line)
        return card
