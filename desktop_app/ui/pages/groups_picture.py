"""The picture on the page Your groups: points, and for groups by rule first of all their grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from desktop_app.i18n import _
from desktop_app.ui.pages.grid_panel import GridPanel
from desktop_app.ui.pages.scatter_panel import ScatterPanel
from desktop_app.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.customers.classic.views import ClassicKind
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.ui.pages.context import PageContext

GRID, POINTS = "grid", "points"


class GroupsPicture(QStackedWidget):
    """Shows points, or the grid with a switch between the two.

    Signals: ``customer_clicked(row)`` in the customer table; ``segment_clicked(segment)``.
    """

    customer_clicked = Signal(int)
    segment_clicked = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        # Each picture has the switch where its heading would be, so that it costs no room.
        self._switches = tuple(
            SegmentedControl(
                ((GRID, _("Grid")), (POINTS, _("Points"))),
                context.theme,
                _("Picture of the groups"),
            )
            for _panel in (GRID, POINTS)
        )
        self.grid = GridPanel(context, lead=self._switches[0])
        self.scatter = ScatterPanel(context, switch=self._switches[1])
        self.addWidget(self.grid)
        self.addWidget(self.scatter)
        for switch in self._switches:
            switch.choice_changed.connect(self._show_picture)
        self.grid.kind_clicked.connect(self._on_kind_clicked)
        self.scatter.customer_clicked.connect(self.customer_clicked)

    def show_document(self, document: Document, story: Story) -> None:
        """Draw the groups of a complete document."""
        assert document.segmentation is not None
        before, self._document = self._document, document
        is_by_rule = bool(document.segmentation.kinds)
        self._switches[1].setVisible(is_by_rule)
        if is_by_rule:
            self.grid.show_document(document)
        was_by_rule = before is not None and _is_by_rule(before)
        if before is None or is_by_rule is not was_by_rule:
            self._show_picture(GRID if is_by_rule else POINTS)
        self.scatter.show_document(document, story)

    def show_segment(self, segment: int | None) -> None:
        """Bring out the customers of ``segment``; ``None`` brings out all."""
        assert self._document is not None
        assert self._document.segmentation is not None
        kinds = self._document.segmentation.kinds
        self.grid.show_kind(kinds[segment] if kinds and segment is not None else None)
        self.scatter.show_segment(segment)

    @Slot(int)
    def mark_customer(self, row: int) -> None:
        """Draw a ring around the customer in ``row`` of the customer table."""
        if self._document is not None and _is_by_rule(self._document):
            self.grid.mark_customer(row)
        self.scatter.mark_customer(row)

    @Slot(str)
    def _show_picture(self, key: str) -> None:
        for switch in self._switches:
            switch.choose(key)
        self.setCurrentWidget(self.grid if key == GRID else self.scatter)

    @Slot(object)
    def _on_kind_clicked(self, kind: ClassicKind) -> None:
        assert self._document is not None
        assert self._document.segmentation is not None
        kinds = self._document.segmentation.kinds
        if kind in kinds:
            self.segment_clicked.emit(kinds.index(kind))


def _is_by_rule(document: Document) -> bool:
    return document.segmentation is not None and bool(document.segmentation.kinds)
