"""K-means that does not depend on luck: the best centres found for every k.

A search over many starts at once, on the points or on a weighted summary of a long list, is
followed by an exact end on all points. Where equal points are merged and in canonical order,
neither the order of the file's rows nor the number of threads changes a thing.
"""

from collections.abc import Iterator
from itertools import islice

import numpy as np
from threadpoolctl import threadpool_limits

from desktop_app.core.progress import NO_PROGRESS, PartOfProgress, Progress
from desktop_app.core.segmenting.lloyd import SearchPoints, SingleArray, run
from desktop_app.core.segmenting.results import FloatArray
from desktop_app.core.segmenting.searching import BRISK, REVIEW, THOROUGH, USUAL_K, Search
from desktop_app.core.segmenting.settling import Settled, assign, settle
from desktop_app.core.segmenting.starts import plus_plus
from desktop_app.core.segmenting.summary import weighted_summary

SHORT_LIST = 1_000  # up to here a thorough search costs next to nothing
SEARCHED = 4_000  # the search sees at most so many points; shorter lists end at a fixed point
REVIEWED = 16_000  # a long list's search goes on with so many
N_SETTLED = 4  # of the finalists; exchanges of single points may change their order
COMPARING_STEPS, N_FINISHED = 2, 2
POLISHING_STEPS = 8
FEW_STARTS_STEPS = 40


def best_centres(
    points: FloatArray,
    weights: FloatArray,
    max_k: int,
    seed: int = 0,
    *,
    progress: Progress = NO_PROGRESS,
) -> tuple[Settled, ...]:
    """Give the tightest segments found for k = 1 .. ``max_k``; the inertia never rises with k.

    ``points`` (n, d) are distinct, in canonical order of rows and columns, and at least ``max_k``.
    Up to ``SEARCHED`` points the segments are settled, above it nearly so.

    >>> points = np.array([[0.0], [1.0], [9.0]])
    >>> [round(s.inertia, 2) for s in best_centres(points, np.ones(3), 3)]
    [48.67, 0.5, 0.0]
    """
    columns = np.ascontiguousarray(points.T)
    end = assign if len(points) > SEARCHED else settle
    found: list[Settled] = []
    with threadpool_limits(1):
        for sets in islice(_candidates(points, weights, max_k, seed, progress), max_k):
            progress.report(0.7 + 0.3 * len(found) / max_k, "scanning")
            ends = [end(columns, weights, centres, progress=progress) for centres in sets]
            best = min(ends, key=lambda s: s.inertia)
            if found and best.inertia > found[-1].inertia:
                more = _with_farthest(columns, weights, found[-1])
                best = end(columns, weights, more, progress=progress)
            found.append(best)
    return tuple(found)


def few_starts(
    points: FloatArray,
    weights: FloatArray,
    k: int,
    n_starts: int,
    seed: int = 0,
    *,
    progress: Progress = NO_PROGRESS,
) -> Settled:
    """Give the tightest of ``n_starts`` plain runs: for the many lists that only serve to compare.

    >>> few_starts(np.array([[0.0], [1.0], [9.0]]), np.ones(3), k=2, n_starts=4).labels.tolist()
    [0, 0, 1]
    """
    with threadpool_limits(1):
        scaled, middle, size = _on_one_scale(points, weights)
        data, rng = SearchPoints.of(scaled, weights), np.random.default_rng(seed)
        seeds = plus_plus(data, n_starts, k, rng, progress=progress)
        best = run(data, seeds, FEW_STARTS_STEPS, progress=progress)[0][0]
        centres = best.astype(np.float64) * size + middle
        return assign(np.ascontiguousarray(points.T), weights, centres, progress=progress)


def _on_one_scale(points: FloatArray, weights: FloatArray) -> tuple[FloatArray, FloatArray, float]:
    """Give ``points`` around 0 and within 1, for float32, and what was taken off and divided by."""
    middle = weights @ points / weights.sum()
    scaled = points - middle
    size = float(np.abs(scaled).max()) or 1.0
    return scaled / size, middle, size


def _candidates(
    points: FloatArray,
    weights: FloatArray,
    max_k: int,
    seed: int,
    progress: Progress,
) -> Iterator[FloatArray]:
    """Give a few sets of centres (r, k, d) for k = 1, 2, ... in the units of ``points``."""
    scaled, middle, size = _on_one_scale(points, weights)
    progress.checkpoint()
    data, summaries = SearchPoints.of(scaled, weights), _summaries(scaled, weights, seed)
    progress.checkpoint()
    searched = summaries[0] if summaries else data
    effort = THOROUGH if len(points) <= SHORT_LIST else BRISK
    part = PartOfProgress(progress, 0.0, 0.7)
    n_searched = min(max(max_k, USUAL_K), len(searched.rows))
    sets_by_k: list[SingleArray] = []
    for level in summaries or [data]:
        found = Search(level, n_searched, seed, effort, given=sets_by_k, progress=part)
        sets_by_k, effort = found.find(), REVIEW
    for sets in sets_by_k:
        if summaries:
            sets = run(data, sets, COMPARING_STEPS, progress=progress)[0][:N_FINISHED]
            sets = run(data, sets, POLISHING_STEPS, progress=progress)[0][:1]
        yield sets[:N_SETTLED].astype(np.float64) * size + middle


def _summaries(points: FloatArray, weights: FloatArray, seed: int) -> list[SearchPoints]:
    """Give the smaller and the larger summary that a list of this length needs."""
    rng = np.random.default_rng(seed)
    sizes = [size for size in (SEARCHED, REVIEWED) if size < len(points)]
    return [SearchPoints.of(*weighted_summary(points, weights, size, rng)) for size in sizes]


def _with_farthest(columns: FloatArray, weights: FloatArray, settled: Settled) -> FloatArray:
    differences = columns - settled.centres[settled.labels].T
    costs = weights * np.square(differences).sum(axis=0)
    return np.vstack([settled.centres, columns[:, np.argmax(costs)]])
