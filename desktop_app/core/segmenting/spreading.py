"""Customers as they are looked at for groups: stepped numbers spread over their cells."""

from dataclasses import dataclass

import numpy as np

from desktop_app.core.segmenting.group_free import spread_over_cells
from desktop_app.core.segmenting.results import FloatArray, IntArray, Prepared
from desktop_app.core.segmenting.silhouette import even_sample
from desktop_app.core.segmenting.units import canonical_columns, mixed, scaled, to_units


@dataclass(frozen=True, slots=True, eq=False)
class SpreadCustomers:
    """``points`` (n, d), columns in canonical order; ``place``: (n,) which prepared point each is.

    ``single``: (n, d) the same with each column scaled by itself; ``values``: (n, d) in the file's
    units, not spread. ``is_number``: (d,) whether a column is of numbers; between two words there is
    always a gap.
    """

    points: FloatArray
    single: FloatArray
    values: FloatArray
    place: IntArray
    is_number: np.ndarray


def spread_sample(prepared: Prepared, most: int, rng: np.random.Generator) -> SpreadCustomers:
    """Give up to ``most`` customers in random order, an even sample of a longer list."""
    columns = canonical_columns(prepared.features)
    features = [prepared.features[i] for i in columns]
    drawn, weights = even_sample(prepared.weights, min(most, int(prepared.weights.sum())))
    # In random order, so that equal values are no longer sorted by the other columns.
    place = rng.permutation(np.repeat(drawn, weights.astype(np.int64)))
    values = to_units(features, prepared.points[place][:, columns])
    is_number = np.array([f.category is None for f in features])
    spread = np.where(is_number, spread_over_cells(values, rng), values)
    single = np.column_stack([scaled(v, f) for v, f in zip(spread.T, features, strict=True)])
    return SpreadCustomers(mixed(single, features), single, values, place, is_number)
