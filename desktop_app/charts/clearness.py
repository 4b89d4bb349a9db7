"""How clearly groups stand apart, one line per number of groups: a table read without knowing charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.charts.fonts import Weight, font
from desktop_app.charts.layout import SMALL, Margins, screen_pixels, size_of, take_margins
from desktop_app.i18n import _

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.segmenting.results import KScan, KScore
    from desktop_app.wording.numbers import Formats

NUMBER, TRACK = 0.125, (0.17, 0.56)  # where things stand, in shares of the width
HEAD_EM, LEAST_ROW_EM = 1.7, 1.25
TOP = 0.8
"""Silhouette at the right end of a track; real customer lists stay below it."""


def draw_clearness(ax: Axes, scan: KScan, style: ChartStyle, *, chosen: int | None) -> None:
    """Draw one track per k >= 2 with a dot at its silhouette; y is k, x a share of the width.

    Where rows are too low for words only some have them. Ruled-out numbers are hollow with the
    reason in words; the suggested one is on tint and in accent; the chosen one is bold.
    """
    scores = [score for score in scan.scores if score.k >= 2]
    ax.set_axis_off()
    take_margins(ax, style, Margins(left=0.2, bottom=0.2, right=0.2, top=HEAD_EM))
    if not scores:
        return
    ax.set_xlim(0.0, 1.0)
    ax.set_ylim(scores[-1].k + 0.5, 1.5)
    _draw_heads(ax, style)
    row_height = ax.bbox.height / len(scores)
    gap = screen_pixels(ax, style, 13.0 * LEAST_ROW_EM) / max(row_height, 1.0)
    worded = _worded_ks(scan, chosen, gap)
    for score in scores:
        _draw_track(ax, score, scan, style)
        if score.k in worded:
            _write_row(ax, score, scan, style, is_chosen=score.k == chosen)


def _worded_ks(scan: KScan, chosen: int | None, gap: float) -> set[int]:
    """Give the k whose rows have room for words: those that matter, then from the smallest on."""
    worded: list[int] = [k for k in (scan.suggestion.k,) if k is not None]
    for k in (*([] if chosen is None else [chosen]), *scan.ks[1:]):
        if all(abs(k - other) >= gap for other in worded):
            worded.append(k)
    return set(worded)


def _draw_heads(ax: Axes, style: ChartStyle) -> None:
    common: dict[str, Any] = {
        "xycoords": "axes fraction",
        "textcoords": "offset points",
        "xytext": (0, style.points(0.4)),
        "va": "bottom",
        "color": style.palette.text2,
        "fontproperties": font("regular", style.points(SMALL)),
    }
    words = _("Groups")
    is_long = size_of(ax, words, style)[0] > NUMBER * ax.bbox.width
    ax.annotate(
        words, (0.0 if is_long else NUMBER, 1.0), ha="left" if is_long else "right", **common
    )
    ax.annotate(_("Stand apart"), (TRACK[0], 1.0), ha="left", **common)


def _is_out(score: KScore, scan: KScan) -> bool:
    return score.ruled_out is not None or scan.suggestion.k is None


def _draw_track(ax: Axes, score: KScore, scan: KScan, style: ChartStyle) -> None:
    palette = style.palette
    is_suggested = score.k == scan.suggestion.k
    is_out = _is_out(score, scan)
    colour = palette.accent if is_suggested else palette.line2 if is_out else palette.text
    if is_suggested:
        ax.axhspan(score.k - 0.45, score.k + 0.45, color=palette.tint, lw=0)
    at = TRACK[0] + (TRACK[1] - TRACK[0]) * _share(score)
    for end, line_colour in ((TRACK[1], palette.line), (at, colour)):
        ax.plot(
            (TRACK[0], end),
            [score.k] * 2,
            color=line_colour,
            linewidth=style.pixels(3),
            solid_capstyle="round",
        )
    ax.plot(
        [at],
        [score.k],
        marker="o",
        markersize=style.pixels(10 if is_suggested else 8),
        markerfacecolor=palette.sheet if is_out and not is_suggested else colour,
        markeredgecolor=colour,
        markeredgewidth=style.pixels(1.6),
        linestyle="none",
        gid=f"dot-{score.k}",
    )


def _write_row(ax: Axes, score: KScore, scan: KScan, style: ChartStyle, *, is_chosen: bool) -> None:
    palette = style.palette
    is_suggested = score.k == scan.suggestion.k
    colour = palette.text2 if _is_out(score, scan) else palette.text
    weight: Weight = "semibold" if is_suggested or is_chosen else "regular"
    common: dict[str, Any] = {
        "va": "center",
        "fontproperties": font(weight, style.points(SMALL)),
    }
    ax.text(NUMBER, score.k, str(score.k), ha="right", color=palette.text, **common)
    words = row_words(score, scan, is_chosen=is_chosen)
    words_colour = palette.accent if is_suggested else colour
    ax.text(TRACK[1] + 0.05, score.k, words, ha="left", color=words_colour, **common)


def row_words(score: KScore, scan: KScan, *, is_chosen: bool) -> str:
    """Give the words at the end of a row: why it stands out, or how clear it is."""
    if score.k == scan.suggestion.k:
        return _("Suggested")
    if score.ruled_out == "too_many_lists":
        return _("Too many messages")
    if score.ruled_out == "list_too_small":
        return _("A list is too small")
    if is_chosen:
        return _("A useful cut") if scan.suggestion.k is None else _("Your choice")
    return clearness_words(score.silhouette or 0.0)


def clearness_words(silhouette: float) -> str:
    """Give a mean silhouette in words, after the bands of Kaufman and Rousseeuw (1990)."""
    if silhouette > 0.7:
        return _("Very clearly")
    if silhouette > 0.5:
        return _("Clearly")
    if silhouette > 0.25:
        return _("Partly")
    return _("Hardly")


def describe_clearness(scan: KScan) -> str:
    """Say in one sentence which number of groups stands apart most clearly."""
    scores = [score for score in scan.scores if score.silhouette is not None]
    if not scores:
        return _("There are too few different customers for groups.")
    best = max(scores, key=lambda score: score.silhouette or -1.0)
    return _("Groups stand apart most clearly when there are {k} of them: {words}.").format(
        k=best.k, words=clearness_words(best.silhouette or 0.0).lower()
    )


def clearness_table(scan: KScan, formats: Formats) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Give rows and headers of the same picture as a table."""
    headers = (_("Groups"), _("Stand apart"), _("In words"))
    rows: list[tuple[str, ...]] = [
        (
            formats.count(score.k),
            formats.number(score.silhouette or 0.0, 2),
            row_words(score, scan, is_chosen=False),
        )
        for score in scan.scores
        if score.k >= 2
    ]
    return rows, headers


def _share(score: KScore) -> float:
    return min(max((score.silhouette or 0.0) / TOP, 0.0), 1.0)
