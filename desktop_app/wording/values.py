"""What the values of a column are, in a few words for beside its small chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.checking.columns import Column, Kind
from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from desktop_app.core.checking.looks.exploring import ColumnBars
    from desktop_app.wording.numbers import Formats

MOST_SHOWN = 2


def range_words(column: Column, bars: ColumnBars | None, formats: Formats) -> str:
    """Give "18 to 79" for numbers and "2 words: F 56 %, M 44 %" for words.

    ``bars`` may still be missing; then the shares of the words are too.
    """
    if column.kind is Kind.NUMBER:
        return _number_range(column, formats)
    n = column.n_distinct
    words = ngettext("{n} word", "{n} words", n).format(n=formats.count(n))
    if bars is None or not bars.values:
        return words
    total = sum(bars.counts)
    shares = [
        f"{value} {formats.percent(count / total)}"
        for value, count in list(zip(bars.values, bars.counts, strict=True))[:MOST_SHOWN]
    ]
    return _("{words}: {shares}").format(words=words, shares=", ".join(shares))


def _number_range(column: Column, formats: Formats) -> str:
    lowest, highest = column.minimum, column.maximum
    if not isinstance(lowest, int | float) or not isinstance(highest, int | float):
        return ""
    return _("{lowest} to {highest}").format(
        lowest=formats.value(lowest, column), highest=formats.value(highest, column)
    )
