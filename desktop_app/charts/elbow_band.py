"""The grey band behind the elbow: where the curves of lists without any groups run.

It is drawn behind the user's own line and named in words by the elbow, which knows where there is
room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.fonts import font
from desktop_app.charts.layout import LABEL_Z, MARK_Z, SMALL, ground, screen_pixels
from desktop_app.i18n import _

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.labels import Box
    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.segmenting.results import FloatArray, KScan
    from desktop_app.core.segmenting.trusted import Evidence

_BAND_Z = 1.0
_ALPHA = 0.2


def band_of(evidence: Evidence) -> tuple[FloatArray, FloatArray]:
    """Give the numbers of groups (m,), and (m, 3) percents left: lowest, middle, highest copy."""
    ks = np.array([entry.k for entry in evidence.by_k], dtype=np.float64)
    return ks, 100.0 * np.array([entry.band for entry in evidence.by_k])


def bends_like_copies(scan: KScan, evidence: Evidence) -> bool:
    """Whether the list never leaves less difference than every list without groups does."""
    whole = scan.inertia[0] or 1.0
    return all(
        scan.score(entry.k).inertia / whole >= entry.band[0]
        for entry in evidence.by_k
        if entry.k >= 2 and entry.k in scan.ks
    )


def band_words(scan: KScan, evidence: Evidence) -> str:
    """Give the name of the band, in lines."""
    if not bends_like_copies(scan, evidence):
        return _("Lists without any groups\nbend like this")
    if scan.suggestion.k is not None:
        return _("Lists without any groups\nbend just like yours")
    return _("No clear elbow: lists without\nany groups bend just like yours")


def draw_band(ax: Axes, evidence: Evidence, style: ChartStyle) -> None:
    """Draw the band from the lowest to the highest copy, with the middle one as dashes."""
    palette = style.palette
    ks, (low, middle, high) = band_of(evidence)[0], band_of(evidence)[1].T
    ax.fill_between(ks, low, high, color=palette.text2, alpha=_ALPHA, lw=0, zorder=_BAND_Z)
    for edge in (low, high):
        ax.plot(ks, edge, color=palette.line2, linewidth=style.pixels(1), zorder=_BAND_Z)
    ax.plot(
        ks,
        middle,
        color=palette.line2,
        linewidth=style.pixels(1.2),
        linestyle=(0, (3, 3)),
        zorder=_BAND_Z,
        gid="copies",
    )


def name_band(
    ax: Axes, words: str, box: Box, target: tuple[float, float], style: ChartStyle
) -> None:
    """Write ``words`` into ``box`` and lead a thin line to ``target``, both in canvas pixels."""
    to_axes = ax.transAxes.inverted()
    near = box.nearest_to(*target)
    if np.hypot(near[0] - target[0], near[1] - target[1]) > screen_pixels(ax, style, 3):
        ends = to_axes.transform([near, target])
        ax.plot(
            ends[:, 0],
            ends[:, 1],
            transform=ax.transAxes,
            color=style.palette.line2,
            linewidth=style.pixels(0.9),
            zorder=MARK_Z - 0.5,
        )
    left, bottom = to_axes.transform((box.left, box.bottom))
    ax.text(
        left,
        bottom,
        words,
        transform=ax.transAxes,
        ha="left",
        va="bottom",
        color=style.palette.text2,
        fontproperties=font("regular", style.points(SMALL)),
        zorder=LABEL_Z,
        bbox=ground(style),
    )
