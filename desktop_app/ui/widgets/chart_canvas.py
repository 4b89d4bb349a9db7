"""The canvas of one chart. It alone imports matplotlib's Qt side, when a chart is first drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QResizeEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle

WHOLE = (0.0, 0.0, 1.0, 1.0)


class ChartCanvas(FigureCanvasQTAgg):
    """A picture that is made when it is next seen; the mouse and the keys are its owner's."""

    def __init__(self, style: ChartStyle) -> None:
        super().__init__(Figure(dpi=style.dpi))
        self._style = style
        self._draw: Callable[[Axes, ChartStyle], None] | None = None
        self._is_stale = False
        self.axes: Axes = self.figure.add_axes(WHOLE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_drawing(self, draw: Callable[[Axes, ChartStyle], None], style: ChartStyle) -> None:
        """Show another drawing, or the same one in another style."""
        self._draw, self._style = draw, style
        self._is_stale = True
        self.draw_idle()

    def draw(self) -> None:
        """Bring the figure up to date with drawing, style and size, and render it."""
        if self._is_stale and self._draw is not None:
            self._is_stale = False
            self.axes.remove()  # clearing it first would take longer than the drawing
            self.figure.set_facecolor(self._style.palette.sheet)
            self.axes = self.figure.add_axes(WHOLE)
            self._draw(self.axes, self._style)
        super().draw()

    def data_at(self, position: QPointF) -> tuple[float, float] | None:
        """Give the place on the axes' scales under ``position``; ``None`` beside the axes."""
        pixel = self.mouseEventCoords(position)
        if not self.axes.bbox.contains(*pixel):
            return None
        x, y = self.axes.transData.inverted().transform(pixel)
        return float(x), float(y)

    def share_at(self, position: QPointF) -> tuple[float, float]:
        """Give the place under ``position`` as shares of the axes' width and height."""
        across, up = self.axes.transAxes.inverted().transform(self.mouseEventCoords(position))
        return float(across), float(up)

    def position_of(self, x: float, y: float) -> QPointF:
        """Give the place on the widget of (x, y) on the axes' scales."""
        ratio = self.device_pixel_ratio
        across, up = self.axes.transData.transform((x, y))
        return QPointF(across / ratio, (self.figure.bbox.height - up) / ratio)

    def data_per_pixel(self) -> tuple[float, float]:
        """Give how much of each scale one pixel of the widget covers."""
        (x0, x1), (y0, y1) = self.axes.get_xlim(), self.axes.get_ylim()
        box, ratio = self.axes.bbox, self.device_pixel_ratio
        return abs(x1 - x0) * ratio / box.width, abs(y1 - y0) * ratio / box.height

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._is_stale = True  # margins in em and the free places of names depend on the size
        super().resizeEvent(event)
