"""Names for segments: unique in the list, at most four words, plain and kind."""

import re
from collections.abc import Sequence

from desktop_app.core.checking.columns import Column
from desktop_app.core.describing.names import Degree, NameIdea, Trait, propose_names
from desktop_app.core.describing.results import Description
from desktop_app.i18n import _
from desktop_app.wording.facts import lower_first, short_names
from desktop_app.wording.themes import NameWords, Theme, name_words, named_by_fact, themes

MOST_WORDS = 4
_NEEDLESS = re.compile(
    r"^(number|nr|no|total|sum|share|average|avg|mean|annual|yearly|monthly|of)$"
)
_TAIL = re.compile(r"\s(per|in|at|for|since|from|with|a|by)\s.*$")


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
    for idea in propose_names(description):
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
        words = [self._words(trait) for trait in traits]
        if len(words) == 1:
            return words[0].who
        name = _("{who}, {detail}").format(who=words[0].who, detail=words[1].detail)
        return name if len(name.split()) <= MOST_WORDS else words[0].who

    def _words(self, trait: Trait) -> NameWords:
        fact = self._facts[trait.column]
        if trait.word:
            word = " ".join(trait.word.split()[: MOST_WORDS - 2])
            return NameWords(_("Mostly {word}").format(word=word), word)
        theme = self._themes[trait.column]
        if theme is not Theme.OTHER and trait.degree is Degree.PLAIN:
            return name_words(theme, trait.is_above)
        key = _key_words(fact)
        who = named_by_fact(" ".join(key), trait.is_above, trait.degree)
        return NameWords(who, lower_first(named_by_fact(key[-1], trait.is_above, trait.degree)))


def _key_words(fact: str) -> list[str]:
    """Give the words of a fact that carry its meaning, at most two.

    >>> _key_words("Number of visits per month"), _key_words("Annual savings rate")
    (['visits'], ['savings', 'rate'])
    """
    words = _TAIL.sub("", f" {fact} ").split()
    telling = [word for word in words if not _NEEDLESS.match(word.casefold())]
    return (telling or words or [fact])[-(MOST_WORDS - 2) :]


def _with_letter(name: str, letter: str) -> str:
    return " ".join([*name.split()[: MOST_WORDS - 1], f"({letter})"])
