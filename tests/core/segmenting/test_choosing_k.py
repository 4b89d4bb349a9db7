import numpy as np
import pytest

from desktop_app.core.segmenting.choices import FeatureChoice, Scale, ScanChoice
from desktop_app.core.segmenting.features import prepare
from desktop_app.core.segmenting.scan import scan_k


def suggestion(prepared, **choice):
    return scan_k(prepared, ScanChoice(**choice)).suggestion


def columns(points):
    return dict(zip("abcdef", np.asarray(points).T))


@pytest.mark.parametrize("scale", [Scale.STANDARD, Scale.NONE])
def test_five_clear_groups_are_seen(prepared_of, five_blobs, scale):
    found = suggestion(prepared_of(FeatureChoice(scale=scale), **five_blobs))

    assert (found.k, found.useful_k, found.code) == (5, 5, "apart")


def lumps(places, spread, n_each, seed=0):
    """Customers around each of ``places``, as many at each."""
    rng = np.random.default_rng(seed)
    return np.concatenate([rng.normal(place, spread, (n_each, len(place))) for place in places])


GROUPS_OF_SINGLE_COLUMNS = {
    "three places in one column": (3, lumps([(10,), (50,), (90,)], 2, 100)),
    "young or old times low or high spend": (
        4,
        lumps([(a, s) for a in (25, 65) for s in (40, 120)], (4, 9), 100),
    ),
    "three by three": (9, lumps([(v, b) for v in (5, 20, 35) for b in (10, 30, 50)], 1.5, 30)),
}


@pytest.mark.parametrize("name", GROUPS_OF_SINGLE_COLUMNS)
@pytest.mark.parametrize("max_k", [8, 10, 20])
def test_groups_that_show_in_single_columns_are_seen(prepared_of, name, max_k):
    n_groups, points = GROUPS_OF_SINGLE_COLUMNS[name]

    found = suggestion(prepared_of(**columns(points)), max_k=max_k)

    assert (found.k, found.code) == (n_groups, "apart")


@pytest.mark.parametrize("max_k", [8, 15, 20])
def test_the_plotted_range_does_not_move_the_suggestion(prepared_of, five_blobs, max_k):
    prepared = prepared_of(**five_blobs)

    assert suggestion(prepared, max_k=max_k) == suggestion(prepared, max_k=10)


def test_a_short_range_limits_the_suggestion(prepared_of, five_blobs):
    scan = scan_k(prepared_of(**five_blobs), ScanChoice(max_k=4))

    assert scan.ks == (1, 2, 3, 4)
    assert scan.suggestion.useful_k <= 4


def test_order_of_rows_and_columns_does_not_move_the_suggestion(prepared_of, five_blobs):
    order = np.random.default_rng(1).permutation(300)
    shuffled = {name: five_blobs[name][order] for name in ("score", "income")}

    assert suggestion(prepared_of(**shuffled)) == suggestion(prepared_of(**five_blobs))


@pytest.mark.parametrize("seed", range(3))
def test_correlated_columns_without_groups_get_no_number(prepared_of, seed):
    rng = np.random.default_rng(seed)
    points = rng.multivariate_normal([0, 0, 0], [[1, 0.7, 0], [0.7, 1, 0.2], [0, 0.2, 1]], 400)

    found = suggestion(prepared_of(**columns(points)))

    assert (found.k, found.code) == (None, "no_clear_groups")


@pytest.mark.parametrize("seed", range(3))
def test_long_tails_are_not_groups(prepared_of, seed):
    points = np.exp(np.random.default_rng(seed).normal(size=(400, 2)))

    assert suggestion(prepared_of(**columns(points))).k is None


def test_the_useful_cut_is_the_clearest_of_a_few(prepared_of):
    points = np.random.default_rng(0).multivariate_normal([0, 0], [[1, 0.8], [0.8, 1]], 400)

    scan = scan_k(prepared_of(**columns(points)), ScanChoice())

    silhouettes = {score.k: score.silhouette for score in scan.scores[1:5]}
    assert scan.suggestion.k is None
    assert scan.suggestion.useful_k == max(silhouettes, key=silhouettes.get)


@pytest.mark.parametrize("seed", range(3))
def test_evenly_spread_customers_get_no_number(prepared_of, seed):
    points = np.random.default_rng(seed).uniform(size=(300, 2))

    assert suggestion(prepared_of(**columns(points))).k is None


@pytest.mark.parametrize("step", [0.5, 1, 100])
def test_stepped_scores_are_not_groups(prepared_of, step):
    points = np.random.default_rng(4).integers(1, 6, (400, 3)) * step

    assert suggestion(prepared_of(**columns(points))).k is None


def test_segments_that_follow_the_groups_cut_nothing_across(prepared_of, five_blobs):
    found = suggestion(prepared_of(**five_blobs))

    assert dict(found.details)["agreement"] > 0.8
    assert not found.cuts_across


def test_segments_across_long_groups_are_noticed(prepared_of):
    rng = np.random.default_rng(0)
    points = rng.normal(size=(600, 2)) * (1.0, 14.0)
    points[300:, 0] += 6.0

    found = suggestion(prepared_of(**columns(points @ [[0.7, 0.7], [-0.7, 0.7]])))

    assert (found.k, found.cuts_across, found.once_helps) == (2, True, True)


def test_most_customers_with_one_order_hide_no_groups(prepared_of):
    rng = np.random.default_rng(0)
    orders = np.where(rng.random(400) < 0.7, 1, 1 + rng.geometric(0.4, 400))
    points = np.column_stack([orders, lumps([(20, 40), (60, 90)], 6, 200)])

    assert suggestion(prepared_of(**columns(points))).k == 2


def test_columns_of_words_are_not_looked_at_beside_numbers(table_of):
    rng = np.random.default_rng(0)
    table = table_of(
        colour=[("red", "green", "blue")[c] for c in rng.integers(0, 3, 200)],
        spend=rng.normal(size=200) + 9 * rng.integers(0, 2, 200),
    )

    found = suggestion(prepare(table, FeatureChoice(("colour", "spend"))))

    assert (found.k, found.code) == (2, "apart")


def test_words_that_go_together_are_clearer_than_chance(table_of):
    town = np.random.default_rng(0).integers(0, 3, 120)
    table = table_of(
        town=[("Rome", "Bonn", "Lyon")[t] for t in town],
        shop=[("north", "west", "south")[t] for t in town],
    )

    found = suggestion(prepare(table, FeatureChoice(("town", "shop"))))

    assert (found.k, found.code) == (3, "clearest")


def test_a_handful_of_customers_is_too_few_to_tell(prepared_of):
    found = suggestion(prepared_of(age=[1, 2, 3, 50, 51, 52]))

    assert (found.k, found.useful_k, found.code) == (None, 2, "too_few")


def test_two_different_customers_can_still_be_shown(prepared_of):
    found = suggestion(prepared_of(age=[1] * 20 + [2]))

    assert found.useful_k == 2


def test_a_number_that_the_purpose_rules_out_is_not_suggested(prepared_of, five_blobs):
    found = suggestion(prepared_of(**five_blobs), max_lists=3)

    assert (found.k, found.useful_k, found.code) == (3, 3, "nearest_allowed")
    assert dict(found.details) == {"n_groups": 5.0}


@pytest.mark.parametrize("limits", [{"min_size": 1_000}, {"max_lists": 1}])
def test_limits_that_allow_no_division_leave_one_group(prepared_of, five_blobs, limits):
    found = suggestion(prepared_of(**five_blobs), **limits)

    assert (found.k, found.useful_k, found.code) == (None, 1, "nothing_allowed")
