"""What the older groups of a followed document are called, and when its times are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.report.story import tell

if TYPE_CHECKING:
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.wording.numbers import Formats


def names_of_groups(
    document: Document, formats: Formats, story: Story | None = None
) -> dict[str, str]:
    """Name the groups of a complete document by letter, also those that nobody is in now."""
    story = story or tell(document, formats)
    if document.baseline is None:
        return story.names
    before = document.baseline.segmentation
    letters = {letter: letter for letter in before.letters}
    return letters | dict(document.plan.names_of(before.as_found.k)) | story.names
