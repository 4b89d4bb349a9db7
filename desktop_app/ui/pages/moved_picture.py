"""The picture of Who moved: who went where, or how large the groups were all the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.charts.flow import draw_flow
from desktop_app.charts.months import draw_months
from desktop_app.i18n import _
from desktop_app.ui.widgets.chart_frame import ChartFrame
from desktop_app.ui.widgets.plot_view import PlotView
from desktop_app.ui.widgets.segmented import SegmentedControl
from desktop_app.wording.flows import flow_sentence, flow_table, sizes_sentence, sizes_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.tracking.baseline import Month
    from desktop_app.core.tracking.flows import Flow
    from desktop_app.ui.pages.context import PageContext
    from desktop_app.wording.flows import FlowWords

FLOW, SIZES = "flow", "sizes"
PICTURE_HEIGHT = 190


class MovedPicture(QWidget):
    """Shows one of the two; a switch chooses."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = self._theme = context.theme
        self._flow: tuple[Flow, FlowWords] | None = None
        self._months: tuple[Sequence[Month], FlowWords] | None = None
        self.plot = PlotView(theme, _("Who went where"))
        self.frame = ChartFrame(_("Who went where"), "", self.plot, theme)
        options = ((FLOW, _("Who went where")), (SIZES, _("Sizes over time")))
        self.switch = SegmentedControl(options, theme, _("What the picture shows"))
        self.frame.controls.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.switch.choice_changed.connect(self._on_choice_changed)

    def show_times(
        self,
        flow: Flow,
        flow_words: FlowWords,
        months: Sequence[Month],
        months_words: FlowWords,
    ) -> None:
        """Show the flow between two times, and the sizes at all of them."""
        self._flow, self._months = (flow, flow_words), (months, months_words)
        self._show()

    def _show(self) -> None:
        if self._flow is None or self._months is None:
            return
        self._draw()
        self.frame.set_least_height(self._theme.px(PICTURE_HEIGHT))

    def _draw(self) -> None:
        assert self._flow is not None
        assert self._months is not None
        if self.switch.chosen == FLOW:
            flow, words = self._flow
            start, end = words.times[0], words.times[-1]
            self.frame.set_title(_("From {start} to {end}").format(start=start, end=end))
            self.frame.set_note(_("Strong colours changed group. Grey is new or gone."))
            self.plot.draw(
                lambda ax, style: draw_flow(ax, flow, style, words), flow_sentence(flow, words)
            )
            self.frame.show_table(*flow_table(flow, words))
            return
        months, words = self._months
        sentence = sizes_sentence(months, words)
        self.frame.set_title(_("How large the groups were"))
        self.frame.set_note(sentence)
        self.plot.draw(lambda ax, style: draw_months(ax, months, style, words), sentence)
        self.frame.show_table(*sizes_table(months, words))

    @Slot(str)
    def _on_choice_changed(self, _key: str) -> None:
        self._show()
