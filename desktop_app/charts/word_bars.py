"""A column of words within each group, as one bar per group whose parts bear their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.charts.layout import MARK_Z, fitting, screen_pixels, size_of
from desktop_app.charts.segment_rows import set_segment_rows
from desktop_app.charts.shades import blend
from desktop_app.charts.writing import spread_out, write
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.describing.word_shares import WordShares
    from desktop_app.wording.group_words import GroupWords

_SHADES = (0.34, 0.14, 0.26, 0.08, 0.3, 0.18, 0.22)  # neighbours differ, words stay readable
_THICK = 0.72  # of a row
_HEAD_EM = 1.7


def draw_word_bars(
    ax: Axes,
    shares: WordShares,
    style: ChartStyle,
    *,
    words: GroupWords,
    chosen: int | None = None,
) -> None:
    """Draw segment s as a bar from x = 0 to 1 at y = s, everyone above them at y = -1.

    The parts stand in the same order everywhere. Those too narrow for their words have them above
    the first bar.
    """
    ax.set_axis_off()
    texts = part_words(shares)
    ax.set_xlim(0, 1)
    figures = ["", *(words.formats.count(int(n)) for n in shares.n_known)]
    set_segment_rows(
        ax, style, words, figures, everyone=_("All customers"), top=_HEAD_EM, chosen=chosen
    )
    wordless = _draw_row(ax, -1, shares.overall.tolist(), texts, style, words)
    _write_heads(ax, wordless, style)
    for segment, row in enumerate(shares.shares.tolist()):
        if shares.n_known[segment]:
            _draw_row(ax, segment, row, texts, style, words)


def part_words(shares: WordShares) -> list[str]:
    """Give the words of the parts of a bar, all others last if there are any."""
    others = [_("all others")] if shares.n_other_words else []
    return [*shares.words, *others]


def part_at(shares: WordShares, x: float, y: float) -> tuple[int, int] | None:
    """Give row (-1 is everyone) and part at (x, y)."""
    row = round(y)
    if not (-1 <= row < len(shares.shares) and 0 <= x <= 1):
        return None
    end = 0.0
    parts = shares.overall if row < 0 else shares.shares[row]
    for part, share in enumerate(parts.tolist()):
        end += share
        if x < end:
            return row, part
    return None


def _draw_row(
    ax: Axes,
    row: int,
    parts: Sequence[float],
    texts: Sequence[str],
    style: ChartStyle,
    words: GroupWords,
) -> list[tuple[float, str]]:
    """Draw one bar; give middle and words of the parts that could not bear their words."""
    from matplotlib.patches import Rectangle

    palette, start = style.palette, 0.0
    wordless = []
    for part, (share, text) in enumerate(zip(parts, texts, strict=False)):
        shade = _SHADES[part % len(_SHADES)]
        ax.add_artist(
            Rectangle(
                (start, row - _THICK / 2),
                share,
                _THICK,
                facecolor=blend(palette.text2, palette.sheet, shade),
                edgecolor=palette.line2,
                linewidth=style.pixels(0.8),
                clip_on=False,
                zorder=MARK_Z,
                gid=f"part-{row}-{part}",
            )
        )
        said, is_whole = _words_in(ax, share, text, style, words)
        if not is_whole:
            wordless.append((start + share / 2, text))
        if said:
            write(ax, said, (start + share / 2, row), style, ha="center", gid=f"word-{row}-{part}")
        start += share
    return wordless


def _words_in(
    ax: Axes, share: float, text: str, style: ChartStyle, words: GroupWords
) -> tuple[str, bool]:
    """Give what can be written into a part, and whether its word is in it as a whole."""
    room = share * ax.bbox.width - screen_pixels(ax, style, 8)
    percent = words.formats.percent(share)
    for said, is_whole in ((f"{text} {percent}", True), (text, True), (percent, False)):
        if size_of(ax, said, style)[0] <= room:
            return said, is_whole
    return "", share == 0


def _write_heads(ax: Axes, heads: Sequence[tuple[float, str]], style: ChartStyle) -> None:
    """Write words above the bar of everyone, each joined to its part; long ones give way."""
    gap, width = screen_pixels(ax, style, 8), ax.bbox.width
    full = [size_of(ax, text, style)[0] + gap for _middle, text in heads]
    most = _fair_share(full, width)
    shown = [fitting(ax, text, style, most - gap) for _middle, text in heads]
    widths = [min(room, most) / width for room in full]
    edge = -1 - _THICK / 2
    up = screen_pixels(ax, style, 6) * abs(ax.get_ylim()[0] - ax.get_ylim()[1]) / ax.bbox.height
    places = spread_out([middle for middle, _text in heads], widths, 0.0, 1.0)
    for (middle, _text), place, text in zip(heads, places, shown, strict=True):
        ax.plot(
            [middle, place],
            [edge, edge - up],
            color=style.palette.line2,
            linewidth=style.pixels(0.9),
            clip_on=False,
            zorder=MARK_Z,
            gid="leader",
        )
        write(
            ax, text, (place, edge - up), style, shift=(0.0, style.points(0.55)), ha="center",
            color=style.palette.text2, gid="head",
        )  # fmt: skip


def _fair_share(widths: Sequence[float], room: float) -> float:
    """Give the most that each may take so that all find room; short ones leave theirs to others."""
    left, n = room, len(widths)
    for width in sorted(widths):
        if width * n > left:
            return left / n
        left, n = left - width, n - 1
    return room
