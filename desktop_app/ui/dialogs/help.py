"""The user guide in a window of its own, so that it can stay open beside the work."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.paths import resource_path
from desktop_app.ui.theme import Theme


class HelpDialog(QDialog):
    """Shows ``resources/help/guide.md``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("How to use Clientele"))
        self.resize(theme.px(640), theme.px(560))
        guide = QTextBrowser()
        guide.setAccessibleName(_("User guide"))
        guide.setFont(theme.font("body"))
        guide.setMarkdown(resource_path("help", "guide.md").read_text(encoding="utf-8"))
        QVBoxLayout(self).addWidget(guide)
