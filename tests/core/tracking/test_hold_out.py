import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_ind

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.segmenting.choices import Scale
from desktop_app.core.segmenting.results import FeaturePreparation, Segmentation
from desktop_app.core.tracking.baseline import make_baseline
from desktop_app.core.tracking.choices import HoldOut
from desktop_app.core.tracking.hold_out import (
    compare_held_out,
    compare_sides,
    held_out,
    held_out_rows,
)

COLUMNS = (Column("id", Kind.TEXT, Role.ID), Column("spent", Kind.NUMBER, Role.FEATURE))


def shop(ids, spent):
    frame = pd.DataFrame({"id": ids, "spent": np.asarray(spent, dtype=float)})
    return CustomerTable(frame, COLUMNS, frame.astype(str), customer_id="id")


def segments(labels):
    labels = np.asarray(labels)
    k = int(labels.max()) + 1
    return Segmentation(
        k=k,
        labels=labels,
        centres=np.zeros((k, 1)),
        centres_in_units=np.zeros((k, 1)),
        sizes=tuple(np.bincount(labels[labels >= 0]).tolist()),
        typical=(0,) * k,
        inertia=0.0,
        features=(FeaturePreparation("spent", Scale.NONE, False, 0.0, 1.0),),
        margin=np.ones(len(labels)),
        neighbour=np.full(len(labels), -1),
    )


@given(st.permutations(range(60)), st.integers(0, 2**31), st.sampled_from([0.1, 0.2]))
def test_the_order_of_the_rows_does_not_matter(order, seed, share):
    ids = np.array([f"C-{i}" for i in range(60)])
    labels = np.arange(60) % 3
    choice = HoldOut(share, seed)

    held = held_out(ids.tolist(), labels, choice)

    assert held_out(ids[order].tolist(), labels[order], choice).tolist() == held[order].tolist()
    assert np.bincount(labels[held], minlength=3).tolist() == [round(20 * share)] * 3


def test_another_seed_holds_others_out():
    ids, labels = [f"C-{i}" for i in range(200)], np.zeros(200, dtype=np.int64)

    one, other = (held_out(ids, labels, HoldOut(0.2, seed)) for seed in (0, 1))

    assert one.sum() == other.sum() == 40
    assert (one != other).any()


def test_rows_of_one_customer_share_their_lot_and_who_has_no_group_is_not_held_out():
    table = shop([*"abcdefghij", "a"], range(11))
    labels = [0] * 10 + [0]

    held = held_out_rows(table, segments(labels), HoldOut(0.5))

    assert held[0] == held[10]
    assert not held_out_rows(table, segments([-1] * 10 + [0]), HoldOut(1.0))[:10].any()


def test_nobody_is_held_out_unless_it_is_chosen():
    assert held_out_rows(shop(["a"], [1]), segments([0]), HoldOut()) is None


@pytest.fixture
def campaign():
    """600 customers in two groups, 20 % held out; those who got mail then spent 12 more."""
    draw = np.random.default_rng(4)
    ids = [f"C-{i}" for i in range(600)]
    labels = np.arange(600) % 2
    choice = HoldOut(0.2, seed=3)
    before = draw.normal(100, 20, 600)
    base = make_baseline(shop(ids, before), segments(labels), "2026-05-01")
    after = before + np.where(held_out(ids, labels, choice), 0, 12)
    return base, choice, ids, after


def test_what_the_mail_did_is_found_with_the_interval_of_welch(campaign):
    base, choice, ids, after = campaign
    held = held_out(base.ids, base.labels, choice)

    everyone, *groups = compare_held_out(base, choice, shop(ids, after), "spent")

    known = ttest_ind(after[~held], after[held], equal_var=False).confidence_interval()
    assert (everyone.written_to.n, everyone.kept_back.n) == (480, 120)
    assert everyone.low == pytest.approx(known.low)
    assert everyone.high == pytest.approx(known.high)
    assert everyone.low < 12 < everyone.high
    assert everyone.is_clear
    assert [group.segment for group in groups] == [0, 1]


def test_rows_of_the_newer_file_may_stand_in_any_order_and_some_may_be_gone(campaign):
    base, choice, ids, after = campaign
    order = np.random.default_rng(1).permutation(600)[:500]

    everyone = compare_held_out(base, choice, shop([ids[i] for i in order], after[order]), "spent")[
        0
    ]

    assert everyone.written_to.n + everyone.kept_back.n == 500


def test_few_people_tell_nothing():
    few = compare_sides(np.arange(500.0), np.arange(29.0), None)

    assert few.is_too_few
    assert not few.is_clear
    assert np.isnan(few.low)


def test_an_interval_around_nothing_is_not_clear():
    same = compare_sides(np.arange(100.0), np.arange(100.0), 0)

    assert not same.is_too_few
    assert not same.is_clear
    assert same.low == -same.high


def test_everyone_alike_on_both_sides_makes_no_interval():
    alike = compare_sides(np.full(40, 5.0), np.full(40, 5.0), 0)

    assert (alike.difference, alike.low, alike.high) == (0, 0, 0)
