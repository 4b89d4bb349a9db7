"""Sorting the rows of a long table: a step for a job, so that the window never waits for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.core.progress import NO_PROGRESS
from desktop_app.ui.models.ranking import ranks_of

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from desktop_app.core.progress import Progress

    IntArray = npt.NDArray[np.int64]
    FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class SortRequest:
    """The rows at ``positions`` (``None`` is all) are wanted in the order of ``values``.

    ``ranks``: what ``ranks_of`` gave for them before, or gives as long as it is ``None``.
    """

    column: int
    is_descending: bool
    values: pd.Series | IntArray
    positions: IntArray | None
    ranks: FloatArray | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Sorted:
    """The answer to ``request``."""

    request: SortRequest
    ranks: FloatArray
    positions: IntArray


def sort_rows(request: SortRequest, *, progress: Progress = NO_PROGRESS) -> Sorted:
    """Give the positions in order; ties keep the order of the table, empty cells go last."""
    ranks, values = request.ranks, request.values
    if ranks is None:
        is_segments = isinstance(values, np.ndarray)
        ranks = np.where(values < 0, np.nan, values) if is_segments else ranks_of(values)
    progress.checkpoint()
    positions = np.arange(len(ranks)) if request.positions is None else request.positions
    keys = ranks[positions]
    order = np.argsort(-keys if request.is_descending else keys, kind="stable")
    return Sorted(request, ranks, positions[order])
