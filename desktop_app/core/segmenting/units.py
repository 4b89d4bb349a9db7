"""Values in the file's own units as prepared points, and the way back.

Knows only the numbers that were found when features were prepared, not how they were found.
"""

from collections.abc import Sequence

import numpy as np

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.segmenting.choices import Scale
from desktop_app.core.segmenting.coding import find_column, is_word, numbers
from desktop_app.core.segmenting.results import FeaturePreparation, FloatArray, Prepared

GRID = 2.0**36  # prepared values lie on multiples of 1 / GRID: other units, same bits


def points_of(features: Sequence[FeaturePreparation], table: CustomerTable) -> FloatArray:
    """Give each customer of ``table`` as a point, by numbers that were found before.

    The result is (n, d); a row with NaN has an empty value for which no fill was found.

    Raises
    ------
    ColumnMissing
        A feature's column is not in ``table``.
    """
    points = []
    for feature in features:
        values = values_of(feature, table)
        points.append(scaled(filled(values, feature.fill), feature))
    return mixed(np.column_stack(points), features)


def values_of(feature: FeaturePreparation, table: CustomerTable) -> FloatArray:
    """Give each customer's value (n,) of ``feature`` in the file's units, NaN = empty.

    Raises
    ------
    ColumnMissing
        The feature's column is not in ``table``.
    """
    find_column(table, feature.source)
    series = table.series(feature.source)
    return numbers(series) if feature.category is None else is_word(series, feature.category)


def to_units(features: Sequence[FeaturePreparation], points: FloatArray) -> FloatArray:
    """Give prepared ``points`` (..., d) back in the file's own units.

    >>> feature = FeaturePreparation("age", Scale.STANDARD, is_logged=False, centre=40.0, spread=8.0)
    >>> to_units([feature], np.array([[0.5]])).tolist()
    [[44.0]]
    """
    return single_to_units(features, unmixed(points, features))


def column_in_units(prepared: Prepared, place: int) -> FloatArray:
    """Give one feature of the points (u,) back in the file's own units."""
    single = _unmixed_column(prepared.points, prepared.features, place)
    return single_to_units(prepared.features[place : place + 1], single[:, None])[:, 0]


def single_to_units(features: Sequence[FeaturePreparation], points: FloatArray) -> FloatArray:
    """Give ``points`` (..., d), each feature scaled by itself, in the file's own units."""
    spreads = np.array([f.spread for f in features])
    weights = np.array([f.weight for f in features])
    values = points / weights * spreads + np.array([f.centre for f in features])
    rounding = np.array([0.0 if f.scale is Scale.NONE else 64 / GRID for f in features]) * spreads
    values = np.where(np.abs(values) < rounding, 0.0, values)
    is_logged = np.array([f.is_logged for f in features])
    return np.where(is_logged, np.expm1(np.where(is_logged, values, 0.0)), values)


def scaled(values: FloatArray, feature: FeaturePreparation) -> FloatArray:
    """Give ``values`` in the file's units as prepared ones; the way back is ``to_units``."""
    if feature.is_logged:
        values = np.log1p(np.maximum(values, 0.0))
    if feature.scale is Scale.NONE:
        return values * feature.weight
    # Halves, which are exact: the difference of two of the largest numbers would not fit.
    halves = values / 2 - feature.centre / 2
    return np.rint(halves / feature.spread * (2 * GRID)) / GRID * feature.weight


def mixed(points: FloatArray, features: Sequence[FeaturePreparation]) -> FloatArray:
    """Give ``points`` (..., d), each feature scaled by itself, with those that move together as one.

    The same bits for equal points, wherever they stand, and for every order of the features.
    """
    if not features[0].mix:
        return points
    result = np.empty(points.shape, order="F")
    for place, feature in enumerate(features):
        result[..., place] = _combined(points, features, feature.mix)
    return result


def unmixed(points: FloatArray, features: Sequence[FeaturePreparation]) -> FloatArray:
    """Give what ``mixed`` was made of; of features on one scale to the last bit."""
    if not features[0].mix:
        return points
    result = np.empty(points.shape, order="F")
    for place in range(len(features)):
        result[..., place] = _unmixed_column(points, features, place)
    return result


def mix_of(features: Sequence[FeaturePreparation]) -> FloatArray:
    """Give what ``mixed`` multiplies by, (d, d) in canonical order; there must be a mix."""
    return np.array([features[place].mix for place in canonical_columns(features)])


def _unmixed_column(
    points: FloatArray, features: Sequence[FeaturePreparation], place: int
) -> FloatArray:
    feature = features[place]
    if not feature.mix:
        return points[..., place]
    way_back = np.linalg.inv(mix_of(features))
    factors = way_back[canonical_columns(features).index(place)]
    single = _combined(points, features, factors.tolist())
    if feature.scale is Scale.NONE:
        return single
    return np.rint(single / feature.weight * GRID) / GRID * feature.weight


def _combined(
    points: FloatArray, features: Sequence[FeaturePreparation], factors: Sequence[float]
) -> FloatArray:
    """Give the sum of the columns of ``points`` times ``factors`` in canonical order, one by one."""
    total = np.zeros(points.shape[:-1])
    for place, factor in zip(canonical_columns(features), factors, strict=True):
        total += points[..., place] * factor
    return total


def canonical_points(prepared: Prepared) -> FloatArray:
    """Give the points (u, d) with their columns in the order of the features' names.

    Column by column in memory, whatever the order; no copy where the features are in it already.
    """
    order = canonical_columns(prepared.features)
    return prepared.points if order == sorted(order) else prepared.points[:, order]


def canonical_columns(features: Sequence[FeaturePreparation]) -> list[int]:
    """Give the features' positions in the order of their names: the order that computing uses."""
    return sorted(range(len(features)), key=lambda i: features[i].name)


def filled(values: FloatArray, fill: float) -> FloatArray:
    """Give ``values`` (n,) with ``fill`` where they are NaN; a fill of NaN fills nothing."""
    return values if np.isnan(fill) else np.where(np.isnan(values), fill, values)
