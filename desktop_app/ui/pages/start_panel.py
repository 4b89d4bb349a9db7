"""Who to start with: the groups in the order of what the owner is after, with the reason for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop_app.core.describing.targets import Aim, Target, possible_aims, rank_targets
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.piece import PieceLabel
from desktop_app.ui.widgets.scrolling_column import ScrollingColumn
from desktop_app.wording.targets import (
    aim_note,
    aim_words,
    none_fits_sentence,
    target_columns,
    target_reason,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.ui.pages.context import PageContext

SPACING = 8
PIECE_PX = 22


class StartPanel(ScrollingColumn):
    """Ranks the groups.

    Signals: ``segment_requested(segment)`` when the customers of a group are to be shown.
    """

    segment_requested = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, SPACING, parent)
        self._context = context
        self._document: Document | None = None
        self._story: Story | None = None
        self._aim = Aim.MONEY
        self._cards: list[Card] = []
        self._segment_by_button: dict[QPushButton, int] = {}
        self.setAccessibleName(_("Who to start with"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons that show a group, the one to start with first."""
        return tuple(self._segment_by_button)

    def show_document(self, document: Document, story: Story) -> None:
        """Rank the groups of a complete document."""
        self._document, self._story = document, story
        self._show()

    def _build(self) -> None:
        theme = self._context.theme
        card = Card(theme)
        self.aims = ChoiceBox(_("Start with"), theme)
        self.aims.choice_made.connect(self._on_aim_chosen)
        self._note = text_label("", theme, "small", "text2", wrap=True)
        card.body.addWidget(text_label(_("Start with"), theme, "body_strong"))
        card.body.addWidget(self.aims)
        card.body.addWidget(self._note)
        self.column.insertWidget(0, card)

    def _show(self) -> None:
        document = self._document
        assert document is not None
        assert document.customers is not None
        assert document.description is not None
        described, columns = document.description, document.customers.columns
        found = target_columns(described, columns)
        aims = possible_aims(described, found)
        aim = self._aim if self._aim in aims else aims[0]
        self.aims.show_choices({one.value: aim_words(one) for one in aims}, aim.value)
        for card in self._cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._segment_by_button = {}
        targets = rank_targets(described, aim, found)
        note = aim_note(aim, found)
        if not any(target.fits for target in targets):
            note = f"{note} {none_fits_sentence()}"
        self._note.setText(note)
        self._cards = [self._card(target, aim) for target in targets]
        for place, card in enumerate(self._cards, start=1):
            self.column.insertWidget(place, card)

    def _card(self, target: Target, aim: Aim) -> Card:
        document, story, formats = self._document, self._story, self._context.formats
        assert document is not None
        assert document.customers is not None
        assert document.segmentation is not None
        assert document.description is not None
        assert story is not None
        segment = document.segmentation.letters.index(target.letter)
        profile = document.description.profiles[segment]
        reason = target_reason(target, aim, profile, document.customers.columns, formats)
        theme = self._context.theme
        card = Card(theme, kind="card" if target.fits else "well")
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(theme.px(9))
        words.setSpacing(theme.px(2))
        piece = PieceLabel(document.segmentation.pieces[segment], theme, size_px=PIECE_PX)
        words.addWidget(text_label(story.names[target.letter], theme, "body_strong", wrap=True))
        words.addWidget(self._reason_label(reason, is_strong=target.fits))
        button = push_button(
            _("Show these {count}").format(count=formats.count(profile.size)), theme, "small"
        )
        button.clicked.connect(self._on_button_clicked)
        self._segment_by_button[button] = segment
        words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(piece, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        card.body.addLayout(row)
        return card

    def _reason_label(self, reason: str, *, is_strong: bool) -> QLabel:
        tone = "text" if is_strong else "text2"
        return text_label(reason, self._context.theme, "small", tone, wrap=True)

    @Slot(object)
    def _on_aim_chosen(self, aim: str) -> None:
        self._aim = Aim(aim)
        self._show()

    @Slot()
    def _on_button_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.segment_requested.emit(self._segment_by_button[button])
