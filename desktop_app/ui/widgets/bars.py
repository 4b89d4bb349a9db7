"""Thin rounded bars: a share of a whole, and how far a job has come."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from desktop_app.charts.style import Palette
from desktop_app.ui.theme import Theme


def paint_bar(painter: QPainter, rect: QRectF, fill: str, edge: str | None) -> None:
    """Draw one block of a bar, its ends half round, with its edge if it has one."""
    if edge is not None:
        rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill))
    painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(QColor(edge), 1.0))
    radius = min(rect.height(), rect.width()) / 2
    painter.drawRoundedRect(rect, radius, radius)


class ShareBar(QWidget):
    """A share of the whole as a bar on its track: in ``tone``, or in the colour of a group."""

    def __init__(self, theme: Theme, name: str, tone: str = "line2") -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        self._share = 0.0
        self._segment: int | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_share(self, share: float, segment: int | None = None) -> None:
        """Show ``share`` between 0 and 1 in the colour of ``segment``, or in the tone."""
        self._share = min(1.0, max(0.0, share))
        self._segment = segment
        self.setAccessibleDescription(f"{self._share:.0%}")
        self.update()

    def _colors(self, palette: Palette) -> tuple[str, str | None]:
        if self._segment is None:
            return getattr(palette, self._tone), None
        return palette.fill(self._segment), palette.edge(self._segment)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(6))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(30), self._theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        track = QRectF(self.rect())
        paint_bar(painter, track, self._theme.palette.hover, None)
        if self._share > 0:
            width = max(track.height(), track.width() * self._share)
            fill, edge = self._colors(self._theme.palette)
            paint_bar(painter, QRectF(0, 0, width, track.height()), fill, edge)


class WorkBar(QProgressBar):
    """How far a job has come; an empty track while nobody knows."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setRange(0, 100)
        self.setFixedHeight(theme.px(8))
        theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        track = QRectF(self.rect())
        paint_bar(painter, track, self._theme.palette.hover, None)
        span = self.maximum() - self.minimum()
        if span > 0 and self.value() > self.minimum():
            share = (self.value() - self.minimum()) / span
            width = max(track.height(), track.width() * share)
            done = QRectF(0, 0, width, track.height())
            paint_bar(painter, done, self._theme.palette.accent, None)
