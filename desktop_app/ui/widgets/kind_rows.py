"""The kinds of the classic view as lines: piece, name, how many, what they are like."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.piece import PieceLabel
from desktop_app.ui.widgets.wrapping_column import WrappingColumn

PIECE_PX = 22


@dataclass(frozen=True, slots=True)
class KindRow:
    """What a line says, worded; ``segment`` is the place of the kind among the groups."""

    segment: int
    name: str
    size: str
    share: str
    meaning: str


class KindRows(QScrollArea):
    """Shows one line per kind and scrolls when there are many; the arrow keys scroll too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_unrolled = False
        self._rows: list[Card] = []
        self.setAccessibleName(_("Kinds of customers"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = WrappingColumn()
        inside.installEventFilter(self)
        self._column = inside.column
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._column.addStretch(1)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def unroll(self, is_unrolled: bool) -> None:
        """Stand at full height for a page that scrolls itself, or scroll."""
        self._is_unrolled = is_unrolled
        self._fit()

    def show_rows(self, rows: Sequence[KindRow]) -> None:
        """Show one line per kind."""
        for card in self._rows:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._rows = [self._line(row) for row in rows]
        for place, card in enumerate(self._rows):
            self._column.insertWidget(place, card)

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

    def _fit(self) -> None:
        height = self._column.heightForWidth(self.viewport().width()) if self._is_unrolled else 0
        self.setMinimumHeight(max(0, height))

    # Qt overrides ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # other kinds, or longer words
            self._fit()
        return super().eventFilter(watched, event)
