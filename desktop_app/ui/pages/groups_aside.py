"""The right column of Your groups: the cards, or another way to look at the same groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.pages.one_customer_panel import OneCustomerPanel, look
from desktop_app.ui.pages.separating_panel import SeparatingPanel
from desktop_app.ui.pages.start_panel import StartPanel
from desktop_app.ui.widgets.segment_cards import SegmentCards
from desktop_app.ui.widgets.segmented import SegmentedControl
from desktop_app.wording.facts import lower_first, short_name

if TYPE_CHECKING:
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.ui.pages.context import PageContext
    from desktop_app.ui.pages.one_customer_panel import CustomerLook
    from desktop_app.ui.widgets.scrolling_column import ScrollingColumn

CARDS, SEPARATING, START, CUSTOMER = "cards", "separating", "start", "customer"


class GroupsAside(QWidget):
    """Shows one panel of several; a switch at the head chooses among them.

    One customer takes the place of all, with a way back. Signals: ``customer_requested(row)``.
    """

    customer_requested = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document: Document | None = None
        self._story: Story | None = None
        self._seen: CustomerLook | None = None
        self._build()
        self._connect()

    def show_document(self, document: Document, story: Story) -> None:
        """Show a complete document in every panel but the cards, which the page fills."""
        self._document, self._story = document, story
        self.separating.show_document(document, story)
        self.start.show_document(document, story)
        self.show_trust(document)

    def show_trust(self, document: Document) -> None:
        """Show how sure the customer on show is; somebody of other groups goes."""
        self._document = document
        if self._seen is None or self._story is None:
            return
        if self._seen.segmentation is document.segmentation:
            self.customer.show_customer(self._seen, document, self._story)
        else:
            self.leave_customer()

    @Slot(int)
    def look_at(self, row: int) -> None:
        """Tell of the customer in ``row`` of the customer table."""
        document = self._document
        if document is None:
            return
        parts = (document.customers, document.prepared, document.segmentation)
        self._context.runner.start("customer", look, *parts, row, on_done=self._on_looked)

    @Slot()
    def leave_customer(self) -> None:
        """Go back to the panel that was on show before."""
        self._seen = None
        self.show_panel(self.switch.chosen)

    def unroll(self, is_unrolled: bool) -> None:
        """Stand at full height for a page that scrolls itself, or scroll."""
        for panel in self._panels.values():
            panel.unroll(is_unrolled)

    @Slot(str)
    def show_panel(self, key: str) -> None:
        """Show the panel called ``key``."""
        self.switch.setVisible(key != CUSTOMER)
        if key != CUSTOMER:
            self._seen = None
            self.switch.choose(key)
        # What disappears goes first: the column is laid out anew when something appears.
        for other, panel in self._panels.items():
            if other != key:
                panel.hide()
        self._panels[key].show()

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self.cards = SegmentCards(theme)
        self.separating = SeparatingPanel(self._context)
        self.customer = OneCustomerPanel(self._context)
        self.start = StartPanel(self._context)
        self._panels: dict[str, ScrollingColumn] = {
            CARDS: self.cards,
            SEPARATING: self.separating,
            CUSTOMER: self.customer,
            START: self.start,
        }
        words = {CARDS: _("Groups"), SEPARATING: _("What separates"), START: _("Start with")}
        self.switch = SegmentedControl(tuple(words.items()), theme, _("What stands beside"))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.switch)
        for panel in self._panels.values():
            column.addWidget(panel, 1)
        self.show_panel(CARDS)

    def _connect(self) -> None:
        self.switch.choice_changed.connect(self.show_panel)
        self.customer.back_requested.connect(self.leave_customer)
        self.customer.customer_requested.connect(self.customer_requested)
        self.separating.without_requested.connect(self._on_without_requested)
        self.start.segment_requested.connect(self._on_segment_requested)

    # slots ----------------------------------------------------------------------------------

    @Slot(object)
    def _on_looked(self, seen: CustomerLook) -> None:
        document, story = self._document, self._story
        if document is None or story is None or seen.segmentation is not document.segmentation:
            return
        self._seen = seen
        self.customer.show_customer(seen, document, story)
        self.show_panel(CUSTOMER)

    @Slot(int)
    def _on_segment_requested(self, segment: int) -> None:
        """Open the card of a group that is asked for; asked for twice it stays open."""
        self.show_panel(CARDS)
        self.cards.open_segment(segment)

    @Slot(str)
    def _on_without_requested(self, column: str) -> None:
        session = self._context.session
        features = tuple(name for name in session.document.features if name != column)
        plan = session.document.plan
        label = _("leave out {fact}").format(fact=lower_first(short_name(column)))
        session.apply(plan.with_features(features), label)

    # Qt overrides ---------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return False  # the switch may wrap, but the panels scroll at any height

    def minimumSizeHint(self) -> QSize:
        column, least = self._column, self._column.minimumSize()
        height = column.minimumHeightForWidth(self.width()) if column.hasHeightForWidth() else 0
        return least.expandedTo(QSize(0, height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
