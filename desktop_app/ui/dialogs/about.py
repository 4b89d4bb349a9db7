"""What the program is, and what it is made of."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.i18n import _
from desktop_app.paths import resource_path
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.icon_label import IconLabel
from desktop_app.ui.widgets.labels import text_label

WIDTH = 460
LOGO = 48


class AboutDialog(QDialog):
    """Shows name, version, the promise and the licences."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About Clientele"))
        self.setFixedWidth(theme.px(WIDTH))
        self._build()

    def _build(self) -> None:
        px = self._theme.px
        close = push_button(_("Close"), self._theme)
        close.clicked.connect(self.accept)
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(16))
        column.setSpacing(px(14))
        column.addLayout(self._head())
        column.addWidget(text_label(purpose_words(), self._theme, wrap=True))
        column.addLayout(self._promise())
        column.addWidget(text_label(licence_words(), self._theme, "small", "text2", wrap=True))
        column.addLayout(answers)

    def _head(self) -> QHBoxLayout:
        size = self._theme.px(LOGO)
        logo = QLabel()
        logo.setPixmap(
            QIcon(str(resource_path("icons", "clientele.svg"))).pixmap(QSize(size, size))
        )
        version = _("Version {version}").format(version=__version__)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text_label("Clientele", self._theme, "title"))
        words.addWidget(text_label(version, self._theme, "small", "text2"))
        head = QHBoxLayout()
        head.setSpacing(self._theme.px(14))
        head.addWidget(logo)
        head.addLayout(words, 1)
        return head

    def _promise(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addWidget(IconLabel("lock", "accent", self._theme))
        words = _("Everything stays on this computer.")
        row.addWidget(text_label(words, self._theme, "body_strong"), 1)
        return row


def purpose_words() -> str:
    """Say what the program is for."""
    return _(
        "Clientele finds the groups among your customers: who they are and what makes each group "
        "different. It says so when a list has no natural groups. "
        "It needs no account and sends nothing anywhere."
    )


def licence_words() -> str:
    """Name the licence of the program and of what it stands on."""
    return _(
        "Clientele is free software under the MIT licence. It uses Qt and PySide6 under the LGPL "
        "version 3, and Python, NumPy, pandas, scikit-learn, SciPy, matplotlib, DuckDB, calamine "
        "and XlsxWriter under their own free licences. The typeface is Inter, under the SIL Open "
        "Font License."
    )
