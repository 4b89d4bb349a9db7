"""Two number columns against each other: a grey point per customer, the middle as a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.layout import MARK_Z
from desktop_app.charts.two_scales import set_two_scales
from desktop_app.charts.value_axis import ValueAxis

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.checking.columns import Column
    from desktop_app.core.checking.looks.pairs import PairPicture
    from desktop_app.wording.looks import LookWords

_POINT_PX, _SMALLEST, _MANY = 5.0, 0.5, 1_000


def draw_pair_picture(
    ax: Axes,
    picture: PairPicture,
    style: ChartStyle,
    *,
    columns: tuple[Column, Column],
    words: LookWords,
) -> None:
    """Draw the points, the middle half of the second column along the first, and its middle.

    ``columns`` are the two of the pair: the first goes across, the second up.
    """
    flags = (picture.is_x_logged, picture.is_y_logged)
    across, up = (
        ValueAxis(words.names[column.name], column, words.formats, is_logged)
        for column, is_logged in zip(columns, flags, strict=True)
    )
    x, y = across.places_of(picture.x), up.places_of(picture.y)
    set_two_scales(ax, style, (across, x), (up, y))
    palette = style.palette
    shrink = min(1.0, max(_SMALLEST, (_MANY / max(1, len(x))) ** 0.25))
    ax.plot(
        x,
        y,
        linestyle="none",
        marker="o",
        markersize=shrink * style.pixels(_POINT_PX),
        markerfacecolor=palette.line2,
        markeredgewidth=0,
        alpha=0.6,
        zorder=MARK_Z - 1,
        gid="points",
    )
    if not picture.line:
        return
    steps = np.array([(s.x, s.lower, s.middle, s.upper) for s in picture.line])
    along = across.places_of(steps[:, 0])
    lower, middle, upper = (up.places_of(steps[:, i]) for i in (1, 2, 3))
    ax.fill_between(
        along, lower, upper, color=palette.accent, alpha=0.16, lw=0, zorder=MARK_Z - 0.5, gid="half"
    )
    ax.plot(
        along,
        middle,
        color=palette.accent,
        linewidth=style.pixels(2.4),
        marker="o",
        markersize=style.pixels(6),
        markeredgecolor=palette.sheet,
        markeredgewidth=style.pixels(1.2),
        zorder=MARK_Z,
        gid="line",
    )
