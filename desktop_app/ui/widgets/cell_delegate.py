"""How a cell of a table looks: its words, the piece of its group, and what is odd about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.models.frame_model import ADDED_ROLE, PIECE_ROLE, PROBLEM_ROLE
from desktop_app.ui.widgets.piece import paint_piece, piece_letter

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

PADDING, PIECE, PIECE_GAP, OUTLINE = 10, 16, 6, 1.5
WIDEST = 320
_TEXT_FLAGS = Qt.TextFlag.TextSingleLine


class CellDelegate(QStyledItemDelegate):
    """Paints every cell of a ``DataTable``; a style sheet cannot hold all this at once."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strong = QFontMetrics(theme.font("small_strong"))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or index.data(ADDED_ROLE):
            painter.fillRect(option.rect, self._theme.color("tint"))
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _paint_outline(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        inset = OUTLINE / 2 + 1
        room = QRectF(option.rect).adjusted(inset, inset, -inset, -inset - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("amber"), OUTLINE))
        painter.setBrush(self._theme.color("amber_ground"))
        painter.drawRoundedRect(room, 4, 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        self._paint_ground(painter, option, index)
        is_problem = bool(index.data(PROBLEM_ROLE))
        if is_problem:
            self._paint_outline(painter, option)
        padding = self._theme.px(PADDING)
        room = option.rect.adjusted(padding, 0, -padding, -1)
        piece = index.data(PIECE_ROLE)
        if piece is not None:
            side = self._theme.px(PIECE)
            top = room.center().y() - side / 2 + 0.5
            place = QRectF(room.left(), top, side, side)
            paint_piece(painter, place, piece, self._theme.palette, piece_letter(piece))
            room.adjust(side + self._theme.px(PIECE_GAP), 0, 0, 0)
        font = self._theme.font("small_strong" if is_problem else "small")
        words = QFontMetrics(font).elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width(), _TEXT_FLAGS
        )
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole) | _TEXT_FLAGS, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = (
            self._strong.horizontalAdvance(str(index.data() or ""))
            + 2 * self._theme.px(PADDING)
            + 2
        )
        if index.data(PIECE_ROLE) is not None:
            width += self._theme.px(PIECE + PIECE_GAP)
        return QSize(min(width, self._theme.px(WIDEST)), self._theme.px(27))
