"""What separates the groups: the facts by how much they differ, the short rule, what to doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from desktop_app.core.describing.drivers import doubtful_drivers
from desktop_app.i18n import _
from desktop_app.ui.widgets.bar_row import BarRow
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.piece import PieceLabel
from desktop_app.ui.widgets.scrolling_column import ScrollingColumn
from desktop_app.wording.facts import lower_first, short_names
from desktop_app.wording.groups import MATTERS_LITTLE, condition_words, sorted_right_sentence
from desktop_app.wording.separating import (
    difference_words,
    doubt_sentence,
    no_difference_sentence,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.describing.results import Doubt, Driver, Rule, RuleLine
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.ui.pages.context import PageContext

SPACING = 10
MOST_BESIDE = 8  # facts that form no groups; the list is ranked, more of it says nothing new


class SeparatingPanel(ScrollingColumn):
    """Says which facts make the groups.

    Signals: ``without_requested(column)`` when the user wants to see the groups without a fact.
    """

    without_requested = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, SPACING, parent)
        self._context = context
        self._cards: list[Card] = []
        self._column_by_button: dict[QPushButton, str] = {}
        self.setAccessibleName(_("What separates the groups"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons that try the groups without a fact."""
        return tuple(self._column_by_button)

    def show_document(self, document: Document, story: Story) -> None:
        """Show what separates the groups of a complete document."""
        assert document.customers is not None
        assert document.description is not None
        for card in self._cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._column_by_button = {}
        columns, drivers = document.customers.columns, document.description.drivers
        names = short_names(columns)
        self._cards = [
            self._doubt_card(doubt, names[doubt.column], can_go=len(document.features) > 1)
            for doubt in doubtful_drivers(drivers, columns)
        ]
        self._cards.append(self._facts_card(drivers, names))
        if document.description.rule is not None:
            self._cards.append(self._rule_card(document.description.rule, document, story))
        for place, card in enumerate(self._cards):
            self.column.insertWidget(place, card)

    def _doubt_card(self, doubt: Doubt, name: str, *, can_go: bool) -> Card:
        theme = self._context.theme
        card = Card(theme, kind="info")
        card.body.addWidget(text_label(doubt_sentence(doubt, name), theme, wrap=True))
        if can_go:
            words = _("Try without {fact}").format(fact=lower_first(name))
            button = push_button(words, theme, "small")
            button.clicked.connect(self._on_button_clicked)
            self._column_by_button[button] = doubt.column
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _facts_card(self, drivers: tuple[Driver, ...], names: dict[str, str]) -> Card:
        theme = self._context.theme
        card = self._card(
            _("What separates the groups"),
            _("The longer the bar, the more the groups differ."),
        )
        for driver in (d for d in drivers if d.is_feature):
            card.body.addWidget(self._row(driver, names, "accent"))
        beside = [d for d in drivers if not d.is_feature]
        telling = [d for d in beside if d.eta_squared >= MATTERS_LITTLE][:MOST_BESIDE]
        if telling:
            words = _("Not used to form the groups")
            card.body.addSpacing(theme.px(4))
            card.body.addWidget(text_label(words, theme, "small_strong", wrap=True))
        for driver in telling:
            card.body.addWidget(self._row(driver, names, "line2"))
        idle = [names[d.column] for d in beside if d.eta_squared < MATTERS_LITTLE]
        if idle:
            words = no_difference_sentence(idle)
            card.body.addWidget(text_label(words, theme, "small", "text2", wrap=True))
        return card

    def _row(self, driver: Driver, names: dict[str, str], tone: str) -> BarRow:
        words, share = difference_words(driver.eta_squared), driver.eta_squared
        return BarRow(names[driver.column], words, share, self._context.theme, tone=tone)

    def _rule_card(self, rule: Rule, document: Document, story: Story) -> Card:
        card = self._card(_("The groups in a short rule"), sorted_right_sentence(rule))
        for line in rule.lines:
            card.body.addLayout(self._rule_line(line, document, story))
        return card

    def _rule_line(self, line: RuleLine, document: Document, story: Story) -> QHBoxLayout:
        assert document.customers is not None
        assert document.segmentation is not None
        theme, formats = self._context.theme, self._context.formats
        segment = document.segmentation.letters.index(line.letter)
        piece = PieceLabel(document.segmentation.pieces[segment], theme, size_px=18)
        conditions = condition_words(line, document.customers.columns, formats)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(text_label(story.names[line.letter], theme, "small_strong", wrap=True), 1)
        count = formats.count(line.n_customers)
        head.addWidget(text_label(count, theme, "small", "text2"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addLayout(head)
        words.addWidget(text_label(conditions, theme, "small", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(piece, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _card(self, heading: str, note: str) -> Card:
        theme = self._context.theme
        card = Card(theme)
        card.body.addWidget(text_label(heading, theme, "body_strong", wrap=True))
        card.body.addWidget(text_label(note, theme, "small", "text2", wrap=True))
        return card

    @Slot()
    def _on_button_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.without_requested.emit(self._column_by_button[button])
