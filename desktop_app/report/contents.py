"""What the report says: values and finished sentences, the same that the window shows.

Knows nothing of paper. No customer is named in it: no id, no name, no address, not even of the
typical customers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.charts.scatter_axes import axis_choice
from desktop_app.charts.scatter_view import scatter_view
from desktop_app.core.describing.fact_rows import fact_rows
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.choices import Grouping
from desktop_app.wording import report as said
from desktop_app.wording.classic import kind_names
from desktop_app.wording.counting import ledger_of, sign_of, span_sentence
from desktop_app.wording.facts import short_names, upper_first, word_facts
from desktop_app.wording.group_words import GroupWords
from desktop_app.wording.rearranging import aside_words, skipped_words
from desktop_app.wording.recency_value import GridWords
from desktop_app.wording.sureness import beside_sentence, comes_back_sentence
from desktop_app.wording.trusting import groups_title, two_truths, verdict_sentence

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.charts.scatter_view import ScatterView
    from desktop_app.core.customers.classic.views import ClassicView
    from desktop_app.core.describing.fact_rows import FactRow
    from desktop_app.core.describing.results import SegmentProfile
    from desktop_app.core.segmenting.choices import ScanChoice
    from desktop_app.core.segmenting.results import KScan
    from desktop_app.core.segmenting.trusted import Evidence
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.wording.counting import Ledger
    from desktop_app.wording.numbers import Formats

_MOST_FACTS, _MOST_WORDS = 9, 5  # of one group; a page is to be read in a minute


@dataclass(frozen=True, slots=True, eq=False)
class GroupPart:
    """One group: its piece, what is said about it, and in which ``rows`` it differs from everyone.

    ``rows`` have one cell, that of the group, the largest difference first; ``words`` go with them,
    but name nobody: the name stands above. Sentences are ``""`` where there is nothing to say.
    """

    piece: int
    name: str
    size: str
    figures: str
    sentences: tuple[str, ...]
    truths: str
    change: str
    idea: str
    note: str
    often: tuple[str, ...]
    rows: tuple[FactRow, ...]
    words: GroupWords


@dataclass(frozen=True, slots=True, eq=False)
class FoundPart:
    """How the number of groups was found: what was tried, wanted and chosen."""

    scan: KScan
    evidence: Evidence | None
    purpose: ScanChoice
    chosen: int


@dataclass(frozen=True, slots=True, eq=False)
class RulePart:
    """The grid that groups by rule are read off."""

    view: ClassicView
    words: GridWords


@dataclass(frozen=True, slots=True, eq=False)
class ReportContents:
    """Everything on the pages, in the order of the pages.

    ``view`` is ``None`` where customers have no place in a picture; ``doubts`` are the sentences
    about how sure we are; ``found`` and ``by_rule`` are ``None`` for groups made otherwise.
    """

    title: str
    subtitle: str
    finding: str
    view: ScatterView | None
    groups: tuple[GroupPart, ...]
    aside: tuple[str, ...]
    difference: str
    profiles: tuple[SegmentProfile, ...]
    rows: tuple[FactRow, ...]
    words: GroupWords
    doubts: tuple[str, ...]
    found: FoundPart | None
    by_rule: RulePart | None
    rule: str
    steps: tuple[str, ...]
    ledger: Ledger | None
    span: str


def report_contents(
    document: Document,
    story: Story,
    formats: Formats,
    made_on: date | None = None,
    *,
    progress: Progress = NO_PROGRESS,
) -> ReportContents:
    """Give what the report of a complete document says; ``made_on`` stands below the title."""
    customers, segmentation = document.customers, document.segmentation
    assert customers is not None
    assert segmentation is not None
    assert document.description is not None
    words = _group_words(document, story, formats)
    orders = customers.orders
    sign = "" if customers.money is None else customers.column(customers.money).sign
    n_nowhere = len(segmentation.labels) - sum(segmentation.sizes)
    return ReportContents(
        title=upper_first(document.plan.files[0].stem.replace("_", " ")),
        subtitle=said.customers_line(segmentation.sizes, n_nowhere, made_on, formats),
        finding=_finding(document),
        view=_view(document, words, progress),
        groups=_groups(document, story, words),
        aside=_aside(document, formats),
        difference=story.difference,
        profiles=document.description.profiles,
        rows=fact_rows(document.description),
        words=words,
        doubts=_doubts(document, story),
        found=_found(document),
        by_rule=_by_rule(document, formats),
        rule=story.rule,
        steps=story.steps,
        ledger=None if orders is None else ledger_of(orders, sign_of(orders, sign), formats),
        span="" if orders is None else span_sentence(orders, formats),
    )


def _group_words(document: Document, story: Story, formats: Formats) -> GroupWords:
    assert document.customers is not None
    assert document.segmentation is not None
    columns, segmentation = document.customers.columns, document.segmentation
    return GroupWords(
        names=tuple(story.names[letter] for letter in segmentation.letters),
        letters=segmentation.letters,
        pieces=segmentation.pieces,
        sizes=segmentation.sizes,
        columns={column.name: column for column in columns},
        titles=short_names(columns),
        formats=formats,
    )


def _finding(document: Document) -> str:
    assert document.segmentation is not None
    assert document.scan is not None
    is_found = document.plan.grouping is Grouping.FOUND
    is_cut = is_found and document.scan.suggestion.k is None
    return groups_title(document.segmentation.letters, document.trust, is_cut=is_cut)


def _view(document: Document, words: GroupWords, progress: Progress) -> ScatterView | None:
    assert document.customers is not None
    assert document.prepared is not None
    assert document.segmentation is not None
    axes = axis_choice(document.customers, document.prepared, document.features).first()
    if axes is None:
        return None
    return scatter_view(
        document.customers,
        document.prepared,
        document.segmentation,
        words.names,
        axes,
        words.formats,
        progress=progress,
    )


def _groups(document: Document, story: Story, words: GroupWords) -> tuple[GroupPart, ...]:
    assert document.description is not None
    rows = fact_rows(document.description)
    truths = _truths(document)
    return tuple(
        GroupPart(
            piece=words.pieces[segment],
            name=words.names[segment],
            size=said.size_words(profile, words.formats),
            figures=said.figures_line(profile, words.formats),
            sentences=story.sentences[profile.letter],
            truths=truths[segment],
            change=story.changes[profile.letter],
            idea=story.ideas[profile.letter],
            note=story.notes.get(profile.letter, ""),
            often=_often(profile, story.sentences[profile.letter], words),
            rows=_rows_of(rows, segment),
            words=_nameless(words, segment),
        )
        for segment, profile in enumerate(document.description.profiles)
    )


def _often(
    profile: SegmentProfile, sentences: tuple[str, ...], words: GroupWords
) -> tuple[str, ...]:
    """Say which words are commoner in a group, but for those that its sentences speak of."""
    told = " ".join(sentences)
    untold = [word for word in profile.words if word.value not in told]
    return tuple(
        said.word_line(word, words.titles[word.column], words.formats)
        for word in untold[:_MOST_WORDS]
    )


def _rows_of(rows: tuple[FactRow, ...], segment: int) -> tuple[FactRow, ...]:
    known = [
        (abs(cell.difference), replace(row, cells=(cell,)))
        for row in rows
        if (cell := row.cells[segment]) is not None
    ]
    known.sort(key=lambda entry: -entry[0])
    return tuple(row for _size, row in known[:_MOST_FACTS])


def _nameless(words: GroupWords, segment: int) -> GroupWords:
    return replace(
        words,
        names=("",),
        letters=words.letters[segment : segment + 1],
        pieces=words.pieces[segment : segment + 1],
        sizes=words.sizes[segment : segment + 1],
    )


def _truths(document: Document) -> tuple[str, ...]:
    assert document.segmentation is not None
    if document.trust is None:
        return ("",) * document.segmentation.k
    has_words = bool(_word_facts(document))
    return tuple(two_truths(segment, has_words=has_words) for segment in document.trust.segments)


def _aside(document: Document, formats: Formats) -> tuple[str, ...]:
    assert document.segmentation is not None
    rearranged = document.segmentation.rearranged
    if rearranged is None:
        return ()
    aside = (aside_words(own, formats) for own in rearranged.aside)
    return (*aside, *map(skipped_words, rearranged.skipped))


def _doubts(document: Document, story: Story) -> tuple[str, ...]:
    assert document.scan is not None
    assert document.segmentation is not None
    if document.plan.grouping is not Grouping.FOUND:
        return (story.reason,)
    if document.trust is None:
        verdict = said.not_looked_at()
    else:
        letters = document.segmentation.letters
        verdict = verdict_sentence(document.trust, letters, _word_facts(document))
    more = (
        comes_back_sentence(document.scan, document.evidence),
        beside_sentence(document.scan, document.evidence),
    )
    return (verdict, " ".join(filter(None, (story.reason, *more))))


def _found(document: Document) -> FoundPart | None:
    if document.plan.grouping is not Grouping.FOUND:
        return None
    assert document.scan is not None
    assert document.k is not None
    return FoundPart(document.scan, document.evidence, document.plan.scan, document.k)


def _by_rule(document: Document, formats: Formats) -> RulePart | None:
    assert document.customers is not None
    view, orders = document.customers.classic, document.customers.orders
    if document.plan.grouping is not Grouping.CLASSIC or view is None:
        return None
    clock = None if orders is None else orders.clock
    return RulePart(view, GridWords(kind_names(), formats, clock))


def _word_facts(document: Document) -> tuple[str, ...]:
    assert document.prepared is not None
    assert document.customers is not None
    return word_facts(document.prepared, document.customers.columns)
