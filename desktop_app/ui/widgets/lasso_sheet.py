"""The line that is being drawn around customers, over the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Theme

LINE_WIDTH, DASHES = 1.5, (4.0, 3.0)
TINT = 0.4  # of the ground inside the line


class LassoSheet(QWidget):
    """A transparent sheet that shows a line through corners, closed, with a tinted ground."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._corners: tuple[QPointF, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def show_line(self, corners: Sequence[QPointF]) -> None:
        """Show a line through ``corners``; none of them shows nothing."""
        self._corners = tuple(corners)
        self.setVisible(bool(self._corners))
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._theme.color("tint")
        ground.setAlphaF(TINT)
        pen = QPen(self._theme.color("accent"), self._theme.px(1) * LINE_WIDTH)
        pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawPolygon(QPolygonF(self._corners))
        if len(self._corners) == 1:
            painter.drawEllipse(self._corners[0], 2, 2)
