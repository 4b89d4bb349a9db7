"""What the cards of a document say, and the lines below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.segmenting.choices import Grouping
from desktop_app.i18n import _
from desktop_app.ui.widgets.change_notes import AsideLine, ChangesContent
from desktop_app.ui.widgets.segment_card import SegmentCardContent
from desktop_app.wording.rearranging import aside_words, skipped_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.wording.numbers import Formats


def card_contents(
    document: Document, story: Story, truths_of: Callable[[int], str], formats: Formats
) -> list[SegmentCardContent]:
    """Word the card of every segment; ``truths_of`` says how far one can be trusted."""
    segmentation, description = document.segmentation, document.description
    assert segmentation is not None
    assert description is not None
    return [
        SegmentCardContent(
            segment=segment,
            piece=segmentation.pieces[segment],
            letter=profile.letter,
            name=story.names[profile.letter],
            size=profile.size,
            size_text=formats.count(profile.size),
            share_text=formats.percent(profile.share),
            summary=story.sentences[profile.letter][0],
            sentence=" ".join(story.sentences[profile.letter]),
            truths_text=" ".join(filter(None, (story.changes[profile.letter], truths_of(segment)))),
            people_share=profile.share,
            money_share=profile.money_share,
            idea=story.ideas[profile.letter],
            note=story.notes.get(profile.letter, ""),
            can_change=document.plan.grouping is Grouping.FOUND,
        )
        for segment, profile in enumerate(description.profiles)
    ]


def changes_content(document: Document, formats: Formats) -> ChangesContent:
    """Word what was done to the groups as they were found."""
    assert document.segmentation is not None
    rearranged = document.segmentation.rearranged
    if rearranged is None:
        return ChangesContent()
    if document.plan.grouping is not Grouping.FOUND:  # they are what they were last time
        return ChangesContent(notes=tuple(aside_words(own, formats) for own in rearranged.aside))
    return ChangesContent(
        aside=tuple(
            AsideLine(aside.piece, aside_words(aside, formats)) for aside in rearranged.aside
        ),
        notes=tuple(map(skipped_words, rearranged.skipped)),
        as_found=_("Back to the {k} groups as they were found").format(k=rearranged.found.k),
    )
