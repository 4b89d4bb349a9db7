"""A fact with a bar under it that says how much there is of something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.widgets.bars import ShareBar
from desktop_app.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme


class BarRow(QWidget):
    """Name and words on one line, and below them the bar of a ``share`` between 0 and 1."""

    def __init__(self, name: str, words: str, share: float, theme: Theme, *, tone: str) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(text_label(name, theme, "small_medium", wrap=True), 1)
        head.addWidget(text_label(words, theme, "small", "text2"))
        bar = ShareBar(theme, name, tone)
        bar.show_share(share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        column.addLayout(head)
        column.addWidget(bar)
