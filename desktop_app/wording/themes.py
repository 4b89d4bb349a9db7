"""What a column is about, and the names that people give by it.

"Annual income" earns, "Spending score" spends; every other column is worded by its own name.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.checking.columns import Column, Kind, Unit
from desktop_app.core.describing.names import Degree
from desktop_app.i18n import _
from desktop_app.wording.durations import time_unit
from desktop_app.wording.facts import fact_name, lower_first


class Theme(StrEnum):
    """The facts that have words of their own; the first ones make the better start of a name.

    COUNT and OTHER go by the column's own name: "many points", "high savings".
    """

    RECENCY = "recency"
    SPENDING = "spending"
    FREQUENCY = "frequency"
    VISITS = "visits"
    BASKET = "basket"
    TENURE = "tenure"
    AGE = "age"
    INCOME = "income"
    GAP = "gap"
    DURATION = "duration"
    DISCOUNT = "discount"
    GIVEN_BACK = "given_back"
    COUNT = "count"
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
_VISITS = re.compile(r"\b(visits|besuche|bezoeken)\b")
_GAP = re.compile(r"\b(days|weeks|months|time) between (orders|visits|purchases|bookings)\b")
_DURATION = re.compile(
    r"\b(minutes|hours|time|time spent) per visit\b|\bvisit (duration|length)\b|\blength of (visit|stay)\b"
)
_DISCOUNT = re.compile(r"^orders with a discount$")
_GIVEN_BACK = re.compile(r"^money given back$")
_AGE = re.compile(r"\b(age|alter|leeftijd|edad)\b")
_NOT_BOUGHT = re.compile(r"discount|return|refund|cancel|share|between|gap")
_BEFORE_HEAD = re.compile(r"^(number|no|count|total) of ", re.IGNORECASE)
_AFTER_HEAD = re.compile(r"\s(per|of|in|at|for|since|from|with|as|between|by|last)\s.*$")
_PLURAL = re.compile(r"(?<![aius])s$")
_NEVER_COUNTED = re.compile(r"(savings|earnings|sales|expenses|costs|assets|profits|wages)$")


def theme_of(column: Column) -> Theme:
    """Tell what a number column is about, from its name and unit."""
    name = fact_name(column).casefold()
    if column.kind is not Kind.NUMBER:
        return Theme.OTHER
    if _GAP.search(name) and time_unit(column) is not None:
        return Theme.GAP
    if column.unit is Unit.PERCENT and _DISCOUNT.search(name):
        return Theme.DISCOUNT
    if column.unit is Unit.PERCENT and _GIVEN_BACK.search(name):
        return Theme.GIVEN_BACK
    if _NOT_BOUGHT.search(name):
        return _unthemed(column)
    found = (theme for pattern, theme in _PATTERNS if pattern.search(name))
    theme = next(found, None)
    is_money = column.unit in (Unit.MONEY, Unit.THOUSANDS)
    if theme is Theme.FREQUENCY and is_money:
        return Theme.SPENDING
    return theme or _unthemed(column)


def _unthemed(column: Column) -> Theme:
    """Tell things that one has many of ("Points") from what is high ("Savings rate")."""
    head = _AFTER_HEAD.sub("", counted_things(fact_name(column)).casefold())
    is_counted = (
        column.kind is Kind.NUMBER
        and column.unit is Unit.PLAIN
        and _PLURAL.search(head) is not None
        and _NEVER_COUNTED.search(head) is None
    )
    return Theme.COUNT if is_counted else Theme.OTHER


_PATTERNS = (
    (_LAST, Theme.RECENCY),
    (_DURATION, Theme.DURATION),
    (_FIRST, Theme.TENURE),
    (_BASKET, Theme.BASKET),
    (_INCOME, Theme.INCOME),
    (_SPENDING, Theme.SPENDING),
    (_FREQUENCY, Theme.FREQUENCY),
    (_VISITS, Theme.VISITS),
    (_AGE, Theme.AGE),
)


def counted_things(fact: str) -> str:
    """Give what a COUNT counts: "points" for "Number of points"."""
    return _BEFORE_HEAD.sub("", fact)


def themes(columns: Iterable[Column]) -> dict[str, Theme]:
    """Give the theme by column name; of several columns about the same only the first has it."""
    found: dict[str, Theme] = {}
    for column in columns:
        theme = theme_of(column)
        found[column.name] = _unthemed(column) if theme in found.values() else theme
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


def counted_by_fact(fact: str, is_above: bool, degree: Degree) -> str:
    """Name a trait by what there are many of, "Many points", as far as its degree goes."""
    words: dict[Degree, tuple[Callable[[], str], Callable[[], str]]] = {
        Degree.RATHER: (lambda: _("Rather few {fact}"), lambda: _("Rather many {fact}")),
        Degree.PLAIN: (lambda: _("Few {fact}"), lambda: _("Many {fact}")),
        Degree.VERY: (lambda: _("Very few {fact}"), lambda: _("Very many {fact}")),
        Degree.MOST: (lambda: _("Fewest {fact}"), lambda: _("Most {fact}")),
    }
    return words[degree][is_above]().format(fact=lower_first(fact))


def named_by_fact(fact: str, is_above: bool, degree: Degree) -> str:
    """Name a trait by the fact itself, "High savings", as far as its degree goes."""
    words: dict[Degree, tuple[Callable[[], str], Callable[[], str]]] = {
        Degree.RATHER: (lambda: _("Rather low {fact}"), lambda: _("Rather high {fact}")),
        Degree.PLAIN: (lambda: _("Low {fact}"), lambda: _("High {fact}")),
        Degree.VERY: (lambda: _("Very low {fact}"), lambda: _("Very high {fact}")),
        Degree.MOST: (lambda: _("Lowest {fact}"), lambda: _("Highest {fact}")),
    }
    return words[degree][is_above]().format(fact=lower_first(fact))


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
    Theme.VISITS: lambda: (
        (_("Occasional visitors"), _("few visits"), _("Fewest visits")),
        (_("Frequent visitors"), _("many visits"), _("Most frequent visitors")),
    ),
    Theme.BASKET: lambda: (
        (_("Small baskets"), _("small baskets"), _("Smallest baskets")),
        (_("Big baskets"), _("big baskets"), _("Biggest baskets")),
    ),
    Theme.TENURE: lambda: (
        (_("Newer customers"), _("newer"), _("Newest customers")),
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
    Theme.GAP: lambda: (
        (_("Often here"), _("often here"), _("Most often here")),
        (_("Rarely here"), _("rarely here"), _("Least often here")),
    ),
    Theme.DURATION: lambda: (
        (_("Short visits"), _("short visits"), _("Shortest visits")),
        (_("Long visits"), _("long visits"), _("Longest visits")),
    ),
    Theme.DISCOUNT: lambda: (
        (_("Full-price buyers"), _("few discounts"), _("Fewest discounts")),
        (_("Discount buyers"), _("many discounts"), _("Most discounts")),
    ),
    Theme.GIVEN_BACK: lambda: (
        (_("Few refunds"), _("few refunds"), _("Fewest refunds")),
        (_("Often refunded"), _("many refunds"), _("Most refunds")),
    ),
}
"""Below average, then above."""
