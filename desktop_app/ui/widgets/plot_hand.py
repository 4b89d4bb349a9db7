"""What hands do on a chart: zoom, drag, draw a line around something, by mouse, pad or keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from desktop_app.ui.widgets.lasso_sheet import LassoSheet

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme
    from desktop_app.ui.widgets.plot_view import PlotView

ZOOM_STEP = 1.25  # of one notch of a wheel
KEY_ZOOM_STEP = 1.5
KEY_SHIFT = 0.1  # of the picture, with one press of an arrow key
NOTCH = 120  # eighths of a degree
CORNER_PX = 3  # a line drawn by hand has a corner at most every so many pixels
CLOSING_PX = 8  # from the first corner
MIDDLE = (0.5, 0.5)
_ZOOM_IN = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_ZoomIn)
_ZOOM_OUT = (Qt.Key.Key_Minus, Qt.Key.Key_ZoomOut)
_WHOLE = (Qt.Key.Key_Home, Qt.Key.Key_0)
_ARROWS = {
    Qt.Key.Key_Left: (KEY_SHIFT, 0.0),
    Qt.Key.Key_Right: (-KEY_SHIFT, 0.0),
    Qt.Key.Key_Up: (0.0, -KEY_SHIFT),
    Qt.Key.Key_Down: (0.0, KEY_SHIFT),
}


class PlotHand(QObject):
    """Watches a chart; places and ways are shares of the axes' width and height, upwards.

    Signals: ``zoomed(about, factor)``, a factor under 1 is nearer; ``dragged(across, up)``, the way
    that what is seen shall go; ``whole_requested()``; ``drawn_around(corners)``;
    ``drawing_stopped()`` when nothing was drawn after all.
    """

    zoomed = Signal(object, float)
    dragged = Signal(float, float)
    whole_requested = Signal()
    drawn_around = Signal(object)
    drawing_stopped = Signal()

    def __init__(self, plot: PlotView, theme: Theme) -> None:
        super().__init__(plot)
        self._plot = plot
        self._sheet = LassoSheet(theme, plot)
        self._is_drawing = False
        self._pressed_at: QPointF | None = None
        self._dragged_to: QPointF | None = None
        self._corners: list[QPointF] = []
        self._entered_at: QPoint | None = None
        self._has_moved = False
        plot.installEventFilter(self)

    def draw_around(self, is_on: bool) -> None:
        """Let the next strokes draw a line, or drag the picture again."""
        self._is_drawing = is_on
        self._show_corners([])
        self._plot.setCursor(Qt.CursorShape.CrossCursor if is_on else Qt.CursorShape.ArrowCursor)

    # watching -------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._plot.has_drawing:
            return False
        if isinstance(event, QEnterEvent):
            self._entered_at, self._has_moved = event.globalPosition().toPoint(), False
        elif isinstance(event, QWheelEvent):
            return self._turn_wheel(event)
        elif isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press_key(event)
        elif isinstance(event, QResizeEvent):
            self._sheet.setGeometry(self._plot.rect())
        elif isinstance(event, QMouseEvent):
            return self._move_mouse(event)
        return False

    def _turn_wheel(self, event: QWheelEvent) -> bool:
        # A page that is being scrolled goes on when the chart comes under a pointer at rest.
        notches = event.angleDelta().y() / NOTCH
        if not self._has_moved or not notches:
            return False
        self.zoomed.emit(self._plot.share_at(event.position()), ZOOM_STEP**-notches)
        event.accept()
        return True

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.zoomed.emit(self._plot.share_at(event.position()), 1 / max(0.1, 1 + event.value()))
        return True

    def _press_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _ZOOM_IN:
            self.zoomed.emit(MIDDLE, 1 / KEY_ZOOM_STEP)
        elif key in _ZOOM_OUT:
            self.zoomed.emit(MIDDLE, KEY_ZOOM_STEP)
        elif key in _WHOLE:
            self.whole_requested.emit()
        elif key in _ARROWS:
            self.dragged.emit(*_ARROWS[key])
        elif self._is_drawing and key is Qt.Key.Key_Escape:
            self.drawing_stopped.emit()
        elif self._is_drawing and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.drawn_around.emit([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])
        else:
            return False
        return True

    def _move_mouse(self, event: QMouseEvent) -> bool:
        kind, is_left = event.type(), event.button() is Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseMove:
            self._has_moved |= event.globalPosition().toPoint() != self._entered_at
            return self._draw_on(event) if self._is_drawing else self._drag_on(event)
        if not is_left:
            return False
        if kind == QEvent.Type.MouseButtonDblClick:
            self._close_line() if self._is_drawing else self.whole_requested.emit()
            return True
        if kind == QEvent.Type.MouseButtonPress:
            self._pressed_at = event.position()
            if self._is_drawing:
                self._show_corners([*self._corners, event.position()])
        elif kind == QEvent.Type.MouseButtonRelease:
            return self._let_go(event.position())
        return False

    def _let_go(self, position: QPointF) -> bool:
        pressed_at, self._pressed_at = self._pressed_at, None
        was_dragged, self._dragged_to = self._dragged_to is not None, None
        if not self._is_drawing:
            if was_dragged:
                self._plot.unsetCursor()
            return was_dragged
        is_stroke = pressed_at is not None and _is_far(position, pressed_at)
        is_closed = len(self._corners) > 3 and not _is_far(position, self._corners[0], CLOSING_PX)
        if is_stroke or is_closed:
            self._close_line()
        return True

    # dragging -------------------------------------------------------------------------------

    def _drag_on(self, event: QMouseEvent) -> bool:
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._pressed_at = None
            return False
        before = self._dragged_to
        if before is None:
            if not _is_far(event.position(), self._pressed_at):
                return True
            before = self._pressed_at
            self._plot.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._dragged_to = event.position()
        (x0, y0), (x1, y1) = (self._plot.share_at(at) for at in (before, event.position()))
        self.dragged.emit(x1 - x0, y1 - y0)
        return True

    # drawing --------------------------------------------------------------------------------

    def _draw_on(self, event: QMouseEvent) -> bool:
        if not self._corners:
            return True
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._sheet.show_line([*self._corners, event.position()])
        elif _is_far(event.position(), self._corners[-1], CORNER_PX):
            self._show_corners([*self._corners, event.position()])
        return True

    def _close_line(self) -> None:
        corners = [self._plot.share_at(corner) for corner in self._corners]
        self._show_corners([])
        if len(set(corners)) > 2:
            self.drawn_around.emit(corners)

    def _show_corners(self, corners: list[QPointF]) -> None:
        self._corners = corners
        self._sheet.setGeometry(self._plot.rect())
        self._sheet.show_line(corners)


def _is_far(one: QPointF, other: QPointF, pixels: float | None = None) -> bool:
    far = QApplication.startDragDistance() if pixels is None else pixels
    return (one - other).manhattanLength() >= far
