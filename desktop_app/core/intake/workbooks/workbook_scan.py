"""Looking a workbook over before anything opens it: is it one, is it locked, is it a trap.

A few kilobytes can ask a reader for hundreds of gigabytes. Nothing here unpacks more than a piece
at a time.
"""

import html
import mmap
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from desktop_app.core.errors import (
    SpreadsheetDamaged,
    SpreadsheetLocked,
    SpreadsheetTooLarge,
    UnknownFormat,
)
from desktop_app.core.intake.workbooks.binary_reach import (
    BinaryReach,
    Locked,
    NotRecords,
    cells_of_old,
)
from desktop_app.core.intake.workbooks.compound_file import BrokenContainer, CompoundFile
from desktop_app.core.intake.workbooks.open_reach import LONGEST_ROW, OpenReach
from desktop_app.core.intake.workbooks.other_kinds import kind_by_parts
from desktop_app.core.intake.workbooks.sheet_reach import (
    EndlessTag,
    SharedTexts,
    SheetReach,
    has_declaration,
    whole_tags,
)
from desktop_app.core.intake.workbooks.zip_parts import ensure_apart, n_listed, unpacked
from desktop_app.core.progress import Progress

ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

MOST_ENTRIES = 4_000
MOST_BYTES = 2 << 30  # unpacked; a full sheet of 20 columns takes about half
MOST_RATIO = 150  # unpacked to packed, for what is larger than ...
FREE_BYTES = 64 << 20  # ... this; repeated cells pack up to a hundredfold
MOST_CELLS = 40_000_000  # from the first to the last corner; a reader keeps room for every one
MOST_OPEN_CELLS = 20_000_000  # of an .ods file, each of which its reader keeps several times
MOST_TEXT = 1 << 30  # bytes of the texts of all cells, each as often as it is asked for

_OPEN_BOOK = "content.xml"
WORKBOOK_PARTS = frozenset({"xl/workbook.xml", "xl/workbook.bin", _OPEN_BOOK})
_TARGET = re.compile(r"""\sTarget\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SHARED_TEXTS = "sharedstrings"
_BINARY_SHEETS, _BINARY_TEXTS = "xl/worksheets/", "xl/sharedstrings.bin"
_TROUBLE = (
    BrokenContainer,
    EndlessTag,
    EOFError,
    NotImplementedError,
    NotRecords,
    RuntimeError,
    UnicodeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What reading bytes that are not what they claim to be raises."""


def ensure_harmless(path: Path, progress: Progress) -> None:
    """Refuse a workbook that no reader should open.

    Raises
    ------
    UnknownFormat
        The file is a container of another kind.
    SpreadsheetLocked
        A password protects it.
    SpreadsheetDamaged
        Its parts cannot be found or unpacked.
    SpreadsheetTooLarge
        It asks for more than the limits; ``details["limit"]`` is ``entries``, ``bytes`` or
        ``cells``.
    """
    with path.open("rb") as file:
        try:
            if file.read(len(OLE_MARK)) == OLE_MARK:
                _scan_old(path, file, progress)
            else:
                _scan_zip(path, file, progress)
        except Locked as error:
            raise SpreadsheetLocked(path=path) from error
        except _TROUBLE as error:
            raise SpreadsheetDamaged(path=path) from error


def _scan_old(path: Path, file: BinaryIO, progress: Progress) -> None:
    """Look over a compound file, which holds an old workbook, a locked one or another document."""
    content = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    container = CompoundFile(content)
    names = {stream.name.casefold() for stream in container.streams}
    if "encryptedpackage" in names:
        raise Locked
    if not names & {"workbook", "book"}:
        raise UnknownFormat(path=path, suffix=path.suffix, kind=kind_by_parts(names))
    for stream in container.streams:
        if stream.name.casefold() in ("workbook", "book"):
            for n_cells in cells_of_old(container.read(stream)):
                progress.checkpoint()
                _ensure_within(path, n_cells, MOST_CELLS)


def _scan_zip(path: Path, file: BinaryIO, progress: Progress) -> None:
    if n_listed(path) > MOST_ENTRIES:
        raise SpreadsheetTooLarge(path=path, limit="entries")
    with zipfile.ZipFile(file) as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
        n_packed = path.stat().st_size
        ensure_apart(archive.infolist(), n_packed)
    scan = _ZipScan(path, file, entries, progress)
    if not entries.keys() & WORKBOOK_PARTS:
        kind = kind_by_parts(entries) or "packed"
        raise UnknownFormat(path=path, suffix=path.suffix, kind=kind)
    if any(entry.flag_bits & 1 for entry in entries.values()) or scan.is_sealed():
        raise Locked
    n_bytes = sum(entry.file_size for entry in entries.values())
    if n_bytes > MOST_BYTES or n_bytes > max(FREE_BYTES, MOST_RATIO * n_packed):
        raise SpreadsheetTooLarge(path=path, limit="bytes")
    scan.run()


class _ZipScan:
    """Looks over the parts of one workbook, those first that others refer to."""

    def __init__(
        self,
        path: Path,
        file: BinaryIO,
        entries: dict[str, zipfile.ZipInfo],
        progress: Progress,
    ) -> None:
        self._path, self._file, self._progress = path, file, progress
        self._entries = entries
        self._texts = SharedTexts()
        self._binary_texts: list[int] = []

    def is_sealed(self) -> bool:
        """Tell whether an OpenDocument says that its parts are encrypted."""
        return b"encryption-data" in self._beginning("META-INF/manifest.xml")

    def run(self) -> None:
        """Look over every part in each way in which a reader may take it for one of its own."""
        sheets = self._targets("xl/_rels/workbook.xml.rels")
        binary_sheets = {
            name
            for name in self._targets("xl/_rels/workbook.bin.rels")
            if name.startswith(_BINARY_SHEETS)
        }
        for name in sorted(self._entries, key=lambda name: _SHARED_TEXTS not in name.casefold()):
            folded = name.casefold()
            if name == _OPEN_BOOK:
                self._scan_open(name)
            if folded in binary_sheets or folded == _BINARY_TEXTS:
                self._scan_binary(name)
            if folded in sheets or (folded.endswith(".xml") and name != _OPEN_BOOK):
                self._scan_xml(name)

    def _targets(self, listing: str) -> set[str]:
        """Give the names, in lower case, of the parts that a book refers to."""
        names = set[str]()
        for found in _TARGET.findall(self._beginning(listing).decode("utf-8", "replace")):
            name = html.unescape("".join(found)).lstrip("/").casefold()
            names |= {name, f"xl/{name}"}
        return names

    def _beginning(self, name: str) -> bytes:
        entry = self._entries.get(name)
        return b"" if entry is None else next(unpacked(self._file, entry), b"")

    def _pieces(self, name: str) -> Iterator[bytes]:
        for piece in unpacked(self._file, self._entries[name]):
            self._progress.checkpoint()
            yield piece

    def _xml(self, name: str) -> Iterator[bytes]:
        for piece in whole_tags(self._pieces(name)):
            if has_declaration(piece):
                raise SpreadsheetDamaged(path=self._path)
            yield piece

    def _scan_xml(self, name: str) -> None:
        reach = SheetReach()
        is_texts = _SHARED_TEXTS in name.casefold()
        for piece in self._xml(name):
            reach.add(piece)
            _ensure_within(self._path, reach.n_cells, MOST_CELLS)
            if is_texts:
                self._texts.add(piece)
        if reach.n_written * self._texts.longest() > MOST_TEXT:
            n_bytes = self._texts.n_bytes(self._xml(name))
            _ensure_within(self._path, n_bytes, MOST_TEXT, "bytes")

    def _scan_open(self, name: str) -> None:
        reach = OpenReach()
        for piece in self._xml(name):
            reach.add(piece)
            self._ensure_open_within(reach)
        reach.finish()
        self._ensure_open_within(reach)

    def _ensure_open_within(self, reach: OpenReach) -> None:
        _ensure_within(self._path, reach.n_cells_so_far, MOST_OPEN_CELLS)
        _ensure_within(self._path, reach.n_bytes, MOST_TEXT, "bytes")
        _ensure_within(self._path, reach.n_open, LONGEST_ROW, "bytes")

    def _scan_binary(self, name: str) -> None:
        reach = BinaryReach(self._binary_texts)
        for piece in self._pieces(name):
            reach.add(piece)
            _ensure_within(self._path, reach.n_cells, MOST_CELLS)
            _ensure_within(self._path, reach.n_bytes, MOST_TEXT, "bytes")


def _ensure_within(path: Path, n: int, most: int, limit: str = "cells") -> None:
    if n > most:
        raise SpreadsheetTooLarge(path=path, limit=limit)
