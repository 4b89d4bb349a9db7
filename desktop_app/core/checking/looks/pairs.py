"""Two number columns as points, with the middle of the one along the other."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from desktop_app.core.checking.checked import FloatArray
from desktop_app.core.checking.looks.relations import Relation
from desktop_app.core.progress import NO_PROGRESS, Progress

MOST_POINTS = 5_000
MOST_BINS = 10
_ROWS_PER_BIN = 15
_FEWEST_ROWS = 5  # a middle of fewer is chance
_FEWEST_BINS = 3
_SEED = 0  # the same file always gives the same picture
_LONG_TAIL = 8.0  # times as far from the middle to the upper end as to the lower one


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of the first column: its middle ``x``, and middle and middle half of the second."""

    x: float
    lower: float
    middle: float
    upper: float
    n: int


@dataclass(frozen=True, slots=True, eq=False)
class PairPicture:
    """The points ``x``, ``y`` (n,) of at most ``MOST_POINTS`` rows, and the ``line`` over all rows.

    ``relation`` names the columns and counts the rows. A logged axis has a long tail to the right.
    """

    relation: Relation
    x: FloatArray
    y: FloatArray
    line: tuple[Step, ...]
    is_x_logged: bool = False
    is_y_logged: bool = False


def pair_picture(
    relation: Relation, first: FloatArray, second: FloatArray, *, progress: Progress = NO_PROGRESS
) -> PairPicture:
    """Take points and line from two columns, each (n,) with NaN for no value.

    Raises
    ------
    Cancelled
        ``progress`` says that the result is no longer wanted.

    Examples
    --------
    >>> steps = np.arange(60.0)
    >>> picture = pair_picture(Relation("a", "b", 1.0, 60), steps, 2 * steps)
    >>> len(picture.x), [step.middle for step in picture.line]
    (60, [14.0, 44.0, 74.0, 104.0])
    """
    has_both = ~(np.isnan(first) | np.isnan(second))
    x, y = first[has_both], second[has_both]
    line = _line(x, y)
    progress.checkpoint()
    if len(x) > MOST_POINTS:
        picked = np.random.default_rng(_SEED).choice(len(x), MOST_POINTS, replace=False)
        picked.sort()
        x, y = x[picked], y[picked]
    return PairPicture(relation, x, y, line, has_long_tail(x), has_long_tail(y))


def has_long_tail(values: FloatArray) -> bool:
    """Tell whether the largest values lie so far out that the others would share a corner.

    >>> has_long_tail(np.arange(100.0)), has_long_tail(np.exp(np.arange(100.0) / 9))
    (False, True)
    """
    if not len(values) or values.min() < 0:
        return False
    low, middle, high = np.percentile(values, [1.0, 50.0, 99.0])
    return bool(high - middle > _LONG_TAIL * (middle - low) and middle > low)


def _line(x: FloatArray, y: FloatArray) -> tuple[Step, ...]:
    if len(x) < _FEWEST_BINS * _ROWS_PER_BIN:
        return ()
    places = np.searchsorted(_edges(x), x, side="right")
    order = np.argsort(places, kind="stable")
    starts = np.searchsorted(places[order], np.arange(places.max() + 2))
    steps = []
    for start, stop in pairwise(starts):
        rows = order[start:stop]
        if len(rows) >= _FEWEST_ROWS:
            lower, middle, upper = (float(v) for v in np.percentile(y[rows], [25, 50, 75]))
            steps.append(Step(float(np.median(x[rows])), lower, middle, upper, len(rows)))
    return tuple(steps)


def _edges(x: FloatArray) -> FloatArray:
    """Give edges around each of a few values, else between equal shares of the rows."""
    distinct = np.unique(x[:: max(1, len(x) // MOST_POINTS)])
    if len(distinct) <= MOST_BINS:
        return np.asarray((distinct[1:] + distinct[:-1]) / 2)
    n_bins = min(MOST_BINS, len(x) // _ROWS_PER_BIN)
    return np.unique(np.percentile(x, np.linspace(0, 100, n_bins + 1)[1:-1]))
