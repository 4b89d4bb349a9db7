"""The place of one chart in the window: draws it when it is seen, and answers mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.charts.style import LIGHT, ChartStyle
from desktop_app.ui.widgets.point_mark import PointMark

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from matplotlib.axes import Axes

    from desktop_app.charts.picture import PictureKind
    from desktop_app.ui.theme import Theme
    from desktop_app.ui.widgets.chart_canvas import ChartCanvas

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
LEAST_WIDTH, LEAST_HEIGHT = 160, 120


class PlotView(QWidget):
    """Owns figure and canvas for life; matplotlib is loaded when something is first drawn.

    Signals: ``clicked(x, y)`` on the axes' scales; ``hovered((x, y) or None)``; ``stepped(by)`` for
    the arrow keys: -1 left or up, +1 right or down; ``entered`` for Return and the space bar.
    """

    clicked = Signal(float, float)
    hovered = Signal(object)
    stepped = Signal(int)
    entered = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter: Callable[[Axes, ChartStyle], None] | None = None
        self._canvas: ChartCanvas | None = None
        self._mark: PointMark | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._on_theme_changed)

    @property
    def has_drawing(self) -> bool:
        """Something was drawn."""
        return self._painter is not None

    def draw(self, painter: Callable[[Axes, ChartStyle], None], description: str) -> None:
        """Show what ``painter`` draws, now and after every change of size, theme or screen.

        ``description`` says in one sentence what is to be seen.
        """
        self._painter = painter
        self.setAccessibleDescription(description)
        self._shown_canvas().show_drawing(painter, self._theme.chart_style())

    def overlay(self, point: tuple[float, float] | None, words: str) -> None:
        """Put a ring around ``point`` and name it ``words``; the chart itself is not drawn again."""
        if self._mark is not None:
            self._mark.show_point(point, words)

    def data_per_pixel(self) -> tuple[float, float]:
        """Give how much of the two scales one pixel covers."""
        return self._shown_canvas().data_per_pixel()

    def share_at(self, position: QPointF) -> tuple[float, float]:
        """Give a place on this widget as shares of the axes' width and height, upwards."""
        return self._shown_canvas().share_at(position)

    def save_picture(self, path: Path, kind: PictureKind, title: str = "") -> None:
        """Write the chart as ``png`` or ``svg`` in the colours of paper.

        Raises
        ------
        CannotWrite
            The system refuses; a file that was there before is untouched.
        """
        from desktop_app.charts.picture import draw_picture, write_picture
        from desktop_app.core.files import write_atomically

        assert self._painter is not None
        figure = draw_picture(self._painter, self._paper_style(), self._picture_size(), title)
        with write_atomically(path) as draft:
            write_picture(figure, draft, kind)

    def copy_picture(self, title: str = "") -> None:
        """Put the chart into the clipboard, in the colours of paper."""
        from desktop_app.charts.picture import draw_picture, pixels_of

        assert self._painter is not None
        figure = draw_picture(self._painter, self._paper_style(), self._picture_size(), title)
        pixels, width, height = pixels_of(figure)
        image = QImage(pixels, width, height, QImage.Format.Format_RGBA8888)
        QGuiApplication.clipboard().setImage(image.copy())  # the copy outlives ``pixels``

    def _paper_style(self) -> ChartStyle:
        return ChartStyle(LIGHT, self._theme.em)

    def _picture_size(self) -> tuple[int, int]:
        return max(self.width(), self._theme.px(400)), max(self.height(), self._theme.px(260))

    def _shown_canvas(self) -> ChartCanvas:
        if self._canvas is None:
            from desktop_app.ui.widgets.chart_canvas import ChartCanvas

            self._canvas = ChartCanvas(self._theme.chart_style())
            self._place.addWidget(self._canvas)
            self._canvas.lower()  # below whatever was laid over the chart before
            self._mark = PointMark(self._theme, self._canvas.position_of, self)
            self._mark.setGeometry(self.rect())
            self._mark.show()
        return self._canvas

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._canvas is not None and self._painter is not None:
            self._canvas.show_drawing(self._painter, self._theme.chart_style())

    # Qt overrides ---------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.px(180))  # it grows into what is free

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST_WIDTH), self._theme.px(LEAST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._mark is not None:
            self._mark.setGeometry(self.rect())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._canvas is not None:
            self.hovered.emit(self._canvas.data_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._canvas is None:
            super().mouseReleaseEvent(event)
            return
        point = self._canvas.data_at(event.position())
        if point is not None:
            self.clicked.emit(*point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.entered.emit()
        if step is None:
            super().keyPressEvent(event)
            return
        self.stepped.emit(step)
