"""The mixture of clouds that describes a list best, with as many clouds as it takes."""

from collections.abc import Iterable, Iterator

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.clouds import TAIL, Clouds, Fit, fit_clouds, in_one_each
from desktop_app.core.segmenting.kmeans import few_starts
from desktop_app.core.segmenting.results import FloatArray, IntArray

MOST_CLOUDS = 14  # groups that are not round take more than one
PATIENCE = 4  # numbers of clouds tried without any being better
FEWEST_PER_CLOUD = 8
N_STARTS = 6
N_FIRST_STEPS = 12  # of EM; enough to see which starts lead nowhere
N_FOLLOWED = 2


def best_clouds(
    points: FloatArray, seed: int = 0, *, progress: Progress = NO_PROGRESS
) -> Fit | None:
    """Give the mixture of lowest BIC of ``points`` (n, d); ``None`` when they are too few.

    >>> points = np.concatenate([np.linspace(0, 1, 30), np.linspace(9, 10, 30)])[:, None]
    >>> best_clouds(points).clouds.k
    2
    """
    best, best_k, tree = None, 0, _tree(points)
    for k in range(1, min(MOST_CLOUDS, len(points) // FEWEST_PER_CLOUD) + 1):
        if k > best_k + PATIENCE:
            break
        progress.report((k - 1) / MOST_CLOUDS, "suggesting")
        shape = best.clouds if best else None
        for found in _fits(points, _starts(points, k, tree, shape, seed, progress), progress):
            if best is None or found.bic < best.bic:
                best, best_k = found, k
    return best


def _fits(points: FloatArray, starts: Iterable[IntArray], progress: Progress) -> Iterator[Fit]:
    """Give the mixtures found from the most promising of ``starts``, with and without tails."""
    tried = [
        fit_clouds(points, shares, degrees, most_steps=N_FIRST_STEPS, progress=progress)
        for shares in map(in_one_each, starts)
        for degrees in (None, TAIL)
    ]
    for first in sorted(filter(None, tried), key=lambda fit: fit.bic)[:N_FOLLOWED]:
        found = fit_clouds(points, first.belongs, first.clouds.degrees, progress=progress)
        if found:
            yield found


def _tree(points: FloatArray) -> FloatArray:
    from scipy.cluster.hierarchy import ward  # loaded late: the first window does without

    tree: FloatArray = ward(points)
    return tree


def _starts(
    points: FloatArray,
    k: int,
    tree: FloatArray,
    clouds: Clouds | None,
    seed: int,
    progress: Progress,
) -> Iterator[IntArray]:
    """Give first divisions into ``k``: by k-means, the same in the metric of ``clouds``, by Ward."""
    from scipy.cluster.hierarchy import fcluster

    weights = np.ones(len(points))
    if clouds is None or k == 1:
        yield np.zeros(len(points), dtype=np.int64)
        return
    for places in (points, clouds.whitened(points)):
        yield few_starts(places, weights, k, N_STARTS, seed, progress=progress).labels
    yield fcluster(tree, k, "maxclust") - 1
