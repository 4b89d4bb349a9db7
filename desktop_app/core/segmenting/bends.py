"""Whether two groups are the ends of one bent cloud: the highest path between them, seen from above.

Between the ends of an arc lies a valley on the straight line, but none along the arc.
"""

import numpy as np

from desktop_app.core.segmenting.results import FloatArray, IntArray

N_PLACES = 36  # along each side of the map
NARROWEST = 0.25  # standard deviations of a cloud; narrower kernels see single customers
FEWEST_CENTRES = 3  # two or fewer lie on a straight line


def highest_pass(points: FloatArray, pieces: IntArray, is_second: np.ndarray) -> float:
    """Give the lowest density on the highest path between two groups, as a share of the lower peak.

    ``points`` (n, d) lie in a metric in which their clouds are round; ``pieces`` (n,) says to which
    cloud each belongs, ``is_second`` (n,) to which group. 0 = a gap, or only a straight line.
    """
    names, sizes = np.unique(pieces, return_counts=True)
    if len(names) < FEWEST_CENTRES or points.shape[1] < 2:
        return 0.0
    centres = np.array([points[pieces == name].mean(axis=0) for name in names])
    centres -= np.average(centres, axis=0, weights=sizes)
    _, _, directions = np.linalg.svd(centres * np.sqrt(sizes)[:, None], full_matrices=False)
    seen = points @ directions[:2].T
    n_smaller = min(is_second.sum(), (~is_second).sum())
    width = max(0.9 * n_smaller ** (-1 / 6), NARROWEST)
    columns = [_kernels(values, width) for values in seen.T]
    first, second = (columns[0][:, who] @ columns[1][:, who].T for who in (~is_second, is_second))
    density = first + second
    ends = [np.where(own, density, -1.0).argmax() for own in (first >= second, second > first)]
    return _pass(density, *ends) / min(density.flat[end] for end in ends)


def _kernels(values: FloatArray, width: float) -> FloatArray:
    """Give the kernel of each of ``values`` (n,) at even places, as (places, n)."""
    places = np.linspace(values.min() - width, values.max() + width, N_PLACES)
    return np.exp(-0.5 * ((places[:, None] - values) / width) ** 2)


def _pass(density: FloatArray, start: np.intp, end: np.intp) -> float:
    """Give the highest level at which one can walk from ``start`` to ``end``."""
    level = np.zeros_like(density)
    level.flat[start] = density.flat[start]
    while True:
        before, wide = level, np.pad(level, 1)
        wide = np.maximum(np.maximum(wide[:-2], wide[1:-1]), wide[2:])
        wide = np.maximum(np.maximum(wide[:, :-2], wide[:, 1:-1]), wide[:, 2:])
        level = np.maximum(before, np.minimum(density, wide))
        if np.array_equal(level, before):
            return float(level.flat[end])
