"""The scatter on the page Your groups, with the choice of its two axes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.charts.scatter_axes import AxisChoice, axis_choice
from desktop_app.charts.scatter_view import OVERVIEW, scatter_view
from desktop_app.charts.segment_scatter import (
    describe_scatter,
    draw_segment_scatter,
    nearest_row,
    scatter_table,
)
from desktop_app.i18n import _
from desktop_app.ui.widgets.axis_box import AxisBox
from desktop_app.ui.widgets.chart_frame import ChartFrame
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.plot_view import PlotView
from desktop_app.wording.facts import short_names
from desktop_app.wording.numbers import NO_BREAK_SPACE

if TYPE_CHECKING:
    from desktop_app.charts.scatter_view import ScatterAxes, ScatterView
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.ui.pages.context import PageContext

MOST_FACTS = 3  # of an overview that are said of a customer who is pointed at


class ScatterPanel(QWidget):
    """Draws the customers over two facts, or over an overview; ``switch`` stands before the axes.

    Signals: ``customer_clicked(row)`` in the customer table.
    """

    customer_clicked = Signal(int)

    def __init__(
        self,
        context: PageContext,
        parent: QWidget | None = None,
        *,
        switch: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._document: Document | None = None
        self._names: dict[str, str] = {}
        self._choice = AxisChoice(())
        self._axes: ScatterAxes | None = None
        self.view: ScatterView | None = None
        self._segment: int | None = None
        self.marked_customer: int | None = None
        self._build(switch)
        self._connect()

    def show_document(self, document: Document, story: Story) -> None:
        """Draw the groups of a complete document; the axes stay while its facts stay."""
        assert document.customers is not None
        assert document.prepared is not None
        is_same_facts = self._document is not None and self._document.prepared is document.prepared
        is_same_groups = (
            self._document is not None and self._document.segmentation is document.segmentation
        )
        self._document, self._names = document, story.names
        if not is_same_facts:
            self.view = None  # its rows are those of other customers
            self._choice = axis_choice(document.customers, document.prepared, document.features)
            self._axes = self._choice.first()
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

    def _build(self, switch: QWidget | None) -> None:
        theme = self._context.theme
        self._plot = PlotView(theme, _("Customers by group"))
        self._across = AxisBox(_("Fact across"), theme)
        self._up = AxisBox(_("Fact up"), theme)
        self._across_field = self._field(_("Across"), self._across)
        self._up_field = self._field(_("Up"), self._up)
        lead = QWidget()
        axes = FlowRows(lead, spacing=theme.px(6), row_spacing=theme.px(4))
        if switch is not None:
            axes.addWidget(switch)
        axes.addWidget(self._across_field)
        axes.addWidget(self._up_field)
        self._frame = ChartFrame(_("Customers by group"), "", self._plot, theme, lead=lead)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)

    def _connect(self) -> None:
        self._across.choice_made.connect(self._on_across_choice_made)
        self._up.choice_made.connect(self._on_up_choice_made)
        self._plot.clicked.connect(self._on_plot_clicked)
        self._plot.hovered.connect(self._on_plot_hovered)

    def _field(self, words: str, box: AxisBox) -> QWidget:
        field = QWidget()
        row = QHBoxLayout(field)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._context.theme.px(4))
        row.addWidget(text_label(words, self._context.theme, tone="text2"))
        row.addWidget(box, 1)
        return field

    # showing --------------------------------------------------------------------------------

    def _make_view(self) -> None:
        document, axes = self._document, self._axes
        assert document is not None
        self._across_field.setVisible(axes is not None)
        self._up_field.setVisible(axes is not None and axes.across != OVERVIEW)
        self._plot.setVisible(axes is not None)
        if axes is None:
            self._frame.set_note(_("There are no numbers in this list to draw the customers by."))
            return
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
        titles = self._titles()
        facts: dict[str | None, str] = {name: titles[name] for name in self._choice.facts}
        overview: dict[str | None, str] = {OVERVIEW: _("All facts at once")}
        self._across.show_choices(
            overview | facts if self._choice.has_overview else facts, axes.across
        )
        self._up.show_choices(facts, axes.up)

    def _titles(self) -> dict[str, str]:
        assert self._document is not None
        assert self._document.customers is not None
        return short_names(self._document.customers.columns)

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
        self._point_at(self.marked_customer)

    def _point_at(self, row: int | None) -> None:
        """Draw a ring around a customer and say who it is, if it has a place in the picture."""
        view = self.view
        if view is None or row is None or not np.isfinite([view.x[row], view.y[row]]).all():
            self._plot.overlay(None, "")
            return
        self._plot.overlay((float(view.x[row]), float(view.y[row])), self._customer_words(row))

    def _customer_words(self, row: int) -> str:
        """Name a customer with the values on both axes, or with the first facts of an overview."""
        assert self._document is not None
        assert self._document.customers is not None
        assert self.view is not None
        customers = self._document.customers
        words = [
            _("Row {n}").format(n=row + 1)
            if customers.customer_id is None
            else str(customers.frame[customers.customer_id].iloc[row])
        ]
        columns = [axis.column for axis in (self.view.x_axis, self.view.y_axis)]
        if columns == [None, None]:
            titles = self._titles()
            features = [name for name in self._choice.facts if name in self._document.features]
            words += [f"{titles[name]} {self._value(name, row)}" for name in features[:MOST_FACTS]]
        else:
            names = dict.fromkeys(column.name for column in columns if column is not None)
            words += [self._value(name, row) for name in names]
        return " · ".join(part.replace(" ", NO_BREAK_SPACE) for part in words)

    def _value(self, name: str, row: int) -> str:
        """Give a customer's value of a fact in words."""
        assert self._document is not None
        assert self._document.customers is not None
        customers = self._document.customers
        value = customers.frame[name].iloc[row]
        known = math.nan if pd.isna(value) else float(value)
        return self._context.formats.value(known, customers.column(name))

    # slots ----------------------------------------------------------------------------------

    @Slot(object)
    def _on_view_made(self, view: ScatterView) -> None:
        self.view = view
        self._draw()

    @Slot(object)
    def _on_across_choice_made(self, across: str) -> None:
        assert self._axes is not None
        self._axes = self._choice.with_across(self._axes, across)
        self._make_view()

    @Slot(object)
    def _on_up_choice_made(self, up: str) -> None:
        assert self._axes is not None
        self._axes = self._choice.with_up(self._axes, up)
        self._make_view()

    @Slot(float, float)
    def _on_plot_clicked(self, x: float, y: float) -> None:
        row = self._row_at(x, y)
        if row is not None:
            self.customer_clicked.emit(row)

    @Slot(object)
    def _on_plot_hovered(self, point: tuple[float, float] | None) -> None:
        row = None if point is None else self._row_at(*point)
        self._point_at(self.marked_customer if row is None else row)

    def _row_at(self, x: float, y: float) -> int | None:
        if self.view is None:
            return None
        return nearest_row(self.view, x, y, self._plot.data_per_pixel())
