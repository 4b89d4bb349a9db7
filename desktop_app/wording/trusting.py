"""What is said about how far groups can be trusted: do they come back, do they stand apart."""

import math
from collections.abc import Sequence

import numpy as np

from desktop_app.core.segmenting.trusted import (
    LEAST_SURE,
    ComesBack,
    SegmentTrust,
    StandsApart,
    Trust,
    Verdict,
)
from desktop_app.i18n import _, ngettext
from desktop_app.wording.groups import listed
from desktop_app.wording.numbers import Formats


def two_truths(segment: SegmentTrust, *, has_words: bool = False) -> str:
    """Say in one short sentence how far a group comes back and stands apart.

    ``has_words``: facts of words part customers, too, and only in numbers a gap can be seen.

    >>> from desktop_app.core.segmenting.trusted import Verdict
    >>> always, clearly = ComesBack.ALWAYS, StandsApart.CLEARLY
    >>> two_truths(SegmentTrust(0.97, always, 0.1, 1, clearly, Verdict.NATURAL))
    'Comes back always, clearly apart.'
    """
    if segment.neighbour < 0:
        return _("There is no other group to compare it with.")
    sentence = {
        ComesBack.ALWAYS: _("Comes back always, {apart}."),
        ComesBack.MOSTLY: _("Comes back mostly, {apart}."),
        ComesBack.ONLY_PARTLY: _("Comes back only partly, {apart}."),
        ComesBack.DO_NOT_RELY: _("Seldom comes back, {apart}: do not rely on it."),
    }[segment.comes_back]
    is_by_words = has_words and segment.stands_apart is StandsApart.HARDLY
    apart = _("not apart in numbers") if is_by_words else _apart_words(segment.stands_apart)
    return sentence.format(apart=apart)


def _apart_words(stands_apart: StandsApart) -> str:
    return {
        StandsApart.CLEARLY: _("clearly apart"),
        StandsApart.FAIRLY: _("fairly apart"),
        StandsApart.HARDLY: _("hardly apart"),
    }[stands_apart]


def comes_back_words(comes_back: ComesBack) -> str:
    """Give the band alone, to stand after "Comes back:"."""
    return {
        ComesBack.ALWAYS: _("always"),
        ComesBack.MOSTLY: _("mostly"),
        ComesBack.ONLY_PARTLY: _("only partly"),
        ComesBack.DO_NOT_RELY: _("do not rely on it"),
    }[comes_back]


def stands_apart_words(stands_apart: StandsApart) -> str:
    """Give the level alone, to stand after "Stands apart:"."""
    return {
        StandsApart.CLEARLY: _("clearly"),
        StandsApart.FAIRLY: _("fairly"),
        StandsApart.HARDLY: _("hardly"),
    }[stands_apart]


def verdict_words(verdict: Verdict) -> str:
    """Give the verdict alone, as a heading."""
    return {
        Verdict.NATURAL: _("Natural groups"),
        Verdict.REPEATABLE_CUT: _("A useful cut"),
        Verdict.UNRELIABLE: _("Not to be relied on"),
    }[verdict]


def groups_title(letters: Sequence[str], trust: Trust | None, *, is_cut: bool) -> str:
    """Say on the first page with groups what they are, as far as it is known.

    ``letters`` are those of the groups; ``is_cut``: no number of groups stood out.

    >>> groups_title("ABCDE", None, is_cut=False)
    'Your 5 groups'
    """
    k = len(letters)
    if is_cut:
        title = ngettext("Your list as {k} part", "Your list, cut into {k} parts", k)
    elif trust is not None and trust.verdict is Verdict.NATURAL and k > 1:
        title = _("Your {k} natural groups")
    else:
        title = ngettext("Your {k} group", "Your {k} groups", k)
    if trust is not None and trust.verdict is Verdict.UNRELIABLE:
        title = _("{groups}: not to be relied on").format(groups=title)
    elif trust is not None and trust.verdict is Verdict.REPEATABLE_CUT and not is_cut:
        shading = _shading_words(trust, letters) or _("a useful cut")
        title = _("{groups}: {what}").format(groups=title, what=shading)
    return title.format(k=k)


def verdict_sentence(trust: Trust, letters: Sequence[str], words: Sequence[str] = ()) -> str:
    """Say what the groups as a whole are: found in the list, a way to divide it, or chance.

    ``letters`` are those of the groups, ``words`` the names of the facts that are words.
    """
    if len(trust.segments) == 1:
        return _("All customers are in one group, so there is nothing to tell apart.")
    if trust.verdict is Verdict.REPEATABLE_CUT and words:
        return _(
            "These groups come back when your customers are drawn anew. Some follow words ({facts}) "
            "and no gap: a useful way to divide your customers, not a discovery."
        ).format(facts=", ".join(words))
    if trust.verdict is Verdict.REPEATABLE_CUT and (shading := _shading_words(trust, letters)):
        return _(
            "These groups come back when your customers are drawn anew. {shading}, so that border is "
            "ours; the others stand apart."
        ).format(shading=shading)
    return {
        Verdict.NATURAL: _(
            "These are natural groups: they stand apart, "
            "and they come back when your customers are drawn anew."
        ),
        Verdict.REPEATABLE_CUT: _(
            "These groups come back when your customers are drawn anew, but not all of them "
            "stand apart: a useful way to divide your customers, not a discovery."
        ),
        Verdict.UNRELIABLE: _(
            "Do not rely on these groups: "
            "when your customers are drawn anew, some of the groups come out differently."
        ),
    }[trust.verdict]


def _shading_words(trust: Trust, letters: Sequence[str]) -> str:
    """Name the few groups that hardly stand apart among natural ones; ``""`` if it is not so."""
    shading = [
        place
        for place, segment in enumerate(trust.segments)
        if segment.stands_apart is StandsApart.HARDLY
    ]
    natural = sum(segment.verdict is Verdict.NATURAL for segment in trust.segments)
    is_rest_natural = natural + len(shading) == len(trust.segments)
    if not shading or not is_rest_natural or natural < len(shading):
        return ""
    if len(shading) == 1:
        [one] = shading
        other = trust.segments[one].neighbour
        return _("{one} shades into {other}").format(one=letters[one], other=letters[other])
    names = [letters[place] for place in shading]
    neighbours = [trust.segments[place].neighbour for place in shading]
    if neighbours == shading[::-1]:
        return _("{one} and {other} shade into each other").format(one=names[0], other=names[1])
    return _("{groups} shade into others").format(groups=listed(names))


def same_group_sentence(trust: Trust, formats: Formats) -> str:
    """Say how many of 100 customers land in the same group when all are drawn anew."""
    known = trust.sure[~np.isnan(trust.sure)]
    return _("Drawn anew {n} times, {same} of 100 customers land in the same group.").format(
        n=formats.count(trust.n_redraws), same=int(100 * known.mean())
    )


def sure_words(trust: Trust, customer: int, segment: int, letters: Sequence[str]) -> str:
    """Say whether a customer of ``segment`` is sure or between two groups; ``""`` if left out.

    ``customer`` and ``segment`` are positions in the customer table and among the segments, whose
    ``letters`` are given.
    """
    share, elsewhere = float(trust.sure[customer]), int(trust.elsewhere[customer])
    if math.isnan(share):
        return ""
    if share >= LEAST_SURE:
        return sure_word()
    if elsewhere < 0:
        return not_sure_words()
    return between_words(letters[segment], letters[elsewhere])


def sure_word() -> str:
    """Say that a customer is sure of the group."""
    return _("sure")


def not_sure_words() -> str:
    """Say that a customer might have no group as well: the other one was set aside."""
    return _("not sure")


def between_words(own: str, other: str) -> str:
    """Say which two segments a customer is between, by their letters, the own one first."""
    return _("between {own} and {other}").format(own=own, other=other)
