"""What counts of a file of order lines: the ledger, and the choices behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.customers.orders.parts import order_parts
from desktop_app.i18n import _
from desktop_app.ui.pages.ledger_rows import LedgerRows
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.date_field import DateField
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.named_field import NamedField
from desktop_app.ui.widgets.stepper import Stepper
from desktop_app.wording import counting as words

if TYPE_CHECKING:
    from desktop_app.core.customers.choices import CustomerChoice
    from desktop_app.core.customers.table import CustomerTable, OrdersSummary
    from desktop_app.document.document import Document
    from desktop_app.ui.pages.context import PageContext

LOOK_BACKS = (24, 12, 6)  # months
OTHER = "other"
FIRST_OTHER, MOST_MONTHS = 18, 240


class OrdersCard(Card):
    """Shows what counts; every field and switch changes the plan through the session.

    Signals: ``columns_requested()`` to use other columns for who, when and how much.
    """

    columns_requested = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._customers: CustomerTable | None = None
        self._build()
        self._connect()
        self.hide()

    def show_document(self, document: Document) -> None:
        """Show the orders of ``document``; while they are counted anew the last ones stay."""
        customers = document.customers
        if customers is not None and customers is not self._customers:
            self._customers = customers
            self.setVisible(customers.orders is not None)
            if customers.orders is not None:
                self._show_orders(document, customers, customers.orders)
        self._show_choices(document.plan.customers)

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        self._currencies = text_label("", theme, wrap=True)
        self._ledger = LedgerRows(theme)
        self._span = text_label("", theme, "body", "text2", wrap=True)
        self._parts = text_label("", theme, "body", "text2", wrap=True)
        self._columns = push_button(_("Use other columns"), theme, "small")
        self.body.setSpacing(px(10))
        self.body.addWidget(text_label(_("What counts"), theme, "heading"))
        self.body.addWidget(self._currencies)
        self.body.addWidget(self._build_currency())
        self.body.addWidget(self._ledger)
        self.body.addWidget(self._build_days())
        self.body.addWidget(self._span)
        columns = QVBoxLayout()
        columns.setSpacing(px(6))
        columns.addWidget(self._parts)
        columns.addWidget(self._columns, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(columns)

    def _build_currency(self) -> QWidget:
        theme = self._context.theme
        self._currency = ChoiceBox(_("Count the lines in"), theme)
        self._currency_field = NamedField(self._currency.accessibleName(), self._currency, theme)
        line = QWidget()
        FlowRows(line).addWidget(self._currency_field)
        self._currency_line = line
        return line

    def _build_days(self) -> QWidget:
        theme, px = self._context.theme, self._context.theme.px
        self._as_of = DateField(theme, _("Count back from"))
        self._day_note = text_label(words.as_of_words(), theme, "small", "text2")
        back = _("Count from {day}").format(day=words.as_of_words())
        self._default_day = push_button(back, theme, "small", "undo")
        self._look_back = ChoiceBox(_("Look back on"), theme)
        self._months = Stepper(theme, _("Months to look back on"), 1, MOST_MONTHS, FIRST_OTHER)
        self._months_field = NamedField(_("Months:"), self._months, theme)
        fields = QWidget()
        row = FlowRows(fields, spacing=px(16), row_spacing=px(8))
        row.addWidget(NamedField(self._as_of.accessibleName(), self._as_of, theme))
        row.addWidget(self._day_note)
        row.addWidget(self._default_day)
        row.addWidget(NamedField(self._look_back.accessibleName(), self._look_back, theme))
        row.addWidget(self._months_field)
        return fields

    def _connect(self) -> None:
        self._ledger.switched.connect(self._on_ledger_switched)
        self._currency.choice_made.connect(self._on_currency_chosen)
        self._as_of.day_chosen.connect(self._on_as_of_chosen)
        self._default_day.clicked.connect(self._on_default_day_clicked)
        self._look_back.choice_made.connect(self._on_look_back_chosen)
        self._months.value_chosen.connect(self._on_months_chosen)
        self._columns.clicked.connect(self._on_columns_clicked)

    # showing --------------------------------------------------------------------------------

    def _show_orders(
        self, document: Document, customers: CustomerTable, orders: OrdersSummary
    ) -> None:
        assert document.checked is not None
        formats = self._context.formats
        sign = "" if customers.money is None else customers.column(customers.money).sign
        self._ledger.show_ledger(words.ledger_of(orders, words.sign_of(orders, sign), formats))
        self._currencies.setText(words.currencies_sentence(orders.currencies, formats))
        self._currencies.setVisible(len(orders.currencies) > 1)
        self._currency_line.setVisible(len(orders.currencies) > 1)
        self._currency.show_choices(
            {money.currency: money.currency for money in orders.currencies}, orders.currency
        )
        self._as_of.show_day(orders.as_of)
        self._span.setText(words.span_sentence(orders, formats))
        self._span.setVisible(bool(self._span.text()))
        parts = order_parts(document.checked, document.plan.customers)
        self._parts.setText(words.parts_sentence(parts))

    def _show_choices(self, choice: CustomerChoice) -> None:
        self._ledger.show_counted(choice.counted)
        if choice.as_of is not None:
            self._as_of.show_day(choice.as_of)
        self._day_note.setVisible(choice.as_of is None)
        self._default_day.setVisible(choice.as_of is not None)
        months = choice.look_back
        is_stepped = not self._months_field.isHidden()
        is_other = months is not None and (is_stepped or months not in LOOK_BACKS)
        choices: dict[str | None, str] = {None: words.look_back_words(None)}
        choices.update((str(n), words.look_back_words(n)) for n in LOOK_BACKS)
        choices[OTHER] = _("another number of months")
        chosen = OTHER if is_other else None if months is None else str(months)
        self._look_back.show_choices(choices, chosen)
        self._look_back.setMinimumWidth(self._look_back.width_of_words())
        self._months_field.setVisible(is_other)
        self._months.show_value(FIRST_OTHER if months is None else months)

    # slots ----------------------------------------------------------------------------------

    def _choose(self, customers: CustomerChoice, label: str) -> None:
        session = self._context.session
        session.apply(replace(session.document.plan, customers=customers), label)

    @property
    def _choice(self) -> CustomerChoice:
        return self._context.session.document.plan.customers

    @Slot(str, bool)
    def _on_ledger_switched(self, reason: str, is_counted: bool) -> None:
        others = self._choice.counted - {reason}
        counted = others | {reason} if is_counted else others
        label = words.switch_label(reason, is_counted=is_counted)
        self._choose(replace(self._choice, counted=counted), label)

    @Slot(object)
    def _on_currency_chosen(self, currency: str) -> None:
        label = _("count another currency")
        self._choose(replace(self._choice, currency=currency), label)

    @Slot(str)
    def _on_as_of_chosen(self, day: str) -> None:
        self._choose(replace(self._choice, as_of=day), _("count back from another day"))

    @Slot()
    def _on_default_day_clicked(self) -> None:
        label = _("count from {day}").format(day=words.as_of_words())
        self._choose(replace(self._choice, as_of=None), label)

    @Slot(object)
    def _on_look_back_chosen(self, key: str | None) -> None:
        self._months_field.setVisible(key == OTHER)
        months = None if key is None else FIRST_OTHER if key == OTHER else int(key)
        self._look_back_on(months)

    @Slot(int)
    def _on_months_chosen(self, months: int) -> None:
        self._look_back_on(months)

    def _look_back_on(self, months: int | None) -> None:
        label = _("look back on {months}").format(months=words.look_back_words(months))
        self._choose(replace(self._choice, look_back=months), label)

    @Slot()
    def _on_columns_clicked(self) -> None:
        self.columns_requested.emit()
