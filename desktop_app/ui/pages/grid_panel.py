"""The grid of the classic view in its frame: who is pointed at, clicked and chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.charts.recency_value_grid import cell_at, draw_recency_value_grid, place_of
from desktop_app.i18n import _
from desktop_app.ui.widgets.chart_frame import ChartFrame
from desktop_app.ui.widgets.plot_view import PlotView
from desktop_app.wording.classic import kind_names
from desktop_app.wording.recency_value import (
    GridWords,
    cell_words,
    describe_recency_value_grid,
    recency_value_table,
)

if TYPE_CHECKING:
    from desktop_app.core.customers.classic.views import ClassicKind, ClassicView, GridCell
    from desktop_app.document.document import Document
    from desktop_app.ui.pages.context import PageContext

GRID_HEIGHT = 230  # at least, so that a page with a message need not scroll
SMALL_GRID_HEIGHT = 180  # beside a table


class GridPanel(QWidget):
    """Draws how recently and how much customers bought; ``lead`` stands in place of the heading.

    Signals: ``kind_clicked(kind)`` of those who are in the place that was clicked.
    """

    kind_clicked = Signal(object)

    def __init__(
        self,
        context: PageContext,
        parent: QWidget | None = None,
        *,
        lead: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._view: ClassicView | None = None
        self._words = GridWords({}, context.formats)
        self._chosen: ClassicKind | None = None
        self._marked: GridCell | None = None
        self._build(lead)
        self.plot.hovered.connect(self._on_plot_hovered)
        self.plot.clicked.connect(self._on_plot_clicked)

    def show_document(self, document: Document) -> None:
        """Draw the customers of a document that come from orders."""
        assert document.customers is not None
        view, orders = document.customers.classic, document.customers.orders
        assert view is not None
        if view is self._view:
            return
        clock = None if orders is None else orders.clock
        self._view, self._marked = view, None
        self._words = GridWords(kind_names(), self._context.formats, clock)
        self._draw()
        self.frame.show_table(*recency_value_table(view, self._words))

    def show_kind(self, kind: ClassicKind | None) -> None:
        """Bring out the customers of ``kind``; ``None`` brings out nobody."""
        if kind is not self._chosen:
            self._chosen = kind
            self._draw()

    @Slot(int)
    def mark_customer(self, row: int) -> None:
        """Draw a ring where the customer in ``row`` of the customer table is."""
        view = self._view
        if view is None:
            return
        place = int(view.recency[row]), int(view.value[row])
        self._marked = next((c for c in view.cells if (c.recency, c.value) == place), None)
        self._point_at(self._marked)

    def _build(self, lead: QWidget | None) -> None:
        theme = self._context.theme
        self.plot = PlotView(theme, _("How recent and how much"))
        self.plot.setMinimumHeight(theme.px(GRID_HEIGHT if lead is None else SMALL_GRID_HEIGHT))
        self.frame = ChartFrame(
            _("How recent and how much"),
            _("Stronger colour means more customers; the % is their share of the money"),
            self.plot,
            theme,
            lead=lead,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def _draw(self) -> None:
        view, words, chosen = self._view, self._words, self._chosen
        if view is None:
            return
        self.plot.draw(
            lambda ax, style: draw_recency_value_grid(ax, view, style, words=words, chosen=chosen),
            describe_recency_value_grid(view, words),
        )
        self._point_at(self._marked)

    def _point_at(self, cell: GridCell | None) -> None:
        if self._view is None or cell is None:
            self.plot.overlay(None, "")
        else:
            self.plot.overlay(place_of(cell), cell_words(self._view, cell, self._words))

    def _cell_at(self, x: float, y: float) -> GridCell | None:
        return None if self._view is None else cell_at(self._view, x, y)

    # slots ----------------------------------------------------------------------------------

    @Slot(object)
    def _on_plot_hovered(self, point: tuple[float, float] | None) -> None:
        cell = None if point is None else self._cell_at(*point)
        self._point_at(self._marked if cell is None else cell)

    @Slot(float, float)
    def _on_plot_clicked(self, x: float, y: float) -> None:
        cell = self._cell_at(x, y)
        if cell is not None and cell.kinds:
            self.kind_clicked.emit(cell.kinds[0])
