"""Groups of the same points by other methods than the program's own.

Each function gives the group (n,) of every point; all are told how many groups, but for dense
places, where ``NOWHERE`` is the group of who fits none. Points (n, d) are around 0 with a spread
of about 1. The same points in the same order always have the same groups.

References: Ward 1963; Dempster, Laird & Rubin 1977; Biernacki, Celeux & Govaert 2003 (short runs
first); Bradley, Mangasarian & Street 1996 (k-medians); Campello, Moulavi & Sander 2013 (HDBSCAN).
"""

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import FloatArray, IntArray

NOWHERE = -1
DENSEST = 5  # customers; so many around one make a dense place
LEAST_DENSE_SHARE = 0.02  # of the customers; fewer in a dense place are no group
THINNEST = 1e-3  # of a variance of 1; a cloud of nearly equal customers would be all too likely
N_DRAWN = 8  # starts that are drawn, besides the one that is computed
SHORT, MOST_STEPS = 10, 200
SETTLED = 1e-6  # in log-likelihood per point; less is no gain to speak of
TINY = np.finfo(np.float64).eps


def ward(points: FloatArray, k: int, *, progress: Progress = NO_PROGRESS) -> IntArray:
    """Join the two groups that lose least in squared distance until ``k`` are left.

    >>> ward(np.array([[0.0], [0.1], [5.0]]), 2).tolist()
    [0, 0, 1]
    """
    from sklearn.cluster import AgglomerativeClustering  # takes a second, so not before it is asked

    progress.checkpoint()
    labels = AgglomerativeClustering(n_clusters=k, linkage="ward").fit_predict(points)
    return np.asarray(labels, dtype=np.int64)


def mixture(points: FloatArray, k: int, *, progress: Progress = NO_PROGRESS) -> IntArray:
    """Give the likeliest of ``k`` normal clouds, each with its own full covariance.

    >>> mixture(np.array([[0.0], [0.1], [0.2], [5.0], [5.1]]), 2).tolist()
    [0, 0, 0, 1, 1]
    """
    deviations = points.std(axis=0)
    points = points / np.where(deviations > 0, deviations, 1.0)
    white = _whitened(points)
    starts = [ward(points, k, progress=progress), ward(white, k, progress=progress)]
    starts += [_nearest(white, drawn)[0] for drawn in _drawn(white, k)]
    runs = (_likelier(points, np.eye(k)[s], SHORT, progress) for s in starts)
    shares, _ = max(runs, key=lambda run: run[1])
    shares, _ = _likelier(points, shares, MOST_STEPS, progress)
    return np.asarray(shares.argmax(axis=1), dtype=np.int64)


def medians(points: FloatArray, k: int, *, progress: Progress = NO_PROGRESS) -> IntArray:
    """Give the nearest of ``k`` medians, distances added up along the axes.

    >>> medians(np.array([[0.0], [0.1], [5.0]]), 2).tolist()
    [0, 0, 1]
    """
    labels = ward(points, k, progress=progress)
    middles = np.array([np.median(points[labels == j], axis=0) for j in range(k)])
    ends = (_settled(points, start, progress) for start in (middles, *_drawn(points, k)))
    return min(ends, key=lambda end: end[1])[0]


def dense_places(points: FloatArray, _k: int, *, progress: Progress = NO_PROGRESS) -> IntArray:
    """Give the dense places of HDBSCAN, as many as there are.

    >>> dense_places(np.repeat([[0.0], [9.0]], 6, axis=0), 0).tolist()
    [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]
    """
    from sklearn.cluster import HDBSCAN

    progress.checkpoint()
    dense = min(DENSEST, len(points))
    least = max(2, dense, round(LEAST_DENSE_SHARE * len(points)))
    search = HDBSCAN(min_cluster_size=least, min_samples=dense, copy=True)
    return np.asarray(search.fit_predict(points), dtype=np.int64)


def _drawn(points: FloatArray, k: int) -> list[FloatArray]:
    draw = np.random.default_rng(0)
    return [points[draw.choice(len(points), k, replace=False)] for _ in range(N_DRAWN)]


def _whitened(points: FloatArray) -> FloatArray:
    covariance = np.atleast_2d(np.cov(points.T, bias=True)) + THINNEST * np.eye(points.shape[1])
    return np.asarray(np.linalg.solve(np.linalg.cholesky(covariance), points.T).T)


def _likelier(
    points: FloatArray, shares: FloatArray, n_steps: int, progress: Progress
) -> tuple[FloatArray, float]:
    """Give the share (n, k) of each cloud in each point after some steps, and the log-likelihood."""
    likelihood = -np.inf
    for _ in range(n_steps):
        progress.checkpoint()
        logs = np.stack([_log_density(points, share) for share in shares.T], axis=1)
        highest = logs.max(axis=1, keepdims=True)
        totals = highest[:, 0] + np.log(np.exp(logs - highest).sum(axis=1))
        shares = np.exp(logs - totals[:, None])
        before, likelihood = likelihood, float(totals.mean())
        if likelihood - before < SETTLED:
            break
    return shares, likelihood


def _log_density(points: FloatArray, share: FloatArray) -> FloatArray:
    """Give the log density (n,), but for a constant, of the cloud that has ``share`` of the points."""
    size = share.sum() + TINY
    away = points - share @ points / size
    covariance = (share[:, None] * away).T @ away / size + THINNEST * np.eye(points.shape[1])
    root = np.linalg.cholesky(covariance)
    squares = (np.linalg.solve(root, away.T) ** 2).sum(axis=0)
    return np.asarray(np.log(size / len(points)) - np.log(np.diag(root)).sum() - squares / 2)


def _settled(points: FloatArray, middles: FloatArray, progress: Progress) -> tuple[IntArray, float]:
    """Move ``middles`` until nobody changes sides; give the labels and the sum of distances."""
    labels, total = _nearest(points, middles)
    for _ in range(MOST_STEPS):
        progress.checkpoint()
        middles = middles.copy()
        filled = np.unique(labels)
        middles[filled] = [np.median(points[labels == j], axis=0) for j in filled]
        before = labels
        labels, total = _nearest(points, middles)
        if np.array_equal(before, labels):
            break
    return labels, total


def _nearest(points: FloatArray, middles: FloatArray) -> tuple[IntArray, float]:
    distances = np.stack([np.abs(points - middle).sum(axis=1) for middle in middles], axis=1)
    return distances.argmin(axis=1).astype(np.int64), float(distances.min(axis=1).sum())
