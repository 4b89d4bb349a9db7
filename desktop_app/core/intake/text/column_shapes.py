"""What the columns of a table usually hold, and how well a row fits them.

Tells a row that lost a cell or has one too many, a note and a row of sums from a row of the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from math import log

from desktop_app.core.intake.cells import is_date, is_number

_SURE = 8  # rows that make a shape that never occurs an unlikely one
_UNLIKELY = 0.01  # of the rows, besides the one that is asked about
_MOST_WEIGHED = 200  # columns; the work grows with their square


class Shape(IntEnum):
    """What a single cell looks like."""

    EMPTY = 0
    NUMBER = 1
    DATE = 2
    TEXT = 3


@lru_cache(maxsize=1 << 14)
def shape_of(cell: str) -> Shape:
    """Tell what a cell looks like.

    Examples
    --------
    >>> [shape_of(cell).name for cell in (" ", "3,50", "2024-05-01", "Ann")]
    ['EMPTY', 'NUMBER', 'DATE', 'TEXT']
    """
    if not cell.strip():
        return Shape.EMPTY
    if is_number(cell):
        return Shape.NUMBER
    return Shape.DATE if is_date(cell) else Shape.TEXT


@dataclass(frozen=True, slots=True)
class ColumnShapes:
    """How often the cells of each column have each shape, as shares; of ``n_rows`` rows."""

    shares: tuple[tuple[float, ...], ...]
    n_rows: int

    @classmethod
    def of(cls, rows: Sequence[Sequence[str]], n_columns: int) -> "ColumnShapes":
        """Learn them from those of the rows that have ``n_columns`` cells.

        Examples
        --------
        >>> shapes = ColumnShapes.of([["Ann", "41"], ["Bob", ""]], 2)
        >>> shapes.share(1, Shape.NUMBER) > shapes.share(1, Shape.TEXT)
        True
        """
        whole = [row for row in rows if len(row) == n_columns]
        counts = [[0] * len(Shape) for _ in range(n_columns)]
        for row in whole:
            for count, cell in zip(counts, row, strict=True):
                count[shape_of(cell)] += 1
        n = len(whole) + 1
        shares = tuple(tuple((k + 1 / len(Shape)) / n for k in count) for count in counts)
        return cls(shares, len(whole))

    def share(self, column: int, shape: Shape) -> float:
        """Give the share of the cells of a column that have a shape, never quite 0."""
        return self.shares[column][shape]

    def holds_values(self, column: int) -> bool:
        """Tell whether the filled cells of a column are numbers or dates."""
        return self.share(column, Shape.TEXT) < min(
            self.share(column, Shape.NUMBER) + self.share(column, Shape.DATE), 0.4
        )

    def is_unlikely(self, column: int, cell: str) -> bool:
        """Tell whether such a cell hardly ever stands in this column."""
        n_such = self.share(column, shape_of(cell)) * (self.n_rows + 1) - 1 / len(Shape)
        return self.n_rows >= _SURE and n_such <= 1 + _UNLIKELY * self.n_rows

    def fit(self, row: Sequence[str]) -> float:
        """Give how likely a row of so many cells is: a mean of logarithms, at most 0."""
        likely = [log(share[shape_of(cell)]) for share, cell in zip(self.shares, row, strict=False)]
        return sum(likely) / len(likely) if likely else 0.0

    def without_gaps(self, row: Sequence[str]) -> list[str] | None:
        """Leave out as many empty cells as a row is too long, those that fit least.

        ``None`` if it has not so many.

        Examples
        --------
        >>> shapes = ColumnShapes.of([["Ann", "41", ""], ["Bob", "37", ""]], 3)
        >>> shapes.without_gaps(["Cid", "", "52", ""])
        ['Cid', '52', '']
        """
        n_columns = len(self.shares)
        kept = list(row)
        if n_columns > _MOST_WEIGHED:
            while len(kept) > n_columns and not kept[-1].strip():
                kept.pop()
        while len(kept) > n_columns:
            gaps = [i for i, cell in enumerate(kept) if not cell.strip()]
            if not gaps:
                return None
            worst = max(reversed(gaps), key=lambda gap: self.fit([*kept[:gap], *kept[gap + 1 :]]))
            del kept[worst]
        return kept
