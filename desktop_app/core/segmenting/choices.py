"""What the user may choose about segmenting; light, so that the first window can hold it."""

from dataclasses import dataclass
from enum import StrEnum


class Grouping(StrEnum):
    """Where the segments come from: found, the kinds of the classic view, or those of a time before."""

    FOUND = "found"
    CLASSIC = "classic"
    FOLLOWED = "followed"


class Change(StrEnum):
    """What the user does to segments that were found."""

    MERGE = "merge"
    SPLIT = "split"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class Rearrangement:
    """A change to segments, each known by its piece (0 is A): two or more are merged, else one."""

    change: Change
    pieces: tuple[int, ...]


class Scale(StrEnum):
    """How features are put on one scale."""

    STANDARD = "standard"
    ROBUST = "robust"
    NONE = "none"


class LongTails(StrEnum):
    """What happens to features with a long right tail."""

    AUTO = "auto"
    LOG = "log"
    KEEP = "keep"


class EmptyRule(StrEnum):
    """What happens to customers with an empty feature; AUTO leaves out up to 5 %, else fills."""

    AUTO = "auto"
    LEAVE_OUT = "leave-out"
    MIDDLE = "middle"


class MovingTogether(StrEnum):
    """What features that rise and fall together count for: each for itself, or once in all."""

    EACH = "each"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class FeatureChoice:
    """Which features form the segments, and how they are prepared; ``None`` = the program's choice.

    ``weights`` holds (column, factor): how much a column counts beside the others, 1 where none is
    given; of a column that is no feature the weight waits until it is one.
    """

    features: tuple[str, ...] | None = None
    scale: Scale = Scale.STANDARD
    long_tails: LongTails = LongTails.AUTO
    empty: EmptyRule = EmptyRule.AUTO
    weights: tuple[tuple[str, float], ...] = ()
    moving_together: MovingTogether = MovingTogether.EACH


@dataclass(frozen=True, slots=True)
class ScanChoice:
    """How the scan is done; ``max_k`` is lowered to the number of distinct customers."""

    max_k: int = 10
    seed: int = 0
    max_lists: int | None = None
    min_size: int | None = None
