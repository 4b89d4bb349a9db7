"""Column names as people say them: "Annual Income (k$)" becomes "Annual income".

The user's own words stay; only units, ranges, underscores and needless capitals go.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from desktop_app.core.checking.columns import Column
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.core.segmenting.results import Prepared

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_RANGE = re.compile(r"(\d+)\s*(?:-|–|—|to|\.\.)\s*(\d+)")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_UNIT = re.compile(
    r"(in )?[$€£¥]?(k|%|eur|euros?|usd|dollars|gbp|pounds|chf|thousands|days|weeks|months|years"
    r"|yrs?|hours|minutes|points|pts|kg|g|cm|m|km)?[$€£¥]?",
    re.IGNORECASE,
)
_LONGEST_ACRONYM = 4

_OURS: dict[str, Callable[[], str]] = {
    "Customer": lambda: _("Customer"),
    "Days since last order": lambda: _("Days since last order"),
    "Orders": lambda: _("Orders"),
    "Total spent": lambda: _("Total spent"),
    "Average order": lambda: _("Average order"),
    "Days since first order": lambda: _("Days since first order"),
    "Days between orders": lambda: _("Days between orders"),
    "Orders with a discount (%)": lambda: _("Orders with a discount"),
    "Money given back (%)": lambda: _("Money given back"),
    "Favourite category": lambda: _("Favourite category"),
    "Kind of customer": lambda: _("Kind of customer"),
    "Scores": lambda: _("Scores"),
}
"""The facts that the program adds up from orders; only these are not the user's own words."""


def short_name(name: str) -> str:
    """Give the name of a column without its unit, in sentence case.

    >>> short_name("Annual Income (k$)"), short_name("spending_score"), short_name("Customer ID")
    ('Annual income', 'Spending score', 'Customer ID')
    """
    brackets = _BRACKETS.search(name)
    words = name[: brackets.start()] if brackets and _is_unit(brackets[1]) else name
    words = " ".join(_CAMEL.sub(" ", words.replace("_", " ")).split())
    return sentence_case(words) or name


def fact_name(column: Column) -> str:
    """Give the short name of a column."""
    return short_name(column.name)


def short_names(columns: Iterable[Column]) -> dict[str, str]:
    """Give the short name by column name; where two would be the same, both keep their full name."""
    names = [column.name for column in columns]
    uses = Counter(short_name(name) for name in names)
    shown = {name: short_name(name) if uses[short_name(name)] == 1 else name for name in names}
    return {name: _OURS[name]() if name in _OURS else words for name, words in shown.items()}


def word_facts(prepared: Prepared, columns: Iterable[Column]) -> tuple[str, ...]:
    """Give the short names of the facts that are words and form groups."""
    names = short_names(columns)
    return tuple(names[column] for column in prepared.word_columns)


def sentence_case(words: str) -> str:
    """Write Words Like These like this; leave names and abbreviations alone."""
    parts = [_without_shouting(word) for word in words.split(" ")]
    if all(part[:1].isupper() or not part[:1].isalpha() for part in parts):
        parts[1:] = [part if _is_name(part) else part.lower() for part in parts[1:]]
    return upper_first(" ".join(parts))


def upper_first(text: str) -> str:
    """Begin with a capital."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Fit for the middle of a sentence: "Annual income" but "VIP level" stay what they are.

    >>> lower_first("Annual income"), lower_first("VIP level")
    ('annual income', 'VIP level')
    """
    first = text.partition(" ")[0]
    return text if _is_name(first) and len(first) > 1 else text[:1].lower() + text[1:]


def highest_possible(name: str) -> int | None:
    """Give the top of a range that stands in the name: 100 for "Spending Score (1-100)".

    >>> highest_possible("Spending Score (1-100)")
    100
    """
    brackets = _BRACKETS.search(name)
    span = _RANGE.fullmatch(brackets[1].strip()) if brackets else None
    return int(span[2]) if span else None


def _is_unit(text: str) -> bool:
    text = text.strip()
    return _UNIT.fullmatch(text) is not None or _RANGE.fullmatch(text) is not None


def _is_name(word: str) -> bool:
    return word[1:] != word[1:].lower() or (len(word) > 1 and word.isupper())


def _without_shouting(word: str) -> str:
    return word.capitalize() if word.isupper() and len(word) > _LONGEST_ACRONYM else word
