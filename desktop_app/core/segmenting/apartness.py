"""How clearly each segment stands apart: the valley to the neighbour it is least apart from."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import FloatArray, IntArray, Prepared
from desktop_app.core.segmenting.spreading import spread_sample
from desktop_app.core.segmenting.trusted import StandsApart
from desktop_app.core.segmenting.valleys import FEWEST_IN_SEGMENT, along_their_line, valley

MOST_SEEN = 2_000  # customers
FAIRLY = 0.65  # of the lower peak: two round clouds 3 standard deviations from each other
CLEARLY = 0.35  # the same at 3.7 standard deviations
CHANCE = 0.2  # how much lower the valley must be where few customers show it
SAME_DEPTH = 0.01  # valleys as deep as each other; the nearer segment is the neighbour


@dataclass(frozen=True, slots=True)
class Apartness:
    """``valley`` and ``neighbour`` as in ``SegmentTrust``, and what they mean."""

    valley: float
    neighbour: int
    stands_apart: StandsApart


def how_apart(
    prepared: Prepared,
    labels: IntArray,
    centres: FloatArray,
    seed: int,
    *,
    progress: Progress = NO_PROGRESS,
) -> tuple[Apartness, ...]:
    """Give how apart each segment is; ``labels`` (u,) of the prepared points, ``centres`` (k, d).

    Only columns of numbers are looked at. A segment of a few customers has no density, and no
    valley is seen.
    """
    k = len(centres)
    if k == 1:
        return (Apartness(1.0, -1, StandsApart.HARDLY),)
    customers = spread_sample(prepared, MOST_SEEN, np.random.default_rng(seed))
    points, own = customers.points[:, customers.is_number], labels[customers.place]
    segments = [points[own == label] for label in range(k)]
    depths = np.full((k, k), -1.0)
    excess = np.full((k, k), -np.inf)
    for first, second in combinations(range(k), 2):
        progress.checkpoint()
        depth = _depth(segments[first], segments[second])
        chance = _chance(segments[first], segments[second])
        depths[first, second] = depths[second, first] = depth
        excess[first, second] = excess[second, first] = depth + chance
    distances = np.square(centres[:, None] - centres).sum(axis=2)
    return tuple(_apartness(depths[i], excess[i], distances[i]) for i in range(k))


def _apartness(depths: FloatArray, excess: FloatArray, distances: FloatArray) -> Apartness:
    as_shallow = np.flatnonzero(excess >= excess.max() - SAME_DEPTH)
    neighbour = int(as_shallow[np.argmin(distances[as_shallow])])
    return Apartness(float(depths[neighbour]), neighbour, _level(float(excess[neighbour])))


def _level(excess: float) -> StandsApart:
    if excess <= CLEARLY:
        return StandsApart.CLEARLY
    return StandsApart.FAIRLY if excess <= FAIRLY else StandsApart.HARDLY


def _depth(first: FloatArray, second: FloatArray) -> float:
    if not first.shape[1] or min(len(first), len(second)) < FEWEST_IN_SEGMENT:
        return 1.0
    return valley(*along_their_line(first, second), has_own_widths=True)


def _chance(first: FloatArray, second: FloatArray) -> float:
    n_smaller = max(1, min(len(first), len(second)))
    return float(CHANCE * np.sqrt(first.shape[1] / n_smaller))
