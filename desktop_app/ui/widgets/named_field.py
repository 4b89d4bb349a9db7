"""A field with its word in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme


class NamedField(QWidget):
    """Shows a word and a field side by side; the word can change."""

    def __init__(self, words: str, field: QWidget, theme: Theme) -> None:
        super().__init__()
        self._label = text_label(words, theme, tone="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self._label)
        row.addWidget(field, 1)

    def set_words(self, words: str) -> None:
        """Show another word."""
        self._label.setText(words)
