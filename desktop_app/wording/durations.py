"""Lengths of time that a column holds, told from its unit or its name: "Years as customer"."""

import re
from enum import StrEnum
from typing import assert_never

from desktop_app.core.checking.columns import Column, Unit
from desktop_app.i18n import ngettext
from desktop_app.wording.numbers import Formats


class TimeUnit(StrEnum):
    """What a column counts time in."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


_DAYS_PER_UNIT = {
    TimeUnit.MINUTES: 1 / 1440,
    TimeUnit.HOURS: 1 / 24,
    TimeUnit.DAYS: 1,
    TimeUnit.WEEKS: 7,
    TimeUnit.MONTHS: 30.4,
    TimeUnit.YEARS: 365,
}
_UNITS = "|".join(TimeUnit)
_FIRST = re.compile(rf"^(?:(?:average|avg|mean|number|no|of)[ _])*({_UNITS})\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"[(\[](?:in )?({_UNITS})[)\]]\s*$", re.IGNORECASE)


def time_unit(column: Column) -> TimeUnit | None:
    """Tell what a column counts time in; ``None`` when it does not say or holds something else.

    >>> from desktop_app.core.checking.columns import Kind, Role
    >>> time_unit(Column("Years as customer", Kind.NUMBER, Role.FEATURE)).value
    'years'
    """
    if column.unit is Unit.DAYS:
        return TimeUnit.DAYS
    name = column.name.replace("_", " ")
    found = _FIRST.search(name) or _IN_BRACKETS.search(name)
    return TimeUnit(found[1].lower()) if found and column.unit is Unit.PLAIN else None


def days_in(x: float, unit: TimeUnit) -> float:
    """Give a length of time in days."""
    return x * _DAYS_PER_UNIT[unit]


def time_words(x: float, unit: TimeUnit, formats: Formats) -> str:
    """Give a length of time with its unit: "7.3 years"."""
    number = formats.number(x)
    n = 1 if number == "1" else 2  # 1.3 years, but 1 year
    match unit:
        case TimeUnit.MINUTES:
            words = ngettext("{n} minute", "{n} minutes", n)
        case TimeUnit.HOURS:
            words = ngettext("{n} hour", "{n} hours", n)
        case TimeUnit.DAYS:
            words = ngettext("{n} day", "{n} days", n)
        case TimeUnit.WEEKS:
            words = ngettext("{n} week", "{n} weeks", n)
        case TimeUnit.MONTHS:
            words = ngettext("{n} month", "{n} months", n)
        case TimeUnit.YEARS:
            words = ngettext("{n} year", "{n} years", n)
        case _:
            assert_never(unit)
    return words.format(n=number)
