"""The place to drop a list, and the promise of what comes out of it."""

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.flow_picture import FlowPicture
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label

_RADIUS = 12.0
_MIN_WIDTH_WITH_PICTURE = 700


def paint_dashed_frame(painter: QPainter, rect: QRectF, theme: Theme, *, is_hot: bool) -> None:
    """Draw the frame of an empty place; hot while a file hovers above it."""
    palette = theme.palette
    width = 2.0 if is_hot else 1.4
    pen = QPen(QColor(palette.accent if is_hot else palette.line2), width)
    if not is_hot:
        pen.setDashPattern([6, 4])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(QColor(palette.tint if is_hot else palette.sunken))
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)


class DropZone(QFrame):
    """Asks for files.

    Signals: ``choose_requested``, ``sample_requested`` and ``paste_requested`` come from its buttons.
    """

    choose_requested = Signal()
    paste_requested = Signal()
    sample_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_hot = False
        self.setAccessibleName(_("Drop your customer list or sales export here"))
        self._build()
        self.show_hover(None)
        self.choose_button.clicked.connect(self._on_choose_button_clicked)
        self.sample_button.clicked.connect(self._on_sample_button_clicked)
        self.paste_button.clicked.connect(self._on_paste_button_clicked)
        theme.changed.connect(self._on_theme_changed)

    def show_hover(self, file_name: str | None) -> None:
        """Invite to let go of ``file_name``, or go back to waiting."""
        self._is_hot = file_name is not None
        self._title.setText(
            _("Drop your customer list\nor sales export here")
            if file_name is None
            else _("Let go to read {file}").format(file=file_name)
        )
        self.update()

    def _build(self) -> None:
        px = self._theme.px
        self._picture = FlowPicture(self._theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(28), px(20), px(28), px(20))
        row.setSpacing(px(24))
        row.addWidget(self._build_words(), 1)
        row.addStretch(0)
        row.addWidget(self._picture)

    def _build_words(self) -> QWidget:
        theme, px = self._theme, self._theme.px
        self._title = text_label("", theme, "title", wrap=True)
        note = text_label(
            _(
                "Excel, CSV or ODS: a list of customers, or a list of sales that says who bought, "
                "when, and for how much."
            ),
            theme,
            tone="text2",
            wrap=True,
        )
        self.choose_button = push_button(_("Choose files…"), theme, "main", "folder")
        self.sample_button = push_button(_("Try a sample shop"), theme, "quiet")
        self.paste_button = push_button(_("Paste the table you copied"), theme, "quiet", "copy")
        self.paste_button.hide()
        answers = FlowRows(spacing=px(8), row_spacing=px(6))
        answers.addWidget(self.choose_button)
        answers.addWidget(self.sample_button)
        answers.addWidget(self.paste_button)
        words = QWidget()
        words.setMaximumWidth(px(310))
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(note)
        column.addSpacing(px(6))
        column.addLayout(answers)
        column.addStretch(1)
        return words

    @Slot()
    def _on_choose_button_clicked(self) -> None:
        self.choose_requested.emit()

    @Slot()
    def _on_sample_button_clicked(self) -> None:
        self.sample_requested.emit()

    @Slot()
    def _on_paste_button_clicked(self) -> None:
        self.paste_requested.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture.setVisible(self.width() >= self._theme.px(_MIN_WIDTH_WITH_PICTURE))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_dashed_frame(QPainter(self), QRectF(self.rect()), self._theme, is_hot=self._is_hot)
