"""Lloyd's steps on a long list, looking only at those who may change sides.

As long as no centre is further than some reach from where it was when all points were looked at, a
point can only change sides if its two nearest centres were about equally far, within twice that.
"""

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.assigning import nearest, two_nearest, weighted_sums
from desktop_app.core.segmenting.results import FloatArray
from desktop_app.core.segmenting.threads import Spread, in_turn

MOST_LOOKS, MOST_STEPS = 40, 300
REACH = 12.0  # times the move that comes next; centres that creep go that far in all


def along_borders(
    columns: FloatArray,
    weights: FloatArray,
    centres: FloatArray,
    *,
    spread: Spread = in_turn,
    progress: Progress = NO_PROGRESS,
) -> FloatArray:
    """Give ``centres`` (k, d) after as many of Lloyd's steps as change any label.

    But for rounding: whoever needs the exact end takes the last step on all points. A centre that
    loses its points ends the steps.

    >>> along_borders(np.array([[0.0, 1.0, 9.0]]), np.ones(3), np.array([[0.0], [8.0]])).tolist()
    [[0.5], [9.0]]
    """
    k = len(centres)
    for _ in range(MOST_LOOKS):
        around = two_nearest(columns, centres, spread=spread, progress=progress)
        sums = weighted_sums(columns, weights, around.labels, k)
        if not sums[:, -1].all():
            break
        origin, centres = centres, _means(sums)
        reach = REACH * _farthest(origin, centres)
        gaps = np.sqrt(around.further) - np.sqrt(around.distances)
        border = np.flatnonzero(gaps <= 2 * reach)
        near, near_weights, labels = columns[:, border], weights[border], around.labels[border]
        inner = sums - weighted_sums(near, near_weights, labels, k)
        for _ in range(MOST_STEPS):
            before = labels
            labels, _ = nearest(near, centres, spread=spread, progress=progress)
            if np.array_equal(before, labels):
                return centres
            sums = inner + weighted_sums(near, near_weights, labels, k)
            if not sums[:, -1].all() or _farthest(origin, _means(sums)) > reach:
                break
            centres = _means(sums)
    return centres


def _means(sums: FloatArray) -> FloatArray:
    return sums[:, :-1] / sums[:, -1:]


def _farthest(before: FloatArray, after: FloatArray) -> float:
    return float(np.sqrt(np.square(after - before).sum(axis=1).max()))
