"""The ring around one point of a chart, and its name: drawn over the chart, which stays as it is."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.theme import Theme

RING_PX, RING_WIDTH, HALO_WIDTH = 11, 2.0, 5.0
LABEL_GAP, LABEL_RADIUS = 6, 5
LABEL_PADDING, WIDEST_LABEL = 6, 260
AXIS_LEFT, AXIS_TOP, AXIS_BOTTOM = 43, 20, 40  # where a chart writes the words of its axes
_TEXT_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter


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

    @property
    def words(self) -> str:
        """The name of the place that is marked."""
        return self._words

    def show_point(self, point: tuple[float, float] | None, words: str) -> None:
        """Mark ``point`` and name it; ``None`` marks nothing."""
        if (point, words) != (self._point, self._words):
            self._point, self._words = point, words
            self.update()

    def label_rect(self, middle: QPointF) -> QRectF:
        """Give the place of the name of a point at ``middle``: right below, or where there is room.

        It keeps off the words of the axes where it can.
        """
        size = self._label_size()
        away = self._theme.px(RING_PX) / 2 + self._theme.px(LABEL_GAP)
        lefts = (middle.x() + away, middle.x() - away - size.width())
        tops = (middle.y() + away, middle.y() - away - size.height())
        places = [QRectF(QPointF(left, top), size) for top in tops for left in lefts]
        rooms = (self._room_between_axes(), QRectF(self.rect()))
        found = next((place for room in rooms for place in places if room.contains(place)), None)
        return found or self._pushed_inside(places[0])

    def _label_size(self) -> QSizeF:
        px = self._theme.px
        pad = px(LABEL_PADDING)
        room = QRectF(0, 0, min(px(WIDEST_LABEL), self.width() - 2 * pad), self.height())
        metrics = QFontMetricsF(self._theme.font("small_strong"))
        words = metrics.boundingRect(room, _TEXT_FLAGS, self._words)
        return QSizeF(ceil(words.width()) + 2 * pad, ceil(words.height()) + pad)

    def _room_between_axes(self) -> QRectF:
        px = self._theme.px
        return QRectF(self.rect()).adjusted(px(AXIS_LEFT), px(AXIS_TOP), 0, -px(AXIS_BOTTOM))

    def _pushed_inside(self, place: QRectF) -> QRectF:
        place.moveRight(min(place.right(), self.width()))
        place.moveBottom(min(place.bottom(), self.height()))
        place.moveTopLeft(QPointF(max(0.0, place.left()), max(0.0, place.top())))
        return place

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
        painter.drawText(rect, _TEXT_FLAGS, self._words)
