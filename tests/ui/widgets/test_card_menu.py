"""What a card offers besides its name: merge, split, set aside, notes, and the lines below the cards."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.ui.widgets.card_menu import CardMenu
from desktop_app.ui.widgets.change_notes import AsideLine, ChangesContent
from desktop_app.ui.widgets.note_box import NoteBox
from desktop_app.ui.widgets.segment_cards import SegmentCards


@pytest.fixture
def told():
    return []


@pytest.fixture(autouse=True)
def popped(monkeypatch):
    """The menus that were asked for; a menu cannot pop up without a real screen."""
    menus = []
    monkeypatch.setattr(CardMenu, "popup", lambda menu, _place: menus.append(menu))
    return menus


@pytest.fixture
def three(big_spenders):
    return [
        replace(big_spenders, segment=i, piece=piece, letter=letter, name=name, size=size)
        for i, (piece, letter, name, size) in enumerate(
            ((0, "A", "Regulars & friends", 9), (2, "C", "Savers", 5), (5, "F", "Newcomers", 1))
        )
    ]


@pytest.fixture
def cards(qtbot, theme, three):
    cards = SegmentCards(theme)
    qtbot.addWidget(cards)
    cards.resize(318, 500)
    cards.show()
    cards.show_contents(three, 1)
    return cards


@pytest.fixture
def box(qtbot, theme):
    box = NoteBox(theme)
    qtbot.addWidget(box)
    box.resize(290, 120)
    box.show()
    box.show_note("A", "Ask Jo\nabout tea")
    return box


def open_menu(cards, segment, qtbot):
    qtbot.mouseClick(cards.cards[segment].more_button, Qt.MouseButton.LeftButton)
    return cards.menu


def test_merging_asks_with_which_other_group(cards, told, qtbot):
    cards.merge_requested.connect(lambda *args: told.append(args))

    menu = open_menu(cards, 1, qtbot)
    actions = menu.merge_menu.actions()
    words = [action.text() for action in actions]
    actions[1].trigger()

    assert words == ["A Regulars && friends", "F Newcomers"]
    assert told == [(1, 2)]


def test_a_group_is_split_and_set_aside_from_its_menu(cards, told, qtbot):
    cards.split_requested.connect(lambda segment: told.append(("split", segment)))
    cards.aside_requested.connect(lambda segment: told.append(("aside", segment)))

    menu = open_menu(cards, 1, qtbot)
    menu.split_action.trigger()
    menu.aside_action.trigger()

    assert told == [("split", 1), ("aside", 1)]


def test_a_closed_card_has_the_menu_of_the_keyboard(cards, popped):
    card = cards.cards[2]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))

    QApplication.sendEvent(card, event)

    assert popped == [cards.menu]
    assert not cards.menu.split_action.isEnabled()  # one customer


def test_groups_by_rule_are_not_changed(cards, three):
    cards.show_contents([replace(content, can_change=False) for content in three], 1)

    assert not cards.cards[1].more_button.isVisible()


def test_the_last_group_can_only_be_split(cards, three, qtbot):
    cards.show_contents(three[:1], 0)

    menu = open_menu(cards, 0, qtbot)
    is_enabled = [action.isEnabled() for action in menu.actions()]

    assert is_enabled == [False, True, False]


def test_who_is_set_aside_can_be_brought_back(cards, three, told, qtbot):
    cards.back_requested.connect(told.append)
    lines = (AsideLine(1, "B is set aside: 7 customers."), AsideLine(3, "D is set aside."))
    cards.show_contents(three, None, ChangesContent(aside=lines, as_found="Back to 5 groups"))

    qtbot.mouseClick(cards.changes.back_buttons[1], Qt.MouseButton.LeftButton)

    assert told == [3]
    assert "B is set aside: 7 customers." in [
        label.text() for label in cards.changes.findChildren(QLabel)
    ]


def test_all_changes_can_be_taken_back(cards, three, told, qtbot):
    cards.as_found_requested.connect(lambda: told.append("as found"))
    cards.show_contents(three, None, ChangesContent(as_found="Back to the 5 groups"))

    qtbot.mouseClick(cards.changes.as_found_button, Qt.MouseButton.LeftButton)
    cards.show_contents(three, None)

    assert told == ["as found"]
    assert not cards.changes.isVisible()


def write(box, words, qtbot):
    qtbot.mouseClick(box.write_button, Qt.MouseButton.LeftButton)
    box.field.setPlainText(words)


def test_notes_of_several_lines_are_kept(box, told, qtbot):
    box.note_changed.connect(told.append)

    write(box, "  first\nsecond \n", qtbot)
    qtbot.keyClick(box.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert told == ["first\nsecond"]
    assert not box.field.isVisible()


def test_leaving_the_field_keeps_the_notes_once(box, told, qtbot):
    box.note_changed.connect(told.append)

    write(box, "new", qtbot)
    box.field.accepted.emit()
    box.field.accepted.emit()

    assert told == ["new"]


def test_escape_leaves_the_notes_as_they_were(box, told, qtbot):
    box.note_changed.connect(told.append)

    write(box, "new", qtbot)
    qtbot.keyClick(box.field, Qt.Key.Key_Escape)

    assert told == []
    assert box.note == "Ask Jo\nabout tea"


def test_what_is_being_written_stays_when_the_card_is_shown_anew(box, qtbot):
    write(box, "half a tho", qtbot)

    box.show_note("A", "Ask Jo\nabout tea")

    assert box.field.isVisible()
    assert box.field.toPlainText() == "half a tho"


def test_what_was_being_written_about_another_group_is_gone(box, qtbot):
    write(box, "half a tho", qtbot)

    box.show_note("B", "")

    assert not box.field.isVisible()
    assert box.write_button.text() == "Add a note"


def test_a_name_being_typed_stays_when_the_card_is_shown_anew(cards, three, qtbot):
    card = cards.cards[1]
    qtbot.mouseClick(card.rename_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(card._name_field, "Thrifty")

    cards.show_contents([replace(content, truths_text="Comes back.") for content in three], 1)

    assert card._name_field.isVisible()
    assert card._name_field.text() == "Thrifty"
