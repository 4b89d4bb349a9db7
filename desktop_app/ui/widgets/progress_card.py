"""What is being worked on, how far it has come, and the way out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.bars import WorkBar
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import text_label


class ProgressCard(Card):
    """Takes the place where the result will stand; ``cancelled`` when the user wants out."""

    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._text = text_label("", theme, "body_strong", wrap=True)
        self._share = text_label("", theme, "small", "text2")
        self._bar = WorkBar(theme, _("Progress"))
        self.cancel_button = push_button(_("Cancel"), theme, "small")
        words, work = QHBoxLayout(), QHBoxLayout()
        words.addWidget(self._text, 1)
        words.addWidget(self._share)
        work.setSpacing(theme.px(12))
        work.addWidget(self._bar, 1)
        work.addWidget(self.cancel_button)
        self.body.setSpacing(theme.px(4))
        self.body.addLayout(words)
        self.body.addLayout(work)
        self.cancel_button.clicked.connect(self._on_cancel_button_clicked)

    def show_progress(self, percent: int | None, text: str) -> None:
        """Show the step in words and ``percent`` of the whole, ``None`` while nobody knows."""
        self._text.setText(text)
        self._share.setText("" if percent is None else f"{percent} %")
        self._bar.setAccessibleDescription(text)
        self._bar.setValue(percent or 0)

    def _on_cancel_button_clicked(self) -> None:
        self.cancelled.emit()
