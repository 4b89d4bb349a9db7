"""The sample shop a month later, against what its generator knows."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.errors import ColumnsRenamed
from desktop_app.core.segmenting.choices import FeatureChoice, Grouping
from desktop_app.document.document import Document
from desktop_app.document.following import baseline_of, can_follow, followed_by, group_anew
from desktop_app.document.plan import Plan
from desktop_app.document.project_file import load_project, save_project
from desktop_app.document.rearranging import plan_merged, plan_set_aside
from desktop_app.document.street import fill_in_behind, reopen, walk
from tests.samples.make_samples import (
    ACROSS,
    CUSTOMERS_SEED,
    JUNE_SEED,
    N_GONE,
    N_MOVED,
    N_NEW,
    RandomState,
    draw_customers,
    draw_june,
)

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
FACTS = ("Annual Income (k$)", "Spending Score (1-100)")
NAMES = {letter: f"Group {letter}" for letter in "ABCDE"}


@pytest.fixture(scope="module")
def may():
    plan = Plan(
        files=(SAMPLES / "shop_customers.csv",),
        features=FeatureChoice(FACTS),
        k=5,
        day="2026-05-12",
    )
    return walk(Document(plan=plan))


@pytest.fixture(scope="module")
def june(may):
    return follow(may, SAMPLES / "shop_customers_june.csv")


def follow(document, path, day="2026-06-12", names=NAMES):
    return fill_in_behind(walk(followed_by(document, (path,), day, names)), 0.05)


@pytest.fixture(scope="module")
def truth():
    """The group that the generator meant for each customer, in May and in June."""
    drawn = draw_customers(RandomState(CUSTOMERS_SEED))
    later = draw_june(drawn, RandomState(JUNE_SEED))
    return {c.number: c.group for c in drawn}, {c.number: c.group for c in later}


def test_new_and_gone_customers_are_those_of_the_generator(june, truth):
    before, after = truth
    movement = june.followed.movement
    numbers = june.customers.frame["Customer ID"]

    assert {int(numbers[row]) for row in movement.new} == after.keys() - before.keys()
    assert {int(gone.customer) for gone in movement.gone} == before.keys() - after.keys()
    assert (len(movement.new), len(movement.gone)) == (N_NEW, N_GONE)


def test_who_moved_is_who_the_generator_moved(june, truth):
    before, after = truth
    truly = {n for n in before.keys() & after.keys() if before[n] != after[n]}
    assert len(truly) == N_MOVED
    numbers = june.customers.frame["Customer ID"]
    found = {int(numbers[row]) for row in june.followed.movement.moved}

    # The groups touch: on a border a mover may stay, and a wobble of the score may move.
    assert len(truly - found) <= 1
    assert len(found - truly) <= 0.05 * len(before)


def test_movers_go_across_for_their_spending(june, truth):
    _before, after = truth
    movement, numbers = june.followed.movement, june.customers.frame["Customer ID"]
    names = [f.name for f in june.followed.baseline.segmentation.features]
    group_of = np.array([after[int(n)] for n in numbers])
    for row in movement.moved:
        if int(group_of[row]) in ACROSS:
            assert names[movement.reasons[int(row)].feature] == FACTS[1]


def test_letters_and_names_stay(may, june):
    assert june.segmentation.letters == may.segmentation.letters
    assert june.own_names == tuple(NAMES.items())
    assert june.segmentation.centres.tolist() == may.segmentation.centres.tolist()


def test_a_usual_month_raises_no_doubt(june):
    followed = june.followed

    assert followed.jumps == ()
    assert not followed.has_many_misfits
    assert followed.refit.lost == ()
    assert followed.refit.agreement > 0.95


def test_the_same_file_moves_nobody(may):
    again = follow(may, SAMPLES / "shop_customers.csv")

    assert not len(again.followed.movement.moved)
    assert again.segmentation.labels.tolist() == may.segmentation.labels.tolist()
    assert again.segmentation.sizes == may.segmentation.sizes


def test_a_project_goes_on_month_by_month(may, june, tmp_path):
    path = save_project(june, tmp_path / "shop.clientele")
    reopened = fill_in_behind(reopen(load_project(path)), 0.05)

    july = follow(reopened, SAMPLES / "shop_customers.csv", "2026-07-12")

    days = [month.day for month in baseline_of(july).months]
    assert days == ["2026-05-12", "2026-06-12", "2026-07-12"]
    assert july.followed.baseline.made_on == "2026-05-12"
    assert july.segmentation.labels.tolist() == may.segmentation.labels.tolist()
    assert len(july.followed.movement.moved) == len(june.followed.movement.moved)


def test_merged_and_set_aside_groups_stay_so(may):
    changed = walk(may.with_plan(plan_merged(may, 0, 1)))
    changed = walk(changed.with_plan(plan_set_aside(changed, 3)))
    later = follow(changed, SAMPLES / "shop_customers.csv", names={})

    assert later.segmentation.letters == changed.segmentation.letters
    assert later.segmentation.labels.tolist() == changed.segmentation.labels.tolist()
    assert not len(later.followed.movement.moved)
    assert [len(s.rows) for s in later.segmentation.aside] == [
        len(s.rows) for s in changed.segmentation.aside
    ]


def test_a_group_that_nobody_is_in_any_more_leaves_the_others_their_letters(may, tmp_path):
    with (SAMPLES / "shop_customers.csv").open(encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    labels = may.segmentation.labels
    kept = [row for row, label in zip(rows, labels, strict=True) if label != 1]
    path = tmp_path / "fewer.csv"
    path.write_text("\n".join(",".join(row) for row in [header, *kept]), encoding="utf-8")

    later = follow(may, path)

    assert later.segmentation.letters == ("A", "C", "D", "E")
    assert [letter for letter, _name in later.own_names] == ["A", "C", "D", "E"]
    assert follow(later, SAMPLES / "shop_customers.csv").segmentation.letters == tuple("ABCDE")


def test_renamed_columns_are_proposed_and_can_be_told(may, tmp_path):
    text = (SAMPLES / "shop_customers_june.csv").read_text(encoding="utf-8")
    path = tmp_path / "june.csv"
    path.write_text(text.replace("Annual Income (k$)", "Income per year (k$)"), encoding="utf-8")
    document = followed_by(may, (path,), "2026-06-12", NAMES)

    with pytest.raises(ColumnsRenamed) as caught:
        walk(document)

    proposed = caught.value.details["proposed"]
    assert proposed == (("Income per year (k$)", "Annual Income (k$)"),)
    told = walk(document.with_plan(replace(document.plan, renamed=proposed)))
    assert told.segmentation.k == 5


def test_new_groups_keep_the_names_where_they_match(june):
    anew = group_anew(june, NAMES)

    assert anew.plan.grouping is Grouping.FOUND
    old, new = june.followed.baseline.segmentation, anew.segmentation
    for letter, name in anew.own_names:
        centre = new.centres_in_units[new.letters.index(letter)]
        before = old.centres_in_units[old.letters.index(name.removeprefix("Group "))]
        assert np.abs(centre - before).max() < 10
    assert len(anew.own_names) == 5


def test_new_groups_of_another_number_keep_the_names_of_those_that_stay(june):
    anew = group_anew(june, NAMES, 4)

    assert anew.segmentation.k == 4
    assert anew.own_names
    old, new = june.followed.baseline.segmentation, anew.segmentation
    for letter, name in anew.own_names:
        centre = new.centres_in_units[new.letters.index(letter)]
        away = np.abs(old.centres_in_units - centre).sum(axis=1)
        assert old.letters[int(away.argmin())] == name.removeprefix("Group ")


def test_a_list_with_the_same_columns_could_be_a_later_time(may, june):
    other = walk(Document(plan=Plan(files=(SAMPLES / "shop_orders.csv",))), until="customers")

    assert can_follow(may, june)
    assert not can_follow(may, may)
    assert not can_follow(may, other)
