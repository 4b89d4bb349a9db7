"""What the step rail says about a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from desktop_app.core.segmenting.choices import Grouping
from desktop_app.document.answering import open_findings
from desktop_app.i18n import _, ngettext
from desktop_app.ui.widgets.step_rail import StepState
from desktop_app.wording.months import made_on_words, month_words

if TYPE_CHECKING:
    from desktop_app.core.segmenting.results import Segmentation
    from desktop_app.core.tracking.baseline import Baseline
    from desktop_app.document.document import Document
    from desktop_app.wording.numbers import Formats

STEP_KEYS = ("file", "check", "facts", "how_many", "groups", "share")
MOVED = "moved"  # between the last two, where there are two times to compare

State = Literal["done", "now", "stale", "later"]

NEEDED_RESULT = {
    "check": "checked",
    "facts": "customers",
    "how_many": "segmentation",
    "groups": "description",
    MOVED: "description",
    "share": "description",
}
"""The result without which a step has nothing to show."""


def step_titles() -> dict[str, str]:
    """Give the steps' titles by key."""
    return {
        "file": _("Your file"),
        "check": _("Check"),
        "facts": _("Choose facts"),
        "how_many": _("How many"),
        "groups": _("Your groups"),
        MOVED: _("Who moved"),
        "share": _("Share"),
    }


def step_keys(document: Document) -> tuple[str, ...]:
    """Give the steps that there are for ``document``."""
    if not (document.plan.grouping is Grouping.FOLLOWED or has_past(document)):
        return STEP_KEYS
    return (*STEP_KEYS[:-1], MOVED, STEP_KEYS[-1])


def step_beside(key: str, by: int) -> str:
    """Give the step before (-1) or after (1); who moved is beside the way from groups to sharing."""
    if key == MOVED:
        return "groups" if by < 0 else "share"
    return STEP_KEYS[max(0, STEP_KEYS.index(key) + by)]


def has_past(document: Document) -> bool:
    """Whether the months before can be told from the orders that the groups were found in."""
    is_found = document.plan.grouping is Grouping.FOUND
    return is_found and document.customers is not None and document.customers.orders is not None


def rail_steps(
    document: Document, current: str, formats: Formats, *, is_working: bool
) -> tuple[StepState, ...]:
    """Give the steps as they stand: done, now, stale (needs update) or later."""
    titles, notes, settled = step_titles(), _notes(document, formats), _settled(document)
    states = []
    state: State
    for key in step_keys(document):
        if key == current:
            state = "now"
        elif key in settled:
            state = "done"
        elif _is_stale(document, key, is_working):
            state = "stale"
        else:
            state = "later"
        note = _("Needs update") if state == "stale" else notes.get(key, "")
        states.append(
            StepState(key, titles[key], note, state, icon="moved" if key == MOVED else "")
        )
    return tuple(states)


def _is_stale(document: Document, key: str, is_working: bool) -> bool:
    """A step whose result is gone, with nobody computing it."""
    return key in ("how_many", "groups") and document.prepared is not None and not is_working


def _settled(document: Document) -> set[str]:
    results = {
        "file": document.raw,
        "check": document.customers,
        "facts": document.prepared,
        "how_many": document.segmentation,
        "groups": document.description,
        MOVED: document.description if has_past(document) else document.followed,
    }
    return {key for key, result in results.items() if result is not None}


def _check_note(document: Document) -> str:
    """Say on every page how much waits for a look; nobody has to come here to learn it."""
    assert document.checked is not None
    n_open, n_columns = len(open_findings(document)), len(document.checked.columns)
    if n_open:
        return ngettext("{n} thing to look at", "{n} things to look at", n_open).format(n=n_open)
    return ngettext("{n} column", "{n} columns", n_columns).format(n=n_columns)


def _how_many_note(segmentation: Segmentation, suggested: int | None) -> str:
    k = segmentation.as_found.k
    if segmentation.kinds:
        note = ngettext("{k} kind by rule", "{k} kinds by rule", k)
    elif k == suggested:
        note = ngettext("{k} group, suggested", "{k} groups, suggested", k)
    else:
        note = ngettext("{k} group", "{k} groups", k)
    return note.format(k=k)


def _notes(document: Document, formats: Formats) -> dict[str, str]:
    notes = {}
    if document.customers is not None:
        n = document.customers.n_customers
        notes["file"] = ngettext("{n} customer", "{n} customers", n).format(n=formats.count(n))
        notes["check"] = _check_note(document)
    if document.prepared is not None and document.customers is not None:
        n, all_facts = len(document.features), len(document.customers.columns)
        notes["facts"] = ngettext("{n} fact of {all}", "{n} facts of {all}", n).format(
            n=n, all=all_facts
        )
    if document.segmentation is not None and document.scan is not None:
        notes["how_many"] = _how_many_note(document.segmentation, document.scan.suggestion.k)
        n = sum(document.segmentation.sizes)
        notes["groups"] = ngettext("{n} customer sorted", "{n} customers sorted", n).format(
            n=formats.count(n)
        )
    if document.plan.grouping is Grouping.FOLLOWED and document.baseline is not None:
        notes |= _followed_notes(document.baseline, document, formats)
    elif has_past(document):
        notes[MOVED] = _("The past year")
    return notes


def _followed_notes(baseline: Baseline, document: Document, formats: Formats) -> dict[str, str]:
    """Say that the groups are older than the list, and which times are compared."""
    notes = {"groups": made_on_words(baseline.made_on, formats)}
    if document.segmentation is not None:
        k = baseline.k
        words = ngettext("{k} group, as before", "{k} groups, as before", k)
        notes["how_many"] = words.format(k=k)
    if document.customers is not None:
        orders = document.customers.orders
        day = document.plan.day if orders is None else orders.as_of
        before, now = month_words((baseline.day, day), formats)
        notes[MOVED] = _("{before} to {now}").format(before=before, now=now)
    return notes
