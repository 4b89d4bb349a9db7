"""The pictures of groups, ready to be drawn: each with its sentences, its table and what is where.

The window and the report ask here for a picture and need not know what it is of.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, assert_never

from desktop_app.charts.fact_spread import draw_fact_spread
from desktop_app.charts.heat_table import draw_heat_table
from desktop_app.charts.pair_rows import pair_fact_rows, pair_word_rows
from desktop_app.charts.profile import draw_profile
from desktop_app.charts.sizes_and_money import draw_sizes_and_money, segment_of_size
from desktop_app.charts.two_groups import draw_two_groups
from desktop_app.charts.word_bars import draw_word_bars, part_at, part_words
from desktop_app.core.describing.fact_rows import fact_rows
from desktop_app.core.describing.spreads import fact_spread
from desktop_app.core.describing.word_shares import word_shares
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.i18n import _
from desktop_app.wording import group_pictures as said
from desktop_app.wording.facts import lower_first

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.core.describing.fact_rows import FactRow
    from desktop_app.core.describing.results import Description
    from desktop_app.core.describing.word_shares import WordShares
    from desktop_app.core.segmenting.results import Segmentation
    from desktop_app.wording.group_words import GroupWords


class GroupView(StrEnum):
    """What a picture of groups is of."""

    PROFILE = "profile"
    SIZES = "sizes"
    SPREAD = "spread"
    WORDS = "words"
    TABLE = "table"
    PAIR = "pair"
    PAIR_WORDS = "pair_words"


@dataclass(frozen=True, slots=True)
class ViewChoice:
    """The picture that is wanted: of which ``column``, or of which ``pair`` of segments."""

    view: GroupView
    column: str = ""
    pair: tuple[int, int] = (0, 1)


@dataclass(frozen=True, slots=True)
class Pointed:
    """What is at a place of a picture: a segment, ``None`` for everyone, and words about it."""

    segment: int | None
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class GroupPicture:
    """A picture of groups; ``draw`` takes the segment to bring out, ``None`` for none."""

    title: str
    note: str
    description: str
    table: tuple[list[tuple[str, ...]], tuple[str, ...]]
    draw: Callable[[Axes, ChartStyle, int | None], None]
    pointed_at: Callable[[float, float], Pointed | None]


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups that are pictured and all that they are pictured from.

    ``word_columns``: the columns of words that describe them.
    """

    customers: CustomerTable
    segmentation: Segmentation
    description: Description
    words: GroupWords
    word_columns: tuple[str, ...]


def make_group_picture(
    groups: Groups, choice: ViewChoice, *, progress: Progress = NO_PROGRESS
) -> GroupPicture:
    """Compute what the chosen picture shows."""
    progress.checkpoint()
    match choice.view:
        case GroupView.PROFILE:
            return _profile(groups)
        case GroupView.SIZES:
            return _sizes(groups)
        case GroupView.SPREAD:
            return _spread(groups, choice.column, progress)
        case GroupView.WORDS:
            return _words(groups, choice.column, progress)
        case GroupView.TABLE:
            return _heat(groups)
        case GroupView.PAIR | GroupView.PAIR_WORDS:
            return _pair(groups, choice, progress)
        case _:
            assert_never(choice.view)


def _profile(groups: Groups) -> GroupPicture:
    return _of_facts(
        groups,
        _("How each group differs from your average customer"),
        _("To the left: less than average. To the right: more."),
        draw_profile,
    )


def _heat(groups: Groups) -> GroupPicture:
    return _of_facts(
        groups,
        _("All facts of all groups"),
        _("The stronger the colour, the further from average; the mark says which way."),
        draw_heat_table,
    )


def _of_facts(
    groups: Groups, title: str, note: str, draw_facts: Callable[..., None]
) -> GroupPicture:
    """Give a picture with one row for each fact and one column for each group."""
    rows, words = fact_rows(groups.description), groups.words

    def draw(ax: Axes, style: ChartStyle, chosen: int | None) -> None:
        draw_facts(ax, rows, style, words=words, chosen=chosen)

    return GroupPicture(
        title,
        note,
        said.describe_facts(rows, words),
        said.facts_table(rows, words),
        draw,
        partial(_fact_at, rows, words),
    )


def _fact_at(rows: Sequence[FactRow], words: GroupWords, x: float, y: float) -> Pointed | None:
    if not (0 <= x < words.k and 0 <= y < len(rows)):
        return None
    segment = int(x)
    return Pointed(segment, said.cell_words(rows[int(y)], segment, words))


def _sizes(groups: Groups) -> GroupPicture:
    profiles, words = groups.description.profiles, groups.words

    def draw(ax: Axes, style: ChartStyle, chosen: int | None) -> None:
        draw_sizes_and_money(ax, profiles, style, words=words, chosen=chosen)

    def pointed_at(x: float, y: float) -> Pointed | None:
        segment = segment_of_size(profiles, x, y)
        if segment is None:
            return None
        return Pointed(segment, said.size_words(profiles[segment], segment, words))

    has_money = all(p.money_share is not None for p in profiles)
    sentence = said.describe_sizes(profiles, words)
    return GroupPicture(
        _("Who brings the money") if has_money else _("How large the groups are"),
        sentence,
        sentence,
        said.sizes_table(profiles, words),
        draw,
        pointed_at,
    )


def _spread(groups: Groups, column: str, progress: Progress) -> GroupPicture:
    spread = fact_spread(groups.customers, groups.segmentation, column, progress=progress)
    assert spread is not None, "only columns that are described are offered"
    words = groups.words

    def draw(ax: Axes, style: ChartStyle, chosen: int | None) -> None:
        draw_fact_spread(ax, spread, style, words=words, chosen=chosen)

    def pointed_at(_x: float, y: float) -> Pointed | None:
        segment = round(y)
        if not 0 <= segment < words.k:
            return None
        return Pointed(segment, said.part_of_spread_words(spread, segment, words))

    return GroupPicture(
        _("{fact} in each group").format(fact=words.titles[column]),
        said.spread_note(spread, words),
        said.describe_spread(spread, words),
        said.spread_table(spread, words),
        draw,
        pointed_at,
    )


def _words(groups: Groups, column: str, progress: Progress) -> GroupPicture:
    shares = word_shares(groups.customers, groups.segmentation, column, progress=progress)
    words, parts = groups.words, part_words(shares)

    def draw(ax: Axes, style: ChartStyle, chosen: int | None) -> None:
        draw_word_bars(ax, shares, style, words=words, chosen=chosen)

    def pointed_at(x: float, y: float) -> Pointed | None:
        found = part_at(shares, x, y)
        if found is None:
            return None
        row, part = found
        share = shares.overall[part] if row < 0 else shares.shares[row, part]
        text = _("{group}: {word} {share}").format(
            group=_("All customers") if row < 0 else words.names[row],
            word=parts[part],
            share=words.formats.percent(float(share)),
        )
        return Pointed(None if row < 0 else row, text)

    return GroupPicture(
        _("{fact} in each group").format(fact=words.titles[column]),
        said.words_note(shares, words),
        said.describe_words(shares, words),
        said.words_table(shares, parts, words),
        draw,
        pointed_at,
    )


def _pair(groups: Groups, choice: ViewChoice, progress: Progress) -> GroupPicture:
    words, pair = groups.words, choice.pair
    rows = (
        pair_fact_rows(fact_rows(groups.description), pair, words)
        if choice.view is GroupView.PAIR
        else pair_word_rows(_shares(groups, progress), pair, words)
    )
    told = [(row.title, row.values) for row in rows]

    def draw(ax: Axes, style: ChartStyle, _chosen: int | None) -> None:
        draw_two_groups(ax, rows, style, words=words, pair=pair)

    def pointed_at(x: float, y: float) -> Pointed | None:
        if not 0 <= y < len(rows):
            return None
        place, row = int(x >= 0), rows[int(y)]
        text = f"{words.names[pair[place]]}: {lower_first(row.title)} {row.values[place]}"
        return Pointed(pair[place], text)

    return GroupPicture(
        _("“{first}” and “{second}”").format(
            first=words.names[pair[0]], second=words.names[pair[1]]
        ),
        _("What they differ in most comes first."),
        said.describe_pair(told, pair, words),
        said.pair_table(told, pair, words),
        draw,
        pointed_at,
    )


def _shares(groups: Groups, progress: Progress) -> list[WordShares]:
    return [
        word_shares(groups.customers, groups.segmentation, column, progress=progress)
        for column in groups.word_columns
    ]
