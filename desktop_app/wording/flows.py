"""What pictures of groups over time need to speak of them, and what they say in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.tracking.baseline import Month
    from desktop_app.core.tracking.flows import Flow
    from desktop_app.wording.numbers import Formats

    Table = tuple[list[tuple[str, ...]], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class FlowWords:
    """Words by segment, all (k,), and what the ``times`` are called, oldest first."""

    names: tuple[str, ...]
    letters: tuple[str, ...]
    pieces: tuple[int, ...]
    times: tuple[str, ...]
    formats: Formats

    def with_letter(self, segment: int) -> str:
        """Give a name behind its letter."""
        return _("{letter} {name}").format(letter=self.letters[segment], name=self.names[segment])


def new_word() -> str:
    """Call those who were in no group before."""
    return _("New")


def gone_word() -> str:
    """Call those who are in no group now."""
    return _("Gone")


def flow_sentence(flow: Flow, words: FlowWords) -> str:
    """Say how many moved, and which way most of them went."""
    count, n = words.formats.count, flow.n_moved
    moved = ngettext(
        "From {start} to {end}, {n} customer changed group",
        "From {start} to {end}, {n} customers changed group",
        n,
    ).format(start=words.times[0], end=words.times[-1], n=count(n))
    moves = [
        (int(flow.counts[old, new]), old, new)
        for old in range(flow.k)
        for new in range(flow.k)
        if old != new and flow.counts[old, new]
    ]
    if not moves:
        return f"{moved}."
    most, old, new = max(moves, key=lambda move: (move[0], -move[1], -move[2]))
    return _("{moved}; the most, {n}, went from {old} to {new}.").format(
        moved=moved, n=count(most), old=words.with_letter(old), new=words.with_letter(new)
    )


def flow_table(flow: Flow, words: FlowWords) -> Table:
    """Give who went where, one row per way that somebody went."""
    count = words.formats.count
    named = [words.with_letter(segment) for segment in range(flow.k)]
    rows: list[tuple[str, ...]] = [
        (named[old], named[new], count(int(flow.counts[old, new])))
        for old in range(flow.k)
        for new in range(flow.k)
        if flow.counts[old, new]
    ]
    rows += [(new_word(), named[s], count(int(n))) for s, n in enumerate(flow.came) if n]
    rows += [(named[s], gone_word(), count(int(n))) for s, n in enumerate(flow.went) if n]
    return rows, (words.times[0], words.times[-1], _("Customers"))


def sizes_sentence(months: Sequence[Month], words: FlowWords) -> str:
    """Say which group grew most and which shrank most over all times."""
    first, last = (dict(months[place].sizes) for place in (0, -1))
    changes = [last.get(piece, 0) - first.get(piece, 0) for piece in words.pieces]
    grown = max(range(len(changes)), key=lambda s: (changes[s], -s))
    shrunk = min(range(len(changes)), key=lambda s: (changes[s], s))
    start, end, count = words.times[0], words.times[-1], words.formats.count
    parts = []
    if changes[grown] > 0:
        parts.append(
            _("{name} grew most, by {n}").format(
                name=words.with_letter(grown), n=count(changes[grown])
            )
        )
    if changes[shrunk] < 0:
        parts.append(
            _("{name} shrank most, by {n}").format(
                name=words.with_letter(shrunk), n=count(-changes[shrunk])
            )
        )
    if not parts:
        return _("From {start} to {end}, no group changed in size.").format(start=start, end=end)
    return _("From {start} to {end}, {changes}.").format(
        start=start, end=end, changes="; ".join(parts)
    )


def sizes_table(months: Sequence[Month], words: FlowWords) -> Table:
    """Give the size of every group at every time, one row per time."""
    count = words.formats.count
    rows: list[tuple[str, ...]] = [
        (time, *(count(dict(month.sizes).get(piece, 0)) for piece in words.pieces))
        for time, month in zip(words.times, months, strict=True)
    ]
    return rows, (_("Time"), *(words.with_letter(s) for s in range(len(words.pieces))))
