"""How many cells, and how much text, the parts of a workbook ask a reader to hold.

A reader keeps room for every cell between the first corner of a sheet and the last, so two cells can
ask for hundreds of gigabytes. More than is there may be counted here, never less.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

LONGEST_TAG = 1 << 20  # bytes
MOST_ATTRIBUTES = 2_000  # of one tag; looking for twins among them takes their square
_LONG_TAG = 1 << 15  # bytes that may go by without the end of a tag before it is looked at
_BLANK = 32  # and what is below it
_LETTERS = 3  # that name a column at most
_DIGITS = 8  # that number a row at most
_TOO_FAR = 1 << 40

_DECLARATION = re.compile(rb"<!(?:ENTITY|DOCTYPE)")
_LOOSE_EQUALS = re.compile(rb"""\s*=\s*(?=["'])""")
_TEXT_INDEX = re.compile(rb"""\st=["']s["'][^<>]*>\s*<(?:\w+:)?v>\s*(\d{1,9})""")
_ATTRIBUTE = re.compile(rb"""=\s*["']""")
_ROW = re.compile(rb"<(?:\w+:)?row\b")


def has_declaration(piece: bytes) -> bool:
    """Tell whether a piece of XML declares words of its own, as no workbook needs to.

    Examples
    --------
    >>> has_declaration(b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'), has_declaration(b"<row>Hi!</row>")
    (True, False)
    """
    return b"!" in piece and _DECLARATION.search(piece) is not None


class EndlessTag(Exception):
    """A tag that would keep a reader busy for ever."""


def whole_tags(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Give pieces of XML cut anew, so that each tag lies within one.

    Raises
    ------
    EndlessTag
        A tag is longer, or has more attributes, than any of a workbook.

    Examples
    --------
    >>> [*whole_tags([b"<a><", b"b/></", b"a>"])]
    [b'<a>', b'<b/>', b'</a>']
    """
    rest = b""
    for piece in pieces:
        content = rest + piece
        cut = content.rfind(b"<")
        if cut <= 0 and len(content) > LONGEST_TAG:  # a long text, if not a tag
            if cut == 0 and b">" not in content:
                raise EndlessTag
            cut = len(content)
        rest = content[max(cut, 0) :]
        if cut > 0:
            if _has_endless_tag(content[:cut]):
                raise EndlessTag
            yield content[:cut]
    yield rest


def _has_endless_tag(piece: bytes) -> bool:
    """Tell whether a tag has more attributes than a reader can compare in its life."""
    place, n = 0, len(piece)
    while n - place > _LONG_TAG:
        end = piece.rfind(b">", place, place + _LONG_TAG)
        if end >= 0:
            place = end + 1
            continue
        after = piece.find(b">", place + _LONG_TAG)
        after = n if after < 0 else after
        begin = max(piece.find(b"<", place, after), place)
        if len(_ATTRIBUTE.findall(piece, begin, after)) > MOST_ATTRIBUTES:
            return True
        place = after
    return False


@dataclass(slots=True)
class SheetReach:
    """The reach of one sheet of an .xlsx file, from the pieces of its part.

    ``n_cells`` is the number of cells from A1 to the last corner, ``n_written`` that of cells which
    stand in the file.
    """

    last_row: int = 1
    last_column: int = 1
    n_written: int = 0
    _n_rows: int = 0
    _n_bare: int = 0  # cells without a place so far of the row that goes on in the next piece

    @property
    def n_cells(self) -> int:
        """Rows times columns."""
        return self.last_row * self.last_column

    def add(self, piece: bytes) -> None:
        """Take the next piece, in which all tags are whole."""
        codes = np.frombuffer(piece, np.uint8)
        at = _after_names(codes)
        if not (codes[at] == ord("=")).all() or not _is_quote(codes[at + 1]).all():
            piece = _LOOSE_EQUALS.sub(b"=", piece)  # hardly any writer leaves blanks
            codes = np.frombuffer(piece, np.uint8)
            at = _after_names(codes)
        n_written = int(np.count_nonzero(_begins_tag(codes, b"c")))
        if n_written > self._add_places(codes, at):
            self._add_bare(piece)
        self.n_written += n_written
        # Rows may do without a number, and then follow each other.
        self._n_rows += int(np.count_nonzero(_begins_tag(codes, b"row")))
        self.last_row = max(self.last_row, self._n_rows)

    def _add_places(self, codes: np.ndarray, at: np.ndarray) -> int:
        """Find the farthest of the places such as ``r="AB12"`` and count those of cells."""
        at = at[(codes[at] == ord("=")) & _is_quote(codes[at + 1])] + 2
        codes = np.append(codes, np.zeros(_LETTERS + _DIGITS + 3, np.uint8))
        column, row = np.zeros(len(at), np.int64), np.zeros(len(at), np.int64)
        for _ in range(_LETTERS):
            is_letter = _is_letter(codes[at])
            if not is_letter.any():
                break
            column = np.where(is_letter, column * 26 + (codes[at] & 31), column)
            at = at + is_letter
        for _ in range(_DIGITS):
            is_digit = _is_digit(codes[at])
            if not is_digit.any():
                break
            row = np.where(is_digit, row * 10 + (codes[at] & 15), row)
            at = at + is_digit
        is_longer = _is_digit(codes[at]) | _is_letter(codes[at])
        farthest = _TOO_FAR if is_longer.any() else 1
        self.last_row = max(self.last_row, int(row.max(initial=1)), farthest)
        self.last_column = max(self.last_column, int(column.max(initial=1)))
        return int(np.count_nonzero(column))

    def _add_bare(self, piece: bytes) -> None:
        """Count the cells of each row that do not say their place: they follow each other."""
        n_by_row = [row.count(b"<c") + row.count(b":c") for row in _ROW.split(piece)]
        n_by_row[0] += self._n_bare
        self.last_column = max(self.last_column, *n_by_row)
        self._n_bare = n_by_row[-1]


def _after_names(codes: np.ndarray) -> np.ndarray:
    """Give the places behind every ``r`` that may be the whole name of an attribute."""
    is_alone = (codes[:-3] <= _BLANK) & (codes[1:-2] == ord("r"))
    at = np.flatnonzero(is_alone) + 2
    return at[(codes[at] == ord("=")) | (codes[at] <= _BLANK)]


def _begins_tag(codes: np.ndarray, name: bytes) -> np.ndarray:
    """Tell of each place whether the ``<`` or the prefix of a tag of this name stands there."""
    n = max(len(codes) - len(name) - 1, 0)
    found = codes[1 : n + 1] == name[0]
    for i, letter in enumerate(name[1:], start=2):
        found &= codes[i : n + i] == letter
    before, after = codes[:n], codes[len(name) + 1 :][:n]
    found &= (before == ord("<")) | (before == ord(":"))
    return found & ((after <= _BLANK) | (after == ord(">")) | (after == ord("/")))


def _is_quote(codes: np.ndarray) -> np.ndarray:
    return (codes == ord('"')) | (codes == ord("'"))


def _is_letter(codes: np.ndarray) -> np.ndarray:
    return (codes | 32) - np.uint8(ord("a")) < 26


def _is_digit(codes: np.ndarray) -> np.ndarray:
    return codes - np.uint8(ord("0")) < 10


@dataclass(slots=True)
class SharedTexts:
    """The lengths of the texts that cells of many sheets refer to by number."""

    lengths: list[np.ndarray] = field(default_factory=list)
    _n_open: int = 0  # bytes so far of the text that goes on in the next piece

    def add(self, piece: bytes) -> None:
        """Take the next piece of the list in an .xlsx file, in which all tags are whole."""
        starts = np.flatnonzero(_begins_tag(np.frombuffer(piece, np.uint8), b"si"))
        if len(starts):
            self.lengths.append(np.diff(starts, prepend=-self._n_open))
            self._n_open = len(piece) - int(starts[-1])
        else:
            self._n_open += len(piece)

    def longest(self) -> int:
        """Give the length of the longest text in bytes, its tags included."""
        return max(self._n_open, *(int(some.max()) for some in self.lengths), 0)

    def n_bytes(self, pieces: Iterable[bytes]) -> int:
        """Add up the texts that the cells of a sheet ask for, each as often as it is asked for."""
        lengths = np.concatenate([*self.lengths, [self._n_open]])
        total = 0
        for piece in pieces:
            asked = np.array(_TEXT_INDEX.findall(piece), dtype=np.int64) + 1
            total += int(lengths[asked[asked < len(lengths)]].sum())
        return total
