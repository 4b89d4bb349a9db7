"""One customer beside the picture: why in this group, how sure, what would move them, who is alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.core.describing.one_customer import look_at_customer
from desktop_app.core.progress import NO_PROGRESS
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.piece import PieceLabel
from desktop_app.ui.widgets.scrolling_column import ScrollingColumn
from desktop_app.wording.one_customer import (
    how_sure_sentence,
    move_sentence,
    no_group_sentence,
    reason_lines,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.core.describing.one_customer import OneCustomer
    from desktop_app.core.progress import Progress
    from desktop_app.core.segmenting.results import Prepared, Segmentation
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.ui.pages.context import PageContext

SPACING = 10
LONGEST_NAME = 28  # letters on a button


@dataclass(frozen=True, slots=True, eq=False)
class CustomerLook:
    """What is told about a customer of ``segmentation``, with their name and those of who is alike."""

    segmentation: Segmentation
    one: OneCustomer
    name: str
    similar_names: tuple[str, ...]


def look(
    table: CustomerTable,
    prepared: Prepared,
    segmentation: Segmentation,
    row: int,
    *,
    progress: Progress = NO_PROGRESS,
) -> CustomerLook:
    """Look at the customer in ``row``; a step for a job."""
    one = look_at_customer(table, prepared, segmentation, row, progress=progress)
    names = _names(table, (row, *one.similar))
    return CustomerLook(segmentation, one, names[0], names[1:])


def _names(table: CustomerTable, rows: Sequence[int]) -> tuple[str, ...]:
    if table.customer_id is None:
        return tuple(_("Customer {n}").format(n=row + 1) for row in rows)
    cells = table.series(table.customer_id).iloc[list(rows)].fillna("").astype(str)
    return tuple(cells)


class OneCustomerPanel(ScrollingColumn):
    """Tells of one customer.

    Signals: ``back_requested()``; ``customer_requested(row)`` for somebody who is alike.
    """

    back_requested = Signal()
    customer_requested = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, SPACING, parent)
        self._context = context
        self._cards: list[Card] = []
        self._row_by_button: dict[QPushButton, int] = {}
        self.setAccessibleName(_("One customer"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back = push_button(_("Back to the groups"), context.theme, "quiet", "left")
        self.back.clicked.connect(self.back_requested)
        self.column.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons of the customers who are alike, nearest first."""
        return tuple(self._row_by_button)

    def show_customer(self, seen: CustomerLook, document: Document, story: Story) -> None:
        """Tell of the customer that was looked at in a complete document."""
        for card in self._cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._row_by_button = {}
        self._cards = [self._story_card(seen, document, story)]
        if seen.similar_names:
            self._cards.append(self._similar_card(seen))
        for place, card in enumerate(self._cards, start=1):
            self.column.insertWidget(place, card)

    def _story_card(self, seen: CustomerLook, document: Document, story: Story) -> Card:
        assert document.customers is not None
        theme, one, segmentation = self._context.theme, seen.one, seen.segmentation
        card = Card(theme)
        head = QHBoxLayout()
        head.setSpacing(theme.px(9))
        card.body.addLayout(head)
        name = text_label(seen.name, theme, "heading", wrap=True)
        if one.segment < 0:
            head.addWidget(name, 1)
            self._say(card, "", [no_group_sentence()])
            return card
        letter = segmentation.letters[one.segment]
        head.addWidget(PieceLabel(segmentation.pieces[one.segment], theme))
        head.addWidget(name, 1)
        card.body.addWidget(text_label(story.names[letter], theme, "body", "text2", wrap=True))
        if segmentation.kinds:
            self._say(card, _("By rule"), story.sentences[letter][:1])
            return card
        said = (segmentation, story.names, document.customers.columns, self._context.formats)
        self._say(card, _("Why in this group"), reason_lines(one, *said))
        sure = how_sure_sentence(document.trust, segmentation, one.row)
        self._say(card, _("How sure"), [sure] if sure else [])
        if one.neighbour >= 0:
            self._say(card, _("What would move them"), [move_sentence(one, *said)])
        return card

    def _say(self, card: Card, heading: str, lines: Sequence[str]) -> None:
        theme = self._context.theme
        if heading and lines:
            card.body.addWidget(text_label(heading, theme, "small_strong", wrap=True))
        for line in lines:
            card.body.addWidget(text_label(line, theme, "small", wrap=True))

    def _similar_card(self, seen: CustomerLook) -> Card:
        theme = self._context.theme
        card = Card(theme)
        card.body.addWidget(text_label(_("Most alike"), theme, "body_strong", wrap=True))
        place = QWidget()
        flow = FlowRows(place, spacing=theme.px(6), row_spacing=theme.px(6))
        card.body.addWidget(place)
        for row, name in zip(seen.one.similar, seen.similar_names, strict=True):
            is_long = len(name) > LONGEST_NAME
            shown = name[: LONGEST_NAME - 1] + "…" if is_long else name
            button = push_button(shown.replace("&", "&&"), theme, "small")
            button.setAccessibleName(name)
            button.clicked.connect(self._on_button_clicked)
            self._row_by_button[button] = row
            flow.addWidget(button)
        return card

    @Slot()
    def _on_button_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.customer_requested.emit(self._row_by_button[button])
