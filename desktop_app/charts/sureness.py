"""How sure we are of every number of groups: a table that is read without knowing charts.

Two tracks per number: do its groups come back when the customers are drawn anew, and do they stand
apart. Doubt is a hollow dot; what is not known yet has no dot.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app.charts.fonts import Weight, font
from desktop_app.charts.layout import SMALL, Margins, screen_pixels, size_of, take_margins
from desktop_app.core.segmenting.trusted import MOSTLY
from desktop_app.i18n import _
from desktop_app.wording.sureness import describe_sureness, row_words, sureness_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.segmenting.choices import ScanChoice
    from desktop_app.core.segmenting.results import KScan, KScore
    from desktop_app.core.segmenting.trusted import Evidence

__all__ = ["describe_sureness", "draw_sureness", "sureness_table"]

MOST_CLEAR = 0.8
"""Silhouette at the right end of a track; real customer lists stay below it."""
GAP, LEAST_TRACK, MOST_TRACK = 14, 34, 110  # px between the parts of a row; of a track
HEAD_EM, LEAST_ROW_EM = 1.5, 1.2
DOT, SUGGESTED_DOT = 8, 10  # px, as far as a row is high enough


@dataclass(frozen=True, slots=True)
class _Row:
    """One number of groups; shares of a track are in [0, 1], ``None`` = not known."""

    k: int
    comes_back: float | None
    apart: float
    words: str
    is_suggested: bool
    is_chosen: bool
    is_out: bool


@dataclass(frozen=True, slots=True)
class _Room:
    """Where the parts of a row stand, in pixels from the left."""

    number: float
    back: tuple[float, float]
    apart: tuple[float, float]
    words: float


def draw_sureness(
    ax: Axes,
    scan: KScan,
    evidence: Evidence | None,
    style: ChartStyle,
    *,
    purpose: ScanChoice,
    chosen: int | None,
) -> None:
    """Draw two tracks per k >= 2 with dots at their values; y is k, x is in pixels.

    "Comes back" is the lowest mean Jaccard of the groups, 1 at the right end; "Stands apart" the
    silhouette. Where rows are too low for words only some have them. Ruled-out numbers are hollow
    with the reason in words; the suggested one is on tint and in accent; the chosen one is bold.
    """
    rows = [_row(s, scan, evidence, purpose, chosen) for s in scan.scores if s.k >= 2]
    ax.set_axis_off()
    heads = _heads(ax, rows, style)
    lines = max(words.count("\n") + 1 for words in heads)
    take_margins(ax, style, Margins(left=0.2, bottom=0.2, right=0.2, top=HEAD_EM * lines))
    if not rows:
        return
    ax.set_xlim(0.0, ax.bbox.width)
    ax.set_ylim(rows[-1].k + 0.5, 1.5)
    room = _room(ax, rows, heads, style)
    _write_heads(ax, heads, room, style)
    least = screen_pixels(ax, style, 13.0 * LEAST_ROW_EM)
    worded = _worded_ks(rows, least / max(ax.bbox.height / len(rows), 1.0))
    for row in rows:
        _draw_row(ax, row, room, style)
        if row.k in worded:
            _write_row(ax, row, room, style)


def _row(
    score: KScore,
    scan: KScan,
    evidence: Evidence | None,
    purpose: ScanChoice,
    chosen: int | None,
) -> _Row:
    entry = None if evidence is None else evidence.of(score.k)
    return _Row(
        k=score.k,
        comes_back=None if entry is None else entry.lowest_jaccard,
        apart=min(max((score.silhouette or 0.0) / MOST_CLEAR, 0.0), 1.0),
        words=row_words(score, scan, evidence, purpose, is_chosen=score.k == chosen),
        is_suggested=score.k == scan.suggestion.k,
        is_chosen=score.k == chosen,
        is_out=score.ruled_out is not None or scan.suggestion.k is None,
    )


def _worded_ks(rows: Sequence[_Row], gap: float) -> set[int]:
    """Give the k whose rows have room for words: those that matter, then from the smallest on."""
    worded: list[int] = []
    for row in sorted(rows, key=lambda row: (not row.is_suggested, not row.is_chosen, row.k)):
        if all(abs(row.k - other) >= gap for other in worded):
            worded.append(row.k)
    return set(worded)


# room ---------------------------------------------------------------------------------------


def _heads(ax: Axes, rows: Sequence[_Row], style: ChartStyle) -> tuple[str, str, str]:
    """Give the words above the three parts, broken where a line of them has no room."""
    heads = (_("Groups"), _("Comes back"), _("Stands apart"))
    number, *others = (size_of(ax, head, style, "semibold")[0] for head in heads)
    gap = screen_pixels(ax, style, GAP)
    free = ax.bbox.width - number - _widest(ax, rows, style) - 3 * gap
    if max(others) <= free / 2:
        return heads
    return heads[0], heads[1].replace(" ", "\n"), heads[2].replace(" ", "\n")


def _room(ax: Axes, rows: Sequence[_Row], heads: tuple[str, str, str], style: ChartStyle) -> _Room:
    gap = screen_pixels(ax, style, GAP)
    number = size_of(ax, heads[0], style, "semibold")[0]
    head = max(
        size_of(ax, line, style, "semibold")[0] for words in heads[1:] for line in words.split("\n")
    )
    free = (ax.bbox.width - number - _widest(ax, rows, style) - 3 * gap) / 2
    least, most = screen_pixels(ax, style, LEAST_TRACK), screen_pixels(ax, style, MOST_TRACK)
    track = max(least, head, min(most, free))
    back = number + gap
    apart = back + track + gap
    return _Room(number, (back, back + track), (apart, apart + track), apart + track + gap)


def _widest(ax: Axes, rows: Sequence[_Row], style: ChartStyle) -> float:
    return max((size_of(ax, row.words, style, "semibold")[0] for row in rows), default=0.0)


# drawing ------------------------------------------------------------------------------------


def _write_heads(ax: Axes, heads: tuple[str, str, str], room: _Room, style: ChartStyle) -> None:
    weights: tuple[Weight, ...] = ("regular", "semibold", "semibold")
    colours = (style.palette.text2, style.palette.text, style.palette.text)
    places = ((room.number, "right"), (room.back[0], "left"), (room.apart[0], "left"))
    for words, weight, colour, (x, side) in zip(heads, weights, colours, places, strict=True):
        ax.annotate(
            words,
            (x, 1.0),
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
            xytext=(0, style.points(0.3)),
            ha=side,
            va="bottom",
            color=colour,
            fontproperties=font(weight, style.points(SMALL)),
            annotation_clip=False,
        )


def _draw_row(ax: Axes, row: _Row, room: _Room, style: ChartStyle) -> None:
    if row.is_suggested:
        ax.axhspan(row.k - 0.45, row.k + 0.45, color=style.palette.tint, lw=0)
    is_doubted = row.is_out or (row.comes_back is not None and row.comes_back < MOSTLY)
    _draw_track(ax, row, room.back, row.comes_back, style, is_hollow=is_doubted, name="back")
    _draw_track(ax, row, room.apart, row.apart, style, is_hollow=row.is_out, name="apart")


def _draw_track(
    ax: Axes,
    row: _Row,
    ends: tuple[float, float],
    share: float | None,
    style: ChartStyle,
    *,
    is_hollow: bool,
    name: str,
) -> None:
    palette = style.palette
    colour = palette.accent if row.is_suggested else palette.line2 if row.is_out else palette.text
    start, end = ends
    at = start if share is None else start + (end - start) * share
    for stop, line_colour in ((end, palette.line), (at, colour)):
        ax.plot(
            (start, stop),
            [row.k] * 2,
            color=line_colour,
            linewidth=style.pixels(3 if stop > start else 0),
            solid_capstyle="round",
        )
    if share is None:
        return
    ax.plot(
        [at],
        [row.k],
        marker="o",
        markersize=_dot_size(ax, row, style),
        markerfacecolor=palette.sheet if is_hollow else colour,
        markeredgecolor=colour,
        markeredgewidth=style.pixels(1.6),
        linestyle="none",
        clip_on=False,
        gid=f"{name}-{row.k}",
    )


def _dot_size(ax: Axes, row: _Row, style: ChartStyle) -> float:
    """Give the points across a dot; those of many rows must not run together."""
    low, high = ax.get_ylim()
    row_height = ax.bbox.height / max(low - high, 1.0) / screen_pixels(ax, style, 1.0)
    return style.pixels(min(SUGGESTED_DOT if row.is_suggested else DOT, 0.9 * row_height))


def _write_row(ax: Axes, row: _Row, room: _Room, style: ChartStyle) -> None:
    palette = style.palette
    weight: Weight = "semibold" if row.is_suggested or row.is_chosen else "regular"
    common: dict[str, Any] = {
        "va": "center",
        "fontproperties": font(weight, style.points(SMALL)),
    }
    ax.text(room.number, row.k, str(row.k), ha="right", color=palette.text, **common)
    colour = palette.accent if row.is_suggested else palette.text2 if row.is_out else palette.text
    ax.text(room.words, row.k, row.words, ha="left", color=colour, **common)
