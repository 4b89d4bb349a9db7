"""How much a feature counts beside the others, and what a preparation does to a list."""

import numpy as np
import pytest

from desktop_app.core.errors import BadValue, ColumnMissing
from desktop_app.core.segmenting.choices import (
    EmptyRule,
    FeatureChoice,
    LongTails,
    Scale,
    ScanChoice,
)
from desktop_app.core.segmenting.features import prepare
from desktop_app.core.segmenting.fitting import segment_customers
from desktop_app.core.segmenting.foreseeing import foresee_preparation
from desktop_app.core.segmenting.scan import scan_k
from desktop_app.core.segmenting.units import points_of, to_units

TWO = ("income", "score")


def weighing(*weights, **other):
    return FeatureChoice(TWO, weights=weights, **other)


@pytest.mark.parametrize("scale", Scale)
def test_weighted_points_go_back_to_the_units_of_the_file(table_of, five_blobs, scale):
    table = table_of(**five_blobs)
    prepared = prepare(table, weighing(("income", 3.0), ("score", 0.3), scale=scale))

    values = to_units(prepared.features, prepared.points[prepared.point_of_row])

    assert values == pytest.approx(np.column_stack([five_blobs[name] for name in TWO]), abs=1e-8)


def test_a_newer_list_is_weighed_by_what_was_found_before(table_of, five_blobs):
    table = table_of(**five_blobs)
    prepared = prepare(table, weighing(("score", 2.0)))

    points = points_of(prepared.features, table)

    assert points == pytest.approx(prepared.points[prepared.point_of_row])


def test_doubling_all_weights_changes_nothing_but_the_unit_of_inertia(table_of, five_blobs):
    table, scan = table_of(**five_blobs), ScanChoice(max_k=6)
    plain = prepare(table, weighing())
    double = prepare(table, weighing(("income", 2.0), ("score", 2.0)))

    before, after = scan_k(plain, scan), scan_k(double, scan)

    assert after.inertia == pytest.approx([4 * inertia for inertia in before.inertia])
    assert after.suggestion == before.suggestion
    one, other = segment_customers(plain, before, 5), segment_customers(double, after, 5)
    assert np.array_equal(one.labels, other.labels)
    assert np.array_equal(one.centres_in_units, other.centres_in_units)


def test_a_heavy_feature_decides_alone(table_of, five_blobs):
    table = table_of(**five_blobs)
    prepared = prepare(table, weighing(("score", 100.0)))

    labels = segment_customers(prepared, scan_k(prepared, ScanChoice(max_k=2)), 2).labels

    low, high = (five_blobs["score"][labels == label] for label in np.argsort([
        five_blobs["score"][labels == label].mean() for label in (0, 1)
    ]))  # fmt: skip
    assert low.max() <= high.min()


def test_the_words_of_a_column_weigh_together(table_of):
    table = table_of(age=np.arange(20.0), town=["Delft", "Gouda", "Leiden", "Delft"] * 5)
    choice = FeatureChoice(("age", "town"), weights=(("town", 2.0),))

    prepared = prepare(table, choice)

    variances = prepared.points[prepared.point_of_row].var(axis=0)
    assert variances[0] == pytest.approx(1)
    assert variances[1:].sum() == pytest.approx(4)


@pytest.mark.parametrize("weight", [0.0, -1.0, 1e9, np.inf, np.nan])
def test_a_weight_that_leaves_nothing_to_compare_is_not_taken(table_of, five_blobs, weight):
    with pytest.raises(BadValue) as told:
        prepare(table_of(**five_blobs), weighing(("score", weight)))

    assert told.value.details["what"] == "weight"


def test_a_weight_of_a_column_that_is_not_there_is_told(table_of, five_blobs):
    with pytest.raises(ColumnMissing):
        prepare(table_of(**five_blobs), weighing(("scores", 2.0)))


def test_a_weight_waits_for_a_column_that_is_no_feature(table_of, five_blobs):
    choice = FeatureChoice(("income",), weights=(("score", 2.0),))

    prepared = prepare(table_of(**five_blobs), choice)

    assert prepared.names == ("income",)


# foreseeing -------------------------------------------------------------------------------------


def test_on_one_scale_every_feature_has_an_equal_share(table_of):
    table = table_of(age=np.arange(40.0), euros=np.arange(40.0) ** 2)

    effect = foresee_preparation(table, FeatureChoice(("age", "euros")))

    assert [feature.share for feature in effect.features] == pytest.approx([0.5, 0.5])


def test_without_one_scale_large_numbers_drown_the_others(table_of):
    table = table_of(age=np.arange(40.0), euros=np.arange(40.0) * 1e200)

    effect = foresee_preparation(table, FeatureChoice(("age", "euros"), scale=Scale.NONE))

    assert [feature.share for feature in effect.features] == pytest.approx([0, 1])


def test_half_the_weight_is_a_quarter_of_the_squares(table_of, five_blobs):
    effect = foresee_preparation(table_of(**five_blobs), weighing(("score", 0.5)))

    assert [feature.share for feature in effect.features] == pytest.approx([0.8, 0.2])


@pytest.mark.parametrize(
    ("rule", "n_left_out", "n_filled"), [(EmptyRule.LEAVE_OUT, 2, 0), (EmptyRule.MIDDLE, 0, 2)]
)
def test_it_is_known_before_who_would_be_left_out(table_of, rule, n_left_out, n_filled):
    table = table_of(age=[np.nan, np.nan, *range(20)], town=["Delft", "Gouda"] * 11)

    effect = foresee_preparation(table, FeatureChoice(("age", "town"), empty=rule))

    assert (effect.n_customers, effect.n_empty, effect.n_left_out) == (22, 2, n_left_out)
    assert effect.features[0].n_filled == n_filled


def test_the_shape_of_a_long_tail_is_shown_before_and_after(table_of):
    table = table_of(money=np.exp(np.linspace(0, 9, 90)))
    choice = FeatureChoice(("money",), long_tails=LongTails.LOG)

    (money,) = foresee_preparation(table, choice).features

    assert money.is_logged
    assert money.has_long_tail
    assert sum(money.in_units) == sum(money.prepared) == 90
    assert max(money.in_units) > 60
    assert max(money.prepared) < 15
