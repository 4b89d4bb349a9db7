"""How the number columns go together, two by two.

The measure is Spearman's: the correlation of ranks. A shop's numbers are lopsided, and a few big
spenders must not decide alone what Pearson's would let them; nor must a relation be a straight line
to count. Nothing here draws or says anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.checked import FloatArray, IntArray
from desktop_app.core.progress import NO_PROGRESS, Progress

MOST_COLUMNS = 12  # more cells cannot be read
ROWS_COMPARED = 20_000  # a relation is then known to within .01 or so
FEWEST_ROWS = 10  # fewer agree by chance
_MOST_TRIED = 40  # columns; pairs grow with the square
_ROWS_TRIED = 2_000
_WEAKEST = 0.2
_DOUBTS = 3.0  # standard errors, 1/sqrt(n): chance gets there once in 400 pairs


class Closeness(StrEnum):
    """How closely two columns go together, whichever way."""

    ALMOST_ALWAYS = "almost_always"
    MOSTLY = "mostly"
    OFTEN = "often"
    HARDLY = "hardly"


@dataclass(frozen=True, slots=True)
class Relation:
    """Two columns: ``strength`` from -1 (opposite ways) to 1 (together), over ``n`` rows with both."""

    first: str
    second: str
    strength: float
    n: int

    @property
    def size(self) -> float:
        """The strength whichever way, below nought if it is unknown."""
        return -1.0 if np.isnan(self.strength) else abs(self.strength)

    @property
    def closeness(self) -> Closeness:
        """How close; what chance alone could do is hardly."""
        return closeness_of(self.strength, self.n)


@dataclass(frozen=True, slots=True, eq=False)
class RelationMap:
    """Number columns, related ones side by side, and the strength of each pair.

    ``strengths``: (p, p), 1 on the diagonal, NaN where too few rows have both values or one never
    changes; ``counts``: (p, p) rows with both. ``n_rows`` of ``n_rows_in_all`` were looked at.
    ``left_out`` names the columns that are less related than those shown.
    """

    columns: tuple[str, ...]
    strengths: FloatArray
    counts: IntArray
    n_rows: int
    n_rows_in_all: int
    left_out: tuple[str, ...] = ()

    def relation(self, one: int, other: int) -> Relation:
        """Give the pair at two places."""
        return Relation(
            self.columns[one],
            self.columns[other],
            float(self.strengths[one, other]),
            int(self.counts[one, other]),
        )

    def pairs(self) -> list[Relation]:
        """Give all pairs, the closest first, those of unknown strength last."""
        pairs = [self.relation(i, j) for i, j in combinations(range(len(self.columns)), 2)]
        return sorted(pairs, key=lambda pair: (-pair.size, pair.first, pair.second))

    def strongest(self) -> list[Relation]:
        """Give the pairs that go together by more than chance, the closest first."""
        return [pair for pair in self.pairs() if pair.closeness is not Closeness.HARDLY]


def relate(
    numbers: Mapping[str, FloatArray], *, progress: Progress = NO_PROGRESS
) -> RelationMap | None:
    """Relate columns, each (n,) with NaN for no value; ``None`` if fewer than two can be.

    At most ``MOST_COLUMNS`` are kept, the most related ones, over at most ``ROWS_COMPARED`` rows
    taken evenly from all. Each pair uses the rows that have both values.

    Raises
    ------
    Cancelled
        ``progress`` says that the result is no longer wanted.

    Examples
    --------
    >>> steps = np.arange(20.0)
    >>> found = relate({"a": steps, "b": -(steps**3)})
    >>> found.strongest()
    [Relation(first='a', second='b', strength=-1.0, n=20)]
    """
    n_rows = len(next(iter(numbers.values()), ()))
    frame = pd.DataFrame(dict(numbers)).iloc[:: max(1, -(-n_rows // ROWS_COMPARED))]
    frame = frame[[name for name in frame.columns if frame[name].nunique() > 1]]
    if len(frame.columns) < 2:
        return None
    kept = _most_related(frame)
    progress.checkpoint()
    found = _strengths(frame[kept])
    progress.checkpoint()
    order = _side_by_side(np.abs(np.nan_to_num(found)))
    filled = frame[kept].notna().to_numpy().astype(np.int64)
    return RelationMap(
        tuple(kept[place] for place in order),
        found[np.ix_(order, order)],
        (filled.T @ filled)[np.ix_(order, order)],
        len(frame),
        n_rows,
        tuple(name for name in numbers if name in frame.columns and name not in kept),
    )


def closeness_of(strength: float, n: int) -> Closeness:
    """Tell how close a relation over ``n`` rows is; NaN is hardly.

    >>> closeness_of(-0.7, 500).value, closeness_of(0.3, 500).value, closeness_of(0.3, 50).value
    ('mostly', 'often', 'hardly')
    """
    size = abs(strength)
    if not size >= max(_WEAKEST, _DOUBTS / max(n, 1) ** 0.5):
        return Closeness.HARDLY
    if size >= 0.9:
        return Closeness.ALMOST_ALWAYS
    return Closeness.MOSTLY if size >= 0.6 else Closeness.OFTEN


def _strengths(frame: pd.DataFrame) -> FloatArray:
    found = frame.corr(method="spearman", min_periods=FEWEST_ROWS).to_numpy(copy=True)
    np.fill_diagonal(found, 1.0)
    return np.clip(found, -1.0, 1.0)


def _most_related(frame: pd.DataFrame) -> list[str]:
    """Give the columns to keep, in the order of the frame."""
    names = [str(name) for name in frame.columns]
    if len(names) <= MOST_COLUMNS:
        return names
    tried = frame[names[:_MOST_TRIED]].iloc[:: max(1, len(frame) // _ROWS_TRIED)]
    sizes = np.abs(np.nan_to_num(_strengths(tried)))
    np.fill_diagonal(sizes, 0.0)
    ranked = sorted(range(len(sizes)), key=lambda place: (-sizes[place].max(), place))
    kept = set(ranked[:MOST_COLUMNS])
    return [name for place, name in enumerate(names) if place in kept]


def _side_by_side(sizes: npt.NDArray[np.float64]) -> list[int]:
    """Begin with the closest pair and let the column closest to either end come next."""
    sizes = sizes.copy()
    np.fill_diagonal(sizes, -1.0)
    chain = [int(place) for place in np.unravel_index(int(np.argmax(sizes)), sizes.shape)]
    while len(chain) < len(sizes):
        rest = [place for place in range(len(sizes)) if place not in chain]
        at_start = max(rest, key=lambda place: sizes[place, chain[0]])
        at_end = max(rest, key=lambda place: sizes[place, chain[-1]])
        if sizes[at_start, chain[0]] > sizes[at_end, chain[-1]]:
            chain.insert(0, at_start)
        else:
            chain.append(at_end)
    return chain
