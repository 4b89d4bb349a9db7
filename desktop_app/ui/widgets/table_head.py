"""The head of a table: its arrow stands beside the words, never on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QToolTip, QWidget

from desktop_app.ui.widgets.plain_words import plain_tooltip

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme

PADDING = 10  # as in the style sheet; the arrow stands in it, so that columns stay narrow
SPARE = 4  # the words must not be shortened for a pixel that was rounded away
ARROW_WIDTH, ARROW_HEIGHT, ARROW_GAP = 8, 5, 3


class TableHead(QHeaderView):
    """Names the columns; the sorted one has an arrow where its words end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def needed_width(self, column: int) -> int:
        """Give the width at which the name of ``column`` is wholly seen, hidden or not."""
        return self.sectionSizeFromContents(column).width()

    def arrow_rect(self, rect: QRect, column: int) -> QRect:
        """Give the place of the arrow of ``column``, whose head stands at ``rect``."""
        padding, gap = self._theme.px(PADDING), self._theme.px(ARROW_GAP)
        width, height = self._theme.px(ARROW_WIDTH), self._theme.px(ARROW_HEIGHT)
        room = rect.width() - 2 * padding
        taken = min(self.fontMetrics().horizontalAdvance(self._words(column)), room)
        if self._is_right_aligned(column):
            left = rect.right() + 1 - padding - taken - gap - width
        else:
            left = rect.left() + padding + taken + gap
        return QRect(left, rect.center().y() - height // 2, width, height)

    def _words(self, column: int) -> str:
        return str(self.model().headerData(column, self.orientation()) or "")

    def _is_right_aligned(self, column: int) -> bool:
        role = Qt.ItemDataRole.TextAlignmentRole
        alignment = self.model().headerData(column, self.orientation(), role)
        return bool(int(alignment or 0) & int(Qt.AlignmentFlag.AlignRight))

    # Qt overrides ---------------------------------------------------------------------------

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        super().initStyleOptionForIndex(option, section)
        # The style would draw its arrow on the words.
        option.sortIndicator = QStyleOptionHeader.SortIndicator.None_

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if not self.isSortIndicatorShown() or self.sortIndicatorSection() != section:
            return
        place = QRectF(self.arrow_rect(rect, section))
        is_rising = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        foot, tip = (place.bottom(), place.top()) if is_rising else (place.top(), place.bottom())
        ends = (QPointF(place.left(), foot), QPointF(place.right(), foot))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("text2"))
        painter.drawPolygon(QPolygonF([*ends, QPointF(place.center().x(), tip)]))
        painter.restore()

    def sectionSizeFromContents(self, section: int) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._words(section))
        width = words + 2 * self._theme.px(PADDING) + SPARE
        return QSize(width, super().sectionSizeFromContents(section).height())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        column = self.logicalIndexAt(event.pos())
        is_cut = column >= 0 and self.needed_width(column) > self.sectionSize(column)
        words = plain_tooltip(self._words(column)) if is_cut else ""
        QToolTip.showText(event.globalPos(), words, self)
        return True
