"""Which numbers lie far outside of the rest, by a robust rule that big spenders do not trip."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from desktop_app.core.checking.checked import FloatArray
from desktop_app.core.checking.texts import BoolArray

_ENOUGH_VALUES = 20  # fewer do not tell what is usual
_MADS = 5.0
_MAD_TO_DEVIATION = 1.4826  # a normal distribution's standard deviation is that many MADs
_FENCES = 3.0  # interquartile ranges; Tukey's "far out"
_LONG_TAIL = 0.2  # octile skewness; 0 of a normal, .42 of an exponential distribution
_CLEAR_GAP = 2.0  # times the next lower value: in a long tail somebody always spends most
_HUGE_GAP = 10.0  # times: a point forgotten, wherever the fence is

Counts = npt.NDArray[np.int64]


def unusual(values: FloatArray, counts: Counts | None = None) -> BoolArray:
    """Tell which values lie far outside of the rest, by two robust rules that must agree.

    Beyond median -+ 5 times 1.4826 MAD, and outside of the quartiles by 3 interquartile ranges
    (Tukey 1977). Money and counts with a long tail to the right are judged by their logarithms
    above, and only what stands clearly apart from the next lower value is unusual among them.
    ``counts``: rows per value, one each if ``None``. NaN is never unusual; 20 rows or fewer do not
    say what is usual.

    >>> unusual(np.array([*range(20, 50), 200.0])).nonzero()[0]
    array([30])
    """
    return _judged(values, counts, _far)


def far_out(values: FloatArray, counts: Counts | None = None) -> BoolArray:
    """Tell which values are far out as numbers, the big spenders of a long tail among them.

    >>> far_out(np.array([*range(20, 50), 200.0])).nonzero()[0]
    array([30])
    """
    return _judged(values, counts, lambda *ordered: np.logical_or(*_beyond(*ordered)))


def _judged(
    values: FloatArray, counts: Counts | None, judge: Callable[[FloatArray, Counts], BoolArray]
) -> BoolArray:
    is_far = np.zeros(len(values), dtype=bool)
    known = np.flatnonzero(~np.isnan(values))
    counts = np.ones(len(values), dtype=np.int64) if counts is None else counts
    if counts[known].sum() > _ENOUGH_VALUES:
        places = known[np.argsort(values[known], kind="stable")]
        is_far[places] = judge(values[places], counts[places])
    return is_far


def percentiles(ordered: FloatArray, counts: Counts, shares: tuple[float, ...]) -> FloatArray:
    """Give percentiles (0 to 1) of ascending values that occur ``counts`` times each.

    The same as ``numpy.percentile`` of the values written out.

    >>> percentiles(np.array([1.0, 5.0]), np.array([3, 1]), (0.5, 1.0)).tolist()
    [1.0, 5.0]
    """
    ends = np.cumsum(counts)
    place = (ends[-1] - 1) * np.array(shares)
    below = np.floor(place)
    low, high = (ordered[np.searchsorted(ends, at, side="right")] for at in (below, np.ceil(place)))
    return np.asarray(low + (high - low) * (place - below))


def _far(ordered: FloatArray, counts: Counts) -> BoolArray:
    is_low, is_high = _beyond(ordered, counts)
    if is_high.any() and _has_long_tail(ordered, counts):
        is_high = _far_in_tail(ordered, counts, is_high)
    return np.asarray(is_low | is_high)


def _beyond(ordered: FloatArray, counts: Counts) -> tuple[BoolArray, BoolArray]:
    none = np.zeros(len(ordered), dtype=bool)
    lower, middle, upper = percentiles(ordered, counts, (0.25, 0.5, 0.75))
    distance = np.abs(ordered - middle)
    nearest = np.argsort(distance, kind="stable")
    (mad,) = percentiles(distance[nearest], counts[nearest], (0.5,))
    reach = _MADS * _MAD_TO_DEVIATION * float(mad)
    if reach == 0.0 or upper == lower:
        return none, none
    fence = _FENCES * (upper - lower)
    is_low = (ordered < middle - reach) & (ordered < lower - fence)
    is_high = (ordered > middle + reach) & (ordered > upper + fence)
    return is_low, is_high


def _has_long_tail(ordered: FloatArray, counts: Counts) -> bool:
    """Octile skewness (Hinkley 1975) of what is never below zero; one odd value does not move it."""
    low, middle, high = percentiles(ordered, counts, (0.125, 0.5, 0.875))
    if ordered[0] < 0 or high == low:
        return False
    return bool((high + low - 2 * middle) / (high - low) > _LONG_TAIL)


def _far_in_tail(ordered: FloatArray, counts: Counts, is_high: BoolArray) -> BoolArray:
    """Of the high values, those from the first gap on, by the scale of logarithms where it is small."""
    is_above = ordered > 0
    is_far = np.zeros(len(ordered), dtype=bool)
    _, is_far[is_above] = _beyond(np.log(ordered[is_above]), counts[is_above])
    times = np.ones(len(ordered))
    times[1:][is_above[:-1]] = ordered[1:][is_above[:-1]] / ordered[:-1][is_above[:-1]]
    starts = (times >= _HUGE_GAP) | (is_far & (times >= _CLEAR_GAP))
    return np.asarray(np.logical_or.accumulate(starts & is_high))
