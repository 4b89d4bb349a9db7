"""Tells calmly that something of ours went wrong, and what can be passed on about it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.icon_label import IconLabel
from desktop_app.ui.widgets.labels import text_label

WIDTH = 520
DETAILS_HEIGHT = 150


class ProblemDialog(QDialog):
    """Shows ``details``, which name places in the program and hold nothing from the user's file."""

    def __init__(self, details: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._details = f"Clientele {__version__}\n{details.strip()}\n"
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Something unexpected happened"))
        self.setMinimumWidth(theme.px(WIDTH))
        self._build()
        self.copy_button.clicked.connect(self._on_copy_button_clicked)
        self.close_button.clicked.connect(self.accept)

    def _build(self) -> None:
        px = self._theme.px
        self.details_field = QPlainTextEdit(self._details)
        self.details_field.setReadOnly(True)
        self.details_field.setAccessibleName(_("Details"))
        self.details_field.setFont(self._theme.font("small"))
        self.details_field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details_field.setMinimumHeight(px(DETAILS_HEIGHT))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(14))
        column.addLayout(self._words())
        column.addWidget(self.details_field, 1)
        column.addLayout(self._answers())

    def _words(self) -> QHBoxLayout:
        theme = self._theme
        calm = _("Your work is still open")
        advice = _(
            "Clientele met a problem of its own making, and the last thing you asked for may not "
            "have happened. Try it again, or undo it in the menu Edit. If it comes back, pass the "
            "details below on to the makers. They name places in the program and hold nothing from "
            "your list."
        )
        words = QVBoxLayout()
        words.setSpacing(theme.px(4))
        words.addWidget(text_label(calm, theme, "heading"))
        words.addWidget(text_label(advice, theme, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(IconLabel("warn", "amber", theme, 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _answers(self) -> QHBoxLayout:
        self.copy_button = push_button(_("Copy details"), self._theme, "second", "copy")
        self.close_button = push_button(_("Go on working"), self._theme, "main")
        self.close_button.setDefault(True)
        answers = QHBoxLayout()
        answers.addWidget(self.copy_button)
        answers.addStretch(1)
        answers.addWidget(self.close_button)
        return answers

    @Slot()
    def _on_copy_button_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.copy_button.setText(_("Copied"))
        self.copy_button.set_icon_name("tick")
