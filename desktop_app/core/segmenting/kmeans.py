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
from desktop_app.core.segmenting.lloyd import SearchPoints, run
from desktop_app.core.segmenting.results import FloatArray
from desktop_app.core.segmenting.searching import BRISK, THOROUGH, USUAL_K, Effort, Search
from desktop_app.core.segmenting.settling import Settled, assign, settle
from desktop_app.core.segmenting.summary import weighted_summary

SHORT_LIST = 3_000  # up to here a thorough search costs next to nothing
LONG_LIST = 20_000  # above it the search sees a summary, and the end is a few steps
SUMMARY_SIZE = 16_000
POLISHING_STEPS = 10


def best_centres(
    points: FloatArray,
    weights: FloatArray,
    max_k: int,
    seed: int = 0,
    *,
    effort: Effort | None = None,
    progress: Progress = NO_PROGRESS,
) -> tuple[Settled, ...]:
    """Give the tightest segments found for k = 1 .. ``max_k``; the inertia never rises with k.

    ``points`` (n, d) are distinct, in canonical order of rows and columns, and at least ``max_k``.
    Up to ``LONG_LIST`` points the segments are settled, above it nearly so.

    >>> points = np.array([[0.0], [1.0], [9.0]])
    >>> [round(s.inertia, 2) for s in best_centres(points, np.ones(3), 3)]
    [48.67, 0.5, 0.0]
    """
    if effort is None:
        effort = THOROUGH if len(points) <= SHORT_LIST else BRISK
    columns = np.ascontiguousarray(points.T)
    found: list[Settled] = []
    with threadpool_limits(1):
        sets = _candidates(points, weights, max(max_k, USUAL_K), seed, effort, progress)
        for centres in islice(sets, max_k):
            progress.report(0.7 + 0.3 * len(found) / max_k, "segments")
            end = assign if len(points) > LONG_LIST else settle
            ended = end(columns, weights, centres, progress=progress)
            if found and ended.inertia > found[-1].inertia:
                more = _with_farthest(columns, weights, found[-1])
                ended = end(columns, weights, more, progress=progress)
            found.append(ended)
    return tuple(found)


def _candidates(
    points: FloatArray,
    weights: FloatArray,
    max_k: int,
    seed: int,
    effort: Effort,
    progress: Progress,
) -> Iterator[FloatArray]:
    """Give centres for k = 1, 2, ... in the units of ``points``."""
    middle = weights @ points / weights.sum()
    scaled = points - middle
    size = np.abs(scaled).max() or 1.0
    scaled /= size
    searched = data = SearchPoints.of(scaled, weights)
    is_long = len(points) > LONG_LIST
    if is_long:
        rng = np.random.default_rng(seed)
        searched = SearchPoints.of(*weighted_summary(scaled, weights, SUMMARY_SIZE, rng))
    max_k = min(max_k, len(searched.rows))
    part = PartOfProgress(progress, 0.0, 0.7)
    for centres in Search(searched, max_k, seed, effort, part).find():
        if is_long:
            centres = run(data, centres[None], POLISHING_STEPS, progress=progress)[0][0]
        yield centres.astype(np.float64) * size + middle


def _with_farthest(columns: FloatArray, weights: FloatArray, settled: Settled) -> FloatArray:
    differences = columns - settled.centres[settled.labels].T
    costs = weights * np.square(differences).sum(axis=0)
    return np.vstack([settled.centres, columns[:, np.argmax(costs)]])
