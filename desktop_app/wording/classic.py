"""The classic view in words: its kinds, whether it suits the shop, and the shop's own clock."""

from collections.abc import Callable

from desktop_app.core.customers.classic.views import ClassicKind, ClassicView, Fitness
from desktop_app.core.customers.table import Clock
from desktop_app.i18n import _, ngettext
from desktop_app.wording.numbers import Formats

DAYS_PER_MONTH = 30.4
_FEW_LEVELS = 2

_Words = tuple[Callable[[], str], Callable[[], str], Callable[[], str]]

_KINDS: dict[ClassicKind, _Words] = {
    ClassicKind.CHAMPIONS: (
        lambda: _("Champions"),
        lambda: _("Bought lately and rank highest by orders and money."),
        lambda: _("Early access and a thank-you: they are your best customers."),
    ),
    ClassicKind.LOYAL: (
        lambda: _("Loyal"),
        lambda: _("Bought lately and rank in the middle by orders and money."),
        lambda: _("Show what goes well with what they bought: they are well on the way."),
    ),
    ClassicKind.GROWING: (
        lambda: _("Growing"),
        lambda: _("Bought lately, so far seldom or for little money."),
        lambda: _("A reason for the next order: they were here not long ago."),
    ),
    ClassicKind.NEW: (
        lambda: _("New"),
        lambda: _("Came for the first time not long ago, with a small first order."),
        lambda: _("A warm welcome: their first order is still fresh."),
    ),
    ClassicKind.ONE_TIME_RECENT: (
        lambda: _("One-time recent"),
        lambda: _("Bought fairly lately, for little, and could have come back by now."),
        lambda: _("A small offer for a second order: most others are back after this time."),
    ),
    ClassicKind.LOYAL_SLIPPING: (
        lambda: _("Loyal, slipping"),
        lambda: _("Rank highest by orders and money, but their last order is a while ago."),
        lambda: _("A personal note soon: they are used to buying here."),
    ),
    ClassicKind.NEEDS_ATTENTION: (
        lambda: _("Needs attention"),
        lambda: _("Rank in the middle in everything, and their last order is a while ago."),
        lambda: _("Show what is new since their last order."),
    ),
    ClassicKind.COOLING: (
        lambda: _("Cooling"),
        lambda: _("Bought seldom or for little, and their last order is a while ago."),
        lambda: _("A light reminder, together with your usual news."),
    ),
    ClassicKind.AT_RISK: (
        lambda: _("At risk"),
        lambda: _("Rank highest by orders and money, but have been away for long."),
        lambda: _("Ask what they miss, with an offer that fits what they bought."),
    ),
    ClassicKind.DRIFTING: (
        lambda: _("Drifting"),
        lambda: _("Rank in the middle or lower by orders and money and have been away for long."),
        lambda: _("A reminder with one good reason to come back."),
    ),
    ClassicKind.FADING: (
        lambda: _("Fading"),
        lambda: _("Bought least and have been away for long."),
        lambda: _("Your usual news is enough; costly mail is not."),
    ),
    ClassicKind.CANNOT_LOSE: (
        lambda: _("Can't lose"),
        lambda: _("Rank highest by orders and money, but have been away longest."),
        lambda: _("A personal word, by phone or letter: they once bought a lot."),
    ),
    ClassicKind.ASLEEP: (
        lambda: _("Asleep"),
        lambda: _("Rank in the middle or lower by orders and money and have been away longest."),
        lambda: _("One good offer a year, then let them rest."),
    ),
    ClassicKind.LOST: (
        lambda: _("Lost"),
        lambda: _("Bought least and have been away longest."),
        lambda: _("Leave them out of costly mail."),
    ),
    ClassicKind.PROSPECTS: (
        lambda: _("Prospects"),
        lambda: _("Are on your list, but no order of theirs counts."),
        lambda: _("A first-order offer: they know you, but have not bought of late."),
    ),
}


def kind_name(kind: ClassicKind) -> str:
    """Give the fixed name of a kind."""
    return _KINDS[kind][0]()


def kind_names() -> dict[ClassicKind, str]:
    """Give the fixed names of all kinds."""
    return {kind: kind_name(kind) for kind in ClassicKind}


def kind_meaning(kind: ClassicKind) -> str:
    """Say in one sentence what makes a customer one of this kind."""
    return _KINDS[kind][1]()


def kind_idea(kind: ClassicKind) -> str:
    """Give one thing to try with customers of this kind; nothing is promised."""
    return _KINDS[kind][2]()


def by_rule_sentence() -> str:
    """Say where groups by rule come from."""
    return _(
        "These groups are made by rule from how lately, how often and for how much people buy, "
        "not found in the data."
    )


def fitness_sentences(fitness: Fitness, formats: Formats) -> tuple[str, ...]:
    """Say what does not fit and what suits better, the gravest first; nothing where all fits."""
    sentences = {
        "nobody_known": _(
            "{share} of the lines do not say who bought, so this view shows only a part of your "
            "trade. Ask for an e-mail at the till, or look at what is bought instead of who buys."
        ).format(share=formats.percent(fitness.unknown)),
        "short_history": _(
            "The orders that count cover {time}. Recency says little yet; group by what people spend and buy "
            "instead."
        ).format(time=_history_words(fitness.days, formats)),
        "one_time_buyers": _(
            "{n} of 100 customers bought once. How often they buy says little; group by what they "
            "spend and when they came instead."
        ).format(n=formats.count(int(100 * fitness.one_time))),
    }
    return tuple(sentences[code] for code in fitness.codes if code in sentences)


def levels_sentence(view: ClassicView, formats: Formats) -> str:
    """Say that how often people buy tells few kinds apart; ``""`` where it tells enough."""
    n = view.levels[1]
    if n > _FEW_LEVELS:
        return ""
    if n < _FEW_LEVELS:
        return _(
            "Everyone ordered as often as everyone else: how often they buy tells nobody apart."
        )
    return _(
        "{share} of 10 customers bought once: how often they buy tells only 2 kinds apart."
    ).format(share=formats.count(round(10 * view.fitness.one_time)))


def clock_sentence(clock: Clock | None, formats: Formats) -> str:
    """Say when those who come back do so; ``""`` if nobody came back yet."""
    if clock is None:
        return ""
    return _(
        "Half of those who come back do so within {half}, 8 in 10 within {most}, nearly all within "
        "{nearly_all}."
    ).format(
        half=_days(clock.median, formats),
        most=_days(clock.most, formats),
        nearly_all=_days(clock.nearly_all, formats),
    )


def _days(days: float, formats: Formats) -> str:
    n = round(days)
    return ngettext("{n} day", "{n} days", n).format(n=formats.count(n))


def _history_words(days: int, formats: Formats) -> str:
    months = round(days / DAYS_PER_MONTH)
    if months < 1:
        return _days(max(days, 1), formats)
    return ngettext("{n} month", "{n} months", months).format(n=formats.count(months))
