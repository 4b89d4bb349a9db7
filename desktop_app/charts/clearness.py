"""How clearly groups stand apart, one line per number of groups: a table read without knowing charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.charts.fonts import Weight, font
from desktop_app.i18n import _

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.segmenting.results import KScan, KScore
    from desktop_app.wording.numbers import Formats

TRACK = (0.16, 0.56)  # where the tracks begin and end, in shares of the width
TOP = 0.8
"""Silhouette at the right end of a track; real customer lists stay below it."""


def draw_clearness(ax: Axes, scan: KScan, style: ChartStyle, *, chosen: int | None) -> None:
    """Draw one track per k >= 2 with a dot at its silhouette; y is k, x a share of the width.

    Ruled-out numbers are hollow with the reason in words; the suggested one is on tint and in
    accent; the chosen one is bold.
    """
    palette = style.palette
    scores = [score for score in scan.scores if score.k >= 2]
    ax.set_axis_off()
    ax.set_xlim(0.0, 1.0)
    ax.set_ylim(scores[-1].k + 0.6, 1.0)
    small = style.points(0.92)
    head: dict[str, Any] = {
        "va": "center",
        "color": palette.text2,
        "fontproperties": font("regular", small),
    }
    ax.text(0.11, 1.35, _("Groups"), ha="right", **head)
    ax.text(TRACK[0], 1.35, _("Stand apart"), ha="left", **head)
    for score in scores:
        _draw_row(ax, score, scan, style, is_chosen=score.k == chosen)


def _draw_row(ax: Axes, score: KScore, scan: KScan, style: ChartStyle, *, is_chosen: bool) -> None:
    palette = style.palette
    is_suggested = score.k == scan.suggestion.k
    is_out = score.ruled_out is not None or scan.suggestion.k is None
    colour = palette.accent if is_suggested else palette.line2 if is_out else palette.text
    words_colour = palette.accent if is_suggested else palette.text2 if is_out else palette.text
    weight: Weight = "semibold" if is_suggested or is_chosen else "regular"
    face = font(weight, style.points(0.92))
    if is_suggested:
        ax.axhspan(score.k - 0.45, score.k + 0.45, 0.02, 0.98, color=palette.tint, lw=0)
    ax.text(
        0.11,
        score.k,
        str(score.k),
        ha="right",
        va="center",
        color=palette.text,
        fontproperties=face,
    )
    at = TRACK[0] + (TRACK[1] - TRACK[0]) * _share(score)
    ax.plot(TRACK, [score.k] * 2, color=palette.line, lw=style.pixels(3), solid_capstyle="round")
    ax.plot((TRACK[0], at), [score.k] * 2, color=colour, lw=style.pixels(3), solid_capstyle="round")
    ax.plot(
        [at],
        [score.k],
        marker="o",
        ms=style.pixels(10 if is_suggested else 8),
        mfc=palette.sheet if is_out and not is_suggested else colour,
        mec=colour,
        mew=style.pixels(1.6),
        linestyle="none",
    )
    ax.text(
        TRACK[1] + 0.05,
        score.k,
        row_words(score, scan, is_chosen=is_chosen),
        ha="left",
        va="center",
        color=words_colour,
        fontproperties=face,
    )


def row_words(score: KScore, scan: KScan, *, is_chosen: bool) -> str:
    """Give the words at the end of a row: why it stands out, or how clear it is."""
    if score.k == scan.suggestion.k:
        return _("Suggested")
    if score.ruled_out == "too_many_lists":
        return _("Too many messages")
    if score.ruled_out == "list_too_small":
        return _("A list is too small")
    if is_chosen:
        return _("Your choice")
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
