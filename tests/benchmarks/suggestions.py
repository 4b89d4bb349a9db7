"""Which number of groups is suggested, on lists whose number is known, beside what others look at.

Seeds that were not used for developing. The peers are slow: they see the first lists only, a share
that ``check`` names. ``--pairs N`` looks at N lists of each family, the peers too.
"""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pandas as pd
from known_lists import (
    HELD_OUT,
    WITH_GROUPS,
    WITHOUT_GROUPS,
    KnownList,
    lists_with_groups,
    lists_without_groups,
)
from measuring import Row
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, calinski_harabasz_score, silhouette_score
from threadpoolctl import threadpool_limits

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.segmenting.assigning import nearest
from desktop_app.core.segmenting.choices import FeatureChoice, MovingTogether, ScanChoice
from desktop_app.core.segmenting.features import prepare
from desktop_app.core.segmenting.results import KScan, Prepared
from desktop_app.core.segmenting.scan import scan_k

N_WITH, N_WITHOUT = 200, 100
N_PEERS = 4  # lists of each family
MAX_K = 10
MOST_SEEN = 1_000  # customers that the peers see
N_REFERENCES = 10
N_HALVES = 5
LEAST_STRENGTH = 0.8
SAME = 0.8  # adjusted Rand index from which two divisions are as good as the same


def rows(n_each: int | None) -> Iterator[Row]:
    n_with = n_each * len(WITH_GROUPS) if n_each else N_WITH
    n_without = n_each * len(WITHOUT_GROUPS) if n_each else N_WITHOUT
    with threadpool_limits(1), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, families, lists in (
            ("right k", WITH_GROUPS, lists_with_groups(n_with, HELD_OUT)),
            ("no groups said", WITHOUT_GROUPS, lists_without_groups(n_without, HELD_OUT)),
        ):
            yield from _table(name, families, list(lists), n_each or N_PEERS)


def _table(
    name: str, families: tuple[str, ...], lists: list[KnownList], n_peers: int
) -> Iterator[Row]:
    """Give one row per family and one for all, in percent of lists."""
    ours, found = {}, {}
    for i, known in enumerate(lists):
        ours[i], found[i] = our_answer(known)
    peers: dict[str, dict[int, int]] = {peer: {} for peer in PEERS}
    for i in range(min(len(lists), n_peers * len(families))):
        curve = Curve(lists[i].points)
        for peer, rule in PEERS.items():
            peers[peer][i] = rule(curve)

    def right(answers: dict[int, int], family: str | None) -> float:
        own = [answers[i] == lists[i].k for i in answers if family in (None, lists[i].family)]
        return 100 * float(np.mean(own))

    for family in (*families, None):
        shares = {peer: right(answers, family) for peer, answers in peers.items()}
        words = ", ".join(f"{peer} {share:.0f}" for peer, share in shares.items())
        title = f"{name}, {family or 'all'}, % of lists"
        yield Row(title, right(ours, family), max(shares.values()), words)
    if name == "right k":
        usual, offered = 100 * np.mean(list(found.values()), axis=0)
        check = (
            f"adjusted Rand to the truth >= {SAME}; {len(lists)} lists, peers {n_peers} per family"
        )
        yield Row("k-means at the suggested k finds them, % of lists", usual, None, check)
        check = "facts that move together count once, where the program offers it"
        yield Row("the same by the measure that is offered, % of lists", offered, usual, check)


def our_answer(known: KnownList) -> tuple[int, tuple[bool, bool]]:
    """Give the number suggested, 1 = none, and whether k-means finds the true groups with it.

    First by the usual measure, then by the one that is offered instead, if any is.
    """
    frame = pd.DataFrame({f"fact {i}": values for i, values in enumerate(known.points.T)})
    columns = tuple(Column(name, Kind.NUMBER, Role.FEATURE) for name in frame)
    table = CustomerTable(frame, columns, frame.astype(str))
    choice = FeatureChoice(tuple(frame))
    prepared = prepare(table, choice)
    scan = scan_k(prepared, ScanChoice())
    usual = _finds(known, prepared, scan)
    if not scan.suggestion.once_helps:
        return scan.suggestion.k or 1, (usual, usual)
    once = prepare(table, replace(choice, moving_together=MovingTogether.ONCE))
    return scan.suggestion.k or 1, (usual, _finds(known, once, scan_k(once, ScanChoice())))


def _finds(known: KnownList, prepared: Prepared, scan: KScan) -> bool:
    centres = scan.score(scan.suggestion.k or 1).centres
    labels, _ = nearest(np.ascontiguousarray(prepared.points.T), centres)
    true = known.labels[prepared.rows]
    return bool(adjusted_rand_score(true, labels[prepared.point_of_row]) >= SAME)


class Curve:
    """K-means of z-scored customers for k = 1 .. ``MAX_K``, as the peers see it."""

    def __init__(self, points: np.ndarray) -> None:
        rng = np.random.default_rng(0)
        points = points[rng.permutation(len(points))[:MOST_SEEN]]
        self.points = (points - points.mean(axis=0)) / points.std(axis=0)
        self.fits = [_fit(self.points, k) for k in range(1, MAX_K + 1)]
        self.inertia = np.array([fit.inertia_ for fit in self.fits])


def _fit(points: np.ndarray, k: int) -> KMeans:
    return KMeans(k, n_init=3, random_state=0).fit(points)


def _kneedle(curve: Curve) -> int:
    """Satopaa et al. 2011: the place furthest below the straight line from end to end."""
    places = np.linspace(0.0, 1.0, MAX_K)
    heights = (curve.inertia - curve.inertia[-1]) / (curve.inertia[0] - curve.inertia[-1])
    return int(np.argmax(1.0 - places - heights)) + 1


def _highest(score: Callable[[np.ndarray, np.ndarray], float]) -> Callable[[Curve], int]:
    def rule(curve: Curve) -> int:
        return 2 + int(np.argmax([score(curve.points, fit.labels_) for fit in curve.fits[1:]]))

    return rule


def _gap(curve: Curve) -> int:
    """Tibshirani et al. 2001: the first k not more than one standard error below the next one."""
    rng = np.random.default_rng(0)
    low, high = curve.points.min(axis=0), curve.points.max(axis=0)
    logs = np.empty((N_REFERENCES, MAX_K))
    for own in logs:
        reference = rng.uniform(low, high, curve.points.shape)
        fits = [KMeans(k, n_init=1, random_state=0).fit(reference) for k in range(1, MAX_K + 1)]
        own[:] = np.log([fit.inertia_ for fit in fits])
    gaps = logs.mean(axis=0) - np.log(curve.inertia)
    slack = logs.std(axis=0) * np.sqrt(1 + 1 / N_REFERENCES)
    enough = gaps[:-1] >= gaps[1:] - slack[1:]
    return int(np.argmax(enough)) + 1 if enough.any() else MAX_K


def _prediction_strength(curve: Curve) -> int:
    """Tibshirani & Walther 2005: the largest k whose groups one half foretells in the other."""
    rng, n = np.random.default_rng(0), len(curve.points)
    halves = [rng.permutation(n) for _ in range(N_HALVES)]
    strong = [1]
    for k in range(2, MAX_K + 1):
        strengths = [
            _strength(curve.points[o[: n // 2]], curve.points[o[n // 2 :]], k) for o in halves
        ]
        if np.mean(strengths) >= LEAST_STRENGTH:
            strong.append(k)
    return max(strong)


def _strength(first: np.ndarray, second: np.ndarray, k: int) -> float:
    foretold, own = _fit(first, k).predict(second), _fit(second, k).labels_
    together = []
    for label in range(k):
        counts = np.bincount(foretold[own == label])
        size = counts.sum()
        together.append((counts * (counts - 1)).sum() / (size * (size - 1)) if size > 1 else 1.0)
    return min(together)


PEERS: dict[str, Callable[[Curve], int]] = {
    "Kneedle": _kneedle,
    "silhouette": _highest(silhouette_score),
    "Calinski-Harabasz": _highest(calinski_harabasz_score),
    "gap": _gap,
    "prediction strength": _prediction_strength,
}
