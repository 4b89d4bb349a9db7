import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score
from sklearn.mixture import GaussianMixture

from desktop_app.core.progress import Cancelled
from desktop_app.core.segmenting import second_opinions
from desktop_app.core.segmenting.choices import FeatureChoice, ScanChoice
from desktop_app.core.segmenting.features import prepare
from desktop_app.core.segmenting.fitting import segment_customers
from desktop_app.core.segmenting.other_methods import NOWHERE, mixture
from desktop_app.core.segmenting.scan import scan_k
from desktop_app.core.segmenting.second_opinions import Method, Move, ask_other_methods


def asked(table, k, choice=None):
    prepared = prepare(table, choice or FeatureChoice(), tuple(table.frame))
    found = segment_customers(prepared, scan_k(prepared, ScanChoice(max_k=k)), k)
    return ask_other_methods(prepared, found)


def by_method(table, k, choice=None):
    return {opinion.method: opinion for opinion in asked(table, k, choice).opinions}


@pytest.fixture(scope="module")
def two_blobs():
    rng = np.random.default_rng(3)
    points = np.concatenate([rng.normal(0, 1, (60, 2)), rng.normal(12, 1, (40, 2))])
    return {"a": points[:, 0], "b": points[:, 1]}


def test_about_two_blobs_everyone_agrees(table_of, two_blobs):
    opinions = asked(table_of(**two_blobs), 2).opinions

    assert [o.method for o in opinions] == list(Method)
    assert [(o.k, o.together, o.adjusted_rand, o.moves) for o in opinions[:3]] == [
        (2, 1.0, 1.0, ())
    ] * 3
    assert (opinions[3].k, opinions[3].together) == (2, pytest.approx(1, abs=0.05))


def test_customers_far_from_all_others_fit_no_group_of_a_dense_place(table_of, two_blobs):
    far = np.array([[60, -60], [-60, 60], [70, 50], [-50, -70]])
    columns = {name: [*two_blobs[name], *far[:, i]] for i, name in enumerate("ab")}

    opinion = by_method(table_of(**columns), 2)[Method.HDBSCAN]

    assert opinion.k == 2
    assert opinion.n_nowhere >= 4
    assert sum(move.n for move in opinion.moves if move.target == NOWHERE) == opinion.n_nowhere
    assert opinion.together <= 1 - opinion.n_nowhere / 104


def test_two_long_clouds_are_seen_by_a_mixture_and_cut_by_the_nearest_centre(table_of):
    rng = np.random.default_rng(1)
    along, across = rng.uniform(-10, 10, 200), rng.normal(0, 0.2, 200)
    table = table_of(a=along, b=across + np.repeat([0, 2.5], 100))
    choice = FeatureChoice(scale="none")

    opinion = by_method(table, 2, choice)[Method.MIXTURE]

    assert opinion.together < 0.6
    assert sum(move.n for move in opinion.moves) == round((1 - opinion.together) * 200)


def test_the_order_of_rows_and_columns_changes_nothing(table_of, five_blobs):
    order = np.random.default_rng(0).permutation(300)
    shuffled = {name: five_blobs[name][order] for name in ("score", "income")}

    assert asked(table_of(**shuffled), 4) == asked(table_of(**five_blobs), 4)


def test_doubling_all_weights_changes_no_opinion(table_of, five_blobs):
    weights = (("income", 2.0), ("score", 2.0))

    plain = asked(table_of(**five_blobs), 4)

    assert asked(table_of(**five_blobs), 4, FeatureChoice(weights=weights)) == plain


def test_of_a_long_list_customers_are_taken_evenly(table_of, two_blobs, monkeypatch):
    monkeypatch.setattr(second_opinions, "MOST_CUSTOMERS", 50)

    told = asked(table_of(**two_blobs), 2)

    assert (told.n_customers, told.n_looked_at) == (100, 50)
    assert told.opinions[0].together == 1.0


@pytest.mark.parametrize("k", [1, 2, 3])
def test_of_three_customers_there_are_opinions(table_of, k):
    opinions = asked(table_of(a=[0, 1, 5]), k).opinions

    assert [o.k for o in opinions[:2]] == [k, k]


def test_equal_customers_stay_together(table_of):
    table = table_of(a=np.repeat([0.0, 1, 7], 30), b=np.repeat([1.0, 0, 5], 30))

    opinions = asked(table, 3).opinions

    assert [o.together for o in opinions] == [1.0] * 4


def test_what_moves_is_counted_from_and_to(table_of):
    own, theirs = np.array([0, 0, 0, 1, 1, 1, 1]), np.array([4, 4, 9, 9, 9, 7, -1])

    told = second_opinions._compared(Method.HDBSCAN, own, theirs, 2)

    assert (told.k, told.n_nowhere, told.together) == (3, 1, pytest.approx(4 / 7))
    assert told.moves == (Move(0, 1, 1), Move(1, NOWHERE, 1), Move(1, 2, 1))


def test_the_adjusted_rand_index_is_that_of_scikit_learn():
    rng = np.random.default_rng(7)
    own, theirs = rng.integers(0, 3, 80), rng.integers(-1, 4, 80)
    alone = np.where(theirs == NOWHERE, 100 + np.arange(80), theirs)

    told = second_opinions._compared(Method.HDBSCAN, own, theirs, 3)

    assert told.adjusted_rand == pytest.approx(adjusted_rand_score(own, alone))


def test_the_mixture_is_as_likely_as_that_of_scikit_learn(five_blobs):
    points = np.column_stack(list(five_blobs.values()))
    points = (points - points.mean(axis=0)) / points.std(axis=0)
    oracle = GaussianMixture(5, n_init=10, tol=1e-6, reg_covar=1e-3, random_state=0)

    labels = mixture(points, 5)

    assert adjusted_rand_score(oracle.fit_predict(points), labels) > 0.97


def test_it_can_be_cancelled(prepared_of, two_blobs):
    class Stopping:
        def report(self, fraction, stage):
            pass

        def checkpoint(self):
            raise Cancelled

    prepared = prepared_of(**two_blobs)
    found = segment_customers(prepared, scan_k(prepared, ScanChoice(max_k=2)), 2)

    with pytest.raises(Cancelled):
        ask_other_methods(prepared, found, progress=Stopping())
