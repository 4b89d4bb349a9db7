"""What a column is about, and the words that people use for it.

"Annual income" earns, "Spending score" spends; every other column is worded by its own name.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.checking.columns import Column, Kind, Unit
from desktop_app.core.describing.names import Degree
from desktop_app.i18n import _
from desktop_app.wording.facts import fact_name, lower_first


class Theme(StrEnum):
    """The facts that have words of their own; the first ones make the better start of a name."""

    RECENCY = "recency"
    SPENDING = "spending"
    FREQUENCY = "frequency"
    BASKET = "basket"
    TENURE = "tenure"
    AGE = "age"
    INCOME = "income"
    OTHER = "other"


_LAST = re.compile(r"recency|(days|time|weeks) since last|last (order|purchase|visit|bought)")
_FIRST = re.compile(r"tenure|since first|member(ship)?\b|account age|as customer|customer for")
_BASKET = re.compile(
    r"\b(average|avg|mean) (order|basket|purchase|ticket)|basket|\baov\b"
    r"|\b(spent|spend|amount|value) per (order|visit|purchase)"
)
_INCOME = re.compile(r"\b(income|salary|wage|wages|earnings|inkomen|einkommen|gehalt)\b")
_SPENDING = re.compile(
    r"\b(spend|spends|spending|spent|monetary|money|revenue|sales|turnover|umsatz|omzet)\b"
)
_FREQUENCY = re.compile(r"\b(frequency|orders|purchases|transactions|bestellungen|bestellingen)\b")
_AGE = re.compile(r"\b(age|alter|leeftijd|edad)\b")
_NOT_COUNTED = re.compile(r"discount|return|refund|cancel|share|between|gap")


def theme_of(column: Column) -> Theme:
    """Tell what a number column is about, from its name and unit."""
    name = fact_name(column).casefold()
    if column.kind is not Kind.NUMBER or _NOT_COUNTED.search(name):
        return Theme.OTHER
    found = (theme for pattern, theme in _PATTERNS if pattern.search(name))
    theme = next(found, Theme.OTHER)
    is_money = column.unit in (Unit.MONEY, Unit.THOUSANDS)
    if theme is Theme.FREQUENCY and is_money:
        return Theme.SPENDING
    return theme


_PATTERNS = (
    (_LAST, Theme.RECENCY),
    (_FIRST, Theme.TENURE),
    (_BASKET, Theme.BASKET),
    (_INCOME, Theme.INCOME),
    (_SPENDING, Theme.SPENDING),
    (_FREQUENCY, Theme.FREQUENCY),
    (_AGE, Theme.AGE),
)


def themes(columns: Iterable[Column]) -> dict[str, Theme]:
    """Give the theme by column name; of several columns about the same only the first has it."""
    found: dict[str, Theme] = {}
    for column in columns:
        theme = theme_of(column)
        found[column.name] = Theme.OTHER if theme in found.values() else theme
    return found


@dataclass(frozen=True, slots=True)
class NameWords:
    """A trait in a name: at its start, as its second half, and for the segment that has most of it.

    "Big spenders", "high spending", "Biggest spenders".
    """

    who: str
    detail: str
    most: str


def name_words(theme: Theme, is_above: bool) -> NameWords:
    """Give the words for a theme that has its own."""
    return NameWords(*_NAMES[theme]()[is_above])


def named_by_fact(fact: str, is_above: bool, degree: Degree) -> str:
    """Name a trait by the fact itself, "High savings", as far as its degree goes."""
    words: dict[Degree, tuple[Callable[[], str], Callable[[], str]]] = {
        Degree.RATHER: (lambda: _("Rather low {fact}"), lambda: _("Rather high {fact}")),
        Degree.PLAIN: (lambda: _("Low {fact}"), lambda: _("High {fact}")),
        Degree.VERY: (lambda: _("Very low {fact}"), lambda: _("Very high {fact}")),
        Degree.MOST: (lambda: _("Lowest {fact}"), lambda: _("Highest {fact}")),
    }
    return words[degree][is_above]().format(fact=lower_first(fact))


def clause(theme: Theme, place: int, fact: str, value: str) -> str:
    """Give half a sentence; ``place`` goes from 0, lowest of all segments, over 2, middle, to 4."""
    return _CLAUSES[theme]()[place].format(fact=lower_first(fact), value=value)


_NAMES: dict[Theme, Callable[[], tuple[tuple[str, str, str], tuple[str, str, str]]]] = {
    Theme.RECENCY: lambda: (
        (_("Recent buyers"), _("bought recently"), _("Most recent buyers")),
        (_("Sleeping customers"), _("long away"), _("Longest away")),
    ),
    Theme.SPENDING: lambda: (
        (_("Careful spenders"), _("low spending"), _("Most careful spenders")),
        (_("Big spenders"), _("high spending"), _("Biggest spenders")),
    ),
    Theme.FREQUENCY: lambda: (
        (_("Occasional buyers"), _("few orders"), _("Fewest orders")),
        (_("Regulars"), _("many orders"), _("Most frequent buyers")),
    ),
    Theme.BASKET: lambda: (
        (_("Small baskets"), _("small baskets"), _("Smallest baskets")),
        (_("Big baskets"), _("big baskets"), _("Biggest baskets")),
    ),
    Theme.TENURE: lambda: (
        (_("Newcomers"), _("new"), _("Newest customers")),
        (_("Long-time customers"), _("long-time"), _("Longest-time customers")),
    ),
    Theme.AGE: lambda: (
        (_("Younger customers"), _("younger"), _("Youngest customers")),
        (_("Older customers"), _("older"), _("Oldest customers")),
    ),
    Theme.INCOME: lambda: (
        (_("Modest earners"), _("modest income"), _("Lowest income")),
        (_("High earners"), _("high income"), _("Highest earners")),
    ),
}
"""Below average, then above."""

_CLAUSES: dict[Theme, Callable[[], tuple[str, str, str, str, str]]] = {
    Theme.RECENCY: lambda: (
        _("bought most recently ({value} ago)"),
        _("bought recently ({value} ago)"),
        _("last bought {value} ago"),
        _("have not bought for {value}"),
        _("have been away longest ({value})"),
    ),
    Theme.SPENDING: lambda: (
        _("spend least ({value})"),
        _("spend little ({value})"),
        _("spend an average amount ({value})"),
        _("spend a lot ({value})"),
        _("spend most ({value})"),
    ),
    Theme.FREQUENCY: lambda: (
        _("buy least often ({value} times)"),
        _("buy seldom ({value} times)"),
        _("buy as often as most ({value} times)"),
        _("buy often ({value} times)"),
        _("buy most often ({value} times)"),
    ),
    Theme.BASKET: lambda: (
        _("place the smallest orders ({value})"),
        _("place small orders ({value})"),
        _("place average orders ({value})"),
        _("place large orders ({value})"),
        _("place the largest orders ({value})"),
    ),
    Theme.TENURE: lambda: (
        _("are the newest customers ({value})"),
        _("are rather new ({value})"),
        _("have been customers for a while ({value})"),
        _("have been customers for long ({value})"),
        _("have been customers longest ({value})"),
    ),
    Theme.AGE: lambda: (
        _("are the youngest ({value} on average)"),
        _("are younger ({value} on average)"),
        _("are of average age ({value})"),
        _("are older ({value} on average)"),
        _("are the oldest ({value} on average)"),
    ),
    Theme.INCOME: lambda: (
        _("earn least ({value})"),
        _("earn less ({value})"),
        _("earn an average income ({value})"),
        _("earn well ({value})"),
        _("earn most ({value})"),
    ),
    Theme.OTHER: lambda: (
        _("lowest {fact} ({value})"),
        _("low {fact} ({value})"),
        _("average {fact} ({value})"),
        _("high {fact} ({value})"),
        _("highest {fact} ({value})"),
    ),
}
