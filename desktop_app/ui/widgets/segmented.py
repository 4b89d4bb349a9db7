"""A choice of two to five, all in sight."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.flow_rows import FlowRows

ICON_PX = 16


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
        self._labels = dict(options)
        self._icons: dict[str, str] = {}
        self.setProperty("role", "segmented")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._build(options)
        self._chosen = options[0][0]
        self.choose(self._chosen)
        self._group.buttonClicked.connect(self._on_group_button_clicked)
        theme.changed.connect(self._on_theme_changed)

    @property
    def chosen(self) -> str:
        """The key of the chosen option."""
        return self._chosen

    def choose(self, key: str) -> None:
        """Show ``key`` as chosen, silently."""
        self._chosen = key
        self._buttons[key].setChecked(True)

    def rename(self, key: str, label: str) -> None:
        """Give an option other words."""
        self._labels[key] = label
        self._buttons[key].setAccessibleName(label)
        if key not in self._icons:
            self._buttons[key].setText(label)

    def show_only(self, keys: Collection[str]) -> None:
        """Offer only some of the options; if the chosen one is not among them, the first is chosen."""
        for key, button in self._buttons.items():
            button.setVisible(key in keys)
        if keys and self._chosen not in keys:
            self.choose(next(key for key in self._buttons if key in keys))

    def show_icons(self, icon_by_key: Mapping[str, str]) -> None:
        """Show icons instead of words where room is scarce; without any the words come back."""
        self._icons = dict(icon_by_key)
        # Words may go on below each other; icons that do are no bar any more.
        policy = QSizePolicy.Policy.Fixed if self._icons else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, policy)
        side = self._theme.px(ICON_PX)
        for key, button in self._buttons.items():
            icon = self._icons.get(key)
            button.setText("" if icon else self._labels[key])
            button.setToolTip(self._labels[key] if icon else "")
            button.setIcon(self._theme.icon(icon, "text", ICON_PX) if icon else QIcon())
            button.setIconSize(QSize(side, side))

    def _build(self, options: Sequence[tuple[str, str]]) -> None:
        row = FlowRows(self, spacing=0, row_spacing=0)
        row.setContentsMargins(2, 2, 2, 2)
        for key, label in options:
            button = QRadioButton(label, self)
            button.setAccessibleName(label)
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

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._icons:
            self.show_icons(self._icons)
