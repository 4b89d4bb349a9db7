"""One tour of the window per look, with every audit at every stop."""

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.sharing.mail_lists import MAIL_TOOLS
from desktop_app.wording.facts import short_name
from tests.ui.audit import measuring, speaking
from tests.ui.audit.opening import KINDS, NEXT_MONTH, SAMPLES, opened_window
from tests.ui.audit.stretching import Stretched
from tests.ui.audit.touring import tour

LISTS = ("nothing", "words", *SAMPLES, KINDS, NEXT_MONTH)
AUDITS = (
    measuring.cut_words,
    measuring.sticking_out,
    measuring.overlapping,
    measuring.sideways,
    measuring.hard_to_scroll,
    speaking.nameless,
    speaking.tableless,
    speaking.jargon,
)


@dataclass(frozen=True)
class Look:
    """The size of the text and whether its words are stretched."""

    em: float = 13.0
    is_stretched: bool = False


LOOKS = {
    "text at 100 %": Look(),
    "text at 125 %": Look(em=16.25),
    "text at 150 %": Look(em=19.5),
    "words 35 % longer": Look(is_stretched=True),
}


def findings(lists, look):
    """Give what each audit finds, with the list and the state in which it is seen."""
    found = defaultdict(list)
    for name in LISTS:
        document = lists.session(name).document
        with spoken(look), opened_window(lists, name, look.em) as window:
            for state in tour(window):
                for audit in AUDITS:
                    found[audit] += [f"{name}, {state}: {finding}" for finding in audit(window)]
                if look.is_stretched:
                    words = speaking.untranslated(window, users_words(document))
                    found[speaking.untranslated] += [f"{name}, {state}: {w}" for w in words]
    return found


@contextmanager
def spoken(look):
    """Speak the stretched language for a while, or English."""
    before = i18n._translations
    if look.is_stretched:
        i18n._translations = Stretched()
    yield
    i18n._translations = before


def users_words(document):
    """Give the words of a document that are the user's: columns, values, files. Longest first."""
    words = {tool.name for tool in MAIL_TOOLS}
    words |= {"shop_customers", "shop_orders", "no_groups", ".csv", "xlsx", "groups"}
    words |= {part for path in document.plan.files for part in (*path.parts, path.stem)}
    named = {name for _k, _letter, name in document.plan.names}
    named |= {part for name in named for part in name.split()}
    # A picture may shorten them.
    words |= named | {name[:n] for name in named for n in range(3, len(name))}
    if document.raw is not None:
        words |= {*document.raw.header, *(str(c) for row in document.raw.head(300) for c in row)}
    if document.customers is not None:
        words |= {column.name for column in document.customers.columns}
        if document.customers.customer_id is not None:
            words |= set(document.customers.series(document.customers.customer_id).astype(str))
    words |= {short_name(name) for name in words}
    return sorted((word for word in words if len(word) > 1), key=len, reverse=True)
