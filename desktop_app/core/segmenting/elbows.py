"""Where a falling curve bends, and how little is known about that.

The bend is the point farthest below the straight line from the first to the last point of the plot.
So it moves with the plotted range, and points beside it are nearly as far: this is its doubt.

Reference: Satopaa et al. 2011 (Kneedle).
"""

from collections.abc import Sequence

import numpy as np

SHORTEST_PLOT = 6  # numbers of segments; a shorter plot says nothing about a bend
NEARLY = 0.9  # of the farthest distance; by eye nobody could tell the two apart


def bend_range(inertia: Sequence[float]) -> tuple[int, int] | None:
    """Give the first and the last k at which somebody could see the bend of ``inertia`` (k = 1, 2 ...).

    Whoever plots fewer values sees another bend; all plots of ``SHORTEST_PLOT`` values or more count.
    ``None`` where no plot bends downward.

    >>> bend_range([100.0, 60.0, 20.0, 16.0, 13.0, 10.0])
    (3, 3)
    >>> bend_range([50.0, 40.0, 30.0, 20.0, 10.0, 0.0]) is None
    True
    """
    seen: list[int] = []
    for n_plotted in range(min(SHORTEST_PLOT, len(inertia)), len(inertia) + 1):
        plotted = np.array(inertia[:n_plotted], dtype=np.float64)
        fall = plotted[0] - plotted[-1] if n_plotted else 0.0
        if n_plotted < 3 or fall <= 0:
            continue
        below = 1 - np.linspace(0.0, 1.0, n_plotted) - (plotted - plotted[-1]) / fall
        if below.max() > 1e-9:
            seen += (np.flatnonzero(below >= NEARLY * below.max()) + 1).tolist()
    return (min(seen), max(seen)) if seen else None
