"""Chosen columns become points on one scale, with the numbers needed to go back.

Knows nothing of segments.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from desktop_app.core.checking.columns import Unit
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.errors import (
    BadValue,
    ConstantFeature,
    NoFeatures,
    OneCustomer,
    TooFewCustomers,
)
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.choices import (
    EmptyRule,
    FeatureChoice,
    LongTails,
    MovingTogether,
    Scale,
)
from desktop_app.core.segmenting.coding import CodedColumn, coded_columns, find_column
from desktop_app.core.segmenting.counting_once import count_once
from desktop_app.core.segmenting.merging import merged
from desktop_app.core.segmenting.results import (
    FeaturePreparation,
    FloatArray,
    Prepared,
)
from desktop_app.core.segmenting.units import canonical_columns, filled, points_of, scaled

DIGITS = 2.0**26  # a number up to 1 is two whole ones of so many, to the last bit
BoolArray = npt.NDArray[np.bool_]

LARGEST_SHARE_LEFT_OUT = 0.05  # the automatic rule fills rather than losing more than this
LONG_TAIL_SKEWNESS = 1.0
HANDFUL = 12  # up to so many distinct values are scores or counts, not a long tail
IQR_OF_NORMAL = 1.349  # quartile distance of a normal distribution with standard deviation 1
SMALLEST_SPREAD = np.finfo(np.float64).tiny  # below, numbers have too few digits to divide by
SMALLEST_UNSCALED = 1e-150  # squares of less do not fit
LEAST_QUARTILES = 1e-9  # of the standard deviation; less would be divided by into infinity
LEAST_WEIGHT, MOST_WEIGHT = 0.01, 100.0  # beyond, a feature does not count, or no other does


def prepare(
    table: CustomerTable,
    choice: FeatureChoice,
    default_features: tuple[str, ...] | None = None,
    *,
    progress: Progress = NO_PROGRESS,
) -> Prepared:
    """Give the customers of ``table`` as distinct points in canonical order.

    ``default_features`` are used when ``choice.features`` is ``None``. A yes/no column becomes 0
    and 1; a category column becomes one feature per category, scaled so that the whole column
    weighs as much as one number column. Numbers are z-scored with the population standard
    deviation unless ``choice.scale`` says otherwise; then they are multiplied by their weight.
    Features that move together count once if ``choice.moving_together`` says so (``count_once``).

    Raises
    ------
    NoFeatures, ColumnMissing, ColumnNotANumber, ConstantFeature
        The features cannot be used.
    BadValue
        A weight is no number from ``LEAST_WEIGHT`` to ``MOST_WEIGHT``.
    OneCustomer, TooFewCustomers
        There is nothing to divide.

    Examples
    --------
    >>> import pandas as pd
    >>> from desktop_app.core.checking.columns import Column, Kind, Role
    >>> frame = pd.DataFrame({"age": [20.0, 40.0, 20.0]})
    >>> table = CustomerTable(frame, (Column("age", Kind.NUMBER, Role.FEATURE),), frame.astype(str))
    >>> prepared = prepare(table, FeatureChoice(features=("age",), scale=Scale.NONE))
    >>> prepared.points.ravel().tolist(), prepared.weights.tolist()
    ([20.0, 40.0], [2.0, 1.0])
    """
    names = default_features if choice.features is None else choice.features
    if not names:
        raise NoFeatures(is_chosen=choice.features is not None)
    if table.n_customers == 1:
        raise OneCustomer
    progress.report(0.0, "preparing")
    weight_by_column = _weights(table, choice)
    columns = []
    for column in coded_columns(table, tuple(dict.fromkeys(names))):
        progress.checkpoint()
        columns.append(column)
    is_wanted = np.ones(table.n_customers, dtype=bool)
    is_wanted[table.left_out] = False
    is_used, rule = _rows_to_use(columns, is_wanted, choice.empty)
    if not is_used.any():
        raise TooFewCustomers(n_distinct=0, k=2)
    features = _weigh_categories([_feature(c, is_used, table, choice, progress) for c in columns])
    features = tuple(replace(f, weight=weight_by_column.get(f.source, 1.0)) for f in features)
    progress.checkpoint()
    rows = np.flatnonzero(is_used)
    every = np.empty((len(rows), len(features)), order="F")
    for place, feature in enumerate(features):
        progress.checkpoint()
        values = columns.pop(0).values[rows]
        every[:, place] = scaled(filled(values, feature.fill), feature)
    points, weights, point_of_row = merged(every, canonical_columns(features), progress)
    prepared = Prepared(points, weights, point_of_row, rows, table.n_customers, features, rule)
    if choice.moving_together is MovingTogether.ONCE:
        prepared = count_once(prepared, progress=progress)
    for array in (prepared.points, weights, point_of_row, rows):
        array.setflags(write=False)
    return prepared


def prepare_as_before(
    table: CustomerTable,
    features: Sequence[FeaturePreparation],
    *,
    progress: Progress = NO_PROGRESS,
) -> Prepared:
    """Give the customers of ``table`` as ``prepare`` does, by the numbers of ``features``.

    An empty value is filled with what it was filled with then; who has another one is left out.

    Raises
    ------
    ColumnMissing
        A feature's column is not in ``table``.
    OneCustomer, TooFewCustomers
        There is nothing to divide.
    """
    if table.n_customers == 1:
        raise OneCustomer
    progress.report(0.0, "preparing")
    values = points_of(features, table)
    is_wanted = np.ones(table.n_customers, dtype=bool)
    is_wanted[table.left_out] = False
    rows = np.flatnonzero(is_wanted & ~np.isnan(values).any(axis=1))
    if not len(rows):
        raise TooFewCustomers(n_distinct=0, k=2)
    points, weights, point_of_row = merged(values[rows], canonical_columns(features), progress)
    for array in (points, weights, point_of_row, rows):
        array.setflags(write=False)
    return Prepared(points, weights, point_of_row, rows, table.n_customers, tuple(features))


def _weights(table: CustomerTable, choice: FeatureChoice) -> Mapping[str, float]:
    for column, weight in choice.weights:
        find_column(table, column)
        if not LEAST_WEIGHT <= weight <= MOST_WEIGHT:
            raise BadValue(what="weight", value=weight)
    return dict(choice.weights)


def _rows_to_use(
    columns: list[CodedColumn], is_wanted: BoolArray, rule: EmptyRule
) -> tuple[BoolArray, EmptyRule]:
    """Give the customers who form segments; ``is_wanted``: those that the user did not leave out."""
    is_full = ~np.any([np.isnan(c.values) for c in columns], axis=0)
    if rule is EmptyRule.AUTO:
        n_empty = np.sum(is_wanted & ~is_full)
        leaves_few_out = n_empty <= LARGEST_SHARE_LEFT_OUT * is_wanted.sum()
        rule = EmptyRule.LEAVE_OUT if leaves_few_out else EmptyRule.MIDDLE
    return (is_wanted & is_full if rule is EmptyRule.LEAVE_OUT else is_wanted), rule


def _feature(
    column: CodedColumn,
    is_used: BoolArray,
    table: CustomerTable,
    choice: FeatureChoice,
    progress: Progress,
) -> FeaturePreparation:
    progress.checkpoint()
    values = column.values[is_used]
    is_empty = np.isnan(values)
    if is_empty.all():
        raise ConstantFeature(column=column.column.name)
    fill = float("nan")
    if is_empty.any():
        middle = np.median if column.category is None else np.mean
        fill = float(middle(values[~is_empty]))
        values = np.where(is_empty, fill, values)
    if _is_constant(values, choice.scale):
        raise ConstantFeature(column=column.column.name)
    is_logged = column.category is None and _is_to_be_logged(column, values, table, choice)
    scale = (
        choice.scale if column.category is None or choice.scale is Scale.NONE else Scale.STANDARD
    )
    centre, spread = _centre_and_spread(np.log1p(values) if is_logged else values, scale)
    return FeaturePreparation(
        column.name,
        scale,
        is_logged,
        centre,
        spread,
        n_filled=int(is_empty.sum()),
        fill=fill,
        column=column.column.name if column.category is not None else "",
        category=column.category,
    )


def _is_constant(values: FloatArray, scale: Scale) -> bool:
    """Say whether ``values`` are the same, or as good as the same to arithmetic."""
    if values.min() == values.max():
        return True
    smallest = SMALLEST_UNSCALED if scale is Scale.NONE else SMALLEST_SPREAD
    return bool(_centre_and_spread(values, Scale.STANDARD)[1] < smallest)


def _is_to_be_logged(
    column: CodedColumn, values: FloatArray, table: CustomerTable, choice: FeatureChoice
) -> bool:
    if choice.long_tails is LongTails.KEEP:
        return False
    is_built = table.orders is not None and column.column.unit is not Unit.PERCENT
    if choice.long_tails is LongTails.AUTO and not is_built:
        return False
    return has_long_tail(values)


def has_long_tail(values: FloatArray) -> bool:
    """Say whether ``values`` are non-negative and many of them lie far to the right.

    >>> has_long_tail(np.arange(20.0)), has_long_tail(np.arange(20.0) ** 6)
    (False, True)
    """
    if values.min() < 0 or len(np.unique(values)) <= HANDFUL:
        return False
    centre, spread = _centre_and_spread(values, Scale.STANDARD)
    return bool(np.mean(((values - centre) / spread) ** 3) > LONG_TAIL_SKEWNESS)


def _centre_and_spread(values: FloatArray, scale: Scale) -> tuple[float, float]:
    if scale is Scale.NONE:
        return 0.0, 1.0
    magnitude = np.abs(values).max()  # squares of very large or very small numbers do not fit
    ratios = values / magnitude
    mean = _mean_in_any_order(ratios)
    deviation = float(np.sqrt(_mean_in_any_order(np.square(ratios - mean))) * magnitude)
    if scale is Scale.STANDARD:
        return float(mean * magnitude), deviation
    lower, middle, upper = np.quantile(values, (0.25, 0.5, 0.75))
    quartiles = float((upper - lower) / IQR_OF_NORMAL)
    # Where one value fills half of the column the quartiles coincide and say nothing.
    is_telling = quartiles > LEAST_QUARTILES * deviation
    return float(middle), quartiles if is_telling else deviation


def _mean_in_any_order(values: FloatArray) -> float:
    """Give the mean of ``values``, at most 4 in size: the same bits whatever their order.

    Whole numbers up to 2^53 are added up without rounding; 30 million of them fit.
    """
    high = np.rint(values * DIGITS)
    low = np.rint((values * DIGITS - high) * DIGITS)
    return float((high.sum() + low.sum() / DIGITS) / DIGITS / len(values))


def _weigh_categories(features: Sequence[FeaturePreparation]) -> tuple[FeaturePreparation, ...]:
    """Scale the features of one category column together, to a total variance of 1."""
    variances: dict[str, float] = {}
    for feature in features:
        if feature.column and feature.scale is Scale.STANDARD:
            variances[feature.column] = variances.get(feature.column, 0.0) + feature.spread**2
    return tuple(
        replace(f, spread=float(np.sqrt(variances[f.column]))) if f.column in variances else f
        for f in features
    )
