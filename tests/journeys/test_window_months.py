"""Two months of the sample shop in the real window: asked about, sorted, seen, saved, grouped anew."""

from datetime import date

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from desktop_app.core.segmenting.choices import FeatureChoice, Grouping
from desktop_app.core.tracking.movement import movement
from desktop_app.document.plan import Plan
from desktop_app.paths import resource_path
from desktop_app.services.keeping import Keeping
from desktop_app.services.recent_files import RecentFiles
from desktop_app.services.session import Session
from desktop_app.services.settings import Settings
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.steps import MOVED, step_keys
from desktop_app.wording.numbers import Formats
from tests.journeys.test_window import click, rows_of, settle
from tests.samples.make_samples import N_GONE, N_NEW

MAY = resource_path("samples", "shop_customers.csv")
JUNE = resource_path("samples", "shop_customers_june.csv")
FACTS = ("Annual Income (k$)", "Spending Score (1-100)")


class Clock:
    """Says the day that a test wants it to be."""

    day = date(2026, 5, 12)

    def __call__(self):
        return self.day


@pytest.fixture
def window(qtbot, theme, threaded_runner, own_home, monkeypatch):
    # What is asked before unsaved work is left has tests of its own.
    monkeypatch.setattr(Keeping, "is_changed", False)
    clock = Clock()
    session = Session(threaded_runner, fills_behind=True, today=clock)
    context = PageContext(session, threaded_runner, theme, Formats())
    window = MainWindow(context, Settings(scheme="light"), RecentFiles(own_home / "recent.json"))
    window.session, window.clock = session, clock
    qtbot.addWidget(window)
    window.resize(1100, 700)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def may(window, qtbot):
    """The window with the groups of May, by income and score."""
    plan = Plan(files=(MAY,), features=FeatureChoice(FACTS), k=5, day="2026-05-12")
    window.session.open_plan(plan)
    settle(window, qtbot)
    window.clock.day = date(2026, 6, 12)
    return window.session.document


def bar_button(window, words):
    bar = window.page(window.current_step).message_bar
    return next(b for b in bar.findChildren(QPushButton) if b.text() == words and b.isVisible())


def ask(window, path, qtbot):
    window._open_files((path,))  # as when the answer about unsaved choices is there
    bar = window.page(window.current_step).message_bar
    qtbot.waitUntil(
        lambda: bar.message is not None and path.name in bar.message.text, timeout=20_000
    )
    return bar.message.text


def wait_for_movement(window, qtbot):
    settle(window, qtbot)
    qtbot.waitUntil(lambda: window.session.document.followed is not None, timeout=30_000)


@pytest.fixture
def june(window, may, qtbot):
    """The window with June sorted into the groups of May."""
    ask(window, JUNE, qtbot)
    click(bar_button(window, "Sort into my groups"), qtbot)
    wait_for_movement(window, qtbot)
    return window.session.document


def test_a_newer_list_is_asked_about_and_sorted_into_the_groups(window, may, june):
    page = window.page(MOVED)
    found, expected = (
        june.followed.movement,
        movement(june.followed.baseline, june.customers, june.followed.movement.now),
    )

    assert window.current_step == MOVED
    assert found.flow.tolist() == expected.flow.tolist()
    assert (len(found.new), len(found.gone)) == (N_NEW, N_GONE)
    assert page.accessibleName() == f"June: {len(found.moved)} of your customers moved"
    assert june.segmentation.letters == may.segmentation.letters
    assert [line.sizes for line in page.rows.lines] == [
        f"{before} → {now}"
        for before, now in zip(may.segmentation.sizes, june.segmentation.sizes, strict=True)
    ]


def test_who_moved_stands_between_the_groups_and_share(window, june, qtbot):
    keys = step_keys(june)

    assert keys[-3:] == ("groups", MOVED, "share")
    for key in keys:
        window.show_step(key)
        assert window.current_step == key
    window.show_step(MOVED)
    click(window.page(MOVED).main_button, qtbot)
    assert window.current_step == "share"


def test_find_new_groups_takes_the_list_as_any_other(window, may, qtbot):
    ask(window, JUNE, qtbot)

    click(bar_button(window, "Find new groups"), qtbot)
    settle(window, qtbot)

    assert window.session.document.plan.files == (JUNE,)
    assert window.session.document.plan.grouping is Grouping.FOUND
    assert MOVED not in step_keys(window.session.document)


def test_without_an_answer_everything_stays(window, may, qtbot):
    ask(window, JUNE, qtbot)

    assert window.session.document.plan.files == (MAY,)
    assert window.session.document.is_complete
    assert not window.session.is_working


def test_renamed_columns_are_proposed_and_taken(window, may, tmp_path, qtbot):
    path = tmp_path / "June.csv"
    text = JUNE.read_text(encoding="utf-8")
    path.write_text(text.replace(FACTS[0], "Income per year (k$)"), encoding="utf-8")
    ask(window, path, qtbot)
    click(bar_button(window, "Sort into my groups"), qtbot)
    bar = window.page(window.current_step).message_bar
    qtbot.waitUntil(lambda: bar.message is not None and "take it" in bar.message.text)
    assert bar.message.text == f"“Income per year (k$)” for “{FACTS[0]}”: take it?"
    assert window.session.document is may or window.session.document.says_the_same_as(may)

    click(bar_button(window, "Take it"), qtbot)
    wait_for_movement(window, qtbot)

    assert window.session.document.plan.renamed == (("Income per year (k$)", FACTS[0]),)
    assert len(window.session.document.followed.movement.new) == N_NEW


def test_a_list_without_the_facts_leaves_everything_as_it_was(window, may, qtbot):
    window._following.sort((resource_path("samples", "shop_orders.csv"),))
    bar = window.page(window.current_step).message_bar
    qtbot.waitUntil(lambda: bar.message is not None, timeout=20_000)

    assert "columns that this file does not have" in bar.message.text
    assert window.session.document.plan.files == (MAY,)
    assert window.session.document.is_complete


def test_cancel_while_sorting_leaves_everything_as_it_was(window, may, qtbot):
    window._following.sort((JUNE,))
    window.session.cancel()
    qtbot.waitUntil(lambda: not window._context.runner.is_running("open"))

    assert window.session.document.says_the_same_as(may)
    assert not window.session.is_working


def test_new_groups_keep_their_names_and_undo_brings_the_old_ones_back(window, june, qtbot):
    window.session.apply(june.plan.with_name(5, "C", "My best"), "rename group C")
    settle(window, qtbot)
    before = window.session.document.plan
    window.show_step(MOVED)
    click(window.page(MOVED).new_groups_button, qtbot)
    qtbot.waitUntil(lambda: window.session.document.plan.grouping is Grouping.FOUND)
    settle(window, qtbot)

    anew = window.session.document
    assert "My best" in dict(anew.own_names).values()
    assert window.current_step == "groups"
    window.session.undo()
    settle(window, qtbot)
    assert window.session.document.plan == before


def test_another_number_makes_new_groups(window, june, qtbot):
    window.show_step("how_many")
    page = window.page("how_many")
    assert page.accessibleName() == "Your 5 groups from before"

    page.stepper.stepDown()
    qtbot.waitUntil(lambda: window.session.document.plan.grouping is Grouping.FOUND)
    settle(window, qtbot)

    assert window.session.document.segmentation.k == 4


def test_who_moved_is_saved_as_a_list(window, june, tmp_path, qtbot, monkeypatch):
    path = tmp_path / "moved.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    moved = window.page(MOVED).list

    click(moved.save_button, qtbot)
    qtbot.waitUntil(path.exists, timeout=20_000)

    rows = rows_of(path)
    assert len(rows) == len(june.followed.movement.moved)
    assert all(row["Was"][:1] != row["Now"][:1] and row["Why"] for row in rows)


def test_the_cards_say_when_the_groups_were_made(window, june):
    window.show_step("groups")
    page = window.page("groups")

    assert page.accessibleName() == "Your 5 groups"
    for card in page.cards:
        assert card.content.truths_text == "Sorted into the groups made on 12 May 2026."
        assert not card.content.can_change


def test_the_file_that_is_open_is_not_asked_about_again(window, may, qtbot):
    window.open_files((MAY,))
    settle(window, qtbot)

    assert window.session.document.plan.files == (MAY,)
    assert window.session.document is not may


def test_one_file_of_orders_shows_who_moved_between_any_two_months(window, qtbot):
    window.open_files((resource_path("samples", "shop_orders.csv"),))
    settle(window, qtbot)
    assert window.current_step == "groups"

    window.show_step(MOVED)
    page = window.page(MOVED)
    qtbot.waitUntil(lambda: "of your customers moved" in page.accessibleName(), timeout=60_000)
    whole = page.accessibleName()
    page.start_box.setCurrentIndex(page.start_box.count() - 1)
    page.start_box.activated.emit(page.start_box.count() - 1)

    assert page.accessibleName() != whole
    assert page.end_box.count() == 1
    assert sum(int(line.sizes.split(" → ")[1]) for line in page.rows.lines) == sum(
        window.session.document.segmentation.sizes
    )
    assert page.new_groups_button.isHidden()
