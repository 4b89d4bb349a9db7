import re
from dataclasses import replace

import pytest

from desktop_app.core.segmenting.choices import Grouping
from desktop_app.ui.dialogs.how_it_works import HowItWorksDialog


@pytest.fixture
def dialog(qtbot, context, opened):
    opened()
    dialog = HowItWorksDialog(context)
    qtbot.addWidget(dialog)
    return dialog


def wait_for_answers(qtbot, runner):
    qtbot.waitUntil(lambda: not runner.busy, timeout=30_000)


def test_other_methods_say_how_many_stay_together(dialog, qtbot, runner):
    dialog.second_opinion.ask_button.click()
    wait_for_answers(qtbot, runner)

    words = dialog.second_opinion.words
    assert len(words) == 8
    assert all("of 100 customers stay together" in line for line in words[1::2])
    assert words[0].startswith("Ward")


def test_answers_about_other_groups_are_taken_away(dialog, qtbot, runner, session):
    dialog.second_opinion.ask_button.click()
    wait_for_answers(qtbot, runner)

    session.apply(session.document.plan.with_k(3), "three groups")
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)

    assert dialog.second_opinion.words == []
    assert not dialog.second_opinion.ask_button.isHidden()


def test_asking_can_be_cancelled(dialog, qtbot, runner):
    dialog.second_opinion.ask_button.click()
    dialog.second_opinion._place._card.cancel_button.click()
    wait_for_answers(qtbot, runner)

    assert dialog.second_opinion.words == []


def test_no_other_method_is_asked_about_kinds_by_rule(qtbot, context, opened):
    session = opened("shop_orders")
    plan = replace(session.document.plan, grouping=Grouping.CLASSIC)
    session.apply(plan, "classic view")
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)

    dialog = HowItWorksDialog(context)
    qtbot.addWidget(dialog)

    assert dialog.second_opinion.isHidden()


def test_the_table_shows_every_number_of_groups(dialog):
    assert dialog._table.rowCount() == 10


def test_the_table_needs_no_scrolling_sideways(dialog, qtbot):
    dialog.resize(820, 640)  # its width in a window of 1100
    dialog.show()
    qtbot.waitExposed(dialog)

    assert dialog._table.horizontalScrollBar().maximum() == 0
    assert dialog._table.columnCount() == 8


def test_other_starts_are_a_choice_that_can_be_undone(dialog, session):
    before = session.document.plan.scan.seed

    dialog.other_starts.click()
    assert session.document.plan.scan.seed == before + 1
    session.undo()

    assert session.document.plan.scan.seed == before


def test_scaling_seed_and_starts_are_said(dialog):
    words = dialog._notes.text()

    assert "z-scores" in words
    assert re.search(r"\d+ of k-means\+\+", words)
    assert "seed 0" in words


def test_more_numbers_of_groups_can_be_tried(dialog, session, qtbot):
    suggested = session.document.scan.suggestion

    dialog._range.setValue(15)
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)

    assert dialog._table.rowCount() == 15
    assert session.document.scan.suggestion == suggested
