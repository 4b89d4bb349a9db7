"""The bracket under the elbow: between which numbers of groups the curve could be said to bend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.charts.elbow_band import bends_like_copies
from desktop_app.charts.fonts import font
from desktop_app.charts.layout import LABEL_Z, MARK_Z, SMALL, screen_pixels, size_of
from desktop_app.core.segmenting.elbows import bend_range
from desktop_app.i18n import _

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.segmenting.results import KScan
    from desktop_app.core.segmenting.trusted import Evidence

ROOM = 20  # px below the axis
_DEPTH, _TIP, _GAP = 11, 6, 6  # px
_ONE = 0.3  # groups to either side of a bend at one number


def bend_of(scan: KScan, evidence: Evidence | None) -> tuple[int, int] | None:
    """Give where the curve bends; ``None`` where lists without any groups bend like it."""
    if scan.suggestion.k is None or (evidence is not None and bends_like_copies(scan, evidence)):
        return None
    return bend_range(scan.inertia)


def bend_words(bend: tuple[int, int]) -> str:
    """Name the bend.

    >>> bend_words((4, 6)), bend_words((3, 3))
    ('the bend: 4 to 6', 'the bend: 3')
    """
    low, high = bend
    if low == high:
        return _("the bend: {k}").format(k=low)
    return _("the bend: {low} to {high}").format(low=low, high=high)


def bend_sentence(bend: tuple[int, int]) -> str:
    """Say where the curve bends."""
    low, high = bend
    if low == high:
        return _("It bends at {k} groups.").format(k=low)
    return _("It bends somewhere from {low} to {high} groups.").format(low=low, high=high)


def draw_bend(ax: Axes, bend: tuple[int, int], style: ChartStyle) -> None:
    """Draw the bracket below y = 0 and name it on the side where there is room; x is k."""
    amber, scale = style.palette.amber, ax.transData
    inward = scale.inverted()
    low, high = (bend[0], bend[1]) if bend[0] < bend[1] else (bend[0] - _ONE, bend[1] + _ONE)
    (left, zero), (right, _zero) = scale.transform([(low, 0.0), (high, 0.0)])
    foot = zero - screen_pixels(ax, style, _DEPTH)
    tip = foot + screen_pixels(ax, style, _TIP)
    corners = inward.transform([(left, tip), (left, foot), (right, foot), (right, tip)])
    ax.plot(
        corners[:, 0],
        corners[:, 1],
        color=amber,
        linewidth=style.pixels(1.8),
        solid_joinstyle="miter",
        clip_on=False,
        zorder=MARK_Z,
        gid="bend",
    )
    words, gap = bend_words(bend), screen_pixels(ax, style, _GAP)
    width, _height = size_of(ax, words, style)
    has_room = right + gap + width <= ax.bbox.x1
    x, y = inward.transform((right + gap if has_room else left - gap, foot))
    ax.text(
        x,
        y,
        words,
        ha="left" if has_room else "right",
        va="center",
        color=amber,
        fontproperties=font("regular", style.points(SMALL)),
        zorder=LABEL_Z,
    )
