import numpy as np
import pytest

from desktop_app.core.segmenting.choices import FeatureChoice, Scale, ScanChoice
from desktop_app.core.segmenting.scan import scan_k


def suggestion(prepared, **choice):
    return scan_k(prepared, ScanChoice(**choice)).suggestion


def columns(points):
    return dict(zip("abcdef", np.asarray(points).T))


@pytest.mark.parametrize("scale", [Scale.STANDARD, Scale.NONE])
def test_five_clear_groups_are_seen(prepared_of, five_blobs, scale):
    found = suggestion(prepared_of(FeatureChoice(scale=scale), **five_blobs))

    assert (found.k, found.useful_k, found.code) == (5, 5, "clearest")


@pytest.mark.parametrize("max_k", [8, 15, 20])
def test_the_plotted_range_does_not_move_the_suggestion(prepared_of, five_blobs, max_k):
    prepared = prepared_of(**five_blobs)

    assert suggestion(prepared, max_k=max_k) == suggestion(prepared, max_k=10)


def test_order_of_rows_and_columns_does_not_move_the_suggestion(prepared_of, five_blobs):
    order = np.random.default_rng(1).permutation(300)
    shuffled = {name: five_blobs[name][order] for name in ("score", "income")}

    assert suggestion(prepared_of(**shuffled)) == suggestion(prepared_of(**five_blobs))


@pytest.mark.parametrize("seed", range(3))
def test_correlated_columns_without_groups_get_no_number(prepared_of, seed):
    rng = np.random.default_rng(seed)
    points = rng.multivariate_normal([0, 0, 0], [[1, 0.7, 0], [0.7, 1, 0.2], [0, 0.2, 1]], 400)

    found = suggestion(prepared_of(**columns(points)))

    assert (found.k, found.useful_k, found.code) == (None, 4, "no_clear_groups")


@pytest.mark.parametrize("seed", range(3))
def test_evenly_spread_customers_get_no_number(prepared_of, seed):
    points = np.random.default_rng(seed).uniform(size=(300, 2))

    assert suggestion(prepared_of(**columns(points))).k is None


def test_whole_number_scores_are_not_groups(prepared_of):
    points = np.random.default_rng(4).integers(1, 6, (400, 3))

    assert suggestion(prepared_of(**columns(points))).k is None


def test_yes_and_no_stay_apart_when_whole_numbers_are_spread(table_of):
    from desktop_app.core.segmenting.features import prepare

    rng = np.random.default_rng(0)
    member = rng.integers(0, 2, 200)
    table = table_of(
        member=[("no", "yes")[m] for m in member], spend=member * 9 + rng.normal(size=200)
    )

    found = suggestion(prepare(table, FeatureChoice(("member", "spend"))))

    assert found.details[0][1] > 0.7


def test_a_handful_of_customers_is_too_few_to_tell(prepared_of):
    found = suggestion(prepared_of(age=[1, 2, 3, 50, 51, 52]))

    assert (found.k, found.useful_k, found.code) == (None, 4, "too_few")


def test_two_different_customers_can_still_be_shown(prepared_of):
    found = suggestion(prepared_of(age=[1] * 20 + [2]))

    assert found.useful_k == 2


def test_a_number_that_the_purpose_rules_out_is_not_suggested(prepared_of, five_blobs):
    found = suggestion(prepared_of(**five_blobs), max_lists=3)

    assert found.k in (None, 2, 3)
    assert found.useful_k <= 3


def test_nothing_allowed_leaves_a_number_that_can_be_shown(prepared_of, five_blobs):
    found = suggestion(prepared_of(**five_blobs), min_size=1_000)

    assert (found.k, found.useful_k, found.code) == (None, 2, "no_clear_groups")
