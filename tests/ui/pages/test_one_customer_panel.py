import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.document.street import walk
from desktop_app.ui.pages.groups_page import GroupsPage


@pytest.fixture
def page(context, runner, shop, qtbot):
    page = GroupsPage(context)
    qtbot.addWidget(page)
    page.show_document(walk(shop.with_plan(shop.plan.with_features(("Age", "Spent")).with_k(4))))
    qtbot.waitUntil(lambda: not runner.busy)
    return page


def seen(page, row, runner, qtbot):
    page._on_customer_clicked(row)
    qtbot.waitUntil(lambda: not runner.busy)
    labels = page.aside.customer.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisibleTo(page)]


def test_a_customer_is_told_about_in_place_of_the_cards(page, runner, qtbot):
    said = seen(page, 7, runner, qtbot)

    assert page.aside.customer.isVisibleTo(page)
    assert not page.aside.switch.isVisibleTo(page)
    assert said[0] == "C-1007"
    assert "Why in this group" in said
    assert any("they would be in" in line or "No single fact" in line for line in said)


def test_the_way_back_leads_to_the_cards(page, runner, qtbot):
    seen(page, 7, runner, qtbot)

    page.aside.customer.back.click()

    assert page.aside.cards.isVisibleTo(page)
    assert page.aside.switch.isVisibleTo(page)


def test_who_is_alike_can_be_looked_at(page, runner, qtbot):
    seen(page, 7, runner, qtbot)
    button = page.aside.customer.buttons[0]
    name = button.text()

    button.click()
    qtbot.waitUntil(lambda: not runner.busy)

    said = [label.text() for label in page.aside.customer.findChildren(QLabel)]
    assert name in said
    assert len(page.aside.customer.buttons) == 5


def test_a_typed_number_finds_the_customer_and_enter_the_next(page, runner, qtbot):
    finder = page.customers.finder
    chosen = []
    page.customers.customer_chosen.connect(chosen.append)

    qtbot.keyClicks(finder, "C-111")
    qtbot.waitUntil(lambda: not runner.busy)
    qtbot.keyClick(finder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not runner.busy)

    assert chosen[-2:] == [110, 111]
    assert not page.customers._nobody.isVisibleTo(page)


def test_nobody_found_is_said(page, runner, qtbot):
    qtbot.keyClicks(page.customers.finder, "van Dijk")
    qtbot.waitUntil(lambda: not runner.busy)

    assert page.customers._nobody.text() == "No customer matches “van Dijk”."
    assert page.customers._nobody.isVisibleTo(page)
