"""Where k-means runs begin: seeds far apart, and changes to centres that are already good.

Every function draws from the generator it is given, so the same generator gives the same starts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.core.progress import Progress
from desktop_app.core.segmenting.lloyd import SearchPoints, SingleArray, scoring, squared_lengths
from desktop_app.core.segmenting.results import FloatArray

N_TRIALS = 3  # candidates per seed of which the best is taken ("greedy" k-means++)


def plus_plus(
    data: SearchPoints, n_sets: int, k: int, rng: np.random.Generator, *, progress: Progress
) -> SingleArray:
    """Give ``n_sets`` sets of ``k`` seeds (r, k, d) by greedy k-means++ (Arthur & Vassilvitskii 2007).

    The first j seeds of a set are themselves a set for j segments.
    """
    every = np.zeros((n_sets, data.n_points), dtype=np.float32)
    first = _draw(data.weighted(every + 1), 1, rng)
    chosen = [first[:, 0]]
    distances = _squared_distances(data, first)[:, 0]
    for _ in range(1, k):
        progress.checkpoint()
        candidates = _draw(data.weighted(distances), N_TRIALS, rng)
        reached = _squared_distances(data, candidates)
        np.minimum(reached, distances[:, None], out=reached)
        costs = reached.sum(axis=2) if data.weights is None else reached @ data.weights
        best = np.arange(n_sets), costs.argmin(axis=1)
        chosen.append(candidates[best])
        distances = reached[best]
    return at(data, np.stack(chosen, axis=1))


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """Starts made of one good set of k centres, the most promising first.

    ``more`` (r, k + 1, d) with a point added, ``less`` (r, k - 1, d) with a centre left out,
    ``swapped`` (r, k, d) with both.
    """

    more: SingleArray
    less: SingleArray
    swapped: SingleArray


def changes_of(
    data: SearchPoints, centres: SingleArray, n_drawn: int, n_kept: int, rng: np.random.Generator
) -> Changes:
    """Give up to ``n_kept`` changes of each sort to ``centres`` (k, d), and its square of swaps.

    Of ``n_drawn`` points (those far from their centre are likelier), the ones that would lower the
    inertia most are added; those centres are left out that would raise it least.
    """
    distances = scoring(centres) @ data.columns
    distances += squared_lengths(data.places)
    np.maximum(distances, 0, out=distances)
    own = distances.min(axis=0)
    costs = data.weighted(own)
    drawn = np.append(_draw(costs[None, :], n_drawn - 1, rng)[0], np.argmax(costs))
    reached = np.minimum(_squared_distances(data, drawn[None, :])[0], own)
    added = at(data, drawn[np.argsort(data.weighted(reached).sum(axis=1), kind="stable")[:n_kept]])
    left_out = np.argsort(_costs_without(data, distances, own), kind="stable")[:n_kept]
    more = np.stack([np.vstack([centres, point]) for point in added])
    less = np.stack([np.delete(centres, j, axis=0) for j in left_out])
    swapped = np.concatenate([np.delete(more, j, axis=1) for j in left_out])
    return Changes(more, less, swapped)


def shaken(
    data: SearchPoints, centres: SingleArray, reaches: Sequence[float], rng: np.random.Generator
) -> SingleArray:
    """Give ``centres`` (k, d) moved at random, once by about each of ``reaches`` (deviations)."""
    moves = rng.normal(size=(len(reaches), *centres.shape))
    scale = np.array(reaches)[:, None, None] * data.deviation / np.sqrt(centres.shape[1])
    return (centres + moves * scale).astype(np.float32)


def _costs_without(data: SearchPoints, distances: SingleArray, own: SingleArray) -> FloatArray:
    """Give how much the inertia rises (k,) without each centre, by ``distances`` (k, n) to all."""
    if len(distances) == 1:
        return np.zeros(1)
    labels = distances.argmin(axis=0)
    others = distances.copy()
    others[labels, np.arange(len(labels))] = np.inf
    rises = data.weighted(others.min(axis=0) - own)
    costs: FloatArray = np.bincount(labels, rises, minlength=len(distances)).astype(np.float64)
    return costs


def at(data: SearchPoints, indices: np.ndarray) -> SingleArray:
    """Give the points at ``indices`` (...), each a row (..., d)."""
    return np.ascontiguousarray(np.moveaxis(data.places[:, indices], 0, -1))


def _squared_distances(data: SearchPoints, indices: np.ndarray) -> SingleArray:
    """Give the (r, t, n) squared distances of all points to those at ``indices`` (r, t)."""
    places = at(data, indices.ravel())
    distances = scoring(places) @ data.columns
    distances += squared_lengths(data.places)
    np.maximum(distances, 0, out=distances)
    return distances.reshape(*indices.shape, data.n_points)


def _draw(costs: SingleArray, n_each: int, rng: np.random.Generator) -> np.ndarray:
    """Draw ``n_each`` columns for each row of ``costs`` (r, n), likelier where the cost is high."""
    cumulated = np.cumsum(costs, axis=1, dtype=np.float64)
    places = rng.random((len(costs), n_each)) * cumulated[:, -1:]
    drawn = [
        np.searchsorted(row, at, side="right") for row, at in zip(cumulated, places, strict=True)
    ]
    return np.minimum(np.stack(drawn), costs.shape[1] - 1)
