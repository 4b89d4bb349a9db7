"""The page How many while what is known fills in behind it."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from desktop_app.core.segmenting.choices import MovingTogether
from desktop_app.document.street import fill_in_behind, walk
from desktop_app.ui.pages.groups_page import GroupsPage
from desktop_app.ui.pages.how_many_page import HowManyPage
from desktop_app.wording.sureness import comes_back_sentence


@pytest.fixture
def page(qtbot, context):
    page = HowManyPage(context)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def answered(shop, few_redraws):
    return walk(shop)


@pytest.fixture
def known(answered):
    return fill_in_behind(answered)


def test_what_is_known_at_once_is_shown_at_once(page, answered):
    page.show_document(answered)

    assert "still to be seen" in page.sure.frame._note.text()
    assert page.sure.plot.has_drawing


def test_evidence_fills_into_both_charts(page, answered, known):
    page.show_document(answered)

    page.show_document(known)

    assert "still to be seen" not in page.sure.frame._note.text()
    assert "groups" in page.curve.accessibleDescription()
    assert "In lists without groups" in page._elbow_frame._rows[1]


def test_one_group_more_is_a_click_away_and_back(page, known, runner, qtbot):
    page.show_document(known)

    page.sure.turn.click()
    qtbot.waitUntil(lambda: not runner.busy)
    assert page.sure.frame._note.text().startswith(f"With {known.k + 1} groups")
    page.sure.turn.click()
    assert "Further right" in page.sure.frame._note.text()


def test_the_reason_says_what_the_redraws_found(page, answered, known):
    page.show_document(answered)
    before = page._reason.text()

    page.show_document(known)

    said = comes_back_sentence(known.scan, known.evidence)
    assert (page._reason.text() == before) == (known.scan.suggestion.k is None)
    assert known.scan.suggestion.k is None or said in page._reason.text()


def test_a_list_without_natural_groups_leads_to_other_facts(page, answered, qtbot):
    nothing = replace(answered.scan.suggestion, k=None, code="no_clear_groups")
    page.show_document(replace(answered, scan=replace(answered.scan, suggestion=nothing)))

    assert not page.other_facts.isHidden()
    with qtbot.waitSignal(page.step_requested) as asked:
        page.other_facts.click()

    assert asked.args == ["facts"]


def test_more_groups_can_be_chosen_than_were_tried(page, answered, session):
    page.show_document(answered)

    page.stepper.setValue(13)

    assert session.document.plan.k == 13


def test_without_a_limit_as_many_messages_are_shown_as_numbers_were_tried(page, answered):
    page.show_document(answered)

    assert page._messages.value() == answered.scan.ks[-1]


def test_cards_and_customers_say_how_far_groups_can_be_relied_on(
    qtbot, context, runner, answered, known
):
    page = GroupsPage(context)
    qtbot.addWidget(page)
    page.show_document(answered)
    before = [card.content.truths_text for card in page.cards]

    page.show_document(known)
    qtbot.waitUntil(lambda: not runner.busy)  # the picture is drawn while its page is there

    assert set(before) == {""}
    assert all("apart" in card.content.truths_text for card in page.cards)
    model = page.customers.table.model()
    sure = model.columnCount() - 2
    said = {model.index(row, sure).data() for row in range(model.rowCount())}
    assert all(words == "sure" or words.startswith("between ") for words in said)


@pytest.fixture
def long_groups(tmp_path):
    """A list of two long groups side by side."""
    rng = np.random.default_rng(0)
    points = rng.normal(size=(300, 2)) * (1.0, 14.0)
    points[150:, 0] += 6.0
    path = tmp_path / "long.csv"
    frame = pd.DataFrame(points @ [[0.7, 0.7], [-0.7, 0.7]], columns=["Spent", "Saved"]).round(3)
    frame.to_csv(path, index=False)
    return path


def test_another_measure_is_offered_where_the_usual_one_cuts_across(
    page, session, long_groups, qtbot, runner
):
    session.open_files((long_groups,))
    qtbot.waitUntil(lambda: session.document.is_complete and not runner.busy, timeout=30_000)
    page.show_document(session.document)
    before = session.document.plan
    offered = page.measure_button.text()

    page.measure_button.click()
    qtbot.waitUntil(lambda: session.document.is_complete and not runner.busy, timeout=30_000)
    page.show_document(session.document)

    assert offered == "Use that measure"
    assert session.document.plan.features.moving_together is MovingTogether.ONCE
    assert not session.document.scan.suggestion.cuts_across
    assert page.measure_button.text() == "Use the usual measure"
    session.undo()
    assert session.document.plan == before


def test_no_other_measure_is_offered_where_the_usual_one_does(page, answered):
    page.show_document(answered)

    assert page.measure_button.isHidden()
