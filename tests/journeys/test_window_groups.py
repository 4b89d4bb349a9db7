"""Groups merged, split and set aside in the real window, with undo, and saved after each."""

import csv

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from desktop_app.paths import resource_path
from desktop_app.services.recent_files import RecentFiles
from desktop_app.services.session import Session
from desktop_app.services.settings import Settings
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.widgets.card_menu import CardMenu
from desktop_app.wording.numbers import Formats

SHOP = resource_path("samples", "shop_customers.csv")


@pytest.fixture
def window(qtbot, theme, threaded_runner, own_home, tmp_path):
    session = Session(threaded_runner)
    context = PageContext(session, threaded_runner, theme, Formats())
    window = MainWindow(context, Settings(scheme="light"), RecentFiles(own_home / "recent.json"))
    window.session = session
    qtbot.addWidget(window)
    window.resize(1100, 700)
    window.show()
    path = tmp_path / "shop.csv"
    path.write_bytes(SHOP.read_bytes())
    window.open_files((path,))
    settle(window, qtbot)
    window.show_step("groups")
    return window


@pytest.fixture(autouse=True)
def no_popup(monkeypatch):
    """A menu cannot pop up without a real screen."""
    monkeypatch.setattr(CardMenu, "popup", lambda _menu, _place: None)


def settle(window, qtbot):
    qtbot.waitUntil(
        lambda: window.session.document.is_complete and not window.session.is_working,
        timeout=30_000,
    )


def cards_of(window):
    return window.page("groups").cards


def letters_of(window):
    return [card.content.letter for card in cards_of(window)]


def sizes_of(window):
    return {card.content.letter: card.content.size for card in cards_of(window)}


def menu_of(window, segment, qtbot):
    """Open a card and its menu."""
    card = cards_of(window)[segment]
    if not card.more_button.isVisible():
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.more_button, Qt.MouseButton.LeftButton)
    return window.page("groups")._cards.menu


def choose(window, action, qtbot):
    action.trigger()
    settle(window, qtbot)


def saved(window, tmp_path, qtbot):
    """Save both files and give the rows of the list, and the workbook."""
    window.show_step("share")
    page = window.page("share")
    qtbot.mouseClick(page.main_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.message_bar.message is not None, timeout=20_000)
    newest = max(tmp_path.glob("*.csv"), key=lambda path: path.stat().st_mtime_ns)
    with newest.open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    book = load_workbook(newest.with_suffix(".xlsx"))
    window.show_step("groups")
    return rows, book


def letters_in(sheet):
    """Give what the first column holds below its head, up to the first empty cell."""
    cells = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
    return cells[: cells.index(None)]


def n_in(rows, column, value):
    return sum(row[column] == value for row in rows)


def test_merged_groups_are_said_to_be_merged_and_saved_as_one(window, tmp_path, qtbot):
    before, n = sizes_of(window), len(cards_of(window))

    menu = menu_of(window, 0, qtbot)
    choose(window, menu.merge_menu.actions()[1], qtbot)
    rows, book = saved(window, tmp_path, qtbot)

    assert len(cards_of(window)) == n - 1
    assert "C" not in letters_of(window)
    assert "A and C merged." in cards_of(window)[0].content.truths_text
    assert n_in(rows, "segment", "A") == before["A"] + before["C"]
    summary = letters_in(book["Summary"])
    assert summary == letters_of(window)


def test_undo_and_redo_go_through_a_merge(window, qtbot):
    letters = letters_of(window)
    choose(window, menu_of(window, 0, qtbot).merge_menu.actions()[0], qtbot)
    merged = letters_of(window)

    window.session.undo()
    undone = letters_of(window)
    window.session.redo()

    assert window.session.undo_label == "merge A and B"
    assert undone == letters
    assert letters_of(window) == merged == [letters[0], *letters[2:]]


def test_a_split_group_becomes_two_and_can_be_put_together_again(window, tmp_path, qtbot):
    before = sizes_of(window)

    choose(window, menu_of(window, 1, qtbot).split_action, qtbot)
    rows, _book = saved(window, tmp_path, qtbot)

    *_others, new = cards_of(window)
    assert new.content.truths_text.startswith("Split off from B.")
    assert n_in(rows, "segment", "B") + n_in(rows, "segment", new.content.letter) == before["B"]
    qtbot.mouseClick(
        window.page("groups")._cards.changes.as_found_button, Qt.MouseButton.LeftButton
    )
    settle(window, qtbot)
    assert sizes_of(window) == before


def test_who_is_set_aside_is_in_the_files_and_can_be_brought_back(window, tmp_path, qtbot):
    before = sizes_of(window)

    choose(window, menu_of(window, 1, qtbot).aside_action, qtbot)
    rows, book = saved(window, tmp_path, qtbot)

    assert "B" not in letters_of(window)
    assert len(rows) == sum(before.values())
    assert n_in(rows, "segment_name", "Set aside") == n_in(rows, "segment", "") == before["B"]
    assert book["Set aside"].max_row == before["B"] + 1
    n_rows = len(letters_in(book["Summary"]))
    last = tuple(cell.value for cell in book["Summary"][n_rows + 2])
    assert last[:3] == (None, "Set aside", before["B"])
    (back,) = window.page("groups")._cards.changes.back_buttons
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    assert sizes_of(window) == before


def test_notes_are_kept_undone_and_saved_in_the_workbook(window, tmp_path, qtbot):
    card = cards_of(window)[1]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.note.write_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(card.note.field, "Ask Jo")
    qtbot.keyClick(card.note.field, Qt.Key.Key_Return)
    qtbot.keyClicks(card.note.field, "about tea")
    card.note.field.accepted.emit()
    _rows, book = saved(window, tmp_path, qtbot)

    header, _a, b, *_rest = book["Summary"].iter_rows(values_only=True)
    assert dict(zip(header, b, strict=True))["Your notes"] == "Ask Jo\nabout tea"
    assert window.session.undo_label == "note about group B"
    window.session.undo()
    assert cards_of(window)[1].note.note == ""
    window.session.redo()
    assert cards_of(window)[1].note.note == "Ask Jo\nabout tea"


def test_a_name_stays_with_its_letter_when_others_are_merged(window, qtbot):
    cards_of(window)[1].rename_requested.emit(1, "My regulars")
    names = {c.content.letter: c.content.name for c in cards_of(window)}

    choose(window, menu_of(window, 2, qtbot).merge_menu.actions()[-1], qtbot)

    assert names["B"] == "My regulars"
    assert cards_of(window)[1].content.name == "My regulars"
