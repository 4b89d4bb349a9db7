"""A combo box that only changes when it is meant to."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.plain_words import plain_tooltip

LEAST_LETTERS = 8


class ChoiceBox(QComboBox):
    """One choice out of many.

    Signals: ``choice_made(key)`` when the user chose something else than what was shown.
    """

    choice_made = Signal(object)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self.setAccessibleName(name)
        self.setFont(theme.font("body"))
        # A long name in the user's file must not push a page's columns apart.
        self.setMinimumContentsLength(LEAST_LETTERS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._on_activated)

    def show_choices(self, words_by_key: Mapping[str | None, str], chosen: str | None) -> None:
        """Offer ``words_by_key`` and show ``chosen``, silently."""
        self._shown = chosen
        self.clear()
        for key, words in words_by_key.items():
            self.addItem(words, key)
        self.setCurrentIndex(list(words_by_key).index(chosen) if chosen in words_by_key else -1)
        self.setToolTip(plain_tooltip(self.currentText()))
        # The list may be wider than the box.
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + self.fontMetrics().height())

    def width_of_words(self) -> int:
        """Give the width at which the longest choice is wholly seen."""
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count()))
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        words = QSize(widest, metrics.height())
        kind = QStyle.ContentsType.CT_ComboBox
        return self.style().sizeFromContents(kind, option, words, self).width()

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        key = self.itemData(index)
        if key != self._shown:
            self._shown = key
            self.choice_made.emit(key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel scrolls the page; turning it above a box must not change a choice.
        event.ignore()
