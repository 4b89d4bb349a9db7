"""What a scroll area scrolls when it holds words that wrap."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget


class WrappingColumn(QWidget):
    """A column whose least height is the one at its true width.

    Qt would take the least height at the least width, where every word stands on its own line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)

    def minimumSizeHint(self) -> QSize:
        least = self.column.minimumSize()
        return QSize(least.width(), 0) if self.column.hasHeightForWidth() else least
