"""What holds now, what another answer makes of the plan, and the way back."""

from dataclasses import replace

import pytest

from desktop_app.core.checking.columns import ColumnChoice, Kind, Role
from desktop_app.core.segmenting.choices import EmptyRule
from desktop_app.document.answering import (
    changes_so_far,
    chosen_fix,
    open_findings,
    plan_with_fix,
)
from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.street import walk

ROWS = [f"c{i},{18 + i},{100 + 7 * i},{201 + 14 * i}" for i in range(40)]


def document_of(folder, lines, header="Customer ID,Age,Spent,Spent twice"):
    path = folder / "list.csv"
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return walk(Document(plan=Plan(files=(path,))), until="prepared")


@pytest.fixture
def document(tmp_path):
    """An age that is none in row 2, an empty one in row 3, one of 300 in row 4, and a copy."""
    lines = ["c90,3a,1,9", "c91,,2,8", "c92,300,3,1", *ROWS, ROWS[0]]
    return document_of(tmp_path, lines)


def finding_of(document, code):
    return next(f for f in document.checked.findings if f.code == code)


def answered(document, code, fix):
    plan = plan_with_fix(document, finding_of(document, code), fix)
    return walk(document.with_plan(plan), until="prepared")


def test_nothing_is_changed_before_somebody_answers(document):
    assert chosen_fix(document, finding_of(document, "unusual_value")) == "keep"
    assert chosen_fix(document, finding_of(document, "duplicate_rows")) == "keep"
    assert changes_so_far(document) == ()
    assert document.customers.n_customers == len(ROWS) + 4


def test_what_cannot_be_used_follows_the_rule_for_empty_facts(document):
    assert document.plan.answers == ()
    assert chosen_fix(document, finding_of(document, "not_a_number")) == "leave_out"


def test_a_column_that_forms_no_groups_needs_no_rule(document):
    plan = document.plan.with_features(("Spent",))

    other = walk(document.with_plan(plan), until="prepared")

    assert chosen_fix(other, finding_of(other, "not_a_number")) is None


def test_words_without_a_value_are_left_out_where_the_rule_says_so(tmp_path):
    lines = [f"c{i},{18 + i},{['Rye', 'Ghent'][i % 2] if i else ''}" for i in range(40)]
    plan = document_of(tmp_path, lines, header="Customer ID,Age,Town").plan
    plan = replace(plan, columns=(ColumnChoice("Town", Role.FEATURE),)).with_features(("Town",))

    def fix_under(rule):
        chosen = replace(plan, features=replace(plan.features, empty=rule))
        document = walk(Document(plan=chosen), until="prepared")
        return chosen_fix(document, finding_of(document, "empty_values"))

    assert fix_under(EmptyRule.LEAVE_OUT) == "leave_out"
    assert fix_under(EmptyRule.MIDDLE) is None


def test_an_answer_holds_and_can_be_taken_back(document):
    changed = answered(document, "unusual_value", "leave_out")

    assert chosen_fix(changed, finding_of(changed, "unusual_value")) == "leave_out"
    (change,) = changes_so_far(changed)
    assert (change.answer.column, change.n) == ("Age", 1)
    assert change.plan_without == document.plan


def test_who_is_left_out_stays_on_the_list_without_a_group(document):
    changed = answered(document, "unusual_value", "leave_out")

    assert changed.customers.n_customers == document.customers.n_customers
    assert 2 not in changed.prepared.rows
    assert 2 in document.prepared.rows


def test_a_copy_that_is_taken_off_is_on_no_list(document):
    changed = answered(document, "duplicate_rows", "keep_one")

    assert changed.customers.n_customers == document.customers.n_customers - 1
    assert changed.customers.original["Customer ID"].is_unique


def test_left_out_customers_are_still_the_right_ones_after_copies_went(document):
    lines = [ROWS[0], ROWS[0], *ROWS[1:], "c92,300,3,1"]
    document.plan.files[0].write_text(
        "\n".join(["Customer ID,Age,Spent,x", *lines]), encoding="utf-8"
    )
    anew = walk(Document(plan=document.plan), until="prepared")

    both = answered(answered(anew, "unusual_value", "leave_out"), "duplicate_rows", "keep_one")

    assert both.customers.original["Customer ID"][both.customers.left_out].tolist() == ["c92"]


def test_keeping_is_no_change(document):
    changed = answered(document, "unusual_value", "leave_out")

    kept = answered(changed, "unusual_value", "keep")

    assert changes_so_far(kept) == ()
    assert len(kept.customers.left_out) == 0
    assert kept.with_plan(document.plan).customers is kept.customers


def test_what_was_kept_waits_for_no_look(document):
    before = open_findings(document)

    kept = answered(document, "unusual_value", "keep")

    assert [f.code for f in before if f not in open_findings(kept)] == ["unusual_value"]


def test_facts_that_were_chosen_leave_no_question_about_twins(document):
    chosen = document.with_plan(document.plan.with_features(("Spent", "Spent twice")))

    assert "nearly_same_columns" in {f.code for f in open_findings(document)}
    assert "nearly_same_columns" not in {f.code for f in open_findings(chosen)}


def test_changes_are_counted_while_they_are_still_being_made(document):
    plan = plan_with_fix(document, finding_of(document, "unusual_value"), "leave_out")

    (change,) = changes_so_far(document.with_plan(plan))

    assert change.n == 1


def test_an_answer_to_what_is_no_longer_found_is_no_change(document):
    changed = answered(document, "unusual_value", "leave_out")
    plan = replace(changed.plan, columns=(ColumnChoice("Age", Role.IGNORE, Kind.TEXT),))

    other = walk(changed.with_plan(plan), until="prepared")

    assert [change.answer for change in changes_so_far(other)] == [None]


def test_of_two_columns_that_say_the_same_one_is_used_unless_both_are_wanted(tmp_path):
    document = document_of(tmp_path, ROWS)
    finding = next(
        f
        for f in document.checked.findings
        if f.code == "nearly_same_columns" and f.column == "Spent"
    )
    assert chosen_fix(document, finding) == "keep_one"

    plan = plan_with_fix(document, finding, "keep")

    both = walk(document.with_plan(plan), until="prepared")
    assert {"Spent", "Spent twice"} <= set(both.features)
    assert chosen_fix(both, finding) == "keep"
    assert "Spent twice" not in plan_with_fix(both, finding, "keep_one").features.features


def test_the_order_of_day_and_month_is_a_choice_about_the_column(tmp_path):
    lines = [f"c{i},{i % 9 + 1:02}/0{i % 4 + 1}/2024,{i}" for i in range(30)]
    document = document_of(tmp_path, lines, header="Customer ID,Joined,Visits")
    finding = finding_of(document, "undecided_date_order")

    plan = plan_with_fix(document, finding, "mdy")

    assert plan.columns == (ColumnChoice("Joined", date_order="mdy"),)
    (change,) = changes_so_far(document.with_plan(plan))
    assert change.plan_without == document.plan


def test_a_column_used_otherwise_can_be_taken_back(document):
    plan = replace(document.plan, columns=(ColumnChoice("Age", Role.IGNORE),))

    (change,) = changes_so_far(document.with_plan(plan))

    assert change.choice.name == "Age"
    assert change.plan_without == document.plan
