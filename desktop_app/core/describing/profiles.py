"""What each segment is like: its numbers and words against everyone's.

Knows nothing of how the segments were found, and makes no sentences.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from desktop_app.core.checking.columns import MADE_OF_FACTS, Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.describing.drivers import number_driver, word_driver
from desktop_app.core.describing.results import (
    Description,
    Driver,
    FactInSegment,
    Level,
    SegmentProfile,
    WordInSegment,
)
from desktop_app.core.describing.rules import small_rule
from desktop_app.core.describing.sums import NumberSums, WordCounts, number_sums, word_counts
from desktop_app.core.progress import NO_PROGRESS, PartOfProgress, Progress
from desktop_app.core.segmenting.coding import find_column
from desktop_app.core.segmenting.results import IntArray, Segmentation

DIFFERS = 0.5  # standard deviations from everyone's mean at which "above" begins
DIFFERS_WELL = 1.0  # and "well above"
MOST_WORDS = 3  # per segment; more is a table, not a description
LEAST_LIFT = 1.25
LEAST_GAIN = 0.10  # a word must be this much commoner (as a share) to be worth saying
LEAST_CUSTOMERS = 5  # a share of fewer people is chance
MOST_CATEGORIES = 100  # columns with more different words describe nobody
_NEVER_SAID = frozenset({Role.ID, Role.ORDER_ID, Role.CONTACT, Role.CONSENT, Role.IGNORE})


def describe(
    table: CustomerTable,
    segmentation: Segmentation,
    describe_columns: tuple[str, ...] | None,
    *,
    progress: Progress = NO_PROGRESS,
) -> Description:
    """Describe every segment by the features and by side information.

    Means, medians and quartiles are in the file's own units and over the known values. Customers
    who were left out count nowhere. ``describe_columns`` names the side information; ``None`` means
    every column that can describe. Columns that identify people are never used; those made of the
    features describe, but drive nothing.

    Raises
    ------
    ColumnMissing
        ``describe_columns`` names a column that the table does not have.
    Cancelled
        ``progress`` says that the result is no longer wanted.

    Examples
    --------
    >>> import numpy as np, pandas as pd
    >>> from desktop_app.core.segmenting.choices import Scale
    >>> from desktop_app.core.segmenting.results import FeaturePreparation
    >>> frame = pd.DataFrame({"Age": [20.0, 22.0, 60.0]})
    >>> table = CustomerTable(frame, (Column("Age", Kind.NUMBER, Role.FEATURE),), frame.astype(str))
    >>> found = Segmentation(
    ...     k=2, labels=np.array([0, 0, 1]), centres=np.zeros((2, 1)),
    ...     centres_in_units=np.array([[21.0], [60.0]]), sizes=(2, 1), typical=(0, 2), inertia=2.0,
    ...     features=(FeaturePreparation("Age", Scale.NONE, False, 0.0, 1.0),),
    ...     margin=np.ones(3), neighbour=np.array([1, 1, 0]),
    ... )
    >>> first = describe(table, found, None).profiles[0].facts[0]
    >>> first.mean, first.level.value, first.is_lowest
    (21.0, 'below', True)
    """
    columns = said_columns(table, segmentation, describe_columns)
    features = _feature_columns(segmentation)
    rows = np.flatnonzero(segmentation.labels >= 0)
    labels = segmentation.labels[rows]
    facts: list[list[FactInSegment]] = [[] for _ in range(segmentation.k)]
    words: list[list[WordInSegment]] = [[] for _ in range(segmentation.k)]
    drivers: list[Driver] = []
    for place, column in enumerate(columns):
        progress.checkpoint()
        progress.report(place / (len(columns) + 1), "describing")
        values, is_feature = table.series(column.name).iloc[rows], column.name in features
        progress.checkpoint()
        if column.kind is Kind.NUMBER:
            sums = number_sums(_numbers(values), labels, segmentation.k, progress=progress)
            drivers.append(number_driver(column.name, sums, is_feature))
            _add_facts(facts, column.name, sums, is_feature)
        else:
            counts = word_counts(values, labels, segmentation.k)
            if column.unfit != MADE_OF_FACTS:
                drivers.append(word_driver(column.name, counts, is_feature))
            _add_words(words, column.name, counts)
    # Segments made by rule need none that is nearly as good.
    rule = None
    if not segmentation.kinds:
        rule = small_rule(table, segmentation, progress=PartOfProgress(progress, 0.9, 1.0))
    progress.report(1.0, "describing")
    return Description(
        profiles=tuple(_profiles(table, segmentation, rows, facts, words)),
        drivers=tuple(sorted(drivers, key=lambda d: -d.eta_squared)),
        rule=rule,
    )


def level_of(difference: float) -> Level:
    """Give the level of a difference in standard deviations; the limits belong to the outer level.

    >>> [level_of(d).value for d in (-1.0, -0.5, 0.49, 0.5, 1.2)]
    ['well_below', 'below', 'middle', 'above', 'well_above']
    """
    if abs(difference) < DIFFERS:
        return Level.MIDDLE
    if difference > 0:
        return Level.WELL_ABOVE if difference >= DIFFERS_WELL else Level.ABOVE
    return Level.WELL_BELOW if difference <= -DIFFERS_WELL else Level.BELOW


def _feature_columns(segmentation: Segmentation) -> frozenset[str]:
    return frozenset(feature.source for feature in segmentation.features)


def said_columns(
    table: CustomerTable, segmentation: Segmentation, describe_columns: tuple[str, ...] | None
) -> list[Column]:
    """Give what segments are described by: the features, then the side information.

    Both in the table's order. The arguments are those of ``describe``.

    Raises
    ------
    ColumnMissing
        ``describe_columns`` names a column that the table does not have.
    """
    features = _feature_columns(segmentation)
    if describe_columns is None:
        wanted = {c.name for c in table.columns}
    else:
        wanted = {find_column(table, name).name for name in describe_columns}
    first = [c for c in table.columns if c.name in features]
    return first + [
        c
        for c in table.columns
        if c.name in wanted - features
        and c.role not in _NEVER_SAID
        and _can_describe(c)
        and not (segmentation.kinds and c.unfit == MADE_OF_FACTS)  # the segment's own name
    ]


def _can_describe(column: Column) -> bool:
    if column.kind is Kind.NUMBER:
        return column.unfit in (None, "date")
    if column.kind in (Kind.CATEGORY, Kind.YES_NO):
        return (
            column.unfit in (None, MADE_OF_FACTS, "too_many_categories")
            and column.n_distinct <= MOST_CATEGORIES
        )
    return False


def _numbers(values: pd.Series) -> np.ndarray:
    return values.to_numpy(dtype=np.float64, na_value=np.nan)


def _add_facts(
    facts: list[list[FactInSegment]], name: str, sums: NumberSums, is_feature: bool
) -> None:
    if sums.spread == 0:
        return
    highest, lowest = np.nanmax(sums.means), np.nanmin(sums.means)
    for segment, mean in enumerate(sums.means.tolist()):
        if np.isnan(mean):
            continue
        difference = (mean - sums.mean) / sums.spread
        lower, median, upper = sums.quartiles[segment].tolist()
        facts[segment].append(
            FactInSegment(
                column=name,
                mean=mean,
                median=median,
                lower_quartile=lower,
                upper_quartile=upper,
                overall_mean=sums.mean,
                difference=difference,
                level=level_of(difference),
                is_feature=is_feature,
                is_highest=bool(mean == highest > lowest),
                is_lowest=bool(mean == lowest < highest),
            )
        )


def _add_words(words: list[list[WordInSegment]], name: str, counts: WordCounts) -> None:
    if not counts.words:
        return
    overall = counts.overall_shares
    lift = counts.shares / overall
    is_worth_saying = (
        (lift >= LEAST_LIFT)
        & (counts.shares - overall >= LEAST_GAIN)
        & (counts.table >= LEAST_CUSTOMERS)
    )
    for segment, word in zip(*np.nonzero(is_worth_saying), strict=True):
        words[segment].append(
            WordInSegment(
                column=name,
                value=counts.words[word],
                share=float(counts.shares[segment, word]),
                overall_share=float(overall[word]),
                lift=float(lift[segment, word]),
            )
        )


def _profiles(
    table: CustomerTable,
    segmentation: Segmentation,
    rows: IntArray,
    facts: list[list[FactInSegment]],
    words: list[list[WordInSegment]],
) -> Iterator[SegmentProfile]:
    shares = _money_shares(table, segmentation, rows)
    for segment, letter in enumerate(segmentation.letters):
        size = segmentation.sizes[segment]
        strongest = sorted(facts[segment], key=lambda f: (not f.is_feature, -abs(f.difference)))
        telling = sorted(words[segment], key=lambda w: w.overall_share - w.share)
        yield SegmentProfile(
            letter=letter,
            size=size,
            share=size / len(rows),
            money_share=None if shares is None else shares[segment],
            facts=tuple(strongest),
            words=tuple(telling[:MOST_WORDS]),
        )


def _money_shares(
    table: CustomerTable, segmentation: Segmentation, rows: IntArray
) -> list[float] | None:
    """Give the share of all money per segment; ``None`` where a share would make no sense."""
    if table.money is None:
        return None
    money = np.nan_to_num(_numbers(table.series(table.money).iloc[rows]))
    sums = np.bincount(segmentation.labels[rows], weights=money, minlength=segmentation.k)
    if sums.sum() <= 0 or sums.min() < 0:
        return None
    shares: list[float] = (sums / sums.sum()).tolist()
    return shares
