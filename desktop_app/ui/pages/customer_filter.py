"""The row above the table of customers that filters it by any column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.checking.columns import Column, Kind
from desktop_app.core.customers.filtering import Filter
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import icon_button, push_button
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.wording.facts import short_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.pages.context import PageContext
    from desktop_app.wording.numbers import Formats

MOST_BOX_WIDTH, FIELD_SIDES = 300, 26


def read_number(words: str, formats: Formats) -> float | None:
    """Read a number as the user's country writes it; ``None`` if it is none.

    >>> from desktop_app.wording.numbers import Formats
    >>> read_number("1,200.5", Formats()), read_number("", Formats())
    (1200.5, None)
    """
    plain = words.strip().replace(formats.thousands, "").replace(formats.decimal, ".")
    try:
        return float(plain)
    except ValueError:
        return None


class CustomerFilter(QWidget):
    """Fields for one more condition, and the conditions that hold as buttons that take them away.

    Signals: ``changed()`` when ``filters`` are others.
    """

    changed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._columns: dict[str, Column] = {}
        self._names: dict[str, str] = {}
        self._filter_by_button: dict[QPushButton, Filter] = {}
        self._build()

    @property
    def filters(self) -> tuple[Filter, ...]:
        """The conditions that hold."""
        return tuple(self._filter_by_button.values())

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What takes each condition away."""
        return tuple(self._filter_by_button)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Offer these columns; conditions on columns that are gone no longer hold."""
        self._columns = {column.name: column for column in columns}
        self._names = short_names(columns)
        choices: dict[str | None, str] = {name: self._names[name] for name in self._columns}
        chosen = next((c.name for c in columns if c.kind is Kind.NUMBER), columns[0].name)
        self.box.show_choices(choices, chosen)
        most = self._context.theme.px(MOST_BOX_WIDTH)
        self.box.setFixedWidth(min(self.box.width_of_words(), most))
        for button, condition in tuple(self._filter_by_button.items()):
            if condition.column not in self._columns:
                self._take_away(button)
        self._show_fields()

    def show_count(self, words: str) -> None:
        """Say how many customers are left."""
        self._count.setText(words)

    def open_fields(self) -> None:
        """Show the fields for one more condition, or hide them."""
        self._fields.setHidden(not self._fields.isHidden())
        self._show_parts()

    def _build(self) -> None:
        theme = self._context.theme
        self.box = ChoiceBox(_("Column to filter by"), theme)
        self.low = self._field(_("from"))
        self.high = self._field(_("up to"))
        self.words = self._field(_("contains"))
        self.add = icon_button("plus", _("Add filter"), theme)
        self._fields, self._holding = QWidget(), QWidget()
        row = FlowRows(self._fields, spacing=theme.px(6), row_spacing=theme.px(4))
        for part in (self.box, self.low, self.high, self.words, self.add):
            row.addWidget(part)
        self._flow = FlowRows(self._holding, spacing=theme.px(6), row_spacing=theme.px(4))
        self._count = text_label("", theme, "small", "text2")
        self._flow.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._fields)
        column.addWidget(self._holding)
        self._fields.hide()
        self._holding.hide()
        self.hide()
        self.box.choice_made.connect(self._show_fields)
        self.add.clicked.connect(self._on_added)
        for field in (self.low, self.high, self.words):
            field.returnPressed.connect(self._on_added)

    def _field(self, words: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.setFont(self._context.theme.font("small"))
        least = field.fontMetrics().horizontalAdvance(words)
        field.setFixedWidth(least + self._context.theme.px(FIELD_SIDES))
        return field

    def _show_parts(self) -> None:
        # There is room for one of the two above a small table.
        self._holding.setVisible(bool(self._filter_by_button) and self._fields.isHidden())
        self.setHidden(self._fields.isHidden() and not self._filter_by_button)

    def _take_away(self, button: QPushButton) -> None:
        del self._filter_by_button[button]
        self._flow.removeWidget(button)
        button.hide()
        button.deleteLater()
        self._show_parts()

    def _sentence(self, condition: Filter) -> str:
        fact, formats = self._names[condition.column], self._context.formats
        if condition.words:
            return _("{fact} contains “{words}”").format(fact=fact, words=condition.words)
        low, high = (
            ""
            if limit is None
            else formats.value(limit, self._columns[condition.column], is_exact=True)
            for limit in (condition.low, condition.high)
        )
        if not high:
            return _("{fact} from {low}").format(fact=fact, low=low)
        if not low:
            return _("{fact} up to {high}").format(fact=fact, high=high)
        return _("{fact} {low} to {high}").format(fact=fact, low=low, high=high)

    @Slot()
    def _show_fields(self) -> None:
        column = self._columns.get(self.box.currentData())
        is_number = column is not None and column.kind is Kind.NUMBER
        for field in (self.low, self.high, self.words):
            field.setVisible((field is not self.words) == is_number)
            field.clear()

    @Slot()
    def _on_added(self) -> None:
        formats = self._context.formats
        low, high = (read_number(field.text(), formats) for field in (self.low, self.high))
        condition = Filter(self.box.currentData(), low, high, self.words.text().strip())
        if (low, high, condition.words) == (None, None, ""):
            return
        theme = self._context.theme
        words = self._sentence(condition)
        button = push_button(words.replace("&", "&&"), theme, "small", "close")
        button.setAccessibleName(_("Take away: {words}").format(words=words))
        button.clicked.connect(self._on_button_clicked)
        self._filter_by_button[button] = condition
        self._flow.addWidget(button)
        self._fields.hide()
        self._show_fields()
        self._show_parts()
        self.changed.emit()

    @Slot()
    def _on_button_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self._take_away(button)
        self.changed.emit()
