"""Segments as the user rearranges them: merged, split, set aside.

What was found stays beside what was made of it, so that the way from one to the other can be gone
again: by customers drawn anew, and by those of a newer file.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.assigning import (
    CELLS_AT_ONCE,
    nearest,
    squared_distances,
    weighted_means,
)
from desktop_app.core.segmenting.choices import Change, Rearrangement
from desktop_app.core.segmenting.fitting import typical_rows
from desktop_app.core.segmenting.kmeans import best_centres
from desktop_app.core.segmenting.results import (
    FloatArray,
    IntArray,
    Prepared,
    Rearranged,
    Segmentation,
    SetAside,
    Step,
    per_customer,
    per_point,
)
from desktop_app.core.segmenting.settling import settle
from desktop_app.core.segmenting.threads import several_threads
from desktop_app.core.segmenting.units import canonical_columns, to_units


def rearrange(
    prepared: Prepared,
    found: Segmentation,
    changes: Sequence[Rearrangement],
    seed: int = 0,
    *,
    progress: Progress = NO_PROGRESS,
) -> Segmentation:
    """Give the segments that were ``found`` in ``prepared`` after ``changes``, in their order.

    Of merged segments the earliest piece stays. Of a split one the larger part keeps the piece and
    the other gets the next one that was never used; the parts are found by the same k-means. The
    customers of a segment that is set aside have no segment any more. What cannot be done is
    skipped, and said to be.

    Examples
    --------
    >>> from desktop_app.core.segmenting.choices import Scale, ScanChoice
    >>> from desktop_app.core.segmenting.fitting import segment_customers
    >>> from desktop_app.core.segmenting.results import FeaturePreparation
    >>> from desktop_app.core.segmenting.scan import scan_k
    >>> points, all_rows = np.array([[0.0], [1.0], [8.0], [20.0]]), np.arange(4)
    >>> age = FeaturePreparation("age", Scale.NONE, False, 0.0, 1.0)
    >>> prepared = Prepared(points, np.ones(4), all_rows, all_rows, 4, (age,))
    >>> found = segment_customers(prepared, scan_k(prepared, ScanChoice(max_k=3)), 3)
    >>> merged = rearrange(prepared, found, [Rearrangement(Change.MERGE, (0, 1))])
    >>> found.labels.tolist(), merged.labels.tolist(), merged.letters
    ([0, 0, 1, 2], [0, 0, 0, 1], ('A', 'C'))
    """
    if not changes:
        return found
    progress.report(0.0, "segmenting")
    table = _Table.of(prepared, found)
    skipped = []
    for change in changes:
        progress.checkpoint()
        step = _step(table, change, prepared.weights, seed, progress)
        if step is None:
            skipped.append(change)
        else:
            table = table.after(step)
    aside = tuple(set_aside(prepared, table.pieces, piece) for piece in table.aside)
    rearranged = Rearranged(found, table.steps, aside, tuple(skipped))
    if not table.steps:
        return replace(found, rearranged=rearranged)
    return _segmentation(prepared, table, rearranged, progress)


def follow(steps: Iterable[Step], columns: FloatArray, pieces: IntArray) -> IntArray:
    """Give the pieces (n,) of points after ``steps``; who is set aside keeps theirs.

    ``columns`` (d, n): the points transposed, features in canonical order. ``pieces``: those of the
    segments found.

    >>> split = Step(Change.SPLIT, (0, 2), np.array([[1.0], [5.0]]))
    >>> follow([split], np.array([[0.0, 6.0, 6.0]]), np.array([0, 0, 1])).tolist()
    [0, 2, 1]
    """
    pieces = pieces.copy()
    for step in steps:
        if step.change is Change.MERGE:
            pieces[np.isin(pieces, step.pieces[1:])] = step.pieces[0]
        elif step.change is Change.SPLIT:
            assert step.centres is not None
            members = np.flatnonzero(pieces == step.pieces[0])
            parts, _ = nearest(columns[:, members], step.centres)
            pieces[members] = np.array(step.pieces)[parts]
    return pieces


def sorted_points(
    segmentation: Segmentation, columns: FloatArray, *, progress: Progress = NO_PROGRESS
) -> IntArray:
    """Give points (d, n) the segment (n,) that customers there have; -1: it was set aside.

    ``columns`` have the features in canonical order.
    """
    found, order = segmentation.as_found, canonical_columns(segmentation.features)
    labels, _ = nearest(columns, found.centres[:, order], progress=progress)
    if segmentation.rearranged is None:
        return labels
    pieces = follow(segmentation.rearranged.steps, columns, labels)
    return places_of(segmentation.pieces, segmentation.aside)[pieces]


def places_of(
    pieces: Sequence[int], aside: Sequence[SetAside], *, is_aside_counted: bool = False
) -> IntArray:
    """Give the place among the segments by piece; of one set aside -1, or if counted the next.

    >>> places_of((0, 3), [SetAside(1, np.array([7]))]).tolist()
    [0, -1, -1, 1]
    """
    gone = [other.piece for other in aside]
    places = np.full(1 + max([*pieces, *gone]), -1, dtype=np.int64)
    places[list(pieces)] = np.arange(len(pieces))
    if is_aside_counted:
        places[gone] = len(pieces) + np.arange(len(gone))
    return places


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """The points on the way: where they are, what is set aside, and the centres behind each piece."""

    columns: FloatArray
    pieces: IntArray
    leaves: dict[int, FloatArray]
    next_piece: int
    aside: tuple[int, ...] = ()
    steps: tuple[Step, ...] = ()

    @classmethod
    def of(cls, prepared: Prepared, found: Segmentation) -> "_Table":
        order = canonical_columns(prepared.features)
        return cls(
            np.ascontiguousarray(prepared.points[:, order].T),
            per_point(prepared, found.labels),
            {piece: found.centres[[piece]][:, order] for piece in range(found.k)},
            next_piece=found.k,
        )

    @property
    def at_hand(self) -> tuple[int, ...]:
        """The pieces that can be changed."""
        return tuple(piece for piece in sorted(self.leaves) if piece not in self.aside)

    def after(self, step: Step) -> "_Table":
        """Give the points one step further."""
        leaves, aside = dict(self.leaves), self.aside
        if step.change is Change.MERGE:
            kept, *gone = step.pieces
            leaves[kept] = np.concatenate([leaves[kept], *(leaves.pop(piece) for piece in gone)])
        elif step.change is Change.SPLIT:
            assert step.centres is not None
            leaves |= {piece: step.centres[[i]] for i, piece in enumerate(step.pieces)}
        else:
            aside = tuple(sorted((*aside, *step.pieces)))
        return replace(
            self,
            pieces=follow([step], self.columns, self.pieces),
            leaves=leaves,
            next_piece=max(self.next_piece, 1 + max(step.pieces)),
            aside=aside,
            steps=(*self.steps, step),
        )


def _step(
    table: _Table, change: Rearrangement, weights: FloatArray, seed: int, progress: Progress
) -> Step | None:
    """Give the step that makes a change, ``None`` where it cannot be made."""
    pieces = tuple(sorted(set(change.pieces)))
    if not pieces or not set(pieces) <= set(table.at_hand):
        return None
    if change.change is Change.MERGE:
        return Step(Change.MERGE, pieces) if len(pieces) > 1 else None
    if len(pieces) > 1:
        return None
    if change.change is Change.SET_ASIDE:
        return Step(Change.SET_ASIDE, pieces) if len(table.at_hand) > 1 else None
    members = np.flatnonzero(table.pieces == pieces[0])
    if len(members) < 2:
        return None
    centres = _halves(table.columns[:, members], weights[members], seed, progress)
    return Step(Change.SPLIT, (pieces[0], table.next_piece), centres)


def _halves(columns: FloatArray, weights: FloatArray, seed: int, progress: Progress) -> FloatArray:
    """Give the centres (2, d) of the best two parts, the larger first, of equal ones the lower."""
    points = np.ascontiguousarray(columns.T)
    start = best_centres(points, weights, 2, seed, progress=progress)[1].centres
    with several_threads() as spread:
        settled = settle(columns, weights, start, spread=spread, progress=progress)
    sizes = np.bincount(settled.labels, weights, minlength=2)
    return settled.centres[np.lexsort((*settled.centres.T[::-1], -sizes))]


def set_aside(prepared: Prepared, pieces: IntArray, piece: int) -> SetAside:
    """Give the customers of a piece that is set aside; ``pieces`` are those of the points (u,)."""
    rows = prepared.rows[(pieces == piece)[prepared.point_of_row]]
    rows.setflags(write=False)
    return SetAside(piece, rows)


def _segmentation(
    prepared: Prepared, table: _Table, rearranged: Rearranged, progress: Progress
) -> Segmentation:
    """Describe the segments that the steps led to, as those found are described."""
    found, pieces, order = rearranged.found, table.at_hand, canonical_columns(prepared.features)
    k, labels = len(pieces), places_of(pieces, rearranged.aside)[table.pieces]
    is_in = labels >= 0
    own, columns, weights = labels[is_in], table.columns[:, is_in], prepared.weights[is_in]
    centres, sizes = weighted_means(columns, weights, own, k)
    is_as_found = [_is_as_found(table, found, piece, order) for piece in pieces]
    centres[is_as_found] = found.centres[np.array(pieces)[is_as_found]][:, order]
    values = np.ascontiguousarray(to_units(prepared.features, prepared.points[is_in]).T)
    in_units, _ = weighted_means(values, weights, own, k)
    in_feature_order = np.ascontiguousarray(centres[:, np.argsort(order)])
    for array in (in_feature_order, in_units):
        array.setflags(write=False)
    distances = np.full(len(labels), np.nan)
    distances[is_in] = _to_own(columns, centres, own)
    margin, neighbour = np.full(len(labels), np.nan), np.full(len(labels), -1, dtype=np.int64)
    leaves = [table.leaves[piece] for piece in pieces]
    margin[is_in], neighbour[is_in] = _borders(columns, leaves, own, progress)
    progress.report(1.0, "segmenting")
    return Segmentation(
        k=k,
        labels=per_customer(prepared, labels, -1),
        centres=in_feature_order,
        centres_in_units=in_units,
        sizes=tuple(int(size) for size in sizes),
        typical=typical_rows(prepared, labels, distances, k),
        inertia=float(weights @ distances[is_in]),
        features=prepared.features,
        margin=per_customer(prepared, margin, np.nan),
        neighbour=per_customer(prepared, neighbour, -1),
        pieces=pieces,
        rearranged=rearranged,
    )


def _is_as_found(table: _Table, found: Segmentation, piece: int, order: list[int]) -> bool:
    """Tell whether nothing went into a piece or out of it: its centre is the one that was found."""
    leaf = table.leaves[piece]
    return piece < found.k and np.array_equal(leaf, found.centres[[piece]][:, order])


def _to_own(columns: FloatArray, centres: FloatArray, labels: IntArray) -> FloatArray:
    """Give the squared distance (n,) of each point to the centre of its segment."""
    total = np.zeros(len(labels))
    for values, places in zip(columns, centres.T, strict=True):
        total += (values - places[labels]) ** 2
    return total


def _borders(
    columns: FloatArray, leaves: Sequence[FloatArray], labels: IntArray, progress: Progress
) -> tuple[FloatArray, IntArray]:
    """Give ``margin`` and ``neighbour`` of ``Segmentation`` for each point.

    A segment reaches as far as the nearest of the ``leaves`` that it is made of.
    """
    segments = np.repeat(np.arange(len(leaves)), [len(own) for own in leaves])
    places = np.concatenate(leaves)
    margin, neighbour = np.empty(len(labels)), np.empty(len(labels), dtype=np.int64)
    size = max(1, CELLS_AT_ONCE // len(places))
    for start in range(0, len(labels), size):
        progress.checkpoint()
        block = slice(start, start + size)
        costs = squared_distances(columns[:, block], places)
        is_own = segments[:, None] == labels[block]
        own = np.where(is_own, costs, np.inf).min(axis=0)
        costs[is_own] = np.inf
        nearest_leaf = costs.argmin(axis=0)
        further = costs[nearest_leaf, np.arange(costs.shape[1])]
        # A part can reach beyond the middle between two centres; there it is on the border.
        margin[block] = 1.0 - np.sqrt(
            np.minimum(own, further) / np.where(further > 0, further, 1.0)
        )
        neighbour[block] = segments[nearest_leaf] if len(leaves) > 1 else -1
    return margin, neighbour
