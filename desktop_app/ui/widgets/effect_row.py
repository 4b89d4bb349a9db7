"""A choice in words with what it does to the list, before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme


class EffectRow(QWidget):
    """A question, two or three answers, and a line that says the effect of the chosen one.

    Signals: ``choice_changed(key)``.
    """

    choice_changed = Signal(str)

    def __init__(self, question: str, options: Sequence[tuple[str, str]], theme: Theme) -> None:
        super().__init__()
        self.control = SegmentedControl(options, theme, question)
        self._effect = text_label("", theme, "small", "text2", wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(4))
        self.column.addWidget(text_label(question, theme, "body_strong", wrap=True))
        answers = QHBoxLayout()
        answers.addWidget(self.control)
        answers.addStretch(1)
        self.column.addLayout(answers)
        self.column.addWidget(self._effect)
        self.control.choice_changed.connect(self.choice_changed)

    @property
    def effect(self) -> str:
        """What is said about the chosen answer."""
        return self._effect.text()

    def show_effect(self, words: str) -> None:
        """Say what the chosen answer does."""
        self._effect.setText(words)
