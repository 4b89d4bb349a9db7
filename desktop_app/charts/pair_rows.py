"""In what two groups are compared: their facts, or the words that describe them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.charts.two_groups import PairRow
from desktop_app.core.describing.fact_rows import between
from desktop_app.core.describing.profiles import DIFFERS, LEAST_GAIN
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.describing.fact_rows import FactRow
    from desktop_app.core.describing.word_shares import WordShares
    from desktop_app.wording.group_words import GroupWords

    Pair = tuple[int, int]


def pair_fact_rows(rows: Sequence[FactRow], pair: Pair, words: GroupWords) -> list[PairRow]:
    """Give the facts that both groups have, the largest difference in standard deviations first.

    Bars are as long as the averages, from nought; with values below it, from the lowest average.
    """
    known = [row for row in rows if all(row.cells[segment] is not None for segment in pair)]
    return [
        _fact_row(row, pair, words)
        for row in sorted(known, key=lambda row: -abs(between(row, *pair)))
    ]


def pair_word_rows(shares: Sequence[WordShares], pair: Pair, words: GroupWords) -> list[PairRow]:
    """Give every word of every column, the largest difference of shares first."""
    found = [
        (column, place)
        for column in shares
        for place in range(len(column.words))
        if all(column.n_known[segment] for segment in pair)
    ]
    found.sort(
        key=lambda at: -abs(float(at[0].shares[pair[0], at[1]] - at[0].shares[pair[1], at[1]]))
    )
    return [_word_row(column, place, pair, words) for column, place in found]


def _fact_row(row: FactRow, pair: Pair, words: GroupWords) -> PairRow:
    means = [cell.mean for cell in row.cells if cell is not None]
    base = min(0.0, *means) if len(means) > 1 else min(0.0, means[0])
    first, second = (cell.mean for s in pair if (cell := row.cells[s]) is not None)
    longest = max(first - base, second - base) or 1.0
    return PairRow(
        words.titles[row.column],
        (words.value(row.column, first), words.value(row.column, second)),
        ((first - base) / longest, (second - base) / longest),
        is_different=abs(between(row, *pair)) >= DIFFERS,
    )


def _word_row(column: WordShares, place: int, pair: Pair, words: GroupWords) -> PairRow:
    first, second = (float(column.shares[segment, place]) for segment in pair)
    return PairRow(
        _("{fact}: {word}").format(fact=words.titles[column.column], word=column.words[place]),
        (words.formats.percent(first), words.formats.percent(second)),
        (first, second),
        is_different=abs(first - second) >= LEAST_GAIN,
    )
