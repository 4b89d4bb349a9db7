"""One group: its piece, what it is like, how far to trust it, and what to do with it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.bars import ShareBar
from desktop_app.ui.widgets.buttons import icon_button, push_button
from desktop_app.ui.widgets.card import Card, paint_card
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.note_box import NoteBox
from desktop_app.ui.widgets.piece import PieceLabel
from desktop_app.wording.facts import lower_first

WIDE_PX = 380  # from here on a closed card has room for its bars


@dataclass(frozen=True, slots=True)
class SegmentCardContent:
    """What a card says, worded; a closed card says ``summary``, an open one ``sentence``.

    Shares are between 0 and 1, ``money_share`` may be unknown; empty words take no room. A group that
    ``can_change`` may be merged, split or set aside.
    """

    segment: int
    piece: int
    letter: str
    name: str
    size: int
    size_text: str
    share_text: str
    summary: str
    sentence: str
    truths_text: str
    people_share: float
    money_share: float | None
    idea: str
    note: str = ""
    can_change: bool = True


class NameField(QLineEdit):
    """The name while it is being changed: ``accepted`` by Enter or leaving, ``left`` by Esc."""

    accepted = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.accepted.emit()
            case _:
                super().keyPressEvent(event)


class SegmentCard(QAbstractButton):
    """Closed it sums a group up, open it shows everything.

    ``opened``, ``show_requested`` and ``more_requested`` carry the segment, ``rename_requested`` and
    ``note_changed`` also the new words; an empty name asks for the proposed one back.
    """

    opened = Signal(int)
    rename_requested = Signal(int, str)
    note_changed = Signal(int, str)
    show_requested = Signal(int)
    more_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._content = SegmentCardContent(0, 0, "A", "", 0, "", "", "", "", "", 0.0, None, "")
        self._is_open = self._is_wide = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._build()
        self._connect()

    @property
    def content(self) -> SegmentCardContent:
        """What the card says."""
        return self._content

    @property
    def is_open(self) -> bool:
        """It shows everything."""
        return self._is_open

    def show_content(self, content: SegmentCardContent, is_open: bool) -> None:
        """Show ``content``, closed or open."""
        is_other = (content.letter, content.name) != (self._content.letter, self._content.name)
        if is_other or not is_open:
            self._leave_name_field()
        self._content = content
        self._is_open = is_open
        self.setAccessibleName(
            _("Group {letter}, {name}").format(letter=content.letter, name=content.name)
        )
        self.setAccessibleDescription(f"{content.sentence} {content.truths_text}")
        self._show_words()
        self._show_bars()
        self._show_parts()
        self.update()

    def _build(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(8))
        column.addLayout(self._build_head())
        column.addWidget(self._build_story())
        column.addWidget(self._build_bars())
        column.addWidget(self._build_idea())
        self.note = NoteBox(self._theme)
        column.addWidget(self.note)
        column.addWidget(self._build_buttons())

    def _build_head(self) -> QHBoxLayout:
        theme = self._theme
        self._piece = PieceLabel(0, theme)
        self._name = text_label("", theme, "body_strong", wrap=True)
        self._name_field = NameField()
        self._name_field.setAccessibleName(_("Name of this group"))
        self._name_field.hide()
        self._size = text_label("", theme, "body_strong")
        self._share = text_label("", theme, "body", "text2")
        name_row = QHBoxLayout()
        name_row.setSpacing(theme.px(8))
        name_row.addWidget(self._name, 1)
        name_row.addWidget(self._name_field, 1)
        name_row.addWidget(self._size)
        name_row.addWidget(self._share)
        self._sentence = text_label("", theme, "small", wrap=True)
        self._truths = text_label("", theme, "small", "text2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addLayout(name_row)
        words.addWidget(self._sentence)
        words.addWidget(self._truths)
        row = QHBoxLayout()
        row.setSpacing(theme.px(9))
        row.addWidget(self._piece, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _build_story(self) -> QWidget:
        self._open_sentence = text_label("", self._theme, wrap=True)
        self._open_truths = text_label("", self._theme, "small", "text2", wrap=True)
        self._truths_icon = QLabel()
        truths = QHBoxLayout()
        truths.setSpacing(self._theme.px(6))
        truths.addWidget(self._truths_icon)
        truths.addWidget(self._open_truths, 1)
        self._story = QWidget()
        column = QVBoxLayout(self._story)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(6))
        column.addWidget(self._open_sentence)
        column.addLayout(truths)
        return self._story

    def _build_bars(self) -> QWidget:
        theme = self._theme
        self._people_bar = ShareBar(theme, _("Share of people"))
        self._money_bar = ShareBar(theme, _("Share of money"))
        self._people_share = text_label("", theme, "small")
        self._money_share = text_label("", theme, "small_strong")
        self._money_word = text_label(_("Money"), theme, "small", "text2")
        self._bars = QWidget()
        row = QHBoxLayout(self._bars)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(text_label(_("People"), theme, "small", "text2"))
        row.addWidget(self._people_bar, 1)
        row.addWidget(self._people_share)
        row.addSpacing(theme.px(8))
        row.addWidget(self._money_word)
        row.addWidget(self._money_bar, 1)
        row.addWidget(self._money_share)
        return self._bars

    def _build_idea(self) -> QWidget:
        px = self._theme.px
        self._idea_icon = QLabel()
        self._idea = text_label("", self._theme, "small", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._idea_icon)
        row.addWidget(self._idea, 1)
        self._idea_well = Card(self._theme, kind="well")
        self._idea_well.body.setContentsMargins(px(9), px(5), px(9), px(5))
        self._idea_well.body.addLayout(row)
        return self._idea_well

    def _build_buttons(self) -> QWidget:
        theme = self._theme
        self.rename_button = push_button(_("Rename"), theme, "small", "pencil")
        self.show_button = push_button("", theme, "small", "people")
        self.more_button = icon_button("more", _("Merge, split or set aside"), theme)
        self._buttons = QWidget()
        flow = FlowRows(spacing=theme.px(6), row_spacing=theme.px(6))
        flow.addWidget(self.rename_button)
        flow.addWidget(self.show_button)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(flow, 1)
        row.addWidget(self.more_button)
        return self._buttons

    def _connect(self) -> None:
        self.clicked.connect(self._on_clicked)
        self.rename_button.clicked.connect(self._on_rename_button_clicked)
        self.show_button.clicked.connect(self._on_show_button_clicked)
        self.more_button.clicked.connect(self._on_more_button_clicked)
        self.note.note_changed.connect(self._on_note_changed)
        self._name_field.accepted.connect(self._on_name_field_accepted)
        self._name_field.editingFinished.connect(self._on_name_field_accepted)
        self._name_field.left.connect(self._leave_name_field)
        self._theme.changed.connect(self._on_theme_changed)

    def _show_words(self) -> None:
        content = self._content
        self._piece.show_piece(content.piece)
        self._name.setText(content.name)
        self._name.setFont(self._theme.font("heading" if self._is_open else "body_strong"))
        self._size.setText(content.size_text)
        self._share.setText(content.share_text)
        self._sentence.setText(content.summary)
        self._open_sentence.setText(content.sentence)
        for label in (self._truths, self._open_truths):
            label.setText(content.truths_text)
        self.note.show_note(content.letter, content.note)
        self._idea.setText(_("Idea: {idea}").format(idea=lower_first(content.idea)))
        self.show_button.setText(_("Show these {count}").format(count=content.size_text))

    def _show_bars(self) -> None:
        content = self._content
        has_money = content.money_share is not None
        money = content.money_share or 0.0
        self._people_bar.show_share(content.people_share)
        self._people_share.setText(f"{round(100 * content.people_share)} %")
        self._money_bar.show_share(money, content.piece)
        self._money_share.setText(f"{round(100 * money)} %")
        for part in (self._money_word, self._money_bar, self._money_share):
            part.setVisible(has_money)

    def _show_parts(self) -> None:
        has_truths = bool(self._content.truths_text)
        shown = {
            self._sentence: not self._is_open,
            self._truths: not self._is_open and has_truths,
            self._open_truths: has_truths,
            self._truths_icon: has_truths,
            self._story: self._is_open,
            self._bars: self._is_open or self._is_wide,
            self._idea_well: self._is_open and bool(self._content.idea),
            self.note: self._is_open,
            self._buttons: self._is_open,
            self.more_button: self._content.can_change,
        }
        # Qt lays everything out anew when something appears: what disappears must be gone by then.
        for part in sorted(shown, key=lambda part: shown[part]):
            part.setVisible(shown[part])
        self._tint()

    def _tint(self) -> None:
        pixmap, px = self._theme.pixmap, self._theme.px
        self._truths_icon.setPixmap(pixmap("again", "accent", px(14)))
        self._idea_icon.setPixmap(pixmap("idea", "text2", px(15)))

    @Slot()
    def _leave_name_field(self) -> None:
        had_focus = self._name_field.hasFocus()
        self._name_field.setModified(False)
        self._name_field.hide()
        self._name.show()
        if had_focus:
            self.rename_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        self.opened.emit(self._content.segment)

    @Slot()
    def _on_rename_button_clicked(self) -> None:
        self._name.hide()
        self._name_field.setText(self._content.name)
        self._name_field.show()
        self._name_field.selectAll()
        self._name_field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_show_button_clicked(self) -> None:
        self.show_requested.emit(self._content.segment)

    @Slot()
    def _on_more_button_clicked(self) -> None:
        self.more_requested.emit(self._content.segment)

    @Slot(str)
    def _on_note_changed(self, note: str) -> None:
        self.note_changed.emit(self._content.segment, note)

    @Slot()
    def _on_name_field_accepted(self) -> None:
        is_changed = self._name_field.isModified()
        self._leave_name_field()
        if is_changed:
            self.rename_requested.emit(self._content.segment, self._name_field.text().strip())

    @Slot()
    def _on_theme_changed(self) -> None:
        self._tint()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._content.can_change:
            self.more_requested.emit(self._content.segment)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= self._theme.px(WIDE_PX)
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._show_parts()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_card(
            QPainter(self),
            QRectF(self.rect()),
            self._theme.palette,
            is_chosen=self._is_open,
            is_hovered=self.underMouse(),
        )
