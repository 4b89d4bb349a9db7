"""A few figures, each with its name: what a table of two columns says, for beside a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.theme import Theme


class FigureList(Card):
    """Shows pairs of name and figure below each other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, kind="well")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(3))
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def show_figures(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show other pairs."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row, (name, figure) in enumerate(lines):
            value = text_label(figure, self._theme, "small_strong", wrap=True)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(text_label(name, self._theme, "small", "text2"), row, 0)
            self._grid.addWidget(value, row, 1)
