"""The pictures on the page Your groups, one at a time: points, what the groups are like, a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from desktop_app.charts.group_pictures import GroupView
from desktop_app.i18n import _
from desktop_app.ui.pages.described_panel import DescribedPanel
from desktop_app.ui.pages.grid_panel import GridPanel
from desktop_app.ui.pages.scatter_panel import ScatterPanel
from desktop_app.ui.widgets.axis_box import AxisBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.customers.classic.views import ClassicKind
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.ui.pages.context import PageContext

GRID, POINTS = "grid", "points"


class GroupsPicture(QStackedWidget):
    """Shows the picture that is chosen at its head.

    Signals: ``customer_clicked(row)`` and ``customers_selected(rows)`` in the customer table;
    ``segment_clicked(segment)``.
    """

    customer_clicked = Signal(int)
    customers_selected = Signal(object)
    segment_clicked = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._story: Story | None = None
        self.chosen = POINTS
        # Each picture has the choice where its heading would be, so that it costs no room.
        self._boxes = tuple(
            AxisBox(_("Picture of the groups"), context.theme) for _panel in range(3)
        )
        self.grid = GridPanel(context, lead=self._boxes[0])
        self.scatter = ScatterPanel(context, switch=self._boxes[1])
        self.described = DescribedPanel(context, switch=self._boxes[2])
        for panel in (self.grid, self.scatter, self.described):
            self.addWidget(panel)
        for box in self._boxes:
            box.choice_made.connect(self._on_box_choice_made)
        self.grid.kind_clicked.connect(self._on_kind_clicked)
        self.scatter.customer_clicked.connect(self.customer_clicked)
        self.described.segment_clicked.connect(self.segment_clicked)
        self.scatter.customers_selected.connect(self.customers_selected)

    def show_document(self, document: Document, story: Story) -> None:
        """Draw the groups of a complete document."""
        assert document.segmentation is not None
        before, self._document, self._story = self._document, document, story
        is_by_rule = bool(document.segmentation.kinds)
        if is_by_rule:
            self.grid.show_document(document)
        self.scatter.show_document(document, story)
        self.described.show_document(document, story)
        was_by_rule = before is not None and _is_by_rule(before)
        if is_by_rule is not was_by_rule or self.chosen not in self._choices():
            self.chosen = GRID if is_by_rule else POINTS
        self._show_chosen()

    def show_segment(self, segment: int | None) -> None:
        """Bring out the customers of ``segment``; ``None`` brings out all."""
        assert self._document is not None
        assert self._document.segmentation is not None
        kinds = self._document.segmentation.kinds
        self.grid.show_kind(kinds[segment] if kinds and segment is not None else None)
        self.scatter.show_segment(segment)
        self.described.show_segment(segment)

    @Slot(int)
    def mark_customer(self, row: int) -> None:
        """Draw a ring around the customer in ``row`` of the customer table."""
        if self._document is not None and _is_by_rule(self._document):
            self.grid.mark_customer(row)
        self.scatter.mark_customer(row)

    def _choices(self) -> dict[str | None, str]:
        """Give the pictures that there are of these groups, by key."""
        names = {
            GroupView.PROFILE: _("Profile"),
            GroupView.SIZES: _("Sizes and money"),
            GroupView.SPREAD: _("Spread of a fact"),
            GroupView.WORDS: _("Words"),
            GroupView.TABLE: _("All facts"),
            GroupView.PAIR: _("Two groups"),
        }
        found: dict[str | None, str] = {}
        if self._document is not None and _is_by_rule(self._document):
            found[GRID] = _("Grid")
        found[POINTS] = _("Points")
        return found | {view.value: names[view] for view in self.described.offered}

    def _show_chosen(self) -> None:
        choices = self._choices()
        for box in self._boxes:
            box.show_choices(choices, self.chosen)
        if self.chosen == GRID:
            self.setCurrentWidget(self.grid)
        elif self.chosen == POINTS:
            self.setCurrentWidget(self.scatter)
        else:
            self.setCurrentWidget(self.described)
            self.described.show_view(GroupView(self.chosen))

    @Slot(object)
    def _on_box_choice_made(self, key: str) -> None:
        had_focus = any(box.hasFocus() for box in self._boxes)
        self.chosen = key
        self._show_chosen()
        if had_focus:
            # The choice that was made went away with its picture; its like in the new one goes on.
            self._boxes[self.currentIndex()].setFocus()

    @Slot(object)
    def _on_kind_clicked(self, kind: ClassicKind) -> None:
        assert self._document is not None
        assert self._document.segmentation is not None
        kinds = self._document.segmentation.kinds
        if kind in kinds:
            self.segment_clicked.emit(kinds.index(kind))


def _is_by_rule(document: Document) -> bool:
    return document.segmentation is not None and bool(document.segmentation.kinds)
