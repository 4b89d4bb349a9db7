"""What deserves a look, one line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.icon_label import IconLabel
from desktop_app.ui.widgets.labels import text_label

ROW_HEIGHT = 39
LONGEST_TITLE = 220
MOST_AT_FIRST = 4


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding in words; ``cell`` is its row and column in the table, ``None`` for no place."""

    title: str
    sentence: str
    needs_look: bool
    cell: tuple[int, int] | None = None


class FindingRows(Card):
    """Lists findings, the first few at first.

    Signals: ``cell_requested(row, column)`` when the user wants to see a place in the table.
    """

    cell_requested = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._rest: QWidget | None = None
        self._more: QWidget | None = None
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)

    def show_lines(self, lines: Sequence[FindingLine]) -> None:
        """List ``lines``; without any there is no card."""
        while item := self.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        n = len(lines) if len(lines) <= MOST_AT_FIRST + 1 else MOST_AT_FIRST
        self._fill(self.body, lines[:n])
        if n < len(lines):
            self._add_rest(lines[n:], len(lines))
        self.setVisible(bool(lines))

    def _fill(self, column: QVBoxLayout, lines: Sequence[FindingLine]) -> None:
        for line in lines:
            if column is not self.body or column.count():
                column.addWidget(_rule())
            column.addWidget(self._row(line))

    def _add_rest(self, lines: Sequence[FindingLine], n: int) -> None:
        self._rest, self._more = QWidget(), self._more_row(n)
        column = QVBoxLayout(self._rest)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._fill(column, lines)
        self._rest.hide()
        for widget in (self._rest, self._more):
            self.body.addWidget(widget)

    def _row(self, line: FindingLine) -> QWidget:
        theme, px = self._theme, self._theme.px
        widget = QWidget()
        widget.setMinimumHeight(px(ROW_HEIGHT))
        row = QHBoxLayout(widget)
        row.setContentsMargins(px(13), px(4), px(8), px(4))
        row.setSpacing(px(9))
        tone = "amber" if line.needs_look else "info"
        icon = IconLabel("warn" if line.needs_look else "info", tone, theme)
        icon.setAccessibleName(_("Needs a look") if line.needs_look else _("Good to know"))
        row.addWidget(icon)
        if line.title:
            row.addWidget(self._title(line.title))
        row.addWidget(text_label(line.sentence, theme, wrap=True), 1)
        if line.cell is not None:
            name = _("Show row: {title} {sentence}").format(
                title=line.title, sentence=line.sentence
            )
            row.addWidget(self._quiet(_("Show row"), name, partial(self._ask_for, *line.cell)))
        return widget

    def _title(self, words: str) -> QLabel:
        title = text_label(words, self._theme, "body_strong")
        longest = self._theme.px(LONGEST_TITLE)
        if title.sizeHint().width() > longest:
            title.setWordWrap(True)
            title.setFixedWidth(longest)
        return title

    def _more_row(self, n: int) -> QWidget:
        words = _("Show all {n}").format(n=n)
        row = QHBoxLayout()
        row.setContentsMargins(self._theme.px(8), 4, self._theme.px(8), 4)
        row.addWidget(self._quiet(words, words, self._on_more_clicked))
        row.addStretch(1)
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_rule())
        column.addLayout(row)
        return widget

    def _quiet(self, words: str, name: str, slot: Callable[..., None]) -> QWidget:
        button = push_button(words, self._theme, "quiet")
        button.setAccessibleName(name)
        button.clicked.connect(slot)
        return button

    def _ask_for(self, row: int, column: int, _is_checked: bool = False) -> None:
        self.cell_requested.emit(row, column)

    @Slot()
    def _on_more_clicked(self) -> None:
        assert self._rest is not None
        assert self._more is not None
        self._rest.show()
        self._more.hide()


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    rule.setFixedHeight(1)
    return rule
