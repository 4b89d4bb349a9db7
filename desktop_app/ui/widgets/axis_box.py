"""The choice of an axis: as wide as its words, shortened where there is no room for them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.choice_box import ChoiceBox

LEAST_LETTERS = 4  # shortened words have at least the room of these


class AxisBox(ChoiceBox):
    """A choice box that asks for the room of what it shows, not of its longest choice."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, parent=parent)
        self.setFont(theme.font("small_medium"))
        self.setMinimumContentsLength(LEAST_LETTERS)
        self.currentTextChanged.connect(self.updateGeometry)

    # Qt overrides ---------------------------------------------------------------------------

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )

    def sizeHint(self) -> QSize:
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        metrics = self.fontMetrics()
        words = QSize(metrics.horizontalAdvance(self.currentText()) + 2, metrics.height())
        kind = QStyle.ContentsType.CT_ComboBox
        needed = self.style().sizeFromContents(kind, option, words, self)
        return QSize(needed.width(), super().sizeHint().height())
