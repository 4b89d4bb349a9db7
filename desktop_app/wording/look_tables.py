"""The pictures of columns and pairs as tables of words: rows and headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _
from desktop_app.wording.looks import band_words, category_words, value_words
from desktop_app.wording.together import pair_sentence, strength_words

if TYPE_CHECKING:
    from desktop_app.core.checking.columns import Column
    from desktop_app.core.checking.looks.bands import Bands
    from desktop_app.core.checking.looks.comparing import Comparison
    from desktop_app.core.checking.looks.pairs import PairPicture
    from desktop_app.core.checking.looks.relations import RelationMap
    from desktop_app.core.checking.looks.summaries import Histogram, WordSummary
    from desktop_app.wording.looks import LookWords

Table = tuple[list[tuple[str, ...]], tuple[str, ...]]


def histogram_table(histogram: Histogram, column: Column, words: LookWords) -> Table:
    """Give one row per bar, and one for unusual values on either side."""

    def value(x: float) -> str:
        return value_words(x, column, words.formats, is_exact=True)

    n = sum(histogram.counts) + histogram.n_below + histogram.n_above
    edges = histogram.edges
    spans = [
        *([(_("unusual"), value(edges[0]), histogram.n_below)] if histogram.n_below else []),
        *(
            (value(low), value(high), count)
            for low, high, count in zip(edges[:-1], edges[1:], histogram.counts, strict=True)
        ),
        *([(value(edges[-1]), _("unusual"), histogram.n_above)] if histogram.n_above else []),
    ]
    headers = (_("From"), _("Up to"), words.head, _("Share"))
    rows: list[tuple[str, ...]] = [
        (low, high, words.formats.count(count), words.share(count, n)) for low, high, count in spans
    ]
    return rows, headers


def word_table(summary: WordSummary, words: LookWords) -> Table:
    """Give one row per value, the commonest first."""
    pairs = list(zip(summary.values, summary.counts, strict=True))
    if summary.n_other:
        pairs.append((_("all others"), summary.n_other))
    return _share_table(pairs, _("Value"), words)


def band_table(bands: Bands, column: Column, words: LookWords) -> Table:
    """Give one row per band, the lowest first."""
    names = band_words(bands, column, words.formats)
    return _share_table(list(zip(names, bands.counts, strict=True)), _("Band"), words)


def comparison_table(comparison: Comparison, column: Column, words: LookWords) -> Table:
    """Give one row per category; ``column`` is the number that is compared."""

    def between(low: float, high: float) -> str:
        return _("{low} to {high}").format(
            low=value_words(low, column, words.formats),
            high=value_words(high, column, words.formats),
        )

    headers = (
        words.names[comparison.category],
        words.head,
        _("Middle"),
        _("Middle half"),
        _("Nine of ten"),
    )
    rows: list[tuple[str, ...]] = [
        (
            category_words(spread),
            words.formats.count(spread.summary.n),
            value_words(spread.summary.middle, column, words.formats),
            between(spread.summary.lower, spread.summary.upper),
            between(spread.summary.usual_low, spread.summary.usual_high),
        )
        for spread in comparison.spreads
    ]
    return rows, headers


def map_table(relations: RelationMap, words: LookWords) -> Table:
    """Give one row per pair, the closest first."""
    headers = (_("First"), _("Second"), _("Together"), words.head, _("In words"))
    rows: list[tuple[str, ...]] = [
        (
            words.names[pair.first],
            words.names[pair.second],
            strength_words(pair.strength),
            words.formats.count(pair.n),
            pair_sentence(pair, words),
        )
        for pair in relations.pairs()
    ]
    return rows, headers


def pair_table(picture: PairPicture, first: Column, second: Column, words: LookWords) -> Table:
    """Give one row per stretch of the first column; without a line, the points themselves."""
    one, other = words.names[first.name], words.names[second.name]
    if not picture.line:
        points = zip(picture.x.tolist(), picture.y.tolist(), strict=True)
        return [
            (value_words(x, first, words.formats), value_words(y, second, words.formats))
            for x, y in points
        ], (one, other)
    headers = (one, words.head, _("Middle of {column}").format(column=other), _("Middle half"))
    rows: list[tuple[str, ...]] = [
        (
            value_words(step.x, first, words.formats),
            words.formats.count(step.n),
            value_words(step.middle, second, words.formats),
            _("{low} to {high}").format(
                low=value_words(step.lower, second, words.formats),
                high=value_words(step.upper, second, words.formats),
            ),
        )
        for step in picture.line
    ]
    return rows, headers


def _share_table(pairs: list[tuple[str, int]], head: str, words: LookWords) -> Table:
    n = sum(count for _name, count in pairs)
    rows: list[tuple[str, ...]] = [
        (name, words.formats.count(count), words.share(count, n)) for name, count in pairs
    ]
    return rows, (head, words.head, _("Share"))
