"""The curve of inertia over k = 1 .. 10, against the loop that everyone writes around KMeans."""

from collections.abc import Iterator
from contextlib import nullcontext

import numpy as np
from heavy import heavy_tailed
from measuring import Row, in_pairs, seconds
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

from desktop_app.core.segmenting.kmeans import best_centres

MAX_K = 10
LISTS = ((200, 3, 5), (2_000, 8, 5), (10_000, 8, 5), (100_000, 8, 3))
"""Customers, facts, and pairs of runs."""


def rows(n_pairs: int | None) -> Iterator[Row]:
    for n, d, usual_pairs in LISTS:
        yield _compare(n, d, n_pairs or usual_pairs)


def _compare(n: int, d: int, n_pairs: int) -> Row:
    points = heavy_tailed(n, d, seed=n + d)
    ours: list[np.ndarray] = []
    peer: list[np.ndarray] = []
    limit = _faster_threads(points)
    medians = in_pairs(
        lambda: seconds(lambda: ours.append(_our_curve(points))),
        lambda: seconds(lambda: peer.append(_usual_curve(points, len(peer), limit))),
        n_pairs,
    )
    best = np.minimum(ours[0], np.min(peer, axis=0))
    ours_above, peer_above = ((curve / best - 1).max() * 100 for curve in (ours[0], peer[0]))
    check = f"inertia above the best at the worst k: {ours_above:.3f} % (peer {peer_above:.3f} %)"
    return Row(f"{n:,} customers x {d}, seconds", *medians, check)


def _our_curve(points: np.ndarray) -> np.ndarray:
    distinct, weights = _merged(points)
    return np.array([settled.inertia for settled in best_centres(distinct, weights, MAX_K)])


def _merged(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Merge and sort as ``features.prepare`` does."""
    points = points[np.lexsort(points.T[::-1])]
    is_new = np.append(True, np.any(points[1:] != points[:-1], axis=1))
    return points[is_new], np.diff(np.append(np.flatnonzero(is_new), len(points))).astype(float)


def _usual_curve(points: np.ndarray, seed: int, limit: int | None) -> np.ndarray:
    with threadpool_limits(limit) if limit else nullcontext():
        fits = [KMeans(k, n_init=10, random_state=seed).fit(points) for k in range(1, MAX_K + 1)]
    return np.array([fit.inertia_ for fit in fits])


def _faster_threads(points: np.ndarray) -> int | None:
    """Give the thread limit (``None`` = the peer's own choice) that makes the peer faster."""

    def trial(limit: int | None) -> float:
        with threadpool_limits(limit) if limit else nullcontext():
            return seconds(lambda: KMeans(8, n_init=3, random_state=0).fit(points))

    trial(1)  # the first one also pays for loading libraries
    return min((None, 1), key=trial)
