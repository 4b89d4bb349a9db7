"""The search for good centres for every k: many short runs, of which the best go on.

Knows prepared points only, scaled to about 1; ``settling`` finishes what is found here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.lloyd import Finalists, SearchPoints, SingleArray, run
from desktop_app.core.segmenting.starts import (
    Changes,
    changes_of,
    plus_plus,
)

USUAL_K = 11  # searched together, so that a shorter scan finds the same; 10 learns from 11
LEAST_GAIN = 3e-6  # of the inertia; less is not worth another round

Heats = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Effort:
    """How many starts of each sort are tried for each k; ``n_seeded`` only where none are given.

    ``heats``: the steps to take, then how many runs go on; ``later_heats`` is the same for starts
    made of good centres in ``n_changed`` ways, adding one of ``n_drawn`` points, in ``n_rounds``.
    ``n_finalists`` are kept for each k: on all customers, or after exchanges, another one may turn
    out to be the best. Runs whose centres are not further apart than ``same``
    (of the deviation of all points) are taken for one.
    """

    n_seeded: int
    n_drawn: int
    n_changed: int
    n_rounds: int
    heats: Heats
    later_heats: Heats
    n_finalists: int
    same: float = 1e-3


EXHAUSTIVE = Effort(
    n_seeded=48,
    n_drawn=16,
    n_changed=2,
    n_rounds=0,
    heats=((3, 6),),
    later_heats=(),
    n_finalists=6,
)
THOROUGH = replace(EXHAUSTIVE, n_seeded=32)
SETTLING = Effort(
    n_seeded=0,
    n_drawn=16,
    n_changed=2,
    n_rounds=6,
    heats=(),
    later_heats=((3, 2),),
    n_finalists=4,
)
BRISK = Effort(
    n_seeded=16,
    n_drawn=16,
    n_changed=4,
    n_rounds=4,
    heats=((2, 6), (8, 4)),
    later_heats=((2, 5), (8, 3)),
    n_finalists=8,
    same=0.05,
)
REVIEW = Effort(
    n_seeded=0,
    n_drawn=12,
    n_changed=4,
    n_rounds=1,
    heats=((2, 5), (6, 5)),
    later_heats=((2, 4), (6, 3)),
    n_finalists=6,
    same=0.05,
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
        self._effort, self._given = effort, given
        self._progress = progress
        mean = data.weighted(data.places).mean(axis=1, dtype=np.float64).astype(np.float32)
        self._same = effort.same * data.deviation
        self._best = {1: Finalists(mean[None, None, :], np.zeros(1))}

    def find(self) -> list[SingleArray]:
        """Give the finalists, sets of centres (r, k, d) for each k, tightest first."""
        given = self._given or self._seeded()
        self._race(given[1:], self._effort.heats)
        for turn in range(self._effort.n_rounds):
            self._progress.report((1 + turn) / (1 + self._effort.n_rounds), "scanning")
            sets = [self._best[k].sets[0] for k in range(1, self._max_k + 1)]
            seed = (self._seed, 1 + turn)
            changed = changed_starts(self._data, sets, self._effort, seed)
            if not self._race(changed, self._effort.later_heats):
                break
        return [self._best[k].sets for k in range(1, self._max_k + 1)]

    def _seeded(self) -> list[SingleArray]:
        n_sets, rng = self._effort.n_seeded, np.random.default_rng((self._seed, 0))
        seeds = plus_plus(self._data, n_sets, self._max_k, rng, progress=self._progress)
        return [seeds[:, :k] for k in range(1, self._max_k + 1)]

    def _race(self, batches: Sequence[SingleArray], heats: Heats) -> bool:
        """Race the starts for k = 2, 3, ... in heats; say whether any k gained."""
        for n_steps, n_left in heats:
            ends = run(self._data, batches, n_steps, progress=self._progress)
            ends = [found.apart(self._same).best(n_left) for found in ends]
            batches = [found.sets for found in ends]
        gains = [self._keep(k, found) for k, found in enumerate(ends, start=2)]
        return any(gains)

    def _keep(self, k: int, found: Finalists) -> bool:
        """Keep the best of ``found`` beside the earlier ones; say whether ``k`` gained."""
        before = self._best.get(k)
        both = [found] if before is None else [before, found]
        self._best[k] = best = together(both).apart(self._same).best(self._effort.n_finalists)
        return before is None or gains(before, best)


def changed_starts(
    data: SearchPoints,
    sets: Sequence[SingleArray],
    effort: Effort,
    seed: tuple[int, ...],
) -> list[SingleArray]:
    """Give new starts for k = 2, 3, ..., made of good ``sets`` (k, d) for k - 1, k and k + 1."""

    def changes(centres: SingleArray) -> Changes:
        rng = np.random.default_rng((*seed, len(centres)))
        return changes_of(data, centres, effort.n_drawn, effort.n_changed, rng)

    smaller, *every = map(changes, sets)
    starts = []
    for k, own in enumerate(every, start=2):
        parts = [smaller.more, own.swapped]
        if k < len(sets) and k != USUAL_K:
            parts.append(every[k - 1].less)
        starts.append(np.concatenate(parts))
        smaller = own
    return starts


def together(several: Sequence[Finalists]) -> Finalists:
    """Give all together, tightest first."""
    sets = np.concatenate([found.sets for found in several])
    inertia = np.concatenate([found.inertia for found in several])
    order = np.argsort(inertia, kind="stable")
    return Finalists(sets[order], inertia[order])


def gains(before: Finalists, after: Finalists) -> bool:
    """Say whether the best of ``after`` is so much tighter that another round may be worth it."""
    gain = before.inertia[0] - after.inertia[0]
    return bool(gain > LEAST_GAIN * abs(before.inertia[0]))
