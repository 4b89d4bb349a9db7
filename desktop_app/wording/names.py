"""Names for segments: unique in the list, at most four words, plain and kind."""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.checking.columns import Column
from desktop_app.core.describing.names import Degree, NameIdea, Trait, propose_names
from desktop_app.core.describing.results import Description
from desktop_app.i18n import _
from desktop_app.wording.evidence import plainly
from desktop_app.wording.facts import lower_first, short_names
from desktop_app.wording.themes import (
    NameWords,
    Theme,
    counted_by_fact,
    name_words,
    named_by_fact,
    themes,
)

MOST_WORDS = 4
_ROOM = {Degree.RATHER: 2, Degree.PLAIN: 3, Degree.VERY: 2, Degree.MOST: 3}
"""How many words of a fact fit beside the words for the degree."""

_NEEDLESS = re.compile(
    r"^(number|nr|no|total|sum|share|average|avg|mean|annual|yearly|monthly|of)$"
)
_TAIL = re.compile(r"\s(per|in|at|for|since|from|with|a|as|between|by)\s.*$")


def segment_names(
    description: Description,
    columns: Sequence[Column],
    own_names: Sequence[tuple[str, str]] = (),
) -> dict[str, str]:
    """Give a name by letter; the user's own names stand, the others keep out of their way."""
    own = {letter: name.strip() for letter, name in own_names if name.strip()}
    letters = {profile.letter for profile in description.profiles}
    names = {letter: name for letter, name in own.items() if letter in letters}
    taken = {name.casefold() for name in names.values()}
    proposed = _Namer(description, columns)
    profiles = tuple(plainly(profile) for profile in description.profiles)
    for idea in propose_names(replace(description, profiles=profiles)):
        if idea.letter in names:
            continue
        name = proposed.name(idea)
        if name.casefold() in taken:
            name = _with_letter(name, idea.letter)
        names[idea.letter] = name
        taken.add(name.casefold())
    return {profile.letter: names[profile.letter] for profile in description.profiles}


class _Namer:
    """Finds the words for the traits of one description."""

    def __init__(self, description: Description, columns: Sequence[Column]) -> None:
        features = {d.column for d in description.drivers if d.is_feature}
        self._facts = short_names(columns)
        self._themes = themes(sorted(columns, key=lambda c: c.name not in features))

    def name(self, idea: NameIdea) -> str:
        """Give the name; two traits become "who, detail" where that stays short."""
        if not idea.traits:
            return _("Average customers")
        order = list(Theme)
        traits = sorted(idea.traits, key=lambda t: order.index(self._themes[t.column]))
        words = [self._words(trait, is_alone=len(traits) == 1) for trait in traits]
        if len(words) == 1:
            return words[0].most if traits[0].degree is Degree.MOST else words[0].who
        name = _("{who}, {detail}").format(who=words[0].who, detail=words[1].detail)
        return name if len(name.split()) <= MOST_WORDS else words[0].who

    def _words(self, trait: Trait, *, is_alone: bool) -> NameWords:
        if trait.word:
            word = " ".join(trait.word.split()[: MOST_WORDS - 1])
            mostly = _("Mostly {word}").format(word=word)
            return NameWords(mostly, word, mostly)
        theme = self._themes[trait.column]
        if theme not in (Theme.OTHER, Theme.COUNT) and trait.degree in (Degree.PLAIN, Degree.MOST):
            return name_words(theme, trait.is_above)
        fact = _shortened(self._facts[trait.column], _ROOM[trait.degree] if is_alone else 1)
        words = counted_by_fact if theme is Theme.COUNT else named_by_fact
        name = words(fact, trait.is_above, trait.degree)
        return NameWords(name, lower_first(name), name)


def _shortened(fact: str, most_words: int) -> str:
    """Give a fact in so many words, those that carry its meaning.

    >>> _shortened("Number of visits per month", 3), _shortened("Annual savings rate", 1)
    ('visits', 'rate')
    """
    if len(fact.split()) <= most_words:
        return fact
    words = _TAIL.sub("", f" {fact} ").split()
    telling = [word for word in words if not _NEEDLESS.match(word.casefold())]
    return " ".join((telling or words or [fact])[-most_words:])


def _with_letter(name: str, letter: str) -> str:
    return " ".join([*name.split()[: MOST_WORDS - 1], f"({letter})"])
