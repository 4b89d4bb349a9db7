"""Many k-means runs at once: Lloyd's steps (1982) for whole batches of starts as matrix products.

Works in float32, which is enough to search; ``settling`` and ``measuring`` finish exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import FloatArray, IntArray
from desktop_app.core.segmenting.threads import Spread, in_turn

SingleArray = npt.NDArray[np.float32]

FAST_PRODUCT, FAST_RESULT = 960_000, 1_024  # OpenBLAS multiplies without detour up to about so many
CELLS_AT_ONCE = 131_072  # scores per block: half a megabyte, stays in the processor's cache
POINTS_PER_TASK, CELLS_PER_TASK = 16_384, 1_000_000  # about a millisecond
ROWS_AT_ONCE = 16_384
WIDE = 64  # rows side by side

LONG_STEP = 1.8  # every other step, where centres creep along
TINY_GAIN = 1e-6  # of the inertia; float32 cannot be trusted with less


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Where the points lie: ``middle`` (d,) is taken off, then all is divided by ``size``."""

    middle: FloatArray
    size: float

    @classmethod
    def around(cls, points: FloatArray, weights: FloatArray) -> "Frame":
        """Give the frame in which ``points`` (n, d) lie around 0 and within 1."""
        middle = weights @ points / weights.sum()
        farthest = 0.0
        for rows in slices_of(len(points), ROWS_AT_ONCE):
            lowest, highest = _extremes(points[rows])
            farthest = max(farthest, (highest - middle).max(), (middle - lowest).max())
        return cls(middle, float(farthest) or 1.0)

    def inward(self, points: FloatArray) -> FloatArray:
        """Give ``points`` (..., d) as they lie in the frame."""
        return (points - self.middle) / self.size

    def outward(self, centres: SingleArray) -> FloatArray:
        """Give ``centres`` (..., d) of the frame in the units of the points."""
        return centres.astype(np.float64) * self.size + self.middle


def _extremes(points: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Give the lowest and the highest value of each column; many rows side by side are faster."""
    n, d = points.shape
    wide = points[: n - n % WIDE].reshape(-1, WIDE * d)
    rest = points[n - n % WIDE :]
    both = [np.concatenate([wide.min(axis=0).reshape(-1, d), rest])] if len(wide) else [rest]
    tall = [np.concatenate([wide.max(axis=0).reshape(-1, d), rest])] if len(wide) else [rest]
    return both[0].min(axis=0), tall[0].max(axis=0)


@dataclass(frozen=True, slots=True, eq=False)
class SearchPoints:
    """Points made ready for matrix products, one in each column.

    ``columns``: (d + 1, n), the last row is ones; ``weights``: (n,) of mean 1, ``None`` if all are 1;
    ``scatter``: the weighted sum of squared lengths.
    """

    columns: SingleArray
    weights: SingleArray | None
    scatter: float

    @classmethod
    def of(cls, points: FloatArray, weights: FloatArray, frame: "Frame") -> "SearchPoints":
        """Make ``points`` (n, d) with ``weights`` ready, as they lie in ``frame``."""
        columns = np.ones((points.shape[1] + 1, len(points)), dtype=np.float32)
        for rows in slices_of(len(points), ROWS_AT_ONCE):
            columns[:-1, rows] = frame.inward(points[rows]).T
        return cls.weighing(columns, weights)

    @classmethod
    def weighing(cls, columns: SingleArray, weights: FloatArray) -> "SearchPoints":
        """Give ``columns`` with ``weights`` scaled to a mean of 1."""
        lengths = squared_lengths(columns[:-1])
        if np.all(weights == weights[0]):
            return cls(columns, None, float(lengths.sum(dtype=np.float64)))
        ones = weights / weights.mean()
        return cls(columns, ones.astype(np.float32), float(ones @ lengths))

    def part(self, drawn: IntArray, weights: FloatArray) -> "SearchPoints":
        """Give the ``drawn`` points with other ``weights``."""
        return SearchPoints.weighing(np.ascontiguousarray(self.columns[:, drawn]), weights)

    @property
    def places(self) -> SingleArray:
        """The points (d, n) without the row of ones."""
        return self.columns[:-1]

    @property
    def n_points(self) -> int:
        """How many points there are."""
        return self.columns.shape[1]

    @property
    def deviation(self) -> float:
        """How far the points are from 0, as a root of the mean square."""
        return float(np.sqrt(self.scatter / self.n_points))

    def weighted(self, values: SingleArray) -> SingleArray:
        """Give ``values`` (..., n) times the weights."""
        return values if self.weights is None else values * self.weights


def squared_lengths(places: SingleArray) -> SingleArray:
    """Give the squared distance from 0 (n,) of each of ``places`` (d, n)."""
    lengths: SingleArray = np.einsum("ij,ij->j", places, places)
    return lengths


def step(
    data: SearchPoints,
    batches: Sequence[SingleArray],
    *,
    length: float = 1.0,
    spread: Spread = in_turn,
) -> tuple[list[SingleArray], list[FloatArray]]:
    """Move each of the sets of centres in ``batches`` (r, k, d) to the means of its nearest points.

    Also gives each set's inertia before the move. A centre without points stays. The move is
    ``length`` times as long; up to 2 the segments cannot get less tight.
    """
    shapes = [batch.shape for batch in batches]
    flat = np.concatenate([batch.reshape(-1, batch.shape[-1]) for batch in batches])
    towards, inertia = scoring(flat), np.full(sum(r for r, *_ in shapes), data.scatter)
    sums = np.zeros((flat.shape[1] + 1, len(flat)))

    def add_up(task: "_Task") -> list[tuple[FloatArray, FloatArray]]:
        return [_sums(data, towards[part.centres], part.k, task.points) for part in task.parts]

    tasks = _tasks(_parts(shapes), data.n_points)
    for task, added in zip(tasks, spread(add_up, tasks), strict=True):
        for part, (part_sums, part_inertia) in zip(task.parts, added, strict=True):
            sums[:, part.centres] += part_sums
            inertia[part.sets] += part_inertia
    sizes = sums[-1]
    means = np.where(sizes > 0, sums[:-1] / np.where(sizes > 0, sizes, 1.0), flat.T)
    if length != 1.0:
        means = flat.T + length * (means - flat.T)
    ends = np.cumsum([r * k for r, k, _ in shapes])[:-1]
    moved = np.split(np.ascontiguousarray(means.T, dtype=np.float32), ends)
    reached = np.split(inertia, np.cumsum([r for r, *_ in shapes])[:-1])
    return [m.reshape(shape) for m, shape in zip(moved, shapes, strict=True)], reached


@dataclass(frozen=True, slots=True)
class _Part:
    """Sets of ``k`` centres that are looked at together: which centres, of which sets."""

    k: int
    centres: slice
    sets: slice


@dataclass(frozen=True, slots=True)
class _Task:
    """What one thread does at a time: a few parts on some of the points."""

    parts: list[_Part]
    points: slice


def _parts(shapes: Sequence[tuple[int, ...]]) -> list[_Part]:
    """Divide sets of ``shapes`` (r, k, d) into what small matrix products do at once."""
    parts, first_centre, first_set = [], 0, 0
    for r, k, d in shapes:
        n_together = max(1, FAST_RESULT // (d + 1) // k)
        for i in range(0, r, n_together):
            stop = min(i + n_together, r)
            centres = slice(first_centre + i * k, first_centre + stop * k)
            parts.append(_Part(k, centres, slice(first_set + i, first_set + stop)))
        first_centre, first_set = first_centre + r * k, first_set + r
    return parts


def _tasks(parts: Sequence[_Part], n_points: int) -> list[_Task]:
    """Give tasks of about equal work; the same on every machine, and so are the sums."""
    shared: list[list[_Part]] = [[]]
    n_cells = 0
    for part in parts:
        if n_cells >= CELLS_PER_TASK:
            shared.append([])
            n_cells = 0
        shared[-1].append(part)
        n_cells += (part.centres.stop - part.centres.start) * min(n_points, POINTS_PER_TASK)
    return [_Task(own, points) for points in slices_of(n_points, POINTS_PER_TASK) for own in shared]


def scoring(centres: SingleArray) -> SingleArray:
    """Give what, times a point with a 1 at its end, is the squared distance less the point's own."""
    towards = np.empty((len(centres), centres.shape[1] + 1), dtype=np.float32)
    np.multiply(centres, -2, out=towards[:, :-1])
    np.einsum("ij,ij->i", centres, centres, out=towards[:, -1])
    return towards


def slices_of(n: int, size: int) -> list[slice]:
    """Divide n rows or columns into slices of ``size``."""
    return [slice(i, min(i + size, n)) for i in range(0, n, size)]


def points_at_once(m: int, d: int) -> int:
    """Give how many points to compare with ``m`` centres at once."""
    return max(WIDE, min(CELLS_AT_ONCE // m, FAST_PRODUCT // (m * (d + 1))))


def _sums(
    data: SearchPoints, towards: SingleArray, k: int, rows: slice
) -> tuple[FloatArray, FloatArray]:
    """Give the sums (d + 1, m) of the points nearest to each centre, and the inertia of each set."""
    m, n_sets = len(towards), len(towards) // k
    sums, inertia = np.zeros((towards.shape[1], m)), np.zeros(n_sets)
    size = min(points_at_once(m, towards.shape[1] - 1), rows.stop - rows.start)
    scores, is_nearest = np.empty((2, m * size), dtype=np.float32)
    best, is_best = np.empty(n_sets * size, dtype=np.float32), np.empty(m * size, dtype=np.bool_)
    for start in range(rows.start, rows.stop, size):
        block = slice(start, min(start + size, rows.stop))
        points, n = data.columns[:, block], block.stop - block.start
        near, are_near = is_nearest[: m * n].reshape(m, n), is_best[: m * n].reshape(m, n)
        lowest = best[: n_sets * n].reshape(n_sets, n)
        own = np.matmul(towards, points, out=scores[: m * n].reshape(m, n))
        mark_nearest(own, k, lowest, are_near)
        np.copyto(near, are_near)
        if data.weights is None:
            inertia += lowest.sum(axis=1)
        else:
            points = points * data.weights[block]
            inertia += lowest @ data.weights[block]
        sums += points @ near.T
    return sums, inertia


def mark_nearest(
    scores: SingleArray, k: int, lowest: SingleArray, is_nearest: npt.NDArray[np.bool_]
) -> None:
    """Fill in the lowest of the ``scores`` (r k, n) of each set, (r, n), and where it is reached."""
    by_set = scores.reshape(len(lowest), k, -1)
    np.minimum.reduce(by_set, axis=1, out=lowest)
    np.equal(by_set, lowest[:, None], out=is_nearest.reshape(by_set.shape))


@dataclass(frozen=True, slots=True, eq=False)
class Finalists:
    """Sets of centres (r, k, d) for one k, tightest first, and their inertia (r,) as in ``step``."""

    sets: SingleArray
    inertia: FloatArray

    def best(self, n_kept: int) -> "Finalists":
        """Give only the first ``n_kept``."""
        return Finalists(self.sets[:n_kept], self.inertia[:n_kept])

    def apart(self, same: float) -> "Finalists":
        """Give only the tightest of those whose centres are nowhere further apart than ``same``.

        Their order does not count: a sum of coordinates, no two alike, stands for each centre.
        """
        d = self.sets.shape[2]
        tilt = np.sqrt(np.arange(1, d + 1) * 2 / (d + 1))
        places = np.sort(self.sets @ tilt, axis=1)
        gaps = np.abs(places[:, None] - places).max(axis=2)
        differs = ~np.tril(gaps <= same, -1).any(axis=1)
        return Finalists(self.sets[differs], self.inertia[differs])

    def within(self, reach: float) -> "Finalists":
        """Give those that are not worse than the best by more than ``reach``, a part of it."""
        is_near = self.inertia <= self.inertia[0] + reach * abs(self.inertia[0])
        return Finalists(self.sets[is_near], self.inertia[is_near])


def run(
    data: SearchPoints,
    batches: Sequence[SingleArray],
    n_steps: int,
    *,
    spread: Spread = in_turn,
    progress: Progress = NO_PROGRESS,
) -> list[Finalists]:
    """Take up to ``n_steps`` steps with each set of each batch (r, k, d), one batch for each k.

    A set that gets no better any more rests.
    """
    sets = [batch.copy() for batch in batches]
    inertia = [np.full(len(batch), np.inf) for batch in batches]
    going = [np.arange(len(batch)) for batch in batches]
    for turn in range(n_steps):
        progress.checkpoint()
        active = [i for i, own in enumerate(going) if len(own)]
        if not active:
            break
        length = LONG_STEP if turn % 2 else 1.0
        moving = [sets[i][going[i]] for i in active]
        steps = step(data, moving, length=length, spread=spread)
        for i, moved, reached in zip(active, *steps, strict=True):
            is_better = inertia[i][going[i]] - reached > TINY_GAIN * np.abs(reached)
            inertia[i][going[i]] = np.minimum(inertia[i][going[i]], reached)
            going[i] = going[i][is_better]
            sets[i][going[i]] = moved[is_better]
    orders = [np.argsort(own, kind="stable") for own in inertia]
    return [
        Finalists(own_sets[order], own[order])
        for own_sets, own, order in zip(sets, inertia, orders, strict=True)
    ]
