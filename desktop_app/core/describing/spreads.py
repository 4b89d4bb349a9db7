"""How the values of one number column are spread within each segment."""

from dataclasses import dataclass

import numpy as np

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import FloatArray, Segmentation

N_BARS = 48  # of a shape; finer than what an eye tells apart in the width of a window
FEW = 12  # customers of whom a shape would make something up: each is told alone
FAR = 1.6  # the whole range is shown while it is at most so many times the usual one
_QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
_SMOOTHING = np.array([1.0, 3.0, 5.0, 3.0, 1.0]) / 13.0


@dataclass(frozen=True, slots=True)
class SegmentSpread:
    """The known values of one segment in the file's units; ``n`` customers have one.

    Nine of ten values lie between ``usual_low`` and ``usual_high``, half of them between ``lower``
    and ``upper``. ``heights``: (``N_BARS``,) how crowded each part of the range is, 1 where most;
    empty where there are ``FEW`` customers, whose ``values`` are told instead.
    """

    n: int
    usual_low: float
    lower: float
    middle: float
    upper: float
    usual_high: float
    heights: tuple[float, ...] = ()
    values: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class FactSpread:
    """One column in all segments, between ``low`` and ``high``; ``None``: no value is known.

    ``n_beyond`` values lie outside of these ends, ``n_empty`` customers have no value.
    """

    column: str
    low: float
    high: float
    everyone: SegmentSpread
    segments: tuple[SegmentSpread | None, ...]
    n_beyond: int = 0
    n_empty: int = 0


def fact_spread(
    table: CustomerTable,
    segmentation: Segmentation,
    column: str,
    *,
    progress: Progress = NO_PROGRESS,
) -> FactSpread | None:
    """Give the spread of ``column`` in every segment; ``None`` if nobody has a value.

    Customers who were left out count nowhere.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"Age": [20.0, 22.0, 60.0]})
    >>> found = Segmentation(
    ...     k=2, labels=np.array([0, 0, 1]), centres=np.zeros((2, 1)),
    ...     centres_in_units=np.zeros((2, 1)), sizes=(2, 1), typical=(0, 2), inertia=2.0,
    ...     features=(), margin=np.ones(3), neighbour=np.array([1, 1, 0]),
    ... )
    >>> spread = fact_spread(CustomerTable(frame, (), frame), found, "Age")
    >>> [part.middle for part in spread.segments], spread.everyone.n
    ([21.0, 60.0], 3)
    """
    progress.checkpoint()
    values = table.series(column).to_numpy(dtype=np.float64, na_value=np.nan)
    is_known = np.isfinite(values) & (segmentation.labels >= 0)
    known, labels = values[is_known], segmentation.labels[is_known]
    if not len(known):
        return None
    order = np.argsort(labels, kind="stable")
    ends = np.cumsum(np.bincount(labels, minlength=segmentation.k))
    parts = np.split(known[order], ends[:-1])
    progress.checkpoint()
    quantiles = [np.quantile(part, _QUANTILES) for part in parts if len(part)]
    low, high = _range(known, quantiles)
    return FactSpread(
        column,
        low,
        high,
        _spread(known, low, high),
        tuple(_spread(part, low, high) if len(part) else None for part in parts),
        n_beyond=int(((known < low) | (known > high)).sum()),
        n_empty=int((segmentation.labels >= 0).sum()) - len(known),
    )


def _range(known: FloatArray, quantiles: list[FloatArray]) -> tuple[float, float]:
    """Give all values room, or, where a few lie far out, nine of ten of every segment."""
    least, most = float(known.min()), float(known.max())
    low, high = min(float(q[0]) for q in quantiles), max(float(q[-1]) for q in quantiles)
    return (least, most) if most - least <= FAR * (high - low) or low == high else (low, high)


def _spread(values: FloatArray, low: float, high: float) -> SegmentSpread:
    usual_low, lower, middle, upper, usual_high = map(float, np.quantile(values, _QUANTILES))
    told: tuple[float, ...] = ()
    heights: tuple[float, ...] = ()
    if len(values) <= FEW:
        told = tuple(np.sort(values).tolist())
    else:
        counts, _edges = np.histogram(values, bins=N_BARS, range=(low, high))
        smooth = np.convolve(counts, _SMOOTHING, mode="same")
        heights = tuple((smooth / max(smooth.max(), 1e-12)).tolist())
    return SegmentSpread(
        len(values), usual_low, lower, middle, upper, usual_high, heights=heights, values=told
    )
