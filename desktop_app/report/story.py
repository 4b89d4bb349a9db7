"""Everything that is said about a complete document, in one frozen value.

The window, the command line and the files tell the same story.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.segmenting.choices import Grouping
from desktop_app.wording.classic import (
    by_rule_sentence,
    fitness_sentences,
    kind_idea,
    kind_meaning,
    kind_name,
    levels_sentence,
)
from desktop_app.wording.facts import word_facts
from desktop_app.wording.following import sorted_sentence
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
from desktop_app.wording.rearranging import change_words
from desktop_app.wording.sentences import MOST_SENTENCES

if TYPE_CHECKING:
    from desktop_app.core.customers.classic.views import ClassicKind
    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.core.segmenting.results import Segmentation
    from desktop_app.document.document import Document
    from desktop_app.wording.numbers import Formats


@dataclass(frozen=True, slots=True)
class Story:
    """Names, sentences and ideas by segment letter, and what is said about the whole.

    ``changes``: what the user made each of, ``""`` if it is as it was found. ``notes`` are the
    user's own; not every segment has one.
    """

    names: dict[str, str]
    sentences: dict[str, tuple[str, ...]]
    ideas: dict[str, str]
    changes: dict[str, str]
    notes: dict[str, str]
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
    own_names = document.own_names
    rule = description.rule
    sentences = {p.letter: segment_sentences(p, columns, formats) for p in description.profiles}
    if kind_by_letter := _kind_by_letter(document.segmentation):
        names = {letter: kind_name(kind) for letter, kind in kind_by_letter.items()}
        names |= dict(own_names)
        sentences = {
            letter: (kind_meaning(kind), *sentences[letter][: MOST_SENTENCES - 1])
            for letter, kind in kind_by_letter.items()
        }
        ideas = {letter: kind_idea(kind) for letter, kind in kind_by_letter.items()}
        reason = _reason_for_rule(document.customers, formats)
    else:
        names = segment_names(description, columns, own_names)
        ideas = {p.letter: segment_idea(p, columns, formats) for p in description.profiles}
        reason = _reason(document, formats)
    against = against_purpose(document.segmentation.sizes, document.plan.scan, formats)
    return Story(
        names=names,
        sentences=sentences,
        ideas=ideas,
        changes=_change_by_letter(document.segmentation),
        notes=dict(document.own_notes),
        difference=main_difference(description, columns),
        reason=f"{reason} {against}".rstrip(),
        rule="" if rule is None else rule_text(rule, names, columns, formats),
        steps=(*steps_taken(document, formats), *filter(None, [against])),
    )


def _reason(document: Document, formats: Formats) -> str:
    """Say why there are so many groups: because they were there before, or what the scan says."""
    assert document.customers is not None
    assert document.prepared is not None
    assert document.scan is not None
    if document.plan.grouping is Grouping.FOLLOWED:
        assert document.baseline is not None
        return sorted_sentence(document.baseline.made_on, formats)
    words = word_facts(document.prepared, document.customers.columns)
    return reason_for_k(document.scan.suggestion, document.scan, formats, words)


def _kind_by_letter(segmentation: Segmentation) -> dict[str, ClassicKind]:
    """Give the kinds of segments made by rule; of others none."""
    if not segmentation.kinds:
        return {}
    return dict(zip(segmentation.letters, segmentation.kinds, strict=True))


def _change_by_letter(segmentation: Segmentation) -> dict[str, str]:
    pieces = zip(segmentation.letters, segmentation.pieces, strict=True)
    return {letter: change_words(segmentation, piece) for letter, piece in pieces}


def _reason_for_rule(customers: CustomerTable, formats: Formats) -> str:
    """Say that groups are made by rule, and what speaks against it in this shop."""
    assert customers.classic is not None
    against = fitness_sentences(customers.classic.fitness, formats)
    if not against:
        against = tuple(filter(None, [levels_sentence(customers.classic, formats)]))
    return " ".join((by_rule_sentence(), *against))
