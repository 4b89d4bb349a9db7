import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.document.rearranging import plan_merged
from desktop_app.document.street import walk
from desktop_app.ui.pages.groups_page import GroupsPage


@pytest.fixture
def page(context, runner, shop, qtbot):
    page = GroupsPage(context)
    qtbot.addWidget(page)
    page.show_document(walk(shop.with_plan(shop.plan.with_features(("Age", "Spent")).with_k(4))))
    qtbot.waitUntil(lambda: not runner.busy)
    page.aside.show_panel("start")
    return page


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def choose(panel, place):
    panel.aims.setCurrentIndex(place)
    panel.aims.activated.emit(place)


def test_groups_are_ranked_by_what_the_owner_picks(page):
    panel, sizes = page.aside.start, page._document.segmentation.sizes

    choose(panel, panel.aims.count() - 1)

    shown = [button.text() for button in panel.buttons]
    assert shown == [f"Show these {size}" for size in sorted(sizes, reverse=True)]


def test_only_what_the_file_can_tell_is_offered(page):
    panel = page.aside.start

    offered = [panel.aims.itemText(place) for place in range(panel.aims.count())]

    assert offered == ["who brings the most money", "the largest groups"]
    assert any("of the money" in line for line in words(panel))


def test_a_group_that_is_asked_for_has_its_card_opened_and_stays_open(page, qtbot):
    panel = page.aside.start
    for _time in range(2):
        page.aside.show_panel("start")
        qtbot.mouseClick(panel.buttons[0], Qt.MouseButton.LeftButton)

    assert page.aside.cards.isVisibleTo(page)
    assert sum(card.is_open for card in page.cards) == 1


def test_merged_groups_are_ranked_as_one(page):
    document = page._document
    page.show_document(walk(document.with_plan(plan_merged(document, 0, 1))))

    assert len(page.aside.start.buttons) == 3
