"""The ring around one point of a chart, and its name: drawn over the chart, which stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.theme import Theme

RING_PX, RING_WIDTH, HALO_WIDTH = 11, 2.0, 5.0
LABEL_GAP, LABEL_RADIUS = 6, 5


class PointMark(QWidget):
    """A transparent sheet over a chart; ``locate`` turns a place on the scales into one on the sheet."""

    def __init__(
        self, theme: Theme, locate: Callable[[float, float], QPointF], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._locate = locate
        self._point: tuple[float, float] | None = None
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    @property
    def point(self) -> tuple[float, float] | None:
        """The place on the chart's scales that is marked."""
        return self._point

    def show_point(self, point: tuple[float, float] | None, words: str) -> None:
        """Mark ``point`` and name it; ``None`` marks nothing."""
        if (point, words) != (self._point, self._words):
            self._point, self._words = point, words
            self.update()

    def label_rect(self, middle: QPointF) -> QRectF:
        """Give the place of the name of a point at ``middle``: right below, or where there is room."""
        metrics = QFontMetricsF(self._theme.font("small_strong"))
        pad = self._theme.px(6)
        width = metrics.horizontalAdvance(self._words) + 2 * pad
        height = metrics.height() + pad
        away = self._theme.px(RING_PX) / 2 + self._theme.px(LABEL_GAP)
        left, top = middle.x() + away, middle.y() + away
        if left + width > self.width():
            left = middle.x() - away - width
        if top + height > self.height():
            top = middle.y() - away - height
        return QRectF(max(0.0, left), max(0.0, top), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._point is None:
            return
        middle = self._locate(*self._point)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.px(RING_PX) / 2 + 1
        for tone, width in (("sheet", HALO_WIDTH), ("text", RING_WIDTH)):
            painter.setPen(QPen(self._theme.color(tone), width))
            painter.drawEllipse(middle, radius, radius)
        if self._words:
            self._paint_label(painter, self.label_rect(middle))

    def _paint_label(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("text"))
        painter.drawRoundedRect(rect, LABEL_RADIUS, LABEL_RADIUS)
        painter.setPen(self._theme.color("sheet"))
        painter.setFont(self._theme.font("small_strong"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._words)
