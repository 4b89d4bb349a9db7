"""What deserves a look, one line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.finding_row import FindingLine, FindingRow

MOST_AT_FIRST = 4


class FindingRows(Card):
    """Lists findings, the first few at first.

    Signals: ``fix_chosen(place, key)`` for the answer to the finding at a place of the list;
    ``cell_requested(row, column)`` when the user wants to see a place in the table.
    """

    fix_chosen = Signal(int, str)
    cell_requested = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._lines: tuple[FindingLine, ...] = ()
        self._rows: list[FindingRow] = []
        self._rest: QWidget | None = None
        self._more: QWidget | None = None
        self._is_unrolled = False
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)

    def show_lines(self, lines: Sequence[FindingLine], *, is_other_list: bool = False) -> None:
        """List ``lines``; without any there is no card. Rows stay where only an answer changed.

        What was unrolled stays so, and the keyboard stays where it was, unless it is another list.
        """
        before = [replace(line, chosen=None) for line in self._lines]
        is_unrolled = self._is_unrolled and not is_other_list
        self._lines = tuple(lines)
        if before != [replace(line, chosen=None) for line in lines]:
            focused = self._focused_place()
            if focused is not None:
                # Hidden with the keyboard in it, a button would hand it on, and the page would jump.
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._make_rows()
            if is_unrolled:
                self._unroll()
            if focused is not None:
                QTimer.singleShot(0, self, partial(self._focus, *focused))
        for row, line in zip(self._rows, lines, strict=True):
            row.show_chosen(line.chosen)
        self.setVisible(bool(lines))

    def _make_rows(self) -> None:
        while item := self.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._rows, self._rest, self._more, self._is_unrolled = [], None, None, False
        n_all = len(self._lines)
        n_first = n_all if n_all <= MOST_AT_FIRST + 1 else MOST_AT_FIRST
        self._fill(self.body, range(n_first))
        if n_first < n_all:
            self._add_rest(range(n_first, n_all))

    def _fill(self, column: QVBoxLayout, places: range) -> None:
        for place in places:
            if column is not self.body or column.count():
                column.addWidget(_rule())
            line = self._lines[place]
            row = FindingRow(line, self._theme)
            row.fix_chosen.connect(partial(self._choose_fix, place))
            if line.cell is not None:
                row.place_requested.connect(partial(self._ask_for, *line.cell))
            self._rows.append(row)
            column.addWidget(row)

    def _add_rest(self, places: range) -> None:
        self._rest, self._more = QWidget(), self._more_row(len(self._lines))
        column = QVBoxLayout(self._rest)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._fill(column, places)
        self._rest.hide()
        for widget in (self._rest, self._more):
            self.body.addWidget(widget)

    def _more_row(self, n: int) -> QWidget:
        button = push_button(_("Show all {n}").format(n=n), self._theme, "quiet")
        button.clicked.connect(self._on_more_clicked)
        row = QHBoxLayout()
        row.setContentsMargins(self._theme.px(8), 4, self._theme.px(8), 4)
        row.addWidget(button)
        row.addStretch(1)
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_rule())
        column.addLayout(row)
        return widget

    def _choose_fix(self, place: int, key: str) -> None:
        self.fix_chosen.emit(place, key)

    def _ask_for(self, row: int, column: int) -> None:
        self.cell_requested.emit(row, column)

    def _unroll(self) -> None:
        if self._rest is not None and self._more is not None:
            self._rest.show()
            self._more.hide()
            self._is_unrolled = True

    def _focused_place(self) -> tuple[int, str] | None:
        """Give the row that has the keyboard and the name of its button."""
        focused = QApplication.focusWidget()
        for place, row in enumerate(self._rows):
            if focused is not None and row.isAncestorOf(focused):
                return place, focused.accessibleName()
        return None

    def _focus(self, place: int, name: str) -> None:
        """Give the keyboard to the button of that name, else to the row that came to its place."""
        if not self.hasFocus():
            return
        buttons = [b for row in self._rows for b in row.findChildren(QPushButton)]
        found = [b for b in buttons if b.accessibleName() == name]
        for row in self._rows[place:]:
            found += row.findChildren(QPushButton)
        for button in [*found, *reversed(buttons)]:
            if button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    @Slot()
    def _on_more_clicked(self) -> None:
        first = len(self._rows) if self._rest is None else MOST_AT_FIRST
        self._unroll()
        for row in self._rows[first:]:  # the button is gone; the keyboard goes on below
            if buttons := row.findChildren(QPushButton):
                buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    rule.setFixedHeight(1)
    return rule
