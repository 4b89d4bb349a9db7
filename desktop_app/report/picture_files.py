"""The pictures of the groups as files: each as PNG for a slide and as SVG for print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app.charts.group_pictures import GroupView, ViewChoice, make_group_picture
from desktop_app.charts.picture import draw_picture, write_picture
from desktop_app.charts.scatter_axes import axis_choice
from desktop_app.charts.scatter_view import scatter_view
from desktop_app.charts.segment_scatter import draw_segment_scatter
from desktop_app.charts.style import ChartStyle
from desktop_app.core.describing.fact_rows import fact_rows
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.sharing.file_names import file_stem
from desktop_app.i18n import _
from desktop_app.report.group_views import groups_of, offered_views

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from matplotlib.axes import Axes

    from desktop_app.charts.group_pictures import Groups
    from desktop_app.charts.picture import PictureKind
    from desktop_app.core.files import Fill
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.wording.numbers import Formats

    Draw = Callable[[Axes, ChartStyle], None]

KINDS: tuple[PictureKind, ...] = ("png", "svg")
SIZE_PX = (1000, 640)
MOST_OF_A_KIND = 6  # spreads, and words: of the facts that say most


def picture_files(
    document: Document,
    story: Story,
    formats: Formats,
    folder: Path,
    *,
    progress: Progress = NO_PROGRESS,
) -> list[tuple[Path, Fill]]:
    """Give what writes every picture of the groups into ``folder``, in the colours of paper."""
    groups = groups_of(document, story, formats)
    pictures = _scatter(document, story, formats, progress)
    for choice in _choices(groups):
        picture = make_group_picture(groups, choice, progress=progress)
        pictures.append((picture.title, partial(_without_chosen, picture.draw)))
    files: list[tuple[Path, Fill]] = []
    for number, (title, draw) in enumerate(pictures, start=1):
        stem = f"{number:02} {file_stem(title)}"
        for kind in KINDS:
            fill = partial(_write, draw, title, kind, progress)
            files.append((folder / f"{stem}.{kind}", fill))
    return files


def _without_chosen(
    draw: Callable[[Axes, ChartStyle, int | None], None], ax: Axes, style: ChartStyle
) -> None:
    draw(ax, style, None)


def _scatter(
    document: Document, story: Story, formats: Formats, progress: Progress
) -> list[tuple[str, Draw]]:
    """Give the picture of all customers, if there is anything to draw them over."""
    assert document.customers is not None
    assert document.prepared is not None
    assert document.segmentation is not None
    axes = axis_choice(document.customers, document.prepared, document.features).first()
    if axes is None:
        return []
    names = tuple(story.names[letter] for letter in document.segmentation.letters)
    view = scatter_view(
        document.customers,
        document.prepared,
        document.segmentation,
        names,
        axes,
        formats,
        progress=progress,
    )
    return [(_("Customers by group"), lambda ax, style: draw_segment_scatter(ax, view, style))]


def _choices(groups: Groups) -> list[ViewChoice]:
    facts = [row.column for row in fact_rows(groups.description)][:MOST_OF_A_KIND]
    columns_by_view = {
        GroupView.SPREAD: facts,
        GroupView.WORDS: list(groups.word_columns[:MOST_OF_A_KIND]),
        GroupView.PAIR: [],
    }
    return [
        ViewChoice(view, column)
        for view in offered_views(groups)
        for column in columns_by_view.get(view, [""])
    ]


def _write(draw: Draw, title: str, kind: PictureKind, progress: Progress, draft: Path) -> None:
    progress.checkpoint()
    write_picture(draw_picture(draw, ChartStyle(), SIZE_PX, title), draft, kind)
