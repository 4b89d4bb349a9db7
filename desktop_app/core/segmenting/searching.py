"""The search for good centres for every k: many short runs, of which the best go on.

Knows prepared points only, scaled to about 1; ``settling`` finishes what is found here.
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.lloyd import TINY_GAIN, SearchPoints, SingleArray, run
from desktop_app.core.segmenting.starts import (
    plus_plus,
    with_one_less,
    with_one_more,
    with_one_swapped,
)

USUAL_K = 10  # improved together, so that a shorter scan finds the same centres
HEATS = ((3, 1 / 3), (6, 1 / 4), (60, 0.0))  # steps to take, then the share of runs that go on


@dataclass(frozen=True, slots=True)
class Effort:
    """How many starts of each sort are tried for each k."""

    n_seeded: int
    n_added: int
    n_swapped: int
    n_rounds: int


THOROUGH = Effort(n_seeded=32, n_added=16, n_swapped=4, n_rounds=3)
BRISK = Effort(n_seeded=10, n_added=8, n_swapped=1, n_rounds=1)


class Search:
    """The best centres so far for every k = 1 .. ``max_k``.

    ``data`` holds at least ``max_k`` distinct points. The same seed finds the same centres, and
    those up to ``USUAL_K`` do not depend on a ``max_k`` beyond it.
    """

    def __init__(
        self,
        data: SearchPoints,
        max_k: int,
        seed: int,
        effort: Effort,
        progress: Progress = NO_PROGRESS,
    ) -> None:
        self._data, self._max_k, self._seed = data, max_k, seed
        self._effort, self._progress = effort, progress
        weights = data.weights.astype(np.float64)
        mean = (weights @ data.points / weights.sum()).astype(np.float32)
        self._best: dict[int, SingleArray] = {1: mean[None, :]}
        self._inertia: dict[int, float] = {}

    def find(self) -> list[SingleArray]:
        """Give good centres (k, d) for each k."""
        self._grow()
        for turn in range(self._effort.n_rounds):
            self._progress.report(0.5 + 0.5 * turn / self._effort.n_rounds, "search")
            if not self._improve(turn):
                break
        return [self._best[k] for k in range(1, self._max_k + 1)]

    def _grow(self) -> None:
        effort = self._effort
        seeds = plus_plus(
            self._data, effort.n_seeded, self._max_k, self._generator(0), progress=self._progress
        )
        for k in range(2, self._max_k + 1):
            self._progress.report(0.5 * k / self._max_k, "search")
            smaller = self._best[k - 1]
            grown = with_one_more(self._data, smaller, effort.n_added, self._generator(1, k))
            self._race(np.concatenate([grown, seeds[:, :k]]))

    def _improve(self, turn: int) -> bool:
        """Try to learn from the neighbouring k, then from single swaps; say whether any k gained."""
        last = min(self._max_k, USUAL_K)
        gains = [self._race(with_one_less(self._best[k + 1])) for k in range(last - 1, 1, -1)]
        for k in range(2, last + 1):
            rng = self._generator(2, turn, k)
            swapped = with_one_swapped(self._data, self._best[k], self._effort.n_swapped, rng)
            gains.append(self._race(swapped))
        return any(gains)

    def _race(self, starts: SingleArray) -> bool:
        """Run ``starts`` (r, k, d) in heats; keep the winner if it beats the best so far."""
        k = starts.shape[1]
        for n_steps, share in HEATS:
            starts, inertia = run(self._data, starts, n_steps, progress=self._progress)
            n_left = max(1, int(np.ceil(len(starts) * share)))
            starts = starts[np.argsort(inertia, kind="stable")[:n_left]]
        lowest, before = float(inertia.min()), self._inertia.get(k, np.inf)
        if before - lowest <= TINY_GAIN * abs(lowest):
            return False
        self._best[k], self._inertia[k] = starts[0], lowest
        return True

    def _generator(self, *purpose: int) -> np.random.Generator:
        return np.random.default_rng((self._seed, *purpose))
