"""The lower part of Check: the rows, one column looked at closely, or what goes together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop_app.core.checking.looks.looking import can_be_looked_at
from desktop_app.i18n import _
from desktop_app.ui.pages.look_panel import LookPanel
from desktop_app.ui.pages.together_panel import TogetherPanel
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.segmented import SegmentedControl
from desktop_app.wording.facts import short_names
from desktop_app.wording.looks import LookWords, without_words

if TYPE_CHECKING:
    from desktop_app.core.checking.checked import CheckedTable
    from desktop_app.ui.pages.context import PageContext

SETTLING_MS = 200  # a page has its new layout by then; later it scrolls only by hand
ROWS, COLUMN, TOGETHER = "rows", "column", "together"


class LookArea(QWidget):
    """Shows ``rows`` at first; the other two are made when they are first asked for."""

    def __init__(self, context: PageContext, rows: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._rows = context, rows
        self._checked: CheckedTable | None = None
        self._words: LookWords | None = None
        self._column: LookPanel | None = None
        self._together: TogetherPanel | None = None
        self._is_asked_for = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)
        self._build()
        self._settling.timeout.connect(self._on_settling_timeout)
        self._choice.choice_changed.connect(self._on_choice_changed)

    @property
    def shown(self) -> str:
        """What is on show: ``rows``, ``column`` or ``together``."""
        return self._choice.chosen

    def show_checked(self, checked: CheckedTable, n_without: int = 0) -> None:
        """Show another table; what was looked at stays on show as long as it is there.

        ``n_without`` rows are not in it because the user left them out.
        """
        self._note.setText(without_words(n_without, self._context.formats))
        is_same_file = self._checked is not None and self._checked.raw is checked.raw
        names = short_names(checked.columns)
        self._checked = checked
        self._words = LookWords(names, self._context.formats, checked.kind)
        if not is_same_file:
            self._head_widget.hide()
            self._show(ROWS)
        elif self.shown != ROWS:
            self._note.setVisible(bool(self._note.text()))
            self._look_again()

    @Slot()
    def show_rows(self) -> None:
        """Show the rows of the table."""
        self._show(ROWS)

    @Slot(str)
    @Slot(str, str)
    def show_column(self, name: str = "", by: str = "") -> None:
        """Look at a column, compared with ``by``; without a name at the first one."""
        self._is_asked_for = True
        self._open_column(name, by)

    @Slot()
    def show_together(self) -> None:
        """Look at what goes together."""
        self._is_asked_for = True
        self._open_together()

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self._choice = SegmentedControl(
            (
                (ROWS, _("Rows")),
                (COLUMN, _("One column")),
                (TOGETHER, _("What goes together")),
            ),
            theme,
            _("Look at"),
        )
        self._head_widget = QWidget()
        self._head = FlowRows(self._head_widget, spacing=theme.px(14), row_spacing=theme.px(6))
        self._head.addWidget(self._choice)
        self._head_widget.hide()
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(theme.px(8))
        self._place.addWidget(self._head_widget)
        self._note = text_label("", theme, "small", "text2", wrap=True)
        self._note.hide()
        self._place.addWidget(self._note)
        self._place.addWidget(self._rows, 1)

    def _panel(self, key: str) -> QWidget:
        """Give the panel for a choice, made now if it was not before."""
        if key == COLUMN:
            if self._column is None:
                self._column = LookPanel(self._context)
                self._column.closed.connect(self.show_rows)
                self._add(self._column)
            return self._column
        if key == TOGETHER:
            if self._together is None:
                self._together = TogetherPanel(self._context)
                self._together.closed.connect(self.show_rows)
                self._together.column_requested.connect(self.show_column)
                self._add(self._together)
            return self._together
        return self._rows

    def _add(self, panel: LookPanel | TogetherPanel) -> None:
        self._head.addWidget(panel.head)
        self._place.addWidget(panel, 1)
        panel.asked.connect(self._on_panel_asked)
        panel.drawn.connect(self._on_panel_drawn)

    # showing --------------------------------------------------------------------------------

    def _show(self, key: str) -> None:
        """Show a panel; the choice appears with the first one that is asked for."""
        self._choice.choose(key)
        shown = self._panel(key)
        self._rows.setVisible(key == ROWS)
        self._note.setVisible(key != ROWS and bool(self._note.text()))
        for panel in (self._column, self._together):
            if panel is not None:
                panel.setVisible(panel is shown)
                panel.head.setVisible(panel is shown and panel.has_head)
        if key != ROWS:
            self._head_widget.show()

    def _open_column(self, name: str, by: str) -> None:
        if self._checked is None or self._words is None:
            return
        self._show(COLUMN)
        assert self._column is not None
        self._column.show_column(self._checked, self._words, name, by)

    def _open_together(self) -> None:
        if self._checked is None or self._words is None:
            return
        self._show(TOGETHER)
        assert self._together is not None
        self._together.show_table(self._checked, self._words)

    def _look_again(self) -> None:
        """Look at the same in a table that has changed, without moving the page."""
        assert self._checked is not None
        if self.shown == TOGETHER:
            self._open_together()
            return
        assert self._column is not None
        name = self._column.column
        if any(c.name == name and can_be_looked_at(c) for c in self._checked.columns):
            self._open_column(name, self._column.partner)
        else:
            self._show(ROWS)

    def _scroll_here(self) -> None:
        """Bring all of it into sight; where it is higher than the page, its beginning."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        sheet = None if parent is None else parent.widget()
        if parent is None or sheet is None:
            return
        if self.height() > parent.viewport().height():
            parent.verticalScrollBar().setValue(self.mapTo(sheet, QPoint()).y())
        else:
            parent.ensureWidgetVisible(self, 0, 0)

    # slots ----------------------------------------------------------------------------------

    @Slot()
    def _on_panel_asked(self) -> None:
        self._is_asked_for = True

    @Slot()
    def _on_panel_drawn(self) -> None:
        if self._is_asked_for:
            self._scroll_here()
            self._settling.start()

    @Slot()
    def _on_settling_timeout(self) -> None:
        self._is_asked_for = False

    @Slot(str)
    def _on_choice_changed(self, key: str) -> None:
        match key:
            case "column":
                self.show_column("" if self._column is None else self._column.column)
            case "together":
                self.show_together()
            case _:
                self._show(ROWS)

    # Qt overrides ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_asked_for:  # it grows as its picture arrives
            QTimer.singleShot(0, self, self._scroll_here)
