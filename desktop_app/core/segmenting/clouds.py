"""Mixtures of clouds of one shape: where the customers are dense, and how the clouds lie.

All clouds of a mixture share one full covariance, so that facts that move together count once.
Two kinds: normal clouds, and those of Student's t with heavy tails, in which far customers do not
make clouds of their own.

References: McLachlan & Peel 2000 (mixtures of t, EM); Schwarz 1978 (BIC).
"""

from dataclasses import dataclass
from math import lgamma, log, pi

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import FloatArray, IntArray

TAIL = 4.0  # degrees of freedom of the clouds with heavy tails
MOST_STEPS = 100
LEAST_GAIN = 1e-5  # of the log-likelihood per customer; less is no step forward
RIDGE = 1e-6  # of the columns' variance, so that columns that say the same can be told apart
SMALLEST_VARIANCE = 1e-12  # the same for columns of one value
LEAST_SHARE = 2.0  # customers; a cloud of fewer has died


@dataclass(frozen=True, slots=True, eq=False)
class Clouds:
    """k clouds in d columns: ``shares`` (k,) add up to 1, ``centres`` (k, d), ``covariance`` (d, d).

    ``degrees`` of freedom of the tails, ``None`` = normal clouds.
    """

    shares: FloatArray
    centres: FloatArray
    covariance: FloatArray
    degrees: float | None

    @property
    def k(self) -> int:
        """The number of clouds."""
        return len(self.shares)

    def whitened(self, points: FloatArray) -> FloatArray:
        """Give ``points`` (..., d) in the metric in which every cloud is round."""
        root = np.linalg.inv(np.linalg.cholesky(self.covariance))
        white: FloatArray = points @ root.T
        return white

    def squared_distances(self, points: FloatArray) -> FloatArray:
        """Give how far ``points`` (n, d) are from the centres in the clouds' metric, as (n, k)."""
        root = np.linalg.inv(np.linalg.cholesky(self.covariance)).T
        there, centres = points @ root, self.centres @ root
        squared = there @ (-2 * centres.T)
        squared += np.einsum("ij,ij->i", there, there)[:, None]
        squared += np.einsum("ij,ij->i", centres, centres)
        return np.maximum(squared, 0.0)

    def logs(self, squared: FloatArray) -> FloatArray:
        """Give the log of share times density at ``squared`` distances (n, k)."""
        d = len(self.covariance)
        if self.degrees is None:
            logs = -squared / 2 - d / 2 * log(2 * pi)
        else:
            tail = (self.degrees + d) / 2
            volume = lgamma(tail) - lgamma(self.degrees / 2) - d / 2 * log(self.degrees * pi)
            logs = volume - tail * np.log1p(squared / self.degrees)
        volume = np.linalg.slogdet(self.covariance)[1] / 2
        total: FloatArray = logs + np.log(self.shares) - volume
        return total

    def density(self, points: FloatArray) -> FloatArray:
        """Give the density (n,) of the whole mixture at ``points`` (n, d)."""
        density: FloatArray = np.exp(self.logs(self.squared_distances(points))).sum(axis=1)
        return density


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A mixture, its ``bic`` (lower is better) and ``belongs``: (n, k) the customers' shares in it."""

    clouds: Clouds
    bic: float
    belongs: FloatArray


def in_one_each(labels: IntArray) -> FloatArray:
    """Give the shares (n, k) of customers who belong to the cloud of their label (n,) alone.

    >>> in_one_each(np.array([0, 1])).tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """
    shares: FloatArray = np.eye(int(labels.max()) + 1)[labels]
    return shares


def fit_clouds(
    points: FloatArray,
    belongs: FloatArray,
    degrees: float | None = None,
    *,
    most_steps: int = MOST_STEPS,
    progress: Progress = NO_PROGRESS,
) -> Fit | None:
    """Give the mixture that EM finds from a first division; ``None`` if a cloud dies out.

    ``points``: (n, d); ``belongs``: (n, k) each one's shares in the clouds, as of ``in_one_each``.

    >>> points = np.concatenate([np.linspace(0, 1, 30), np.linspace(9, 10, 30)])[:, None]
    >>> fit = fit_clouds(points, in_one_each(np.repeat([0, 1], 30)))
    >>> np.round(np.sort(fit.clouds.centres.ravel()), 6).tolist()
    [0.5, 9.5]
    """
    n, d = points.shape
    floor = np.diag(points.var(axis=0) * RIDGE + SMALLEST_VARIANCE)
    pull, before = np.ones_like(belongs), -np.inf
    for _step in range(most_steps):
        progress.checkpoint()
        if (np.ones(n) @ belongs).min() < LEAST_SHARE:
            return None
        clouds = _placed(points, belongs, pull, degrees, floor)
        squared = clouds.squared_distances(points)
        belongs, likelihood = _shared_out(clouds.logs(squared))
        if degrees is not None:
            pull = (degrees + d) / (degrees + squared)
        if likelihood - before < LEAST_GAIN * n:
            break
        before = likelihood
    n_numbers = (clouds.k - 1) + clouds.k * d + d * (d + 1) / 2
    return Fit(clouds, n_numbers * log(n) - 2 * likelihood, belongs)


def _placed(
    points: FloatArray,
    belongs: FloatArray,
    pull: FloatArray,
    degrees: float | None,
    floor: FloatArray,
) -> Clouds:
    """Give the clouds that ``belongs`` (n, k) describes; far customers ``pull`` less."""
    n, k = belongs.shape
    weights = belongs * pull
    of_clouds, of_customers = np.ones(n) @ weights, weights @ np.ones(k)
    centres = (weights.T @ points) / of_clouds[:, None]
    total = (points * of_customers[:, None]).T @ points
    within = (total - (centres * of_clouds[:, None]).T @ centres) / n
    return Clouds(np.ones(n) @ belongs / n, centres, (within + within.T) / 2 + floor, degrees)


def _shared_out(logs: FloatArray) -> tuple[FloatArray, float]:
    """Give the share (n, k) of each customer in each cloud, and the log-likelihood of all."""
    highest = logs[:, 0].copy()
    for own in logs.T[1:]:  # many rows of a few numbers: faster than max(axis=1)
        np.maximum(highest, own, out=highest)
    shares = np.exp(logs - highest[:, None])
    total = shares @ np.ones(logs.shape[1])
    shares /= total[:, None]
    return shares, float((highest + np.log(total)).sum())
