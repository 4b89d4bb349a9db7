"""What the times are called that are compared: months where that tells them apart, else days."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.i18n import _
from desktop_app.wording.numbers import month_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.wording.numbers import Formats


def month_words(days: Sequence[str], formats: Formats) -> tuple[str, ...]:
    """Name days (ISO or ""), oldest first, so that no two are called the same.

    >>> from desktop_app.wording.numbers import Formats
    >>> month_words(("2026-05-12", "2026-06-12"), Formats())
    ('May', 'June')
    >>> month_words(("2026-06-12", "2026-06-12"), Formats())
    ('Before', 'Now')
    """
    if not all(days):
        return _without_days(len(days))
    found = [date.fromisoformat(day) for day in days]
    months = [month_name(day) for day in found]
    if len({(day.year, day.month) for day in found}) == len(found):
        if len(set(months)) == len(months):
            return tuple(months)
        return tuple(
            _("{month} {year}").format(month=month, year=day.year)
            for month, day in zip(months, found, strict=True)
        )
    words = [formats.date(day) for day in found]
    return tuple(words) if len(set(words)) == len(words) else _of_same_day(words)


def _of_same_day(words: Sequence[str]) -> tuple[str, ...]:
    if len(words) == 2:
        return _without_days(2)
    seen: Counter[str] = Counter()
    named = []
    for day in words:
        seen[day] += 1
        named.append(day if seen[day] == 1 else f"{day} ({seen[day]})")
    return tuple(named)


def _without_days(n: int) -> tuple[str, ...]:
    if n == 2:
        return _("Before"), _("Now")
    return tuple(str(place) for place in range(1, n + 1))


def made_on_words(made_on: str, formats: Formats) -> str:
    """Say when groups were made; ``made_on`` is ISO or ""."""
    if not made_on:
        return _("As before")
    return _("Made on {day}").format(day=formats.date(date.fromisoformat(made_on)))
