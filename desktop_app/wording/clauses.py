"""Half a sentence about one fact of a segment, with a verb: "spend most (82 of 100)"."""

from collections.abc import Callable
from enum import IntEnum

from desktop_app.i18n import _
from desktop_app.wording.facts import lower_first
from desktop_app.wording.themes import Theme, counted_things


class Place(IntEnum):
    """Where a segment lies in one fact.

    LOWEST and HIGHEST are of all segments. USUAL is as good as everyone's average, MIDDLE neither
    that nor far from it.
    """

    LOWEST = 0
    LOW = 1
    MIDDLE = 2
    USUAL = 3
    HIGH = 4
    HIGHEST = 5


def clause(theme: Theme, place: Place, fact: str, value: str) -> str:
    """Give half a sentence that shows ``value``, in lower case and without a full stop.

    >>> clause(Theme.SPENDING, Place.HIGHEST, "Spending score", "82 of 100")
    'spend most (82 of 100)'
    """
    if theme is Theme.COUNT:
        fact = counted_things(fact)
    return _CLAUSES[theme]()[place].format(fact=lower_first(fact), value=value)


_CLAUSES: dict[Theme, Callable[[], tuple[str, str, str, str, str, str]]] = {
    Theme.RECENCY: lambda: (
        _("bought most recently ({value} ago)"),
        _("bought recently ({value} ago)"),
        _("last bought {value} ago"),
        _("last bought about as long ago as most ({value})"),
        _("have not bought for {value}"),
        _("have been away longest ({value})"),
    ),
    Theme.SPENDING: lambda: (
        _("spend least ({value})"),
        _("spend little ({value})"),
        _("spend a medium amount ({value})"),
        _("spend about as much as most ({value})"),
        _("spend a lot ({value})"),
        _("spend most ({value})"),
    ),
    Theme.FREQUENCY: lambda: (
        _("buy least often ({value})"),
        _("buy rarely ({value})"),
        _("have ordered {value}"),
        _("buy about as often as most ({value})"),
        _("buy often ({value})"),
        _("buy most often ({value})"),
    ),
    Theme.VISITS: lambda: (
        _("visit least often ({value})"),
        _("visit rarely ({value})"),
        _("visit {value}"),
        _("visit about as often as most ({value})"),
        _("visit often ({value})"),
        _("visit most often ({value})"),
    ),
    Theme.BASKET: lambda: (
        _("spend least each time ({value})"),
        _("spend little each time ({value})"),
        _("spend {value} each time"),
        _("spend about as much as most each time ({value})"),
        _("spend a lot each time ({value})"),
        _("spend most each time ({value})"),
    ),
    Theme.TENURE: lambda: (
        _("are the newest customers ({value})"),
        _("are newer customers ({value})"),
        _("have been customers for a while ({value})"),
        _("have been customers about as long as most ({value})"),
        _("have been customers for long ({value})"),
        _("have been customers longest ({value})"),
    ),
    Theme.AGE: lambda: (
        _("are the youngest ({value} on average)"),
        _("are younger ({value} on average)"),
        _("are {value} on average"),
        _("are about as old as most ({value} on average)"),
        _("are older ({value} on average)"),
        _("are the oldest ({value} on average)"),
    ),
    Theme.INCOME: lambda: (
        _("earn least ({value})"),
        _("earn less ({value})"),
        _("earn {value}"),
        _("earn about as much as most ({value})"),
        _("earn well ({value})"),
        _("earn most ({value})"),
    ),
    Theme.GAP: lambda: (
        _("come most often (every {value})"),
        _("come often (every {value})"),
        _("come every {value}"),
        _("come about as often as most (every {value})"),
        _("come rarely (every {value})"),
        _("come least often (every {value})"),
    ),
    Theme.DURATION: lambda: (
        _("stay for the shortest time ({value})"),
        _("stay for a short time ({value})"),
        _("stay for {value}"),
        _("stay about as long as most ({value})"),
        _("stay long ({value})"),
        _("stay longest ({value})"),
    ),
    Theme.DISCOUNT: lambda: (
        _("use a discount least often ({value} of their orders)"),
        _("rarely use a discount ({value} of their orders)"),
        _("use a discount in {value} of their orders"),
        _("use a discount about as often as most ({value} of their orders)"),
        _("often use a discount ({value} of their orders)"),
        _("use a discount most often ({value} of their orders)"),
    ),
    Theme.GIVEN_BACK: lambda: (
        _("get the least money back ({value} of what they paid)"),
        _("get little money back ({value} of what they paid)"),
        _("get {value} of their money back"),
        _("get about as much money back as most ({value} of what they paid)"),
        _("get much of their money back ({value})"),
        _("get the most money back ({value} of what they paid)"),
    ),
    Theme.COUNT: lambda: (
        _("have the fewest {fact} ({value})"),
        _("have few {fact} ({value})"),
        _("have some {fact} ({value})"),
        _("have about as many {fact} as most ({value})"),
        _("have many {fact} ({value})"),
        _("have the most {fact} ({value})"),
    ),
    Theme.OTHER: lambda: (
        _("have the lowest {fact} ({value})"),
        _("have low {fact} ({value})"),
        _("have medium {fact} ({value})"),
        _("have average {fact} ({value})"),
        _("have high {fact} ({value})"),
        _("have the highest {fact} ({value})"),
    ),
}
"""In the order of ``Place``."""
