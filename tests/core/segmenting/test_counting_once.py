import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from desktop_app.core.segmenting.choices import FeatureChoice, MovingTogether, Scale, ScanChoice
from desktop_app.core.segmenting.counting_once import closest_pair
from desktop_app.core.segmenting.features import prepare
from desktop_app.core.segmenting.fitting import segment_customers
from desktop_app.core.segmenting.scan import scan_k
from desktop_app.core.segmenting.units import points_of, to_units

ONCE = FeatureChoice(moving_together=MovingTogether.ONCE)


@pytest.fixture(scope="module")
def long_groups():
    """Two long groups side by side, and which customer belongs to which."""
    rng = np.random.default_rng(0)
    points = rng.normal(size=(600, 2)) * (1.0, 14.0)
    points[300:, 0] += 6.0
    a, b = (points @ [[0.7, 0.7], [-0.7, 0.7]]).T
    return {"a": a, "b": b}, np.repeat([0, 1], 300)


def once(**choice):
    return FeatureChoice(moving_together=MovingTogether.ONCE, **choice)


def test_long_groups_are_found_as_they_are(prepared_of, long_groups):
    columns, groups = long_groups
    prepared = prepared_of(ONCE, **columns)

    scan = scan_k(prepared, ScanChoice())

    found = segment_customers(prepared, scan, 2)
    assert (scan.suggestion.k, scan.suggestion.cuts_across) == (2, False)
    assert not scan.suggestion.once_helps
    assert adjusted_rand_score(groups, found.labels) > 0.95


@pytest.mark.parametrize("scale", Scale)
def test_the_measure_does_not_move_the_suggestion(prepared_of, long_groups, scale):
    columns, _ = long_groups

    usual = scan_k(prepared_of(FeatureChoice(scale=scale), **columns), ScanChoice())

    other = scan_k(prepared_of(once(scale=scale), **columns), ScanChoice())
    assert other.suggestion.k == usual.suggestion.k


@pytest.mark.parametrize("scale", Scale)
def test_the_way_back_leads_to_the_units_of_the_file(table_of, five_blobs, scale):
    table = table_of(**five_blobs)

    prepared = prepare(table, once(features=("income", "score"), scale=scale))

    back = to_units(prepared.features, prepared.points)[prepared.point_of_row]
    np.testing.assert_allclose(
        back, np.column_stack(list(five_blobs.values())), rtol=1e-9, atol=1e-9
    )
    again = points_of(prepared.features, table)
    np.testing.assert_array_equal(again, prepared.points[prepared.point_of_row])


def test_centres_are_in_units_of_the_file(prepared_of, five_blobs):
    prepared = prepared_of(ONCE, **five_blobs)

    found = segment_customers(prepared, scan_k(prepared, ScanChoice()), 5)

    income = [five_blobs["income"][found.labels == label].mean() for label in range(5)]
    np.testing.assert_allclose(found.centres_in_units[:, 0], income)


def test_the_spread_inside_the_groups_is_round(prepared_of, long_groups):
    columns, groups = long_groups

    prepared = prepared_of(ONCE, **columns)

    points = prepared.points[prepared.point_of_row]
    points = points - np.stack([points[groups == g].mean(axis=0) for g in (0, 1)])[groups]
    covariance = points.T @ points / len(points)
    np.testing.assert_allclose(covariance / covariance[0, 0], np.eye(2), atol=0.02)


def test_numbers_weigh_as_much_as_before(prepared_of, five_blobs):
    usual, other = prepared_of(**five_blobs), prepared_of(ONCE, **five_blobs)

    spread = [np.cov(p.points.T, fweights=p.weights.astype(int)).trace() for p in (usual, other)]
    assert spread[1] == pytest.approx(spread[0], rel=1e-3)


def test_order_of_rows_and_columns_changes_no_bit(prepared_of, five_blobs):
    order = np.random.default_rng(1).permutation(300)
    shuffled = {name: five_blobs[name][order] for name in ("score", "income")}

    usual, other = prepared_of(ONCE, **five_blobs), prepared_of(ONCE, **shuffled)

    np.testing.assert_array_equal(other.points[:, ::-1], usual.points)


def test_a_weight_still_counts(prepared_of, five_blobs):
    usual = prepared_of(ONCE, **five_blobs)

    other = prepared_of(once(weights=(("score", 3.0),)), **five_blobs)

    ratios = other.points.std(axis=0) / usual.points.std(axis=0)
    assert ratios[1] / ratios[0] == pytest.approx(3.0, rel=1e-3)


def test_the_two_facts_that_move_together_most_are_named(prepared_of):
    rng = np.random.default_rng(0)
    first = rng.normal(size=400)
    columns = {"a": first, "b": rng.normal(size=400), "c": first + 0.3 * rng.normal(size=400)}

    assert closest_pair(prepared_of(ONCE, **columns).features) == ("a", "c")
    assert closest_pair(prepared_of(**columns).features) is None


def test_facts_of_their_own_do_not_move_together(prepared_of):
    a, b = np.random.default_rng(0).normal(size=(2, 400))

    assert closest_pair(prepared_of(ONCE, a=a, b=b).features) is None


def test_nearly_the_same_columns_count_nearly_once(prepared_of):
    rng = np.random.default_rng(0)
    first, other = rng.normal(size=(2, 400))
    twin = first + 1e-6 * rng.normal(size=400)

    prepared = prepared_of(ONCE, a=first, b=other, twin=twin)

    one = np.corrcoef(prepared.points[:, 0] + prepared.points[:, 2], first[np.argsort(first)])[0, 1]
    spread = prepared.points.std(axis=0)
    assert one == pytest.approx(1.0, abs=0.05)
    assert spread[0] ** 2 + spread[2] ** 2 < 1.1 * spread[1] ** 2


@pytest.mark.parametrize(
    "columns", [{"a": [1, 2, 3, 9]}, {"a": [1, 2, 3, 9], "w": ["x", "y", "y", "x"]}]
)
def test_one_number_stays_as_it_is(table_of, columns):
    prepared = prepare(table_of(**columns), once(features=tuple(columns)))

    assert all(f.mix == () for f in prepared.features)


def test_words_stay_as_they_are(table_of, five_blobs):
    town = [("Rome", "Bonn", "Lyon")[i % 3] for i in range(300)]
    table = table_of(town=town, **five_blobs)
    names = ("income", "score", "town")

    usual, other = prepare(table, FeatureChoice(names)), prepare(table, once(features=names))

    np.testing.assert_array_equal(other.points[:, 2:], usual.points[:, 2:])
