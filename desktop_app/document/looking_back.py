"""The months before today in one file of orders, for the groups of a document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.tracking.baseline import Baseline, make_baseline
from desktop_app.core.tracking.following import Followed
from desktop_app.core.tracking.time_travel import TimeTravel, movement_between, travel_back

if TYPE_CHECKING:
    from desktop_app.core.segmenting.results import Segmentation
    from desktop_app.document.document import Document


@dataclass(frozen=True, slots=True, eq=False)
class PastYear:
    """Earlier months of the groups ``segmentation``; ``travel`` is ``None`` of too short a file.

    ``days``: the last day that counts of each month (ISO), oldest first.
    """

    segmentation: Segmentation
    baseline: Baseline
    travel: TimeTravel | None
    days: tuple[str, ...]

    def between(self, start: int, end: int) -> Followed:
        """Give who moved from one of ``days`` to a later one; nothing speaks against comparing."""
        assert self.travel is not None
        moved = movement_between(self.travel, start, end, self.segmentation.k)
        return Followed(self.baseline, moved, (), np.zeros(0, dtype=np.int64), None)


def look_back(document: Document, *, progress: Progress = NO_PROGRESS) -> PastYear:
    """Sort the customers of a complete document of orders into its groups, month by month back.

    Raises
    ------
    Cancelled
        ``progress`` says that the result is no longer wanted.
    """
    customers, segmentation = document.customers, document.segmentation
    assert document.mended is not None
    assert customers is not None
    assert customers.orders is not None
    assert segmentation is not None
    choice = document.plan.customers
    travel = travel_back(document.mended, choice, customers, segmentation, progress=progress)
    baseline = make_baseline(customers, segmentation, customers.orders.as_of)
    if travel is None:
        return PastYear(segmentation, baseline, None, ())
    # Unless a day is chosen, days are counted from the one after the last that counts.
    after = timedelta(days=int(choice.as_of is None))
    days = tuple((date.fromisoformat(day) - after).isoformat() for day in travel.days)
    months = travel.months(segmentation.pieces)
    named = tuple(replace(month, day=day) for month, day in zip(months, days, strict=True))
    return PastYear(segmentation, replace(baseline, months=named), travel, days)
