"""Words on a page: plain text in one of the roles and tones."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.ui.style_sheet import set_style_property
from desktop_app.ui.theme import Theme

_LONG_WORD = re.compile(r"\S{20,}")
_BREAK = "\u200b"  # a space of no width: where a word may go on in the next line
PIECE = 5  # letters


class WrappingLabel(QLabel):
    """Words in as many lines as they need; a word of a user's file may be longer than any line."""

    def setText(self, text: str) -> None:
        shown = _LONG_WORD.sub(_with_breaks, text)
        super().setText(shown)
        self.setAccessibleName(text if shown != text else "")  # read aloud in one piece

    def text(self) -> str:
        return super().text().replace(_BREAK, "")


def text_label(
    text: str, theme: Theme, role: str = "body", tone: str = "text", *, wrap: bool = False
) -> QLabel:
    """Show ``text`` as it stands: a column called ``<b>`` stays ``<b>``."""
    label = WrappingLabel() if wrap else QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setFont(theme.font(role))
    label.setProperty("tone", tone)
    if wrap:
        label.setWordWrap(True)
    return label


def _with_breaks(word: re.Match[str]) -> str:
    letters = word[0]
    return _BREAK.join(letters[i : i + PIECE] for i in range(0, len(letters), PIECE))


def set_tone(label: QLabel, tone: str) -> None:
    """Give the words of ``label`` another tone."""
    set_style_property(label, "tone", tone)
