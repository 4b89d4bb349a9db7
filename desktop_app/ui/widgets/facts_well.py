"""The well beside the list of facts: a live chart for every fact that is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.column_chart import ColumnChart
from desktop_app.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_app.core.checking.columns import Column
    from desktop_app.core.checking.looks.exploring import ColumnBars
    from desktop_app.ui.theme import Theme
    from desktop_app.wording.numbers import Formats

CHART_HEIGHT = 38


class FactsWell(Card):
    """Shows what the groups will be about."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, kind="well")
        self._theme = theme
        self._blocks: dict[str, QWidget] = {}
        self.body.addWidget(text_label(_("Your groups will be about"), theme, "heading", wrap=True))
        self._nothing = text_label(
            _("Nothing yet. Tick at least one fact."), theme, "body", "text2", wrap=True
        )
        self.body.addWidget(self._nothing)

    def show_facts(
        self,
        columns: list[Column],
        names: dict[str, str],
        bars: dict[str, ColumnBars],
        formats: Formats,
    ) -> None:
        """Show one chart per column, titled by ``names``; without bars yet the chart is empty."""
        for block in self._blocks.values():
            self.body.removeWidget(block)
            block.deleteLater()
        self._blocks = {
            c.name: self._block(c, names[c.name], bars.get(c.name), formats) for c in columns
        }
        for block in self._blocks.values():
            self.body.addWidget(block)
        self._nothing.setVisible(not columns)

    def _block(
        self, column: Column, name: str, bars: ColumnBars | None, formats: Formats
    ) -> QWidget:
        theme = self._theme
        block = QWidget()
        head = QHBoxLayout()
        head.addWidget(text_label(name, theme, "small_strong", wrap=True), 1)
        chart = ColumnChart(theme, height_px=CHART_HEIGHT)
        if bars is not None and bars.middle is not None:
            middle = _("middle {value}").format(value=formats.value(bars.middle, column))
            head.addWidget(text_label(middle, theme, "small", "text2"))
        if bars is not None:
            chart.show_bars(bars.counts, tone="accent", name=name)
        inside = QVBoxLayout(block)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(4))
        inside.addLayout(head)
        inside.addWidget(chart)
        return block
