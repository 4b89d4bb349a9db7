"""Cards below one another that scroll, or stand at full height where the page scrolls itself."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.wrapping_column import WrappingColumn


class ScrollingColumn(QScrollArea):
    """Holds widgets in ``column``, above a stretch, with ``spacing`` pixels between them."""

    def __init__(self, theme: Theme, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_unrolled = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = WrappingColumn()
        inside.installEventFilter(self)
        self.column = inside.column
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(spacing))
        self.column.addStretch(1)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def unroll(self, is_unrolled: bool) -> None:
        """Stand at full height for a page that scrolls itself, or scroll."""
        self._is_unrolled = is_unrolled
        self._fit()

    def _fit(self) -> None:
        height = self.column.heightForWidth(self.viewport().width()) if self._is_unrolled else 0
        self.setMinimumHeight(max(0, height))

    # Qt overrides ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # other widgets, or longer words
            self._fit()
        return super().eventFilter(watched, event)
