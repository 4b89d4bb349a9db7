"""Buttons: words that name their result, and small icons with a tooltip."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop_app.ui.style_sheet import set_style_property
from desktop_app.ui.theme import Theme

_FONT_ROLES = {
    "main": "body_strong",
    "second": "body_medium",
    "quiet": "body_medium",
    "small": "small_medium",
    "chosen": "small_medium",
}
_ICON_TONES = {
    "main": "on",
    "second": "text",
    "quiet": "accent",
    "small": "text",
    "chosen": "accent",
}
ICON_PX = 16
SMALL_ICON_PX = 15
TICK_PX = 14
LONE_ICON_PX = 18
ICON_BUTTON_PX = 28


class TintedButton(QPushButton):
    """A push button whose icon takes the colour of its words."""

    def __init__(self, theme: Theme, icon: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        theme.changed.connect(self._on_theme_changed)

    def set_kind(self, kind: str) -> None:
        """Become main, second, quiet, small or chosen."""
        self.setFont(self._theme.font(_FONT_ROLES[kind]))
        set_style_property(self, "kind", kind)
        self._tint()

    def set_icon_name(self, icon: str | None) -> None:
        """Show another icon, or none."""
        self._icon_name = icon
        self._tint()

    def _tint(self) -> None:
        kind = self.property("kind")
        name = "tick" if kind == "chosen" else self._icon_name
        if name is None:
            self.setIcon(QIcon())
            return
        size = {"chosen": TICK_PX, "small": SMALL_ICON_PX}.get(kind, ICON_PX)
        self.setIcon(self._theme.icon(name, _ICON_TONES[kind], size))
        self.setIconSize(QSize(self._theme.px(size), self._theme.px(size)))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._tint()


class IconButton(QToolButton):
    """A lone icon; its tooltip is its name."""

    def __init__(self, icon: str, tooltip: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon_name = icon
        self.setToolTip(tooltip)
        self.setAccessibleName(tooltip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        size, side = theme.px(LONE_ICON_PX), theme.px(ICON_BUTTON_PX)
        self.setIconSize(QSize(size, size))
        self.setFixedSize(side, side)
        self._tint()
        theme.changed.connect(self._on_theme_changed)

    def _tint(self) -> None:
        self.setIcon(self._theme.icon(self._icon_name, "text", LONE_ICON_PX))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._tint()


def push_button(
    text: str, theme: Theme, kind: str = "second", icon: str | None = None
) -> TintedButton:
    """Make a button of kind main, second, quiet, small or chosen."""
    button = TintedButton(theme, icon)
    button.setText(text)
    button.set_kind(kind)
    return button


def icon_button(icon: str, tooltip: str, theme: Theme) -> IconButton:
    """Make a square button that shows only an icon."""
    return IconButton(icon, tooltip, theme)


def set_kind(button: QPushButton, kind: str) -> None:
    """Turn ``button``, made by ``push_button``, into another kind."""
    if not isinstance(button, TintedButton):
        raise TypeError("only buttons made by push_button have a kind")
    button.set_kind(kind)
