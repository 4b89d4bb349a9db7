"""How many cells the content of an .ods file asks a reader to hold.

There, one cell or row may stand for countless ones. More than is there may be counted, never less.
"""

import re
from dataclasses import dataclass

LONGEST_ROW = 8 << 20  # bytes; a full row has 16,384 cells

_ROW = b"<table:table-row"
_ROW_END = b"</table:table-row"
_CELL = re.compile(rb"<table:(?:covered-)?table-cell")
_SHEET = re.compile(rb"<table:table[\s/>]")
_REPEATED_ROW = re.compile(rb"""number-rows-repeated\s*=\s*["']\s*\+?0*(\d{1,12})""")
_REPEATED_CELL = re.compile(rb"""number-columns-repeated\s*=\s*["']\s*\+?0*(\d{1,12})""")
_BLANKS = re.compile(rb"""\stext:c\s*=\s*["']\s*\+?0*(\d{1,12})""")


@dataclass(slots=True)
class OpenReach:
    """The reach of all sheets, from the pieces of the content, in which all tags are whole.

    ``n_cells`` counts from the first cell of a sheet to its last row and column with a value,
    ``n_bytes`` the text that repeated cells and blanks ask for.
    """

    n_cells: int = 0
    n_bytes: int = 0
    n_open: int = 0  # bytes of a row that has not ended
    _has_rows: bool = False
    _n_rows: int = 0
    _n_rows_kept: int = 0
    _n_columns: int = 0
    _rest: bytes = b""

    def add(self, piece: bytes) -> None:
        """Take the next piece."""
        *rows, rest = (self._rest + piece).split(_ROW)
        for row in rows:
            self._add_row(row)
        self._has_rows = self._has_rows or bool(rows)
        self._rest = rest if self._has_rows else b""  # styles without end may stand above
        self.n_open = len(self._rest)

    def finish(self) -> None:
        """Count what the last piece left."""
        self._add_row(self._rest)
        self._end_sheet()

    @property
    def n_cells_so_far(self) -> int:
        """``n_cells`` together with the sheet that has not ended."""
        return self.n_cells + self._n_rows_kept * self._n_columns

    def _add_row(self, row: bytes) -> None:
        """Count a row from behind the name of its tag up to the next; sheets may begin in between."""
        sheet = _SHEET.search(row)
        self._count(row[: sheet.start()] if sheet else row)
        if sheet:
            self._end_sheet()

    def _end_sheet(self) -> None:
        self.n_cells = self.n_cells_so_far
        self._n_rows = self._n_rows_kept = self._n_columns = 0

    def _count(self, row: bytes) -> None:
        if b"<!" not in row:  # a comment could hold what only looks like the end
            row = row.partition(_ROW_END)[0]
        head, *cells = _CELL.split(row)
        found = _REPEATED_ROW.search(head)
        n_times = int(found[1]) if found else 1
        self._n_rows += n_times
        n_columns = n_columns_kept = n_bytes = 0
        for cell in cells:
            found = _REPEATED_CELL.search(cell)
            n_here = int(found[1]) if found else 1
            n_columns += n_here
            if b"-value" in cell or b"office:value" in cell or b"formula" in cell:
                n_columns_kept = n_columns
                n_bytes += (n_here * n_times - 1) * len(cell)
        if n_columns_kept:
            self._n_rows_kept = self._n_rows
            self._n_columns = max(self._n_columns, n_columns_kept)
            self.n_bytes += n_bytes
            if b"text:c" in row:
                self.n_bytes += sum(map(int, _BLANKS.findall(row)))
