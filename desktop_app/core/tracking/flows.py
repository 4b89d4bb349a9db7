"""How many customers went from where to where, newcomers and leavers apart.

Makes no sentences.
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.core.segmenting.results import IntArray
from desktop_app.core.tracking.movement import Movement


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """``counts``: (k, k) customers from a segment (row) to a segment (column).

    ``came``: (k,) customers of each segment who were in none before; ``went``: (k,) those who are in
    none now.
    """

    counts: IntArray
    came: IntArray
    went: IntArray

    @property
    def k(self) -> int:
        """The number of segments."""
        return len(self.counts)

    @property
    def before(self) -> IntArray:
        """The size of each segment before."""
        return self.counts.sum(axis=1) + self.went

    @property
    def now(self) -> IntArray:
        """The size of each segment now."""
        return self.counts.sum(axis=0) + self.came

    @property
    def n_all(self) -> int:
        """How many customers there are at either time."""
        return int(self.counts.sum() + self.came.sum() + self.went.sum())

    @property
    def n_moved(self) -> int:
        """How many went from one segment to another."""
        return int(self.counts.sum() - np.trace(self.counts))


def flow_of(movement: Movement) -> Flow:
    """Count a movement.

    >>> from desktop_app.core.tracking.movement import Gone
    >>> was, now = np.array([0, 0, -2]), np.array([0, 1, 1])
    >>> flow = flow_of(Movement(was, now, np.array([[1, 1], [0, 0]]), (Gone("7", 1),), {}))
    >>> flow.before.tolist(), flow.now.tolist(), flow.n_all
    ([2, 1], [1, 2], 4)
    """
    k = len(movement.flow)
    came = movement.now[(movement.was < 0) & (movement.now >= 0)]
    went = movement.was[(movement.was >= 0) & (movement.now < 0)].tolist()
    went += [gone.was for gone in movement.gone if gone.was >= 0]
    return Flow(
        movement.flow,
        np.bincount(came, minlength=k),
        np.bincount(np.array(went, dtype=np.int64), minlength=k),
    )
