"""What became of each group, one row each: its piece, its name, the reason, and the figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.piece import PieceLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Theme

PIECE_PX = 20


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A group then and now: ``sizes`` such as "86 → 97", ``change`` such as "+11 (+13 %)"."""

    piece: int
    name: str
    words: str
    sizes: str
    change: str


class ChangeRows(QWidget):
    """Lists the groups below each other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[ChangeLine, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(5))

    @property
    def lines(self) -> tuple[ChangeLine, ...]:
        """What is listed."""
        return self._lines

    def show_lines(self, lines: Sequence[ChangeLine]) -> None:
        """List ``lines``."""
        if self._lines == tuple(lines):
            return
        self._lines = tuple(lines)
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for place, line in enumerate(lines):
            if place:
                rule = QFrame()
                rule.setProperty("role", "rule")
                rule.setFixedHeight(1)
                self._column.addWidget(rule)
            self._column.addWidget(self._row(line))
        self._column.addStretch(1)

    def _row(self, line: ChangeLine) -> QWidget:
        theme, row = self._theme, QWidget()
        words, figures = QVBoxLayout(), QVBoxLayout()
        words.addWidget(text_label(line.name, theme, "body_strong", wrap=True))
        if line.words:
            words.addWidget(text_label(line.words, theme, "small", "text2", wrap=True))
        right = Qt.AlignmentFlag.AlignRight
        figures.addWidget(text_label(line.change, theme, "body_strong"), 0, right)
        figures.addWidget(text_label(line.sizes, theme, "small", "text2"), 0, right)
        for column in (words, figures):
            column.setSpacing(theme.px(1))
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(9))
        inside.addWidget(PieceLabel(line.piece, theme, size_px=PIECE_PX))
        inside.addLayout(words, 1)
        inside.addLayout(figures)
        return row
