"""The figures that words about a segment rest on, as they are shown."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.checking.columns import Column
from desktop_app.core.describing.results import FactInSegment, Level, SegmentProfile
from desktop_app.i18n import _
from desktop_app.wording.clauses import Place
from desktop_app.wording.durations import time_unit, time_words
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


_PERIOD = re.compile(r"\b(?:per|a|each|every) (week|month|year)\b", re.IGNORECASE)

SMALL = 0.2  # standard deviations; less is no difference to speak of (Cohen 1988)
USUAL = 0.25  # standard deviations from everyone's mean within which nobody sees a difference
FAR = 1.5  # times everyone's mean, or everyone's mean so many times
LONG_TAIL = 0.8  # spread in means; above, most customers lie well below the mean


def side_of(fact: FactInSegment) -> int:
    """Give -1 for below everyone's average, 0 for close to it, 1 for above."""
    return _SIDES[fact.level]


def plainly(profile: SegmentProfile) -> SegmentProfile:
    """Give a profile in which a feature far from everyone's mean is never called middle.

    A few customers who buy very much stretch the standard deviation, so that 1.3 orders lie
    within half of one from a mean of 3.6. The features that stand out come first.
    """
    facts = [_plain_level(fact) for fact in profile.facts]
    facts.sort(key=lambda f: (not f.is_feature, f.is_feature and f.level is Level.MIDDLE))
    return replace(profile, facts=tuple(facts))


def _plain_level(fact: FactInSegment) -> FactInSegment:
    is_far = fact.is_feature and abs(fact.difference) >= SMALL and _times(fact) >= FAR
    if fact.level is not Level.MIDDLE or not is_far:
        return fact
    return replace(fact, level=Level.ABOVE if fact.difference > 0 else Level.BELOW)


def place_of(fact: FactInSegment) -> Place:
    """Give the place of a segment in a fact; the highest must be above everyone's mean, too."""
    side = side_of(fact)
    if side > 0:
        return Place.HIGHEST if fact.is_highest else Place.HIGH
    if side < 0:
        return Place.LOWEST if fact.is_lowest else Place.LOW
    return Place.USUAL if is_usual(fact) else Place.MIDDLE


def is_usual(fact: FactInSegment) -> bool:
    """Tell whether a segment is as good as everyone's average, and that is what most have."""
    if fact.difference == 0:
        return True
    spread = (fact.mean - fact.overall_mean) / fact.difference
    has_long_tail = fact.overall_mean > 0 and spread > LONG_TAIL * fact.overall_mean
    return abs(fact.difference) < USUAL and not has_long_tail


def _times(fact: FactInSegment) -> float:
    """Give how many times the larger of segment mean and overall mean is the smaller one."""
    smaller, larger = sorted((fact.mean, fact.overall_mean))
    if smaller == 0 < larger:
        return math.inf
    return larger / smaller if smaller > 0 else 1.0


def find_column(columns: Sequence[Column], name: str) -> Column:
    """Give the column called ``name``, which must be there."""
    return next(column for column in columns if column.name == name)


def feature_themes(profile: SegmentProfile, columns: Sequence[Column]) -> dict[str, Theme]:
    """Give the theme by column; the features have theirs before side information takes it."""
    features = {fact.column for fact in profile.facts if fact.is_feature}
    return themes(sorted(columns, key=lambda column: column.name not in features))


def fact_value(fact: FactInSegment, column: Column, theme: Theme, formats: Formats) -> str:
    """Give the mean of a segment with its unit, "82 of 100" where the name tells the top."""
    value, top = value_words(fact.mean, column, theme, formats), highest_possible(column.name)
    if top is None:
        return value
    return _("{value} of {top}").format(value=value, top=formats.count(top))


def value_words(x: float, column: Column, theme: Theme, formats: Formats) -> str:
    """Give a mean with what it counts: "3.6 times", "7.3 years", "$60k"."""
    if theme in (Theme.FREQUENCY, Theme.VISITS):
        return _times_words(x, column, formats)
    unit = time_unit(column)
    if unit is None or theme in (Theme.COUNT, Theme.OTHER):
        return formats.value(x, column)
    return time_words(x, unit, formats)


def _times_words(x: float, column: Column, formats: Formats) -> str:
    number = formats.number(x)
    times = _("once") if number == "1" else _("{n} times").format(n=number)
    period = _PERIOD.search(column.name.replace("_", " "))
    words = {
        "week": _("{times} a week"),
        "month": _("{times} a month"),
        "year": _("{times} a year"),
    }
    return words[period[1].lower()].format(times=times) if period else times
