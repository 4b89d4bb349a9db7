"""The elbow: how much difference is left inside the groups as there are more of them.

Drawn from small functions, one per layer, so that further layers can be put between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop_app.charts.elbow_band import (
    band_of,
    band_words,
    bends_like_copies,
    draw_band,
    name_band,
)
from desktop_app.charts.elbow_bend import ROOM, bend_of, bend_sentence, draw_bend
from desktop_app.charts.flags import Pole, fly_flags
from desktop_app.charts.fonts import font
from desktop_app.charts.labels import SIDES, Box, Named, Place, emptiest_places
from desktop_app.charts.layout import (
    LABEL_Z,
    MARK_Z,
    SMALL,
    Margins,
    calm_axes,
    ground,
    screen_pixels,
    set_ticks,
    size_of,
    take_margins,
)
from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.segmenting.results import FloatArray, KScan
    from desktop_app.core.segmenting.trusted import Evidence
    from desktop_app.wording.numbers import Formats

_TICK_STEPS = (1, 5, 10)
_BELOW_FIRST = ((-1, -1), *SIDES[:-1])
_ABOVE_FIRST = ((1, 1), (0, 1), (1, 0), (0, -1), (-1, -1), (1, -1))
_CURVE_SAMPLES = 40  # per piece of the line, to keep names off it
_HARDLY = 5.0  # percent; a group more that takes away less hardly helps


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number of groups that is pointed out."""

    k: int
    words: str
    colour: str
    is_solid: bool


def draw_elbow(
    ax: Axes,
    scan: KScan,
    style: ChartStyle,
    *,
    chosen: int | None,
    evidence: Evidence | None = None,
) -> None:
    """Draw the share of the difference that is left inside k groups, against k.

    x is k, y is the inertia as percents of that of one group. The suggested and the chosen k stand
    out and are named; without natural groups nothing is drawn as suggested. Once there is
    ``evidence``, a grey band shows where the curves of lists without any groups run. A bracket below
    shows between which k the curve bends.
    """
    take_margins(ax, style, Margins(left=46 / 13))
    calm_axes(ax, style, grid="y")
    bend = bend_of(scan, evidence)
    _set_scales(ax, scan, style, has_bend=bend is not None)
    if evidence is not None:
        draw_band(ax, evidence, style)
    draw_curve(ax, scan, style)
    if bend is not None:
        draw_bend(ax, bend, style)
    marks = _marks(scan, style, chosen)
    for mark in marks:
        _draw_mark(ax, scan, mark, style)
    _name_all(ax, scan, marks, style, evidence)


def shares_left(scan: KScan) -> FloatArray:
    """Give the inertia of every k as percents of that of one group, (number of k,)."""
    inertia = np.array(scan.inertia)
    whole = inertia[0] if inertia[0] > 0 else 1.0
    return 100.0 * inertia / whole


def draw_curve(ax: Axes, scan: KScan, style: ChartStyle) -> None:
    """Draw the line of the user's list with a hollow dot at every k."""
    palette = style.palette
    ax.plot(
        scan.ks,
        shares_left(scan),
        color=palette.text,
        linewidth=style.pixels(2),
        marker="o",
        markersize=style.pixels(7),
        markerfacecolor=palette.sheet,
        markeredgecolor=palette.text,
        markeredgewidth=style.pixels(1.8),
        clip_on=False,
        zorder=MARK_Z,
        label=_("Your list"),
    )


def describe_elbow(scan: KScan, evidence: Evidence | None = None) -> str:
    """Say how the curve falls, which number of groups is suggested, and what chance would draw."""
    said = (_fall_words(scan), _bend_sentence(scan, evidence), _copies_words(scan, evidence))
    return " ".join(filter(None, said))


def _bend_sentence(scan: KScan, evidence: Evidence | None) -> str:
    bend = bend_of(scan, evidence)
    return "" if bend is None else bend_sentence(bend)


def _copies_words(scan: KScan, evidence: Evidence | None) -> str:
    if evidence is None:
        return ""
    if bends_like_copies(scan, evidence):
        return _("There is no clear elbow: lists without any groups bend just like yours.")
    return _("It falls faster than in lists without any groups.")


def _fall_words(scan: KScan) -> str:
    shares, k = shares_left(scan), scan.suggestion.k
    fall = _(
        "The difference left inside groups falls from 100 % for 1 group to {share} % for {n}."
    ).format(share=round(float(shares[-1])), n=scan.ks[-1])
    if k is None:
        return fall + " " + _("No number of groups stands out.")
    at = round(float(shares[scan.ks.index(k)]))
    return (
        fall + " " + _("{k} groups are suggested; {share} % is left there.").format(k=k, share=at)
    )


def elbow_table(
    scan: KScan, formats: Formats, evidence: Evidence | None = None
) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Give rows and headers of the same picture as a table."""
    headers: tuple[str, ...] = (_("Groups"), _("Difference left inside"), _("Smallest group"))
    rows: list[tuple[str, ...]] = [
        (
            formats.count(score.k),
            formats.percent(float(share) / 100.0),
            formats.count(min(score.sizes)),
        )
        for score, share in zip(scan.scores, shares_left(scan), strict=True)
    ]
    if evidence is None:
        return rows, headers
    middle_by_k = {entry.k: entry.band[1] for entry in evidence.by_k}
    headers = (*headers[:2], _("In lists without groups"), headers[2])
    return [
        (k, share, _middle(middle_by_k.get(score.k), formats), smallest)
        for (k, share, smallest), score in zip(rows, scan.scores, strict=True)
    ], headers


def _middle(share: float | None, formats: Formats) -> str:
    return "–" if share is None else formats.percent(share)


def _set_scales(ax: Axes, scan: KScan, style: ChartStyle, *, has_bend: bool) -> None:
    last = max(scan.ks[-1], 2)
    # Half of "1 group" stands left of the first dot, whatever the number of groups.
    ax.set_xlim(1 - 0.035 * (last - 1), last + 0.03 * (last - 1))
    below = screen_pixels(ax, style, ROOM) / max(ax.bbox.height, 1.0) if has_bend else 0.0
    ax.set_ylim(min(-4.0, -103.0 * below / max(1.0 - below, 0.5)), 103)
    ks = _ticked_ks(ax, scan, style)
    set_ticks(ax, style, "x", ks, [_mark_words(k) if k == 1 else str(k) for k in ks])
    set_ticks(ax, style, "y", (0, 25, 50, 75, 100), ("0", "25", "50", "75", "100\u00a0%"))


def _ticked_ks(ax: Axes, scan: KScan, style: ChartStyle) -> list[int]:
    """Give the first k, and the others at the smallest step that keeps their words apart."""
    low, high = ax.get_xlim()
    step_width = ax.bbox.width / (high - low)
    first, other = (size_of(ax, words, style)[0] for words in (_mark_words(1), str(scan.ks[-1])))
    gap = screen_pixels(ax, style, 6)
    step = next((s for s in _TICK_STEPS if s * step_width >= other + gap), _TICK_STEPS[-1])
    clear = 1 + (first / 2 + other / 2 + gap) / step_width
    return [k for k in scan.ks if k == 1 or (k % step == 0 and k >= clear)]


def _marks(scan: KScan, style: ChartStyle, chosen: int | None) -> list[_Mark]:
    palette, suggested = style.palette, scan.suggestion.k
    marks = []
    if suggested is not None:
        is_taken = chosen is None or chosen == suggested
        words = _suggested_words(scan, suggested, is_taken=is_taken)
        marks.append(_Mark(suggested, words, palette.accent, is_taken))
    if chosen is not None and chosen in scan.ks and chosen != suggested:
        words = _("a useful cut") if suggested is None else _("your choice")
        colour = palette.text if suggested is None else palette.accent
        marks.append(_Mark(chosen, words, colour, True))
    return marks


def _suggested_words(scan: KScan, k: int, *, is_taken: bool) -> str:
    shares = shares_left(scan)[scan.ks.index(k) :]
    is_flat = len(shares) > 1 and shares[0] - shares[1] < _HARDLY
    return _("more groups hardly help") if is_taken and is_flat else _("suggested")


def _draw_mark(ax: Axes, scan: KScan, mark: _Mark, style: ChartStyle) -> None:
    """Draw the dot and its line down to the axis; a suggestion not followed is a hollow ring."""
    y = shares_left(scan)[scan.ks.index(mark.k)]
    ax.plot(
        [mark.k, mark.k],
        [0, y],
        color=mark.colour,
        linewidth=style.pixels(1.6),
        linestyle=(0, (2, 1.5)) if mark.is_solid else (0, (1, 2.5)),
        zorder=MARK_Z - 1,
    )
    ax.plot(
        [mark.k],
        [y],
        linestyle="none",
        marker="o",
        markersize=style.pixels(11),
        markerfacecolor=mark.colour if mark.is_solid else style.palette.sheet,
        markeredgecolor=mark.colour,
        markeredgewidth=style.pixels(2),
        clip_on=False,
        zorder=MARK_Z + 1,
    )


def _name_all(
    ax: Axes, scan: KScan, marks: list[_Mark], style: ChartStyle, evidence: Evidence | None
) -> None:
    """Name the marks, the line and the band where they are, off the line and off each other."""
    dots = ax.transData.transform(np.column_stack([scan.ks, shares_left(scan)]))
    line, unit, box = _along(dots), screen_pixels(ax, style, 8), ax.bbox
    floor = max(box.y0 + unit, float(ax.transData.transform((1.0, 0.0))[1]))
    bounds = Box(box.x0, floor, box.width, box.y1 - floor)
    poles = [_pole(ax, mark, dots[scan.ks.index(mark.k)], style) for mark in marks]
    taken = [Box(x - unit, y - unit, 2 * unit, 2 * unit) for x, y in dots]
    for mark, pole, flag in zip(marks, poles, fly_flags(poles, line, bounds, unit), strict=True):
        taken.append(Box(pole.x - 2, box.y0, 4, pole.y - box.y0))
        if flag is not None:
            _name_mark(ax, mark, pole, flag, style)
            taken += [flag, Box(pole.x - 2, pole.y, 4, flag.bottom - pole.y)]
    size = size_of(ax, _("Your list"), style, "semibold")
    x, y = dots[min(2, len(dots) - 1)]
    third = Named(x, y, *size, 1.6 * unit, _BELOW_FIRST)
    place = emptiest_places([third], line, bounds, taken)[0]
    _name_line(ax, place, style)
    if evidence is not None:
        taken += [] if place is None else [place.box]
        _name_band(ax, scan, evidence, line, bounds, taken, style)


def _name_band(
    ax: Axes,
    scan: KScan,
    evidence: Evidence,
    line: FloatArray,
    bounds: Box,
    taken: list[Box],
    style: ChartStyle,
) -> None:
    """Name the band from one of its dots: the first beside which the words have room."""
    words, unit = band_words(scan, evidence), screen_pixels(ax, style, 8)
    ks, shares = band_of(evidence)
    high = ax.transData.transform(np.column_stack([ks, shares[:, 2]]))
    crowd = np.vstack([line, _along(high)])
    size = size_of(ax, words, style)
    for x, y in high[1:].tolist():
        named = Named(x, y, *size, 1.2 * unit, _ABOVE_FIRST)
        place = emptiest_places([named], crowd, bounds, taken)[0]
        if place is not None and not _covers_any(place.box, crowd):
            name_band(ax, words, place.box, (x, y), style)
            return


def _covers_any(box: Box, points: FloatArray) -> bool:
    low, high = np.array([box.left, box.bottom]), np.array([box.right, box.top])
    return bool(((points > low) & (points < high)).all(axis=1).any())


def _along(dots: FloatArray) -> FloatArray:
    """Give points along the line through ``dots``."""
    places = np.linspace(0, len(dots) - 1, _CURVE_SAMPLES * len(dots))
    steps = np.arange(len(dots))
    return np.column_stack([np.interp(places, steps, dots[:, axis]) for axis in (0, 1)])


def _mark_words(k: int) -> str:
    return ngettext("{n} group", "{n} groups", k).format(n=k)


def _pole(ax: Axes, mark: _Mark, dot: FloatArray, style: ChartStyle) -> Pole:
    # The number is set larger than the small type that is measured.
    number_width, _height = size_of(ax, _mark_words(mark.k), style, "semibold")
    words_width, _height = size_of(ax, mark.words, style)
    width = max(1.3 * number_width, words_width)
    return Pole(float(dot[0]), float(dot[1]), width, screen_pixels(ax, style, 38))


def _name_mark(ax: Axes, mark: _Mark, pole: Pole, box: Box, style: ChartStyle) -> None:
    to_axes = ax.transAxes.inverted()
    near = box.nearest_to(pole.x, pole.y)
    ends = to_axes.transform([(pole.x, pole.y), near])
    ax.plot(
        ends[:, 0],
        ends[:, 1],
        transform=ax.transAxes,
        color=mark.colour,
        linewidth=style.pixels(1.2),
        zorder=MARK_Z - 0.5,
    )
    left, top = to_axes.transform((box.left, box.top))
    _left, bottom = to_axes.transform((box.left, box.bottom))
    common: dict[str, Any] = {
        "transform": ax.transAxes,
        "ha": "left",
        "zorder": LABEL_Z,
        "bbox": ground(style),
    }
    ax.text(
        left,
        top,
        _mark_words(mark.k),
        va="top",
        color=mark.colour,
        fontproperties=font("semibold", style.points(1.15)),
        **common,
    )
    ax.text(
        left,
        bottom,
        mark.words,
        va="bottom",
        color=style.palette.text,
        fontproperties=font("regular", style.points(SMALL)),
        **common,
    )


def _name_line(ax: Axes, place: Place | None, style: ChartStyle) -> None:
    if place is None:
        return
    left, bottom = ax.transAxes.inverted().transform((place.box.left, place.box.bottom))
    ax.text(
        left,
        bottom,
        _("Your list"),
        transform=ax.transAxes,
        ha="left",
        va="bottom",
        color=style.palette.text,
        fontproperties=font("semibold", style.points(SMALL)),
        zorder=LABEL_Z,
        bbox=ground(style),
    )
