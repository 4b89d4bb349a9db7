"""The game piece of a group: one shape, one colour, one letter."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from desktop_app.charts.style import FONT_FAMILY, SHAPES, Palette
from desktop_app.i18n import _
from desktop_app.ui.theme import Theme

_LETTER_SIZE = 0.5
_SMALL_LETTER_SIZE = 0.4  # where the shape leaves less room around its middle
_LETTER_SHIFT = {"^": 0.12, "v": -0.12, "*": 0.03}


def piece_letter(piece: int) -> str:
    """Give the letter of ``piece``: 0 is A, 26 is AA."""
    rounds, place = divmod(piece, 26)  # by itself: the first window loads no heavy library for it
    return (piece_letter(rounds - 1) if rounds else "") + chr(ord("A") + place)


def paint_piece(
    painter: QPainter, rect: QRectF, piece: int, palette: Palette, letter: str | None
) -> None:
    """Draw ``piece``, 0 is that of A, into ``rect``, with its ``letter`` or bare."""
    side = min(rect.width(), rect.height())
    shape = SHAPES[piece % len(SHAPES)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    pen = QPen(QColor(palette.edge(piece)), max(1.0, 0.045 * side))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(palette.fill(piece)))
    painter.drawPath(QTransform.fromScale(side, side).map(_unit_path(shape)))
    if letter is not None:
        _paint_letter(painter, side, shape, letter, palette.on_fill(piece))
    painter.restore()


def _paint_letter(painter: QPainter, side: float, shape: str, letter: str, color: str) -> None:
    font = QFont(FONT_FAMILY)
    font.setWeight(QFont.Weight.Bold)
    size = _SMALL_LETTER_SIZE if shape in _LETTER_SHIFT else _LETTER_SIZE
    font.setPixelSize(max(6, round(size * side)))
    outline = QPainterPath()
    outline.addText(QPointF(0, 0), font, letter)
    middle = outline.boundingRect().center()
    outline.translate(-middle.x(), -middle.y() + _LETTER_SHIFT.get(shape, 0.0) * side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawPath(outline)


def _unit_path(shape: str) -> QPainterPath:
    """Give the outline of ``shape`` in a unit square around the origin."""
    path = QPainterPath()
    match shape:
        case "o":
            path.addEllipse(QPointF(0, 0), 0.46, 0.46)
        case "s":
            path.addRoundedRect(QRectF(-0.42, -0.42, 0.84, 0.84), 0.1, 0.1)
        case "^":
            path.addPolygon(_closed((0, -0.46), (0.5, 0.42), (-0.5, 0.42)))
        case "v":
            path.addPolygon(_closed((0, 0.46), (-0.5, -0.42), (0.5, -0.42)))
        case "D":
            path.addPolygon(_closed((0, -0.5), (0.5, 0), (0, 0.5), (-0.5, 0)))
        case "P":
            path.addPolygon(_cross())
        case "X":
            path.addPolygon(QTransform().rotate(45).map(_cross(arm=0.24, reach=0.45)))
        case _:
            path.addPolygon(_star())
    return path


def _closed(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in (*points, points[0])])


def _cross(arm: float = 0.25, reach: float = 0.48) -> QPolygonF:
    quarter = ((-arm, -reach), (arm, -reach), (arm, -arm))
    points = [
        (x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn))
        for turn in (0, pi / 2, pi, 3 * pi / 2)
        for x, y in quarter
    ]
    return _closed(*points)


def _star(points: int = 5, outer: float = 0.52, inner: float = 0.26) -> QPolygonF:
    corners = []
    for index in range(2 * points):
        radius = inner if index % 2 else outer
        angle = pi * index / points
        corners.append((radius * sin(angle), 0.03 - radius * cos(angle)))
    return _closed(*corners)


def piece_icon(piece: int, theme: Theme, size_px: float) -> QIcon:
    """Give ``piece`` as an icon ``size_px`` high at 13 px text, for menus, lists and tables."""
    side = theme.px(size_px)
    icon = QIcon()
    for ratio in sorted({1.0, 2.0, QGuiApplication.primaryScreen().devicePixelRatio()}):
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        room = QRectF(0, 0, side, side).adjusted(1, 1, -1, -1)
        paint_piece(painter, room, piece, theme.palette, piece_letter(piece))
        painter.end()
        icon.addPixmap(pixmap)
    return icon


class PieceLabel(QWidget):
    """One piece, ``size_px`` high at 13 px text."""

    def __init__(self, piece: int, theme: Theme, size_px: float = 26) -> None:
        super().__init__()
        self._theme = theme
        self._side = theme.px(size_px)
        self.setFixedSize(self._side + 4, self._side + 4)
        self.show_piece(piece)
        theme.changed.connect(self._on_theme_changed)

    def show_piece(self, piece: int) -> None:
        """Become ``piece``, 0 is that of A."""
        self._piece = piece
        self.setAccessibleName(_("Group {letter}").format(letter=piece_letter(piece)))
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        letter = piece_letter(self._piece)
        paint_piece(painter, rect, self._piece, self._theme.palette, letter)

    def sizeHint(self) -> QSize:
        return self.minimumSize()
