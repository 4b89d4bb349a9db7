"""Who to start with, in words: what the owner may be after, and a reason for each group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.describing.targets import Aim, Target, TargetColumns
from desktop_app.i18n import _, ngettext
from desktop_app.wording.clauses import clause
from desktop_app.wording.evidence import fact_value, feature_themes, find_column, place_of
from desktop_app.wording.facts import short_names, upper_first
from desktop_app.wording.themes import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.checking.columns import Column
    from desktop_app.core.describing.results import Description, FactInSegment, SegmentProfile
    from desktop_app.wording.numbers import Formats


def target_columns(description: Description, columns: Sequence[Column]) -> TargetColumns:
    """Find the facts that tell how much, how often, how lately and since when people buy."""
    if not description.profiles:
        return TargetColumns()
    first = description.profiles[0]
    known = {fact.column for fact in first.facts}
    found = {
        theme: column for column, theme in feature_themes(first, columns).items() if column in known
    }
    return TargetColumns(
        spending=found.get(Theme.SPENDING),
        frequency=found.get(Theme.FREQUENCY),
        recency=found.get(Theme.RECENCY),
        tenure=found.get(Theme.TENURE),
    )


def aim_words(aim: Aim) -> str:
    """Say what the owner is after, to stand after "Start with"."""
    return {
        Aim.MONEY: _("who brings the most money"),
        Aim.GROWTH: _("who may buy more"),
        Aim.LOSS: _("who may be leaving"),
        Aim.SIZE: _("the largest groups"),
    }[aim]


def aim_note(aim: Aim, columns: TargetColumns) -> str:
    """Say how the groups are put in order, and what that does not tell."""
    if aim is Aim.GROWTH:
        first = (
            _("First those who bought lately and are newer customers than most, the largest first.")
            if columns.tenure is not None
            else _("First those who bought lately but more rarely than most, the largest first.")
        )
        return first + " " + _("Whether they will buy more is not in your file.")
    return {
        Aim.MONEY: _("First those who bring or spend most, as far as your file tells."),
        Aim.LOSS: _(
            "First those who have stayed away longer than most, by what they bring. "
            "Whether they have left is not in your file."
        ),
        Aim.SIZE: _("The more customers a group has, the more people one message reaches."),
    }[aim]


def none_fits_sentence() -> str:
    """Say that the facts speak for no group."""
    return _("No group of yours is clearly like that; the nearest stands first.")


def target_reason(
    target: Target, aim: Aim, profile: SegmentProfile, columns: Sequence[Column], formats: Formats
) -> str:
    """Give the reason for a group's place in one sentence, with its figures."""
    people = _people(profile, formats)
    if aim is Aim.SIZE:
        return _("{people}.").format(people=people)
    if aim is Aim.MONEY and not target.facts:
        return _money(profile, people, formats)
    clauses = [_clause(fact, profile, columns, formats) for fact in target.facts]
    if not clauses:
        return _("Your file does not tell; they are {people}.").format(people=people)
    if aim is Aim.LOSS and profile.money_share is not None:
        bring = _("bring {money} of the money").format(money=formats.percent(profile.money_share))
        clauses.append(bring)
    if len(clauses) == 1:
        return upper_first(_("{first}; they are {people}.").format(first=clauses[0], people=people))
    words = _("{first} and {second}; they are {people}.")
    return upper_first(words.format(first=clauses[0], second=clauses[1], people=people))


def _people(profile: SegmentProfile, formats: Formats) -> str:
    n = ngettext("{n} customer", "{n} customers", profile.size)
    return _("{customers} ({share})").format(
        customers=n.format(n=formats.count(profile.size)), share=formats.percent(profile.share)
    )


def _money(profile: SegmentProfile, people: str, formats: Formats) -> str:
    if profile.money_share is None:
        return _("Your file does not tell; they are {people}.").format(people=people)
    return _("Bring {money} of the money; they are {people}.").format(
        money=formats.percent(profile.money_share), people=people
    )


def _clause(
    fact: FactInSegment, profile: SegmentProfile, columns: Sequence[Column], formats: Formats
) -> str:
    theme = feature_themes(profile, columns)[fact.column]
    column = find_column(columns, fact.column)
    value = fact_value(fact, column, theme, formats)
    return clause(theme, place_of(fact), short_names(columns)[fact.column], value)
