"""Who brings the money: the groups' shares of the customers above their shares of the money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.charts.layout import MARK_Z, Margins, screen_pixels, size_of, take_margins
from desktop_app.charts.pieces import draw_piece
from desktop_app.charts.segment_rows import set_segment_rows
from desktop_app.charts.shades import blend
from desktop_app.charts.writing import broken, cut, spread_out, write
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.describing.results import SegmentProfile
    from desktop_app.wording.group_words import GroupWords

_BAR_PX, _PIECE_PX, _LINE_PX = 34.0, 18.0, 16.0
_LEAST_NAME_PX = 110.0  # of a block above which a name that has no room is cut
_WASH = 0.23
_FAINT = 0.28  # of what is not chosen
_FEWEST_NAMED = 0.06  # shares below stand outside of their block


@dataclass(frozen=True, slots=True)
class _Bar:
    """One stacked bar: its name, from where to where up, the shares of all segments."""

    name: str
    low: float
    high: float
    shares: tuple[float, ...]

    @property
    def starts(self) -> list[float]:
        """Give where each block begins."""
        return [sum(self.shares[:i]) for i in range(len(self.shares))]


def draw_sizes_and_money(
    ax: Axes,
    profiles: Sequence[SegmentProfile],
    style: ChartStyle,
    *,
    words: GroupWords,
    chosen: int | None = None,
) -> None:
    """Draw two stacked bars from x = 0 to 1, joined by washes; without money one bar per segment.

    Shares stand inside where they have room, else beside their block.
    """
    money = tuple(p.money_share for p in profiles if p.money_share is not None)
    if len(money) < len(profiles):
        _draw_sizes(ax, profiles, style, words, chosen)
        return
    _set_room(ax, style)
    thick = min(0.36, screen_pixels(ax, style, _BAR_PX) / ax.bbox.height)
    people = _Bar(_("Customers"), 1 - thick, 1.0, tuple(p.share for p in profiles))
    bars = (people, _Bar(_("Money"), 0.0, thick, money))
    _draw_washes(ax, bars, style, words, chosen)
    has_outside = [_draw_bar(ax, bar, style, words, chosen) for bar in bars]
    _draw_heads(ax, people, style, words, has_outside=has_outside[0])


def segment_of_size(profiles: Sequence[SegmentProfile], x: float, y: float) -> int | None:
    """Give the segment whose block, or row, is at (x, y)."""
    if any(p.money_share is None for p in profiles):
        row = round(y)
        return row if 0 <= row < len(profiles) else None
    shares = [(p.share if y >= 0.5 else p.money_share) or 0.0 for p in profiles]
    end = 0.0
    for segment, share in enumerate(shares):
        end += share
        if 0 <= x < end:
            return segment
    return None


def _draw_sizes(
    ax: Axes,
    profiles: Sequence[SegmentProfile],
    style: ChartStyle,
    words: GroupWords,
    chosen: int | None,
) -> None:
    ax.set_axis_off()
    most = max(p.share for p in profiles)
    figures = [
        f"{words.formats.count(p.size)} · {words.formats.percent(p.share)}" for p in profiles
    ]
    ax.set_xlim(0, most)
    set_segment_rows(ax, style, words, figures, chosen=chosen)
    for segment, profile in enumerate(profiles):
        _draw_block(ax, (0.0, segment - 0.3), (profile.share, 0.6), words.pieces[segment], style)


def _set_room(ax: Axes, style: ChartStyle) -> None:
    ax.set_axis_off()
    em = screen_pixels(ax, style, 13.0)
    left = max(size_of(ax, text, style, "semibold")[0] for text in (_("Customers"), _("Money")))
    head = (_PIECE_PX + 2.6 * _LINE_PX + 9) / 13
    take_margins(ax, style, Margins(left / em + 0.7, _LINE_PX / 13 + 0.5, 0.6, head))
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 1)


def _draw_bar(
    ax: Axes, bar: _Bar, style: ChartStyle, words: GroupWords, chosen: int | None
) -> bool:
    """Draw the blocks with their shares; tell whether some shares stand outside."""
    write(
        ax, bar.name, (0, (bar.low + bar.high) / 2), style,
        shift=(-style.pixels(8), 0.0), ha="right", weight="semibold", gid="bar-name",
    )  # fmt: skip
    height = bar.high - bar.low
    outside = []
    for segment, (start, share) in enumerate(zip(bar.starts, bar.shares, strict=True)):
        piece = words.pieces[segment]
        _draw_block(
            ax, (start, bar.low), (share, height), piece, style, is_chosen=segment == chosen
        )
        text = words.formats.percent(share)
        room = share * ax.bbox.width - screen_pixels(ax, style, 6)
        if share >= _FEWEST_NAMED and size_of(ax, text, style, "semibold")[0] <= room:
            write(
                ax, text, (start + share / 2, bar.low + height / 2), style, ha="center",
                weight="semibold", color=style.palette.on_fill(piece),
                gid=f"share-{bar.name}-{segment}",
            )  # fmt: skip
        else:
            outside.append((segment, start + share / 2, text))
    _write_outside(ax, bar, outside, style, words)
    return bool(outside)


def _draw_block(
    ax: Axes,
    start: tuple[float, float],
    size: tuple[float, float],
    piece: int,
    style: ChartStyle,
    *,
    is_chosen: bool = False,
) -> None:
    from matplotlib.patches import Rectangle

    ax.add_artist(
        Rectangle(
            start,
            *size,
            facecolor=style.palette.fill(piece),
            edgecolor=style.palette.text if is_chosen else style.palette.edge(piece),
            linewidth=style.pixels(2.4 if is_chosen else 1.0),
            clip_on=False,
            zorder=MARK_Z + (0.2 if is_chosen else 0.0),
            gid=f"block-{piece}",
        )
    )


def _write_outside(
    ax: Axes,
    bar: _Bar,
    outside: Sequence[tuple[int, float, str]],
    style: ChartStyle,
    words: GroupWords,
) -> None:
    """Write the shares of thin blocks behind their letter, above the upper bar or below the lower."""
    if not outside:
        return
    gap = screen_pixels(ax, style, 8)
    outside = list(outside)
    while True:
        texts = [f"{words.letters[segment]} {text}" for segment, _middle, text in outside]
        widths = [(size_of(ax, text, style)[0] + gap) / ax.bbox.width for text in texts]
        if sum(widths) <= 1.0:
            break
        # Where there is no room for all, the smallest shares are left to the table.
        outside.remove(min(outside, key=lambda one: bar.shares[one[0]]))
    places = spread_out([middle for _s, middle, _t in outside], widths, 0.0, 1.0)
    is_upper = bar.high == 1.0
    edge, side = (bar.high, 1) if is_upper else (bar.low, -1)
    for (segment, middle, _text), place, text in zip(outside, places, texts, strict=True):
        _draw_leader(ax, (middle, edge), (place, edge), side, style)
        write(
            ax, text, (place, edge), style, shift=(0.0, side * style.pixels(_LINE_PX / 2 + 4)),
            ha="center", gid=f"share-{bar.name}-{segment}",
        )  # fmt: skip


def _draw_leader(
    ax: Axes,
    start: tuple[float, float],
    end: tuple[float, float],
    side: int,
    style: ChartStyle,
    reach: float = 4.0,
) -> None:
    up = side * screen_pixels(ax, style, reach) / ax.bbox.height
    ax.plot(
        [start[0], end[0]],
        [start[1], end[1] + up],
        color=style.palette.line2,
        linewidth=style.pixels(0.9),
        clip_on=False,
        zorder=MARK_Z - 0.5,
        gid="leader",
    )


def _draw_heads(
    ax: Axes, bar: _Bar, style: ChartStyle, words: GroupWords, *, has_outside: bool
) -> None:
    """Draw the pieces above their blocks, each with its name where that has room."""
    middles = [start + share / 2 for start, share in zip(bar.starts, bar.shares, strict=True)]
    side = screen_pixels(ax, style, _PIECE_PX + 7) / ax.bbox.width
    places = spread_out(middles, [side] * words.k, -side, 1.0 + side / 4)
    line = screen_pixels(ax, style, _LINE_PX) / ax.bbox.height
    up = 1.0 + (1.35 if has_outside else 0.2) * line
    room = [0.96 * share * ax.bbox.width for share in bar.shares]
    lines = [
        _name_in(ax, name, style, width, most_lines=1 if has_outside else 2)
        for name, width in zip(words.names, room, strict=True)
    ]
    n_lines = max(map(len, lines))
    half = screen_pixels(ax, style, _PIECE_PX / 2 + 2) / ax.bbox.height
    for segment, (place, piece) in enumerate(zip(places, words.pieces, strict=True)):
        y = up + n_lines * line + half
        draw_piece(ax, piece, (place, y), style, side=_PIECE_PX)
        for number, text in enumerate(lines[segment]):
            down = y - half - (number + 0.5) * line
            write(
                ax, text, (place, down), style, ha="center", weight="semibold",
                gid=f"name-{segment}",
            )  # fmt: skip


def _name_in(ax: Axes, name: str, style: ChartStyle, room: float, *, most_lines: int) -> list[str]:
    """Give the lines of a name above its block; none where it would be cut beyond recognition."""
    lines, fits = broken(ax, name, style, room, most_lines=most_lines)
    if fits or room < screen_pixels(ax, style, _LEAST_NAME_PX):
        return lines if fits else []
    return cut(ax, lines, style, room)


def _draw_washes(
    ax: Axes,
    bars: tuple[_Bar, _Bar],
    style: ChartStyle,
    words: GroupWords,
    chosen: int | None,
) -> None:
    from matplotlib.patches import Polygon

    upper, lower = bars
    for segment, piece in enumerate(words.pieces):
        above, below = upper.starts[segment], lower.starts[segment]
        is_faint = chosen is not None and segment != chosen
        share = _WASH * (_FAINT if is_faint else 1.0)
        ax.add_artist(
            Polygon(
                [
                    (above, upper.low),
                    (above + upper.shares[segment], upper.low),
                    (below + lower.shares[segment], lower.high),
                    (below, lower.high),
                ],
                facecolor=blend(style.palette.fill(piece), style.palette.sheet, share),
                edgecolor=style.palette.sheet,
                linewidth=style.pixels(0.8),
                zorder=MARK_Z - 1,
                gid=f"wash-{segment}",
            )
        )
