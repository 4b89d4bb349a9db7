"""K-means that does not depend on luck: the best centres found for every k.

A search over many starts at once, on the points or on a weighted summary of a long list, is
followed by an exact end on all points. Where equal points are merged and in canonical order,
neither the order of the file's rows nor the number of threads changes a thing.
"""

from collections.abc import Sequence

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, PartOfProgress, Progress
from desktop_app.core.segmenting.assigning import nearest
from desktop_app.core.segmenting.exchanging import exchange
from desktop_app.core.segmenting.lloyd import Finalists, Frame, SearchPoints, SingleArray, run
from desktop_app.core.segmenting.measuring import Measured, measure
from desktop_app.core.segmenting.results import FloatArray
from desktop_app.core.segmenting.searching import (
    BRISK,
    EXHAUSTIVE,
    REVIEW,
    SETTLING,
    THOROUGH,
    USUAL_K,
    Effort,
    Heats,
    Search,
    changed_starts,
    gains,
    together,
)
from desktop_app.core.segmenting.settling import Settled, assign, settle
from desktop_app.core.segmenting.starts import plus_plus, shaken
from desktop_app.core.segmenting.summary import weighted_summaries
from desktop_app.core.segmenting.threads import Spread, one_thread_each, threads_for

EFFORTS = ((500, EXHAUSTIVE), (2_000, THOROUGH))  # short lists cost little
SEARCHED = 4_000  # the search sees at most so many points; shorter lists end at a fixed point
REVIEWED = 16_000  # a long list's search goes on with so many
EQUAL = 2e-5  # of the inertia; whose runs are that near to the best may be better when settled
SHAKES = (0.1, 0.3)  # of the points' deviation
PATIENCE = 2  # rounds without a gain
POLISHED = 131_072  # a very long list is polished on so many first
POLISHING: Heats = ((1, 3), (3, 2), (3, 2))
LAST_STEPS: Heats = ((1, 1),)  # on all points of a very long list
ALIKE = 0.05  # of the points' deviation; centres that near to each other are taken for the same
RIVALS = 5e-3  # of the inertia; who is not worse than that may yet be the best
SEARCH_LEVELS = 2
LEAST_SHARE = 1e-6  # of the inertia of one segment; less cannot be had from sums
FEW_STARTS_STEPS = 40


def best_centres(
    points: FloatArray,
    weights: FloatArray,
    max_k: int,
    seed: int = 0,
    *,
    progress: Progress = NO_PROGRESS,
) -> tuple[Measured, ...]:
    """Give the tightest segments found for k = 1 .. ``max_k``; the inertia never rises with k.

    ``points`` (n, d) are distinct, in canonical order of rows and columns, and at least ``max_k``.
    Up to ``SEARCHED`` points the segments are settled, above it nearly so.

    >>> points = np.array([[0.0], [1.0], [9.0]])
    >>> [round(s.inertia, 2) for s in best_centres(points, np.ones(3), 3)]
    [48.67, 0.5, 0.0]
    """
    frame = Frame.around(points, weights)
    progress.checkpoint()
    data = SearchPoints.of(points, weights, frame)
    progress.checkpoint()
    ending = _long_end if len(points) > SEARCHED else _short_end
    with threads_for(len(points)) as spread:
        levels = _levels(data, weights, seed)
        progress.checkpoint()
        part = PartOfProgress(progress, 0.0, 0.7)
        finalists = _search(levels, max_k, seed, part)
        progress.report(0.7, "scanning")
        found = ending(points, weights, levels, frame, finalists, seed, spread, progress)
    return _falling(points, weights, found[:max_k], progress)


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
    with one_thread_each():
        frame = Frame.around(points, weights)
        data, rng = SearchPoints.of(points, weights, frame), np.random.default_rng(seed)
        seeds = plus_plus(data, n_starts, k, rng, progress=progress)
        [best] = run(data, [seeds], FEW_STARTS_STEPS, progress=progress)
        columns = np.ascontiguousarray(points.T)
        return assign(columns, weights, frame.outward(best.sets[0]), progress=progress)


def starts_for(n_points: int) -> int:
    """Give how many starts of k-means++ the search of so many points makes for each k.

    >>> starts_for(200), starts_for(1_000_000)
    (48, 16)
    """
    return _effort(n_points).n_seeded


def _effort(n_points: int) -> Effort:
    return next((effort for most, effort in EFFORTS if n_points <= most), BRISK)


def _levels(data: SearchPoints, weights: FloatArray, seed: int) -> list[SearchPoints]:
    """Give the summaries of ``data`` that a list of this length needs, and ``data`` itself."""
    sizes = [size for size in (SEARCHED, REVIEWED, POLISHED // 2) if size < data.n_points // 2]
    if len(sizes) > SEARCH_LEVELS:
        sizes[-1] *= 2
    rng = np.random.default_rng(seed)
    return [*weighted_summaries(data, weights, sizes, rng), data]


def _search(
    levels: Sequence[SearchPoints], max_k: int, seed: int, progress: Progress
) -> list[SingleArray]:
    """Give a few sets of centres (r, k, d) for k = 1, 2, ..., tightest first."""
    effort = _effort(levels[-1].n_points)
    n_searched = min(max(max_k, USUAL_K), levels[0].n_points)
    searched = levels[:SEARCH_LEVELS]
    sets_by_k: list[SingleArray] = []
    for number, level in enumerate(searched):
        part = PartOfProgress(progress, number / len(searched), (number + 1) / len(searched))
        search = Search(level, n_searched, seed, effort, given=sets_by_k, progress=part)
        sets_by_k, effort = search.find(), REVIEW
    return sets_by_k


def _short_end(
    points: FloatArray,
    weights: FloatArray,
    levels: Sequence[SearchPoints],
    frame: Frame,
    finalists: Sequence[SingleArray],
    seed: int,
    spread: Spread,
    progress: Progress,
) -> list[Measured]:
    """Exchange points, then in what changes and shakes lead to; settle the best of each k."""
    data = levels[-1]
    best = exchange(data, finalists, progress=progress)
    n_idle = 0
    for turn in range(SETTLING.n_rounds):
        starts = _new_starts(data, [found.sets[0] for found in best], (seed, 100 + turn), progress)
        ends = exchange(data, starts, progress=progress)
        both = [
            together([own, end]).best(SETTLING.n_finalists)
            for own, end in zip(best[1:], ends, strict=True)
        ]
        n_idle = 0 if any(map(gains, best[1:], both)) else n_idle + 1
        best[1:] = both
        if n_idle == PATIENCE:
            break
    columns = np.ascontiguousarray(points.T)

    def end(found: Finalists) -> Measured:
        rivals = found.apart(SETTLING.same * data.deviation).within(EQUAL).sets[:2]
        ends = [
            settle(columns, weights, frame.outward(centres), progress=progress)
            for centres in rivals
        ]
        return _sized(min(ends, key=lambda settled: settled.inertia), weights)

    return list(spread(end, best))


def _new_starts(
    data: SearchPoints, sets: Sequence[SingleArray], seed: tuple[int, ...], progress: Progress
) -> list[SingleArray]:
    """Give for k = 2, 3, ... the best changes of good ``sets``, and the sets themselves shaken.

    A shaken set leads to its like with a few points elsewhere, which no single exchange reaches.
    """
    starts = changed_starts(data, sets, SETTLING, seed)
    for n_steps, n_left in SETTLING.later_heats:
        ends = run(data, starts, n_steps, progress=progress)
        starts = [found.best(n_left).sets for found in ends]
    rngs = [np.random.default_rng((*seed, len(own), 1)) for own in sets[1:]]
    moved = [shaken(data, own, SHAKES, rng) for own, rng in zip(sets[1:], rngs, strict=True)]
    return [np.concatenate(both) for both in zip(starts, moved, strict=True)]


def _long_end(
    points: FloatArray,
    weights: FloatArray,
    levels: Sequence[SearchPoints],
    frame: Frame,
    finalists: Sequence[SingleArray],
    seed: int,
    spread: Spread,
    progress: Progress,
) -> list[Measured]:
    """Polish the finalists on more and more customers, and measure the best on all."""
    batches, heats = list(finalists), POLISHING
    for level in levels[SEARCH_LEVELS:]:
        same = ALIKE * level.deviation
        for n_steps, n_left in heats:
            ends = run(level, batches, n_steps, spread=spread, progress=progress)
            batches = [found.apart(same).within(RIVALS).best(n_left).sets for found in ends]
        heats = LAST_STEPS
    sets = [frame.outward(batch[0]) for batch in batches]
    data = levels[-1]
    return list(measure(points, weights, data, frame, sets, spread=spread, progress=progress))


def _falling(
    points: FloatArray, weights: FloatArray, found: Sequence[Measured], progress: Progress
) -> tuple[Measured, ...]:
    """Give ``found`` so that the inertia never rises and no segment is empty."""
    falling: list[Measured] = []
    for own in found:
        if not own.sizes.all() or own.inertia < LEAST_SHARE * found[0].inertia:
            own = _assigned(points, weights, own.centres, progress)
        if falling and own.inertia > falling[-1].inertia:
            more = _with_farthest(points, weights, falling[-1])
            own = _assigned(points, weights, more, progress)
        falling.append(own)
    return tuple(falling)


def _assigned(
    points: FloatArray, weights: FloatArray, centres: FloatArray, progress: Progress
) -> Measured:
    columns = np.ascontiguousarray(points.T)
    return _sized(assign(columns, weights, centres, progress=progress), weights)


def _sized(settled: Settled, weights: FloatArray) -> Measured:
    sizes = np.bincount(settled.labels, weights, minlength=len(settled.centres))
    return Measured(settled.centres, sizes.astype(np.float64), settled.inertia)


def _with_farthest(points: FloatArray, weights: FloatArray, found: Measured) -> FloatArray:
    _, distances = nearest(np.ascontiguousarray(points.T), found.centres)
    return np.vstack([found.centres, points[np.argmax(weights * distances)]])
