"""Whether the customers thin out between two segments: a valley, seen from the side.

Two segments are looked at along the line that tells them apart best (Fisher's discriminant). Where
k-means only cut a cloud in two, the border lies on a hill; between groups it lies in a valley.
"""

import numpy as np

from desktop_app.core.segmenting.results import FloatArray

FEWEST_IN_SEGMENT = 8  # fewer customers have no density to speak of
N_PLACES = 33  # where the density is taken within each segment, and between the two
RIDGE = 1e-6  # of a column's variance; keeps the line defined when columns repeat each other


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


def valley(
    lower: FloatArray, upper: FloatArray, *, has_own_widths: bool = False, balance: float = 0.0
) -> float:
    """Give the lowest density between the means of two segments, as a share of the lower peak.

    Gaussian kernels, their width 0.9 standard deviations times n^-0.2 of the smaller segment, or of
    each segment for its own customers: a tight one is not smeared over the gap to a wide one.
    ``balance`` 0: every customer counts the same; 1: every segment. Towards 1 the flank of a large
    segment hides a small one less, but a tail cut off looks more like a segment.

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
        kernels = np.exp(-0.5 * ((places[:, None] - segment) / width) ** 2).sum(axis=1) / width
        density += kernels * len(segment) ** -balance
    is_between = (places >= between[0]) & (places <= between[-1])
    lowest = int(np.argmin(np.where(is_between, density, np.inf)))
    peaks = density[: lowest + 1].max(), density[lowest:].max()
    return float(density[lowest] / min(peaks))


def _width(segment: FloatArray) -> float:
    return float(0.9 * segment.std() * len(segment) ** -0.2)
