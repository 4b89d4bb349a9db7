"""The figures that words about a segment rest on, as they are shown."""

from collections.abc import Sequence

from desktop_app.core.checking.columns import Column
from desktop_app.core.describing.results import FactInSegment, Level, SegmentProfile
from desktop_app.i18n import _
from desktop_app.wording.facts import highest_possible
from desktop_app.wording.numbers import Formats
from desktop_app.wording.themes import Theme, themes

_SIDES = {
    Level.WELL_BELOW: -1,
    Level.BELOW: -1,
    Level.MIDDLE: 0,
    Level.ABOVE: 1,
    Level.WELL_ABOVE: 1,
}


def side_of(fact: FactInSegment) -> int:
    """Give -1 for below everyone's average, 0 for close to it, 1 for above."""
    return _SIDES[fact.level]


def place_of(fact: FactInSegment) -> int:
    """Give 0 (lowest of all segments), 1 (low), 2 (middle), 3 (high) or 4 (highest).

    Being the highest counts only where the mean is above everyone's.
    """
    side = side_of(fact)
    is_extreme = (side > 0 and fact.is_highest) or (side < 0 and fact.is_lowest)
    return 2 + (2 * side if is_extreme else side)


def find_column(columns: Sequence[Column], name: str) -> Column:
    """Give the column called ``name``, which must be there."""
    return next(column for column in columns if column.name == name)


def feature_themes(profile: SegmentProfile, columns: Sequence[Column]) -> dict[str, Theme]:
    """Give the theme by column; the features have theirs before side information takes it."""
    features = {fact.column for fact in profile.facts if fact.is_feature}
    return themes(sorted(columns, key=lambda column: column.name not in features))


def fact_value(fact: FactInSegment, columns: Sequence[Column], formats: Formats) -> str:
    """Give the mean of a segment with its unit, "82 of 100" where the name tells the top."""
    column = find_column(columns, fact.column)
    value, top = formats.value(fact.mean, column), highest_possible(column.name)
    if top is None:
        return value
    return _("{value} of {top}").format(value=value, top=formats.count(top))
