"""How facts are prepared, and what that does to a list, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.core.segmenting.choices import EmptyRule, LongTails, MovingTogether, Scale
from desktop_app.i18n import _, ngettext
from desktop_app.wording.numbers import Formats

if TYPE_CHECKING:
    from desktop_app.core.segmenting.foreseeing import FeatureEffect, PreparationEffect

DECIDES = 0.75  # of all differences; the other facts hardly matter
ALIKE = 1.25  # times; facts whose shares differ by less count the same


def scale_options() -> list[tuple[str, str]]:
    """Give the ways of putting facts on one scale."""
    return [
        (Scale.STANDARD.value, _("Yes")),
        (Scale.ROBUST.value, _("By the middle half")),
        (Scale.NONE.value, _("No")),
    ]


def tails_options() -> list[tuple[str, str]]:
    """Give what can become of a few very large values."""
    return [
        (LongTails.AUTO.value, _("Decide for me")),
        (LongTails.LOG.value, _("In proportion")),
        (LongTails.KEEP.value, _("As they are")),
    ]


def moving_options() -> list[tuple[str, str]]:
    """Give what facts that rise and fall together can count for."""
    return [
        (MovingTogether.EACH.value, _("Each counts")),
        (MovingTogether.ONCE.value, _("Count once")),
    ]


def empty_options() -> list[tuple[str, str]]:
    """Give what can become of customers with an empty fact."""
    return [
        (EmptyRule.AUTO.value, _("Decide for me")),
        (EmptyRule.LEAVE_OUT.value, _("Leave out")),
        (EmptyRule.MIDDLE.value, _("Use the middle value")),
    ]


def scale_words(effect: PreparationEffect, names: Mapping[str, str], formats: Formats) -> str:
    r"""Say which facts decide who is like whom.

    >>> from desktop_app.core.segmenting.foreseeing import FeatureEffect, PreparationEffect
    >>> facts = tuple(FeatureEffect(n, s, False, False, 0) for n, s in (("Age", 0.03), ("Spent", 0.97)))
    >>> names = {"Age": "Age", "Spent": "Spent"}
    >>> scale_words(PreparationEffect(9, 0, 0, facts), names, Formats())
    'Spent decides nearly alone: 97\xa0% of what tells customers apart.'
    """
    if len(effect.features) == 1:
        return _("There is only one fact; its scale changes nothing.")
    by_share = sorted(effect.features, key=lambda feature: feature.share)
    least, most = by_share[0], by_share[-1]
    if most.share >= DECIDES:
        return _("{fact} decides nearly alone: {share} of what tells customers apart.").format(
            fact=names[most.column], share=formats.percent(most.share)
        )
    if most.share <= ALIKE * least.share:
        return _("All facts count about the same.")
    return _("{most} counts most ({its_share}), {least} least ({least_share}).").format(
        most=names[most.column],
        its_share=formats.percent(most.share),
        least=names[least.column],
        least_share=formats.percent(least.share),
    )


def tails_words(effect: PreparationEffect, names: Mapping[str, str]) -> str:
    """Say which facts have a few very large values, and what becomes of them."""
    drawn_in = [feature for feature in effect.features if feature.is_logged]
    if drawn_in:
        return _("{facts}: from 10 to 20 is as far as from 100 to 200.").format(
            facts=_named(drawn_in, names)
        )
    if left := with_long_tails(effect):
        return _("{facts}: the few with very large values stand far from everyone else.").format(
            facts=_named(left, names)
        )
    return _("No fact has a few very large values, so this changes nothing.")


def with_long_tails(effect: PreparationEffect) -> list[FeatureEffect]:
    """Give the facts of which a few values are very large."""
    return [feature for feature in effect.features if feature.has_long_tail]


def moving_words(
    effect: PreparationEffect, names: Mapping[str, str], moving_together: MovingTogether
) -> str:
    """Say which facts move together, and what becomes of them."""
    if len(effect.features) == 1:
        return _("There is only one fact, so this changes nothing.")
    if moving_together is MovingTogether.EACH:
        return _("Two facts that say nearly the same count like two.")
    if effect.closest is None:
        return _("No two facts move together much, so this changes little.")
    first, second = (names[name] for name in effect.closest)
    return _("{first} and {second} move together most; what they share counts once.").format(
        first=first, second=second
    )


def empty_words(effect: PreparationEffect, formats: Formats) -> str:
    """Say how many customers are left out."""
    if not effect.n_empty:
        return _("Nobody has an empty fact, so this changes nothing.")
    if not effect.n_left_out:
        return ngettext(
            "{n} of {all} customers has an empty fact; nobody is left out.",
            "{n} of {all} customers have an empty fact; nobody is left out.",
            effect.n_empty,
        ).format(n=formats.count(effect.n_empty), all=formats.count(effect.n_customers))
    return ngettext(
        "{n} of {all} customers is left out.",
        "{n} of {all} customers are left out.",
        effect.n_left_out,
    ).format(n=formats.count(effect.n_left_out), all=formats.count(effect.n_customers))


def _named(features: list[FeatureEffect], names: Mapping[str, str]) -> str:
    return ", ".join(names[feature.column] for feature in features)
