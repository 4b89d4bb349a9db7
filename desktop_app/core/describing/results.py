"""What is said about segments, as values and codes; ``wording.groups`` makes the sentences."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How a segment's mean lies against everyone: limits 0.5 and 1 standard deviation."""

    WELL_BELOW = "well_below"
    BELOW = "below"
    MIDDLE = "middle"
    ABOVE = "above"
    WELL_ABOVE = "well_above"


@dataclass(frozen=True, slots=True)
class FactInSegment:
    """One number column in one segment, in the file's own units.

    ``difference`` is (segment mean - overall mean) / overall standard deviation. ``is_feature``
    tells the chosen features from side information. ``is_highest`` / ``is_lowest``: no other
    segment has a higher / lower mean.
    """

    column: str
    mean: float
    median: float
    lower_quartile: float
    upper_quartile: float
    overall_mean: float
    difference: float
    level: Level
    is_feature: bool
    is_highest: bool
    is_lowest: bool


@dataclass(frozen=True, slots=True)
class WordInSegment:
    """A category that is much commoner in the segment: shares 0-1, ``lift`` = share / overall."""

    column: str
    value: str
    share: float
    overall_share: float
    lift: float


@dataclass(frozen=True, slots=True)
class SegmentProfile:
    """All that is known about one segment.

    ``facts``: the features first, then side information, each by the size of the difference;
    ``words``: the most telling first.
    """

    letter: str
    size: int
    share: float
    money_share: float | None
    facts: tuple[FactInSegment, ...]
    words: tuple[WordInSegment, ...]


@dataclass(frozen=True, slots=True)
class Driver:
    """How much of a column's variance lies between segments, 0 to 1 (eta squared)."""

    column: str
    eta_squared: float
    is_feature: bool


class Delicate(StrEnum):
    """What people should not be divided by without a thought."""

    GENDER = "gender"
    AGE = "age"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A feature that drives the segments although it perhaps should not.

    ``is_alone``: the segments follow it and no other feature.
    """

    column: str
    is_alone: bool
    delicate: Delicate | None


@dataclass(frozen=True, slots=True)
class Condition:
    """``column`` <= or > ``limit`` in the file's units."""

    column: str
    is_above: bool
    limit: float


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A path of the small tree: all ``conditions`` hold -> segment ``letter``."""

    conditions: tuple[Condition, ...]
    letter: str
    n_customers: int


@dataclass(frozen=True, slots=True)
class Rule:
    """The small decision tree (depth <= 3) and the share of customers that it sorts right."""

    lines: tuple[RuleLine, ...]
    accuracy: float


@dataclass(frozen=True, slots=True)
class Description:
    """Profiles in the order of the segments, drivers strongest first."""

    profiles: tuple[SegmentProfile, ...]
    drivers: tuple[Driver, ...]
    rule: Rule | None
