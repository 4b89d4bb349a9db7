"""Telling the rows of a table from what else stands in a file: notes, sums, names that come again.

The same for text and for workbooks. Rows in doubt are held back until the rows below them decide.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from desktop_app.core.intake.table_place import TablePlace, is_header
from desktop_app.core.intake.tables import SHOWN_ROWS, Oddity
from desktop_app.core.intake.text.column_shapes import ColumnShapes, Shape, shape_of

Placed = tuple[list[str], int]
"""A row and its 1-based row of the file."""

_MOST_NOTES = 30  # more sparse rows that rows of the table follow are the habit of the file
_ENOUGH_ROWS = 3  # below the names of another table
_FEW = 0.5  # of the usual cells, in a row that may be a note
_SOME = 2  # filled cells of a row that says something about the table
_MOSTLY = 0.6
_FEWEST_WORDS = 5  # of a sentence
_RARELY = 0.2
_SUM = re.compile(
    r"(?:(?:grand|sub|net|gross)[ -]?)?tota(?:l|ls|le|les|al)|sum(?:me|ma|a)?|gesamt(?:summe)?|insgesamt"
    r"|somme|razem|celkem|ukupno|összesen|toplam|yhteensä|итого|всего|合計|总计|合计"
    r"|average|durchschnitt|mittelwert|moyenne|promedio|gemiddelde",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-=_+*~|: ]{3,}")
_BEHIND_SUM = re.compile(r"[\s:(=].*", re.DOTALL)


class Noticed:
    """What was odd about the lines, gathered on the way."""

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self._rows: dict[str, list[int]] = {}
        self._example: dict[str, str] = {}

    def add(self, code: str, file_rows: Sequence[int], example: str = "") -> None:
        """Note something in these rows of the file."""
        if not file_rows:
            return
        self._count[code] += len(file_rows)
        shown = self._rows.setdefault(code, [])
        shown.extend(file_rows[: SHOWN_ROWS - len(shown)])
        self._example.setdefault(code, example)

    def count(self, *codes: str) -> int:
        """Give how many rows were noted under these codes."""
        return sum(self._count[code] for code in codes)

    def oddities(self) -> tuple[Oddity, ...]:
        """Give all of it, in the order in which it was met."""
        return tuple(
            Oddity(code, n, tuple(self._rows[code]), self._example[code])
            for code, n in self._count.items()
        )


class RowJudge:
    """Looks at the rows of one file in order and gives those of the table.

    ``names`` is the header, ``top`` some rows below it, which show what is usual.
    """

    def __init__(self, place: TablePlace, top: Sequence[Sequence[str]], noticed: Noticed) -> None:
        self._names = [name.strip() for name in place.names]
        self.n_columns = max(place.n_columns, len(self._names), 1)
        self._n_named = _reach(self._names) or self.n_columns
        self._shapes = ColumnShapes.of(top, self.n_columns)
        self._usual = _usual_fill(top) or self.n_columns
        self._noticed = noticed
        self._doubtful: list[Placed] = []
        self._other: list[Placed] = []
        self._n_settled = 0
        self._is_after_blank = False
        self._is_beyond = False  # below the names of another table
        self.first_name = place.names[0] if place.names else "\0"
        self.most_gaps = self.n_columns - max(int(_FEW * self._usual), 1) - 1
        self.is_calm = False
        """Nothing is held back: a row of the usual width with few gaps needs no judgement."""

    def weigh(self, row: list[str], file_row: int) -> Iterator[Placed]:
        """Give the rows that are now known to belong to the table, this one among them or not."""
        if self._is_beyond:
            if any(row):
                self._noticed.add("other_table", [file_row])
            return
        if _is_blank(row):
            self._is_after_blank, self.is_calm = True, False
            return
        if self._other:
            self._other.append((row, file_row))
            yield from self._about_other_table()
        elif self._is_header_again(row):
            self._noticed.add("repeated_header", [file_row])
        elif self._names_other_columns(row):
            self._other.append((row, file_row))
        elif self._may_be_note(row):
            self._doubtful.append((row, file_row))
            if len(self._doubtful) > _MOST_NOTES:
                yield from self._settle()
        else:
            yield from self._settle()
            yield self._fitted(row, file_row)
        self._is_after_blank = False
        self.is_calm = not self._doubtful and not self._other

    def rest(self, has_rows: bool) -> Iterator[Placed]:
        """Give the rows that were held back to the end and are no notes."""
        yield from self._about_other_table(is_end=True)
        if not has_rows and self._doubtful:
            yield from self._settle()
        self._note_below([file_row for _, file_row in self._doubtful], self._doubtful)

    def n_sums(self, last: Sequence[Placed]) -> int:
        """Tell how many of the last rows of the table are sums of those above them."""
        n = 0
        while n < len(last) and self._is_sum(last[-1 - n][0]):
            n += 1
        self._note_below([file_row for _, file_row in last[len(last) - n :]], last[len(last) - n :])
        return n

    def _note_below(self, file_rows: list[int], rows: Sequence[Placed]) -> None:
        example = next((cell.strip() for row, _ in rows for cell in row if cell.strip()), "")
        self._noticed.add("notes_below", file_rows, example)

    def _settle(self) -> Iterator[Placed]:
        held, self._doubtful = self._doubtful, []
        self._n_settled += len(held)
        for row, file_row in held:
            yield self._fitted(row, file_row)

    def _fitted(self, row: list[str], file_row: int) -> Placed:
        """Make a row as wide as the table, or wider if it has more text than there are columns."""
        n = self.n_columns
        if len(row) > n:
            fitted = self._shapes.without_gaps(row)
            if fitted is None or fitted != row[:n]:
                self._noticed.add("shifted_row", [file_row], _first_text(row))
            row = _trimmed(row, n) if fitted is None else fitted
        elif len(row) < self._n_named:
            self._noticed.add("shifted_row", [file_row], _first_text(row))
        return row, file_row

    def _is_header_again(self, row: Sequence[str]) -> bool:
        is_first = bool(self._names) and row[0].strip() == self._names[0]
        return is_first and [cell.strip() for cell in row] == self._names

    def _may_be_note(self, row: Sequence[str]) -> bool:
        """Tell whether a row, if none of the table follows, says something about the table."""
        filled = [column for column, cell in enumerate(row) if cell.strip()]
        is_short = len(row) < self.n_columns
        if (
            self._n_settled > _MOST_NOTES
            or self.n_columns == 1
            or len(filled) > max(_FEW * self._usual, 1)
        ):
            return False
        if self._is_after_blank and len(filled) <= max(_FEW * self._usual / 2, 1):
            return True
        first = [column for column in filled[:_SOME] if column < self.n_columns]
        if self._is_sum(row) or any(self._shapes.is_unlikely(c, row[c]) for c in first):
            return True
        if self._is_sentence_alone(row, filled):
            return True
        is_cut = self._shapes.holds_values(0) and shape_of(row[0]) is not Shape.TEXT
        return is_short and len(row) == 1 and self.n_columns > _SOME and not is_cut

    def _is_sentence_alone(self, row: Sequence[str], filled: Sequence[int]) -> bool:
        """Tell whether a row is one long text where rows of the table have more to say."""
        if len(filled) != 1 or len(row[filled[0]].split()) < _FEWEST_WORDS:
            return False
        rest = [column for column in range(self.n_columns) if column != filled[0]]
        n_full = sum(self._shapes.share(c, Shape.EMPTY) < _RARELY for c in rest)
        return n_full > _MOSTLY * len(rest)

    def _is_sum(self, row: Sequence[str]) -> bool:
        """Tell whether a row holds sums: a word for it and numbers, or numbers and nothing else."""
        filled = [column for column, cell in enumerate(row[: self.n_columns]) if cell.strip()]
        if not filled or not self._shapes.n_rows:
            return False
        first, *others = filled
        are_values = all(shape_of(row[c]) is not Shape.TEXT for c in others)
        if _is_sum_word(row[first]):
            return are_values
        is_gap_unlikely = first > 0 and self._shapes.is_unlikely(0, "")
        return is_gap_unlikely and are_values and self._shapes.holds_values(first)

    def _names_other_columns(self, row: Sequence[str]) -> bool:
        """Tell whether a row may be the header of another table below this one."""
        if len(row) == self.n_columns and not self._is_after_blank:
            return False
        are_texts = len(row) > 1 and all(shape_of(cell) is Shape.TEXT for cell in row)
        return are_texts and len({cell.strip() for cell in row}) == len(row) and self._misfits(row)

    def _misfits(self, row: Sequence[str]) -> bool:
        columns = [c for c in range(min(len(row), self.n_columns)) if self._shapes.holds_values(c)]
        odd = [column for column in columns if self._shapes.is_unlikely(column, row[column])]
        return len(odd) > _MOSTLY * len(columns)

    def _about_other_table(self, is_end: bool = False) -> Iterator[Placed]:
        """Decide about rows that may be another table: its rows must be of its kind, not of ours."""
        if not self._other or (len(self._other) <= _ENOUGH_ROWS and not is_end):
            return
        (header, _), *below = self._other
        rows = [row for row, _ in below]
        n_like = sum(1 for row in rows if len(row) == len(header))
        has_values = any(
            shape_of(cell) in (Shape.NUMBER, Shape.DATE) for row in rows for cell in row
        )
        is_ours = len(header) == self.n_columns and not any(map(self._misfits, rows))
        if n_like > _MOSTLY * len(rows) and has_values and not is_ours and is_header(header, rows):
            example = _first_text(header)
            self._noticed.add("other_table", [file_row for _, file_row in self._other], example)
            self._other, self._is_beyond = [], True
            return
        held, self._other = self._other, []
        for row, file_row in held:
            if self._may_be_note(row):
                self._doubtful.append((row, file_row))
            else:
                yield from self._settle()
                yield self._fitted(row, file_row)


def _is_blank(row: Sequence[str]) -> bool:
    """Tell whether a row holds nothing, or a line drawn between others."""
    return all(not (text := cell.strip()) or _RULE.fullmatch(text) for cell in row)


def _usual_fill(rows: Sequence[Sequence[str]]) -> int:
    """Give how many cells most rows fill at least."""
    fills = sorted(n for row in rows if (n := sum(1 for cell in row if cell.strip())))
    return fills[len(fills) // 4] if fills else 0


def _reach(cells: Sequence[str]) -> int:
    return max((i for i, cell in enumerate(cells, start=1) if cell.strip()), default=0)


def _trimmed(row: list[str], n_columns: int) -> list[str]:
    return row[: max(_reach(row), n_columns)]


def _first_text(row: Sequence[str]) -> str:
    return next((cell.strip() for cell in row if cell.strip()), "")


def _is_sum_word(cell: str) -> bool:
    text = cell.strip()
    word = _SUM.match(text)
    return word is not None and (
        word.end() == len(text) or _BEHIND_SUM.fullmatch(text, word.end()) is not None
    )
