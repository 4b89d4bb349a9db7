"""What separates the groups, in words: how much a fact differs, the short rule, what to doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.describing.results import Delicate
from desktop_app.i18n import _, ngettext
from desktop_app.wording.groups import MATTERS, MATTERS_LITTLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.describing.results import Doubt

MATTERS_MUCH, MATTERS_MOST = 0.14, 0.5  # a large effect (Cohen 1988); most of the differences
MOST_NAMED = 6


def difference_words(eta_squared: float) -> str:
    """Say how much the groups differ in a fact.

    >>> difference_words(0.8), difference_words(0.1), difference_words(0.0)
    ('differ most', 'differ somewhat', 'about the same')
    """
    if eta_squared >= MATTERS_MOST:
        return _("differ most")
    if eta_squared >= MATTERS_MUCH:
        return _("differ clearly")
    if eta_squared >= MATTERS:
        return _("differ somewhat")
    return _("differ a little") if eta_squared >= MATTERS_LITTLE else _("about the same")


def no_difference_sentence(names: Sequence[str]) -> str:
    """Name the facts in which the groups do not differ.

    >>> no_difference_sentence(["Gender", "Town"])
    'No difference to speak of: Gender, Town.'
    """
    named = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    if more <= 0:
        return _("No difference to speak of: {facts}.").format(facts=named)
    words = ngettext(
        "No difference to speak of: {facts} and {n} more.",
        "No difference to speak of: {facts} and {n} more.",
        more,
    )
    return words.format(facts=named, n=more)


def doubt_sentence(doubt: Doubt, fact: str) -> str:
    """Say what is doubtful about a fact that makes the groups.

    >>> from desktop_app.core.describing.results import Doubt
    >>> doubt_sentence(Doubt("sex", False, Delicate.GENDER), "Gender")
    'These groups divide your customers by gender. Is that what you want?'
    """
    words = []
    if doubt.is_alone:
        words.append(_("{fact} alone makes these groups; the other facts hardly count."))
    if doubt.delicate is not None:
        words.append(
            {
                Delicate.GENDER: _(
                    "These groups divide your customers by gender. Is that what you want?"
                ),
                Delicate.AGE: _(
                    "These groups divide your customers by age. Is that what you want?"
                ),
                Delicate.PLACE: _(
                    "These groups divide your customers by where they live. Is that what you want?"
                ),
            }[doubt.delicate]
        )
    return " ".join(words).format(fact=fact)
