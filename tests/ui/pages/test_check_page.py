from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.core.checking.columns import Role
from desktop_app.ui.models.frame_model import PROBLEM_ROLE
from desktop_app.ui.pages.check_page import CheckPage


@pytest.fixture
def page(qtbot, context):
    page = CheckPage(context)
    qtbot.addWidget(page)
    page.resize(882, 662)
    page.show()
    return page


@pytest.fixture
def show(page, session, runner, qtbot):
    """Make a document the session's own and show it."""

    def show(document):
        session._history = type(session._history)(present=document)
        page.show_document(document)
        qtbot.waitUntil(lambda: not runner.busy, timeout=30_000)

    return show


def words_on(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def test_the_title_says_what_the_list_holds(page, show, shop):
    show(shop)

    assert page.accessibleName() == "120 customers, 4 columns. Ready to use."
    assert "Nothing odd was found. Your own file is never changed." in words_on(page)


def test_orders_are_told_by_their_customers(page, show, orders):
    show(orders)

    assert page.accessibleName() == "9 customers in 40 rows. Ready to use."


def test_who_is_only_on_a_list_beside_is_not_among_the_rows(page, show, orders):
    joined = replace(orders.customers, facts=orders.customers.frame.iloc[[0, *range(9)]])

    show(replace(orders, customers=joined))

    assert page.accessibleName() == "9 customers in 40 rows. Ready to use."


def test_odd_values_are_named_with_their_row(page, show, odd_shop):
    show(odd_shop)

    words = words_on(page)
    assert "2 things need a look. Your own file is never changed." in words
    assert any("row 8" in sentence and "400" in sentence for sentence in words)


def test_show_row_chooses_the_row_and_brings_the_cell_into_sight(page, show, odd_shop):
    show(odd_shop)

    for button in page.findChildren(QPushButton):
        if button.text() == "Show row" and "unusual" in button.accessibleName():
            button.click()

    table = page._table
    assert [index.row() for index in table.selectionModel().selectedRows()] == [6]
    assert table.viewport().rect().contains(table.visualRect(table.model().index(6, 1)))


def test_rows_bear_their_number_in_the_file_and_odd_cells_are_marked(page, show, odd_shop):
    show(odd_shop)

    model = page._table.model()
    assert model.headerData(6, Qt.Orientation.Vertical) == 8
    assert model.index(6, 1).data(PROBLEM_ROLE)
    assert not model.index(7, 1).data(PROBLEM_ROLE)


def test_every_column_has_a_card_with_its_use(page, show, shop):
    show(shop)

    uses = {name: card.use.currentText() for name, card in page._cards.cards.items()}
    assert uses == {
        "Age": "Can form groups",
        "Spent": "Can form groups",
        "Town": "Describes",
        "Customer ID": "Customer ID",
    }
    assert any(words.startswith("Middle") for words in words_on(page))


def test_the_use_of_a_column_can_be_changed_and_undone(page, show, shop, session):
    show(shop)
    box = page._cards.cards["Age"].use

    box.activated.emit(box.findText("Not used"))

    assert [(c.name, c.role) for c in session.document.plan.columns] == [("Age", Role.IGNORE)]
    assert session.undo_label == "change the use of Age"
    session.cancel()


def test_a_changed_use_keeps_the_card_in_its_place(page, show, shop, session, qtbot):
    show(shop)
    card = page._cards.cards["Age"]
    card.use.activated.emit(card.use.findText("Not used"))
    qtbot.waitUntil(lambda: session.document.customers is not None)

    page.show_document(session.document)

    assert page._cards.cards["Age"] is card
    assert card.use.currentText() == "Not used"
    session.cancel()


def test_showing_the_same_document_again_asks_for_nothing(page, show, shop, context, monkeypatch):
    show(shop)
    started = []
    monkeypatch.setattr(context.runner, "start", lambda *args, **named: started.append(args))

    page.show_document(shop)

    assert started == []


def test_nothing_is_wider_than_the_page(page, show, odd_shop):
    show(odd_shop)

    assert page.minimumSizeHint().width() <= 882


def answer_button(page, words, about):
    return next(
        b
        for b in page.findChildren(QPushButton)
        if b.text() == words and about in b.accessibleName() and b.isVisibleTo(page)
    )


def test_the_answer_that_holds_is_already_chosen(page, show, odd_shop):
    show(odd_shop)

    assert answer_button(page, "Keep", "unusual").property("kind") == "chosen"
    assert answer_button(page, "Leave out", "unusual").property("kind") == "small"


def test_an_answer_changes_the_plan_and_is_listed_and_can_be_taken_back(
    page, show, odd_shop, session, qtbot
):
    show(odd_shop)
    session.document_changed.connect(page.show_document)

    answer_button(page, "Leave out", "unusual").click()
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)

    assert [(a.code, a.fix) for a in session.document.plan.answers] == [
        ("unusual_value", "leave_out")
    ]
    assert answer_button(page, "Leave out", "unusual").property("kind") == "chosen"
    assert any(words.startswith("Age: 1 row forms no groups") for words in words_on(page))

    answer_button(page, "Take back", "Age").click()
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)

    assert session.document.plan.answers == ()
    assert not page._changes.isVisibleTo(page)
    assert answer_button(page, "Keep", "unusual").property("kind") == "chosen"


def test_a_row_with_answers_stays_while_its_answer_changes(page, show, odd_shop, session, qtbot):
    show(odd_shop)
    session.document_changed.connect(page.show_document)
    button = answer_button(page, "Leave out", "unusual")

    button.click()
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)

    assert answer_button(page, "Leave out", "unusual") is button


def test_the_chosen_answer_cannot_be_unchosen_by_a_click(page, show, odd_shop):
    show(odd_shop)

    answer_button(page, "Keep", "unusual").click()

    assert answer_button(page, "Keep", "unusual").isChecked()


def test_tab_goes_from_the_findings_to_the_columns(page, show, odd_shop):
    show(odd_shop)

    reached, widget = [], page.main_button
    while (widget := widget.nextInFocusChain()) is not page.main_button:
        reached.append(widget)
    show_row = next(b for b in page.findChildren(QPushButton) if b.text() == "Show row")
    assert reached.index(show_row) < reached.index(page._cards.cards["Age"].use)
