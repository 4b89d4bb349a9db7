"""The columns of a newer file against those that the segments need, some perhaps renamed.

A renamed column is proposed, never taken for granted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from desktop_app.core.checking.columns import Column
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.errors import ColumnsRenamed

ALIKE = 0.6  # of the letters of two names (Ratcliff and Metzener 1988)
ALMOST = 0.9  # names that only share their words
_NOT_TELLING = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|[\W_]+"
)


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """A column that is needed, and the one of the newer file that stands for it.

    ``found`` has the same name, case and blanks aside; ``proposed`` is a guess of the same kind,
    ``None`` where there is none.
    """

    wanted: str
    found: str | None
    proposed: str | None = None


def match_columns(wanted: Sequence[Column], offered: Sequence[Column]) -> tuple[ColumnMatch, ...]:
    """Match the wanted columns with those of a newer file, each offered one at most once.

    Examples
    --------
    >>> from desktop_app.core.checking.columns import Kind, Role
    >>> def column(name):
    ...     return Column(name, Kind.NUMBER, Role.FEATURE)
    >>> match_columns([column("Annual income")], [column("Age"), column("Income 2026")])
    (ColumnMatch(wanted='Annual income', found=None, proposed='Income 2026'),)
    """
    by_name = {_plain(column.name): column for column in reversed(offered)}
    found = {c.name: by_name[_plain(c.name)].name for c in wanted if _plain(c.name) in by_name}
    missing = [column for column in wanted if column.name not in found]
    free = [column for column in offered if column.name not in found.values()]
    proposed = _proposals(missing, free)
    return tuple(ColumnMatch(c.name, found.get(c.name), proposed.get(c.name)) for c in wanted)


def ensure_columns(wanted: Sequence[Column], table: CustomerTable) -> None:
    """Do nothing if ``table`` has all columns that are wanted, by these very names.

    Raises
    ------
    ColumnsRenamed
        Some are not there; ``proposed`` says which of the table may stand for them.
    """
    names = {column.name for column in table.columns}
    missing = [column for column in wanted if column.name not in names]
    if not missing:
        return
    matches = match_columns(missing, [c for c in table.columns if c not in wanted])
    proposed = tuple((name, m.wanted) for m in matches if (name := m.found or m.proposed))
    raise ColumnsRenamed(
        columns=tuple(match.wanted for match in matches),
        candidates=tuple(name for name, _wanted in proposed),
        proposed=proposed,
    )


def _proposals(missing: Sequence[Column], free: Sequence[Column]) -> dict[str, str]:
    """Pair what is most alike first; equal pairs in the order of the files."""
    pairs = sorted(
        (
            (-_likeness(m.name, f.name), i, j)
            for i, m in enumerate(missing)
            for j, f in enumerate(free)
            if m.kind is f.kind
        ),
    )
    proposed: dict[str, str] = {}
    for likeness, i, j in pairs:
        if -likeness < ALIKE or missing[i].name in proposed or free[j].name in proposed.values():
            continue
        proposed[missing[i].name] = free[j].name
    return proposed


def _likeness(one: str, other: str) -> float:
    """Give how alike two names are, 0 to 1; if all words of one are in the other, nearly 1."""
    a, b = _plain(one), _plain(other)
    telling_a, telling_b = (_NOT_TELLING.sub(" ", name).strip() or name for name in (a, b))
    words_a, words_b = set(telling_a.split()), set(telling_b.split())
    shared = len(words_a & words_b) / min(len(words_a), len(words_b))
    return max(SequenceMatcher(None, telling_a, telling_b).ratio(), ALMOST * shared)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
