from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.segmenting.choices import Change, FeatureChoice, Rearrangement, ScanChoice
from desktop_app.core.segmenting.features import prepare
from desktop_app.core.segmenting.fitting import segment_customers
from desktop_app.core.segmenting.rearranging import rearrange, sorted_points
from desktop_app.core.segmenting.redrawing import Redrawing
from desktop_app.core.segmenting.results import Suggestion
from desktop_app.core.segmenting.scan import scan_k
from desktop_app.core.segmenting.trusted import StandsApart
from desktop_app.core.segmenting.trusting import trust_segments
from desktop_app.core.segmenting.units import canonical_columns

GROUPS = Suggestion(5, 5, "apart")
CHANGES = st.lists(
    st.one_of(
        st.builds(
            Rearrangement,
            st.just(Change.MERGE),
            st.tuples(st.integers(0, 7), st.integers(0, 7)),
        ),
        st.builds(
            Rearrangement,
            st.sampled_from((Change.SPLIT, Change.SET_ASIDE)),
            st.tuples(st.integers(0, 7)),
        ),
    ),
    max_size=5,
)


def merge(*pieces):
    return Rearrangement(Change.MERGE, pieces)


def split(piece):
    return Rearrangement(Change.SPLIT, (piece,))


def set_aside(piece):
    return Rearrangement(Change.SET_ASIDE, (piece,))


def prepared_from(columns):
    frame = pd.DataFrame(columns)
    described = tuple(Column(name, Kind.NUMBER, Role.FEATURE) for name in frame)
    table = CustomerTable(frame, described, frame.astype(str))
    return prepare(table, FeatureChoice(features=tuple(frame)))


@pytest.fixture(scope="module")
def five(five_blobs):
    """Five groups of 300 customers, as prepared points and as found segments; two more left out."""

    prepared = prepared_from({n: [np.nan, *v, np.nan] for n, v in five_blobs.items()})
    return prepared, segment_customers(prepared, scan_k(prepared, ScanChoice(max_k=5)), 5)


def test_no_change_gives_what_was_found(five):
    prepared, found = five

    assert rearrange(prepared, found, ()) is found
    assert found.as_found is found


def test_merged_segments_take_the_earlier_letter_and_the_others_keep_theirs(five):
    prepared, found = five

    merged = rearrange(prepared, found, [merge(2, 0)])

    assert merged.letters == ("A", "B", "D", "E")
    assert merged.sizes == (found.sizes[0] + found.sizes[2], *found.sizes[1:2], *found.sizes[3:])
    assert (merged.labels == 0).tolist() == np.isin(found.labels, (0, 2)).tolist()
    assert np.array_equal(merged.centres[1:], found.centres[[1, 3, 4]])
    assert merged.typical[1:] == tuple(found.typical[i] for i in (1, 3, 4))
    assert merged.as_found is found


def test_the_centre_of_merged_segments_is_the_mean_of_their_customers(five):
    prepared, found = five

    merged = rearrange(prepared, found, [merge(0, 2)])

    share = found.sizes[0] / (found.sizes[0] + found.sizes[2])
    units = share * found.centres_in_units[0] + (1 - share) * found.centres_in_units[2]
    assert merged.centres_in_units[0] == pytest.approx(units)


def test_the_larger_part_of_a_split_keeps_the_letter_and_the_other_gets_a_new_one(five):
    prepared, found = five

    parted = rearrange(prepared, found, [split(1)])

    assert parted.letters == ("A", "B", "C", "D", "E", "F")
    assert parted.sizes[1] + parted.sizes[5] == found.sizes[1]
    assert parted.sizes[1] >= parted.sizes[5] > 0
    assert np.isin(parted.labels, (1, 5)).tolist() == (found.labels == 1).tolist()


def test_the_parts_of_a_split_are_those_of_the_same_kmeans(prepared_of):
    ages = np.array([0.0, 1, 2, 3, 20, 21, 22, 90, 91, 92, 93, 94, 95])
    prepared = prepared_of(age=ages)
    found = segment_customers(prepared, scan_k(prepared, ScanChoice(max_k=2)), 2)

    parted = rearrange(prepared, found, [split(0)])

    assert found.labels.tolist() == [0] * 7 + [1] * 6
    assert parted.labels.tolist() == [0] * 4 + [2] * 3 + [1] * 6


def test_who_is_set_aside_has_no_segment_and_is_counted(five):
    prepared, found = five

    fewer = rearrange(prepared, found, [set_aside(3)])

    (aside,) = fewer.aside
    assert fewer.letters == ("A", "B", "C", "E")
    assert aside.piece == 3
    assert aside.rows.tolist() == np.flatnonzero(found.labels == 3).tolist()
    assert set(fewer.labels[aside.rows]) == {-1}
    assert sum(fewer.sizes) + len(aside.rows) == sum(found.sizes)


def test_a_letter_that_was_used_is_never_used_again(five):
    prepared, found = five

    done = rearrange(prepared, found, [split(0), merge(0, 5), split(0)])

    assert done.letters == ("A", "B", "C", "D", "E", "G")


@pytest.mark.parametrize(
    "change",
    [merge(0, 9), merge(2, 2), split(9), set_aside(9), Rearrangement(Change.SPLIT, (0, 1))],
)
def test_what_cannot_be_done_is_skipped_and_said(five, change):
    prepared, found = five

    same = rearrange(prepared, found, [change])

    assert same.labels is found.labels
    assert same.rearranged.skipped == (change,)


def test_equal_customers_cannot_be_split_and_the_last_segment_stays(prepared_of):
    prepared = prepared_of(age=np.array([1.0, 1, 1, 9, 10]))
    found = segment_customers(prepared, scan_k(prepared, ScanChoice(max_k=2)), 2)

    done = rearrange(prepared, found, [split(0), set_aside(0), set_aside(1)])

    assert done.letters == ("B",)
    assert done.rearranged.skipped == (split(0), set_aside(1))


@cache
def few(seed, is_turned=False):
    """Give 40 customers with ties as prepared points, and the three to six segments found."""
    rng = np.random.default_rng(seed)
    columns = {name: rng.integers(0, 12, 40).astype(float) for name in ("b", "a")}
    if is_turned:
        columns = {name: values[::-1] for name, values in reversed(columns.items())}
    prepared = prepared_from(columns)
    scan = scan_k(prepared, ScanChoice(max_k=6))
    return prepared, segment_customers(prepared, scan, 3 + seed % 4)


@given(changes=CHANGES, seed=st.integers(0, 3))
@settings(deadline=None, max_examples=50)
def test_segments_stay_a_partition_of_the_customers(changes, seed):
    prepared, found = few(seed)

    done = rearrange(prepared, found, changes)

    n_aside = sum(len(aside.rows) for aside in done.aside)
    assert sum(done.sizes) + n_aside == 40
    assert all(size > 0 for size in done.sizes)
    assert np.bincount(done.labels[done.labels >= 0], minlength=done.k).tolist() == [*done.sizes]
    assert (done.labels == -1).sum() == n_aside
    assert list(done.pieces) == sorted(set(done.pieces))
    assert len(done.pieces) == done.k
    assert all(done.labels[row] == segment for segment, row in enumerate(done.typical))


@given(changes=CHANGES, seed=st.integers(0, 3))
@settings(deadline=None, max_examples=25)
def test_the_border_is_that_to_another_segment(changes, seed):
    done = rearrange(*few(seed), changes)

    is_in = done.labels >= 0
    assert np.array_equal(np.isnan(done.margin), ~is_in)
    assert ((done.margin[is_in] >= 0) & (done.margin[is_in] <= 1)).all()
    assert (done.neighbour[is_in] != done.labels[is_in]).all()
    assert done.neighbour.max() < done.k


@given(changes=CHANGES, seed=st.integers(0, 3))
@settings(deadline=None, max_examples=25)
def test_the_same_customers_are_sorted_into_the_same_segments(changes, seed):
    prepared, found = few(seed)

    done = rearrange(prepared, found, changes)

    order = canonical_columns(prepared.features)
    points = np.ascontiguousarray(prepared.points[prepared.point_of_row][:, order].T)
    assert sorted_points(done, points).tolist() == done.labels.tolist()


@given(changes=CHANGES)
@settings(deadline=None, max_examples=15)
def test_the_order_of_rows_and_columns_changes_nothing(changes):
    straight = rearrange(*few(3), changes)
    turned = rearrange(*few(3, is_turned=True), changes)

    assert straight.labels.tolist() == turned.labels[::-1].tolist()
    assert straight.pieces == turned.pieces


def trusted(prepared, segmentation, n=30):
    return trust_segments(prepared, GROUPS, segmentation, Redrawing(n))


def test_setting_aside_changes_nothing_about_the_others(five):
    prepared, found = five

    before = trusted(prepared, found)
    after = trusted(prepared, rearrange(prepared, found, [set_aside(4)]))

    assert [s.jaccard for s in after.segments] == [s.jaccard for s in before.segments[:4]]
    assert [s.valley for s in after.segments] == [s.valley for s in before.segments[:4]]
    assert after.rand == pytest.approx(before.rand)
    is_in = found.labels < 4
    assert np.array_equal(after.sure[is_in], before.sure[is_in], equal_nan=True)
    assert np.isnan(after.sure[~is_in]).all()
    assert after.elsewhere.max() < 4


def test_parts_of_a_group_are_not_said_to_stand_apart(five):
    prepared, found = five

    trust = trusted(prepared, rearrange(prepared, found, [split(0)]))

    parts = [trust.segments[0], trust.segments[5]]
    assert {part.stands_apart for part in parts} == {StandsApart.HARDLY}
    assert [part.neighbour for part in parts] == [5, 0]
    assert trust.segments[1].jaccard > 0.85


def test_what_is_merged_again_comes_back_as_before(five):
    prepared, found = five

    before = trusted(prepared, found)
    after = trusted(prepared, rearrange(prepared, found, [split(0), merge(0, 5)]))

    assert [s.jaccard for s in after.segments] == [s.jaccard for s in before.segments]
    assert after.sure == pytest.approx(before.sure, nan_ok=True)
    assert after.rand == pytest.approx(before.rand)


def test_merged_neighbours_come_back_at_least_as_well(prepared_of):
    rng = np.random.default_rng(7)
    points = np.concatenate([rng.normal(0, 1, (90, 2)), rng.normal(8, 1, (60, 2))])
    prepared = prepared_of(a=points[:, 0], b=points[:, 1])
    found = segment_customers(prepared, scan_k(prepared, ScanChoice(max_k=3)), 3)
    halves = [i for i in range(3) if found.sizes[i] != 60]

    before = trusted(prepared, found)
    trust = trusted(prepared, rearrange(prepared, found, [merge(*halves)]))

    assert len(trust.segments) == 2
    merged = min(halves)
    assert trust.segments[merged].jaccard > max(before.segments[i].jaccard for i in halves)
    assert {segment.stands_apart for segment in trust.segments} == {StandsApart.CLEARLY}


def test_trust_does_not_depend_on_the_order_of_rows(five):
    prepared, found = five
    changes = [split(1), merge(0, 3), set_aside(4)]

    first = trusted(prepared, rearrange(prepared, found, changes), n=10)
    again = trusted(replace(prepared), rearrange(prepared, found, changes), n=10)

    assert first.segments == again.segments
    assert np.array_equal(first.sure, again.sure, equal_nan=True)
