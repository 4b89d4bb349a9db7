"""What was done to the groups, below their cards: quiet lines with the way back."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.piece import PieceLabel

PIECE_PX = 18


@dataclass(frozen=True, slots=True)
class AsideLine:
    """A group that is set aside: its piece, and the words for it."""

    piece: int
    words: str


@dataclass(frozen=True, slots=True)
class ChangesContent:
    """What is said below the cards; ``as_found`` is the button that takes all changes back.

    ``notes`` are lines without a button, such as what could not be done.
    """

    aside: tuple[AsideLine, ...] = ()
    notes: tuple[str, ...] = ()
    as_found: str = ""


class ChangeNotes(QWidget):
    """One line for each group that was set aside, and the way back to the groups as found.

    Signals: ``back_requested(piece)``; ``as_found_requested()``.
    """

    back_requested = Signal(int)
    as_found_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = ChangesContent()
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(4), 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self.as_found_button = push_button("", theme, "quiet", "undo")
        self.as_found_button.clicked.connect(self.as_found_requested)
        self._column.addWidget(self.as_found_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def back_buttons(self) -> tuple[QPushButton, ...]:
        """The buttons that bring groups back, in the order of the lines."""
        return tuple(b for line in self._lines for b in line.findChildren(QPushButton))

    def show_content(self, content: ChangesContent) -> None:
        """Show the lines; without any of them nothing takes room."""
        if content != self._content:
            self._content = content
            self._make_lines()
        self.as_found_button.setText(content.as_found)
        self.as_found_button.setVisible(bool(content.as_found))
        self.setVisible(content != ChangesContent())

    def _make_lines(self) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._aside_line(line) for line in self._content.aside]
        self._lines += [
            text_label(words, self._theme, "small", "text2", wrap=True)
            for words in self._content.notes
        ]
        for place, line in enumerate(self._lines):
            self._column.insertWidget(place, line)

    def _aside_line(self, aside: AsideLine) -> QWidget:
        theme, line = self._theme, QWidget()
        back = push_button(_("Bring back"), theme, "quiet")
        back.setProperty("piece", aside.piece)
        back.setAccessibleDescription(aside.words)
        back.clicked.connect(self._on_back_clicked)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(PieceLabel(aside.piece, theme, size_px=PIECE_PX))
        row.addWidget(text_label(aside.words, theme, "small", "text2", wrap=True), 1)
        row.addWidget(back)
        return line

    @Slot()
    def _on_back_clicked(self) -> None:
        self.back_requested.emit(self.sender().property("piece"))
