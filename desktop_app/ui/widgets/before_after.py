"""One fact before and after its preparation, as two small column charts side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.widgets.column_chart import ColumnChart
from desktop_app.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_app.core.segmenting.foreseeing import FeatureEffect
    from desktop_app.ui.theme import Theme

HEIGHT = 38


class BeforeAfter(QWidget):
    """How the customers lie between the lowest and the highest value, as it is and as it will be."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._charts = (ColumnChart(theme, HEIGHT), ColumnChart(theme, HEIGHT))
        self._words = tuple(text_label("", theme, "small", "text2", wrap=True) for _side in (0, 1))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(2))
        for side, (chart, words) in enumerate(zip(self._charts, self._words, strict=True)):
            grid.addWidget(words, 0, side)
            grid.addWidget(chart, 1, side)
            grid.setColumnStretch(side, 1)

    def show_effect(self, effect: FeatureEffect, name: str) -> None:
        """Show the values of a fact in the file and as they form groups."""
        words = (_("{fact} in your file"), _("{fact} for forming groups"))
        tones, bars = ("grey", "accent"), (effect.in_units, effect.prepared)
        for side, chart in enumerate(self._charts):
            title = words[side].format(fact=name)
            self._words[side].setText(title)
            chart.show_bars(bars[side], tone=tones[side], name=title)
