"""What the words in a header speak of. Another language is one more table in ``LANGUAGES``.

A phrase is found where its words stand side by side in the header: "lineitem quantity" speaks of
quantity. Where the place in a list matters, better phrases stand first.
"""

import re
from functools import lru_cache

from desktop_app.core.checking.headers.dutch import DUTCH
from desktop_app.core.checking.headers.english import ENGLISH
from desktop_app.core.checking.headers.french import FRENCH
from desktop_app.core.checking.headers.german import GERMAN
from desktop_app.core.checking.headers.spanish import SPANISH
from desktop_app.core.checking.headers.topics import Language, Topic

LANGUAGES: tuple[Language, ...] = (ENGLISH, GERMAN, DUTCH, FRENCH, SPANISH)


CANCELLED_STATUS = frozenset(
    {
        *("cancelled", "canceled", "voided", "void", "failed", "declined", "expired", "abandoned"),
        *("storniert", "abgebrochen", "geannuleerd", "annulée", "annulé", "cancelado", "anulado"),
    }
)
REFUNDED_STATUS = frozenset(
    {"refunded", "fully refunded", "erstattet", "terugbetaald", "remboursée", "remboursé"}
    | {"reembolsado"}
)

_WORD = re.compile(r"[^\W\d_]*[^\W\d_A-Z](?=[A-Z])|[A-Z]+(?=[A-Z][a-z])|[^\W\d_]+|\d+|#")
_THOUSANDS = re.compile(
    r"\(?\b[kK]\s?(?P<after>[$€£¥])|(?P<before>[$€£¥])\s?[kK]\b"
    r"|\(\s*(?:in\s+)?(?:k|thousands?|000s?|'000)\s*\)|\bin thousands\b",
)
_SIGN = re.compile(r"[$€£¥]|\b(?:EUR|USD|GBP|CHF)\b", re.IGNORECASE)


def header_words(header: str) -> str:
    """Give the words of a header, lower case, parted by blanks.

    >>> header_words("CustomerID"), header_words("Annual_Income (k$)"), header_words("ORDER #")
    ('customer id', 'annual income k', 'order #')
    """
    text = header.lower() if header.isupper() else header  # no humps in capitals
    return " ".join(_WORD.findall(text)).lower()


@lru_cache(maxsize=10_000)
def rank(header: str, topic: Topic) -> int | None:
    """Give the place of the best phrase of ``topic`` in the header, ``None`` if it has none.

    The first language that has one decides.

    >>> rank("Order Total", Topic.AMOUNT) < rank("Subtotal", Topic.AMOUNT)
    True
    """
    words = f" {header_words(header)} "
    for language in LANGUAGES:
        for place, phrase in enumerate(language[topic]):
            if f" {phrase} " in words:
                return place
    return None


def speaks_of(header: str, *topics: Topic) -> bool:
    """Tell whether the header speaks of one of the topics.

    >>> speaks_of("Accepts Marketing", Topic.CONSENT), speaks_of("Income", Topic.IDENTIFIER)
    (True, False)
    """
    return any(rank(header, topic) is not None for topic in topics)


def is_exactly(header: str, *topics: Topic) -> bool:
    """Tell whether the header says one phrase of the topics and nothing else."""
    words = header_words(header)
    return any(words in language[topic] for language in LANGUAGES for topic in topics)


def ends_with(header: str, topic: Topic) -> bool:
    """Tell whether the last word of the header is one of the topic's."""
    last = header_words(header).rpartition(" ")[2]
    return any(last in language[topic] for language in LANGUAGES)


def thousands_sign(header: str) -> str | None:
    """Give the currency sign of a header that counts in thousands, ``None`` if it does not.

    >>> thousands_sign("Annual Income (k$)"), thousands_sign("Income"), thousands_sign("Pay (k)")
    ('$', None, '')
    """
    found = _THOUSANDS.search(header)
    return None if found is None else found["after"] or found["before"] or ""


def currency_sign(header: str) -> str:
    """Give the currency sign or code in a header, ``""`` if there is none."""
    found = _SIGN.search(header)
    return "" if found is None else found[0]
