"""The same customers in groups of other methods, beside the segments that were found.

Never used for the segments themselves: agreement says that they do not hang on one method.

Reference: Hubert & Arabie 1985 (adjusted Rand index).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.other_methods import NOWHERE, dense_places, medians, mixture, ward
from desktop_app.core.segmenting.results import (
    FloatArray,
    IntArray,
    Prepared,
    Segmentation,
    per_point,
)
from desktop_app.core.segmenting.threads import one_thread_each
from desktop_app.core.segmenting.units import canonical_columns

MOST_CUSTOMERS = 2_000  # every pair of them is looked at


class Method(StrEnum):
    """A way of forming groups; all but HDBSCAN are told how many."""

    WARD = "ward"
    MIXTURE = "gaussian_mixture"
    MEDIANS = "k_medians"
    HDBSCAN = "hdbscan"


@dataclass(frozen=True, slots=True)
class Move:
    """``n`` customers of segment ``origin`` are elsewhere: in the group that matches ``target``.

    From k on, ``target`` is a group that matches no segment; ``NOWHERE`` is no group at all.
    """

    origin: int
    target: int
    n: int


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """The ``k`` groups of one method.

    ``together``: share of customers, 0 to 1, whose group matches their segment, by the matching
    that keeps most together. ``adjusted_rand``: at most 1, and 0 for chance; who fits no group
    counts as alone. ``n_nowhere`` customers fit no group. ``moves``: the largest first.
    """

    method: Method
    k: int
    together: float
    adjusted_rand: float
    n_nowhere: int
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class SecondOpinions:
    """What the methods say about ``n_looked_at`` of ``n_customers``, evenly taken."""

    n_customers: int
    n_looked_at: int
    opinions: tuple[SecondOpinion, ...]


def ask_other_methods(
    prepared: Prepared, segmentation: Segmentation, *, progress: Progress = NO_PROGRESS
) -> SecondOpinions:
    """Compare ``segmentation``, which was found in ``prepared``, with what other methods find.

    The answer depends neither on the order of customers nor on that of features.

    >>> points = np.array([[0.0], [1.0], [50.0], [51.0]])
    >>> from desktop_app.core.segmenting.choices import Scale, ScanChoice
    >>> from desktop_app.core.segmenting.results import FeaturePreparation
    >>> age = FeaturePreparation("age", Scale.NONE, False, 0.0, 1.0)
    >>> prepared = Prepared(points, np.ones(4), np.arange(4), np.arange(4), 4, (age,))
    >>> from desktop_app.core.segmenting.fitting import segment_customers
    >>> from desktop_app.core.segmenting.scan import scan_k
    >>> found = segment_customers(prepared, scan_k(prepared, ScanChoice(max_k=2)), 2)
    >>> ask_other_methods(prepared, found).opinions[0].together
    1.0
    """
    assert not segmentation.kinds, "kinds by rule are no groups that were found"
    looked_at = _evenly(prepared)
    own = per_point(prepared, segmentation.labels)[looked_at]
    points = _of_one_size(prepared.points[looked_at][:, canonical_columns(prepared.features)])
    opinions = []
    with one_thread_each():
        for place, (method, form_groups) in enumerate(_METHODS.items()):
            progress.report(place / len(_METHODS), "second_opinion")
            theirs = form_groups(points, segmentation.k, progress=progress)
            opinions.append(_compared(method, own, theirs, segmentation.k))
    return SecondOpinions(len(prepared.rows), len(looked_at), tuple(opinions))


def _evenly(prepared: Prepared) -> IntArray:
    """Give the point of each customer, of a long list every n-th one in canonical order."""
    places = np.repeat(np.arange(len(prepared.points)), prepared.weights.astype(np.int64))
    n = min(len(places), MOST_CUSTOMERS)
    return places[(2 * np.arange(n) + 1) * len(places) // (2 * n)]


def _of_one_size(points: FloatArray) -> FloatArray:
    """Give ``points`` around 0, the whole of them with a spread of 1."""
    points = points / (np.abs(points).max() or 1.0)  # squares of very large ones do not fit
    points = points - points.mean(axis=0)
    return points / (points.std() or 1.0)


_METHODS: dict[Method, Callable[..., IntArray]] = {
    Method.WARD: ward,
    Method.MIXTURE: mixture,
    Method.MEDIANS: medians,
    Method.HDBSCAN: dense_places,
}


# comparing --------------------------------------------------------------------------------------


def _compared(method: Method, own: IntArray, theirs: IntArray, k: int) -> SecondOpinion:
    from scipy.optimize import linear_sum_assignment

    groups, labels = np.unique(theirs[theirs != NOWHERE], return_inverse=True)
    counts = np.zeros((k, len(groups)), dtype=np.int64)
    np.add.at(counts, (own[theirs != NOWHERE], labels), 1)
    alone = np.bincount(own[theirs == NOWHERE], minlength=k)
    segments, matches = linear_sum_assignment(counts, maximize=True)
    target_of = dict(zip(matches.tolist(), segments.tolist(), strict=True))
    unmatched = (g for g in np.argsort(-counts.sum(axis=0), kind="stable") if g not in target_of)
    target_of |= {int(group): k + place for place, group in enumerate(unmatched)}
    moves = [
        Move(int(i), target_of[int(j)], int(counts[i, j]))
        for i, j in np.argwhere(counts)
        if target_of[int(j)] != i
    ]
    moves += [Move(int(i), NOWHERE, int(alone[i])) for i in np.flatnonzero(alone)]
    return SecondOpinion(
        method,
        k=len(groups),
        together=float(counts[segments, matches].sum() / len(own)),
        adjusted_rand=_adjusted_rand(counts, alone),
        n_nowhere=int(alone.sum()),
        moves=tuple(sorted(moves, key=lambda move: (-move.n, move.origin, move.target))),
    )


def _adjusted_rand(counts: IntArray, alone: IntArray) -> float:
    """Give the index of a table of counts; those ``alone`` share a group with nobody."""
    same_in_both = _pairs(counts)
    same_in_own = _pairs(counts.sum(axis=1) + alone)
    same_in_theirs = _pairs(counts.sum(axis=0))
    by_chance = same_in_own * same_in_theirs / max(_pairs(counts.sum() + alone.sum()), 1.0)
    highest = (same_in_own + same_in_theirs) / 2
    return 1.0 if highest == by_chance else (same_in_both - by_chance) / (highest - by_chance)


def _pairs(sizes: IntArray) -> float:
    return float(np.sum(sizes * (sizes - 1.0)) / 2)
