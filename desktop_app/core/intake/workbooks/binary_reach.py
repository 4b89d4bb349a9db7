"""How many cells, and how much text, the sheets of binary workbooks (.xlsb, .xls) ask for.

Both are long rows of records: a kind, a length, and so many bytes. More than is there may be counted
here, never less.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import unpack_from

FAR = 1 << 40
"""A number of cells that no limit allows."""

_ROW, _LAST_CELL, _SHARED_CELL, _SHARED_TEXT = 0x00, 0x0B, 0x07, 0x13
_LAST_ROW, _LAST_COLUMN = 0x100000, 0x3FFF
_LONGEST_RECORD = 16 << 20  # bytes; a text has 64 KB at most

_BEGIN, _LOCKED = 0x0809, 0x002F
_MANY_CELLS = 0x00BD
_CELLS = frozenset(
    {_MANY_CELLS, 0x0006, 0x0203, 0x0204, 0x0205, 0x0206, 0x00D6, 0x00FD, 0x027E, 0x0406}
)
_LAST_OLD_COLUMN = 0xFF
_RECORDS_BETWEEN_LOOKS = 50_000


class NotRecords(Exception):
    """The bytes are no records."""


class Locked(Exception):
    """The records say that a password protects them."""


@dataclass(slots=True)
class BinaryReach:
    """The reach of one part of an .xlsb file, from its pieces; no piece overlaps another.

    ``n_cells`` is the number of cells from A1 to the last corner, ``n_bytes`` how much shared text
    its cells ask for. ``texts`` holds the lengths of the shared texts; their own part adds to it.
    """

    texts: list[int] = field(default_factory=list)
    n_bytes: int = 0
    _row: int = 0
    _last_row: int = 0
    _last_column: int = 0
    _rest: bytes = b""

    @property
    def n_cells(self) -> int:
        """Rows times columns."""
        return (self._last_row + 1) * (self._last_column + 1)

    def add(self, piece: bytes) -> None:
        """Take the next piece.

        Raises
        ------
        NotRecords
            A length leads nowhere.
        """
        content = self._rest + piece
        place, n = 0, len(content)
        while True:
            at = place
            if at + 6 > n:  # a kind takes two bytes at most, a length four
                break
            kind, at = content[at], at + 1
            if kind & 0x80:
                kind, at = kind & 0x7F | (content[at] & 0x7F) << 7, at + 1
            length, at = _length(content, at)
            if at + length > n:
                if length > _LONGEST_RECORD:
                    raise NotRecords
                break
            if kind <= _LAST_CELL or kind == _SHARED_TEXT:
                self._take(kind, content, at, length)
            place = at + length
        self._rest = content[place:]

    def _take(self, kind: int, content: bytes, at: int, length: int) -> None:
        if kind == _SHARED_TEXT:
            self.texts.append(length)
        elif length < 4:
            return
        elif kind == _ROW:
            (self._row,) = unpack_from("<I", content, at)
            if self._row > _LAST_ROW:
                self._last_row = FAR
        elif kind > 1:  # 1 is a cell without a value
            (column,) = unpack_from("<I", content, at)
            self._last_row = max(self._last_row, self._row)
            self._last_column = max(self._last_column, column)
            if column > _LAST_COLUMN:
                self._last_column = FAR
            if kind == _SHARED_CELL and length >= 12:
                (text,) = unpack_from("<I", content, at + 8)
                self.n_bytes += self.texts[text] if text < len(self.texts) else 0


def _length(content: bytes, at: int) -> tuple[int, int]:
    """Give the length of a record, seven bits to the byte, and the place behind it."""
    length = shift = 0
    for _ in range(4):
        byte = content[at]
        at += 1
        length |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            break
    return length, at


def cells_of_old(content: bytes | memoryview) -> Iterator[int]:
    """Give, again and again, the number of cells so far in the sheets of an .xls file.

    A sheet counts from A1 to its last corner; ``content`` is the stream of records.

    Raises
    ------
    Locked
        A password protects the workbook.

    Examples
    --------
    >>> [*cells_of_old(bytes.fromhex("0302 0e00 0100 0200 0000 0000000000000000"))]
    [6]
    """
    place, n = 0, len(content)
    n_cells = n_rows = n_columns = n_records = 0
    while place + 4 <= n:
        kind, length = unpack_from("<HH", content, place)
        at, place = place + 4, place + 4 + length
        n_records += 1
        if kind in _CELLS and 6 <= length <= n - at:
            row, column = unpack_from("<HH", content, at)
            if kind == _MANY_CELLS:
                column += (length - 6) // 6
            n_rows, n_columns = max(n_rows, row + 1), max(n_columns, column + 1)
            if column > _LAST_OLD_COLUMN:
                n_columns = FAR
        elif kind == _BEGIN:
            n_cells += n_rows * n_columns
            n_rows = n_columns = 0
        elif kind == _LOCKED:
            raise Locked
        if n_records % _RECORDS_BETWEEN_LOOKS == 0:
            yield n_cells + n_rows * n_columns
    yield n_cells + n_rows * n_columns
