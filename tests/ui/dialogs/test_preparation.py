import csv
import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from desktop_app.core.segmenting.choices import (
    EmptyRule,
    FeatureChoice,
    LongTails,
    MovingTogether,
    Scale,
)
from desktop_app.ui.dialogs.preparation import PreparationDialog
from desktop_app.ui.pages.facts_page import FactsPage


def choose(row, key):
    """Click an answer as the user does."""
    row.control._buttons[key].click()


@pytest.fixture
def shop(tmp_path):
    """A list of 60 with a few very large amounts, a town, and two ages that are not known."""
    draw = random.Random(2)
    path = tmp_path / "shop.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["Customer ID", "Age", "Spent", "Town"])
        for i in range(60):
            age = "" if i in (7, 9) else draw.randint(18, 79)
            spent = round(20 * 1.12**i, 2)
            out.writerow([f"C-{i:03}", age, spent, draw.choice(["Delft", "Gouda", "Leiden"])])
    return path


@pytest.fixture
def dialog(qtbot, context, opened, shop, runner):
    opened(shop)
    dialog = PreparationDialog(context)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # qtbot does it
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: not runner.busy, timeout=30_000)
    return dialog


def wait_for_effect(qtbot, runner):
    qtbot.waitUntil(lambda: not runner.busy, timeout=30_000)


def test_it_says_what_is_done_now(dialog):
    assert dialog.scale.effect == "All facts count about the same."
    assert dialog.tails.effect.startswith("Spent: the few with very large values")
    assert dialog.empty.effect == "2 of 60 customers are left out."
    assert dialog.moving.effect == "Two facts that say nearly the same count like two."
    assert {row.control.chosen for row in dialog.weight_rows.values()} == {"normal"}


def test_every_choice_says_its_effect_before_it_is_made(dialog, qtbot, runner, session):
    before = session.document

    choose(dialog.scale, "none")
    choose(dialog.tails, "log")
    choose(dialog.moving, "once")
    choose(dialog.empty, "middle")
    wait_for_effect(qtbot, runner)

    assert dialog.scale.effect.startswith("Age decides nearly alone")
    assert dialog.moving.effect == "No two facts move together much, so this changes little."
    assert dialog.tails.effect == "Spent: from 10 to 20 is as far as from 100 to 200."
    assert dialog.empty.effect == "2 of 60 customers have an empty fact; nobody is left out."
    assert session.document is before


def test_all_choices_are_one_change_that_can_be_undone(dialog, session):
    before = session.document.plan

    choose(dialog.scale, "robust")
    choose(dialog.tails, "log")
    choose(dialog.moving, "once")
    choose(dialog.empty, "middle")
    choose(dialog.weight_rows["Age"], "less")
    choose(dialog.weight_rows["Spent"], "more")
    dialog.main_button.click()

    weights = (("Age", 0.5), ("Spent", 2.0))
    chosen = FeatureChoice(
        None, Scale.ROBUST, LongTails.LOG, EmptyRule.MIDDLE, weights, MovingTogether.ONCE
    )
    assert session.document.plan.features == chosen
    session.undo()
    assert session.document.plan == before


def test_cancel_changes_nothing(dialog, session):
    before = session.document

    choose(dialog.scale, "none")
    dialog.cancel_button.click()

    assert session.document is before


def test_what_counts_more_shows_its_larger_share(dialog, qtbot, runner):
    choose(dialog.weight_rows["Age"], "more")
    wait_for_effect(qtbot, runner)

    assert dialog.weight_rows["Age"]._share.text() == "80\N{NO-BREAK SPACE}%"
    assert dialog.weight_rows["Spent"]._share.text() == "20\N{NO-BREAK SPACE}%"


def test_a_fact_that_counts_as_usual_again_is_no_choice_any_more(dialog, session):
    choose(dialog.weight_rows["Age"], "more")
    choose(dialog.weight_rows["Age"], "normal")
    dialog.main_button.click()

    assert session.undo_label is None


def test_the_usual_way_takes_all_choices_back(dialog):
    choose(dialog.scale, "none")
    choose(dialog.weight_rows["Age"], "more")
    dialog.usual_button.click()

    assert dialog.scale.control.chosen == "standard"
    assert dialog.weight_rows["Age"].control.chosen == "normal"


def test_words_can_form_groups_like_one_more_fact(dialog, qtbot, runner, session):
    dialog.word_boxes["Town"].click()
    wait_for_effect(qtbot, runner)

    assert [row._share.text() for row in dialog.weight_rows.values()] == [
        "33\N{NO-BREAK SPACE}%"
    ] * 3
    dialog.main_button.click()
    assert session.document.plan.features.features == ("Age", "Spent", "Town")


def test_ticking_another_fact_keeps_the_words_that_form_groups(dialog, qtbot, context, session):
    dialog.word_boxes["Town"].click()
    dialog.main_button.click()
    page = FactsPage(context)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)
    page.show_document(session.document)

    page.fact_rows["Age"].box.click()

    assert session.document.features == ("Spent", "Town")


def test_what_cannot_be_prepared_is_said_and_not_taken(dialog, qtbot, runner, context):
    dialog._change(FeatureChoice(features=()))
    wait_for_effect(qtbot, runner)

    assert not dialog._problem.isHidden()
    assert not dialog.main_button.isEnabled()


def test_every_choice_has_a_name(dialog):
    names = [button.accessibleName() for button in dialog.findChildren(QRadioButton)]

    assert all(names)
    assert dialog.weight_rows["Age"].control.accessibleName() == "Age counts"
