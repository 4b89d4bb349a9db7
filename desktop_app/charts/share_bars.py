"""How often each value or each band occurs, as lying bars with their shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.charts.layout import MARK_Z, screen_pixels
from desktop_app.charts.named_rows import row_pixels, set_rows
from desktop_app.i18n import _
from desktop_app.wording.looks import band_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.checking.columns import Column
    from desktop_app.core.checking.looks.bands import Bands
    from desktop_app.core.checking.looks.summaries import WordSummary
    from desktop_app.wording.looks import LookWords

_THICKEST_PX = 20.0
_SHARE_OF_ROW = 0.66


@dataclass(frozen=True, slots=True)
class _Bar:
    name: str
    count: int
    is_one: bool = True  # one value, not the rest of them


def draw_category_bars(
    ax: Axes, summary: WordSummary, style: ChartStyle, *, words: LookWords
) -> None:
    """Draw one bar per value, the commonest on top, all others paler at the bottom."""
    bars = [_Bar(*pair) for pair in zip(summary.values, summary.counts, strict=True)]
    if summary.n_other:
        bars.append(_Bar(_("all others"), summary.n_other, is_one=False))
    _draw(ax, bars, style, words)


def draw_band_bars(
    ax: Axes, bands: Bands, style: ChartStyle, *, column: Column, words: LookWords
) -> None:
    """Draw one bar per band, the lowest on top."""
    names = band_words(bands, column, words.formats)
    _draw(ax, [_Bar(*pair) for pair in zip(names, bands.counts, strict=True)], style, words)


def _draw(ax: Axes, bars: Sequence[_Bar], style: ChartStyle, words: LookWords) -> None:
    ax.set_axis_off()
    if not bars:
        return
    n = sum(bar.count for bar in bars)
    figures = [f"{words.share(bar.count, n)} · {words.formats.count(bar.count)}" for bar in bars]
    set_rows(ax, style, [bar.name for bar in bars], figures)
    ax.set_xlim(0, max(1, *(bar.count for bar in bars)))
    thick = min(_SHARE_OF_ROW, screen_pixels(ax, style, _THICKEST_PX) / row_pixels(ax))
    palette = style.palette
    ax.barh(
        range(len(bars)),
        [bar.count for bar in bars],
        height=thick,
        color=[palette.line2 if bar.is_one else palette.line for bar in bars],
        edgecolor=palette.line2,
        linewidth=style.pixels(0.8),
        zorder=MARK_Z,
        gid="bars",
    )
