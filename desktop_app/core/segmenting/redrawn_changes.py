"""Customers drawn anew where the user rearranged the segments: the changes are made each time.

The segments of a re-draw are matched with those that were found, then merged, set aside, and split
by their own customers; only then are they compared with what the user made.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, PartOfProgress, Progress
from desktop_app.core.segmenting.agreement import in_both, jaccards, matched, mean_rand
from desktop_app.core.segmenting.assigning import nearest, weighted_means
from desktop_app.core.segmenting.choices import Change
from desktop_app.core.segmenting.rearranging import follow, places_of
from desktop_app.core.segmenting.redrawing import (
    MOST_COMPARED,
    Redrawing,
    Segmented,
    draw_customers,
    redraw,
    segment_anew,
)
from desktop_app.core.segmenting.results import FloatArray, IntArray, Rearranged, Step
from desktop_app.core.segmenting.silhouette import even_sample
from desktop_app.core.segmenting.threads import several_threads

BLOCK = 16_384  # points that one thread takes at a time


@dataclass(frozen=True, slots=True, eq=False)
class Changed:
    """Segments that were ``found``, and the ``steps`` to the K that the user made of them.

    ``places``: by piece its place among the K, those set aside last; ``n_kept`` are not set aside.
    ``labels`` (u,): the place of each point. ``centres`` (K, d), columns in canonical order.
    """

    found: Segmented
    steps: tuple[Step, ...]
    places: IntArray
    n_kept: int
    labels: IntArray
    centres: FloatArray

    @classmethod
    def of(cls, found: Segmented, rearranged: Rearranged, pieces: Sequence[int]) -> Self:
        """Give what became of ``found``; ``pieces`` are those of the segments that are left."""
        places = places_of(pieces, rearranged.aside, is_aside_counted=True)
        columns = np.ascontiguousarray(found.at(slice(None)).T)
        labels = places[follow(rearranged.steps, columns, found.labels)]
        k = len(pieces) + len(rearranged.aside)
        centres, _ = weighted_means(columns, found.weights, labels, k)
        return cls(found, rearranged.steps, places, len(pieces), labels, centres)

    @property
    def k(self) -> int:
        """How many segments there are, with those set aside."""
        return len(self.centres)


@dataclass(frozen=True, slots=True, eq=False)
class _Sorter:
    """How one re-draw sorts customers: by its own ``centres`` (k, d), then by its own steps."""

    centres: FloatArray
    steps: tuple[Step, ...]

    def pieces(self, columns: FloatArray) -> IntArray:
        """Give the piece (n,) of each point of ``columns`` (d, n)."""
        labels, _ = nearest(columns, self.centres)
        return follow(self.steps, columns, labels)


def redraw_changed(
    changed: Changed, redrawing: Redrawing, *, progress: Progress = NO_PROGRESS
) -> tuple[FloatArray, float, FloatArray, IntArray]:
    """Give what ``redraw``, ``rand_of`` and ``landings`` give, for the K segments.

    ``elsewhere`` only names a segment that was not set aside; ``sure`` is NaN for those who were.
    """
    part = PartOfProgress(progress, 0.0, 0.5)
    redrawn = redraw(changed.found, redrawing, progress=part)
    ends = np.cumsum(changed.found.weights)

    def take(turn: int) -> tuple[_Sorter, FloatArray]:
        progress.checkpoint()
        # The same customers as in the re-draw that gave these centres.
        drawn, counts = draw_customers(ends, np.random.default_rng((redrawing.seed, turn)))
        seed = (redrawing.seed, turn, len(changed.steps))
        rng = np.random.default_rng(seed)
        sorter = _sorter(changed, redrawn.centres[turn], drawn, counts, rng, progress)
        columns = np.ascontiguousarray(changed.found.at(drawn).T)
        own = changed.places[sorter.pieces(columns)]
        both = in_both(changed.labels[drawn], own, changed.k, counts)
        return sorter, jaccards(both).max(axis=1)

    taken = []
    with several_threads() as spread:
        for number, outcome in enumerate(spread(take, range(redrawing.n_redraws)), start=1):
            taken.append(outcome)
            progress.report(0.5 + 0.4 * number / redrawing.n_redraws, "trusting")
    sorters = [sorter for sorter, _ in taken]
    rand = _rand(changed, sorters, progress)
    return np.stack([own for _, own in taken]), rand, *_landings(changed, sorters, progress)


def _sorter(
    changed: Changed,
    centres: FloatArray,
    drawn: IntArray,
    counts: FloatArray,
    rng: np.random.Generator,
    progress: Progress,
) -> _Sorter:
    """Give the re-draw's own steps: what was split is split again, by the customers drawn."""
    points = changed.found.at(drawn)
    columns = np.ascontiguousarray(points.T)
    own, _ = nearest(columns, centres)
    theirs = changed.found.labels[drawn]
    steps = []
    for step in changed.steps:
        members = np.flatnonzero(own == step.pieces[0])
        after = follow([step], columns, theirs)
        if step.change is Change.SPLIT and len(members) > 1:
            settled = segment_anew(points[members], counts[members], 2, rng, progress)
            is_known = theirs[members] == step.pieces[0]
            known = members[is_known]
            is_new = (after[known] == step.pieces[1]).astype(np.int64)
            both = in_both(is_new, settled.labels[is_known], 2, counts[known])
            step = replace(step, centres=settled.centres[matched(both)])
        steps.append(step)
        own, theirs = follow([step], columns, own), after
    return _Sorter(centres, tuple(steps))


def _rand(changed: Changed, sorters: Sequence[_Sorter], progress: Progress) -> float:
    n_compared = min(MOST_COMPARED, round(float(changed.found.weights.sum())))
    drawn, counts = even_sample(changed.found.weights, n_compared)
    columns = np.ascontiguousarray(changed.found.at(drawn).T)
    n_equal = counts.astype(np.int64)
    labellings = []
    for sorter in sorters:
        progress.checkpoint()
        labellings.append(np.repeat(changed.places[sorter.pieces(columns)], n_equal))
    return mean_rand(np.stack(labellings), changed.k, progress=progress)


def _landings(
    changed: Changed, sorters: Sequence[_Sorter], progress: Progress
) -> tuple[FloatArray, IntArray]:
    labels, n_kept = changed.labels, changed.n_kept
    sure, elsewhere = np.empty(len(labels)), np.empty(len(labels), dtype=np.int64)

    def land(start: int) -> None:
        progress.checkpoint()
        rows = slice(start, start + BLOCK)
        columns = np.ascontiguousarray(changed.found.at(rows).T)
        own = labels[rows]
        every = np.arange(len(own))
        counts = np.zeros((changed.k, len(own)), dtype=np.int64)
        for sorter in sorters:
            counts[changed.places[sorter.pieces(columns)], every] += 1
        sure[rows] = np.where(own < n_kept, counts[own, every] / len(sorters), np.nan)
        counts[own, every] = 0
        others = counts[:n_kept]
        is_told = others.any(axis=0) & (own < n_kept)
        elsewhere[rows] = np.where(is_told, others.argmax(axis=0), -1)

    with several_threads() as spread:
        for _ in spread(land, range(0, len(labels), BLOCK)):
            pass
    return sure, elsewhere
