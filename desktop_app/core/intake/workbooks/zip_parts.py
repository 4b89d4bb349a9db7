"""The parts of a zip container, found and unpacked with no trust in what it says of itself.

Raises ``zipfile.BadZipFile`` or ``zlib.error`` for what does not add up; knows nothing of workbooks.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

PIECE = 1 << 20  # bytes unpacked at a time

_END_MARK, _END_MARK_64 = b"PK\x05\x06", b"PK\x06\x06"
_BEFORE_END_64 = 56 + 20  # bytes; where zip64 has its two records, if at all
_LONGEST_END = 22 + (1 << 16) + _BEFORE_END_64  # bytes: the end record and its comment
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_LOCAL_MARK = b"PK\x03\x04"
_SHORTEST_LISTING = 46  # bytes of the list of parts that one part takes
_IN_ZIP64 = 0xFFFF


def n_listed(path: Path) -> int:
    """Give how many parts a container lists, at most, without reading the list.

    Raises
    ------
    zipfile.BadZipFile
        The list of parts is not there: the container was cut short.
    """
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(size - _LONGEST_END, 0))
        end = file.read()
    place = end.rfind(_END_MARK)
    if place < 0 or len(end) - place < 22:
        raise zipfile.BadZipFile("no list of parts")
    n_parts, n_bytes = struct.unpack_from("<HI", end, place + 10)
    place_64 = place - _BEFORE_END_64
    if place_64 >= 0 and end.startswith(_END_MARK_64, place_64):
        n_more, n_more_bytes = struct.unpack_from("<QQ", end, place_64 + 32)
        n_parts = max(n_parts if n_parts != _IN_ZIP64 else 0, n_more)
        n_bytes = max(n_bytes if n_bytes != 0xFFFFFFFF else 0, n_more_bytes)
    return int(max(n_parts, n_bytes // (4 * _SHORTEST_LISTING)))


def ensure_apart(entries: list[zipfile.ZipInfo], n_bytes: int) -> None:
    """Make sure that every part has bytes and a name of its own.

    Raises
    ------
    zipfile.BadZipFile
        Two parts share bytes, which lets a small file unpack to any size, or have one name.
    """
    names = {entry.filename.casefold() for entry in entries}
    if len(names) < len(entries):
        raise zipfile.BadZipFile("a name twice")
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise zipfile.BadZipFile("parts overlap")
        end = entry.header_offset + _LOCAL_HEADER.size + entry.compress_size
    if end > n_bytes:
        raise zipfile.BadZipFile("a part reaches beyond the end")


def unpacked(file: BinaryIO, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Give a part piece by piece.

    Raises
    ------
    zipfile.BadZipFile, zlib.error
        The part is packed in a way of its own, or unpacks to more or less than it says.
    """
    n_bytes = 0
    for block in _blocks(file, entry):
        n_bytes += len(block)
        if n_bytes > entry.file_size:
            raise zipfile.BadZipFile("more than it says")
        yield block
    if n_bytes != entry.file_size:
        raise zipfile.BadZipFile("less than it says")


def _blocks(file: BinaryIO, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    file.seek(entry.header_offset)
    header = file.read(_LOCAL_HEADER.size)
    if len(header) < _LOCAL_HEADER.size:
        raise zipfile.BadZipFile("no header")
    mark, n_name, n_extra = _LOCAL_HEADER.unpack(header)
    if mark != _LOCAL_MARK:
        raise zipfile.BadZipFile("no header")
    file.seek(n_name + n_extra, 1)
    packed = _limited(file, entry.compress_size)
    match entry.compress_type:
        case zipfile.ZIP_STORED:
            yield from packed
        case zipfile.ZIP_DEFLATED:
            yield from _inflated(packed)
        case _:
            raise zipfile.BadZipFile("packed in another way")


def _limited(file: BinaryIO, n_bytes: int) -> Iterator[bytes]:
    while n_bytes > 0:
        block = file.read(min(n_bytes, PIECE))
        if not block:
            raise zipfile.BadZipFile("cut short")
        n_bytes -= len(block)
        yield block


def _inflated(packed: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    for block in packed:
        while block and not unpacker.eof:
            if piece := unpacker.decompress(block, PIECE):
                yield piece
            block = unpacker.unconsumed_tail
    while piece := unpacker.decompress(unpacker.unconsumed_tail, PIECE):
        yield piece
    if not unpacker.eof:
        raise zipfile.BadZipFile("cut short")
