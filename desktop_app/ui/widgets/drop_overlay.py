"""The veil over the sheet while a file hovers over the window."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme


class DropOverlay(QWidget):
    """Covers its parent while a file hovers and says what letting go will do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._covered = theme, parent
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(_("Drop a file here"))
        parent.installEventFilter(self)
        self.hide()

    def show_hover(self, file_name: str | None) -> None:
        """Cover the parent while ``file_name`` hovers; ``None`` takes the veil away."""
        self._words = _("Let go to read {name}").format(name=file_name) if file_name else ""
        self.setVisible(file_name is not None)
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._covered.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        ground = QColor(palette.tint)
        ground.setAlphaF(0.92)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(palette.accent), 2))
        radius = self._theme.px(12)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), radius, radius)
        painter.setFont(self._theme.font("title"))
        painter.setPen(QColor(palette.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
