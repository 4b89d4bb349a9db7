"""Round places along a scale: where bars begin and end, and bands that can be read aloud.

Knows numbers and days since 1970, and nothing of columns.
"""

import math

import numpy as np
import numpy.typing as npt

from desktop_app.core.checking.checked import FloatArray

_STEPS = (1.0, 2.0, 2.5, 5.0)
_HALVES_END = 2.0**50  # float64 holds no halves of numbers much larger
_DAYS_IN_A_WEEK = 7
_FIRST_MONDAY = 4  # days since 1970; the first of January was a Thursday
_WORTH_OF_A_BAND = 0.01  # of evenness: where two ways are as even, more bands show more
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 6_000)


def even_edges(low: float, high: float, most: int, *, is_whole: bool) -> FloatArray:
    """Give edges of at most ``most`` equal intervals that hold everything from low to high.

    Each interval holds its lower edge and not its upper one. Whole numbers with few values get an
    interval each, with the number in its middle.

    >>> even_edges(18, 79, 8, is_whole=True).tolist()
    [10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0]
    >>> even_edges(1, 3, 8, is_whole=True).tolist()
    [0.5, 1.5, 2.5, 3.5]
    """
    if is_whole and high - low < most and max(-low, high) < _HALVES_END:
        return np.arange(low - 0.5, high + 1.0, dtype=np.float64)
    if not high > low:
        half = 0.5 if abs(low) < _HALVES_END else np.spacing(abs(low))
        return np.array([low - half, high + half])
    for step in round_steps((high - low) / most, is_whole=is_whole):
        first, last = math.floor(low / step), math.floor(high / step) + 1
        if last - first <= most:
            edges = np.arange(first, last + 1, dtype=np.float64) * step
            if (np.diff(edges) > 0).all() and edges[0] <= low and high < edges[-1]:
                return edges
            break
    return np.unique(np.linspace(low, high, most + 1))  # so near each other that rounding fails


def round_steps(least: float, *, is_whole: bool = False) -> list[float]:
    """Give a few round steps from ``least`` on, the smallest first: 1, 2, 2.5, 5, 10 and so on.

    >>> round_steps(3.0)[:3]
    [5.0, 10.0, 20.0]
    """
    power = math.floor(math.log10(least)) if least > 0 else 0
    steps = [factor * 10.0**exponent for exponent in range(power, power + 3) for factor in _STEPS]
    return [
        step
        for step in steps
        if step >= least * (1 - 1e-9) and (not is_whole or (step >= 1 and step == math.floor(step)))
    ]


def day_edges(low: float, high: float, most: int) -> FloatArray:
    """Give edges at days, Mondays, or first days of months or years, for days since 1970.

    >>> day_edges(0.0, 300.0, 12).tolist()[:3]
    [0.0, 31.0, 59.0]
    """
    first, last = math.floor(low), math.floor(high)
    if last - first < most:
        return np.arange(first, last + 2, dtype=np.float64)
    monday = first - (first - _FIRST_MONDAY) % _DAYS_IN_A_WEEK
    if (last - monday) // _DAYS_IN_A_WEEK < most:
        return np.arange(monday, last + _DAYS_IN_A_WEEK + 1, _DAYS_IN_A_WEEK, dtype=np.float64)
    return _month_edges(first, last, most)


def band_edges(values: FloatArray, least: int, most: int) -> FloatArray | None:
    """Give the round inner edges that part ``values`` most evenly into ``least`` to ``most`` bands.

    Even steps (20, 40, 60) or, for a long tail, growing ones (100, 200, 500). ``values`` are known,
    (n,). ``None`` if there are too few different values to part.

    >>> band_edges(np.arange(0.0, 100.0), 4, 7).tolist()
    [20.0, 40.0, 60.0, 80.0]
    """
    ordered = np.sort(values)
    best, best_score = None, -1.0
    for edges in _possible_bands(ordered, least, most):
        counts = np.diff(np.searchsorted(ordered, [-np.inf, *edges, np.inf]))
        shares = counts[counts > 0] / len(ordered)
        evenness = float(-(shares * np.log(shares)).sum()) / math.log(len(counts))
        score = evenness + _WORTH_OF_A_BAND * len(counts)
        if score > best_score + 1e-9:
            best, best_score = edges, score
    return best


def _possible_bands(ordered: FloatArray, least: int, most: int) -> list[FloatArray]:
    low, high = (float(value) for value in np.percentile(ordered, [2.0, 98.0]))
    if not high > low:
        return []
    scales = [
        np.arange(math.floor(low / step) + 1, math.ceil(high / step), dtype=np.float64) * step
        for step in round_steps((high - low) / (2 * most))
    ]
    if high > 0:
        powers = 10.0 ** np.arange(math.floor(math.log10(high)) - 3, math.ceil(math.log10(high)))
        scales += [np.sort(np.outer(powers, steps).ravel()) for steps in ((1, 2, 5), (1, 3), (1,))]
    inside = [scale[(scale > low) & (scale < high)] for scale in scales]
    return [scale for scale in inside if least <= len(scale) + 1 <= most]


def _month_edges(first: int, last: int, most: int) -> FloatArray:
    ends = np.array([first, last]).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    for step in _MONTHS:
        start, stop = ends[0] // step * step, ends[1] // step * step + step
        if (stop - start) // step <= most:
            break
    months: npt.NDArray[np.int64] = np.arange(start, stop + 1, step)
    days = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return days.astype(np.float64)
