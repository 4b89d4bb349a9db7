"""Undo and redo as a list of snapshots; they share results, so going back costs nothing."""

from dataclasses import dataclass, field, replace
from typing import Self

from desktop_app.document.document import RESULTS_BEHIND, Document

LIMIT = 50
"""Snapshots kept; they share frames, so this bounds clutter rather than memory."""


@dataclass(frozen=True, slots=True)
class History:
    """The past, the present and the undone future; each label names the change that led there.

    >>> history = History().then(Document(), "choose facts")
    >>> history.undo_label, history.undone().redo_label
    ('choose facts', 'choose facts')
    """

    present: Document = field(default_factory=Document)
    past: tuple[tuple[Document, str], ...] = ()
    future: tuple[tuple[Document, str], ...] = ()

    @property
    def undo_label(self) -> str | None:
        """The name of the change that undo takes back; ``None`` when there is none."""
        return self.past[-1][1] if self.past else None

    @property
    def redo_label(self) -> str | None:
        """The name of the change that redo makes again; ``None`` when there is none."""
        return self.future[0][1] if self.future else None

    def then(self, document: Document, label: str) -> Self:
        """Make a change; what was undone before can no longer be redone."""
        past = (*self.past, (self.present, label))[-LIMIT:]
        return replace(self, present=document, past=past, future=())

    def filled(self, document: Document) -> Self:
        """Put the present with more results in place of the present; nothing to undo."""
        return replace(self, present=document)

    def filled_behind(self, name: str, basis: object, result: object) -> Self:
        """Put a result that filled in behind the answer into every document with this ``basis``."""

        def fill(document: Document) -> Document:
            if getattr(document, RESULTS_BEHIND[name]) is not basis:
                return document
            return document.with_result(name, result)

        return replace(
            self,
            present=fill(self.present),
            past=tuple((fill(document), label) for document, label in self.past),
            future=tuple((fill(document), label) for document, label in self.future),
        )

    def undone(self) -> Self:
        """Go one change back; there must be one."""
        document, label = self.past[-1]
        future = ((self.present, label), *self.future)
        return replace(self, present=document, past=self.past[:-1], future=future)

    def redone(self) -> Self:
        """Make the last undone change again; there must be one."""
        document, label = self.future[0]
        past = (*self.past, (self.present, label))
        return replace(self, present=document, past=past, future=self.future[1:])
