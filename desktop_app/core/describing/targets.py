"""Whom to start with: the segments in the order of what the owner is after, with the evidence.

Knows no words and promises nothing: every order follows from figures that the file holds.
"""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.describing.results import Description, FactInSegment, SegmentProfile

WORTH_SAYING = 0.2  # standard deviations; less is no difference to speak of (Cohen 1988)


class Aim(StrEnum):
    """What the owner is after: money, growth, keeping who might leave, or many people."""

    MONEY = "money"
    GROWTH = "growth"
    LOSS = "loss"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class TargetColumns:
    """The columns that tell how much people spend, how often, how lately, and since when they buy.

    ``recency`` and ``tenure`` are long times when they are high; ``None`` is not in the file.
    """

    spending: str | None = None
    frequency: str | None = None
    recency: str | None = None
    tenure: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One segment and the facts that place it; ``fits``: they speak for starting there."""

    letter: str
    fits: bool
    facts: tuple[FactInSegment, ...] = ()


def possible_aims(description: Description, columns: TargetColumns) -> tuple[Aim, ...]:
    """Give the aims for which the file has the facts.

    MONEY needs what segments bring or spend. LOSS needs when people bought last; GROWTH also since
    when, or how often. SIZE is always possible.

    >>> possible_aims(Description((), (), None), TargetColumns(recency="Last order"))
    (<Aim.LOSS: 'loss'>, <Aim.SIZE: 'size'>)
    """
    has_money = columns.spending is not None or _has_shares(description)
    can_grow = columns.recency is not None and (columns.tenure or columns.frequency) is not None
    has_facts = {
        Aim.MONEY: has_money,
        Aim.GROWTH: can_grow,
        Aim.LOSS: columns.recency is not None,
        Aim.SIZE: True,
    }
    return tuple(aim for aim in Aim if has_facts[aim])


def rank_targets(description: Description, aim: Aim, columns: TargetColumns) -> tuple[Target, ...]:
    """Give every segment, the one to start with first; ``aim`` must be possible.

    MONEY: by the share of the money, else by what one customer spends. LOSS: those who stayed away
    longer than the average, by what they bring. GROWTH: those who bought lately and are newer, or
    buy more rarely, than the average, the largest first. SIZE: the largest first. Those for whom
    the facts do not speak come after, nearest first.
    """
    rank = {Aim.MONEY: _by_money, Aim.GROWTH: _by_growth, Aim.LOSS: _by_loss, Aim.SIZE: _by_size}
    ranked = [
        rank[aim](profile, columns, _has_shares(description)) for profile in description.profiles
    ]
    ranked.sort(key=lambda entry: (not entry[0].fits, -entry[1], entry[0].letter))
    return tuple(target for target, _ in ranked)


def _has_shares(description: Description) -> bool:
    profiles = description.profiles
    return bool(profiles) and all(p.money_share is not None for p in profiles)


def _fact(profile: SegmentProfile, column: str | None) -> FactInSegment | None:
    return next((fact for fact in profile.facts if fact.column == column), None)


def _brings(profile: SegmentProfile, has_shares: bool) -> float:
    """Give what is at stake: the share of the money, else that of the customers."""
    return profile.money_share or 0.0 if has_shares else profile.share


def _by_money(
    profile: SegmentProfile, columns: TargetColumns, has_shares: bool
) -> tuple[Target, float]:
    if has_shares:
        share = profile.money_share or 0.0
        return Target(profile.letter, fits=share > profile.share), share
    fact = _fact(profile, columns.spending)
    if fact is None:
        return Target(profile.letter, fits=False), -float("inf")
    return Target(
        profile.letter, fits=fact.difference >= WORTH_SAYING, facts=(fact,)
    ), fact.difference


def _by_loss(
    profile: SegmentProfile, columns: TargetColumns, has_shares: bool
) -> tuple[Target, float]:
    away = _fact(profile, columns.recency)
    if away is None:
        return Target(profile.letter, fits=False), -float("inf")
    fits = away.difference >= WORTH_SAYING
    strength = _brings(profile, has_shares) if fits else away.difference
    return Target(profile.letter, fits, (away,)), strength


def _by_growth(
    profile: SegmentProfile, columns: TargetColumns, has_shares: bool
) -> tuple[Target, float]:
    away = _fact(profile, columns.recency)
    new = _fact(profile, columns.tenure) or _fact(profile, columns.frequency)
    if away is None or new is None:
        return Target(profile.letter, fits=False), -float("inf")
    fits = max(away.difference, new.difference) <= -WORTH_SAYING
    strength = profile.share if fits else -max(away.difference, new.difference)
    return Target(profile.letter, fits, (away, new)), strength


def _by_size(
    profile: SegmentProfile, columns: TargetColumns, has_shares: bool
) -> tuple[Target, float]:
    return Target(profile.letter, fits=True), float(profile.size)
