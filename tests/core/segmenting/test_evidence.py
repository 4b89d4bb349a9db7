import numpy as np
import pytest

from desktop_app.core.progress import Cancelled
from desktop_app.core.segmenting import evidence
from desktop_app.core.segmenting.choices import ScanChoice
from desktop_app.core.segmenting.evidence import find_evidence
from desktop_app.core.segmenting.redrawing import Redrawing
from desktop_app.core.segmenting.scan import scan_k


@pytest.fixture(autouse=True)
def few_copies(monkeypatch):
    monkeypatch.setattr(evidence, "N_COPIES", 5)


def evidence_of(prepared, max_k=6, **choice):
    return find_evidence(prepared, scan_k(prepared, ScanChoice(max_k)), Redrawing(5), **choice)


@pytest.fixture
def of_five(prepared_of, five_blobs):
    return evidence_of(prepared_of(**five_blobs))


def test_there_is_evidence_for_every_number_of_segments(of_five):
    assert [entry.k for entry in of_five.by_k] == [1, 2, 3, 4, 5, 6]
    assert (of_five.n_redraws, of_five.n_copies) == (5, 5)


def test_one_segment_needs_none(of_five):
    first = of_five.of(1)

    assert (first.rand, first.lowest_jaccard, first.copies_p) == (None, None, None)
    assert first.band == (1.0, 1.0, 1.0)


def test_the_number_of_groups_that_are_there_comes_back_and_beats_the_copies(of_five):
    five, six = of_five.of(5), of_five.of(6)

    assert five.lowest_jaccard > 0.9
    assert five.rand > 0.95
    assert five.copies_p == 0.0
    assert six.lowest_jaccard < five.lowest_jaccard


def test_the_curve_of_five_groups_leaves_the_band_of_the_copies(prepared_of, five_blobs):
    prepared = prepared_of(**five_blobs)
    scan = scan_k(prepared, ScanChoice(6))

    lowest, middle, highest = find_evidence(prepared, scan, Redrawing(2)).of(5).band

    assert scan.inertia[4] / scan.inertia[0] < lowest <= middle <= highest


def test_the_curve_of_a_cloud_stays_near_the_band(prepared_of):
    points = np.random.default_rng(0).normal(size=(300, 2))
    prepared = prepared_of(a=points[:, 0], b=points[:, 1])
    scan = scan_k(prepared, ScanChoice(5))

    found = find_evidence(prepared, scan, Redrawing(2))

    shares = np.array(scan.inertia) / scan.inertia[0]
    assert shares == pytest.approx([entry.band[1] for entry in found.by_k], abs=0.05)


def test_bands_never_rise(of_five):
    for curve in zip(*(entry.band for entry in of_five.by_k), strict=True):
        assert sorted(curve, reverse=True) == list(curve)


def test_the_order_of_rows_and_columns_changes_nothing(prepared_of, five_blobs, of_five):
    order = np.random.default_rng(1).permutation(len(five_blobs["income"]))
    shuffled = {name: five_blobs[name][order] for name in ("score", "income")}

    assert evidence_of(prepared_of(**shuffled)) == of_five


def test_of_a_long_list_a_part_is_looked_at(prepared_of, monkeypatch, five_blobs):
    monkeypatch.setattr(evidence, "MOST_REDRAWN", 100)
    monkeypatch.setattr(evidence, "MOST_COPIED", 100)

    found = evidence_of(prepared_of(**five_blobs))

    assert found.of(5).lowest_jaccard > 0.9


class Impatient:
    def __init__(self, stage):
        self.stage, self.is_there = stage, False

    def report(self, fraction, stage):
        self.is_there = stage == self.stage

    def checkpoint(self):
        if self.is_there:
            raise Cancelled


@pytest.mark.parametrize("stage", ["comparing", "trusting"])
def test_who_no_longer_wants_to_know_is_heard(prepared_of, five_blobs, stage):
    prepared = prepared_of(**five_blobs)
    scan = scan_k(prepared, ScanChoice(4))

    with pytest.raises(Cancelled):
        find_evidence(prepared, scan, Redrawing(5), progress=Impatient(stage))
