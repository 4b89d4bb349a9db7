from dataclasses import replace

import numpy as np
import pytest

from desktop_app.core.progress import Cancelled
from desktop_app.core.segmenting import threads
from desktop_app.core.segmenting.choices import ScanChoice
from desktop_app.core.segmenting.fitting import segment_customers
from desktop_app.core.segmenting.redrawing import Redrawing, usual_redraws
from desktop_app.core.segmenting.results import Suggestion
from desktop_app.core.segmenting.scan import scan_k
from desktop_app.core.segmenting.trusted import (
    ComesBack,
    SegmentTrust,
    StandsApart,
    Verdict,
    band_of,
)
from desktop_app.core.segmenting.trusting import trust_segments, verdict_of_all

GROUPS, NO_GROUPS = Suggestion(2, 2, "apart"), Suggestion(None, 2, "no_clear_groups")


def trusted(prepared, k, suggestion=GROUPS, n_redraws=30, **choice):
    scan = scan_k(prepared, ScanChoice(max_k=max(k, 2)))
    segmentation = segment_customers(prepared, scan, k)
    return trust_segments(prepared, suggestion, segmentation, Redrawing(n_redraws), **choice)


def columns_of(points):
    return {f"c{i}": values for i, values in enumerate(points.T)}


def two_blobs(n=60, distance=20.0):
    points = np.random.default_rng(3).normal(size=(2 * n, 2))
    points[n:, 0] += distance
    return points


def one_blob(n=300, d=2):
    return np.random.default_rng(4).normal(size=(n, d))


def test_two_far_blobs_always_come_back_and_stand_clearly_apart(prepared_of):
    trust = trusted(prepared_of(**columns_of(two_blobs())), 2)

    for segment in trust.segments:
        assert segment.jaccard == 1.0
        assert segment.stands_apart is StandsApart.CLEARLY
        assert segment.verdict is Verdict.NATURAL
    assert trust.rand == 1.0
    assert trust.verdict is Verdict.NATURAL
    assert (trust.sure == 1.0).all()
    assert (trust.elsewhere == -1).all()


def test_halves_of_one_blob_do_not_stand_apart(prepared_of):
    trust = trusted(prepared_of(**columns_of(one_blob() * [3, 1])), 2)

    assert {segment.stands_apart for segment in trust.segments} == {StandsApart.HARDLY}
    assert trust.verdict is not Verdict.NATURAL


def test_a_long_cloud_cut_in_two_is_a_cut_that_comes_back(prepared_of):
    points = one_blob() @ np.array([[2.0, 1.9], [0.0, 0.3]])

    trust = trusted(prepared_of(**columns_of(points)), 2)

    assert min(segment.jaccard for segment in trust.segments) > 0.85
    assert trust.verdict is Verdict.REPEATABLE_CUT


def test_many_parts_of_one_round_cloud_are_not_to_be_relied_on(prepared_of):
    trust = trusted(prepared_of(**columns_of(one_blob(d=4))), 5)

    assert trust.verdict is Verdict.UNRELIABLE
    assert trust.rand < 0.6
    assert (trust.sure < 0.7).any()


def test_where_no_groups_were_found_nothing_is_natural(prepared_of):
    trust = trusted(prepared_of(**columns_of(two_blobs())), 2, NO_GROUPS)

    assert trust.verdict is Verdict.REPEATABLE_CUT
    assert {segment.verdict for segment in trust.segments} == {Verdict.REPEATABLE_CUT}


def test_a_customer_on_the_border_is_between_its_two_groups(prepared_of):
    points = np.concatenate([two_blobs(distance=6.0), [[3.0, 0.0]]])

    trust = trusted(prepared_of(**columns_of(points)), 2)

    assert 0.0 < trust.sure[-1] < 1.0
    assert {int(trust.elsewhere[-1])} < {0, 1}
    assert trust.sure[:-1].min() > trust.sure[-1]


def test_one_group_comes_back_but_is_no_discovery(prepared_of):
    trust = trusted(prepared_of(**columns_of(two_blobs())), 1)

    assert trust.segments == (
        SegmentTrust(1.0, ComesBack.ALWAYS, 1.0, -1, StandsApart.HARDLY, Verdict.REPEATABLE_CUT),
    )
    assert trust.rand == 1.0


def test_a_customer_who_was_left_out_has_no_share(table_of, prepared_of):
    income = np.append(two_blobs()[:, 0], np.nan)

    trust = trusted(prepared_of(income=income), 2)

    assert np.isnan(trust.sure[-1])
    assert trust.elsewhere[-1] == -1
    assert not np.isnan(trust.sure[:-1]).any()


def test_the_order_of_rows_and_columns_changes_nothing(prepared_of, five_blobs):
    income, score = five_blobs["income"], five_blobs["score"]
    order = np.random.default_rng(1).permutation(len(income))

    straight = trusted(prepared_of(**five_blobs), 4)
    shuffled = trusted(prepared_of(score=score[order], income=income[order]), 4)

    assert shuffled.segments == straight.segments
    assert shuffled.rand == straight.rand
    assert np.array_equal(shuffled.sure, straight.sure[order])
    assert np.array_equal(shuffled.elsewhere, straight.elsewhere[order])


def test_the_number_of_threads_changes_nothing(prepared_of, five_blobs, monkeypatch):
    prepared = prepared_of(**five_blobs)
    several = trusted(prepared, 4)
    monkeypatch.setattr(threads, "MOST_THREADS", 1)

    alone = trusted(prepared, 4)

    assert alone.segments == several.segments
    assert np.array_equal(alone.sure, several.sure)


def test_a_long_list_tells_of_every_customer(prepared_of):
    points = np.concatenate([one_blob(3_000), one_blob(3_000) + 9.0])

    trust = trusted(prepared_of(**columns_of(points)), 2, n_redraws=5)

    assert trust.sure.shape == (6_000,)
    assert (trust.sure == 1.0).all()


def test_fewer_customers_than_segments_in_a_redraw_are_no_trouble(prepared_of):
    trust = trusted(prepared_of(c=np.arange(6.0)), 5)

    assert len(trust.segments) == 5
    assert trust.verdict is Verdict.UNRELIABLE


def test_customers_of_one_value_each_are_counted_as_customers(prepared_of):
    values = np.repeat([0.0, 1.0, 9.0], 30)

    trust = trusted(prepared_of(c=values), 2)

    assert [segment.jaccard for segment in trust.segments] == [1.0, 1.0]


class Impatient:
    def __init__(self, n_more):
        self.n_more = n_more

    def report(self, fraction, stage):
        assert 0.0 <= fraction <= 1.0
        assert stage == "trusting"

    def checkpoint(self):
        self.n_more -= 1
        if self.n_more < 0:
            raise Cancelled


@pytest.mark.parametrize("n_more", [0, 3, 40])
def test_who_no_longer_wants_to_know_is_heard(prepared_of, five_blobs, n_more):
    prepared = prepared_of(**five_blobs)

    with pytest.raises(Cancelled):
        trusted(prepared, 3, progress=Impatient(n_more))


@pytest.mark.parametrize(
    ("jaccard", "band"),
    [
        (0.85, ComesBack.ALWAYS),
        (0.849, ComesBack.MOSTLY),
        (0.75, ComesBack.MOSTLY),
        (0.6, ComesBack.ONLY_PARTLY),
        (0.599, ComesBack.DO_NOT_RELY),
    ],
)
def test_bands_begin_at_their_limits(jaccard, band):
    assert band_of(jaccard) is band


@pytest.mark.parametrize(
    ("segments", "verdict"),
    [
        ([(0.9, Verdict.NATURAL), (0.8, Verdict.NATURAL)], Verdict.NATURAL),
        ([(0.9, Verdict.NATURAL), (0.8, Verdict.REPEATABLE_CUT)], Verdict.REPEATABLE_CUT),
        ([(0.95, Verdict.NATURAL), (0.64, Verdict.UNRELIABLE)], Verdict.REPEATABLE_CUT),
        ([(0.99, Verdict.NATURAL), (0.55, Verdict.UNRELIABLE)], Verdict.UNRELIABLE),
        ([(0.7, Verdict.UNRELIABLE), (0.78, Verdict.NATURAL)], Verdict.UNRELIABLE),
    ],
)
def test_all_groups_are_what_their_parts_are(segments, verdict):
    one = SegmentTrust(1.0, ComesBack.ALWAYS, 0.0, 1, StandsApart.CLEARLY, Verdict.NATURAL)
    parts = [replace(one, jaccard=jaccard, verdict=own) for jaccard, own in segments]

    assert (
        verdict_of_all(parts, (90, 10) if verdict is not Verdict.UNRELIABLE else (60, 40))
        is verdict
    )


CLUSTERBOOT = [
    ("blobs", 6, (0.985, 0.881, 0.955, 0.888, 0.988, 0.796)),
    ("cloud", 2, (0.883, 0.869)),
    ("cloud", 3, (0.881, 0.748, 0.803)),
]
"""Mean Jaccard by segment, largest first, of fpc::clusterboot 2.2-10 in R 4.2.2 on the z-scored lists:
``clusterboot(x, B = 400, clustermethod = kmeansCBI, krange = k, runs = 20, seed = 1)``."""


@pytest.mark.parametrize(("name", "k", "expected"), CLUSTERBOOT)
def test_what_comes_back_agrees_with_clusterboot(prepared_of, five_blobs, name, k, expected):
    cloud = np.random.default_rng(7).normal(size=(150, 3)) * [1.0, 1.5, 2.0]
    prepared = prepared_of(**(five_blobs if name == "blobs" else columns_of(cloud)))

    trust = trusted(prepared, k, n_redraws=usual_redraws(150))

    found = [segment.jaccard for segment in trust.segments]
    assert found == pytest.approx(expected, abs=0.05)
