"""The groups that can be seen in a list, however many: clouds of customers with valleys between them.

A mixture of clouds says where customers are dense (``mixing``). Clouds that no valley parts are one
group: by the mixture itself, by a look at the customers from the side (``valleys``), and from above
(``bends``). One group is no group. That there are any is asked more strictly than how many: where
some groups are clear, the next one is likelier to be real.

References: Hennig 2010 (merging mixture components); Ray & Lindsay 2005 (the ridge line).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.bends import highest_pass
from desktop_app.core.segmenting.clouds import Clouds
from desktop_app.core.segmenting.mixing import best_clouds
from desktop_app.core.segmenting.results import FloatArray, IntArray
from desktop_app.core.segmenting.threads import one_thread_each
from desktop_app.core.segmenting.valleys import FEWEST_IN_SEGMENT, along_their_line, valley

HIGHEST_ON_RIDGE = 0.9  # of the lower peak; clouds without a clearer valley between them are one
N_PLACES = 21  # on the line between two centres
USUAL_DISTANCE = 3.4  # standard deviations between two clouds next to each other

Excess = Callable[[IntArray, int, int], float]
"""By how much the valley between two groups, given all labels, is too shallow to part them."""


@dataclass(frozen=True, slots=True)
class Strictness:
    """How deep a valley must be: at most ``valley`` of the lower peak from the side.

    Less by ``chance`` where few customers show it, more by ``distance`` per standard deviation that
    the groups are further than usual from each other. ``balance`` as in ``valleys.valley``.
    ``highest_pass``: the same from above.
    """

    valley: float
    chance: float
    distance: float
    balance: float
    highest_pass: float


# Found on generated lists. That there are any groups must be clear; how many, if so, need not be.
ANY = Strictness(valley=0.6, chance=0.8, distance=0.2, balance=0.25, highest_pass=0.45)
HOW_MANY = Strictness(valley=0.75, chance=0.2, distance=0.8, balance=0.5, highest_pass=0.6)
CHANCE_ABOVE = 0.2


def see_groups(points: FloatArray, seed: int = 0, *, progress: Progress = NO_PROGRESS) -> IntArray:
    """Give the group (n,) of each of ``points`` (n, d), numbered from 0.

    The points are in units in which columns are comparable, whole numbers spread over their cells.

    >>> points = np.concatenate([np.linspace(0, 1, 30), np.linspace(9, 10, 30)])[:, None]
    >>> int(see_groups(points).max()) + 1
    2
    """
    with one_thread_each():
        found = best_clouds(points, seed, progress=progress)
        if found is None:
            return np.zeros(len(points), dtype=np.int64)
        pieces, labels = _pieces_and_groups(points, found.clouds)
        white = found.clouds.whitened(points)
        if not _joined(points, white, pieces, labels, ANY, progress).any():
            return np.zeros(len(points), dtype=np.int64)
        return _joined(points, white, pieces, labels, HOW_MANY, progress)


def _joined(
    points: FloatArray,
    white: FloatArray,
    pieces: IntArray,
    labels: IntArray,
    strictness: Strictness,
    progress: Progress,
) -> IntArray:
    """Join groups, least separate pair first, as long as no valley parts it from any side."""

    def from_the_side(labels: IntArray, first: int, second: int) -> float:
        lower, upper = along_their_line(points[labels == first], points[labels == second])
        chance = np.sqrt(points.shape[1] / min(len(lower), len(upper)))
        further = np.clip(_distance(lower, upper, points.shape[1]) - USUAL_DISTANCE, -1.0, 1.0)
        highest = strictness.valley - strictness.chance * chance + strictness.distance * further
        return valley(lower, upper, balance=strictness.balance) - highest

    def from_above(labels: IntArray, first: int, second: int) -> float:
        is_second = labels == second
        who = is_second | (labels == first)
        n_smaller = min(is_second.sum(), who.sum() - is_second.sum())
        height = highest_pass(white[who], pieces[who], is_second[who])
        return height - (strictness.highest_pass - CHANCE_ABOVE * np.sqrt(2 / n_smaller))

    while True:
        joined = _join_worst(labels, from_the_side, progress)
        if joined is None:
            joined = _join_worst(labels, from_above, progress)
        if joined is None:
            return labels
        labels = joined


def _distance(lower: FloatArray, upper: FloatArray, n_columns: int) -> float:
    """Give the distance of two groups in their standard deviations, less what fitting a line adds."""
    sizes, variances = np.array([len(lower), len(upper)]), [lower.var(), upper.var()]
    within = float(np.average(variances, weights=sizes))
    if within == 0.0:
        return np.inf
    squared = (upper.mean() - lower.mean()) ** 2 / within - n_columns * (1 / sizes).sum()
    return float(np.sqrt(max(squared, 0.0)))


def _join_worst(labels: IntArray, excess: Excess, progress: Progress) -> IntArray | None:
    """Join the pair of groups with the largest excess; ``None`` if none has any."""
    worst, pair = 0.0, None
    for second in range(int(labels.max()) + 1):
        for first in range(second):
            progress.checkpoint()
            if (own := excess(labels, first, second)) > worst:
                worst, pair = own, (first, second)
    return None if pair is None else _renumbered(np.where(labels == pair[1], pair[0], labels))


def _renumbered(labels: IntArray) -> IntArray:
    return np.unique(labels, return_inverse=True)[1].astype(np.int64)


def _pieces_and_groups(points: FloatArray, clouds: Clouds) -> tuple[IntArray, IntArray]:
    """Give the cloud of each customer, and the group that clouds without a valley between make.

    Clouds and groups of a few customers are shared out among the others.
    """
    logs = clouds.logs(clouds.squared_distances(points))
    group = _on_one_ridge(clouds)
    belongs = np.exp(logs - logs.max(axis=1, keepdims=True))
    by_group = np.stack([belongs[:, group == g].sum(axis=1) for g in np.unique(group)], axis=1)
    return _without_few(belongs), _without_few(by_group)


def _without_few(belongs: FloatArray) -> IntArray:
    """Give each customer's strongest of ``belongs`` (n, k), the smallest left out while too small."""
    while True:
        labels = belongs.argmax(axis=1)
        sizes = np.bincount(labels, minlength=belongs.shape[1])
        if belongs.shape[1] == 1 or sizes.min() >= FEWEST_IN_SEGMENT:
            return labels.astype(np.int64)
        belongs = np.delete(belongs, sizes.argmin(), axis=1)


def _on_one_ridge(clouds: Clouds) -> IntArray:
    """Give each cloud's group (k,): clouds are together when the density hardly falls between them."""
    group = np.arange(clouds.k)
    steps = np.linspace(0.0, 1.0, N_PLACES)[:, None]
    for first in range(clouds.k):
        for second in range(first):
            line = clouds.centres[first] * (1 - steps) + clouds.centres[second] * steps
            density = clouds.density(line)
            lowest = int(density.argmin())
            peaks = density[: lowest + 1].max(), density[lowest:].max()
            if density[lowest] >= HIGHEST_ON_RIDGE * min(peaks):
                group[group == group[first]] = group[second]
    return _renumbered(group)
