"""Whether the customers thin out between two segments: a valley, seen from the side.

Two segments are looked at along the line that tells them apart best (Fisher's discriminant). Where
k-means only cut a cloud in two, the border lies on a hill; between groups it lies in a valley.
"""

from itertools import combinations

import numpy as np

from desktop_app.core.segmenting.results import FloatArray, IntArray

FEWEST_IN_SEGMENT = 8  # fewer customers have no density to speak of
HIGHEST_VALLEY = 0.5  # of the lower peak; 0.65 saw groups in one of six lists of even scores
CHANCE = 0.6  # how much lower the valley must be where few customers show it
N_PLACES = 33  # where the density is taken within each segment, and between the two
RIDGE = 1e-6  # of a column's variance; keeps the line defined when columns repeat each other


def are_apart(points: FloatArray, labels: IntArray, k: int) -> bool:
    """Say whether a valley lies between every two of the ``k`` segments of ``points`` (n, d).

    >>> points = np.concatenate([np.linspace(0, 1, 40), np.linspace(3, 4, 40)])[:, None]
    >>> are_apart(points, np.repeat([0, 1], 40), 2)
    True
    >>> are_apart(points[:40], np.repeat([0, 1], 20), 2)
    False
    """
    sizes = np.bincount(labels, minlength=k)
    if sizes.min() < FEWEST_IN_SEGMENT:
        return False
    segments = [points[labels == label] for label in range(k)]
    return all(_has_valley(first, second) for first, second in combinations(segments, 2))


def _has_valley(first: FloatArray, second: FloatArray) -> bool:
    n_columns, n_smaller = first.shape[1], min(len(first), len(second))
    highest = HIGHEST_VALLEY - CHANCE * np.sqrt(n_columns / n_smaller)
    return valley(*along_their_line(first, second)) <= highest


def along_their_line(first: FloatArray, second: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Give the places (n,) of both segments on their discriminant, those of ``second`` higher."""
    both = np.concatenate([first, second])
    spread = both.std(axis=0)
    spread[spread == 0.0] = 1.0
    first, second, centres = first / spread, second / spread, []
    within = np.eye(first.shape[1]) * RIDGE
    for segment in (first, second):
        centres.append(segment.mean(axis=0))
        deviations = segment - centres[-1]
        within += deviations.T @ deviations / len(both)
    line = np.linalg.solve(within, centres[1] - centres[0])
    return first @ line, second @ line


def valley(lower: FloatArray, upper: FloatArray, *, has_own_widths: bool = False) -> float:
    """Give the lowest density between the means of two segments, as a share of the lower peak.

    Gaussian kernels, their width 0.9 standard deviations times n^-0.2 of the smaller segment, or of
    each segment for its own customers: a tight one is not smeared over the gap to a wide one.

    >>> valley(np.linspace(0, 1, 40), np.linspace(3, 4, 40)) < 0.001
    True
    """
    smaller = min(lower, upper, key=len)
    widths = [_width(segment if has_own_widths else smaller) for segment in (lower, upper)]
    if max(widths) == 0.0:  # all at one place
        return 0.0 if upper.mean() > lower.mean() else 1.0
    between = np.linspace(lower.mean(), upper.mean(), 2 * N_PLACES)
    steps = np.linspace(0.0, 1.0, N_PLACES)
    hills = np.quantile(lower, steps), np.quantile(upper, steps)
    places = np.sort(np.concatenate([between, *hills]))
    density = np.zeros(len(places))
    for segment, width in zip((lower, upper), widths, strict=True):
        width = width or max(widths)
        density += np.exp(-0.5 * ((places[:, None] - segment) / width) ** 2).sum(axis=1) / width
    is_between = (places >= between[0]) & (places <= between[-1])
    lowest = int(np.argmin(np.where(is_between, density, np.inf)))
    peaks = density[: lowest + 1].max(), density[lowest:].max()
    return float(density[lowest] / min(peaks))


def _width(segment: FloatArray) -> float:
    return float(0.9 * segment.std() * len(segment) ** -0.2)
