"""The words of the workbook, from the same story that the window tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.charts.style import LIGHT
from desktop_app.core.sharing.workbook_words import WorkbookWords
from desktop_app.i18n import _
from desktop_app.report.story import Story
from desktop_app.wording.rearranging import aside_name

if TYPE_CHECKING:
    from desktop_app.document.document import Document
    from desktop_app.wording.numbers import Formats


def workbook_words(document: Document, story: Story, formats: Formats) -> WorkbookWords:
    """Give every word on the sheets that is not the customer's own."""
    assert document.segmentation is not None
    segmentation = document.segmentation
    fills = {
        letter: LIGHT.fills[piece % len(LIGHT.fills)]
        for letter, piece in zip(segmentation.letters, segmentation.pieces, strict=True)
    }
    return WorkbookWords(
        customers=_("Customers"),
        summary=_("Summary"),
        letter=_("Group"),
        name=_("Name"),
        size=_("Customers"),
        share=_("Share"),
        money=_("Share of the money"),
        about=_("What they are like"),
        idea=_("Idea"),
        note=_("Your notes"),
        aside=aside_name(),
        done=_("What was done"),
        sizes_title=_("How large the groups are"),
        shares_title=_("Who brings the money"),
        names={letter: story.names[letter] for letter in segmentation.letters},
        sentences={
            letter: (*sentences, *filter(None, [story.changes[letter]]))
            for letter, sentences in story.sentences.items()
        },
        ideas=story.ideas,
        notes=story.notes,
        steps=story.steps,
        colours=fills,
        is_sign_first=formats.is_sign_first,
    )
