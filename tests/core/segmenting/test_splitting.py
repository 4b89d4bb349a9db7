import numpy as np

from desktop_app.core.segmenting.choices import Scale, ScanChoice
from desktop_app.core.segmenting.results import FeaturePreparation, Prepared
from desktop_app.core.segmenting.scan import scan_k
from desktop_app.core.segmenting.splitting import one_more


def three_heaps():
    rng = np.random.default_rng(2)
    heaps = [rng.normal(place, 0.1, (30, 2)) for place in ((0, 0), (9, 0), (9, 3))]
    points = np.unique(np.vstack(heaps), axis=0)
    n = len(points)
    features = tuple(FeaturePreparation(name, Scale.NONE, False, 0.0, 1.0) for name in "ab")
    return Prepared(points, np.full(n, 2.0), np.arange(n), np.arange(n), n, features)


def test_every_customer_is_in_one_group_of_now_and_one_of_then():
    prepared = three_heaps()
    scan = scan_k(prepared, ScanChoice(max_k=4))

    split = one_more(prepared, scan, 2)

    assert split.counts.sum(axis=1).tolist() == list(scan.score(2).sizes)
    assert split.counts.sum(axis=0).tolist() == list(scan.score(3).sizes)


def test_two_neighbours_that_were_one_group_are_parted():
    prepared = three_heaps()

    split = one_more(prepared, scan_k(prepared, ScanChoice(max_k=4)), 2)

    assert split.divided == 0
    assert np.count_nonzero(split.counts) == 3
