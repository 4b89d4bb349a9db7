"""The words of the workbook, from the same story that the window tells."""

from desktop_app.core.sharing.workbook import WorkbookWords
from desktop_app.i18n import _
from desktop_app.report.story import Story
from desktop_app.wording.rearranging import aside_name


def workbook_words(story: Story) -> WorkbookWords:
    """Give every word on the sheets that is not the customer's own."""
    return WorkbookWords(
        customers=_("Customers"),
        summary=_("Summary"),
        letter=_("Group"),
        name=_("Name"),
        size=_("Customers"),
        share=_("Share"),
        about=_("What they are like"),
        idea=_("Idea"),
        note=_("Your notes"),
        aside=aside_name(),
        names=story.names,
        sentences={
            letter: (*sentences, *filter(None, [story.changes[letter]]))
            for letter, sentences in story.sentences.items()
        },
        ideas=story.ideas,
        notes=story.notes,
    )
