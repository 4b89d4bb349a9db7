"""What counts of a file of orders: the ledger on the page, and the choices behind it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QRadioButton

from desktop_app.core.customers.table import CurrencyLines, RuleEffect
from desktop_app.document.document import Document
from desktop_app.ui.pages.file_page import FilePage
from desktop_app.ui.pages.orders_card import OrdersCard
from desktop_app.ui.widgets.date_field import DateField

CANCELLED, NOBODY = RuleEffect("cancelled", 4, 40.0), RuleEffect("no_customer", 1, 7.5)


@pytest.fixture
def page(qtbot, context):
    page = FilePage(context)
    qtbot.addWidget(page)
    page.resize(882, 662)
    return page


@pytest.fixture
def show(page, session, orders):
    """Show the forty orders with another summary, made by hand."""

    def show(*effects, **changes):
        summary = orders.customers.orders
        taken = sum(effect.amount for effect in effects if not effect.is_counted)
        told = {"effects": effects, "file_total": summary.total + taken, **changes}
        customers = replace(orders.customers, orders=replace(summary, **told))
        document = replace(orders, customers=customers)
        session._history = type(session._history)(present=document)
        page.show_document(document)
        return page.findChild(OrdersCard)

    yield show
    session.cancel()


def words_on(card):
    return [label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card)]


def side(card, reason, words):
    switch = card._ledger.rows[reason].switch
    return next(b for b in switch.findChildren(QRadioButton) if b.text() == words)


def test_a_list_of_customers_has_nothing_to_count(page, session, shop):
    page.show_document(shop)

    assert not page.findChild(OrdersCard).isVisibleTo(page)


def test_the_page_shows_that_the_sums_agree(show):
    card = show(CANCELLED, NOBODY)

    words = words_on(card)
    assert card.isVisibleTo(card.parentWidget())
    assert words[:1] == ["What counts"]
    assert {"All 40 lines in the file", "847.50", "−40.00", "−7.50", "800.00"} <= set(words)
    assert "Counted for 9 customers, 40 orders" in words
    assert not any("differ" in sentence for sentence in words)


def test_sums_that_do_not_agree_are_pointed_out(show):
    card = show(CANCELLED, file_total=900.0)

    assert any("These amounts differ by 60.00." in sentence for sentence in words_on(card))


def test_lines_can_be_made_to_count_and_left_out_again(show, session):
    card = show(CANCELLED)

    side(card, "cancelled", "Count them").click()
    counted, label = session.document.plan.customers.counted, session.undo_label
    side(card, "cancelled", "Leave out").click()

    assert (counted, label) == ({"cancelled"}, "count cancelled orders")
    assert session.document.plan.customers.counted == frozenset()
    assert session.undo_label == "leave out cancelled orders"


def test_a_switch_keeps_the_keyboard_while_the_sums_change(show):
    card = show(CANCELLED, NOBODY)
    before = card._ledger.rows["cancelled"].switch

    show(replace(CANCELLED, is_counted=True))

    assert card._ledger.rows["cancelled"].switch is before
    assert before.chosen == "leave_out"  # the plan has not said so
    assert set(card._ledger.rows) == {"cancelled"}


def test_the_choice_is_shown_while_it_is_counted_anew(show, session, page):
    card = show(CANCELLED)
    side(card, "cancelled", "Count them").click()

    page.show_document(Document(plan=session.document.plan, raw=session.document.raw))

    assert card._ledger.rows["cancelled"].switch.chosen == "count"
    assert "−40.00" in words_on(card)


def test_what_cannot_be_switched_says_what_to_do_instead(show):
    card = show(NOBODY)

    assert card._ledger.rows["no_customer"].switch is None
    assert "There is nobody to count it for." in words_on(card)


def test_of_several_currencies_one_can_be_chosen(show, session):
    several = (CurrencyLines("EUR", 30, 1.0), CurrencyLines("USD", 10, 2.0))
    card = show(currencies=several, currency="EUR")
    assert "The file holds 30 lines in EUR and 10 in USD. They are not added up." in words_on(card)

    box = card._currency
    box.activated.emit(box.findData("USD"))

    assert session.document.plan.customers.currency == "USD"
    assert session.undo_label == "count another currency"


def test_one_currency_is_nothing_to_choose_from(show):
    card = show(currencies=(CurrencyLines("EUR", 40, 1.0),), currency="EUR")

    assert not card._currency.isVisibleTo(card)
    assert "€800.00" in words_on(card)


def test_another_day_to_count_back_from_can_be_chosen_and_taken_back(show, session):
    card = show()
    field = card.findChild(DateField)
    assert field.text() == "29 March 2024"
    assert not card._default_day.isVisibleTo(card)

    field.setDate(field.date().addDays(3))
    card.show_document(session.document)
    chosen = session.document.plan.customers.as_of
    was_offered = card._default_day.isVisibleTo(card)
    card._default_day.click()

    assert chosen == "2024-04-01"
    assert was_offered
    assert session.document.plan.customers.as_of is None


@pytest.mark.parametrize(("key", "months"), [("24", 24), ("12", 12), ("6", 6), ("other", 18)])
def test_how_far_to_look_back_can_be_chosen(show, session, key, months):
    card = show()

    card._look_back.activated.emit(card._look_back.findData(key))
    card.show_document(session.document)

    assert session.document.plan.customers.look_back == months
    assert session.undo_label == f"look back on {months} months"
    assert card._months.isVisibleTo(card) == (key == "other")


def test_another_number_of_months_stays_another_number(show, session):
    card = show()
    card._look_back.activated.emit(card._look_back.findData("other"))
    card.show_document(session.document)

    card._months.setValue(12)
    card.show_document(session.document)
    on_the_way = (card._look_back.currentText(), card._months.isVisibleTo(card))
    card._look_back.activated.emit(0)
    card.show_document(session.document)

    assert on_the_way == ("another number of months", True)
    assert session.document.plan.customers.look_back is None
    assert not card._months.isVisibleTo(card)


def test_the_way_to_other_columns_leads_to_check(show, page, qtbot):
    card = show()
    assert (
        "Columns that are used – who bought: “Email”; when: “Order date”; how much: “Total”; "
        "which order: “Order ID”."
    ) in words_on(card)

    with qtbot.waitSignal(page.step_requested) as asked:
        card._columns.click()

    assert asked.args == ["check"]
