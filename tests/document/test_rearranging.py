"""Merged, split, set aside and back: what becomes of the plan, the results and the words."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.segmenting.choices import Change, Rearrangement
from desktop_app.document.document import Document
from desktop_app.document.history import History
from desktop_app.document.plan import Plan
from desktop_app.document.project_file import load_project, save_project
from desktop_app.document.rearranging import (
    plan_as_found,
    plan_brought_back,
    plan_merged,
    plan_set_aside,
    plan_split,
)
from desktop_app.document.street import fill_in_behind, reopen, walk

SHOP = Path(__file__).parents[2] / "resources" / "samples" / "shop_customers.csv"


@pytest.fixture(scope="module")
def shop():
    document = walk(Document(plan=Plan(files=(SHOP,), k=4)))
    named = document.plan.with_name(4, "A", "Regulars").with_note(4, "C", "Ask Jo")
    return document.with_plan(named)


def changed(document, plan):
    return walk(document.with_plan(plan))


def test_merging_keeps_the_name_and_the_notes_of_both(shop):
    both = changed(shop, plan_merged(shop, 2, 0))

    assert both.segmentation.letters == ("A", "B", "D")
    assert both.own_names == (("A", "Regulars"),)
    assert both.own_notes == (("A", "Ask Jo"),)
    assert sum(both.segmentation.sizes) == sum(shop.segmentation.sizes)
    assert both.scan is shop.scan
    assert both.k == 4


def test_undo_brings_the_groups_back_without_computing(shop):
    history = History(shop).then(changed(shop, plan_merged(shop, 0, 1)), "merge")

    back = history.undone()

    assert back.present is shop
    assert back.redone().present.segmentation.letters == ("A", "C", "D")


def test_a_part_has_a_name_of_its_own(shop):
    parted = changed(shop, plan_split(shop, 0))

    named = parted.with_plan(parted.plan.with_name(*parted.name_key(4), "The others"))

    assert named.segmentation.letters == ("A", "B", "C", "D", "E")
    assert named.own_names == (("A", "Regulars"), ("E", "The others"))


def test_the_groups_as_found_come_back_without_the_words_of_parts(shop):
    parted = changed(shop, plan_split(shop, 0))
    named = parted.with_plan(parted.plan.with_name(4, "E", "The others"))

    again = changed(named, plan_as_found(named))

    assert again.plan == shop.plan
    assert np.array_equal(again.segmentation.labels, shop.segmentation.labels)


def test_who_was_set_aside_is_brought_back(shop):
    fewer = changed(shop, plan_set_aside(shop, 1))
    parted = changed(fewer, plan_split(fewer, 0))

    back = changed(parted, plan_brought_back(parted, 1))

    assert parted.segmentation.letters == ("A", "C", "D", "E")
    assert back.segmentation.letters == ("A", "B", "C", "D", "E")
    assert back.segmentation.aside == ()


def test_changes_wait_until_their_number_of_groups_comes_back(shop):
    both = changed(shop, plan_merged(shop, 0, 1))

    other = changed(both, both.plan.with_k(3))
    again = changed(other, other.plan.with_k(4))

    assert other.segmentation.letters == ("A", "B", "C")
    assert again.segmentation.letters == ("A", "C", "D")


def test_changes_go_when_the_groups_are_about_something_else(shop):
    both = changed(shop, plan_merged(shop, 0, 1))

    assert both.plan.with_features(("Age",)).rearranged == ()
    assert both.plan.with_features(("Age",)).notes == ()


def test_a_change_drops_what_is_known_about_the_groups_before(shop):
    known = shop.with_result("trust", object())

    assert known.with_plan(plan_split(known, 0)).trust is None


def test_rearranged_groups_come_back_from_a_project(shop, tmp_path):
    plan = shop.plan
    for change in (
        Rearrangement(Change.SPLIT, (0,)),
        Rearrangement(Change.MERGE, (1, 2)),
        Rearrangement(Change.SET_ASIDE, (3,)),
    ):
        plan = plan.with_change(4, change)
    done = fill_in_behind(changed(shop, plan), 0.05)

    back = reopen(load_project(save_project(done, tmp_path / "spring.clientele")))

    assert back.plan.rearranged == done.plan.rearranged
    assert back.missing_behind is None
    assert back.segmentation.letters == done.segmentation.letters == ("A", "B", "E")
    assert back.segmentation.aside[0].rows.tolist() == done.segmentation.aside[0].rows.tolist()
    assert len(done.trust.segments) == 3
    assert walk(back.with_plan(plan_as_found(back))).segmentation.letters == ("A", "B", "C", "D")
