import pytest

from desktop_app.document.street import walk
from desktop_app.ui.pages.groups_page import AGREE, GroupsPage


@pytest.fixture
def page(qtbot, context):
    page = GroupsPage(context)
    qtbot.addWidget(page)
    return page


@pytest.fixture(scope="module")
def open_dates(write_list, understood, shop_rows):
    rows = [[*row, f"{1 + i % 12}/{1 + i % 11}/2024"] for i, row in enumerate(shop_rows)]
    header = ["Customer ID", "Age", "Spent", "Town", "Joined"]
    return walk(understood(write_list("dates.csv", header, rows)))


def said(page):
    message = page.message_bar.message
    return "" if message is None else message.text


def test_what_the_file_leaves_open_is_said_with_the_groups(page, open_dates):
    page.show_document(open_dates)

    assert "We took the day to come first in “Joined”. Is that right?" in said(page)
    assert page.message_bar.message.actions[-1][0] == "file"


def test_what_the_user_agreed_to_is_not_asked_again(page, open_dates):
    page.show_document(open_dates)
    page.message_bar.action_chosen.emit(AGREE)

    page.show_document(open_dates.with_plan(open_dates.plan.with_name(2, "A", "Mine")))

    assert "Is that right?" not in said(page)


def test_a_clear_file_asks_nothing(page, shop):
    page.show_document(walk(shop))

    assert "Is that right?" not in said(page)
