from dataclasses import replace

import numpy as np
import pytest

from desktop_app.core.checking.answers import Answer
from desktop_app.core.segmenting.choices import Change, Grouping, Rearrangement
from desktop_app.document.rearranging import plan_set_aside
from desktop_app.document.street import walk
from desktop_app.ui.pages.card_contents import changes_content
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


@pytest.fixture(scope="module")
def slip(write_list, understood, shop_rows):
    """A list with an age of 4000 in row 8 of the file, cut into two."""
    rows = [list(row) for row in shop_rows]
    rows[6][1] = 4000
    document = understood(write_list("slip.csv", ["Customer ID", "Age", "Spent", "Town"], rows))
    return walk(document.with_plan(document.plan.with_k(2)))


def test_a_group_that_a_slip_of_the_pen_makes_is_pointed_out(page, slip):
    page.show_document(slip)

    assert "Group B was made by an unusual value in “Age”." in said(page)
    assert page.message_bar.message.actions[-1][0] == "check"


@pytest.mark.parametrize("fix", ["keep", "leave_out"])
def test_an_answered_value_is_not_pointed_out_again(page, slip, fix):
    answer = Answer("unusual_value", "Age", fix)

    page.show_document(walk(slip.with_plan(slip.plan.with_answer(answer))))

    assert "unusual value" not in said(page)


def test_customers_who_were_drawn_around_are_listed_until_all_are_asked_for(page, shop):
    page.show_document(walk(shop))
    rows = np.array([1, 3, 4])

    page.picture.customers_selected.emit(rows)

    assert page.customers.table.model().rowCount() == 3
    page.customers.everyone_requested.emit()
    assert page.customers.table.model().rowCount() > 3
    assert page.picture.scatter._look.chosen is None


@pytest.fixture
def groups(shop):
    return walk(shop.with_plan(shop.plan.with_features(("Age", "Spent")).with_k(3)))


def test_groups_that_are_followed_are_not_changed_on_their_cards(page, groups):
    fewer = walk(groups.with_plan(plan_set_aside(groups, 1)))
    followed = replace(fewer, plan=replace(fewer.plan, grouping=Grouping.FOLLOWED))

    content = changes_content(followed, page._context.formats)

    assert content.notes[0].startswith("B is set aside: ")
    assert content.aside == ()
    assert content.as_found == ""


def test_what_could_not_be_done_is_said_below_the_cards(page, groups):
    change = Rearrangement(Change.MERGE, (0, 7))
    asked = walk(groups.with_plan(groups.plan.with_change(3, change)))

    page.show_document(asked)

    assert changes_content(asked, page._context.formats).notes == (
        "A and H could not be merged: not all of them are there.",
    )
    assert page.aside.cards.changes.isVisibleTo(page)
