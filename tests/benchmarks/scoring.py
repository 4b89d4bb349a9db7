"""How much of a table a reader got right: ten measures from 0 to 1, whose sum is its score.

Success, then precision, recall and their harmonic mean for the header's cells, the records and all
cells, as Vitagliano et al. (VLDB 2023) measure them. A record is the text of its cells, one after
the other; order does not count.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from damage import Case, Cells

Table = tuple[Sequence[str], Sequence[Sequence[str]]]
"""A header, empty if there is none, and rows."""
Reader = Callable[[Case], Table]


def mean_score(read: Reader, cases: Iterable[Case], problems: tuple[type[Exception], ...]) -> float:
    """Give the mean score of a reader; one of ``problems`` means that it could not read a file.

    Of a file of no bytes that is all there is to say.
    """
    scores = []
    for case in cases:
        try:
            header, rows = read(case)
        except problems:
            scores.append(0.0 if case.data else 10.0)
        else:
            scores.append(score(case, header, rows))
    return sum(scores) / len(scores)


def score(case: Case, header: Sequence[str], rows: Sequence[Sequence[str]]) -> float:
    if not case.header and not case.rows:
        return 10.0 if not rows else 1.0
    told, good = [*header], [*case.header]
    cells = [cell for row in (told, *rows) for cell in row]
    good_cells = [cell for row in (good, *case.rows) for cell in row]
    parts = (
        _agreement(map(_plain, good), map(_plain, told)),
        _agreement(map(_record, case.rows), map(_record, rows)),
        _agreement(good_cells, cells),
    )
    return 1.0 + sum(map(sum, parts))


def _agreement(good: Iterable[str], told: Iterable[str]) -> tuple[float, float, float]:
    expected, found = Counter(good), Counter(told)
    if not expected:
        return (0.0, 0.0, 0.0) if found else (1.0, 1.0, 1.0)
    n_common = (expected & found).total()
    if not n_common:
        return 0.0, 0.0, 0.0
    precision, recall = n_common / found.total(), n_common / expected.total()
    return precision, recall, 2 * precision * recall / (precision + recall)


def _plain(cell: str) -> str:
    return cell.strip().casefold()


def _record(row: Cells | Sequence[str]) -> str:
    return "".join(map(_plain, row))
