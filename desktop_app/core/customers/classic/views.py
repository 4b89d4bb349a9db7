"""The classic view of customers: scores from 1 to 5 for recency, frequency and money, and names."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

ScoreArray = npt.NDArray[np.int8]


class ClassicKind(StrEnum):
    """The kinds of customers by rule, each by its name in a list; every cell of scores has one."""

    CHAMPIONS = "Champions"
    LOYAL = "Loyal"
    GROWING = "Growing"
    NEW = "New"
    ONE_TIME_RECENT = "One-time recent"
    LOYAL_SLIPPING = "Loyal, slipping"
    NEEDS_ATTENTION = "Needs attention"
    COOLING = "Cooling"
    AT_RISK = "At risk"
    DRIFTING = "Drifting"
    FADING = "Fading"
    CANNOT_LOSE = "Can't lose"
    ASLEEP = "Asleep"
    LOST = "Lost"
    PROSPECTS = "Prospects"


KINDS = tuple(ClassicKind)


@dataclass(frozen=True, slots=True)
class ScoreBand:
    """The customers of one recency score: ``n`` of them, ``lowest`` to ``highest`` days; NaN if 0."""

    score: int
    n: int
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class GridCell:
    """The customers of one recency score and one value score, 1 to 5 each.

    ``kinds`` names those who are there (two where new ones are among them), the larger first.
    """

    recency: int
    value: int
    n: int
    money: float
    kinds: tuple[ClassicKind, ...]


@dataclass(frozen=True, slots=True)
class Fitness:
    """Whether the view suits the shop: ``codes`` say what speaks against it, none = it fits.

    ``short_history``, ``one_time_buyers``, ``nobody_known``, ``few_levels`` (frequency has at most two
    scores). ``days`` of history, ``one_time`` share of customers, ``unknown`` share of lines without
    a customer, each in [0, 1] but the days.
    """

    codes: tuple[str, ...]
    days: int
    one_time: float
    unknown: float


@dataclass(frozen=True, slots=True, eq=False)
class ClassicView:
    """Scores and names by rule, one entry per customer of the table.

    ``recency``, ``frequency``, ``money``: (n,) int8, 1 to 5, 5 is best, equal values have equal
    scores; 0 = never ordered. ``value``: the mean of frequency and money, rounded half up. ``kind``:
    (n,) int8, index into ``KINDS``. ``cells``: the 25 cells of the grid, recency 5 first, in it value
    5 first. ``bands``: the five recency scores, 5 first. ``levels``: how many different scores
    recency, frequency and money take. ``facts``: the columns behind the three scores.
    """

    recency: ScoreArray
    frequency: ScoreArray
    money: ScoreArray
    value: ScoreArray
    kind: ScoreArray
    cells: tuple[GridCell, ...]
    bands: tuple[ScoreBand, ...]
    levels: tuple[int, int, int]
    fitness: Fitness
    facts: tuple[str, ...] = ()

    @property
    def count_by_kind(self) -> dict[ClassicKind, int]:
        """How many customers are of each kind that occurs, in the order of ``KINDS``."""
        counts = np.bincount(self.kind, minlength=len(KINDS)).tolist()
        return {kind: n for kind, n in zip(KINDS, counts, strict=True) if n}
