"""What happens to the groups when there is one more of them, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.segmenting.results import segment_letter
from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from desktop_app.core.segmenting.splitting import Split
    from desktop_app.wording.numbers import Formats


def split_sentence(split: Split, formats: Formats) -> str:
    """Say which group is divided, and how many customers come from others.

    >>> import numpy as np
    >>> from desktop_app.core.segmenting.splitting import Split
    >>> from desktop_app.wording.numbers import Formats
    >>> split_sentence(Split(np.array([[40, 0, 0], [2, 20, 13]])), Formats())
    'With 3 groups, today’s B becomes B and C. 2 customers move from B to A.'
    """
    if split.k == 1:
        return _("With 2 groups, the whole list becomes A and B.")
    k = split.k + 1
    divided = split.divided
    if divided is None:
        sentence = _("With {k} groups, the new one takes customers from several groups.")
        return sentence.format(k=k)
    parts = [segment_letter(new) for new, old in enumerate(split.origin) if old == divided]
    sentence = _("With {k} groups, today’s {old} becomes {parts} and {last}.").format(
        k=k, old=segment_letter(divided), parts=", ".join(parts[:-1]), last=parts[-1]
    )
    return " ".join(filter(None, (sentence, _moved_sentence(split, formats))))


def _moved_sentence(split: Split, formats: Formats) -> str:
    """Say where most of those come from who change over to a group that is not their own one's."""
    moves = [
        (int(n), old, new)
        for old, row in enumerate(split.counts)
        for new, n in enumerate(row)
        if n and split.origin[new] != old
    ]
    if not moves:
        return ""
    n, old, new = max(moves, key=lambda move: (move[0], -move[1], -move[2]))
    words = ngettext(
        "{n} customer moves from {old} to {new}.", "{n} customers move from {old} to {new}.", n
    )
    return words.format(n=formats.count(n), old=segment_letter(old), new=segment_letter(new))


def split_table(split: Split, formats: Formats) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Give who goes where, one row per group of today and group of then, and headers."""
    now = ngettext("With {k} group", "With {k} groups", split.k).format(k=split.k)
    then = _("With {k} groups").format(k=split.k + 1)
    rows: list[tuple[str, ...]] = [
        (segment_letter(old), segment_letter(new), formats.count(int(n)))
        for old, row in enumerate(split.counts)
        for new, n in enumerate(row)
        if n
    ]
    return rows, (now, then, _("Customers"))
