from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.checking.answers import Answer
from desktop_app.core.checking.columns import ColumnChoice, Role
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.errors import NoFeatures
from desktop_app.core.intake.tables import ReadOptions
from desktop_app.core.segmenting.choices import (
    Change,
    FeatureChoice,
    Rearrangement,
    Scale,
    ScanChoice,
)
from desktop_app.document.document import CHOICES_BY_RESULT, RESULTS_BEHIND, Document
from desktop_app.document.plan import Plan

PLAN = Plan(files=(Path("shop.csv"),))
RESULTS = list(CHOICES_BY_RESULT)


def complete(plan: Plan = PLAN) -> Document:
    return Document(plan=plan, **{name: object() for name in RESULTS})


@pytest.mark.parametrize(
    ("changes", "first_dropped"),
    [
        ({"files": (Path("other.csv"),)}, "raw"),
        ({"reading": ReadOptions(delimiter=";")}, "raw"),
        ({"columns": (ColumnChoice("Age", role=Role.IGNORE),)}, "checked"),
        ({"answers": (Answer("empty_values", "Age", "leave_out"),)}, "mended"),
        ({"customers": CustomerChoice(table="orders")}, "checked"),
        ({"customers": CustomerChoice(amount="Paid")}, "customers"),
        ({"customers": CustomerChoice(date_order="mdy")}, "checked"),
        ({"features": FeatureChoice(features=("Age",))}, "prepared"),
        ({"features": FeatureChoice(scale=Scale.NONE)}, "prepared"),
        ({"scan": ScanChoice(max_k=12)}, "scan"),
        ({"k": 12}, "scan"),
        ({"k": 3}, "segmentation"),
        ({"describe": ("Gender",)}, "description"),
        ({"rearranged": ((3, Rearrangement(Change.MERGE, (0, 1))),)}, "segmentation"),
        ({"names": ((3, "A", "Regulars"),)}, None),
        ({"notes": ((3, "A", "Ask Jo"),)}, None),
    ],
)
def test_a_choice_drops_what_depends_on_it_and_nothing_else(changes, first_dropped):
    before = complete()

    after = before.with_plan(replace(PLAN, **changes))

    kept = RESULTS if first_dropped is None else RESULTS[: RESULTS.index(first_dropped)]
    assert [name for name in RESULTS if getattr(after, name) is not None] == kept
    assert all(getattr(after, name) is getattr(before, name) for name in kept)
    assert after.missing_result == first_dropped


def test_a_problem_goes_with_the_choice_that_caused_it():
    stuck = replace(complete(), prepared=None, problem=NoFeatures())

    renamed = stuck.with_plan(stuck.plan.with_name(3, "A", "Regulars"))
    changed = stuck.with_plan(stuck.plan.with_features(("Age",)))

    assert renamed.problem is stuck.problem
    assert changed.problem is None


def test_names_come_back_with_their_number_of_groups():
    plan = PLAN.with_k(4).with_name(4, "A", "Regulars").with_k(5)

    assert plan.names_of(5) == ()
    assert plan.with_k(4).names_of(4) == (("A", "Regulars"),)


def test_names_go_when_the_groups_are_about_something_else():
    plan = PLAN.with_name(4, "A", "Regulars")

    assert plan.with_features(("Age",)).names == ()


def test_an_empty_name_brings_the_proposed_one_back():
    plan = PLAN.with_name(4, "A", "Regulars").with_name(4, "B", "Students")

    assert plan.with_name(4, "A", "").names_of(4) == (("B", "Students"),)


def test_other_features_ask_for_a_new_suggestion():
    plan = PLAN.with_k(7).with_features(("Age", "Income"))

    assert plan.k is None
    assert plan.features.features == ("Age", "Income")


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ({"scan": ScanChoice(max_k=12)}, set()),
        ({"k": 3}, {"evidence"}),
        ({"describe": ()}, {"evidence", "trust"}),
    ],
)
def test_what_fills_in_behind_goes_with_what_it_is_about(changes, kept):
    before = replace(complete(), evidence=object(), trust=object())

    after = before.with_plan(replace(PLAN, **changes))

    assert {name for name in RESULTS_BEHIND if getattr(after, name) is not None} == kept
    assert before.is_complete
