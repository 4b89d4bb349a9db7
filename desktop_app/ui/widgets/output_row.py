"""One kind of file on the page Share: a tick box, an icon, what it is and what is in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.labels import text_label


class OutputRow(QWidget):
    """Offers a file to save; ``choice`` stands at the end of the row, for what else there is to say.

    Signals: ``toggled(is_ticked)``.
    """

    toggled = Signal(bool)

    def __init__(
        self,
        icon: str,
        title: str,
        note: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        choice: QWidget | None = None,
        is_ticked: bool = True,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self._box = QCheckBox()
        self._box.setAccessibleName(title)
        self._box.setAccessibleDescription(note)
        self._box.setChecked(is_ticked)
        self._picture = QLabel()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text_label(title, theme, "body_strong"))
        words.addWidget(text_label(note, theme, "small", "text2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        row.setSpacing(theme.px(12))
        row.addWidget(self._box)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        if choice is not None:
            row.addWidget(choice)
        self._box.toggled.connect(self.toggled)
        self._box.toggled.connect(self._tint)
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def is_ticked(self) -> bool:
        """The file will be saved."""
        return self._box.isChecked()

    @property
    def box(self) -> QCheckBox:
        """The tick box."""
        return self._box

    def _tint(self) -> None:
        tone = "accent" if self._box.isChecked() else "text2"
        self._picture.setPixmap(self._theme.pixmap(self._icon, tone, self._theme.px(20)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._box.toggle()
