"""What the program does, as a picture: rows of a list flow into five named groups."""

from random import Random

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.i18n import _, ngettext
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.piece import paint_piece, piece_letter

_SIZES = (201, 98, 84, 62, 55)
_CUSTOMERS_PER_THREAD = 6
_ROWS = 13
_SEED = 4  # any will do: it only mixes the threads, the same way each time


def _names() -> tuple[str, ...]:
    return (
        _("Steady regulars"),
        _("Big spenders"),
        _("Careful savers"),
        _("Young browsers"),
        _("Small budgets"),
    )


def _thread_groups() -> list[int]:
    """Give the group of each thread from top to bottom, well mixed."""
    groups = [
        segment
        for segment, size in enumerate(_SIZES)
        for _n in range(size // _CUSTOMERS_PER_THREAD)
    ]
    Random(_SEED).shuffle(groups)
    return groups


class FlowPicture(QWidget):
    """A list at the left, pieces with names at the right, thin threads in between."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._groups = _thread_groups()
        self.setAccessibleName(_("Rows of a list flow into five named groups"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_theme_changed)

    def _list_rect(self) -> QRectF:
        px = self._theme.px
        height = min(self.height() - 2.0, px(300))
        return QRectF(1, (self.height() - height) / 2, px(84), height)

    def _piece_rect(self, segment: int) -> QRectF:
        px = self._theme.px
        area = self._list_rect()
        pitch = area.height() / len(_SIZES)
        middle = area.top() + pitch * (segment + 0.5)
        side = px(28)
        return QRectF(self.width() - px(142), middle - side / 2, side, side)

    def _paint_list(self, painter: QPainter) -> None:
        palette, px = self._theme.palette, self._theme.px
        area = self._list_rect()
        painter.setPen(QPen(QColor(palette.line2), 1.0))
        painter.setBrush(QColor(palette.sheet))
        painter.drawRoundedRect(area, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        pitch = (area.height() - px(16)) / _ROWS
        for row in range(_ROWS):
            color = QColor(palette.line2)
            color.setAlphaF(0.8 if row == 0 else 0.35)
            painter.setBrush(color)
            y = area.top() + px(8) + pitch * (row + 0.5)
            lengths = (15, 26 + row % 3, 13) if row == 0 else (15, 26 + row * 5 % 4, 9 + row % 2)
            for left, length in zip((9, 30, 63), lengths, strict=True):
                bar = QRectF(area.left() + px(left), y - 2, px(length), 4)
                painter.drawRoundedRect(bar, 2, 2)

    def _paint_threads(self, painter: QPainter) -> None:
        area = self._list_rect()
        pitch = (area.height() - 24) / (len(self._groups) - 1)
        arrived = [0] * len(_SIZES)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for index, segment in enumerate(self._groups):
            piece = self._piece_rect(segment)
            total = max(1, self._groups.count(segment) - 1)
            spread = (arrived[segment] / total - 0.5) * piece.height() * 0.7
            arrived[segment] += 1
            start = QPointF(area.right(), area.top() + 12 + pitch * index)
            end = QPointF(piece.left() + 1, piece.center().y() + spread)
            self._paint_thread(painter, start, end, segment)

    def _paint_thread(self, painter: QPainter, start: QPointF, end: QPointF, segment: int) -> None:
        palette = self._theme.palette
        grey, color = QColor(palette.line2), QColor(palette.fill(segment))
        grey.setAlphaF(0.4)
        color.setAlphaF(0.75)
        gradient = QLinearGradient(start, QPointF(end.x(), start.y()))
        gradient.setColorAt(0.35, grey)
        gradient.setColorAt(0.8, color)
        middle = start.x() + (end.x() - start.x()) * 0.55
        path = QPainterPath(start)
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        painter.setPen(QPen(gradient, 1.0))
        painter.drawPath(path)

    def _paint_groups(self, painter: QPainter) -> None:
        palette, px = self._theme.palette, self._theme.px
        for segment, (name, size) in enumerate(zip(_names(), _SIZES, strict=True)):
            piece = self._piece_rect(segment)
            paint_piece(painter, piece, segment, palette, piece_letter(segment))
            words = QRectF(piece.right() + px(10), piece.center().y() - px(18), px(104), px(18))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.setFont(self._theme.font("small_strong"))
            painter.setPen(QColor(palette.text))
            painter.drawText(words, middle, name)
            count = ngettext("{n} customer", "{n} customers", size).format(n=size)
            painter.setFont(self._theme.font("small"))
            painter.setPen(QColor(palette.text2))
            painter.drawText(words.translated(0, px(17)), middle, count)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(396), self._theme.px(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(340), self._theme.px(200))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_list(painter)
        self._paint_threads(painter)
        self._paint_groups(painter)
