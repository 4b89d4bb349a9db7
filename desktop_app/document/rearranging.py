"""What the user does to the groups on their cards, as plans: merge, split, set aside, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.core.segmenting.choices import Change, Rearrangement

if TYPE_CHECKING:
    from desktop_app.core.segmenting.results import Segmentation
    from desktop_app.document.document import Document
    from desktop_app.document.plan import Plan


def plan_merged(document: Document, first: int, second: int) -> Plan:
    """Merge two segments; what was noted about the one that goes is kept with the one that stays."""
    found, k = _segmentation(document), _k(document)
    kept, gone = sorted((found.pieces[first], found.pieces[second]))
    plan = document.plan.with_change(k, Rearrangement(Change.MERGE, (kept, gone)))
    letters = dict(zip(found.pieces, found.letters, strict=True))
    note_by_letter = dict(document.own_notes)
    notes = [note_by_letter.get(letters[piece], "") for piece in (kept, gone)]
    return plan.with_note(k, letters[kept], "\n".join(filter(None, notes)))


def plan_split(document: Document, segment: int) -> Plan:
    """Split a segment in two."""
    return _changed(document, Change.SPLIT, segment)


def plan_set_aside(document: Document, segment: int) -> Plan:
    """Set the customers of a segment aside."""
    return _changed(document, Change.SET_ASIDE, segment)


def plan_brought_back(document: Document, piece: int) -> Plan:
    """Give the customers of the segment with ``piece``, which was set aside, their group again."""
    undone = (_k(document), Rearrangement(Change.SET_ASIDE, (piece,)))
    kept = tuple(entry for entry in document.plan.rearranged if entry != undone)
    return replace(document.plan, rearranged=kept)


def plan_as_found(document: Document) -> Plan:
    """Take every change to the segments back, with the words for those that only it had made."""
    k, plan = _k(document), document.plan
    letters = _segmentation(document).as_found.letters

    def is_still_there(entry: tuple[int, str, str]) -> bool:
        return entry[0] != k or entry[1] in letters

    return replace(
        plan,
        names=tuple(filter(is_still_there, plan.names)),
        notes=tuple(filter(is_still_there, plan.notes)),
        rearranged=tuple(entry for entry in plan.rearranged if entry[0] != k),
    )


def _changed(document: Document, change: Change, segment: int) -> Plan:
    piece = _segmentation(document).pieces[segment]
    return document.plan.with_change(_k(document), Rearrangement(change, (piece,)))


def _segmentation(document: Document) -> Segmentation:
    assert document.segmentation is not None
    assert not document.segmentation.kinds, "kinds by rule are not rearranged"
    return document.segmentation


def _k(document: Document) -> int:
    return _segmentation(document).as_found.k
