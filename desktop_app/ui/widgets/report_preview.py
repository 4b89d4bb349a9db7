"""A printed page as it will look: white paper with a soft shadow, whatever the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.charts.style import LIGHT

if TYPE_CHECKING:
    from desktop_app.report.pdf import PagePicture
    from desktop_app.ui.theme import Theme

A4 = 297 / 210
MARGIN = 8  # of the paper to the edge of the widget, for its shadow
LEAST_WIDTH, GOOD_WIDTH = 150, 316
FINENESS = 3  # letters this small stand unevenly when each is put on whole pixels
_SHADOW_RINGS, _SHADOW_ALPHA = 5, 9
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
}


class ReportPreview(QWidget):
    """Shows one page as large as it has room.

    Signals: ``turned(by)`` when a key asks for the page before (-1) or after (1); ``resized`` when
    the page has another size, so that a picture of that size is sharper.
    """

    turned = Signal(int)
    resized = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image: QImage | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        width = theme.px(LEAST_WIDTH)
        self.setMinimumSize(width, int(width * A4))

    @property
    def has_page(self) -> bool:
        """A page is shown."""
        return self._image is not None

    @property
    def pixels(self) -> int:
        """The height of a picture that is good for the screen."""
        return FINENESS * self._screen_pixels()

    def show_picture(self, picture: PagePicture, words: str) -> None:
        """Show another page; ``words`` say which."""
        form = QImage.Format.Format_RGBA8888
        image = QImage(picture.pixels, picture.width, picture.height, form)
        smooth = Qt.TransformationMode.SmoothTransformation
        self._image = image.scaledToHeight(self._screen_pixels(), smooth).copy()
        self.setAccessibleDescription(words)
        self.update()

    def clear(self) -> None:
        """Show an empty page."""
        self._image = None
        self.setAccessibleDescription("")
        self.update()

    def _screen_pixels(self) -> int:
        return max(1, round(self._page().height() * self.devicePixelRatioF()))

    def _page(self) -> QRectF:
        margin = self._theme.px(MARGIN)
        room = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        width = min(room.width(), room.height() / A4)
        return QRectF(room.center().x() - width / 2, room.top(), width, width * A4)

    # Qt overrides ---------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        width = self._theme.px(GOOD_WIDTH)
        return QSize(width, int(width * A4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turned.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = self._page()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, _SHADOW_ALPHA))
        for ring in range(_SHADOW_RINGS, 0, -1):
            painter.drawRoundedRect(page.adjusted(-ring, 2 - ring, ring, 2 + ring), ring, ring)
        painter.setBrush(QColor(LIGHT.sheet))
        painter.setPen(QPen(QColor(LIGHT.line), 1.0))
        painter.drawRect(page)
        if self._image is not None:
            painter.drawImage(page, self._image)
