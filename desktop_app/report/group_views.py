"""The pictures that there can be of the groups of a document; window and files show the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.charts.group_pictures import Groups, GroupView
from desktop_app.core.checking.columns import Kind
from desktop_app.core.describing.fact_rows import fact_rows
from desktop_app.core.describing.profiles import said_columns
from desktop_app.wording.facts import short_names
from desktop_app.wording.group_words import GroupWords

if TYPE_CHECKING:
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.wording.numbers import Formats


def groups_of(document: Document, story: Story, formats: Formats) -> Groups:
    """Give the groups of a complete document with all that they are pictured from."""
    assert document.customers is not None
    assert document.segmentation is not None
    assert document.description is not None
    customers, segmentation = document.customers, document.segmentation
    words = GroupWords(
        names=tuple(story.names[letter] for letter in segmentation.letters),
        letters=segmentation.letters,
        pieces=segmentation.pieces,
        sizes=segmentation.sizes,
        columns={column.name: column for column in customers.columns},
        titles=short_names(customers.columns),
        formats=formats,
    )
    columns = said_columns(customers, segmentation, document.plan.describe)
    word_columns = tuple(c.name for c in columns if c.kind is not Kind.NUMBER)
    return Groups(customers, segmentation, document.description, words, word_columns)


def offered_views(groups: Groups) -> tuple[GroupView, ...]:
    """Give the pictures that there can be of these groups."""
    facts, words = fact_rows(groups.description), groups.word_columns
    return tuple(
        view
        for view, is_there in (
            (GroupView.PROFILE, bool(facts)),
            (GroupView.SIZES, True),
            (GroupView.SPREAD, bool(facts)),
            (GroupView.WORDS, bool(words)),
            (GroupView.TABLE, bool(facts)),
            (GroupView.PAIR, groups.segmentation.k > 1 and bool(facts or words)),
        )
        if is_there
    )
