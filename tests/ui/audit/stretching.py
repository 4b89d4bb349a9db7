"""A made-up language: the words of English, a third longer and marked, so that they can be told."""

import gettext
import re
from math import ceil

LONGER = 0.35
MARKS = dict(zip("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"))
MARKED = re.compile(f"[{''.join(MARKS.values())}]")
_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")


class Stretched(gettext.NullTranslations):
    """Stretches what it is asked to translate."""

    def gettext(self, message):
        return stretched(message)

    def ngettext(self, msgid1, msgid2, n):
        return stretched(super().ngettext(msgid1, msgid2, n))


def stretched(message):
    """Lengthen ``message`` by 35 %, spread over its vowels; placeholders stay as they are."""
    words = _PLACEHOLDER.split(message)[::2]
    n_vowels = sum(letter in MARKS for part in words for letter in part)
    n_more = ceil(LONGER * sum(map(len, words)))
    grown, seen = [], 0
    for part in _PLACEHOLDER.split(message):
        for letter in [part] if part[:1] == "{" else part:
            grown.append(MARKS.get(letter, letter))
            if letter in MARKS:
                times = n_more * (seen + 1) // n_vowels - n_more * seen // n_vowels
                grown.append(MARKS[letter].lower() * times)
                seen += 1
    return "".join(grown)
