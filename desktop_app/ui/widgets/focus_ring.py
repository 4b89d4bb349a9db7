"""The ring around what the keyboard points at; the mouse needs none."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from desktop_app.ui.theme import Theme

WIDTH = 2
GAP = 3
CONTROL_RADIUS = 7.0
_REACH = WIDTH + GAP
_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class FocusRing(QWidget):
    """One overlay for a whole window: it draws for every control, card and chart in it.

    A widget with other corners than a button says so in its property ``ring_radius``.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        self._is_by_keyboard = False
        self._offset = QPoint()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        self._listen_to_input()
        theme.changed.connect(self._on_theme_changed)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def target(self) -> QWidget | None:
        """The widget inside the ring, if the ring is on show."""
        return self._target

    def _listen_to_input(self) -> None:
        """Watch the native window: it sees every key and click before any widget does."""
        handle = self.window().windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)

    def _point_at(self, target: QWidget | None) -> None:
        for followed in self._followed:
            followed.removeEventFilter(self)
        self._target = target
        self._followed = []
        widget = target
        while widget is not None and widget is not self.window():
            widget.installEventFilter(self)
            self._followed.append(widget)
            widget = widget.parentWidget()
        self._follow()

    def _follow(self) -> None:
        target = self._target
        if target is None or not target.isVisible():
            self.hide()
            return
        room = QRect(target.mapTo(self.window(), QPoint()), target.size())
        room = room.adjusted(-_REACH, -_REACH, _REACH, _REACH)
        visible = self._clip(room)
        self._offset = room.topLeft() - visible.topLeft()
        self._full_size = room.size()
        self.setGeometry(visible)
        self.setVisible(not visible.isEmpty())
        self.raise_()
        self.update()

    def _clip(self, room: QRect) -> QRect:
        """Give the part of ``room`` that no scroll area on the way up hides."""
        for widget in self._followed:
            area = widget.parentWidget()
            if isinstance(area, QAbstractScrollArea) and widget is area.viewport():
                port = QRect(widget.mapTo(self.window(), QPoint()), widget.size())
                room = room.intersected(port.adjusted(-_REACH, -_REACH, _REACH, _REACH))
        return room

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        is_here = new is not None and self._is_by_keyboard and new.window() is self.window()
        self._point_at(new if is_here else None)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            self._is_by_keyboard = True
        elif kind == QEvent.Type.MouseButtonPress:
            self._is_by_keyboard = False
            if watched is self.window().windowHandle():
                self._point_at(None)
        elif kind in _FOLLOWED:
            if watched is self.window():
                self._listen_to_input()
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._target is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), WIDTH))
        own_radius = self._target.property("ring_radius")
        radius = (CONTROL_RADIUS if own_radius is None else own_radius) + GAP
        ring = QRectF(QRect(self._offset, self._full_size))
        painter.drawRoundedRect(ring.adjusted(1, 1, -1, -1), radius, radius)
