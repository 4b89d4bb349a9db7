"""The groups that can be seen in prepared customers, whatever the measure by which they are sorted."""

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.group_free import normal_scores
from desktop_app.core.segmenting.results import FloatArray, IntArray, Prepared
from desktop_app.core.segmenting.seen_groups import see_groups
from desktop_app.core.segmenting.spreading import SpreadCustomers, spread_sample

N_LOOKED_AT = 1_500  # customers; under a second
LUMP = 0.5  # of the customers
DIGITS = 2.0**30  # values that differ by less of the largest are one


def look_for_groups(
    prepared: Prepared, seed: int = 0, *, progress: Progress = NO_PROGRESS
) -> tuple[SpreadCustomers, IntArray]:
    """Give up to ``N_LOOKED_AT`` customers and the group (n,) of each, seen in the columns of numbers."""
    sample = spread_sample(prepared, N_LOOKED_AT, np.random.default_rng(seed))
    columns = [
        normal_scores(values) if _has_lump(own) else values
        for values, own in zip(sample.single.T, sample.values.T, strict=True)
    ]
    points = np.column_stack(columns)[:, sample.is_number]
    spread = points.std(axis=0)
    points = (points - points.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    return sample, see_groups(points, seed, progress=progress)


def _has_lump(values: FloatArray) -> bool:
    """Say whether most customers share one value: the others are its tail, and no group of theirs."""
    steps = np.rint(values * (DIGITS / (np.abs(values).max() or 1.0)))
    return bool(np.unique(steps, return_counts=True)[1].max() >= LUMP * len(values))
