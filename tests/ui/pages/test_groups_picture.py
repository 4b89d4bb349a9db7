"""The choice of a picture on the page Your groups, and how pictures and cards go together."""

import pytest

from desktop_app.charts.group_pictures import GroupView
from desktop_app.document.street import walk
from desktop_app.report.story import tell
from desktop_app.ui.pages.groups_page import GroupsPage
from desktop_app.ui.pages.groups_picture import POINTS


@pytest.fixture(scope="module")
def groups(shop):
    return walk(shop.with_plan(shop.plan.with_k(3)))


@pytest.fixture
def page(qtbot, context, groups):
    page = GroupsPage(context)
    qtbot.addWidget(page)
    page.resize(884, 660)
    page.show()
    page.show_document(groups)
    return page


@pytest.fixture
def choose(qtbot, page):
    """Choose a picture and wait until it is there."""

    def choose(key):
        page.picture._on_box_choice_made(key)
        qtbot.waitUntil(lambda: page.picture.described.picture is not None)
        return page.picture.described

    return choose


def test_points_come_first_and_every_other_picture_is_offered(page):
    assert page.picture.chosen == POINTS
    box = page.picture._boxes[1]
    keys = [box.itemData(i) for i in range(box.count())]
    assert keys == [POINTS, *(v.value for v in GroupView if v is not GroupView.PAIR_WORDS)]


@pytest.mark.parametrize("view", [v.value for v in GroupView if v is not GroupView.PAIR_WORDS])
def test_a_chosen_picture_has_a_name_a_sentence_and_a_table(choose, view):
    panel = choose(view)

    assert panel.isVisible()
    assert panel.plot.accessibleName() == panel.picture.title
    assert panel.plot.accessibleDescription() == panel.picture.description
    panel.frame._switch._buttons["table"].click()
    assert panel.frame._table.model().rowCount() == len(panel.picture.table[0])


def test_a_click_into_a_picture_opens_the_card_of_the_group(page, choose):
    panel = choose("profile")

    panel.plot.clicked.emit(1.5, 0.5)

    assert page._segment == 1
    assert panel._segment == 1


def test_arrow_keys_go_from_group_to_group(page, choose):
    panel = choose("profile")

    panel.plot.stepped.emit(1)
    panel.plot.stepped.emit(1)

    assert page._segment == 1


def test_pointing_at_a_group_says_its_value(choose):
    panel = choose("spread")
    shown = []
    panel.plot.overlay = lambda point, words: shown.append(words)

    panel.plot.hovered.emit((50.0, 1.0))
    panel.plot.hovered.emit(None)

    assert "middle" in shown[0]
    assert shown[1] == ""


def test_another_fact_makes_another_picture(qtbot, choose):
    panel = choose("spread")
    before = panel.picture
    other = next(key for key in panel._column_choices() if key != panel._column.currentData())

    panel._column.choice_made.emit(other)
    qtbot.waitUntil(lambda: panel.picture is not before)

    assert panel.picture.title != before.title


def test_facts_and_words_of_two_groups_are_two_pages(qtbot, choose):
    panel = choose("pair")
    facts = panel.picture

    panel._pages._buttons[GroupView.PAIR_WORDS].click()
    qtbot.waitUntil(lambda: panel.picture is not facts)

    assert panel.picture.table[0][0][0].startswith("Town: ")


def test_a_group_compared_with_itself_changes_places(choose):
    panel = choose("pair")

    panel._second.choice_made.emit("0")

    assert panel._pair == (1, 0)


def test_a_chosen_card_is_compared(page, choose):
    panel = choose("pair")

    page._on_segment_chosen(2)

    assert panel._pair == (2, 1)


def test_the_picture_stays_when_a_group_is_named(qtbot, page, context, groups, choose):
    panel = choose("profile")
    renamed = groups.with_plan(groups.plan.with_name(3, "A", "Mine"))

    page.show_document(walk(renamed))
    qtbot.waitUntil(lambda: panel.picture is not None and "A Mine" in panel.picture.table[1])

    assert page.picture.chosen == "profile"
    assert tell(page._document, context.formats).names["A"] == "Mine"
