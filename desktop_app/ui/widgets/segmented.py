"""A choice of two to five, all in sight."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QRadioButton, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.flow_rows import FlowRows


class SegmentedControl(QFrame):
    """Radio buttons on one bar; ``choice_changed`` carries the key that the user chose."""

    choice_changed = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[str, QRadioButton] = {}
        self.setProperty("role", "segmented")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._build(options)
        self._chosen = options[0][0]
        self.choose(self._chosen)
        self._group.buttonClicked.connect(self._on_group_button_clicked)

    @property
    def chosen(self) -> str:
        """The key of the chosen option."""
        return self._chosen

    def choose(self, key: str) -> None:
        """Show ``key`` as chosen, silently."""
        self._chosen = key
        self._buttons[key].setChecked(True)

    def _build(self, options: Sequence[tuple[str, str]]) -> None:
        row = FlowRows(self, spacing=0, row_spacing=0)
        row.setContentsMargins(2, 2, 2, 2)
        for key, label in options:
            button = QRadioButton(label, self)
            button.setProperty("kind", "segment")
            button.setFont(self._theme.font("small_strong"))
            self._buttons[key] = button
            self._group.addButton(button)
            row.addWidget(button)

    @Slot(QAbstractButton)
    def _on_group_button_clicked(self, button: QAbstractButton) -> None:
        key = next(key for key, known in self._buttons.items() if known is button)
        if key != self._chosen:
            self._chosen = key
            self.choice_changed.emit(key)
