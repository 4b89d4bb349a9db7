"""A small decision tree that tells the segments apart nearly as well, as lines to read.

Knows nothing of sentences; conditions are in the file's own units.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.core.checking.columns import Kind
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.describing.results import Condition, Rule, RuleLine
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import (
    FeaturePreparation,
    FloatArray,
    IntArray,
    Segmentation,
)

DEPTH = 3  # a rule of more than three conditions is no longer read
MOST_FITTED = 50_000  # more customers move no limit that a reader would notice
SMALLEST_LINE = 0.02  # of all customers; a line for a handful of them explains nothing
_FINEST_DIGITS = 9


def small_rule(
    table: CustomerTable, segmentation: Segmentation, *, progress: Progress = NO_PROGRESS
) -> Rule | None:
    """Give the best small tree on the number features, and how many customers it sorts right.

    The tree is fitted on at most ``MOST_FITTED`` customers, always the same ones; its accuracy is
    over all that were not left out. ``None`` without number features or with a single segment.
    """
    features = [f for f in segmentation.features if _is_number(table, f)]
    if not features or segmentation.k < 2:
        return None
    rows = np.flatnonzero(segmentation.labels >= 0)
    labels = segmentation.labels[rows]
    tree = _fitted_tree(table, features, rows, labels, progress)
    progress.checkpoint()

    def values_of(feature: int, places: IntArray) -> FloatArray:
        progress.checkpoint()
        return _values(table, features[feature], rows[places])

    leaves = _grow(tree, 0, values_of, np.arange(len(rows)), ())
    n_right = sum(int(np.count_nonzero(labels[leaf.rows] == leaf.segment)) for leaf in leaves)
    names = tuple(feature.name for feature in features)
    letters = segmentation.letters
    lines = tuple(_line(leaf, names, letters[leaf.segment]) for leaf in leaves if len(leaf.rows))
    return Rule(tuple(sorted(lines, key=_by_letter_then_size)), n_right / len(rows))


def roundest_between(low: float, high: float) -> float:
    """Give the number with the fewest digits that is at least ``low`` and below ``high``.

    >>> roundest_between(69.0, 71.0), roundest_between(19.2, 20.7), roundest_between(0.12, 0.1234)
    (70.0, 20.0, 0.12)
    """
    size = max(abs(low), abs(high))
    start = math.floor(math.log10(size)) if size > 0 else 0
    for digits in range(-start - 1, _FINEST_DIGITS + 1):  # the first step can only give 0
        rounded = round(math.ceil(round(low * 10.0**digits, 6)) / 10.0**digits, max(digits, 0))
        if low <= rounded < high:
            return rounded
    return low


@dataclass(frozen=True, slots=True, eq=False)
class _Tree:
    """The arrays of a fitted tree, one entry per node; ``left`` is -1 at a leaf."""

    left: IntArray
    right: IntArray
    feature: IntArray
    threshold: FloatArray
    segment: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class _Leaf:
    """Customers (places within those used) that end at one place of the tree."""

    segment: int
    rows: IntArray
    conditions: tuple[tuple[int, bool, float], ...]


def _is_number(table: CustomerTable, feature: FeaturePreparation) -> bool:
    return table.column(feature.source).kind is Kind.NUMBER


def _values(table: CustomerTable, feature: FeaturePreparation, rows: IntArray) -> FloatArray:
    values = table.series(feature.name).to_numpy(dtype=np.float64, na_value=np.nan)[rows]
    return np.where(np.isfinite(values), values, np.nan_to_num(feature.fill))


def _fitted_tree(
    table: CustomerTable,
    features: Sequence[FeaturePreparation],
    rows: IntArray,
    labels: IntArray,
    progress: Progress,
) -> _Tree:
    from sklearn.tree import DecisionTreeClassifier

    if len(labels) > MOST_FITTED:
        sample = np.random.default_rng(0).choice(len(labels), MOST_FITTED, replace=False)
        rows, labels = rows[sample], labels[sample]
    values = np.empty((len(rows), len(features)))
    for place, feature in enumerate(features):
        progress.checkpoint()
        values[:, place] = _values(table, feature, rows)
    model = DecisionTreeClassifier(
        max_depth=DEPTH, min_samples_leaf=max(1, int(SMALLEST_LINE * len(labels))), random_state=0
    ).fit(values, labels)
    tree = model.tree_
    return _Tree(
        left=tree.children_left,
        right=tree.children_right,
        feature=tree.feature,
        threshold=tree.threshold,
        segment=model.classes_[tree.value[:, 0, :].argmax(axis=1)],
    )


def _grow(
    tree: _Tree,
    node: int,
    values_of: Callable[[int, IntArray], FloatArray],
    rows: IntArray,
    conditions: tuple[tuple[int, bool, float], ...],
) -> list[_Leaf]:
    """Walk all customers down from ``node``; twigs that end in one segment grow back together."""
    here = _Leaf(int(tree.segment[node]), rows, conditions)
    if tree.left[node] < 0:
        return [here]
    feature = int(tree.feature[node])
    limit, is_above = _divided(values_of(feature, rows), float(tree.threshold[node]))
    below, above = ((*conditions, (feature, side, limit)) for side in (False, True))
    leaves = _grow(tree, tree.left[node], values_of, rows[~is_above], below)
    leaves += _grow(tree, tree.right[node], values_of, rows[is_above], above)
    is_one = len({leaf.segment for leaf in leaves}) == 1
    return [_Leaf(leaves[0].segment, rows, conditions)] if is_one else leaves


def _divided(column: FloatArray, threshold: float) -> tuple[float, npt.NDArray[np.bool_]]:
    """Give the limit between the sides of a column, and who is above it."""
    limit = _readable_limit(column, threshold)
    return limit, column > limit


def _readable_limit(column: FloatArray, threshold: float) -> float:
    """Round the limit as far as no customer changes sides."""
    is_above = column > threshold
    if is_above.all() or not is_above.any():
        return threshold
    return roundest_between(float(column[~is_above].max()), float(column[is_above].min()))


def _line(leaf: _Leaf, names: tuple[str, ...], letter: str) -> RuleLine:
    """Name the columns, and say only the tightest of several limits on the same side."""
    tightest: dict[tuple[int, bool], float] = {}
    for feature, is_above, limit in leaf.conditions:
        tightest[feature, is_above] = limit  # deeper limits are tighter
    conditions = tuple(
        Condition(names[feature], is_above, limit)
        for (feature, is_above), limit in tightest.items()
    )
    return RuleLine(conditions, letter, len(leaf.rows))


def _by_letter_then_size(line: RuleLine) -> tuple[int, str, int]:
    return len(line.letter), line.letter, -line.n_customers
