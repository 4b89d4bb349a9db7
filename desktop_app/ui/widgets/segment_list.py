"""The groups as plain lines: piece, name, number of customers."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.piece import PieceLabel

PIECE_SIZE = 20


class SegmentList(QWidget):
    """Shows one line per segment."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(8))

    def show_segments(self, segments: Sequence[tuple[int, str, str]]) -> None:
        """Show piece, name and size of each segment."""
        for line in self._lines:
            self._layout.removeWidget(line)
            line.deleteLater()
        self._lines = [self._line(*segment) for segment in segments]
        for line in self._lines:
            self._layout.addWidget(line)

    def _line(self, piece: int, name: str, size: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(10))
        row.addWidget(PieceLabel(piece, self._theme, size_px=PIECE_SIZE))
        row.addWidget(text_label(name, self._theme, "body_medium", wrap=True), 1)
        row.addWidget(text_label(size, self._theme, "small", "text2"))
        return line
