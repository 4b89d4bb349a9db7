"""Everything that is known about customers who were sorted into older segments."""

from dataclasses import dataclass

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import IntArray, KScan
from desktop_app.core.tracking.baseline import Baseline
from desktop_app.core.tracking.doubts import (
    MANY_MISFITS,
    Jump,
    Refit,
    compare_refit,
    misfits,
    scale_jumps,
)
from desktop_app.core.tracking.movement import Movement, movement
from desktop_app.core.tracking.sorting import sort_into


@dataclass(frozen=True, slots=True, eq=False)
class Followed:
    """Who moved since the baseline, and what speaks against comparing.

    ``misfits``: rows of customers who fit no segment well. ``refit`` is ``None`` where the list is
    too short for as many segments.
    """

    baseline: Baseline
    movement: Movement
    jumps: tuple[Jump, ...]
    misfits: IntArray
    refit: Refit | None

    @property
    def has_many_misfits(self) -> bool:
        """So many customers fit no segment that new segments would serve better."""
        n_sorted = int((self.movement.now >= 0).sum())
        return len(self.misfits) > MANY_MISFITS * n_sorted


def follow_customers(
    baseline: Baseline,
    table: CustomerTable,
    scan: KScan,
    *,
    progress: Progress = NO_PROGRESS,
) -> Followed:
    """Compare the customers of ``table`` with the baseline, and its segments with those of ``scan``.

    ``scan`` was made of ``table`` with the numbers of the baseline.

    Raises
    ------
    ColumnMissing
        A feature's column is not in ``table``.
    """
    progress.report(0.0, "following")
    segmentation = baseline.segmentation
    labels = sort_into(segmentation, table, progress=progress)
    labels[table.left_out] = -1
    progress.checkpoint()
    moved = movement(baseline, table, labels)
    progress.report(0.5, "following")
    refit = None
    if baseline.k in scan.ks:
        centres = scan.score(baseline.k).centres
        refit = compare_refit(baseline, table, labels, centres, progress=progress)
    found = Followed(
        baseline, moved, scale_jumps(baseline, table), misfits(baseline, table, labels), refit
    )
    progress.report(1.0, "following")
    return found
