"""The way through the program: its steps, each with what it settled."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.piece import paint_piece

RAIL_WIDTH = 208  # does not grow with the text: the page needs the room, words wrap instead
_CIRCLE = 22
_CIRCLE_LEFT = 10
_TEXT_LEFT = 43
_TEXT_RIGHT = 6
_LINE_GAP = 2


@dataclass(frozen=True, slots=True)
class StepState:
    """One step: its words, what it settled, and where it stands.

    One with an ``icon`` has no number: it is there at times only.
    """

    key: str
    title: str
    note: str
    state: Literal["done", "now", "stale", "later"]
    icon: str = ""


def _state_words(state: str) -> str:
    return {
        "done": _("done"),
        "now": _("open now"),
        "stale": _("needs update"),
        "later": _("not yet done"),
    }[state]


class StepItem(QAbstractButton):
    """One row of the rail, drawn from its ``StepState``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = 0
        self._step = StepState("", "", "", "later")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def step(self) -> StepState:
        """What this row shows."""
        return self._step

    def show_step(self, step: StepState, number: int) -> None:
        """Show ``step`` as that of ``number``."""
        self._number = number
        self._step = step
        self.setText(step.title)
        self.setAccessibleName(
            (_("{title}, {state}") if step.icon else _("Step {number}, {title}, {state}")).format(
                number=number, title=step.title, state=_state_words(step.state)
            )
        )
        self.setAccessibleDescription(step.note)
        self.updateGeometry()
        self.update()

    def circle(self) -> QRectF:
        """Give the place of the circle, in this row."""
        top = (self.height() - _CIRCLE) / 2
        return QRectF(_CIRCLE_LEFT, top, _CIRCLE, _CIRCLE)

    def _text_height(self, role: str, text: str, width: int) -> int:
        if not text:
            return 0
        room = QRect(0, 0, max(1, width - _TEXT_LEFT - _TEXT_RIGHT), 10_000)
        metrics = QFontMetrics(self._theme.font(role))
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()

    def _title_role(self) -> str:
        return "body_strong" if self._step.state == "now" else "body_medium"

    def _paint_circle(self, painter: QPainter) -> None:
        palette = self._theme.palette
        rect = self.circle()
        state = self._step.state
        edge, ground, ink = {
            "done": (palette.tint, palette.tint, "accent"),
            "now": (palette.accent, palette.accent, "on"),
            "stale": (palette.amber_edge, palette.amber_ground, "amber"),
            "later": (palette.line2, palette.base, "text2"),
        }[state]
        painter.setPen(QPen(QColor(edge), 1.0))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        name = {"done": "tick", "stale": "again"}.get(state, self._step.icon)
        if name:
            icon = self._theme.pixmap(name, ink, 14)
            painter.drawPixmap(rect.center() - QPointF(7, 7), icon)
            return
        font = self._theme.font("small_strong")
        font.setPixelSize(min(font.pixelSize(), 13))
        painter.setFont(font)
        painter.setPen(self._theme.color(ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter) -> None:
        step, palette = self._step, self._theme.palette
        title_height = self._text_height(self._title_role(), step.title, self.width())
        note_height = self._text_height("small", step.note, self.width())
        gap = _LINE_GAP if step.note else 0
        top = (self.height() - title_height - gap - note_height) // 2
        width = self.width() - _TEXT_LEFT - _TEXT_RIGHT
        title_tone = palette.text2 if step.state == "later" else palette.text
        note_tone = palette.amber if step.state == "stale" else palette.text2
        painter.setFont(self._theme.font(self._title_role()))
        painter.setPen(QColor(title_tone))
        area = QRect(_TEXT_LEFT, top, width, title_height)
        painter.drawText(area, Qt.TextFlag.TextWordWrap, step.title)
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(note_tone))
        area = QRect(_TEXT_LEFT, top + title_height + gap, width, note_height)
        painter.drawText(area, Qt.TextFlag.TextWordWrap, step.note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._text_height(self._title_role(), self._step.title, width)
        words += self._text_height("small", self._step.note, width)
        return max(46, words + _LINE_GAP + 2 * self._theme.px(5))

    def sizeHint(self) -> QSize:
        width = min(RAIL_WIDTH - 24, self.width())  # narrower beside a scroll bar
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._theme.palette
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._step.state == "now":
            painter.setPen(QPen(QColor(palette.line), 1.0))
            painter.setBrush(QColor(palette.sheet))
            painter.drawRoundedRect(rect, 8, 8)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.hover))
            painter.drawRoundedRect(rect, 8, 8)
        self._paint_circle(painter)
        self._paint_words(painter)


class _StepList(QWidget):
    """The rows above each other, their circles joined by a thin line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.items: list[StepItem] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)

    def add(self, item: StepItem) -> None:
        self._column.insertWidget(len(self.items), item)
        item.show()
        self.items.append(item)

    def remove_last(self) -> None:
        item = self.items.pop()
        self._column.removeWidget(item)
        item.hide()
        item.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color("line"), 1.5))
        for upper, lower in zip(self.items, self.items[1:], strict=False):
            x = upper.x() + upper.circle().center().x()
            top = upper.y() + upper.circle().bottom() + 2
            bottom = lower.y() + lower.circle().top() - 2
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))


class Logo(QWidget):
    """The four pieces A to D as a two-by-two square."""

    def __init__(self, theme: Theme, side: int = 30) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(side, side)
        self.setAccessibleName("Clientele")
        theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        cell = self.width() / 2
        for segment in range(4):
            corner = QRectF(segment % 2 * cell, segment // 2 * cell, cell, cell)
            room = corner.adjusted(1, 1, -1, -1)
            paint_piece(painter, room, segment, self._theme.palette, None)


class StepRail(QFrame):
    """Logo, steps and the lock; ``step_chosen`` carries the key of the step the user wants."""

    step_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "rail")
        self.setAccessibleName(_("Steps"))
        self.setFixedWidth(RAIL_WIDTH)
        self._build()
        self._tint()
        theme.changed.connect(self._on_theme_changed)

    def show_steps(self, steps: tuple[StepState, ...]) -> None:
        """Show ``steps`` from the first to the last."""
        while len(self._list.items) > len(steps):
            self._list.remove_last()
        while len(self._list.items) < len(steps):
            item = StepItem(self._theme, self._list)
            item.clicked.connect(self._on_item_clicked)
            self._list.add(item)
        number = 0
        for item, step in zip(self._list.items, steps, strict=True):
            number += not step.icon
            item.show_step(step, number)
        self._list.update()

    def _build(self) -> None:
        self._list = _StepList(self._theme)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._list)
        scroll.viewport().setAutoFillBackground(False)
        self._list.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(14)
        column.addWidget(scroll, 1)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6, 4, 0, 0)
        row.setSpacing(10)
        row.addWidget(Logo(self._theme))
        row.addWidget(text_label("Clientele", self._theme, "heading"), 1)
        return row

    def _foot(self) -> QHBoxLayout:
        self._lock = QLabel()
        words = _("Everything stays on this computer")
        row = QHBoxLayout()
        row.setContentsMargins(10, 8, 0, 6)
        row.setSpacing(8)
        row.addWidget(self._lock)
        row.addWidget(text_label(words, self._theme, "small", "text2", wrap=True), 1)
        return row

    def _tint(self) -> None:
        self._lock.setPixmap(self._theme.pixmap("lock", "text2", self._theme.px(16)))

    @Slot()
    def _on_item_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, StepItem):
            self.step_chosen.emit(item.step.key)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._tint()
        self._list.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._list.update()
