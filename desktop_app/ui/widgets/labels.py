"""Words on a page: plain text in one of the roles and tones."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.ui.style_sheet import set_style_property
from desktop_app.ui.theme import Theme


def text_label(
    text: str, theme: Theme, role: str = "body", tone: str = "text", *, wrap: bool = False
) -> QLabel:
    """Show ``text`` as it stands: a column called ``<b>`` stays ``<b>``."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setFont(theme.font(role))
    label.setProperty("tone", tone)
    if wrap:
        label.setWordWrap(True)
    return label


def set_tone(label: QLabel, tone: str) -> None:
    """Give the words of ``label`` another tone."""
    set_style_property(label, "tone", tone)
