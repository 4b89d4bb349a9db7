"""Segments as they were made, kept so that newer customers can be sorted into them.

Knows nothing of files and makes no sentences.
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.core.checking.columns import Column
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.segmenting.results import FloatArray, IntArray, Segmentation
from desktop_app.core.segmenting.units import points_of, to_units

FITS = 0.99  # share of a segment's customers who are within its limit


@dataclass(frozen=True, slots=True, eq=False)
class Month:
    """How many customers were in each piece on a day; ``day`` is ISO, pieces as in ``Segmentation``.

    ``n_moved`` customers had been in another segment the time before, ``n_new`` were not there,
    ``n_gone`` were there and no longer are. Of the first month all three are 0.
    """

    day: str
    sizes: tuple[tuple[int, int], ...]
    n_customers: int
    n_moved: int = 0
    n_new: int = 0
    n_gone: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Baseline:
    """The k segments over d features as they were made, and the n customers of the time before.

    ``made_on`` (ISO) is the day of ``segmentation``. ``columns``: those that the segments need, and
    what the customers are called by. ``limits``: (k,) distance from the centre, in prepared units,
    within which ``FITS`` of the members were. ``middles`` and ``spreads``: (d,) median and standard
    deviation of each feature when the segments were made, in the file's units. ``ids``: how the
    customers are called, each once; ``labels``: (n,) their segment, -1 = none; ``points``: (n, d)
    prepared units, NaN = empty. ``months`` are the times before, oldest first, this one last.
    """

    made_on: str
    segmentation: Segmentation
    columns: tuple[Column, ...]
    limits: FloatArray
    middles: FloatArray
    spreads: FloatArray
    ids: tuple[str, ...]
    labels: IntArray
    points: FloatArray
    months: tuple[Month, ...]

    @property
    def k(self) -> int:
        """The number of segments."""
        return self.segmentation.k

    @property
    def day(self) -> str:
        """The day of the time before."""
        return self.months[-1].day


def make_baseline(table: CustomerTable, segmentation: Segmentation, day: str) -> Baseline:
    """Freeze segments that were found in ``table`` on ``day`` (ISO).

    Examples
    --------
    >>> import pandas as pd
    >>> from desktop_app.core.checking.columns import Column, Kind, Role
    >>> from desktop_app.core.segmenting.choices import Scale
    >>> from desktop_app.core.segmenting.results import FeaturePreparation
    >>> frame = pd.DataFrame({"id": ["7", "8", "9"], "age": [20.0, 22.0, 60.0]})
    >>> columns = (Column("id", Kind.TEXT, Role.ID), Column("age", Kind.NUMBER, Role.FEATURE))
    >>> table = CustomerTable(frame, columns, frame.astype(str), customer_id="id")
    >>> found = Segmentation(
    ...     k=2, labels=np.array([0, 0, 1]), centres=np.array([[21.0], [60.0]]),
    ...     centres_in_units=np.array([[21.0], [60.0]]), sizes=(2, 1), typical=(0, 2), inertia=2.0,
    ...     features=(FeaturePreparation("age", Scale.NONE, False, 0.0, 1.0),),
    ...     margin=np.ones(3), neighbour=np.array([1, 1, 0]),
    ... )
    >>> kept = make_baseline(table, found, "2026-05-12")
    >>> kept.ids, kept.labels.tolist(), kept.months[0].sizes
    (('7', '8', '9'), [0, 0, 1], ((0, 2), (1, 1)))
    """
    points = points_of(segmentation.features, table)
    rows = first_rows(table)
    labels = segmentation.labels
    is_used = (labels >= 0) & ~np.isnan(points).any(axis=1)
    in_units = to_units(segmentation.features, points[is_used])
    distances = _distances(points, segmentation)
    limits = [
        float(np.quantile(distances[is_used & (labels == segment)], FITS))
        if np.any(is_used & (labels == segment))
        else 0.0
        for segment in range(segmentation.k)
    ]
    return Baseline(
        made_on=day,
        segmentation=segmentation,
        columns=needed_columns(table, segmentation),
        limits=np.array(limits),
        middles=np.median(in_units, axis=0),
        spreads=in_units.std(axis=0),
        ids=tuple(rows),
        labels=labels[list(rows.values())],
        points=points[list(rows.values())],
        months=(Month(day, _sizes(labels, segmentation.pieces), int(is_used.sum())),),
    )


def first_rows(table: CustomerTable) -> dict[str, int]:
    """Give the row of each customer by what the customer is called; of twins the first.

    Who is called nothing is not among them.
    """
    rows: dict[str, int] = {}
    for row, name in enumerate(customer_names(table)):
        if name:
            rows.setdefault(name, row)
    return rows


def customer_names(table: CustomerTable) -> list[str]:
    """Give what each customer is called, row by row.

    Customers without a name of their own are known by their whole row, which is little: they are
    the same next month only if nothing about them changed.
    """
    if table.customer_id is None:
        names = table.original.agg("\x1f".join, axis=1)
    else:
        names = table.frame[table.customer_id].astype(str).str.strip()
    return [str(name) for name in names]


def needed_columns(table: CustomerTable, segmentation: Segmentation) -> tuple[Column, ...]:
    """Give the columns that segments need, and what the customers are called by."""
    names = dict.fromkeys(feature.source for feature in segmentation.features)
    if table.customer_id is not None:
        names = dict.fromkeys([table.customer_id, *names])
    return tuple(table.column(name) for name in names)


def _distances(points: FloatArray, segmentation: Segmentation) -> FloatArray:
    """Give the distance of each customer from the own centre, NaN = in no segment."""
    away = points - segmentation.centres[segmentation.labels]
    distances = np.sqrt(np.square(away).sum(axis=1))
    return np.where(segmentation.labels >= 0, distances, np.nan)


def _sizes(labels: IntArray, pieces: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    counts = np.bincount(labels[labels >= 0], minlength=len(pieces))
    return tuple((piece, int(n)) for piece, n in zip(pieces, counts, strict=True))
