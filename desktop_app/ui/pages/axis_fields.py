"""The choice of what a scatter is drawn over: two facts, all at once, or three as a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.charts.scatter_axes import AxisChoice
from desktop_app.charts.scatter_view import OVERVIEW, THREE_FACTS
from desktop_app.i18n import _
from desktop_app.ui.widgets.axis_box import AxisBox
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.charts.scatter_view import ScatterAxes
    from desktop_app.ui.theme import Theme


class AxisFields(QWidget):
    """Boxes for the facts, each with a word before it; ``lead`` stands before them all.

    ``three_row`` has the boxes of three facts: they want a row of their own below.

    Signals: ``axes_chosen(axes)``.
    """

    axes_chosen = Signal(object)

    def __init__(
        self, theme: Theme, lead: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choice = AxisChoice(())
        self._axes: ScatterAxes | None = None
        self._build(lead)
        self.across.choice_made.connect(self._on_across_choice_made)
        self.up.choice_made.connect(self._on_up_choice_made)
        for box in self.three:
            box.choice_made.connect(self._on_three_choice_made)

    def show_axes(
        self, axes: ScatterAxes | None, choice: AxisChoice, titles: Mapping[str, str]
    ) -> None:
        """Show ``axes`` as chosen; ``None`` = there is nothing to choose from."""
        self._axes, self._choice = axes, choice
        self._across_field.setVisible(axes is not None)
        is_plane = axes is not None and axes.across not in (OVERVIEW, THREE_FACTS)
        is_solid = axes is not None and axes.across == THREE_FACTS
        self._up_field.setVisible(is_plane)
        self.three_row.setVisible(is_solid)
        if axes is None:
            return
        facts: dict[str | None, str] = {name: titles[name] for name in choice.facts}
        overview: dict[str | None, str] = {OVERVIEW: _("All facts at once")}
        three: dict[str | None, str] = {THREE_FACTS: _("Three facts")}
        offered = (overview if choice.has_overview else {}) | facts
        self.across.show_choices(offered | (three if choice.has_three else {}), axes.across)
        self.up.show_choices(facts, axes.up)
        for box, fact in zip(self.three, axes.facts, strict=False):
            box.show_choices(facts, fact)

    def _build(self, lead: QWidget | None) -> None:
        theme = self._theme
        self.across = AxisBox(_("Fact across"), theme)
        self.up = AxisBox(_("Fact up"), theme)
        names = (_("First fact"), _("Second fact"), _("Third fact"))
        self.three = tuple(AxisBox(name, theme) for name in names)
        self._across_field = self._field(_("Across"), self.across)
        self._up_field = self._field(_("Up"), self.up)
        self.three_row = QWidget()
        three = FlowRows(self.three_row, spacing=theme.px(6), row_spacing=theme.px(4))
        three.addWidget(self._field(_("Facts"), self.three[0]))
        for box in self.three[1:]:
            three.addWidget(box)
        rows = FlowRows(self, spacing=theme.px(6), row_spacing=theme.px(4))
        if lead is not None:
            rows.addWidget(lead)
        for field in (self._across_field, self._up_field):
            rows.addWidget(field)

    def _field(self, words: str, box: AxisBox) -> QWidget:
        field = QWidget()
        row = QHBoxLayout(field)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(4))
        row.addWidget(text_label(words, self._theme, tone="text2"))
        row.addWidget(box, 1)
        return field

    # slots ----------------------------------------------------------------------------------

    @Slot(object)
    def _on_across_choice_made(self, across: str) -> None:
        assert self._axes is not None
        self.axes_chosen.emit(self._choice.with_across(self._axes, across))

    @Slot(object)
    def _on_up_choice_made(self, up: str) -> None:
        assert self._axes is not None
        self.axes_chosen.emit(self._choice.with_up(self._axes, up))

    @Slot(object)
    def _on_three_choice_made(self, fact: str) -> None:
        assert self._axes is not None
        place = next(i for i, box in enumerate(self.three) if box is self.sender())
        self.axes_chosen.emit(self._choice.with_fact(self._axes, place, fact))
