"""Cards: a thin line around things that belong together."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.charts.style import Palette
from desktop_app.ui.style_sheet import set_style_property
from desktop_app.ui.theme import Theme

CardKind = Literal["card", "well", "chosen", "good", "info"]

RADIUS = 10.0
PADDING = 12


class Card(QFrame):
    """A frame with a column of things in ``body``; a well is sunken, a chosen card has an edge.

    Good and info carry news that belongs to the page, in the colours of the message bar.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, kind: CardKind = "card"
    ) -> None:
        super().__init__(parent)
        self._padding = theme.px(PADDING)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setSpacing(8)
        self.set_kind(kind)

    def set_kind(self, kind: CardKind) -> None:
        """Become another kind of card; nothing inside moves."""
        set_style_property(self, "kind", kind)
        inside = self._padding - (1 if kind == "chosen" else 0)
        self.body.setContentsMargins(inside, inside, inside, inside)


def paint_card(
    painter: QPainter, rect: QRectF, palette: Palette, *, is_chosen: bool, is_hovered: bool
) -> None:
    """Draw the ground and edge of a card that is itself a button."""
    width = 2.0 if is_chosen else 1.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.accent if is_chosen else palette.line), width))
    painter.setBrush(QColor(palette.sunken if is_hovered and not is_chosen else palette.sheet))
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)
