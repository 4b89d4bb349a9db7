"""The report on paper: which page holds what, and the file that a printer understands.

Everything is drawn by the functions that draw it in the window, on figures of its own, so that a
job can do it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from desktop_app.charts.elbow import draw_elbow
from desktop_app.charts.profile import draw_profile
from desktop_app.charts.recency_value_grid import draw_recency_value_grid
from desktop_app.charts.segment_scatter import draw_segment_scatter
from desktop_app.charts.sizes_and_money import draw_sizes_and_money
from desktop_app.charts.sureness import draw_sureness
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.i18n import _
from desktop_app.report import blocks as made
from desktop_app.report.contents import report_contents
from desktop_app.report.paper import (
    HEIGHT,
    NOTE,
    SMALL,
    STRONG,
    TITLE,
    Block,
    Page,
    draw_page,
    paginated,
)
from desktop_app.wording.report import footer_words, page_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.describing.fact_rows import FactRow
    from desktop_app.document.document import Document
    from desktop_app.report.contents import GroupPart, ReportContents
    from desktop_app.report.story import Story
    from desktop_app.wording.group_words import GroupWords
    from desktop_app.wording.numbers import Formats

_SCATTER, _TALLEST_SCATTER = 210.0, 400.0
_PROFILE_ROW, _TALLEST_ROW, _PROFILE_HEAD = 30.0, 38.0, 62.0
_SIZES, _SIZE_ROW, _TALLEST_SIZES = 130.0, 17.0, 330.0
_ELBOW, _SURENESS_ROW, _GRID = 210.0, 19.0, 420.0
_MOST_WITH_SENTENCES = 10  # on the first page
_MOST_BESIDE = 12  # facts in the picture of all groups; the window has the rest


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as ``width`` x ``height`` pixels, RGBA, row by row from the top."""

    pixels: bytes
    width: int
    height: int


def lay_out(
    document: Document,
    story: Story,
    formats: Formats,
    made_on: date | None = None,
    *,
    progress: Progress = NO_PROGRESS,
) -> tuple[Page, ...]:
    """Lay out the report of a complete document."""
    return report_pages(report_contents(document, story, formats, made_on, progress=progress))


def report_pages(contents: ReportContents) -> tuple[Page, ...]:
    """Lay out the report; nothing is drawn yet."""
    return paginated(
        [
            _glance(contents),
            *(_group(group, contents, place) for place, group in enumerate(contents.groups)),
            _side_by_side(contents),
            _sure(contents),
            _data(contents),
        ]
    )


def page_figure(pages: Sequence[Page], place: int) -> Figure:
    """Draw one page."""
    return draw_page(pages[place], (footer_words(), page_words(place + 1, len(pages))))


def page_picture(
    pages: Sequence[Page], place: int, height: int, *, progress: Progress = NO_PROGRESS
) -> PagePicture:
    """Give one page ``height`` pixels high."""
    from desktop_app.charts.picture import pixels_of

    progress.checkpoint()
    figure = page_figure(pages, place)
    progress.checkpoint()
    figure.set_dpi(height * 72.0 / HEIGHT)
    return PagePicture(*pixels_of(figure))


def write_report(contents: ReportContents, path: Path, *, progress: Progress = NO_PROGRESS) -> None:
    """Write the report; the same contents give the same bytes at any time of day."""
    import matplotlib as mpl
    from matplotlib.backends.backend_pdf import PdfPages

    # Letters stay letters that can be searched; it is read when a file is written, by nobody else.
    mpl.rcParams["pdf.fonttype"] = 42
    pages = report_pages(contents)
    metadata = {"Title": contents.title, "Creator": "Clientele", "CreationDate": None}
    with PdfPages(path, metadata=metadata) as file:
        for place in range(len(pages)):
            progress.checkpoint()
            file.savefig(page_figure(pages, place))


# the pages ----------------------------------------------------------------------------------


def _glance(contents: ReportContents) -> list[Block]:
    """Give the first page: everything that matters, to be pinned to a wall."""
    blocks = [
        *made.paragraph(contents.title, TITLE),
        *made.paragraph(contents.subtitle, NOTE, before=2.0),
        made.rule(before=8.0),
        *made.heading(contents.finding, before=12.0),
    ]
    view = contents.view
    if view is not None:

        def scatter(ax: Axes, style: ChartStyle) -> None:
            draw_segment_scatter(ax, view, style)

        blocks.append(made.chart(scatter, _SCATTER, stretch=_TALLEST_SCATTER))
        blocks += made.paragraph(view.note, SMALL, before=4.0)
    is_short = len(contents.groups) > _MOST_WITH_SENTENCES
    blocks += [made.group_row(group, is_short=is_short) for group in contents.groups]
    return [*blocks, *chain.from_iterable(made.paragraph(line, NOTE) for line in contents.aside)]


def _group(group: GroupPart, contents: ReportContents, place: int) -> list[Block]:
    profile, formats = contents.profiles[place], contents.words.formats
    people = (_("Customers"), formats.percent(profile.share))
    blocks = [
        made.group_title(group),
        made.rule(),
        *made.paragraph(group.figures, NOTE, before=10.0),
        made.share_bar(people, profile.share, group.piece),
    ]
    if profile.money_share is not None:
        money = (_("Money"), formats.percent(profile.money_share))
        blocks.append(made.share_bar(money, profile.money_share, group.piece))
    blocks += made.paragraph(" ".join(group.sentences), before=12.0)
    blocks += made.paragraph(" ".join(filter(None, (group.change, group.truths))), NOTE)
    for title, text in ((_("Idea"), group.idea), (_("Your notes"), group.note)):
        if text:
            blocks += made.well(title, text)
    if group.rows:
        blocks += made.heading(_("How this group differs from your average customer"))
        note = _("To the left: less than average. To the right: more.")
        blocks += made.paragraph(note, SMALL, before=2.0, keeps_next=True)
        blocks.append(_profile_chart(group.rows, group.words))
    if group.often:
        blocks += made.heading(_("More often than elsewhere"))
        blocks += chain.from_iterable(made.paragraph(line, before=3.0) for line in group.often)
    return blocks


def _profile_chart(rows: Sequence[FactRow], words: GroupWords) -> Block:
    def draw(ax: Axes, style: ChartStyle) -> None:
        draw_profile(ax, rows, style, words=words)

    head, n = _PROFILE_HEAD if any(words.names) else 24.0, len(rows)
    return made.chart(draw, head + n * _PROFILE_ROW, stretch=head + n * _TALLEST_ROW)


def _side_by_side(contents: ReportContents) -> list[Block]:
    """Give the page on which groups are compared."""
    profiles, words = contents.profiles, contents.words
    has_money = all(p.money_share is not None for p in profiles)

    def sizes(ax: Axes, style: ChartStyle) -> None:
        draw_sizes_and_money(ax, profiles, style, words=words)

    height = _SIZES if has_money else min(_TALLEST_SIZES, 20 + _SIZE_ROW * len(profiles))
    blocks = [
        *made.page_title(_("The groups side by side")),
        *made.paragraph(contents.difference, before=10.0),
        *made.heading(_("Who brings the money") if has_money else _("How large the groups are")),
        made.chart(sizes, height, stretch=1.3 * height if has_money else 0.0),
    ]
    rows = contents.rows[:_MOST_BESIDE]
    if rows:
        blocks += made.heading(_("How each group differs from your average customer"))
        note = _("To the left: less than average. To the right: more.")
        blocks += made.paragraph(note, SMALL, before=2.0, keeps_next=True)
        blocks.append(_profile_chart(rows, words))
    return blocks


def _sure(contents: ReportContents) -> list[Block]:
    first, *others = contents.doubts
    blocks = [*made.page_title(_("How sure we are")), *made.paragraph(first, STRONG, before=10.0)]
    blocks += chain.from_iterable(map(made.paragraph, others))
    found, by_rule = contents.found, contents.by_rule
    if found is not None:

        def elbow(ax: Axes, style: ChartStyle) -> None:
            draw_elbow(
                ax, found.scan, style, chosen=found.chosen, evidence=found.evidence
            )  # fmt: skip

        def sureness(ax: Axes, style: ChartStyle) -> None:
            draw_sureness(
                ax, found.scan, found.evidence, style, purpose=found.purpose, chosen=found.chosen
            )

        height = 24.0 + _SURENESS_ROW * max(1, len(found.scan.scores) - 1)
        blocks += made.heading(_("Where extra groups stop helping"))
        note = _("How different customers inside one group still are")
        blocks += made.paragraph(note, SMALL, before=2.0, keeps_next=True)
        blocks.append(made.chart(elbow, _ELBOW))
        blocks += made.heading(_("How sure are we?"))
        blocks.append(made.chart(sureness, min(height, 360.0)))
    if by_rule is not None:

        def grid(ax: Axes, style: ChartStyle) -> None:
            draw_recency_value_grid(ax, by_rule.view, style, words=by_rule.words)

        blocks.append(made.chart(grid, _GRID))
    return blocks


def _data(contents: ReportContents) -> list[Block]:
    blocks = [*made.page_title(_("What was done to the data")), *made.numbered(contents.steps)]
    if contents.ledger is not None:
        ledger = contents.ledger
        blocks += made.heading(_("What counts of your orders"))
        blocks += [
            made.amount_row(line.words, line.money) for line in (ledger.first, *ledger.reasons)
        ]
        blocks.append(made.rule())
        blocks.append(made.amount_row(ledger.last.words, ledger.last.money, STRONG))
        blocks += made.paragraph(" ".join(filter(None, (ledger.gap, contents.span))), NOTE)
    if contents.rule:
        blocks += made.heading(_("How to tell the groups apart"))
        blocks += chain.from_iterable(
            made.paragraph(line, before=3.0) for line in contents.rule.splitlines()
        )
    return blocks
