"""What every step is written on: title, body, footer. The sheet below it is the window's."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.message_bar import MessageBar
from desktop_app.ui.widgets.progress_card import ProgressCard
from desktop_app.ui.widgets.wrapping_column import WrappingColumn

MARGIN = 24
READABLE_EMS = 75  # longer lines lose the reader's eye


class Page(QWidget):
    """A page with its finding on top and its way on at the bottom.

    ``back_requested`` and ``main_requested`` come from the footer, ``cancel_requested`` from the
    progress card; ``step_requested(key)`` asks for another page.
    """

    back_requested = Signal()
    main_requested = Signal()
    cancel_requested = Signal()
    step_requested = Signal(str)

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.key = key
        self._waiting_title = ""
        self._focused: QWidget | None = None
        self._build_page()
        self._connect_page()

    def set_title(self, text: str, role: str = "title") -> None:
        """Write the finding of this page."""
        self._title.setText(text)
        self._title.setFont(self.theme.font(role))
        self.setAccessibleName(text)

    def set_waiting_title(self, text: str) -> None:
        """Write what the page is about while there is nothing to find yet."""
        self._waiting_title = text
        self.set_title(text)

    def set_subtitle(self, text: str) -> None:
        """Write the one line below the title."""
        self._subtitle.setText(text)
        self._subtitle_line.setVisible(bool(text))

    def set_footer_note(self, text: str) -> None:
        """Write the one line of state in the footer."""
        self._footer_note.setText(text)
        self._footer_note.setVisible(bool(text))

    def add_note_action(self, button: QWidget) -> None:
        """Put ``button`` beside the line of state in the footer."""
        self._footer_row.insertWidget(self._footer_row.indexOf(self._footer_note) + 1, button)

    def set_footer_visible(self, is_visible: bool) -> None:
        """Show the footer, or give its room to the body."""
        self._footer.setVisible(is_visible)

    def show_progress(self, percent: int | None, text: str) -> None:
        """Put the progress card where the body stood."""
        self._progress_card.show_progress(percent, text)
        self._progress_card.show()
        self._progress_room.show()
        focused = QApplication.focusWidget()
        if focused is not None and self._sheet.isAncestorOf(focused):
            self._focused = focused
            self._progress_card.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.hide()

    def show_nothing(self) -> None:
        """Take the body away; the message bar says why."""
        self._progress_card.hide()
        self._scroll.hide()
        self._progress_room.show()
        if self._waiting_title:
            self.set_title(self._waiting_title)
            self.set_subtitle("")
        self.main_button.setEnabled(False)

    def hide_progress(self) -> None:
        """Bring the body back, and the keyboard to where it was."""
        is_waited_at = self._progress_card.cancel_button.hasFocus()
        self._scroll.show()
        if is_waited_at and self._focused is not None and isValid(self._focused):
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focused = None
        self._progress_room.hide()
        self.main_button.setEnabled(True)

    def show_top(self) -> None:
        """Go to the beginning of the body."""
        self._scroll.verticalScrollBar().setValue(0)

    def focus_body(self) -> None:
        """Give the keyboard to the first thing in the body that takes it."""
        widget: QWidget | None = self._sheet.nextInFocusChain()
        while widget is not None and widget is not self._sheet:
            takes_keyboard = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes_keyboard and self._sheet.isAncestorOf(widget) and widget.isVisible():
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                self._scroll.ensureWidgetVisible(widget)
                return
            widget = widget.nextInFocusChain()
        self._sheet.setFocus(Qt.FocusReason.TabFocusReason)
        self._sheet.focusNextChild()

    def _build_page(self) -> None:
        self.message_bar = MessageBar(self.theme)
        self._progress_card = ProgressCard(self.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._scrolled_body(), 1)
        column.addWidget(self._place_for_progress(), 1)
        column.addWidget(self._build_footer())

    def _head(self) -> QWidget:
        self._title = text_label("", self.theme, "title", wrap=True)
        self._subtitle = text_label("", self.theme, "body", "text2", wrap=True)
        self._subtitle.setMaximumWidth(round(READABLE_EMS * self.theme.em))
        # A row keeps the greatest width in mind when it asks for a height. It is a widget, because
        # a layout in which all is hidden takes room from its neighbours.
        self._subtitle_line = QWidget()
        line = QHBoxLayout(self._subtitle_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._subtitle, 100)
        line.addStretch(1)
        self._subtitle_line.hide()
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(MARGIN, self.theme.px(18), MARGIN, self.theme.px(10))
        column.setSpacing(self.theme.px(10))
        words = QVBoxLayout()
        words.setSpacing(self.theme.px(2))
        words.addWidget(self._title)
        words.addWidget(self._subtitle_line)
        column.addLayout(words)
        column.addWidget(self.message_bar)
        return head

    def _scrolled_body(self) -> QScrollArea:
        sheet = self._sheet = WrappingColumn()
        self.body = sheet.column
        self.body.setContentsMargins(MARGIN, 0, MARGIN, self.theme.px(14))
        self.body.setSpacing(self.theme.px(12))
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(sheet)
        self._scroll.viewport().setAutoFillBackground(False)
        sheet.setAutoFillBackground(False)
        return self._scroll

    def _place_for_progress(self) -> QWidget:
        self._progress_room = QWidget()
        column = QVBoxLayout(self._progress_room)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.addWidget(self._progress_card)
        column.addStretch(1)
        self._progress_room.hide()
        return self._progress_room

    def _build_footer(self) -> QWidget:
        self.back_button = push_button(_("Back"), self.theme)
        self.main_button = push_button(_("Next"), self.theme, "main")
        self._footer_note = text_label("", self.theme, "small", "text2", wrap=True)
        self._footer_note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._footer_note.hide()
        self.footer_extras = QHBoxLayout()
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        bar = QWidget()
        row = self._footer_row = QHBoxLayout(bar)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(self.theme.px(16))
        row.addWidget(self.back_button)
        row.addLayout(self.footer_extras)
        row.addWidget(self._footer_note, 1)
        row.addStretch(0)
        row.addWidget(self.main_button)
        self._footer = QWidget()
        column = QVBoxLayout(self._footer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule)
        column.addWidget(bar, 1)
        self._footer.setMinimumHeight(self.theme.px(56))
        return self._footer

    def _connect_page(self) -> None:
        self.back_button.clicked.connect(self._on_back_button_clicked)
        self.main_button.clicked.connect(self._on_main_button_clicked)
        self._progress_card.cancelled.connect(self.cancel_requested)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_scroll_range_changed)

    @Slot()
    def _on_back_button_clicked(self) -> None:
        self.back_requested.emit()

    @Slot()
    def _on_main_button_clicked(self) -> None:
        self.main_requested.emit()

    @Slot(int, int)
    def _on_scroll_range_changed(self, _lowest: int, highest: int) -> None:
        # The bar stands in the margin, so that the body keeps its width when it appears.
        margins = self.body.contentsMargins()
        bar = self._scroll.verticalScrollBar().sizeHint().width() if highest > 0 else 0
        margins.setRight(MARGIN - bar)
        self.body.setContentsMargins(margins)
