"""What goes together, in sentences that anyone can check against their own shop."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from desktop_app.core.checking.looks.relations import Closeness
from desktop_app.i18n import _
from desktop_app.wording.facts import lower_first
from desktop_app.wording.numbers import MINUS

if TYPE_CHECKING:
    from desktop_app.core.checking.looks.comparing import Telling
    from desktop_app.core.checking.looks.looking import TogetherLook
    from desktop_app.core.checking.looks.relations import Relation, RelationMap
    from desktop_app.wording.looks import LookWords


def strength_words(strength: float) -> str:
    """Give a strength as a whole number from −100 to 100; an unknown one is a dash.

    >>> strength_words(-0.346), strength_words(1.0)
    ('−35', '100')
    """
    if not math.isfinite(strength):
        return "–"
    whole = round(100 * strength)
    return f"{MINUS if whole < 0 else ''}{abs(whole)}"


def pair_sentence(relation: Relation, words: LookWords) -> str:
    """Say whether two columns go together, which way, and how reliably."""
    first, second = words.names[relation.first], words.names[relation.second]
    if not math.isfinite(relation.strength):
        return _("Too few {customers} have both {first} and {second}.").format(
            customers=lower_first(words.head),
            first=lower_first(first),
            second=lower_first(second),
        )
    known = {"First": first, "first": lower_first(first), "second": lower_first(second)}
    if relation.closeness is Closeness.HARDLY:
        return _("{First} and {second} have little to do with each other.").format(**known)
    sentence = (
        _("{First} and {second} go together: higher {first} comes with higher {second}, {how}.")
        if relation.strength > 0
        else _(
            "{First} and {second} go opposite ways: higher {first} comes with lower {second}, {how}."
        )
    )
    return sentence.format(**known, how=_exceptions(relation.closeness))


def pair_title(relation: Relation, words: LookWords) -> str:
    """Name a pair."""
    return _("{first} and {second}").format(
        first=words.names[relation.first], second=lower_first(words.names[relation.second])
    )


def pair_button(relation: Relation, words: LookWords) -> str:
    """Name a pair and which way it goes, in few words."""
    pair = pair_title(relation, words)
    pattern = _("{pair}: together") if relation.strength > 0 else _("{pair}: opposite ways")
    return pattern.format(pair=pair)


def telling_button(telling: Telling, words: LookWords) -> str:
    """Name a number and the category that it differs by."""
    return _("{number} differs by {category}").format(
        number=words.names[telling.number], category=lower_first(words.names[telling.category])
    )


def map_sentence(relations: RelationMap, words: LookWords) -> str:
    """Say which two columns go together most."""
    strongest = relations.strongest()
    if not strongest:
        return _("No two of these numbers go together: each tells something of its own.")
    return pair_sentence(strongest[0], words)


def map_aid(relations: RelationMap, words: LookWords) -> str:
    """Say how to read the map, and what is not in it."""
    parts = [
        _("100: always the same way. 0: not at all. −100: always opposite ways. Click a number.")
    ]
    if relations.n_rows < relations.n_rows_in_all:
        parts.append(
            _("Looked at {some} of {all}.").format(
                some=words.formats.count(relations.n_rows),
                all=words.count(relations.n_rows_in_all),
            )
        )
    if relations.left_out:
        parts.append(
            _("Shown are the {n} most related numbers of {all}.").format(
                n=len(relations.columns), all=len(relations.columns) + len(relations.left_out)
            )
        )
    return " ".join(parts)


def pair_aid(n_shown: int, n: int, words: LookWords, *, has_line: bool) -> str:
    """Say how to read the points of a pair, and how many are shown."""
    parts = []
    if has_line:
        parts.append(_("Line: the middle. Shaded: the middle half."))
    if n_shown < n:
        parts.append(
            _("{some} of {all} are drawn; the line is about all.").format(
                some=words.formats.count(n_shown), all=words.count(n)
            )
        )
    else:
        parts.append(_("One point each for {customers}.").format(customers=words.count(n)))
    return " ".join(parts)


def nothing_together(look: TogetherLook) -> str:
    """Say why there is no map; "" where there is one."""
    if look.relations is not None:
        return ""
    return _("A map needs at least two columns of numbers that differ.")


def _exceptions(closeness: Closeness) -> str:
    return {
        Closeness.ALMOST_ALWAYS: _("almost without exception"),
        Closeness.MOSTLY: _("with some exceptions"),
        Closeness.OFTEN: _("but with many exceptions"),
    }[closeness]
