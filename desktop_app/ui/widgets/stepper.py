"""A number between two buttons: "- 6 +"."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSpinBox, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.labels import text_label

MOST_GROUPS = 30


class Stepper(QSpinBox):
    """A spin box with its buttons at either side; ``value_chosen`` carries the user's number."""

    value_chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        minimum: int,
        maximum: int,
        value: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "stepper")
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setFont(theme.font("body_strong"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.PlusMinus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)  # "12" on the way to "120" is no choice
        self.setRange(minimum, maximum)
        self.setValue(value)
        self.setMinimumWidth(theme.px(92))
        self.setFixedHeight(theme.px(30))
        self.valueChanged.connect(self._on_value_changed)

    def show_value(self, value: int) -> None:
        """Show ``value`` silently."""
        with QSignalBlocker(self):
            self.setValue(value)

    def show_range(self, minimum: int, maximum: int) -> None:
        """Allow ``minimum`` to ``maximum``, silently."""
        with QSignalBlocker(self):
            self.setRange(minimum, maximum)

    @Slot(int)
    def _on_value_changed(self, value: int) -> None:
        self.value_chosen.emit(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A page that scrolls under the mouse must not change numbers on its way.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def in_sentence(before: str, field: Stepper, after: str, theme: Theme) -> QWidget:
    """Put a field into its sentence; the sentence moves as one when the room runs out."""
    sentence = QWidget()
    row = QHBoxLayout(sentence)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(6))
    row.addWidget(text_label(before, theme))
    row.addWidget(field)
    if after:
        row.addWidget(text_label(after, theme))
    return sentence
