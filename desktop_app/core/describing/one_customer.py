"""One customer: why in this segment, what would move them to another, and who is like them.

Everything is decided in prepared space, where the segments were made, and told in the file's units.
Knows nothing of how sure a customer is.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.describing.rules import roundest_between
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.coding import numbers
from desktop_app.core.segmenting.rearranging import sorted_points
from desktop_app.core.segmenting.results import (
    FeaturePreparation,
    FloatArray,
    Prepared,
    Segmentation,
)
from desktop_app.core.segmenting.units import (
    canonical_columns,
    mixed,
    scaled,
    single_to_units,
    unmixed,
)

Series = dict[str, pd.Series]  # the columns behind the features

N_SIMILAR = 5
BEYOND = 0.05  # a limit may be passed by this share of the way to it, so that it is a round number
STEP_BEYOND = 1e-6  # in prepared units: the least that is surely on the other side


@dataclass(frozen=True, slots=True)
class Reason:
    """One column: the customer's value, and the means of the own and the next segment.

    Of a column of words, ``word`` is the customer's and the means are its shares. ``value`` is NaN
    where the cell is empty. ``weight`` in prepared units squared: above 0 it speaks for the own
    segment, below for the next one; the weights add up to how much nearer the own centre is.
    """

    column: str
    value: float
    word: str | None
    own: float
    other: float
    weight: float


@dataclass(frozen=True, slots=True)
class Move:
    """With ``value`` (or ``word``) in ``column``, all else equal, they would be in ``segment``."""

    column: str
    value: float
    word: str | None
    segment: int


@dataclass(frozen=True, slots=True)
class OneCustomer:
    """The customer in ``row`` of the table; ``segment`` is -1 for who is in none.

    ``neighbour``: the next segment, -1 = none. ``reasons``: the weightiest first. ``move``: the
    smallest change of a single column that leads to another segment, within what the list holds;
    ``None`` if there is none. ``similar``: rows of the customers who are most alike, nearest first.
    """

    row: int
    segment: int
    neighbour: int
    reasons: tuple[Reason, ...] = ()
    move: Move | None = None
    similar: tuple[int, ...] = ()


def look_at_customer(
    table: CustomerTable,
    prepared: Prepared,
    segmentation: Segmentation,
    row: int,
    *,
    progress: Progress = NO_PROGRESS,
) -> OneCustomer:
    """Give what can be told about the customer in ``row``, a position in ``table``.

    Segments made by rule have neither reasons nor moves: the rule says it all.

    Examples
    --------
    >>> import pandas as pd
    >>> from desktop_app.core.checking.columns import Column, Kind, Role
    >>> from desktop_app.core.segmenting.choices import FeatureChoice, Scale, ScanChoice
    >>> from desktop_app.core.segmenting.features import prepare
    >>> from desktop_app.core.segmenting.fitting import segment_customers
    >>> from desktop_app.core.segmenting.scan import scan_k
    >>> frame = pd.DataFrame({"Age": [20.0, 22.0, 24.0, 60.0, 64.0]})
    >>> table = CustomerTable(frame, (Column("Age", Kind.NUMBER, Role.FEATURE),), frame.astype(str))
    >>> prepared = prepare(table, FeatureChoice(("Age",), Scale.NONE))
    >>> found = segment_customers(prepared, scan_k(prepared, ScanChoice(max_k=2)), 2)
    >>> one = look_at_customer(table, prepared, found, 0)
    >>> one.move.value, one.move.segment, one.similar  # the centres are 22 and 62
    (43.0, 1, (1, 2, 3, 4))
    """
    segment, neighbour = int(segmentation.labels[row]), int(segmentation.neighbour[row])
    place = int(np.searchsorted(prepared.rows, row))
    if place == len(prepared.rows) or prepared.rows[place] != row:
        return OneCustomer(row, segment, -1)
    progress.checkpoint()
    similar = _similar(prepared, place)
    if segment < 0 or segmentation.kinds:
        return OneCustomer(row, segment, -1, similar=similar)
    point = prepared.points[prepared.point_of_row[place]]
    progress.checkpoint()
    series = {f.source: table.series(f.source) for f in segmentation.features}
    return OneCustomer(
        row,
        segment,
        neighbour,
        reasons=_reasons(series, segmentation, point, row) if neighbour >= 0 else (),
        move=_smallest_move(series, prepared, segmentation, point, row),
        similar=similar,
    )


def _similar(prepared: Prepared, place: int) -> tuple[int, ...]:
    """Give the rows nearest to the customer at ``place``, of equally near ones the first."""
    own = prepared.points[prepared.point_of_row[place]]
    by_point = np.zeros(len(prepared.points))
    for values, value in zip(prepared.points.T, own, strict=True):
        by_point += (values - value) ** 2
    distances = by_point[prepared.point_of_row]
    n = min(N_SIMILAR + 1, len(distances))
    limit = np.partition(distances, n - 1)[n - 1]
    near = np.flatnonzero(distances <= limit)
    near = near[near != place]
    nearest = near[np.argsort(distances[near], kind="stable")][:N_SIMILAR]
    return tuple(int(row) for row in prepared.rows[nearest])


def _reasons(
    series: Series, segmentation: Segmentation, point: FloatArray, row: int
) -> tuple[Reason, ...]:
    own, other = int(segmentation.labels[row]), int(segmentation.neighbour[row])
    weights = (point - segmentation.centres[other]) ** 2 - (point - segmentation.centres[own]) ** 2
    features = segmentation.features
    reasons = []
    for source in dict.fromkeys(feature.source for feature in features):
        places = [i for i, feature in enumerate(features) if feature.source == source]
        word = _word(series, features[places[0]], row)
        shown = next((i for i in places if features[i].category == word), places[0])
        means = segmentation.centres_in_units[[own, other], shown]
        if word is not None and features[shown].category != word:
            means = 1 - means  # the other answer of a yes/no column
        value = math.nan if word is not None else _number(series, source, row)
        weight = float(weights[places].sum())
        reasons.append(Reason(source, value, word, float(means[0]), float(means[1]), weight))
    return tuple(sorted(reasons, key=lambda reason: -reason.weight))


def _number(series: Series, column: str, row: int) -> float:
    return float(numbers(series[column].iloc[[row]])[0])


def _word(series: Series, feature: FeaturePreparation, row: int) -> str | None:
    """Give the customer's word; ``None`` if the column holds numbers, ``""`` if it is empty."""
    if feature.category is None:
        return None
    cell = series[feature.source].iloc[[row]]
    return "" if bool(cell.isna().iloc[0]) else str(cell.iloc[0])


@dataclass(frozen=True, slots=True, eq=False)
class _Trial:
    """A point to try: where one column's change leads."""

    column: str
    value: float
    word: str | None
    point: FloatArray


def _smallest_move(
    series: Series,
    prepared: Prepared,
    segmentation: Segmentation,
    point: FloatArray,
    row: int,
) -> Move | None:
    own = int(segmentation.labels[row])
    trials = [
        *_number_trials(series, prepared, segmentation, point, row),
        *_word_trials(series, segmentation.features, point, row),
    ]
    if not trials:
        return None
    points = np.stack([trial.point for trial in trials])
    order = canonical_columns(segmentation.features)
    labels = sorted_points(segmentation, np.ascontiguousarray(points[:, order].T))
    lengths = np.sqrt(((points - point) ** 2).sum(axis=1))
    lengths[(labels == own) | (labels < 0)] = np.inf
    best = int(np.argmin(lengths))
    if not math.isfinite(lengths[best]):
        return None
    found = trials[best]
    return Move(found.column, found.value, found.word, int(labels[best]))


def _number_trials(
    series: Series,
    prepared: Prepared,
    segmentation: Segmentation,
    point: FloatArray,
    row: int,
) -> Iterator[_Trial]:
    """Give a point just beyond every border that one number can cross and still be likely."""
    centres = _all_centres(segmentation)
    costs = ((point - centres) ** 2).sum(axis=1)
    first, second = np.triu_indices(len(centres), 1)
    features, every = segmentation.features, unmixed(prepared.points, prepared.features)
    lowest, highest = every.min(axis=0), every.max(axis=0)
    single, ways = unmixed(point, features), mixed(np.eye(len(features)), features)
    for j, feature in enumerate(features):
        if feature.category is not None or math.isnan(_number(series, feature.source, row)):
            continue
        gaps = (centres[first] - centres[second]) @ ways[j]
        is_crossed = gaps != 0
        steps = (costs[first] - costs[second])[is_crossed] / (2 * gaps[is_crossed])
        ends = single[j] + steps
        likely = np.unique(ends[(ends > lowest[j]) & (ends < highest[j])])
        is_whole = _is_whole(series[feature.source])
        for end in likely.tolist():
            value = _readable_beyond(feature, float(single[j]), end, is_whole=is_whole)
            moved = single.copy()
            moved[j] = scaled(np.array([value]), feature)[0]
            if lowest[j] <= moved[j] <= highest[j]:
                yield _Trial(feature.source, value, None, mixed(moved, features))


def _all_centres(segmentation: Segmentation) -> FloatArray:
    """Give the centres (c, d) between which borders run, also those inside rearranged segments."""
    centres = [segmentation.as_found.centres]
    back = np.argsort(canonical_columns(segmentation.features))
    if segmentation.rearranged is not None:
        steps = segmentation.rearranged.steps
        centres += [step.centres[:, back] for step in steps if step.centres is not None]
    return np.concatenate(centres)


def _is_whole(column: pd.Series) -> bool:
    values = numbers(column)
    return bool(np.all((values % 1 == 0) | np.isnan(values)))


def _readable_beyond(
    feature: FeaturePreparation, start: float, end: float, *, is_whole: bool
) -> float:
    """Give a value in the file's units that lies beyond ``end``, coming from ``start``."""
    side = 1.0 if end > start else -1.0
    near, far = (
        side * float(single_to_units([feature], np.array([place]))[0])
        for place in (
            end + side * STEP_BEYOND,
            end + side * max(2 * STEP_BEYOND, BEYOND * abs(end - start)),
        )
    )
    if is_whole:
        return side * math.ceil(near)
    return side * roundest_between(near, far)


def _word_trials(
    series: Series,
    features: tuple[FeaturePreparation, ...],
    point: FloatArray,
    row: int,
) -> Iterator[_Trial]:
    """Give the customer with every other word of every column of words."""
    by_column: dict[str, list[int]] = {}
    for place, feature in enumerate(features):
        if feature.category is not None:
            by_column.setdefault(feature.source, []).append(place)
    for column, places in by_column.items():
        own = _word(series, features[places[0]], row)
        if own == "":
            continue
        for word in _other_words(series[column], [features[i] for i in places], own):
            moved = point.copy()
            for i in places:
                is_word = np.array([1.0 if features[i].category == word else 0.0])
                moved[i] = scaled(is_word, features[i])[0]
            yield _Trial(column, math.nan, word, moved)


def _other_words(
    column: pd.Series, features: list[FeaturePreparation], own: str | None
) -> list[str]:
    words = {str(feature.category) for feature in features}
    if len(features) == 1:  # a yes/no column: only one of its words is a feature
        words |= set(map(str, column.dropna().unique())) - {""}
    return sorted(words - {str(own)})
