"""One line of the page Choose facts: a tick box, a small chart and what the values are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.widgets.column_chart import ColumnChart
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.plain_words import plain_tooltip
from desktop_app.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Theme

NAME_WIDTH, CHART_WIDTH, CHART_HEIGHT = 164, 84, 18


class FactRow(QWidget):
    """Offers one column; a column that cannot help is shown with the reason and cannot be ticked.

    Signals: ``ticked(column_name, is_ticked)`` when the user changes the box.
    """

    ticked = Signal(str, bool)

    def __init__(
        self, column: str, title: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._column = column
        self._counts: tuple[int, ...] = ()
        self._box = TickBox(title, theme)
        self._box.setToolTip(plain_tooltip(column))
        self._box.setFixedWidth(theme.px(NAME_WIDTH))
        self._chart = ColumnChart(theme, height_px=CHART_HEIGHT)
        self._chart.setFixedWidth(theme.px(CHART_WIDTH))
        self._words = text_label("", theme, "small", "text2", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._box)
        row.addWidget(self._chart, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self._box.clicked.connect(self._on_box_clicked)

    @property
    def is_ticked(self) -> bool:
        """The box is ticked."""
        return self._box.isChecked()

    @property
    def box(self) -> TickBox:
        """The tick box."""
        return self._box

    def show_words(self, words: str) -> None:
        """Say what the values are."""
        self._words.setText(words)
        self.updateGeometry()  # the row may need a second line; its label asks nobody for width

    def show_unfit(self, reason: str) -> None:
        """Say why the column cannot help, and take the choice away."""
        self._box.setEnabled(False)
        self._box.setToolTip(plain_tooltip(reason))
        self._words.setText(reason)
        self._words.setProperty("tone", "amber")

    def show_bars(self, counts: Sequence[int]) -> None:
        """Draw the values' distribution."""
        self._counts = tuple(counts)
        self._draw()

    def show_ticked(self, is_ticked: bool) -> None:
        """Tick the box or not, without asking anybody."""
        self._box.setChecked(is_ticked)
        self._draw()

    def _draw(self) -> None:
        tone = "accent" if self._box.isChecked() else "grey"
        self._chart.show_bars(self._counts, tone=tone, name=self._box.words)

    @Slot(bool)
    def _on_box_clicked(self, is_ticked: bool) -> None:
        self._draw()
        self.ticked.emit(self._column, is_ticked)
