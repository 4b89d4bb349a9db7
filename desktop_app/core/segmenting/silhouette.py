"""Mean silhouette (Rousseeuw 1987) of several segmentations of the same customers at once.

A customer's silhouette is (b - a) / max(a, b): a is the mean distance to the others of the same
segment, b to the nearest other segment; 0 for the only customer of a segment. Never rescaled.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.assigning import nearest
from desktop_app.core.segmenting.results import FloatArray, IntArray
from desktop_app.core.segmenting.threads import one_thread_each

SILHOUETTE_SAMPLE = 5_000  # time grows with the square
CELLS_AT_ONCE = 250_000  # distances per block: 2 MB


@dataclass(frozen=True, slots=True)
class Silhouette:
    """``mean`` over ``n_customers`` customers (all, or a sample), in [-1, 1]."""

    mean: float
    n_customers: int


def mean_silhouettes(
    points: FloatArray,
    weights: FloatArray,
    labellings: Sequence[IntArray],
    *,
    progress: Progress = NO_PROGRESS,
) -> tuple[Silhouette, ...]:
    """Give the mean silhouette of each of ``labellings`` (n,) of the ``points`` (n, d).

    A point of weight w stands for w customers. Exact for up to ``SILHOUETTE_SAMPLE`` points; of
    more, an even sample of so many customers in the points' order is compared with each other.
    Every labelling has at least two segments.

    >>> points, weights = np.array([[0.0], [1.0], [9.0]]), np.array([1.0, 1.0, 2.0])
    >>> mean_silhouettes(points, weights, [np.array([0, 0, 1])])
    (Silhouette(mean=0.9409722222222222, n_customers=4),)
    """
    if len(points) > SILHOUETTE_SAMPLE:
        drawn, weights = even_sample(weights, SILHOUETTE_SAMPLE)
        points, labellings = points[drawn], [labels[drawn] for labels in labellings]
    return _exact(points, weights, labellings, progress)


def exact_silhouette(
    points: FloatArray,
    weights: FloatArray,
    labels: IntArray,
    *,
    progress: Progress = NO_PROGRESS,
) -> Silhouette:
    """Give the mean silhouette over all ``points``, however many: time grows with their square.

    >>> exact_silhouette(np.array([[0.0], [1.0], [9.0]]), np.ones(3), np.array([0, 0, 1])).n_customers
    3
    """
    return _exact(points, weights, [labels], progress)[0]


def _exact(
    points: FloatArray,
    weights: FloatArray,
    labellings: Sequence[IntArray],
    progress: Progress,
) -> tuple[Silhouette, ...]:
    if not labellings:
        return ()
    masks = [_members(labels, weights) for labels in labellings]
    with one_thread_each():
        sums = _sums_of_distances(points, np.concatenate(masks, axis=1), progress)
    edges = np.cumsum([mask.shape[1] for mask in masks])[:-1]
    n_customers = round(float(weights.sum()))
    return tuple(
        Silhouette(_mean(block, labels, weights), n_customers)
        for block, labels in zip(np.split(sums, edges, axis=1), labellings, strict=True)
    )


def silhouettes_of_centres(
    points: FloatArray,
    weights: FloatArray,
    sets: Sequence[FloatArray],
    *,
    progress: Progress = NO_PROGRESS,
) -> tuple[Silhouette, ...]:
    """Give what ``mean_silhouettes`` does for ``sets`` of centres (k, d), each point to its nearest.

    >>> points, weights = np.array([[0.0], [1.0], [9.0]]), np.array([1.0, 1.0, 2.0])
    >>> silhouettes_of_centres(points, weights, [np.array([[0.5], [9.0]])])
    (Silhouette(mean=0.9409722222222222, n_customers=4),)
    """
    if len(points) > SILHOUETTE_SAMPLE:
        drawn, weights = even_sample(weights, SILHOUETTE_SAMPLE)
        points = points[drawn]
    columns = np.ascontiguousarray(points.T)
    labellings = [nearest(columns, centres)[0] for centres in sets]
    return mean_silhouettes(points, weights, labellings, progress=progress)


def even_sample(weights: FloatArray, size: int) -> tuple[IntArray, FloatArray]:
    """Draw ``size`` customers at even steps along the points; give the points and new weights.

    >>> even_sample(np.array([2.0, 4.0, 2.0]), 4)
    (array([0, 1, 2]), array([1., 2., 1.]))
    """
    ends = np.cumsum(weights)
    places = (np.arange(size) + 0.5) / size * ends[-1]
    drawn, counts = np.unique(np.searchsorted(ends, places, side="right"), return_counts=True)
    return drawn.astype(np.int64), counts.astype(np.float64)


def _members(labels: IntArray, weights: FloatArray) -> FloatArray:
    members = np.zeros((len(labels), int(labels.max()) + 1))
    members[np.arange(len(labels)), labels] = weights
    return members


def _sums_of_distances(points: FloatArray, members: FloatArray, progress: Progress) -> FloatArray:
    """Give, for each point, the summed distances to the members of each segment (n, segments)."""
    n = len(points)
    sums = np.zeros((n, members.shape[1]))
    points = points - points.mean(axis=0)
    norms = np.einsum("ij,ij->i", points, points)
    size = max(1, CELLS_AT_ONCE // n)
    for start in range(0, n, size):
        progress.checkpoint()
        rows = slice(start, min(start + size, n))
        # Only from the diagonal on: the distances before it are the transpose of earlier ones.
        distances = points[rows] @ (-2.0 * points[start:].T)
        distances += norms[rows, None]
        distances += norms[start:]
        np.sqrt(np.maximum(distances, 0.0, out=distances), out=distances)
        height = distances.shape[0]
        np.fill_diagonal(distances, 0.0)
        sums[rows] += distances @ members[start:]
        sums[rows.stop :] += distances[:, height:].T @ members[rows]
    return sums


def _mean(sums: FloatArray, labels: IntArray, weights: FloatArray) -> float:
    k = sums.shape[1]
    sizes = np.bincount(labels, weights, minlength=k)
    every = np.arange(len(labels))
    own_others = sizes[labels] - 1.0
    inside = sums[every, labels] / np.where(own_others > 0, own_others, 1.0)
    means = np.full_like(sums, np.inf)
    np.divide(sums, sizes, out=means, where=np.broadcast_to(sizes > 0, sums.shape))
    means[every, labels] = np.inf
    outside = means.min(axis=1)
    # A sample can miss all other segments, or a segment of equal customers can touch itself only.
    largest = np.maximum(inside, outside)
    is_defined = (own_others > 0) & np.isfinite(outside) & (largest > 0)
    values = np.where(is_defined, outside - inside, 0.0) / np.where(is_defined, largest, 1.0)
    return float(weights @ np.where(is_defined, values, 0.0) / weights.sum())
