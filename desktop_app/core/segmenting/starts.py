"""Where k-means runs begin: seeds far apart, and changes to centres that are already good.

Every function draws from the generator it is given, so the same generator gives the same starts.
"""

import numpy as np

from desktop_app.core.progress import Progress
from desktop_app.core.segmenting.lloyd import SearchPoints, SingleArray

N_TRIALS = 4  # candidates per seed of which the best is taken ("greedy" k-means++)


def plus_plus(
    data: SearchPoints, n_sets: int, k: int, rng: np.random.Generator, *, progress: Progress
) -> SingleArray:
    """Give ``n_sets`` sets of ``k`` seeds (r, k, d) by greedy k-means++ (Arthur & Vassilvitskii 2007).

    The first j seeds of a set are themselves a set for j segments.
    """
    first = _draw(np.broadcast_to(data.weights, (n_sets, len(data.rows))), 1, rng)[:, 0]
    chosen = [first]
    distances = squared_distances_to(data, first)
    for _ in range(1, k):
        progress.checkpoint()
        candidates = _draw(distances * data.weights, N_TRIALS, rng)
        best_cost = np.full(n_sets, np.inf)
        best, best_distances = candidates[:, 0].copy(), distances
        for trial in candidates.T:
            reached = np.minimum(distances, squared_distances_to(data, trial))
            cost = reached @ data.weights
            is_better = cost < best_cost
            best_distances = np.where(is_better[:, None], reached, best_distances)
            best, best_cost = np.where(is_better, trial, best), np.minimum(cost, best_cost)
        chosen.append(best)
        distances = best_distances
    return data.points[np.stack(chosen, axis=1)]


def with_one_more(
    data: SearchPoints, centres: SingleArray, n_sets: int, rng: np.random.Generator
) -> SingleArray:
    """Give ``centres`` (k, d) with one point added, in ``n_sets`` ways: (r, k + 1, d).

    Points far from their centre are likelier; the first way adds the farthest.
    """
    costs = distances_to_nearest(data, centres) * data.weights
    added = _draw(costs[None, :], n_sets, rng)[0]
    added[0] = np.argmax(costs)
    kept = np.broadcast_to(centres, (n_sets, *centres.shape))
    return np.concatenate([kept, data.points[added][:, None, :]], axis=1)


def with_one_less(centres: SingleArray) -> SingleArray:
    """Give ``centres`` (k, d) without each of them in turn: (k, k - 1, d)."""
    k = len(centres)
    return np.stack([np.delete(centres, j, axis=0) for j in range(k)])


def with_one_swapped(
    data: SearchPoints, centres: SingleArray, n_each: int, rng: np.random.Generator
) -> SingleArray:
    """Give ``centres`` (k, d) with each in turn replaced by ``n_each`` drawn points: (k n, k, d)."""
    added = with_one_more(data, centres, n_each, rng)
    return np.concatenate([np.delete(added, j, axis=1) for j in range(len(centres))])


def squared_distances_to(data: SearchPoints, indices: np.ndarray) -> SingleArray:
    """Give the (r, n) squared distances of all points to the points at ``indices`` (r,)."""
    places = data.points[indices]
    norms = np.einsum("ij,ij->i", data.points, data.points)
    distances = (-2 * places) @ data.points.T
    distances += norms
    distances += norms[indices][:, None]
    return np.maximum(distances, 0, out=distances)


def distances_to_nearest(data: SearchPoints, centres: SingleArray) -> SingleArray:
    """Give each point's squared distance (n,) to the nearest of ``centres`` (k, d)."""
    norms = np.einsum("ij,ij->i", data.points, data.points)
    scores = (-2 * centres) @ data.points.T + np.einsum("ij,ij->i", centres, centres)[:, None]
    return np.maximum(scores.min(axis=0) + norms, 0)


def _draw(costs: SingleArray, n_each: int, rng: np.random.Generator) -> np.ndarray:
    """Draw ``n_each`` columns for each row of ``costs`` (r, n), likelier where the cost is high."""
    cumulated = np.cumsum(costs, axis=1, dtype=np.float64)
    places = rng.random((len(costs), n_each)) * cumulated[:, -1:]
    drawn = [
        np.searchsorted(row, at, side="right") for row, at in zip(cumulated, places, strict=True)
    ]
    return np.minimum(np.stack(drawn), costs.shape[1] - 1)
