"""How much each fact counts: a choice per fact, and its share in what tells customers apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.widgets.bars import ShareBar
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme
    from desktop_app.wording.numbers import Formats

_FACTORS = {"less": 0.5, "normal": 1.0, "more": 2.0}


class WeightRow(QWidget):
    """One fact. Signals: ``weight_chosen(column, factor)``."""

    weight_chosen = Signal(str, float)

    def __init__(self, column: str, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column
        words = (("less", _("Less")), ("normal", _("Normal")), ("more", _("More")))
        self.control = SegmentedControl(words, theme, _("{fact} counts").format(fact=name))
        self._bar = ShareBar(theme, _("Share of {fact}").format(fact=name))
        self._share = text_label("", theme, "small", "text2")
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._share.setMinimumWidth(theme.px(38))
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(theme.px(12))
        row.addWidget(text_label(name, theme, wrap=True), 0, 0)
        row.addWidget(self.control, 0, 1)
        row.addWidget(self._bar, 0, 2)
        row.addWidget(self._share, 0, 3)
        for column_of_grid, stretch in enumerate((3, 3, 2)):
            row.setColumnStretch(column_of_grid, stretch)
        self.control.choice_changed.connect(self._on_control_choice_changed)

    def show_weight(self, weight: float) -> None:
        """Show the choice that is nearest to ``weight``."""
        self.control.choose(min(_FACTORS, key=lambda key: abs(_FACTORS[key] - weight)))

    def show_share(self, share: float | None, formats: Formats) -> None:
        """Show how much of what tells customers apart lies in this fact; ``None`` = not known."""
        self._bar.show_share(share or 0.0)
        self._share.setText("" if share is None else formats.percent(share))

    @Slot(str)
    def _on_control_choice_changed(self, key: str) -> None:
        self.weight_chosen.emit(self._column, _FACTORS[key])
