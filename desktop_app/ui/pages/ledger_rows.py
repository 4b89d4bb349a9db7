"""A ledger on a page: sums and what takes them down, with a switch for what the user may decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.widgets.columns import LEAST_EMS
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.segmented import SegmentedControl
from desktop_app.wording.counting import switch_words

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme
    from desktop_app.wording.counting import Ledger, LedgerLine

LEAVE_OUT, COUNT = "leave_out", "count"
ROW_HEIGHT = 34
_MARGIN_EMS = 6  # of the page and the card around the rows


class LedgerRows(QWidget):
    """Shows a ledger line by line.

    Signals: ``switched(reason, is_counted)`` when the user lets lines count or leaves them out.
    """

    switched = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row_by_reason: dict[str, LedgerRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._first = LedgerRow(theme)
        self._last = LedgerRow(theme, role="body_strong")
        self._gap = text_label("", theme, "body_strong", "stop", wrap=True)
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(0)
        self._column.addWidget(self._first)
        self._column.addLayout(self._reasons)
        self._column.addWidget(_rule())
        self._column.addWidget(self._last)
        self._column.addWidget(self._gap)

    @property
    def rows(self) -> dict[str, LedgerRow]:
        """The rows on show by their reason."""
        return dict(self._row_by_reason)

    def show_ledger(self, ledger: Ledger) -> None:
        """Show other lines; a row that stays keeps the keyboard."""
        gone = set(self._row_by_reason) - {line.reason for line in ledger.reasons}
        for reason in gone:
            row = self._row_by_reason.pop(reason)
            self._reasons.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, line in enumerate(ledger.reasons):
            row = self._row(line)
            self._reasons.insertWidget(place, row)
            row.show_line(line)
        self._first.show_line(ledger.first)
        self._last.show_line(ledger.last)
        self._gap.setText(ledger.gap)
        self._gap.setVisible(bool(ledger.gap))
        self._align()

    def show_counted(self, counted: frozenset[str]) -> None:
        """Mark what the user chose, while it is counted anew."""
        for reason, row in self._row_by_reason.items():
            row.show_counted(is_counted=reason in counted)

    def _row(self, line: LedgerLine) -> LedgerRow:
        if line.reason not in self._row_by_reason:
            row = LedgerRow(self._theme, line.reason if line.is_open else None)
            row.switched.connect(self.switched)
            row.set_wide(is_wide=self._is_wide)
            self._row_by_reason[line.reason] = row
        return self._row_by_reason[line.reason]

    @property
    def _is_wide(self) -> bool:
        return self.width() >= (LEAST_EMS - _MARGIN_EMS) * self._theme.em

    def _align(self) -> None:
        """Give all amounts the room of the widest, so that the words end in one line."""
        amounts = [row.money for row in (self._first, *self._row_by_reason.values(), self._last)]
        widest = max(amount.sizeHint().width() for amount in amounts)
        for amount in amounts:
            amount.setMinimumWidth(widest)

    # Qt overrides ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for row in self._row_by_reason.values():
            row.set_wide(is_wide=self._is_wide)


class LedgerRow(QWidget):
    """Words, a switch where there is a choice, and an amount at the right.

    Signals: ``switched(reason, is_counted)``.
    """

    switched = Signal(str, bool)

    def __init__(self, theme: Theme, reason: str | None = None, role: str = "body") -> None:
        super().__init__()
        self._theme, self._reason = theme, reason or ""
        self.switch: SegmentedControl | None = None
        self._build(role)
        if reason is not None:
            self._add_switch(reason)

    @property
    def words(self) -> str:
        """The sentence of this row."""
        return self._words.text()

    def show_line(self, line: LedgerLine) -> None:
        """Show what one line says."""
        self._words.setText(line.words)
        self._advice.setText(line.advice)
        self._advice.setVisible(bool(line.advice))
        self.money.setText(line.money)
        if self.switch is not None:
            self.switch.setAccessibleName(line.words)
            self.show_counted(is_counted=line.is_counted)

    def show_counted(self, *, is_counted: bool) -> None:
        """Mark the side of the switch that holds, if there is one."""
        if self.switch is not None:
            self.switch.choose(COUNT if is_counted else LEAVE_OUT)

    def set_wide(self, *, is_wide: bool) -> None:
        """Put the switch beside the words or, where there is little room, below them."""
        direction, align = QBoxLayout.Direction, Qt.AlignmentFlag
        self._beside.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        height = align.AlignVCenter if is_wide else align.AlignTop
        self.money.setAlignment(align.AlignRight | height)

    def _build(self, role: str) -> None:
        theme = self._theme
        self._words = text_label("", theme, role, wrap=True)
        self._advice = text_label("", theme, "small", "text2", wrap=True)
        self._advice.hide()
        self.money = text_label("", theme, role)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._words)
        words.addWidget(self._advice)
        words.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(theme.px(6))
        self._beside.addLayout(words, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(3), 0, theme.px(3))
        row.setSpacing(theme.px(16))
        row.addLayout(self._beside, 1)
        row.addWidget(self.money)
        self.setMinimumHeight(theme.px(ROW_HEIGHT))
        self.set_wide(is_wide=True)

    def _add_switch(self, reason: str) -> None:
        without, with_it = switch_words(reason)
        self.switch = SegmentedControl([(LEAVE_OUT, without), (COUNT, with_it)], self._theme, "")
        self._beside.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.switch.choice_changed.connect(self._on_switch_changed)

    @Slot(str)
    def _on_switch_changed(self, key: str) -> None:
        self.switched.emit(self._reason, key == COUNT)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    rule.setFixedHeight(1)
    return rule
