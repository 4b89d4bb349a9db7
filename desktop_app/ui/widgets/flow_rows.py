"""A layout that breaks its row when the room runs out, as words do in a sentence."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowRows(QLayout):
    """Items side by side, centred on their row; a full row goes on below."""

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 8, row_spacing: int = 8
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._row_spacing = row_spacing
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            needed = item.sizeHint().width()
            if rows[-1] and used + self.spacing() + needed > width:
                rows.append([])
                used = 0
            used += needed + (self.spacing() if rows[-1] else 0)
            rows[-1].append(item)
        return rows

    def _place(self, rect: QRect, *, is_trial: bool) -> int:
        """Put the items into ``rect`` and give the height they take."""
        left, top, right, bottom = self._margins()
        area = rect.adjusted(left, top, -right, -bottom)
        y = area.y()
        for row in self._rows(area.width()):
            heights = [_height(item, area.width()) for item in row]
            row_height = max(heights, default=0)
            if not is_trial:
                self._place_row(row, heights, QRect(area.x(), y, area.width(), row_height))
            y += row_height + self._row_spacing
        return y - self._row_spacing - rect.y() + bottom

    def _place_row(self, row: list[QLayoutItem], heights: list[int], area: QRect) -> None:
        x = area.x()
        for item, height in zip(row, heights, strict=True):
            width = min(item.sizeHint().width(), area.width())
            corner = QPoint(x, area.y() + (area.height() - height) // 2)
            item.setGeometry(QRect(corner, QSize(width, height)))
            x += width + self.spacing()

    def _margins(self) -> tuple[int, int, int, int]:
        margins = self.contentsMargins()
        return margins.left(), margins.top(), margins.right(), margins.bottom()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        left, top, right, bottom = self._margins()
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width + left + right, height + top + bottom)

    def minimumSize(self) -> QSize:
        left, top, right, bottom = self._margins()
        hints = [item.minimumSize() for item in self._items if not item.isEmpty()]
        width = max((hint.width() for hint in hints), default=0)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width + left + right, height + top + bottom)


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(min(item.sizeHint().width(), width))
    return item.sizeHint().height()
