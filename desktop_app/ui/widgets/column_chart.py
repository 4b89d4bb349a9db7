"""A small chart of columns, for beside a name: the shape of a distribution and nothing more."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import Theme

GAP = 1.5
ODD_HEIGHT = 6  # an unusual value must be seen even if it is one of a thousand


class ColumnChart(QWidget):
    """Draws counts as columns on a line; odd ones are amber."""

    def __init__(self, theme: Theme, height_px: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._height_px = theme, height_px
        self._counts: tuple[int, ...] = ()
        self._odd: frozenset[int] = frozenset()
        self._tone = "grey"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_bars(
        self,
        counts: Sequence[int],
        *,
        tone: str = "grey",
        odd: Collection[int] = frozenset(),
        name: str = "",
    ) -> None:
        """Draw one column per count in ``tone`` (accent or grey); places in ``odd`` are amber."""
        self._counts, self._tone, self._odd = tuple(counts), tone, frozenset(odd)
        self.setAccessibleName(name)
        self.setAccessibleDescription(" ".join(str(count) for count in counts))
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(self._height_px))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self._theme.px(self._height_px))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self._theme.palette
        floor = self.height() - 1.0
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawLine(0, int(floor), self.width(), int(floor))
        highest = max(self._counts, default=0)
        if highest == 0:
            return
        fill = QColor(palette.accent if self._tone == "accent" else palette.line2)
        room = self.width() / len(self._counts)
        for place, count in enumerate(self._counts):
            is_odd = place in self._odd
            least = self._theme.px(ODD_HEIGHT) if is_odd else 1.0
            height = max(least, floor * count / highest) if count else 0.0
            bar = QRectF(place * room, floor - height, max(1.0, room - GAP), height)
            painter.fillRect(bar, QColor(palette.amber) if is_odd else fill)
