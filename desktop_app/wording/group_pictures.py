"""What is said about the pictures of groups: how to read them, what they show, the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.i18n import _, ngettext
from desktop_app.wording.facts import lower_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.describing.fact_rows import FactRow
    from desktop_app.core.describing.results import FactInSegment, SegmentProfile
    from desktop_app.core.describing.spreads import FactSpread, SegmentSpread
    from desktop_app.core.describing.word_shares import WordShares
    from desktop_app.wording.group_words import GroupWords

    Table = tuple[list[tuple[str, ...]], tuple[str, ...]]


# facts of all groups ----------------------------------------------------------------------------


def describe_facts(rows: Sequence[FactRow], words: GroupWords) -> str:
    """Name the group and the fact that are furthest from average."""
    cells = [
        (abs(cell.difference), -segment, cell)
        for row in rows
        for segment, cell in enumerate(row.cells)
        if cell is not None
    ]
    if not cells:
        return _("There is no number to tell the groups apart by.")
    _far, place, cell = max(cells, key=lambda found: found[:2])
    return _(
        "Furthest from average: “{group}” in {fact}, {value} where all customers have {average}."
    ).format(
        group=words.names[-place],
        fact=lower_first(words.titles[cell.column]),
        value=words.value(cell.column, cell.mean),
        average=words.value(cell.column, cell.overall_mean),
    )


def facts_table(rows: Sequence[FactRow], words: GroupWords) -> Table:
    """Give the averages of all facts, of everyone and of each group."""
    headers = (_("Average of"), _("All"), *map(words.with_letter, range(words.k)))
    lines: list[tuple[str, ...]] = [
        (
            words.titles[row.column],
            words.value(row.column, row.overall_mean),
            *(_average(cell, words) for cell in row.cells),
        )
        for row in rows
    ]
    return lines, headers


def cell_words(row: FactRow, segment: int, words: GroupWords) -> str:
    """Say what a group has in one fact."""
    return _("{group}: {fact} {value}, all {average}").format(
        group=words.names[segment],
        fact=lower_first(words.titles[row.column]),
        value=_average(row.cells[segment], words),
        average=words.value(row.column, row.overall_mean),
    )


def _average(cell: FactInSegment | None, words: GroupWords) -> str:
    return "–" if cell is None else words.value(cell.column, cell.mean)


# sizes and money --------------------------------------------------------------------------------


def describe_sizes(profiles: Sequence[SegmentProfile], words: GroupWords) -> str:
    """Name the pair of shares that says most: few who bring much, or else the largest group."""
    gains = [
        (p.money_share - p.share, -s) for s, p in enumerate(profiles) if p.money_share is not None
    ]
    percent = words.formats.percent
    if gains and max(gains)[0] >= 0.01:
        segment = -max(gains)[1]
        profile = profiles[segment]
        return _("{share} of your customers, “{group}”, bring {money} of the money.").format(
            share=percent(profile.share),
            group=words.names[segment],
            money=percent(profile.money_share or 0.0),
        )
    largest = max(range(len(profiles)), key=lambda s: (profiles[s].size, -s))
    text = _("The largest group, “{group}”, holds {share} of your customers.").format(
        group=words.names[largest], share=percent(profiles[largest].share)
    )
    return (
        text + " " + _("Each brings as much of the money as it has customers.") if gains else text
    )


def sizes_table(profiles: Sequence[SegmentProfile], words: GroupWords) -> Table:
    """Give the size of each group and its shares."""
    has_money = all(p.money_share is not None for p in profiles)
    money = (_("Share of the money"),) if has_money else ()
    headers = (_("Group"), _("Customers"), _("Share of customers"), *money)
    rows = [
        (
            words.with_letter(segment),
            words.formats.count(profile.size),
            words.formats.percent(profile.share),
            *((words.formats.percent(profile.money_share or 0.0),) if has_money else ()),
        )
        for segment, profile in enumerate(profiles)
    ]
    return rows, headers


def size_words(profile: SegmentProfile, segment: int, words: GroupWords) -> str:
    """Say how large a group is and what it brings."""
    text = ngettext(
        "{group}: {n} customer, {share}", "{group}: {n} customers, {share}", profile.size
    )
    said = text.format(
        group=words.names[segment],
        n=words.formats.count(profile.size),
        share=words.formats.percent(profile.share),
    )
    if profile.money_share is None:
        return said
    money = words.formats.percent(profile.money_share)
    return _("{size}, {money} of the money").format(size=said, money=money)


# the spread of a fact ---------------------------------------------------------------------------


def describe_spread(spread: FactSpread | None, words: GroupWords) -> str:
    """Say from where to where the middles of the groups go."""
    if spread is None:
        return _("Nobody has a value.")
    known = [(part.middle, s) for s, part in enumerate(spread.segments) if part is not None]
    (low, lowest), (high, highest) = min(known), max(known, key=lambda found: (found[0], -found[1]))
    if len(known) < 2 or low == high:
        return _("The middle of {fact} is {value} in all groups.").format(
            fact=lower_first(words.titles[spread.column]), value=words.value(spread.column, low)
        )
    return _(
        "The middle of {fact} goes from {low} (“{lowest}”) to {high} (“{highest}”); of all customers "
        "it is {middle}."
    ).format(
        fact=lower_first(words.titles[spread.column]),
        low=words.value(spread.column, low),
        lowest=words.names[lowest],
        high=words.value(spread.column, high),
        highest=words.names[highest],
        middle=words.value(spread.column, spread.everyone.middle),
    )


def spread_note(spread: FactSpread, words: GroupWords) -> str:
    """Say how to read the picture, and who is not in it."""
    sentences = [_("The thick line holds half of a group, the dot stands in its middle.")]
    if n := spread.n_beyond:
        beyond = ngettext(
            "{n} customer is beyond the edge.", "{n} customers are beyond the edge.", n
        )
        sentences.append(beyond.format(n=words.formats.count(n)))
    if n := spread.n_empty:
        sentences.append(_without(n, words))
    return " ".join(sentences)


def spread_table(spread: FactSpread, words: GroupWords) -> Table:
    """Give the middle of each group, and between which values half and nine of ten of it lie."""
    headers = (
        _("Group"),
        _("Customers"),
        _("Middle"),
        _("Half between"),
        _("Nine of ten between"),
    )
    named = zip(map(words.with_letter, range(words.k)), spread.segments, strict=True)
    parts = [*named, (_("All customers"), spread.everyone)]
    return [_spread_row(name, part, spread.column, words) for name, part in parts], headers


def _spread_row(
    name: str, part: SegmentSpread | None, column: str, words: GroupWords
) -> tuple[str, ...]:
    if part is None:
        return name, words.formats.count(0), "–", "–", "–"

    def span(low: float, high: float) -> str:
        low_words, high_words = words.value(column, low), words.value(column, high)
        return _("{low} to {high}").format(low=low_words, high=high_words)

    return (
        name,
        words.formats.count(part.n),
        words.value(column, part.middle),
        span(part.lower, part.upper),
        span(part.usual_low, part.usual_high),
    )


def part_of_spread_words(spread: FactSpread, segment: int, words: GroupWords) -> str:
    """Say where half of a group lies."""
    part = spread.segments[segment]
    if part is None:
        return _("{group}: no value").format(group=words.names[segment])
    return _("{group}: middle {middle}, half between {low} and {high}").format(
        group=words.names[segment],
        middle=words.value(spread.column, part.middle),
        low=words.value(spread.column, part.lower),
        high=words.value(spread.column, part.upper),
    )


# words ------------------------------------------------------------------------------------------


def describe_words(shares: WordShares, words: GroupWords) -> str:
    """Name the word whose share differs most between two groups."""
    known = np.flatnonzero(shares.n_known)
    if not len(known) or not shares.words:
        return _("Nobody has a value.")
    parts = shares.shares[known][:, : len(shares.words)]
    place = int(np.argmax(parts.max(axis=0) - parts.min(axis=0)))
    high, low = known[parts[:, place].argmax()], known[parts[:, place].argmin()]
    if high == low or len(known) < 2:
        return _("The groups do not differ in {fact}.").format(
            fact=lower_first(words.titles[shares.column])
        )
    return _(
        "“{word}” is commonest in “{highest}” ({high}) and rarest in “{lowest}” ({low})."
    ).format(
        word=shares.words[place],
        highest=words.names[high],
        high=words.formats.percent(float(shares.shares[high, place])),
        lowest=words.names[low],
        low=words.formats.percent(float(shares.shares[low, place])),
    )


def words_note(shares: WordShares, words: GroupWords) -> str:
    """Say how to read the bars, and who is not in them."""
    sentences = [_("How each group is made up; the number of its customers at the right.")]
    if n := shares.n_other_words:
        others = ngettext("“All others” is {n} more word.", "“All others” are {n} more words.", n)
        sentences.append(others.format(n=words.formats.count(n)))
    if n := shares.n_empty:
        sentences.append(_without(n, words))
    return " ".join(sentences)


def words_table(shares: WordShares, parts: Sequence[str], words: GroupWords) -> Table:
    """Give the share of each word in each group; ``parts`` are the words of the columns."""
    headers = (_("Group"), _("Customers"), *parts)
    percent, n = words.formats.percent, len(parts)
    rows = [
        (
            words.with_letter(segment),
            words.formats.count(int(shares.n_known[segment])),
            *(percent(share) for share in shares.shares[segment, :n].tolist()),
        )
        for segment in range(words.k)
    ]
    total = int(shares.n_known.sum())
    overall = [percent(share) for share in shares.overall[:n].tolist()]
    return [*rows, (_("All customers"), words.formats.count(total), *overall)], headers


def _without(n: int, words: GroupWords) -> str:
    text = ngettext(
        "{n} customer has no value and is left out.",
        "{n} customers have no value and are left out.",
        n,
    )
    return text.format(n=words.formats.count(n))


# two groups -------------------------------------------------------------------------------------


def describe_pair(
    rows: Sequence[tuple[str, tuple[str, str]]], pair: tuple[int, int], words: GroupWords
) -> str:
    """Say what two groups differ in most; ``rows``: title and values, the largest difference first."""
    first, second = (words.names[segment] for segment in pair)
    if not rows:
        return _("There is nothing to compare “{first}” and “{second}” in.").format(
            first=first, second=second
        )
    title, values = rows[0]
    return _("“{first}” and “{second}” differ most in {fact}: {one} and {other}.").format(
        first=first, second=second, fact=lower_first(title), one=values[0], other=values[1]
    )


def pair_table(
    rows: Sequence[tuple[str, tuple[str, str]]], pair: tuple[int, int], words: GroupWords
) -> Table:
    """Give the same rows as a table."""
    headers = (_("Compared in"), *map(words.with_letter, pair))
    return [(title, *values) for title, values in rows], headers
