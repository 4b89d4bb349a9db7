"""The scatter on the page Your groups: over two facts, all at once, or three as a body."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.charts.borders import Borders, borders_of, borders_words
from desktop_app.charts.lasso import rows_around
from desktop_app.charts.scatter_axes import AxisChoice, axis_choice
from desktop_app.charts.scatter_view import OVERVIEW, THREE_FACTS, scatter_view, window_of
from desktop_app.charts.scatter_words import describe_scatter, nearest_row, scatter_table
from desktop_app.charts.segment_scatter import Look, draw_segment_scatter
from desktop_app.charts.solid import Solid, Turn, box_sides, seen_from, solid_of
from desktop_app.charts.zooming import place_at, shifted, zoomed
from desktop_app.i18n import _
from desktop_app.ui.pages.axis_fields import AxisFields
from desktop_app.ui.pages.point_words import point_words
from desktop_app.ui.widgets.chart_frame import ChartFrame
from desktop_app.ui.widgets.plot_hand import PlotHand
from desktop_app.ui.widgets.plot_tools import PlotTools
from desktop_app.ui.widgets.plot_view import PlotView
from desktop_app.wording.facts import short_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.charts.scatter_view import ScatterAxes, ScatterView, Window
    from desktop_app.charts.zooming import Limits
    from desktop_app.core.segmenting.results import IntArray
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.ui.pages.context import PageContext

MOST_FACTS = 3  # of an overview that are said of a customer who is pointed at
HALF_TURN = 180.0  # degrees, for a drag from one side of the picture to the other


class ScatterPanel(QWidget):
    """Draws the customers and answers the hand; ``switch`` stands before the choice of axes.

    Signals: ``customer_clicked(row)`` in the customer table; ``customers_selected(rows)`` for those
    whom the user drew a line around.
    """

    customer_clicked = Signal(int)
    customers_selected = Signal(object)

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
        self._solid: Solid | None = None
        self._turn = Turn()
        self._look = Look()
        self._limits: Limits | None = None
        self._news = ""
        self.marked_customer: int | None = None
        self._build(switch)
        self._connect()

    def show_document(self, document: Document, story: Story) -> None:
        """Draw the groups of a complete document; the axes stay while its facts stay."""
        assert document.customers is not None
        assert document.prepared is not None
        before, self._document = self._document, document
        self._names = story.names
        if before is None or before.prepared is not document.prepared:
            self.view = None  # its rows are those of other customers
            self._choice = axis_choice(document.customers, document.prepared, document.features)
            self._axes = self._choice.first()
            self._see_whole()
        if before is None or before.segmentation is not document.segmentation:
            self.marked_customer = None
            self._bring_out(self._look.segment, None)
        self._make_view()

    def show_segment(self, segment: int | None) -> None:
        """Bring out the points of ``segment``; ``None`` brings out all."""
        if segment != self._look.segment or self._look.chosen is not None:
            self._bring_out(segment, None)
            self._draw()

    def show_customers(self, rows: IntArray | None) -> None:
        """Bring out the customers in ``rows`` of the customer table; ``None`` brings out all."""
        self._bring_out(None, rows)
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
        self._hand = PlotHand(self._plot, theme)
        self.tools = PlotTools(self._plot, theme)
        self.fields = AxisFields(theme, switch)
        self._frame = ChartFrame(_("Customers by group"), "", self._plot, theme, lead=self.fields)
        self._frame.controls.addWidget(self.fields.three_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)

    def _connect(self) -> None:
        self.fields.axes_chosen.connect(self._on_axes_chosen)
        self._plot.clicked.connect(self._on_plot_clicked)
        self._plot.hovered.connect(self._on_plot_hovered)
        for zooming in (self._hand, self.tools):
            zooming.zoomed.connect(self._on_zoomed)
            zooming.whole_requested.connect(self._on_whole_requested)
        self._hand.dragged.connect(self._on_dragged)
        self._hand.drawn_around.connect(self._on_drawn_around)
        self._hand.drawing_stopped.connect(self._on_drawing_stopped)
        self.tools.turned.connect(self._on_tools_turned)
        self.tools.drawing_asked.connect(self._on_drawing_asked)
        self.tools.borders_asked.connect(self._on_borders_asked)

    # showing --------------------------------------------------------------------------------

    def _make_view(self) -> None:
        document, axes = self._document, self._axes
        assert document is not None
        assert document.customers is not None
        titles = short_names(document.customers.columns)
        self.fields.show_axes(axes, self._choice, titles)
        self._plot.setVisible(axes is not None)
        if axes is None:
            self._frame.set_note(_("There are no numbers in this list to draw the customers by."))
            return
        is_solid = axes.across == THREE_FACTS
        self.tools.show_turning(is_solid)
        self._context.runner.cancel("borders")
        self._context.runner.cancel("around")
        self._context.runner.start(
            "scatter",
            solid_of if is_solid else scatter_view,
            document.customers,
            document.prepared,
            document.segmentation,
            tuple(self._names.values()),
            axes.facts if is_solid else axes,
            self._context.formats,
            on_done=self._on_solid_made if is_solid else self._on_view_made,
        )

    def _show_view(self, view: ScatterView, solid: Solid | None) -> None:
        self.view, self._solid = view, solid
        self._look = replace(self._look, borders=None)
        self._frame.show_table(*scatter_table(view, self._context.formats))
        self._draw()
        self._find_borders()

    def _find_borders(self) -> None:
        if self.view is None or not self.tools.borders.isChecked() or self._solid is not None:
            return
        assert self._document is not None
        self._context.runner.start(
            "borders",
            borders_of,
            self.view,
            self._axes,
            self._document.segmentation,
            on_done=self._on_borders_found,
        )

    def _draw(self) -> None:
        view = self.view
        if view is None:
            return
        window = window_of(view, self._limits)
        self._limits = window.limits
        is_whole = window.limits == window_of(view).limits and self._turn == Turn()
        self.tools.show_whole(is_whole)
        box = None if self._solid is None else box_sides(self._solid, self._turn)
        look = replace(self._look, window=window, box=box, tools_em=self.tools.width_em)
        # The words come first: they may change the room that is left for the drawing.
        self._frame.set_note(" ".join(filter(None, (view.note, _dense_words(window), self._news))))
        self._plot.draw(
            lambda ax, style: draw_segment_scatter(ax, view, style, look), describe_scatter(view)
        )
        self._show_mark()

    def _bring_out(self, segment: int | None, rows: IntArray | None) -> None:
        self._look = replace(self._look, segment=segment, chosen=rows)

    def _see_whole(self) -> None:
        self._limits, self._turn = None, Turn()

    def _tell(self, news: str) -> None:
        """Say something below the heading, until there is other news."""
        self._news = news
        self._draw()

    # pointing -------------------------------------------------------------------------------

    def _show_mark(self) -> None:
        self._point_at(self.marked_customer)

    def _point_at(self, row: int | None) -> None:
        """Draw a ring around a customer and say who it is, if it has a place in the picture."""
        view, limits = self.view, self._limits
        if view is None or row is None or limits is None or not _stands_in(view, row, limits):
            self._plot.overlay(None, "")
            return
        self._plot.overlay((float(view.x[row]), float(view.y[row])), self._customer_words(row))

    def _customer_words(self, row: int) -> str:
        """Name a customer with the values on both axes, or with the first facts of an overview."""
        document, axes, formats = self._document, self._axes, self._context.formats
        assert document is not None
        assert document.customers is not None
        assert axes is not None
        facts = tuple(dict.fromkeys((axes.across, axes.up)))
        is_named = axes.across in (OVERVIEW, THREE_FACTS)
        if axes.across == OVERVIEW:
            facts = tuple(name for name in self._choice.facts if name in document.features)
        elif axes.across == THREE_FACTS:
            facts = axes.facts
        return point_words(document.customers, row, facts[:MOST_FACTS], formats, is_named=is_named)

    def _row_at(self, x: float, y: float) -> int | None:
        if self.view is None:
            return None
        return nearest_row(self.view, x, y, self._plot.data_per_pixel())

    # slots ----------------------------------------------------------------------------------

    @Slot(object)
    def _on_view_made(self, view: ScatterView) -> None:
        self._show_view(view, None)

    @Slot(object)
    def _on_solid_made(self, solid: Solid) -> None:
        self._show_view(seen_from(solid, self._turn), solid)

    @Slot(object)
    def _on_borders_found(self, borders: Borders | None) -> None:
        self._look = replace(self._look, borders=borders)
        self._tell(borders_words(borders, self._context.formats))

    @Slot(object)
    def _on_axes_chosen(self, axes: ScatterAxes) -> None:
        self._axes, self._news = axes, ""
        self._see_whole()
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

    @Slot(object, float)
    def _on_zoomed(self, about: tuple[float, float], factor: float) -> None:
        if self.view is not None and self._limits is not None:
            whole = window_of(self.view).limits
            self._limits = zoomed(self._limits, whole, about, factor)
            self._draw()

    @Slot(float, float)
    def _on_dragged(self, across: float, up: float) -> None:
        if self.view is None or self._limits is None:
            return
        if self._solid is not None:
            self._turn_solid(-HALF_TURN * across, -HALF_TURN * up)
            return
        whole = window_of(self.view).limits
        self._limits = shifted(self._limits, whole, (-across, -up))
        self._draw()

    @Slot(float)
    def _on_tools_turned(self, share: float) -> None:
        self._turn_solid(HALF_TURN * share, 0.0)

    def _turn_solid(self, around: float, above: float) -> None:
        if self._solid is not None:
            self._turn = self._turn.by(around, above)
            self.view = seen_from(self._solid, self._turn)
            self._draw()

    @Slot()
    def _on_whole_requested(self) -> None:
        self._see_whole()
        if self._solid is not None:
            self.view = seen_from(self._solid, self._turn)
        self._draw()

    # drawing around ---------------------------------------------------------------------------

    @Slot(bool)
    def _on_drawing_asked(self, is_on: bool) -> None:
        self._hand.draw_around(is_on)
        hint = _("Draw a line around customers, or press one corner after the other.")
        self._tell(hint if is_on else "")

    @Slot()
    def _on_drawing_stopped(self) -> None:
        self.tools.lasso.setChecked(False)

    @Slot(object)
    def _on_drawn_around(self, corners: Sequence[tuple[float, float]]) -> None:
        if self.view is None or self._limits is None:
            return
        places = [place_at(self._limits, corner) for corner in corners]
        self._context.runner.start(
            "around", rows_around, self.view, places, on_done=self._on_rows_found
        )

    @Slot(object)
    def _on_rows_found(self, rows: IntArray) -> None:
        self.tools.lasso.setChecked(False)  # only now, so that all is drawn once
        if not len(rows):
            self._tell(_("Nobody stands inside that line."))
            return
        self.show_customers(rows)
        self.customers_selected.emit(rows)

    @Slot(bool)
    def _on_borders_asked(self, is_on: bool) -> None:
        if is_on:
            self._find_borders()
            return
        self._context.runner.cancel("borders")
        self._look = replace(self._look, borders=None)
        self._tell("")


def _dense_words(window: Window) -> str:
    if not window.is_density:
        return ""
    return _("There are too many customers for points: stronger colour is more of them.")


def _stands_in(view: ScatterView, row: int, limits: Limits) -> bool:
    x, y = float(view.x[row]), float(view.y[row])
    return bool(np.isfinite([x, y]).all()) and (
        limits[0] <= x <= limits[1] and limits[2] <= y <= limits[3]
    )
