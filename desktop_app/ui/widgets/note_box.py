"""The user's own notes about a group: read on its card, written in several lines."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.labels import text_label

FIELD_HEIGHT = 72  # three lines and a bit: it is seen to hold more than one


class NoteField(QPlainTextEdit):
    """The notes while they are being written: ``accepted`` on leaving, ``left`` by Esc."""

    accepted = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu
            self.accepted.emit()


class NoteBox(QWidget):
    """Shows the notes and lets them be changed.

    Signals: ``note_changed(note)``; an empty one takes the notes away.
    """

    note_changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._owner = self._note = ""
        self._is_writing = False
        self._build()
        self.write_button.clicked.connect(self._on_write_button_clicked)
        self.field.accepted.connect(self._on_field_accepted)
        self.field.left.connect(self._on_field_left)
        theme.changed.connect(self._tint)

    @property
    def note(self) -> str:
        """The notes as they are kept."""
        return self._note

    def show_note(self, owner: str, note: str) -> None:
        """Show the notes about ``owner``; what is being written about the same one stays."""
        if owner != self._owner or note != self._note:
            self._is_writing = False
        self._owner, self._note = owner, note
        self._show()

    def _build(self) -> None:
        theme = self._theme
        self._icon = QLabel()
        self._words = text_label("", theme, "small", wrap=True)
        self.field = NoteField()
        self.field.setFont(theme.font("small"))
        self.field.setAccessibleName(_("Your notes about this group"))
        self.field.setPlaceholderText(_("What you want to remember about this group"))
        self.field.setFixedHeight(theme.px(FIELD_HEIGHT))
        self.field.setTabChangesFocus(True)
        self.write_button = push_button(_("Add a note"), theme, "quiet", "pencil")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(self.field)
        column.addWidget(self.write_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._tint()
        self._show()

    def _show(self) -> None:
        has_note = bool(self._note)
        self._words.setText(self._note)
        self._words.setAccessibleName(_("Your notes: {note}").format(note=self._note))
        for part in (self._icon, self._words):
            part.setVisible(has_note and not self._is_writing)
        self.field.setVisible(self._is_writing)
        self.write_button.setText(_("Change the note") if has_note else _("Add a note"))
        self.write_button.setVisible(not self._is_writing)

    @Slot()
    def _tint(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("pencil", "text2", self._theme.px(15)))

    @Slot()
    def _on_write_button_clicked(self) -> None:
        self._is_writing = True
        self.field.setPlainText(self._note)
        self._show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_field_accepted(self) -> None:
        if not self._is_writing:
            return
        note = self.field.toPlainText().strip()
        self._stop_writing()
        if note != self._note:
            self.note_changed.emit(note)

    @Slot()
    def _on_field_left(self) -> None:
        self._stop_writing()

    def _stop_writing(self) -> None:
        had_focus = self.field.hasFocus()
        self._is_writing = False
        self._show()
        if had_focus:
            self.write_button.setFocus(Qt.FocusReason.OtherFocusReason)
