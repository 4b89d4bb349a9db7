"""The search for good centres for every k: many short runs, of which the best go on.

Knows prepared points only, scaled to about 1; ``settling`` finishes what is found here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.lloyd import SearchPoints, SingleArray, run
from desktop_app.core.segmenting.results import FloatArray
from desktop_app.core.segmenting.starts import (
    plus_plus,
    with_one_less,
    with_one_more,
    with_one_swapped,
)

USUAL_K = 11  # improved together, so that a shorter scan finds the same; 10 learns from 11
SAME = 3e-6  # of the inertia; runs that end closer than this are taken for one

Heats = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Effort:
    """How many starts of each sort are tried for each k; ``n_seeded`` only where none are given.

    ``heats``: the steps to take, then how many runs go on; ``later_heats`` is the same for starts
    made of good centres. ``n_finalists`` are kept for each k: on all customers, or after exchanges,
    another one may turn out to be the best.
    """

    n_seeded: int
    n_added: int
    n_swapped: int
    n_rounds: int
    heats: Heats
    later_heats: Heats
    n_finalists: int


THOROUGH = Effort(
    n_seeded=64,
    n_added=32,
    n_swapped=8,
    n_rounds=3,
    heats=((3, 32), (6, 16), (40, 12)),
    later_heats=((3, 16), (6, 8), (40, 8)),
    n_finalists=12,
)
BRISK = Effort(
    n_seeded=12,
    n_added=8,
    n_swapped=1,
    n_rounds=1,
    heats=((3, 12), (6, 8), (20, 6)),
    later_heats=((3, 4), (15, 2)),
    n_finalists=8,
)
REVIEW = Effort(
    n_seeded=0,
    n_added=3,
    n_swapped=1,
    n_rounds=1,
    heats=((3, 6), (6, 4), (15, 3)),
    later_heats=((3, 3), (15, 2)),
    n_finalists=4,
)


class Search:
    """The best few sets of centres so far for every k = 1 .. ``max_k``.

    ``data`` holds at least ``max_k`` distinct points. ``given`` are sets of centres (r, k, d) for
    k = 1, 2, ... to begin with, found on a smaller summary; without them starts are seeded. The same
    seed finds the same centres, and those up to ``USUAL_K`` do not depend on a ``max_k`` beyond it.
    """

    def __init__(
        self,
        data: SearchPoints,
        max_k: int,
        seed: int,
        effort: Effort,
        *,
        given: Sequence[SingleArray] = (),
        progress: Progress = NO_PROGRESS,
    ) -> None:
        self._data, self._max_k, self._seed = data, max_k, seed
        self._effort, self._given, self._progress = effort, given, progress
        weights = data.weights.astype(np.float64)
        mean = (weights @ data.points / weights.sum()).astype(np.float32)
        self._sets: dict[int, SingleArray] = {1: mean[None, None, :]}
        self._inertia: dict[int, FloatArray] = {}

    def find(self) -> list[SingleArray]:
        """Give the finalists, sets of centres (r, k, d) for each k, tightest first."""
        self._grow()
        for turn in range(self._effort.n_rounds):
            self._progress.report(0.5 + 0.5 * turn / self._effort.n_rounds, "scanning")
            if not self._improve(turn):
                break
        return [self._sets[k] for k in range(1, self._max_k + 1)]

    def _grow(self) -> None:
        effort = self._effort
        given = self._given or self._seeded()
        for k in range(2, self._max_k + 1):
            self._progress.report(0.5 * k / self._max_k, "scanning")
            smaller, rng = self._sets[k - 1][0], self._generator(1, k)
            grown = with_one_more(self._data, smaller, effort.n_added, rng)
            self._race(np.concatenate([grown, given[k - 1]]), effort.heats)

    def _seeded(self) -> list[SingleArray]:
        n_sets, rng = self._effort.n_seeded, self._generator(0)
        seeds = plus_plus(self._data, n_sets, self._max_k, rng, progress=self._progress)
        return [seeds[:, :k] for k in range(1, self._max_k + 1)]

    def _improve(self, turn: int) -> bool:
        """Learn from the next larger k, then from single swaps; say whether any k gained."""
        last = min(self._max_k, USUAL_K)
        heats = self._effort.later_heats
        gains = [
            self._race(with_one_less(self._sets[k + 1][0]), heats) for k in range(last - 1, 1, -1)
        ]
        for k in range(2, last + 1):
            rng = self._generator(2, turn, k)
            swapped = with_one_swapped(self._data, self._sets[k][0], self._effort.n_swapped, rng)
            gains.append(self._race(swapped, heats))
        return any(gains)

    def _race(self, starts: SingleArray, heats: Heats) -> bool:
        """Run ``starts`` (r, k, d) in heats; say whether the winner beats the best so far."""
        k = starts.shape[1]
        for n_steps, n_left in heats:
            starts, inertia = run(self._data, starts, n_steps, progress=self._progress)
            starts, inertia = starts[:n_left], inertia[:n_left]
        before = self._inertia.get(k)
        if before is not None:
            starts = np.concatenate([self._sets[k], starts])
            inertia = np.concatenate([before, inertia])
            order = np.argsort(inertia, kind="stable")
            starts, inertia = starts[order], inertia[order]
        differs = np.diff(inertia, prepend=-np.inf) > SAME * np.abs(inertia)
        self._sets[k] = starts[differs][: self._effort.n_finalists]
        self._inertia[k] = inertia[differs][: self._effort.n_finalists]
        return before is None or bool(before[0] - inertia[0] > SAME * abs(inertia[0]))

    def _generator(self, *purpose: int) -> np.random.Generator:
        return np.random.default_rng((self._seed, *purpose))
