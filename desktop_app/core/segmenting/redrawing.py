"""Segments of customers drawn anew: the bootstrap behind "comes back".

A re-draw takes as many customers as there are, with replacement, each counting once however often
it was drawn, as fpc::clusterboot does (Hennig 2007); of a long list it takes fewer. They are
segmented from scratch: begun at the segments found before, they would come back too often (a mean
Jaccard of 0.83 instead of 0.63 where ten segments cut five clouds).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.agreement import in_both, jaccards, matched, mean_rand
from desktop_app.core.segmenting.assigning import nearest
from desktop_app.core.segmenting.lloyd import CELLS_AT_ONCE, Frame, SearchPoints, run, scoring
from desktop_app.core.segmenting.results import FloatArray, IntArray
from desktop_app.core.segmenting.settling import Settled, assign
from desktop_app.core.segmenting.silhouette import even_sample
from desktop_app.core.segmenting.starts import plus_plus
from desktop_app.core.segmenting.threads import several_threads

MOST_DRAWN = 2_500  # customers; as many different ones as a list of 4,000 gives
MOST_COMPARED = 2_000  # customers to whom every two re-draws are applied
FEW_CUSTOMERS, OF_FEW, OF_MANY = 500, 400, 100  # re-draws; those of a short list cost little
N_STARTS = 24
HEATS = ((5, 5), (40, 1))  # steps, and how many runs go on
SHORTEST_BLOCK = 256  # customers


@dataclass(frozen=True, slots=True)
class Redrawing:
    """How many re-draws are taken, at least 2, and the seed of their randomness."""

    n_redraws: int
    seed: int = 0


def usual_redraws(n_customers: int) -> int:
    """Give how many re-draws tell a mean Jaccard to about 0.02.

    >>> usual_redraws(200), usual_redraws(1_000_000)
    (400, 100)
    """
    return OF_FEW if n_customers <= FEW_CUSTOMERS else OF_MANY


@dataclass(frozen=True, slots=True, eq=False)
class Segmented:
    """Customers in segments: distinct ``points`` (u, d), their ``weights`` and ``labels`` (u,).

    The points are in canonical order; ``columns`` (d,) puts theirs into it. ``centres`` (k, d) has
    them in that order already.
    """

    points: FloatArray
    columns: Sequence[int]
    weights: FloatArray
    labels: IntArray
    centres: FloatArray

    def at(self, rows: IntArray | slice) -> FloatArray:
        """Give the points at ``rows``, their columns in canonical order; a long list is not copied."""
        return self.points[rows][:, self.columns]

    @property
    def k(self) -> int:
        """How many segments there are."""
        return len(self.centres)


@dataclass(frozen=True, slots=True, eq=False)
class Redrawn:
    """What r re-draws found.

    ``jaccards``: (r, k) of each segment with its best match, over the re-drawn customers;
    ``centres``: (r, k, d), in the order of the segments that they match.
    """

    jaccards: FloatArray
    centres: FloatArray


def redraw(found: Segmented, redrawing: Redrawing, *, progress: Progress = NO_PROGRESS) -> Redrawn:
    """Draw the customers anew many times, and segment every re-draw.

    >>> points = np.array([[0.0], [1.0], [8.0], [9.0]])
    >>> labels, centres = np.array([0, 0, 1, 1]), np.array([[0.5], [8.5]])
    >>> two = Segmented(points, [0], np.full(4, 9.0), labels, centres)
    >>> redraw(two, Redrawing(3)).jaccards.tolist()
    [[1.0, 1.0], [1.0, 1.0], [1.0, 1.0]]
    """
    ends = np.cumsum(found.weights)

    def take(turn: int) -> tuple[FloatArray, FloatArray]:
        progress.checkpoint()
        rng = np.random.default_rng((redrawing.seed, turn))
        drawn, counts = draw_customers(ends, rng)
        own = segment_anew(found.at(drawn), counts, found.k, rng, progress)
        both = in_both(found.labels[drawn], own.labels, found.k, counts)
        return jaccards(both).max(axis=1), own.centres[matched(both)]

    taken = []
    with several_threads() as spread:
        for number, outcome in enumerate(spread(take, range(redrawing.n_redraws)), start=1):
            taken.append(outcome)
            progress.report(number / redrawing.n_redraws, "trusting")
    return Redrawn(np.stack([own for own, _ in taken]), np.stack([sets for _, sets in taken]))


def draw_customers(ends: FloatArray, rng: np.random.Generator) -> tuple[IntArray, FloatArray]:
    """Draw customers; give their points, ascending, and how many of each point there are.

    ``ends`` (u,): the running total of the points' weights.
    """
    n_customers = round(float(ends[-1]))
    customers = np.unique(rng.integers(n_customers, size=min(n_customers, MOST_DRAWN)))
    drawn, counts = np.unique(np.searchsorted(ends, customers, side="right"), return_counts=True)
    return drawn.astype(np.int64), counts.astype(np.float64)


def segment_anew(
    points: FloatArray,
    weights: FloatArray,
    k: int,
    rng: np.random.Generator,
    progress: Progress,
) -> Settled:
    """Give the tightest of a few runs from new starts, of at least ``k`` distinct points (u, d)."""
    frame = Frame.around(points, weights)
    data = SearchPoints.of(points, weights, frame)
    sets = plus_plus(data, N_STARTS, k, rng, progress=progress)
    for n_steps, n_left in HEATS:
        [ends] = run(data, [sets], n_steps, progress=progress)
        sets = ends.best(n_left).sets
    columns = np.ascontiguousarray(points.T)
    return assign(columns, weights, frame.outward(sets[0]), progress=progress)


def rand_of(found: Segmented, redrawn: Redrawn, *, progress: Progress = NO_PROGRESS) -> float:
    """Give the mean adjusted Rand index between the re-draws, each applied to all customers.

    Of a long list, to an even sample of ``MOST_COMPARED``.
    """
    n_compared = min(MOST_COMPARED, round(float(found.weights.sum())))
    drawn, counts = even_sample(found.weights, n_compared)
    columns = np.ascontiguousarray(found.at(drawn).T)
    labellings = []
    for centres in redrawn.centres:
        progress.checkpoint()
        labellings.append(np.repeat(nearest(columns, centres)[0], counts.astype(np.int64)))
    return mean_rand(np.stack(labellings), found.k, progress=progress)


def landings(
    found: Segmented, redrawn: Redrawn, *, progress: Progress = NO_PROGRESS
) -> tuple[FloatArray, IntArray]:
    """Give ``sure`` and ``elsewhere`` of ``Trust`` for each point (u,)."""
    r, k, d = redrawn.centres.shape
    middle = redrawn.centres.mean(axis=(0, 1))
    frame = Frame(middle, float(np.abs(redrawn.centres - middle).max()) or 1.0)
    towards = scoring(frame.inward(redrawn.centres.reshape(-1, d)).astype(np.float32))
    sure, elsewhere = np.empty(len(found.labels)), np.empty(len(found.labels), dtype=np.int64)
    size = max(SHORTEST_BLOCK, CELLS_AT_ONCE // len(towards))

    def land(start: int) -> None:
        progress.checkpoint()
        rows = slice(start, start + size)
        places, own = frame.inward(found.at(rows)), found.labels[rows]
        columns = np.ones((d + 1, len(places)), dtype=np.float32)
        columns[:-1] = places.T
        costs = (towards @ columns).reshape(r, k, -1)
        counts = (costs == costs.min(axis=1, keepdims=True)).sum(axis=0, dtype=np.int64)
        every = np.arange(len(own))
        sure[rows] = counts[own, every] / counts.sum(axis=0)
        counts[own, every] = 0
        elsewhere[rows] = np.where(counts.any(axis=0), counts.argmax(axis=0), -1)

    with several_threads() as spread:
        for _ in spread(land, range(0, len(sure), size)):
            pass
    return sure, elsewhere
