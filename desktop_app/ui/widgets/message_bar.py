"""News for one page: a sentence, and at most two answers."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop_app.i18n import _
from desktop_app.ui.style_sheet import set_style_property
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import icon_button, push_button
from desktop_app.ui.widgets.labels import text_label

Tone = Literal["good", "info", "amber", "stop"]

PASSING_MS = 8_000  # long enough to read two lines twice

_ICONS = {
    "good": ("tick", "accent"),
    "info": ("info", "info"),
    "amber": ("warn", "amber"),
    "stop": ("warn", "stop"),
}
CLOSE = "close"
"""Key of the answer that every message without answers has."""


@dataclass(frozen=True, slots=True)
class Message:
    """What happened and what can be done; ``actions`` pairs a key with the words of its button.

    A passing message leaves by itself, unless it is pointed at.
    """

    tone: Tone
    text: str
    actions: tuple[tuple[str, str], ...] = ()
    is_passing: bool = False


class MessageBar(QFrame):
    """Stands above the body of a page; ``action_chosen`` carries the key of the user's answer."""

    action_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._message: Message | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PASSING_MS)
        self._build()
        self._timer.timeout.connect(self.clear)
        theme.changed.connect(self._on_theme_changed)

    @property
    def message(self) -> Message | None:
        """The message on show, if any."""
        return self._message

    def show_message(self, message: Message) -> None:
        """Show ``message`` in place of the one before."""
        self._timer.stop()
        self._message = message
        self._text.setText(message.text)
        self.setAccessibleName(message.text)
        set_style_property(self, "tone", message.tone)
        self._tint()
        self._show_answers(message)
        self.show()
        self._announce()
        if message.is_passing:
            self._timer.start()

    @Slot()
    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._message = None
        self.hide()

    def clear_if(self, tone: Tone) -> None:
        """Take the message away if it is of ``tone``."""
        if self._message is not None and self._message.tone == tone:
            self.clear()

    def _build(self) -> None:
        px = self._theme.px
        self.setProperty("role", "message")
        self.setProperty("tone", "info")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._icon = QLabel()
        self._text = text_label("", self._theme, wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._answers: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(13), px(7), px(8), px(7))
        self._row.setSpacing(px(8))
        self._row.addWidget(self._icon)
        self._row.addSpacing(px(2))
        self._row.addWidget(self._text, 1)
        self.setMinimumHeight(px(42))
        self.hide()

    def _show_answers(self, message: Message) -> None:
        for answer in self._answers:
            self._row.removeWidget(answer)
            answer.hide()
            answer.deleteLater()
        self._answers = [*self._buttons(message)]
        for answer in self._answers:
            self._row.addWidget(answer)

    def _buttons(self, message: Message) -> list[QWidget]:
        if not message.actions:
            close = icon_button("close", _("Close this message"), self._theme)
            close.setProperty("answer", CLOSE)
            close.clicked.connect(self._on_answer_clicked)
            return [close]
        buttons: list[QWidget] = []
        last_key = message.actions[-1][0]
        for key, words in message.actions:
            is_firm = key == last_key and message.tone != "good"
            button = push_button(words, self._theme, "small" if is_firm else "quiet")
            button.setFont(self._theme.font("small_medium"))
            button.setProperty("answer", key)
            button.clicked.connect(self._on_answer_clicked)
            buttons.append(button)
        return buttons

    def _tint(self) -> None:
        if self._message is not None:
            name, tone = _ICONS[self._message.tone]
            self._icon.setPixmap(self._theme.pixmap(name, tone, self._theme.px(17)))

    def _announce(self) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @Slot()
    def _on_answer_clicked(self) -> None:
        key = self.sender().property("answer")
        self.clear()
        if key != CLOSE:
            self.action_chosen.emit(key)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._tint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self._message is not None and self._message.is_passing:
            self._timer.start()
        super().leaveEvent(event)
