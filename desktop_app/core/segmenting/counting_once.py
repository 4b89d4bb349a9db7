"""Features that move together count once: the measure in which the groups that are there are round.

The groups are looked for, and the spread inside them is pooled: in units of it, a direction in which
several features move together is one step, not several. K-means then no longer cuts long groups.

References: Kessy, Lewin & Strimmer 2018 (the whitened feature that is most like its own: ZCA-cor).
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.looking import look_for_groups
from desktop_app.core.segmenting.results import (
    FeaturePreparation,
    FloatArray,
    IntArray,
    Prepared,
)
from desktop_app.core.segmenting.spreading import SpreadCustomers
from desktop_app.core.segmenting.threads import one_thread_each
from desktop_app.core.segmenting.units import canonical_columns, mix_of, mixed

FLATTEST = (
    0.01  # variance of a direction that counts in full; nearly-same columns are not torn apart
)
MOVES_TOGETHER = 0.3  # correlation inside the groups; below, hardly anything changes


def count_once(prepared: Prepared, *, progress: Progress = NO_PROGRESS) -> Prepared:
    """Give ``prepared`` in the measure of the spread inside the groups that can be seen.

    Its numbers together weigh as much as before, and each one's weight is its own still. The points
    keep their order. Words and a single number stay as they are.
    """
    if sum(f.category is None for f in prepared.features) < 2:
        return prepared
    mix = once_measure(prepared, *look_for_groups(prepared, progress=progress))
    rows = dict(zip(canonical_columns(prepared.features), mix.tolist(), strict=True))
    features = tuple(replace(f, mix=tuple(rows[i])) for i, f in enumerate(prepared.features))
    return replace(prepared, points=mixed(prepared.points, features), features=features)


def once_measure(prepared: Prepared, sample: SpreadCustomers, groups: IntArray) -> FloatArray:
    """Give the matrix (d, d) in canonical order that makes the spread inside ``groups`` round."""
    order = canonical_columns(prepared.features)
    weights = np.array([prepared.features[place].weight for place in order])
    numbers, mix = sample.is_number, np.eye(len(order))
    with one_thread_each():
        mix[np.ix_(numbers, numbers)] = _measure(
            sample.single[:, numbers], groups, weights[numbers]
        )
    # In few digits, which are the same on every machine.
    return mix.astype(np.float32).astype(np.float64)


def closest_pair(features: Sequence[FeaturePreparation]) -> tuple[str, str] | None:
    """Give the names of the two features that move together most, where such count once.

    ``None``: each counts, or no two move together by ``MOVES_TOGETHER``.
    """
    if not features[0].mix:
        return None
    order = canonical_columns(features)
    mix = mix_of(features) / np.array([[features[place].weight] for place in order])
    spread = np.linalg.inv(mix.T @ mix)
    deviations = np.sqrt(np.diag(spread))
    together = np.triu(np.abs(spread / np.outer(deviations, deviations)), 1)
    first, second = divmod(int(together.argmax()), len(order))
    if together[first, second] < MOVES_TOGETHER:
        return None
    return features[order[first]].name, features[order[second]].name


def _measure(points: FloatArray, groups: IntArray, weights: FloatArray) -> FloatArray:
    """Give the matrix (d, d) for ``points`` (n, d) of numbers in ``groups`` (n,)."""
    sizes = np.bincount(groups)
    centres = np.stack([np.bincount(groups, column) / sizes for column in points.T], axis=1)
    inside = points - centres[groups]
    spread = np.sqrt(np.square(inside).mean(axis=0))
    spread = np.where(spread > 0, spread, points.std(axis=0))
    inside = inside / spread
    variances, directions = np.linalg.eigh(inside.T @ inside / len(points))
    root = (directions / np.sqrt(np.maximum(variances, FLATTEST))) @ directions.T
    mix: FloatArray = weights[:, None] * root / spread
    return mix * np.sqrt(points.var(axis=0).sum() / (points @ mix.T).var(axis=0).sum())
