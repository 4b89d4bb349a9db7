"""The exact end of k-means: Lloyd's steps to the fixed point, then an exchange of single points.

The exchange is Hartigan & Wong's rule (1979, AS 136): a point moves when the total falls, counting
that both means move with it. ``columns`` is (d, n), features in canonical order.
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.assigning import nearest, squared_distances, weighted_means
from desktop_app.core.segmenting.borders import along_borders
from desktop_app.core.segmenting.results import FloatArray, IntArray
from desktop_app.core.segmenting.threads import Spread, in_turn

MOST_STEPS = 300
MOST_EXCHANGES = 2_000
EXCHANGE_CELLS = 200_000  # n k; in longer lists exchanges gain less than a millionth
BORDERS_FROM = 20_000  # points; shorter lists are looked at as a whole in no time
SMALLEST_GAIN = 1e-12  # of the inertia; less is rounding


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """``labels`` (n,) are the nearest of ``centres`` (k, d); no segment is empty."""

    centres: FloatArray
    labels: IntArray
    inertia: float


def settle(
    columns: FloatArray,
    weights: FloatArray,
    centres: FloatArray,
    *,
    spread: Spread = in_turn,
    progress: Progress = NO_PROGRESS,
) -> Settled:
    """Move ``centres`` until no step and no exchange makes the segments tighter.

    There must be at least as many distinct points as centres.

    >>> settled = settle(np.array([[0.0, 1.0, 9.0]]), np.ones(3), np.array([[0.0], [1.0]]))
    >>> settled.centres.ravel().tolist(), settled.labels.tolist(), settled.inertia
    ([0.5, 9.0], [0, 0, 1], 0.5)
    """
    settled = _at_rest(columns, weights, centres, spread, progress)
    if columns.shape[1] * len(centres) > EXCHANGE_CELLS:
        return settled
    for _ in range(MOST_EXCHANGES):
        progress.checkpoint()
        labels = _exchanged(columns, weights, settled)
        if labels is None:
            break
        means, _ = weighted_means(columns, weights, labels, len(centres))
        better = assign(columns, weights, means, spread=spread, progress=progress)
        if better.inertia >= settled.inertia:
            break
        settled = better
    return _steps(columns, weights, settled, spread, progress)


def assign(
    columns: FloatArray,
    weights: FloatArray,
    centres: FloatArray,
    *,
    spread: Spread = in_turn,
    progress: Progress = NO_PROGRESS,
) -> Settled:
    """Assign every point to its nearest centre without moving the centres.

    Only a centre without points moves: to the point that costs most.
    """
    labels, distances = nearest(columns, centres, spread=spread, progress=progress)
    for _ in range(len(centres)):  # a moved centre sits on a point and keeps it
        empty = np.flatnonzero(np.bincount(labels, minlength=len(centres)) == 0)
        if not len(empty):
            break
        centres = centres.copy()
        centres[empty[0]] = columns[:, np.argmax(weights * distances)]
        labels, distances = nearest(columns, centres, spread=spread, progress=progress)
    return Settled(centres, labels, float(weights @ distances))


def _at_rest(
    columns: FloatArray,
    weights: FloatArray,
    centres: FloatArray,
    spread: Spread,
    progress: Progress,
) -> Settled:
    """Take Lloyd's steps until no label changes, on a long list mostly along the borders."""
    if columns.shape[1] > BORDERS_FROM:
        centres = along_borders(columns, weights, centres, spread=spread, progress=progress)
    settled = assign(columns, weights, centres, spread=spread, progress=progress)
    return _steps(columns, weights, settled, spread, progress)


def _steps(
    columns: FloatArray,
    weights: FloatArray,
    settled: Settled,
    spread: Spread,
    progress: Progress,
) -> Settled:
    """Take Lloyd's steps until no label changes."""
    for _ in range(MOST_STEPS):
        before = settled.labels
        means, _ = weighted_means(columns, weights, before, len(settled.centres))
        settled = assign(columns, weights, means, spread=spread, progress=progress)
        if np.array_equal(before, settled.labels):
            break
    return settled


def _exchanged(columns: FloatArray, weights: FloatArray, settled: Settled) -> IntArray | None:
    """Give the labels after moving, one by one, each point that makes the segments tighter."""
    labels, k = settled.labels.copy(), len(settled.centres)
    sizes = np.bincount(labels, weights, minlength=k).astype(np.float64)
    counts = np.bincount(labels, minlength=k)
    centres, least = settled.centres.copy(), SMALLEST_GAIN * settled.inertia
    candidates = _candidates(columns, weights, settled, sizes, counts, least)
    for point in candidates:
        place, weight, own = columns[:, point], weights[point], labels[point]
        if counts[own] == 1:
            continue
        costs = np.square(centres - place).sum(axis=1) * sizes / (sizes + weight)
        gain = costs[own] * (sizes[own] + weight) / (sizes[own] - weight)
        costs[own] = np.inf
        target = int(costs.argmin())
        if weight * (gain - costs[target]) > least:
            centres[own] -= (place - centres[own]) * weight / (sizes[own] - weight)
            centres[target] += (place - centres[target]) * weight / (sizes[target] + weight)
            sizes[own], sizes[target] = sizes[own] - weight, sizes[target] + weight
            counts[own], counts[target] = counts[own] - 1, counts[target] + 1
            labels[point] = target
    return labels if candidates.size else None


def _candidates(
    columns: FloatArray,
    weights: FloatArray,
    settled: Settled,
    sizes: FloatArray,
    counts: IntArray,
    least: float,
) -> IntArray:
    """Give the points that would make the segments tighter elsewhere, the greatest gain first."""
    labels = settled.labels
    costs = squared_distances(columns, settled.centres)
    own = np.take_along_axis(costs, labels[None, :], axis=0)[0]
    remaining, is_movable = sizes[labels] - weights, counts[labels] > 1
    gains = own * sizes[labels] / np.where(is_movable, remaining, 1.0)
    costs *= sizes[:, None] / (sizes[:, None] + weights)
    np.put_along_axis(costs, labels[None, :], np.inf, axis=0)
    gains = np.where(is_movable, weights * (gains - costs.min(axis=0)), -1.0)
    candidates = np.flatnonzero(gains > least)
    return candidates[np.argsort(-gains[candidates], kind="stable")]
