"""Everything that is said about a complete document, in one frozen value.

The window, the command line and the files tell the same story.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.wording.groups import (
    main_difference,
    reason_for_k,
    rule_text,
    segment_idea,
    segment_names,
    segment_sentences,
)
from desktop_app.wording.log import steps_taken
from desktop_app.wording.purpose import against_purpose

if TYPE_CHECKING:
    from desktop_app.document.document import Document
    from desktop_app.wording.numbers import Formats


@dataclass(frozen=True, slots=True)
class Story:
    """Names, sentences and ideas by segment letter, and what is said about the whole."""

    names: dict[str, str]
    sentences: dict[str, tuple[str, ...]]
    ideas: dict[str, str]
    difference: str
    reason: str
    rule: str
    steps: tuple[str, ...]


def tell(document: Document, formats: Formats) -> Story:
    """Word a complete document; the names that the user gave come before the proposed ones."""
    assert document.customers is not None
    assert document.scan is not None
    assert document.segmentation is not None
    assert document.description is not None
    columns = document.customers.columns
    description = document.description
    own_names = document.plan.names_of(document.segmentation.k)
    names = segment_names(description, columns, own_names)
    rule = description.rule
    reason = reason_for_k(document.scan.suggestion, document.scan, formats)
    score = document.scan.score(document.segmentation.k)
    against = against_purpose(score, document.plan.scan, formats)
    return Story(
        names=names,
        sentences={p.letter: segment_sentences(p, columns, formats) for p in description.profiles},
        ideas={p.letter: segment_idea(p, columns, formats) for p in description.profiles},
        difference=main_difference(description, columns),
        reason=f"{reason} {against}".rstrip(),
        rule="" if rule is None else rule_text(rule, names, columns, formats),
        steps=(*steps_taken(document, formats), *filter(None, [against])),
    )
