"""Many k-means runs at once: Lloyd's steps (1982) for a whole batch of starts as matrix products.

Works in float32, which is enough to search; ``settling`` finishes exactly.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.core.progress import Progress
from desktop_app.core.segmenting.results import FloatArray

SingleArray = npt.NDArray[np.float32]

CELLS_AT_ONCE = 262_144  # scores per block: one megabyte, stays in the processor's cache

TINY_GAIN = 1e-5  # of the inertia; float32 cannot be trusted with less


@dataclass(frozen=True, slots=True, eq=False)
class SearchPoints:
    """Points made ready for matrix products.

    ``rows``: (n, d + 1) with a last column of ones; ``weighted``: the same times the weights;
    ``weights``: (n,) of mean 1.
    """

    rows: SingleArray
    weighted: SingleArray
    weights: SingleArray

    @classmethod
    def of(cls, points: FloatArray, weights: FloatArray) -> "SearchPoints":
        """Make ``points`` (n, d) with ``weights`` ready."""
        rows = np.ones((len(points), points.shape[1] + 1), dtype=np.float32)
        rows[:, :-1] = points
        if np.all(weights == weights[0]):
            return cls(rows, rows, np.ones(len(points), dtype=np.float32))
        mean_one = (weights / weights.mean()).astype(np.float32)
        return cls(rows, rows * mean_one[:, None], mean_one)

    @property
    def points(self) -> SingleArray:
        """The points without the column of ones."""
        return self.rows[:, :-1]


def step(data: SearchPoints, centres: SingleArray) -> tuple[SingleArray, FloatArray]:
    """Move each of r sets of k ``centres`` (r, k, d) to the means of its nearest points.

    Also gives, for each set before the move, its inertia up to a constant of ``data``. A centre
    without points stays.
    """
    r, k, d = centres.shape
    towards = np.empty((r * k, d + 1), dtype=np.float32)
    flat = centres.reshape(r * k, d)
    np.multiply(flat, -2, out=towards[:, :-1])
    np.einsum("ij,ij->i", flat, flat, out=towards[:, -1])
    sums, inertia = np.zeros((r * k, d + 1)), np.zeros(r)
    size = max(256, CELLS_AT_ONCE // (r * k))
    for start in range(0, len(data.rows), size):
        block = slice(start, start + size)
        scores = (towards @ data.rows[block].T).reshape(r, k, -1)
        best = scores.min(axis=1)
        is_nearest = (scores == best[:, None, :]).astype(np.float32)
        sums += is_nearest.reshape(r * k, -1) @ data.weighted[block]
        inertia += best @ data.weights[block]
    sizes = sums[:, -1:]
    means = np.where(sizes > 0, sums[:, :-1] / np.where(sizes > 0, sizes, 1.0), flat)
    return means.reshape(r, k, d).astype(np.float32), inertia


def run(
    data: SearchPoints, centres: SingleArray, n_steps: int, *, progress: Progress
) -> tuple[SingleArray, FloatArray]:
    """Take up to ``n_steps`` steps with each set; a set that gets no better any more rests.

    Gives the sets and their inertia as in ``step``, tightest first.
    """
    centres, inertia = centres.copy(), np.full(len(centres), np.inf)
    going = np.arange(len(centres))
    for _ in range(n_steps):
        progress.checkpoint()
        moved, reached = step(data, centres[going])
        is_better = inertia[going] - reached > TINY_GAIN * np.abs(reached)
        inertia[going] = np.minimum(inertia[going], reached)
        going = going[is_better]
        if not len(going):
            break
        centres[going] = moved[is_better]
    order = np.argsort(inertia, kind="stable")
    return centres[order], inertia[order]
