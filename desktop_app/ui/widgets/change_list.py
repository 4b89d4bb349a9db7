"""What was changed so far: one line each, with the way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.icon_label import IconLabel
from desktop_app.ui.widgets.labels import text_label


class ChangeList(Card):
    """Lists changes as pairs of a column and what was done; without any there is no card.

    Signals: ``taking_back_requested(place)`` for the change at a place of the list.
    """

    taking_back_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, kind="well")
        self._theme = theme
        self._changes: tuple[tuple[str, str], ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(2))
        self.body.setContentsMargins(theme.px(13), theme.px(8), theme.px(8), theme.px(8))
        self.body.setSpacing(theme.px(4))
        self.body.addWidget(text_label(_("What was changed so far"), theme, "body_strong"))
        self.body.addLayout(self._lines)
        self.hide()

    def show_changes(self, changes: Sequence[tuple[str, str]]) -> None:
        """List ``changes``, the latest last."""
        if tuple(changes) == self._changes:
            return
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        if had_keyboard:
            # Hidden with the keyboard in it, a button would hand it on, and the page would jump.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._changes = tuple(changes)
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for place, (title, sentence) in enumerate(self._changes):
            self._lines.addWidget(self._line(place, title, sentence))
        self.setVisible(bool(changes))
        if had_keyboard:
            QTimer.singleShot(0, self, self._focus_last)

    def _focus_last(self) -> None:
        buttons = [b for b in self.findChildren(QPushButton) if b.isVisibleTo(self)]
        if self.hasFocus() and buttons:
            buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, place: int, title: str, sentence: str) -> QWidget:
        theme = self._theme
        words = f"{title}: {sentence}" if title else sentence
        button = push_button(_("Take back"), theme, "quiet", "undo")
        button.setAccessibleName(_("Take back: {change}").format(change=words))
        button.clicked.connect(partial(self._take_back, place))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(9))
        row.addWidget(IconLabel("tick", "accent", theme, 15))
        row.addWidget(text_label(words, theme, wrap=True), 1)
        row.addWidget(button)
        return line

    def _take_back(self, place: int, _is_checked: bool = False) -> None:
        self.taking_back_requested.emit(place)
