"""The curve of inertia over k = 1 .. 10, against the loop that everyone writes around KMeans.

P3: short lists, against the best of 1,000 restarts. P2: 100,000 customers. P1: a million, with and
without the chosen number of groups on every row. P12: time per customer as lists grow. The best
known inertia is the lowest that anyone reached in the run.
"""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import numpy as np
from heavy import heavy_tailed
from measuring import Row, in_pairs, seconds
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

from desktop_app.core.segmenting.kmeans import best_centres
from desktop_app.core.segmenting.settling import settle
from desktop_app.core.segmenting.threads import several_threads

MAX_K, CHOSEN_K = 10, 5
SHORT_LISTS = ((200, 3), (1_000, 5), (2_000, 8))
LONG_LISTS = ((10_000, 8), (100_000, 3), (100_000, 8), (100_000, 20))
N_SEEDS, N_RESTARTS = 10, 1_000

R_LOOP = """
args <- commandArgs(TRUE); n <- as.integer(args[2]); d <- as.integer(args[3])
x <- matrix(readBin(args[1], "double", n * d), nrow = n)
set.seed(1)
took <- system.time(for (k in 1:10) suppressWarnings(kmeans(x, k, nstart = 10, iter.max = 100)))
cat(took[["elapsed"]])
"""


def rows(n_pairs: int | None) -> Iterator[Row]:
    """P2, P3: the curve on short and long lists."""
    for n, d in SHORT_LISTS:
        yield _against_restarts(n, d, n_pairs or 5)
    for n, d in LONG_LISTS:
        yield _curve("P2", n, d, n_pairs or 5)
    yield _against_r(10_000, 8, n_pairs or 1)
    yield _per_customer(1_000_000, 8)


def rows_of_a_million(n_pairs: int | None) -> Iterator[Row]:
    """P1: a pair takes minutes."""
    points = heavy_tailed(1_000_000, 8, seed=1_000_008)
    yield _curve("P1", 1_000_000, 8, n_pairs or 1)
    yield _curve_and_labels(points, n_pairs or 1)


def rows_of_five_million(n_pairs: int | None) -> Iterator[Row]:
    """P12: up to five million customers."""
    yield _per_customer(5_000_000, 8)


def _against_restarts(n: int, d: int, n_pairs: int) -> Row:
    points = heavy_tailed(n, d, seed=n + d)
    ours, _, medians = _measured(points, n_pairs)
    with threadpool_limits(1):
        most = [KMeans(k, n_init=N_RESTARTS, random_state=0).fit(points) for k in range(1, 11)]
    above = (np.array(ours) / [fit.inertia_ for fit in most] - 1).max() * 100
    check = f"inertia above the best of {N_RESTARTS:,} restarts at the worst k: {above:.4f} %"
    return Row(f"P3 {n:,} x {d}, seconds", *medians, check)


def _curve(goal: str, n: int, d: int, n_pairs: int) -> Row:
    points = heavy_tailed(n, d, seed=n + d)
    ours, peer, medians = _measured(points, n_pairs)
    every = [ours, *(_our_curve(points, seed) for seed in range(1, N_SEEDS))]
    best = np.min([*every, *peer], axis=0)
    worst = (np.max(every, axis=0) / best - 1).max() * 100
    peer_worst = (np.max(peer, axis=0) / best - 1).max() * 100
    check = f"inertia above the best known, worst k of {N_SEEDS} seeds: {worst:.3f} %"
    return Row(f"{goal} {n:,} x {d}, seconds", *medians, f"{check} (peer {peer_worst:.3f} %)")


def _curve_and_labels(points: np.ndarray, n_pairs: int) -> Row:
    limit = faster_threads(points)

    def curve_and_labels() -> None:
        distinct, weights = merged(points)
        found = best_centres(distinct, weights, MAX_K)
        with several_threads() as spread:
            columns = np.ascontiguousarray(distinct.T)
            settle(columns, weights, found[CHOSEN_K - 1].centres, spread=spread)

    medians = in_pairs(
        lambda: seconds(curve_and_labels),
        lambda: seconds(lambda: _usual(points, 0, limit)),
        n_pairs,
    )
    return Row(f"P1 {len(points):,} x 8 and {CHOSEN_K} groups at rest", *medians)


def _measured(
    points: np.ndarray, n_pairs: int
) -> tuple[np.ndarray, list[np.ndarray], tuple[float, float]]:
    """Give our curve, the peer's curves, and the median seconds of both."""
    ours: list[np.ndarray] = []
    peer: list[np.ndarray] = []
    limit = faster_threads(points)
    distinct, weights = merged(points)
    medians = in_pairs(
        lambda: seconds(lambda: ours.append(_inertias(distinct, weights, 0))),
        lambda: seconds(lambda: peer.append(_usual(points, len(peer), limit))),
        n_pairs,
    )
    return ours[0], peer, medians


def _against_r(n: int, d: int, n_pairs: int) -> Row:
    points = heavy_tailed(n, d, seed=n + d)
    distinct, weights = merged(points)
    what = f"P2 {n:,} x {d}, R's kmeans, seconds"
    if shutil.which("Rscript") is None:
        return Row(what, seconds(lambda: _inertias(distinct, weights, 0)), None, "no R here")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "points")
        points.T.astype("<f8").tofile(path)  # by columns, as R reads a matrix
        command = ["Rscript", "-e", R_LOOP, str(path), str(n), str(d)]

        def peer() -> float:
            return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

        return Row(
            what, *in_pairs(lambda: seconds(lambda: _inertias(distinct, weights, 0)), peer, n_pairs)
        )


def _per_customer(n: int, d: int) -> Row:
    """Compare the processor's time per customer with that of 100,000."""
    microseconds = []
    for size in (n, 100_000):
        distinct, weights = merged(heavy_tailed(size, d, seed=size + d))
        start = time.process_time()
        _inertias(distinct, weights, 0)
        microseconds.append((time.process_time() - start) / size * 1e6)
    return Row(f"P12 microseconds each, {n:,} and 100,000", *microseconds)


def _our_curve(points: np.ndarray, seed: int) -> np.ndarray:
    return _inertias(*merged(points), seed)


def _inertias(distinct: np.ndarray, weights: np.ndarray, seed: int) -> np.ndarray:
    return np.array([found.inertia for found in best_centres(distinct, weights, MAX_K, seed)])


def merged(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Merge and sort as ``features.prepare`` does."""
    points = points[np.lexsort(points.T[::-1])]
    is_new = np.append(True, np.any(points[1:] != points[:-1], axis=1))
    return points[is_new], np.diff(np.append(np.flatnonzero(is_new), len(points))).astype(float)


def _usual(points: np.ndarray, seed: int, limit: int | None) -> np.ndarray:
    with threadpool_limits(limit) if limit else nullcontext():
        fits = [KMeans(k, n_init=10, random_state=seed).fit(points) for k in range(1, MAX_K + 1)]
    return np.array([fit.inertia_ for fit in fits])


def faster_threads(points: np.ndarray) -> int | None:
    """Give the thread limit (``None`` = the peer's own choice) that makes the peer faster."""

    def trial(limit: int | None) -> float:
        with threadpool_limits(limit) if limit else nullcontext():
            return seconds(lambda: KMeans(8, n_init=3, random_state=0).fit(points))

    trial(1)  # the first one also pays for loading libraries
    return min((None, 1), key=trial)
