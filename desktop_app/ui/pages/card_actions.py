"""What is done on the cards becomes a changed plan: names, notes, groups merged, split, set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.core.segmenting.results import segment_letter
from desktop_app.document.rearranging import (
    plan_as_found,
    plan_brought_back,
    plan_merged,
    plan_set_aside,
    plan_split,
)
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.document.document import Document
    from desktop_app.services.session import Session
    from desktop_app.ui.widgets.segment_cards import SegmentCards


class CardActions(QObject):
    """Listens to the cards of the document that the session shows."""

    def __init__(self, session: Session, cards: SegmentCards) -> None:
        super().__init__(cards)
        self._session = session
        cards.segment_renamed.connect(self._on_segment_renamed)
        cards.note_changed.connect(self._on_note_changed)
        cards.merge_requested.connect(self._on_merge_requested)
        cards.split_requested.connect(self._on_split_requested)
        cards.aside_requested.connect(self._on_aside_requested)
        cards.back_requested.connect(self._on_back_requested)
        cards.as_found_requested.connect(self._on_as_found_requested)

    def _letter(self, segment: int) -> str:
        segmentation = self._document.segmentation
        assert segmentation is not None
        return segmentation.letters[segment]

    @property
    def _document(self) -> Document:
        return self._session.document

    @Slot(int, str)
    def _on_segment_renamed(self, segment: int, name: str) -> None:
        label = _("rename group {letter}").format(letter=self._letter(segment))
        key = self._document.name_key(segment)
        self._session.apply(self._document.plan.with_name(*key, name.strip()), label)

    @Slot(int, str)
    def _on_note_changed(self, segment: int, note: str) -> None:
        label = _("note about group {letter}").format(letter=self._letter(segment))
        key = self._document.name_key(segment)
        self._session.apply(self._document.plan.with_note(*key, note), label)

    @Slot(int, int)
    def _on_merge_requested(self, segment: int, other: int) -> None:
        letters = sorted((segment, other))
        first, second = (self._letter(own) for own in letters)
        label = _("merge {first} and {second}").format(first=first, second=second)
        self._session.apply(plan_merged(self._document, segment, other), label)

    @Slot(int)
    def _on_split_requested(self, segment: int) -> None:
        label = _("split group {letter}").format(letter=self._letter(segment))
        self._session.apply(plan_split(self._document, segment), label)

    @Slot(int)
    def _on_aside_requested(self, segment: int) -> None:
        label = _("set group {letter} aside").format(letter=self._letter(segment))
        self._session.apply(plan_set_aside(self._document, segment), label)

    @Slot(int)
    def _on_back_requested(self, piece: int) -> None:
        label = _("bring group {letter} back").format(letter=segment_letter(piece))
        self._session.apply(plan_brought_back(self._document, piece), label)

    @Slot()
    def _on_as_found_requested(self) -> None:
        label = _("go back to the groups as found")
        self._session.apply(plan_as_found(self._document), label)
