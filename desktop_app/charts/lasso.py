"""Who stands inside a line that was drawn around customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.charts.scatter_view import ScatterView
    from desktop_app.core.segmenting.results import IntArray

_AT_ONCE = 20_000  # customers; no other thread runs while they are looked at


def rows_around(
    view: ScatterView,
    corners: Sequence[tuple[float, float]],
    *,
    progress: Progress = NO_PROGRESS,
) -> IntArray:
    """Give the rows that stand inside the closed line through ``corners``, ascending."""
    from matplotlib.path import Path

    line = np.array([*corners, corners[0]])
    x, y = view.x[view.rows], view.y[view.rows]
    (x0, y0), (x1, y1) = line.min(axis=0), line.max(axis=0)
    near = view.rows[(x >= x0) & (x <= x1) & (y >= y0) & (y <= y1)]
    outline, found = Path(line, closed=True), [near[:0]]
    for start in range(0, len(near), _AT_ONCE):
        progress.checkpoint()
        some = near[start : start + _AT_ONCE]
        is_inside = outline.contains_points(np.column_stack([view.x[some], view.y[some]]))
        found.append(some[is_inside])
    return np.concatenate(found)
