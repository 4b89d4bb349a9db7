"""Cards: a thin line around things that belong together."""

from typing import Literal

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.charts.style import Palette
from desktop_app.ui.theme import Theme

CardKind = Literal["card", "well", "chosen", "good", "info"]

RADIUS = 10.0
PADDING = 13

_LOOKS: dict[CardKind, tuple[str, str, float]] = {
    "card": ("sheet", "line", 1.0),
    "well": ("sunken", "sunken", 1.0),
    "chosen": ("sheet", "accent", 2.0),
    "good": ("tint", "tint", 1.0),
    "info": ("info_ground", "info_edge", 1.0),
}
"""Ground, edge and its width, by kind."""


class Card(QFrame):
    """A frame with a column of things in ``body``; a well is sunken, a chosen card has an edge.

    Good and info carry news that belongs to the page, in the colours of the message bar. The edge
    is painted, not styled: a style sheet's border would move the contents when it grows.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, kind: CardKind = "card"
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: CardKind = kind
        padding = theme.px(PADDING)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(theme.px(8))
        theme.changed.connect(self._on_theme_changed)

    @property
    def kind(self) -> CardKind:
        """What this card looks like."""
        return self._kind

    def set_kind(self, kind: CardKind) -> None:
        """Become another kind of card; nothing inside moves."""
        self._kind = kind
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, edge, width = _LOOKS[self._kind]
        palette = self._theme.palette
        rect = QRectF(self.rect())
        _paint_frame(QPainter(self), rect, getattr(palette, ground), getattr(palette, edge), width)


def paint_card(
    painter: QPainter, rect: QRectF, palette: Palette, *, is_chosen: bool, is_hovered: bool
) -> None:
    """Draw the ground and edge of a card that is itself a button."""
    ground = palette.sunken if is_hovered and not is_chosen else palette.sheet
    if is_chosen:
        _paint_frame(painter, rect, ground, palette.accent, 2.0)
    else:
        _paint_frame(painter, rect, ground, palette.line, 1.0)


def _paint_frame(painter: QPainter, rect: QRectF, ground: str, edge: str, width: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), width))
    painter.setBrush(QColor(ground))
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
