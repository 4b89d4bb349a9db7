"""Names of months and weekdays as shops write them, in seven languages."""

from functools import cache

_MONTHS = (
    "january januar janvier enero gennaio januari janeiro jänner",
    "february februar février febrero febbraio februari fevereiro",
    "march märz mars marzo maart março mrz mrt",
    "april avril abril aprile",
    "may mai mayo maggio mei maio",
    "june juni juin junio giugno junho",
    "july juli juillet julio luglio julho",
    "august août agosto augustus",
    "september septembre septiembre settembre setembro",
    "october oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro",
    "december dezember décembre diciembre dicembre dezembro",
)
"""English, German, French, Spanish, Italian, Dutch, Portuguese; some short forms of their own."""

_WEEKDAYS = (
    "mon tue wed thu fri sat sun mon die mit don fre sam son lun mar mer jeu ven dim mié mie jue vie "
    "sáb sab dom gio maa din woe vri zat zon seg ter qua qui sex "
    "mo di mi do fr sa so lu ma me je ve wo vr za zo"
)
_SHORTEST = 3  # letters; fewer are no short form of a month


@cache
def month_of(word: str) -> int | None:
    """Give the month (1-12) that a word or its beginning names, ``None`` if it names none.

    >>> month_of("Sept"), month_of("févr."), month_of("Mai"), month_of("moon")
    (9, 2, 5, None)
    """
    name = word.casefold().rstrip(".")
    if len(name) < _SHORTEST:
        return None
    found = {
        number
        for number, names in enumerate(_MONTHS, start=1)
        if any(_unaccented(full).startswith(_unaccented(name)) for full in names.split())
    }
    return found.pop() if len(found) == 1 else None  # "jui" is juin or juillet


@cache
def is_weekday(word: str) -> bool:
    """Tell whether a word, or its first letters, is a day of the week.

    >>> is_weekday("Montag"), is_weekday("Thu."), is_weekday("about")
    (True, True, False)
    """
    name = word.casefold().rstrip(".,")
    return name[:3] in _WEEKDAYS.split()


def _unaccented(word: str) -> str:
    return word.translate(str.maketrans("äéèûüç", "aeeuuc"))
