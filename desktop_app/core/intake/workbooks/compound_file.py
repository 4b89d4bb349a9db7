"""The streams of a compound file, the container of .xls files and of locked workbooks.

It is a small file system of sectors, each of which names the next; a hostile one runs in circles.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack_from

Content = bytes | memoryview

_HEADER = 512
_LAST_SECTOR = 0xFFFFFFFA  # larger numbers mean an end, or that nothing is there
_NAMED_BY_HEADER = 109
_ENTRY = 128
_MOST_ENTRIES = 10_000
_STREAM, _ROOT = 2, 5


class BrokenContainer(Exception):
    """The sectors lead out of the file or in circles."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A named stream: where it begins and how long it is."""

    name: str
    start: int
    size: int


class CompoundFile:
    """Gives the streams of a container that lies in ``content``."""

    def __init__(self, content: memoryview) -> None:
        if len(content) < _HEADER:
            raise BrokenContainer
        self._content = content
        shift, mini_shift = unpack_from("<HH", content, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise BrokenContainer
        self._sector, self._mini_sector = 1 << shift, 1 << mini_shift
        first_entry, self._least_size, first_mini = (
            unpack_from("<I", content, place)[0] for place in (48, 56, 60)
        )
        self._next = self._numbers(self._table_sectors())
        self._mini_next = self._numbers(self._chain(first_mini, self._next))
        self._root: Stream | None = None
        self.streams = tuple(self._entries(first_entry))

    def read(self, stream: Stream) -> Content:
        """Give the bytes of a stream, without a copy where it lies in one piece."""
        if stream.size >= self._least_size:
            return self._joined(self._chain(stream.start, self._next))[: stream.size]
        if self._root is None:
            raise BrokenContainer
        small = self._joined(self._chain(self._root.start, self._next))
        sectors = self._chain(stream.start, self._mini_next)
        step = self._mini_sector
        return b"".join(small[i * step : (i + 1) * step] for i in sectors)[: stream.size]

    def _entries(self, first: int) -> Iterator[Stream]:
        listing = self._joined(self._chain(first, self._next))
        for place in range(0, min(len(listing), _MOST_ENTRIES * _ENTRY) - _ENTRY + 1, _ENTRY):
            n_name, kind = unpack_from("<HB", listing, place + 64)
            start, size = unpack_from("<II", listing, place + 116)
            name = bytes(listing[place : place + min(n_name, 64)]).decode("utf-16-le", "replace")
            stream = Stream(name.rstrip("\0"), start, size)
            if kind == _ROOT:
                self._root = stream
            elif kind == _STREAM:
                yield stream

    def _table_sectors(self) -> list[int]:
        """Give the sectors that hold the table of which sector follows which."""
        sectors = list(unpack_from(f"<{_NAMED_BY_HEADER}I", self._content, 76))
        further, seen = unpack_from("<I", self._content, 68)[0], set[int]()
        n_numbers = self._sector // 4
        while further < _LAST_SECTOR:
            if further in seen:
                raise BrokenContainer
            seen.add(further)
            *more, further = unpack_from(f"<{n_numbers}I", self._bytes_of(further))
            sectors += more
        return [sector for sector in sectors if sector < _LAST_SECTOR]

    def _numbers(self, sectors: list[int]) -> "array[int]":
        if len(sectors) * self._sector > len(self._content):
            raise BrokenContainer
        numbers = array("I")
        for sector in sectors:
            numbers.frombytes(self._bytes_of(sector))
        return numbers

    def _chain(self, first: int, following: "array[int]") -> list[int]:
        sectors: list[int] = []
        while first < _LAST_SECTOR:
            if first >= len(following) or len(sectors) > len(following):
                raise BrokenContainer
            sectors.append(first)
            first = following[first]
        return sectors

    def _joined(self, sectors: list[int]) -> Content:
        if not sectors:
            return b""
        first, n = sectors[0], len(sectors)
        if sectors == list(range(first, first + n)):
            return self._content[self._start(first) : self._start(first + n)]
        return b"".join(
            self._content[start : start + self._sector] for start in map(self._start, sectors)
        )

    def _bytes_of(self, sector: int) -> memoryview:
        start = self._start(sector)
        if start + self._sector > len(self._content):
            raise BrokenContainer
        return self._content[start : start + self._sector]

    def _start(self, sector: int) -> int:
        return (sector + 1) * self._sector
