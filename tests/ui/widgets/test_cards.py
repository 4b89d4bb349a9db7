"""Cards that are buttons, and the card that shows work in progress."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QProgressBar

from desktop_app.ui.widgets.bars import ShareBar
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.plan_card import PlanCard
from desktop_app.ui.widgets.progress_card import ProgressCard
from desktop_app.ui.widgets.segment_card import SegmentCard
from desktop_app.ui.widgets.strip import Strip

SIZES = (201, 98, 84, 62, 55)


@pytest.fixture
def told():
    return []


@pytest.fixture
def plan(theme, qtbot):
    card = PlanCard(theme)
    qtbot.addWidget(card)
    card.show_plan(5, "Suggested", "Clear groups that come back.", SIZES, False)
    card.show()
    return card


@pytest.fixture
def segment(theme, qtbot, big_spenders):
    card = SegmentCard(theme)
    qtbot.addWidget(card)
    card.resize(318, 200)
    card.show_content(big_spenders, True)
    card.show()
    return card


def test_choosing_a_card_moves_nothing_inside(theme, qtbot):
    card = Card(theme)
    qtbot.addWidget(card)
    words = text_label("Words", theme)
    card.body.addWidget(words)
    card.resize(200, 100)
    card.show()
    before = words.geometry()

    card.set_kind("chosen")
    card.body.activate()

    assert words.geometry() == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_plan_is_chosen_by_keyboard(plan, told, qtbot, key):
    plan.plan_chosen.connect(told.append)

    qtbot.keyClick(plan, key)

    assert told == [5]


def test_plan_is_chosen_by_a_click_anywhere(plan, told, qtbot):
    plan.plan_chosen.connect(told.append)

    qtbot.mouseClick(plan.findChild(Strip), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(plan, Qt.MouseButton.LeftButton)

    assert 5 in told


def test_showing_a_plan_is_silent(plan, told):
    plan.plan_chosen.connect(told.append)

    plan.show_plan(3, "Simple plan", "Rough, but easy to run.", (280, 130, 90), True)

    assert told == []
    assert plan.accessibleName() == "Simple plan: 3 groups"


def test_closed_card_sums_up_and_open_card_offers_more(segment, big_spenders):
    is_offering = segment.rename_button.isVisible()

    segment.show_content(big_spenders, False)

    assert is_offering
    assert not segment.rename_button.isVisible()


def test_closed_card_shows_its_bars_when_there_is_room(segment, big_spenders):
    segment.show_content(big_spenders, False)
    bar = segment.findChild(ShareBar)
    is_narrow_bare = not bar.isVisible()

    segment.resize(400, 200)

    assert is_narrow_bare
    assert bar.isVisible()


def test_unknown_money_has_no_bar(segment, big_spenders):
    segment.show_content(replace(big_spenders, money_share=None), True)

    assert [bar.isVisible() for bar in segment.findChildren(ShareBar)] == [True, False]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_card_opens_by_keyboard(segment, told, qtbot, key):
    segment.opened.connect(told.append)

    qtbot.keyClick(segment, key)

    assert told == [1]


def test_card_asks_to_show_its_customers(segment, told, qtbot):
    segment.show_requested.connect(told.append)

    qtbot.mouseClick(segment.show_button, Qt.MouseButton.LeftButton)

    assert segment.show_button.text() == "Show these 98"
    assert told == [1]


@pytest.fixture
def renaming(segment, told, qtbot):
    segment.rename_requested.connect(lambda *what: told.append(what))
    qtbot.mouseClick(segment.rename_button, Qt.MouseButton.LeftButton)
    return segment.findChild(QLineEdit)


def test_rename_starts_with_the_present_name_selected(renaming):
    assert renaming.isVisible()
    assert renaming.selectedText() == "Big spenders"


def test_enter_accepts_the_new_name_without_opening_the_card(renaming, segment, told, qtbot):
    opened = []
    segment.opened.connect(opened.append)
    qtbot.keyClicks(renaming, " Champions ")

    qtbot.keyClick(renaming, Qt.Key.Key_Return)

    assert told == [(1, "Champions")]
    assert opened == []
    assert not renaming.isVisible()


def test_escape_keeps_the_old_name(renaming, told, qtbot):
    qtbot.keyClicks(renaming, "Champions")

    qtbot.keyClick(renaming, Qt.Key.Key_Escape)

    assert told == []
    assert not renaming.isVisible()


def test_unchanged_name_is_no_news(renaming, told, qtbot):
    qtbot.keyClick(renaming, Qt.Key.Key_Return)

    assert told == []


def test_emptied_name_asks_for_the_proposed_one(renaming, told, qtbot):
    qtbot.keyClick(renaming, Qt.Key.Key_Backspace)
    qtbot.keyClick(renaming, Qt.Key.Key_Return)

    assert told == [(1, "")]


def test_progress_shows_step_share_and_way_out(theme, told, qtbot):
    card = ProgressCard(theme)
    qtbot.addWidget(card)
    card.cancelled.connect(lambda: told.append("cancelled"))

    card.show_progress(66, "Trying 2 to 10 groups")
    share = card.findChild(QProgressBar).value()
    qtbot.mouseClick(card.cancel_button, Qt.MouseButton.LeftButton)

    assert share == 66
    assert told == ["cancelled"]


def test_unknown_progress_shows_an_empty_track(theme, qtbot):
    card = ProgressCard(theme)
    qtbot.addWidget(card)
    card.show_progress(66, "Reading")

    card.show_progress(None, "Waiting for the disk")

    assert card.findChild(QProgressBar).value() == 0


def test_strip_says_its_sizes_to_those_who_cannot_see_it(theme, qtbot):
    strip = Strip(theme)
    qtbot.addWidget(strip)

    strip.show_sizes((3, 2))

    assert strip.accessibleDescription() == "2 groups: 3, 2"
