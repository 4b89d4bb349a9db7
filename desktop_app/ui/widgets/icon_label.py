"""An icon beside words: it says nothing by itself and follows the theme."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel

from desktop_app.ui.theme import Theme

SIZE = 17


class IconLabel(QLabel):
    """Shows icon ``name`` in the colour that the palette calls ``tone``."""

    def __init__(self, name: str, tone: str, theme: Theme, size: float = SIZE) -> None:
        super().__init__()
        self._name, self._tone, self._theme, self._size = name, tone, theme, size
        theme.changed.connect(self._draw)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        size = self._theme.px(self._size)
        self.setPixmap(self._theme.pixmap(self._name, self._tone, size))
