"""Things side by side where there is room for it, below one another where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme

LEAST_EMS = 60
"""A page narrower than this is read in one column and scrolled down, never sideways."""

Direction = QBoxLayout.Direction
ANY_WIDTH = 16_777_215  # Qt's own largest size


class Columns(QWidget):
    """One row of widgets that becomes one column when the window is narrow or the text is large.

    Signals: ``turned(is_row)`` when a row became a column or the other way round.
    """

    turned = Signal(bool)

    def __init__(self, theme: Theme, spacing: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._widths: dict[QWidget, float] = {}
        self._is_row = True
        self._row = QBoxLayout(Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(spacing))

    def add(self, widget: QWidget, width: float | None = None) -> None:
        """Add a widget of ``width`` px at an em of 13 px; ``None`` takes what is left.

        A widget without a width can be squeezed, so that long words never push others out.
        """
        if width is None:
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, widget.sizePolicy().verticalPolicy())
        else:
            self._widths[widget] = width
        self._row.addWidget(widget, 1 if width is None else 0)
        self._fit()

    def set_width(self, widget: QWidget, width: float) -> None:
        """Change the width of a widget that has one."""
        self._widths[widget] = width
        self._fit()

    def _fit(self) -> None:
        is_wide = self.width() >= LEAST_EMS * self._theme.em
        self._row.setDirection(Direction.LeftToRight if is_wide else Direction.TopToBottom)
        for widget, width in self._widths.items():
            pixels = self._theme.px(width)
            widget.setMinimumWidth(pixels if is_wide else 0)
            widget.setMaximumWidth(pixels if is_wide else ANY_WIDTH)
        if is_wide != self._is_row:
            self._is_row = is_wide
            self.turned.emit(is_wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
