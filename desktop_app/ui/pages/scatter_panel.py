"""The scatter on the page Your groups, with the choice of its two axes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.charts.scatter_view import OVERVIEW, ScatterAxes, default_axes, scatter_view
from desktop_app.charts.segment_scatter import (
    describe_scatter,
    draw_segment_scatter,
    nearest_row,
    scatter_table,
)
from desktop_app.core.checking.columns import Kind, Role
from desktop_app.i18n import _
from desktop_app.ui.widgets.chart_frame import ChartFrame
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.plot_view import PlotView
from desktop_app.wording.facts import short_names

if TYPE_CHECKING:
    from desktop_app.charts.scatter_view import ScatterView
    from desktop_app.core.checking.columns import Column
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.ui.pages.context import PageContext


class ScatterPanel(QWidget):
    """Draws the customers over two facts, or over an overview of all of them.

    Signals: ``customer_clicked(row)`` in the customer table.
    """

    customer_clicked = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document: Document | None = None
        self._names: dict[str, str] = {}
        self._axes: ScatterAxes | None = None
        self.view: ScatterView | None = None
        self._segment: int | None = None
        self.marked_customer: int | None = None
        self._build()
        self._connect()

    def show_document(self, document: Document, story: Story) -> None:
        """Draw the groups of a complete document; the axes stay while its facts stay."""
        is_same_facts = self._document is not None and self._document.prepared is document.prepared
        is_same_groups = (
            self._document is not None and self._document.segmentation is document.segmentation
        )
        self._document, self._names = document, story.names
        if not is_same_facts:
            self._axes = default_axes(document.features)
            self._fill_combos(document)
        if not is_same_groups:
            self.marked_customer = None
        self._make_view()

    def show_segment(self, segment: int | None) -> None:
        """Bring out the points of ``segment``; ``None`` brings out all."""
        if segment != self._segment:
            self._segment = segment
            self._draw()

    @Slot(int)
    def mark_customer(self, row: int) -> None:
        """Draw a ring around the customer in ``row`` of the customer table."""
        self.marked_customer = row
        self._show_mark()

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self._plot = PlotView(theme, _("Customers by group"))
        self._across, self._up = QComboBox(), QComboBox()
        self._across.setAccessibleName(_("Fact across"))
        self._up.setAccessibleName(_("Fact up"))
        for combo in (self._across, self._up):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._up_words = text_label(_("Up"), theme, tone="text2")
        lead = QWidget()
        axes = QHBoxLayout(lead)
        axes.setContentsMargins(0, 0, 0, 0)
        axes.setSpacing(theme.px(6))
        axes.addWidget(text_label(_("Across"), theme, tone="text2"))
        axes.addWidget(self._across)
        axes.addWidget(self._up_words)
        axes.addWidget(self._up)
        axes.addStretch(1)
        self._frame = ChartFrame(_("Customers by group"), "", self._plot, theme, lead=lead)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)

    def _connect(self) -> None:
        self._across.activated.connect(self._on_axes_chosen)
        self._up.activated.connect(self._on_axes_chosen)
        self._plot.clicked.connect(self._on_plot_clicked)
        self._plot.hovered.connect(self._on_plot_hovered)

    def _fill_combos(self, document: Document) -> None:
        assert document.customers is not None
        columns = [c for c in document.customers.columns if _can_be_axis(c)]
        titles = short_names(document.customers.columns)
        first = [c for c in columns if c.name in document.features]
        ordered = first + [c for c in columns if c not in first]
        for combo in (self._across, self._up):
            combo.clear()
            for column in ordered:
                combo.addItem(titles[column.name], column.name)
        if len(document.features) > 2:
            self._across.insertItem(0, _("All facts at once"), OVERVIEW)

    # showing --------------------------------------------------------------------------------

    def _make_view(self) -> None:
        document, axes = self._document, self._axes
        assert document is not None
        assert axes is not None
        self._show_axes(axes)
        self._context.runner.start(
            "scatter",
            scatter_view,
            document.customers,
            document.prepared,
            document.segmentation,
            tuple(self._names.values()),
            axes,
            self._context.formats,
            on_done=self._on_view_made,
        )

    def _show_axes(self, axes: ScatterAxes) -> None:
        self._across.setCurrentIndex(self._across.findData(axes.across))
        is_overview = axes.across == OVERVIEW
        self._up.setVisible(not is_overview)
        self._up_words.setVisible(not is_overview)
        if not is_overview:
            self._up.setCurrentIndex(self._up.findData(axes.up))

    def _draw(self) -> None:
        view, segment = self.view, self._segment
        if view is None:
            return
        # The words come first: they may change the room that is left for the drawing.
        self._frame.set_note(view.note)
        self._frame.show_table(*scatter_table(view, self._context.formats))
        self._plot.draw(
            lambda ax, style: draw_segment_scatter(ax, view, style, chosen_segment=segment),
            describe_scatter(view),
        )
        self._show_mark()

    def _show_mark(self) -> None:
        view, row = self.view, self.marked_customer
        if view is None or row is None:
            self._plot.overlay(None, "")
            return
        self._plot.overlay((float(view.x[row]), float(view.y[row])), self._customer_words(row))

    def _customer_words(self, row: int) -> str:
        assert self._document is not None
        assert self._document.customers is not None
        customers = self._document.customers
        if customers.customer_id is None:
            return _("Row {n}").format(n=row + 1)
        return str(customers.frame[customers.customer_id].iloc[row])

    # slots ----------------------------------------------------------------------------------

    @Slot(object)
    def _on_view_made(self, view: ScatterView) -> None:
        self.view = view
        self._draw()

    @Slot(int)
    def _on_axes_chosen(self, _index: int) -> None:
        self._axes = ScatterAxes(self._across.currentData(), self._up.currentData())
        self._make_view()

    @Slot(float, float)
    def _on_plot_clicked(self, x: float, y: float) -> None:
        row = self._row_at(x, y)
        if row is not None:
            self.customer_clicked.emit(row)

    @Slot(object)
    def _on_plot_hovered(self, point: tuple[float, float] | None) -> None:
        row = None if point is None else self._row_at(*point)
        if row is None or self.view is None:
            self._show_mark()
            return
        view = self.view
        self._plot.overlay((float(view.x[row]), float(view.y[row])), self._customer_words(row))

    def _row_at(self, x: float, y: float) -> int | None:
        if self.view is None:
            return None
        return nearest_row(self.view, x, y, self._plot.data_per_pixel())


def _can_be_axis(column: Column) -> bool:
    return column.kind is Kind.NUMBER and column.role not in (Role.ID, Role.CONTACT)
