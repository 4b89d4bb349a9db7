"""The door of the classic view: what customers bought becomes scores, kinds and their grid."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.checked import FloatArray
from desktop_app.core.checking.columns import MADE_OF_FACTS, Column, Kind, Role
from desktop_app.core.customers.classic.fitness import fitness_of
from desktop_app.core.customers.classic.kinds import kinds_of
from desktop_app.core.customers.classic.scores import N_SCORES, mean_score, score
from desktop_app.core.customers.classic.views import (
    KINDS,
    ClassicView,
    Fitness,
    GridCell,
    ScoreArray,
    ScoreBand,
)
from desktop_app.core.customers.table import CustomerTable, OrdersSummary
from desktop_app.core.free_names import free_name

KIND_COLUMN = "Kind of customer"
SCORES_COLUMN = "Scores"
NEW_WITHOUT_CLOCK = 30.0  # days: where nobody came back yet, who came within the month is new


@dataclass(frozen=True, slots=True)
class HistoryColumns:
    """The columns that say what a customer bought.

    ``recency`` and ``age``: days since the last and the first order, NaN = none, or none with a day.
    ``frequency``: orders, 0 or NaN = never ordered. ``money``: net, may be 0 or below.
    """

    recency: str
    frequency: str
    money: str
    age: str


def with_classic_view(table: CustomerTable, columns: HistoryColumns) -> CustomerTable:
    """Give ``table``, which comes from orders, with the view and two columns that tell of it.

    "Kind of customer" describes groups but forms none, as it is made of the facts that do; "Scores"
    is only for the list.
    """
    view = classic_view(table, columns)
    kinds = pd.Series(pd.array([kind.value for kind in KINDS], dtype="str").take(view.kind))
    added = {KIND_COLUMN: kinds, SCORES_COLUMN: _scores_in_words(view)}
    taken = {name.casefold() for name in (*table.frame.columns, *table.original.columns)}
    added = {
        free_name(name, lambda name: name.casefold() in taken): text for name, text in added.items()
    }
    kind_name, scores_name = added
    n_kinds, n_scores = (int(text[text != ""].nunique()) for text in added.values())
    n_never = int((view.recency == 0).sum())
    kind = Column(kind_name, Kind.CATEGORY, Role.DESCRIBE, n_distinct=n_kinds, unfit=MADE_OF_FACTS)
    scores = Column(
        scores_name, Kind.TEXT, Role.IGNORE, n_empty=n_never, n_distinct=n_scores, unfit="text"
    )
    return replace(
        table,
        facts=table.frame.assign(**added),
        written=table.original.assign(**added),
        columns=(*table.columns, kind, scores),
        classic=view,
    )


def classic_view(table: CustomerTable, columns: HistoryColumns) -> ClassicView:
    """Give the scores and kinds of the customers of ``table``, which comes from orders.

    Who ordered only on unknown days counts as longest away. New is who first ordered within the
    median gap between two orders of the shop.

    Examples
    --------
    >>> frame = pd.DataFrame(
    ...     {"last": [3.0, 90.0, np.nan], "n": [4.0, 1.0, 0.0], "money": [99.0, 5.0, 0.0],
    ...      "first": [400.0, 90.0, np.nan]}
    ... )
    >>> table = CustomerTable(frame, (), frame.astype(str), orders=OrdersSummary(5, 5, 2))
    >>> view = classic_view(table, HistoryColumns("last", "n", "money", "first"))
    >>> view.recency.tolist(), view.value.tolist(), [KINDS[k].value for k in view.kind]
    ([3, 1, 0], [3, 1, 0], ['Needs attention', 'Lost', 'Prospects'])
    """
    assert table.orders is not None
    orders = table.orders
    days, n_orders, money, age = (
        table.series(name).to_numpy(dtype=np.float64, na_value=np.nan)
        for name in (columns.recency, columns.frequency, columns.money, columns.age)
    )
    has_ordered = n_orders > 0
    recency = score(-days, has_ordered)
    frequency = score(n_orders, has_ordered)
    worth = score(money, has_ordered)
    value = mean_score(frequency, worth)
    gap = NEW_WITHOUT_CLOCK if orders.clock is None else orders.clock.median
    kind = kinds_of(recency, value, age <= gap)
    for array in (recency, frequency, worth, value, kind):
        array.setflags(write=False)
    levels = (_n_levels(recency), _n_levels(frequency), _n_levels(worth))
    return ClassicView(
        recency=recency,
        frequency=frequency,
        money=worth,
        value=value,
        kind=kind,
        cells=_cells(recency, value, kind, money),
        bands=_bands(recency, days),
        levels=levels,
        fitness=_fitness(_history(days, age), n_orders, orders, levels[1]),
        facts=(columns.recency, columns.frequency, columns.money),
    )


def _n_levels(scores: ScoreArray) -> int:
    return int(np.count_nonzero(np.bincount(scores, minlength=N_SCORES + 1)[1:]))


def _history(days: FloatArray, age: FloatArray) -> int:
    """Give how many days lie between the first and the last order."""
    is_known = ~np.isnan(days) & ~np.isnan(age)
    return int(age[is_known].max() - days[is_known].min()) if is_known.any() else 0


def _fitness(
    history: int, n_orders: FloatArray, orders: OrdersSummary, n_frequencies: int
) -> Fitness:
    n_buyers = max(int((n_orders > 0).sum()), 1)
    n_unknown = orders.taken_out.get("no_customer", 0)
    return fitness_of(
        history,
        one_time=int((n_orders == 1).sum()) / n_buyers,
        unknown=n_unknown / max(orders.n_lines, 1),
        n_frequencies=n_frequencies,
    )


def _cells(
    recency: ScoreArray, value: ScoreArray, kind: npt.NDArray[np.int8], money: FloatArray
) -> tuple[GridCell, ...]:
    """Count the customers and their money in every cell, those who never ordered in none."""
    place = (recency.astype(np.int64) * (N_SCORES + 1) + value) * len(KINDS) + kind
    shape = (N_SCORES + 1, N_SCORES + 1, len(KINDS))
    size = int(np.prod(shape))
    counts = np.bincount(place, minlength=size).reshape(shape)
    sums = np.bincount(place, weights=np.nan_to_num(money), minlength=size).reshape(shape)
    downwards = range(N_SCORES, 0, -1)
    return tuple(
        GridCell(
            recency=r,
            value=v,
            n=int(counts[r, v].sum()),
            money=float(sums[r, v].sum()),
            kinds=tuple(
                KINDS[k] for k in np.argsort(-counts[r, v], kind="stable") if counts[r, v, k]
            ),
        )
        for r in downwards
        for v in downwards
    )


def _bands(recency: ScoreArray, days: FloatArray) -> tuple[ScoreBand, ...]:
    bands = []
    for step in range(N_SCORES, 0, -1):
        is_here = recency == step
        known = days[is_here & ~np.isnan(days)]
        lowest, highest = (known.min(), known.max()) if len(known) else (np.nan, np.nan)
        bands.append(ScoreBand(step, int(is_here.sum()), float(lowest), float(highest)))
    return tuple(bands)


def _scores_in_words(view: ClassicView) -> pd.Series:
    """Give "R5 F4 M4"; a spreadsheet would take 5-4-4 for a day and 544 for a number."""
    n = N_SCORES + 1
    words = ["" if 0 in (r, f, m) else f"R{r} F{f} M{m}" for r, f, m in np.ndindex(n, n, n)]
    place = (view.recency.astype(np.int64) * n + view.frequency) * n + view.money
    return pd.Series(pd.array(words, dtype="str").take(place))
