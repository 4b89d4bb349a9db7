"""What a way of preparing features would do to a list, before it is chosen.

Knows nothing of segments.
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.choices import FeatureChoice
from desktop_app.core.segmenting.counting_once import closest_pair
from desktop_app.core.segmenting.features import has_long_tail, prepare
from desktop_app.core.segmenting.results import FloatArray, Prepared
from desktop_app.core.segmenting.units import unmixed, values_of

N_BARS = 16


@dataclass(frozen=True, slots=True)
class FeatureEffect:
    """What becomes of one column.

    ``share``: the part, 0 to 1, of all squared differences between customers that lies in it.
    ``in_units`` and ``prepared``: customers per equally wide bar from the lowest to the highest
    value, before and after; empty for a column of words.
    """

    column: str
    share: float
    is_logged: bool
    has_long_tail: bool
    n_filled: int
    in_units: tuple[int, ...] = ()
    prepared: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PreparationEffect:
    """What becomes of the list: ``n_empty`` of ``n_customers`` have an empty feature.

    ``n_left_out`` of them form no segments; those whom the user left out are not counted at all.
    ``closest``: where features that move together count once, the two that do so most, if any do.
    """

    n_customers: int
    n_empty: int
    n_left_out: int
    features: tuple[FeatureEffect, ...]
    closest: tuple[str, str] | None = None


def foresee_preparation(
    table: CustomerTable, choice: FeatureChoice, *, progress: Progress = NO_PROGRESS
) -> PreparationEffect:
    """Give what ``choice`` does to the customers of ``table``; it must name its features.

    Raises
    ------
    AppError
        Whatever ``features.prepare`` raises.

    Examples
    --------
    >>> import pandas as pd
    >>> from desktop_app.core.checking.columns import Column, Kind, Role
    >>> frame = pd.DataFrame({"age": [20.0, 40.0], "income": [1000.0, 4000.0]})
    >>> columns = tuple(Column(name, Kind.NUMBER, Role.FEATURE) for name in frame)
    >>> table = CustomerTable(frame, columns, frame.astype(str))
    >>> effect = foresee_preparation(table, FeatureChoice(("age", "income")))
    >>> [feature.share for feature in effect.features]
    [0.5, 0.5]
    """
    every = prepare(table, choice, progress=progress)
    is_wanted = np.ones(table.n_customers, dtype=bool)
    is_wanted[table.left_out] = False
    is_empty = np.zeros(table.n_customers, dtype=bool)
    for feature in every.features:
        progress.checkpoint()
        is_empty |= np.isnan(values_of(feature, table))
    shares = _shares(every.points[every.point_of_row])
    columns = dict.fromkeys(feature.source for feature in every.features)
    return PreparationEffect(
        n_customers=int(is_wanted.sum()),
        n_empty=int(np.sum(is_wanted & is_empty)),
        n_left_out=int(is_wanted.sum()) - len(every.rows),
        features=tuple(_effect(column, every, shares, table) for column in columns),
        closest=closest_pair(every.features),
    )


def _effect(
    column: str, every: Prepared, shares: FloatArray, table: CustomerTable
) -> FeatureEffect:
    places = [place for place, f in enumerate(every.features) if f.source == column]
    first = every.features[places[0]]
    share = float(shares[places].sum())
    if first.category is not None:
        return FeatureEffect(column, share, False, False, first.n_filled)
    values = values_of(first, table)[every.rows]
    known = values[~np.isnan(values)]
    return FeatureEffect(
        column,
        share,
        first.is_logged,
        has_long_tail(known),
        first.n_filled,
        _bars(known),
        _bars(unmixed(every.points, every.features)[every.point_of_row, places[0]]),
    )


def _shares(values: FloatArray) -> FloatArray:
    """Give each column's part (d,) of the total variance of ``values`` (n, d)."""
    ratios = values / np.abs(values).max()  # squares of very large numbers do not fit
    variances = ratios.var(axis=0)
    return np.asarray(variances / variances.sum(), dtype=np.float64)


def _bars(values: FloatArray) -> tuple[int, ...]:
    halves = values / 2  # the distance of two of the largest numbers does not fit
    counts, _ = np.histogram(halves, bins=N_BARS)
    return tuple(int(count) for count in counts)
