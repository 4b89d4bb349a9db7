from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.checking.answers import Answer
from desktop_app.core.checking.checked import Finding
from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.street import walk
from desktop_app.paths import resource_path
from desktop_app.ui.steps import STEP_KEYS, rail_steps
from desktop_app.wording.numbers import Formats


@pytest.fixture(scope="module")
def document():
    shop = Path(resource_path("samples", "shop_customers.csv"))
    return walk(Document(plan=Plan(files=(shop,))))


def states_of(document, current, *, is_working=False):
    steps = rail_steps(document, current, Formats(), is_working=is_working)
    return {step.key: step.state for step in steps}


def test_without_a_file_only_the_first_step_is_open():
    assert states_of(Document(), "file") == dict.fromkeys(STEP_KEYS, "later") | {"file": "now"}


def test_settled_steps_are_ticked_and_say_what_was_settled(document):
    steps = {step.key: step for step in rail_steps(document, "share", Formats(), is_working=False)}

    assert [steps[key].state for key in STEP_KEYS] == ["done"] * 5 + ["now"]
    assert steps["file"].note == "300 customers"
    assert steps["facts"].note == "3 facts of 5"
    assert steps["how_many"].note == "5 groups, suggested"


def test_an_own_number_of_groups_is_not_called_suggested(document):
    chosen = walk(document.with_plan(document.plan.with_k(4)))

    steps = {step.key: step for step in rail_steps(chosen, "share", Formats(), is_working=False)}

    assert steps["how_many"].note == "4 groups"


def test_what_was_stopped_needs_an_update_and_what_is_coming_does_not(document):
    stopped = replace(document, segmentation=None, description=None)

    resting = states_of(stopped, "facts")
    working = states_of(stopped, "facts", is_working=True)

    assert (resting["how_many"], resting["groups"]) == ("stale", "stale")
    assert (working["how_many"], working["groups"]) == ("later", "later")


def test_what_waits_for_a_look_is_said_on_every_page_until_it_is_answered(document):
    finding = Finding("unusual_value", 1, "Age", fixes=("keep", "leave_out"))
    odd = replace(document, checked=replace(document.checked, findings=(finding,)))
    answer = Answer("unusual_value", "Age", "leave_out")
    answered = replace(odd, plan=odd.plan.with_answer(answer))

    def note_of(document):
        steps = rail_steps(document, "groups", Formats(), is_working=False)
        return next(step.note for step in steps if step.key == "check")

    assert [note_of(d) for d in (document, odd, answered)] == [
        "5 columns",
        "1 thing to look at",
        "5 columns",
    ]
