"""Who gets no mail, by chance, and what those who got it did differently afterwards.

Knows nothing of mail and makes no sentences.
"""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import FloatArray, IntArray, Segmentation
from desktop_app.core.tracking.baseline import Baseline, customer_names, first_rows
from desktop_app.core.tracking.choices import HoldOut

BoolArray = npt.NDArray[np.bool_]

FEWEST = 30  # below, a mean tells more about single customers than about the mail
_SURE = 0.95


def held_out(ids: Sequence[str], labels: IntArray, choice: HoldOut) -> BoolArray:
    """Tell of each customer (n,) whether they are held out; ``ids`` are each there once.

    In each segment it is the ``choice.share`` of its customers, rounded, whose hash of seed and id is
    lowest: chance, but the same for the same customers in any order. Who is in no segment is not
    held out.

    Examples
    --------
    >>> ids = [f"C-{i}" for i in range(100)]
    >>> held_out(ids, np.zeros(100, dtype=np.int64), HoldOut(0.1)).sum().item()
    10
    """
    is_held = np.zeros(len(labels), dtype=np.bool_)
    if not choice.is_on:
        return is_held
    draws = np.array([_draw(choice.seed, name) for name in ids], dtype=np.uint64)
    for segment in range(int(labels.max(initial=-1)) + 1):
        members = np.flatnonzero(labels == segment)
        n_held = math.floor(choice.share * len(members) + 0.5)
        is_held[members[np.argsort(draws[members], kind="stable")[:n_held]]] = True
    return is_held


def held_out_rows(
    table: CustomerTable, segmentation: Segmentation, choice: HoldOut
) -> BoolArray | None:
    """Tell of each row of the table whether its customer is held out; ``None`` if nobody shall be.

    Rows of one customer share the lot of the first.

    Examples
    --------
    >>> from desktop_app.core.tracking.choices import HoldOut
    >>> held_out_rows(None, None, HoldOut()) is None
    True
    """
    if not choice.is_on:
        return None
    names = customer_names(table)
    rows = first_rows(table)
    labels = segmentation.labels[list(rows.values())]
    held = {
        n for n, is_out in zip(rows, held_out(tuple(rows), labels, choice), strict=True) if is_out
    }
    is_held = np.fromiter((name in held for name in names), dtype=np.bool_, count=len(names))
    return is_held & (segmentation.labels >= 0)


def _draw(seed: int, name: str) -> int:
    """Give the lot of a customer."""
    text = f"{seed}\x1f{name}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest())


@dataclass(frozen=True, slots=True)
class Side:
    """How many customers there are on one side, and the mean and variance of their fact."""

    n: int
    mean: float
    variance: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Those who were written to against those held out, of one segment; ``None`` is everyone.

    ``difference`` is the first mean less the second, ``low`` to ``high`` its 95 % interval (Welch);
    all in the fact's own units, NaN where there are too few.
    """

    segment: int | None
    written_to: Side
    kept_back: Side
    difference: float
    low: float
    high: float

    @property
    def is_too_few(self) -> bool:
        """Nothing can be said of so few people."""
        return min(self.written_to.n, self.kept_back.n) < FEWEST

    @property
    def is_clear(self) -> bool:
        """Chance alone would hardly make such a difference."""
        return not self.is_too_few and (self.low > 0 or self.high < 0)


def compare_held_out(
    baseline: Baseline,
    choice: HoldOut,
    newer: CustomerTable,
    fact: str,
    *,
    progress: Progress = NO_PROGRESS,
) -> tuple[Comparison, ...]:
    """Compare a number column of a newer table: everyone first, then each segment of the baseline.

    Counted are customers who were in a segment, are in the newer table and have a number there.

    Examples
    --------
    >>> compare_sides(np.arange(40.0) + 5, np.arange(40.0), None).is_too_few
    False
    """
    progress.checkpoint()
    is_held = held_out(baseline.ids, baseline.labels, choice)
    rows, values = first_rows(newer), newer.series(fact).to_numpy(np.float64)
    now = np.array([values[rows[name]] if name in rows else np.nan for name in baseline.ids])
    is_known = (baseline.labels >= 0) & np.isfinite(now)

    def compared(segment: int | None) -> Comparison:
        is_in = is_known if segment is None else is_known & (baseline.labels == segment)
        return compare_sides(now[is_in & ~is_held], now[is_in & is_held], segment)

    return tuple(compared(segment) for segment in (None, *range(baseline.k)))


def compare_sides(written_to: FloatArray, kept_back: FloatArray, segment: int | None) -> Comparison:
    """Compare the means of two sides as Welch does (Biometrika 34, 1947): variances may differ.

    Examples
    --------
    >>> sides = compare_sides(np.arange(40.0) + 50, np.arange(40.0), None)
    >>> sides.difference, round(sides.low, 2), sides.is_clear
    (50.0, 44.8, True)
    """
    one, other = _side(written_to), _side(kept_back)
    difference = one.mean - other.mean
    if min(one.n, other.n) < FEWEST:
        return Comparison(segment, one, other, difference, math.nan, math.nan)
    reach = _reach(one, other)
    return Comparison(segment, one, other, difference, difference - reach, difference + reach)


def _side(values: FloatArray) -> Side:
    n = len(values)
    mean = float(values.mean()) if n else math.nan
    return Side(n, mean, float(values.var(ddof=1)) if n > 1 else math.nan)


def _reach(one: Side, other: Side) -> float:
    """Give half the width of the interval."""
    from scipy.stats import t

    parts = (one.variance / one.n, other.variance / other.n)
    total = sum(parts)
    if total == 0:
        return 0.0
    freedom = total**2 / (parts[0] ** 2 / (one.n - 1) + parts[1] ** 2 / (other.n - 1))
    return float(t.ppf((1 + _SURE) / 2, freedom)) * math.sqrt(total)
