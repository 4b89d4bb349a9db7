"""One thing to try with a segment, always beside the figure that speaks for it.

Nothing here promises a response.
"""

from collections.abc import Sequence

from desktop_app.core.checking.columns import Column
from desktop_app.core.describing.results import FactInSegment, SegmentProfile
from desktop_app.i18n import _
from desktop_app.wording.durations import days_in, time_unit
from desktop_app.wording.evidence import (
    fact_value,
    feature_themes,
    find_column,
    plainly,
    side_of,
)
from desktop_app.wording.numbers import Formats
from desktop_app.wording.themes import Theme

BRINGS_MORE = 1.25  # times its share of the people
NEW_DAYS = 365  # who has bought for longer needs no welcome


def segment_idea(
    profile: SegmentProfile, columns: Sequence[Column], formats: Formats | None = None
) -> str:
    """Give one thing to try and its evidence, without the word "Idea"; ``""`` if nothing follows."""
    formats = formats or Formats()
    profile = plainly(profile)
    theme_by_column = feature_themes(profile, columns)
    facts = {theme_by_column[fact.column]: fact for fact in profile.facts}
    side = {theme: side_of(fact) for theme, fact in facts.items()}
    shown = {
        theme.value: fact_value(fact, find_column(columns, fact.column), theme, formats)
        for theme, fact in facts.items()
    }
    shown["money"] = formats.percent(profile.money_share or 0.0)
    if not _is_new(facts.get(Theme.TENURE), columns):
        side.pop(Theme.TENURE, None)
    ideas = _ideas(side, brings_more=(profile.money_share or 0.0) >= BRINGS_MORE * profile.share)
    return next((words.format(**shown) for applies, words in ideas if applies), "")


def _is_new(fact: FactInSegment | None, columns: Sequence[Column]) -> bool:
    """Tell whether customers are new at all, not only newer than the others."""
    unit = None if fact is None else time_unit(find_column(columns, fact.column))
    return fact is not None and unit is not None and days_in(fact.mean, unit) <= NEW_DAYS


def _ideas(side: dict[Theme, int], *, brings_more: bool) -> tuple[tuple[bool, str], ...]:
    """Give what may be tried and whether the segment's facts call for it, the strongest first."""
    is_high = {theme: side.get(theme, 0) > 0 for theme in Theme}
    is_low = {theme: side.get(theme, 0) < 0 for theme in Theme}
    return (
        (
            is_high[Theme.RECENCY],
            _("A friendly reminder: they have not bought for {recency}."),
        ),
        (
            brings_more,
            _("Early access and a thank-you gift: they bring {money} of the money."),
        ),
        (
            is_high[Theme.INCOME] and is_low[Theme.SPENDING],
            _("Ask what they miss: they earn well ({income}) but spend little ({spending})."),
        ),
        (
            is_high[Theme.SPENDING],
            _("Early access and a thank-you gift: they spend a lot ({spending})."),
        ),
        (
            is_high[Theme.FREQUENCY],
            _("A thank-you for coming back: they buy often ({frequency})."),
        ),
        (
            is_low[Theme.TENURE],
            _("A warm welcome: they are rather new ({tenure})."),
        ),
        (
            is_low[Theme.RECENCY] and is_low[Theme.FREQUENCY],
            _("A reason to come again: they bought recently, but rarely ({frequency})."),
        ),
        (
            is_low[Theme.SPENDING],
            _("Small offers rather than costly mailings: they spend little ({spending})."),
        ),
    )
