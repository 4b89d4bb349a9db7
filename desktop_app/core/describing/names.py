"""Proposals for names, as the traits that set a segment apart; ``wording.groups`` finds the words.

Knows no words and no letters but the segments' own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from desktop_app.core.describing.results import (
    Description,
    FactInSegment,
    Level,
    SegmentProfile,
)

MOST_COMBINED = 3  # pairs are made of so many of the strongest traits


class Degree(StrEnum):
    """How far a trait goes, where segments share it: "rather high", "high", "very high", "highest"."""

    RATHER = "rather"
    PLAIN = "plain"
    VERY = "very"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class Trait:
    """``column`` lies above or below everyone's mean, or often holds ``word`` (then no degree)."""

    column: str
    is_above: bool = True
    degree: Degree = Degree.PLAIN
    word: str = ""


@dataclass(frozen=True, slots=True)
class NameIdea:
    """What to name a segment after: up to two traits, none for the segment in the middle."""

    letter: str
    traits: tuple[Trait, ...]


def propose_names(description: Description) -> tuple[NameIdea, ...]:
    """Give one idea per segment, in their order, made of the strongest differences.

    Ideas differ from one another wherever the facts do. The segment nearest to everyone's mean
    chooses first, so that of two segments with the same trait the stronger one is "very".

    Examples
    --------
    >>> def fact(difference, level):
    ...     return FactInSegment("Age", 0, 0, 0, 0, 0, difference, level, True, False, False)
    >>> profiles = tuple(
    ...     SegmentProfile(letter, 1, 0.3, None, (fact(d, level),), ())
    ...     for letter, d, level in (
    ...         ("A", 1.9, Level.WELL_ABOVE), ("B", 0.1, Level.MIDDLE), ("C", 0.9, Level.ABOVE)
    ...     )
    ... )
    >>> for idea in propose_names(Description(profiles, (), None)):
    ...     print(idea.letter, [(t.column, t.is_above, t.degree.value) for t in idea.traits])
    A [('Age', True, 'very')]
    B []
    C [('Age', True, 'plain')]
    """
    feature_columns = frozenset(d.column for d in description.drivers if d.is_feature)
    telling = frozenset(d.column for d in description.drivers)  # not what is made of the facts
    taken: dict[frozenset[Trait], str] = {}
    chosen: dict[str, tuple[Trait, ...]] = {}
    for profile in sorted(description.profiles, key=_strength):
        candidates = list(_candidates(profile, feature_columns, telling))
        free = (c for c in candidates if frozenset(c) not in taken)
        chosen[profile.letter] = next(free, candidates[0])
        taken[frozenset(chosen[profile.letter])] = profile.letter
    return tuple(NameIdea(p.letter, chosen[p.letter]) for p in description.profiles)


def _strength(profile: SegmentProfile) -> float:
    return max((abs(f.difference) for f in profile.facts if f.is_feature), default=0.0)


def _candidates(
    profile: SegmentProfile, feature_columns: frozenset[str], telling: frozenset[str]
) -> Iterator[tuple[Trait, ...]]:
    """Give what the segment may be named after, the best first; never nothing at all."""
    features = [f for f in profile.facts if f.is_feature]
    side = [_trait(f) for f in profile.facts if not f.is_feature and _stands_out(f)]
    own_words = [Trait(w.column, word=w.value) for w in profile.words if w.column in telling]
    strong = [f for f in features if _stands_out(f)]
    traits = [_trait(f) for f in strong]
    traits += [t for t in own_words if t.column in feature_columns]
    if not traits:
        yield ()
    yield from combinations(traits[:MOST_COMBINED], 2)
    yield from ((trait,) for trait in traits)
    yield from ((_trait(f, Degree.MOST),) for f in strong if f.is_highest or f.is_lowest)
    yield from ((_trait(f, Degree.VERY),) for f in strong)
    beside = side + [t for t in own_words if t.column not in feature_columns]
    yield from ((first, second) for first in traits[:1] for second in beside)
    yield from ((trait,) for trait in beside)
    yield from ((_trait(f, Degree.RATHER),) for f in features if not _stands_out(f))


def _stands_out(fact: FactInSegment) -> bool:
    return fact.level is not Level.MIDDLE


def _trait(fact: FactInSegment, degree: Degree = Degree.PLAIN) -> Trait:
    return Trait(fact.column, fact.difference > 0, degree)
