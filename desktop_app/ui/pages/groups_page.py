"""Your groups: the picture, a card for each group, and the table of customers, all linked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_app.core.intake.regions import region_of
from desktop_app.core.segmenting.choices import Grouping
from desktop_app.document.answering import odd_segment
from desktop_app.i18n import _, ngettext
from desktop_app.report.story import tell
from desktop_app.ui.pages.behind_note import BehindNote
from desktop_app.ui.pages.card_actions import CardActions
from desktop_app.ui.pages.card_contents import card_contents, changes_content
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.pages.customer_panel import CustomerPanel
from desktop_app.ui.pages.groups_aside import GroupsAside
from desktop_app.ui.pages.groups_picture import GroupsPicture
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.message_bar import Message
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.segment_card import SegmentCard
from desktop_app.wording.classic import by_rule_sentence
from desktop_app.wording.facts import short_name, word_facts
from desktop_app.wording.following import member_sentence
from desktop_app.wording.reading import unclear_sentences
from desktop_app.wording.trusting import groups_title, two_truths, verdict_sentence

if TYPE_CHECKING:
    from desktop_app.core.checking.checked import Finding
    from desktop_app.core.intake.tables import RawTable
    from desktop_app.core.segmenting.results import IntArray
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story

CARDS_WIDTH, CARDS_WIDTH_WIDE = 318, 400
PICTURE_HEIGHT, TABLE_HEIGHT = 280, 140  # at least, so that the page need not scroll
PICTURE_HEIGHT_ALONE, TABLE_HEIGHT_ALONE = 320, 170  # of a page in one column, which scrolls
AGREE = "agree"
WIDE_WINDOW = 1060  # the page's width when the window is 1300 wide


class GroupsPage(Page):
    """Shows who is in each group; what is chosen here is only a way of looking."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, "groups", parent)
        self._context = context
        self._document: Document | None = None
        self._story: Story | None = None
        self._segment: int | None = None
        self._agreed: RawTable | None = None
        self._build()
        self._connect()

    @property
    def cards(self) -> tuple[SegmentCard, ...]:
        """The cards, A first."""
        return self._cards.cards

    def show_document(self, document: Document) -> None:
        """Show the groups of a complete document."""
        if document is self._document:
            return
        assert document.scan is not None
        assert document.segmentation is not None
        is_other = (
            self._document is None or document.segmentation is not self._document.segmentation
        )
        is_same = self._document is not None and document.says_the_same_as(self._document)
        if is_other:
            self._segment = self._same_segment(document)
        self._document = document
        if is_same:
            self._show_trust(document)
            return
        self._story = tell(document, self._context.formats)
        is_by_rule = bool(document.segmentation.kinds)
        is_followed = document.plan.grouping is Grouping.FOLLOWED
        is_cut = document.scan.suggestion.k is None and not (is_by_rule or is_followed)
        self._show_message(document, is_cut=is_cut)
        self.set_subtitle(by_rule_sentence() if is_by_rule else self._story.difference)
        self.picture.show_document(document, self._story)
        self.aside.show_document(document, self._story)
        self._show_trust(document)
        self.picture.show_segment(self._segment)
        self.customers.show_segment(self._segment)

    def _same_segment(self, document: Document) -> int | None:
        """Give the chosen segment of rearranged groups, if it is still there."""
        before = self._document
        if before is None or before.scan is not document.scan or self._segment is None:
            return None
        assert before.segmentation is not None
        assert document.segmentation is not None
        if before.k != document.k or before.plan.grouping is not document.plan.grouping:
            return None
        piece, pieces = before.segmentation.pieces[self._segment], document.segmentation.pieces
        return pieces.index(piece) if piece in pieces else None

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self.set_waiting_title(_("Your groups"))
        self.main_button.setText(_("Next: share the lists"))
        self.picture = GroupsPicture(self._context)
        self.customers = CustomerPanel(self._context)
        self.aside = GroupsAside(self._context)
        self._cards = self.aside.cards
        CardActions(self._context.session, self._cards)
        left = QSplitter(Qt.Orientation.Vertical)
        left.setChildrenCollapsible(False)
        left.setHandleWidth(theme.px(10))
        self.picture.setMinimumHeight(theme.px(PICTURE_HEIGHT))
        self.customers.setMinimumHeight(theme.px(TABLE_HEIGHT))
        left.addWidget(self.picture)
        left.addWidget(self.customers)
        left.setStretchFactor(0, 2)
        left.setStretchFactor(1, 1)
        left.setSizes([theme.px(336), theme.px(172)])
        self._columns = Columns(theme, spacing=14)
        self._columns.turned.connect(self._on_columns_turned)
        self._columns.add(left)
        self._columns.add(self.aside, CARDS_WIDTH)
        self.body.addWidget(self._columns, 1)
        self._note = BehindNote(self, self._context.session.behind, "trust")

    def _connect(self) -> None:
        self._context.session.behind.changed.connect(self._show_cards)
        self.message_bar.action_chosen.connect(self._on_message_answered)
        self._cards.segment_chosen.connect(self._on_segment_chosen)
        self.picture.customer_clicked.connect(self._on_customer_clicked)
        self.picture.customers_selected.connect(self._on_customers_selected)
        self.picture.segment_clicked.connect(self._on_segment_chosen)
        self.customers.customer_chosen.connect(self.picture.mark_customer)
        self.customers.customer_chosen.connect(self.aside.look_at)
        self.aside.customer_requested.connect(self._on_customer_clicked)
        self.customers.everyone_requested.connect(self._on_everyone_requested)

    # showing --------------------------------------------------------------------------------

    def _show_trust(self, document: Document) -> None:
        """Show how far the groups can be trusted, in the places that are kept for it."""
        assert document.scan is not None
        assert document.segmentation is not None
        assert self._story is not None
        k, trust = document.segmentation.k, document.trust
        if document.segmentation.kinds:
            title = ngettext("Your customers in {k} kind", "Your customers in {k} kinds", k)
            self.set_title(title.format(k=k))
        else:
            is_cut = document.scan.suggestion.k is None and not self._is_followed
            self.set_title(groups_title(document.segmentation.letters, trust, is_cut=is_cut))
        self._note.show_document(document, self._verdict(document))
        self.customers.show_document(document, self._story)
        self.aside.show_trust(document)
        self._show_cards()

    def _show_message(self, document: Document, *, is_cut: bool) -> None:
        """Say that the groups are only cut, and what was taken for true until the user agreed."""
        words, actions = [], []
        if is_cut:
            words.append(
                _("We found no natural groups. These parts are useful, but their borders are ours.")
            )
            actions.append(("why", _("Why?")))
        if (odd := odd_segment(document)) is not None:
            words.append(_odd_words(*odd))
            actions.append(("check", _("Look at it")))
        elif document.raw is not self._agreed and (unclear := _unclear(document)):
            words.append(_("{assumed} Is that right?").format(assumed=unclear))
            actions = [*actions[:1], *(() if is_cut else ((AGREE, _("Yes")),))]
            actions.append(("file", _("Look at your file")))
        if words:
            self.message_bar.show_message(Message("info", " ".join(words), tuple(actions)))
        else:
            self.message_bar.clear_if("info")

    @Slot()
    def _show_cards(self) -> None:
        document, formats = self._document, self._context.formats
        if document is None:
            return
        assert self._story is not None
        contents = card_contents(document, self._story, partial(self._truths, document), formats)
        self._cards.show_contents(contents, self._segment, changes_content(document, formats))

    def _show_segment(self) -> None:
        self._show_cards()
        self.picture.show_segment(self._segment)
        self.customers.show_segment(self._segment)

    @property
    def _is_followed(self) -> bool:
        return self._document is not None and self._document.plan.grouping is Grouping.FOLLOWED

    def _truths(self, document: Document, segment: int) -> str:
        if document.baseline is not None and self._is_followed:
            return member_sentence(document.baseline.made_on, self._context.formats)
        if document.trust is not None:
            has_words = bool(self._word_facts(document))
            return two_truths(document.trust.segments[segment], has_words=has_words)
        if self._note.is_awaited:
            return _("Looking at how sure this is…")
        return _("We have not looked at how sure this is.") if self._note.is_stopped else ""

    def _verdict(self, document: Document) -> str:
        if document.trust is None:
            return ""
        assert document.segmentation is not None
        letters = document.segmentation.letters
        return verdict_sentence(document.trust, letters, self._word_facts(document))

    def _word_facts(self, document: Document) -> tuple[str, ...]:
        assert document.prepared is not None
        assert document.customers is not None
        return word_facts(document.prepared, document.customers.columns)

    # slots ----------------------------------------------------------------------------------

    @Slot(str)
    def _on_message_answered(self, key: str) -> None:
        if key in (AGREE, "file") and self._document is not None:
            self._agreed = self._document.raw

    @Slot(int)
    def _on_segment_chosen(self, segment: int) -> None:
        self._segment = None if segment == self._segment else segment
        self._show_segment()

    @Slot(int)
    def _on_customer_clicked(self, row: int) -> None:
        assert self._document is not None
        assert self._document.segmentation is not None
        label = int(self._document.segmentation.labels[row])
        if self._segment is not None and label != self._segment:
            self._segment = None
            self._show_segment()
        self.customers.choose_customer(row)
        self.picture.mark_customer(row)
        self.aside.look_at(row)

    @Slot(object)
    def _on_customers_selected(self, rows: IntArray) -> None:
        self._segment = None
        self._show_cards()
        self.customers.show_customers(rows)

    @Slot()
    def _on_everyone_requested(self) -> None:
        self._segment = None
        self._show_segment()

    @Slot(bool)
    def _on_columns_turned(self, is_row: bool) -> None:
        self.aside.unroll(not is_row)
        px = self.theme.px
        self.picture.setMinimumHeight(px(PICTURE_HEIGHT if is_row else PICTURE_HEIGHT_ALONE))
        self.customers.setMinimumHeight(px(TABLE_HEIGHT if is_row else TABLE_HEIGHT_ALONE))

    # Qt overrides ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= self.theme.px(WIDE_WINDOW)
        self._columns.set_width(self.aside, CARDS_WIDTH_WIDE if is_wide else CARDS_WIDTH)


def _odd_words(letter: str, finding: Finding) -> str:
    return _(
        "Group {letter} was made by an unusual value in “{column}”. Is it right? You can leave it out."
    ).format(letter=letter, column=short_name(finding.column or ""))


def _unclear(document: Document) -> str:
    assert document.raw is not None
    assert document.checked is not None
    plan = document.plan
    code_page = region_of(plan.region).code_page
    return " ".join(unclear_sentences(document.raw, document.checked, plan.reading, code_page))
