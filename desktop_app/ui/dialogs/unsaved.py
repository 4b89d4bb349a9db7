"""Asks what shall become of choices that are saved nowhere, before they would be lost."""

from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.icon_label import IconLabel
from desktop_app.ui.widgets.labels import text_label

WIDTH = 500

Way = Literal["save", "leave", "stay"]


class UnsavedDialog(QDialog):
    """Names what was changed, ``name``; closing it is staying.

    Signals: ``answered(str)`` with one of ``Way``, once.
    """

    answered = Signal(str)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._way: Way = "stay"
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Save your work first?"))
        self.setMinimumWidth(theme.px(WIDTH))
        self._build(name)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.leave_button.clicked.connect(self._on_leave_clicked)
        self.stay_button.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)

    def _build(self, name: str) -> None:
        px, theme = self._theme.px, self._theme
        words = QVBoxLayout()
        words.setSpacing(px(4))
        title = _("Save “{name}” first?").format(name=name)
        words.addWidget(text_label(title, theme, "heading", wrap=True))
        advice = _("What you chose and named since the last save is in no file yet.")
        words.addWidget(text_label(advice, theme, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(IconLabel("save", "accent", theme, 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.stay_button = push_button(_("Stay"), theme, "quiet")
        self.leave_button = push_button(_("Leave without saving"), theme)
        self.save_button = push_button(_("Save"), theme, "main")
        self.save_button.setDefault(True)
        answers = QHBoxLayout()
        answers.addStretch(1)
        for button in (self.stay_button, self.leave_button, self.save_button):
            answers.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(18))
        column.addLayout(row)
        column.addLayout(answers)

    @Slot()
    def _on_save_clicked(self) -> None:
        self._way = "save"
        self.accept()

    @Slot()
    def _on_leave_clicked(self) -> None:
        self._way = "leave"
        self.accept()

    @Slot()
    def _on_finished(self) -> None:
        self.answered.emit(self._way)
