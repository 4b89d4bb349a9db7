"""Looking a workbook over before anything opens it: is it one, is it locked, is it a trap.

A few kilobytes can ask a reader for hundreds of gigabytes. Nothing here unpacks more than a piece
at a time.
"""

import mmap
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.errors import (
    SpreadsheetDamaged,
    SpreadsheetLocked,
    SpreadsheetTooLarge,
    UnknownFormat,
)
from desktop_app.core.progress import Progress

ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
WORKBOOK_PARTS = frozenset({"xl/workbook.xml", "xl/workbook.bin", "content.xml"})
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

MOST_ENTRIES = 4_000
MOST_BYTES = 2 << 30  # unpacked; a full sheet of 20 columns takes about half
MOST_RATIO = 150  # unpacked to packed, for what is larger than ...
FREE_BYTES = 64 << 20  # ... this; repeated cells pack up to a hundredfold
MOST_CELLS = 40_000_000  # from the first to the last corner; a reader keeps room for every one

_PIECE = 1 << 20
_OVERLAP = 256  # bytes; a tag of a cell or row that a piece cuts in two
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^<>]*?\sr\s*=\s*["'](\d{1,9})""")
_WIDE_CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{2,3})(\d{1,9})""")
_ENTITY = re.compile(rb"<!(?:ENTITY|DOCTYPE)")
_REPEATED_ROW = re.compile(rb"""number-rows-repeated\s*=\s*["'](\d{1,12})""")
_REPEATED_VALUE = re.compile(
    rb"""<table:(?:covered-)?table-cell\b(?=[^<>]*value)[^<>]*?number-columns-repeated\s*=\s*["'](\d{1,12})"""
)
_SINGLE_LETTER_COLUMNS = 26


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
        It asks for more than the limits; ``details["limit"]`` is ``entries``, ``bytes`` or ``cells``.
    """
    with path.open("rb") as file:
        is_ole = file.read(len(OLE_MARK)) == OLE_MARK
    if is_ole:
        _scan_ole(path)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            _scan_entries(path, archive)
            for name in archive.namelist():
                if name.endswith(".xml"):
                    _scan_part(path, archive, name, progress)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise SpreadsheetDamaged(path=path) from error


def _scan_ole(path: Path) -> None:
    """Tell an old workbook from a locked one and from other documents, by the names of its streams."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if content.find("EncryptedPackage".encode("utf-16-le")) >= 0:
            raise SpreadsheetLocked(path=path)
        if all(content.find(name.encode("utf-16-le")) < 0 for name in ("Workbook", "Book")):
            raise UnknownFormat(path=path, suffix=path.suffix)


def _scan_entries(path: Path, archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if len(entries) > MOST_ENTRIES:
        raise SpreadsheetTooLarge(path=path, limit="entries")
    if not names & WORKBOOK_PARTS:
        raise UnknownFormat(path=path, suffix=path.suffix)
    if any(entry.flag_bits & 1 for entry in entries) or _is_sealed(archive, names):
        raise SpreadsheetLocked(path=path)
    n_bytes = sum(entry.file_size for entry in entries)
    n_packed = max(path.stat().st_size, 1)
    if n_bytes > MOST_BYTES or n_bytes > max(FREE_BYTES, MOST_RATIO * n_packed):
        raise SpreadsheetTooLarge(path=path, limit="bytes")


def _is_sealed(archive: zipfile.ZipFile, names: set[str]) -> bool:
    """Tell whether an OpenDocument says that its parts are encrypted."""
    manifest = "META-INF/manifest.xml"
    if manifest not in names:
        return False
    with archive.open(manifest) as part:
        return b"encryption-data" in part.read(_PIECE)


def _scan_part(path: Path, archive: zipfile.ZipFile, name: str, progress: Progress) -> None:
    """Add up how far the cells of one part reach; more than is there may be counted, never less."""
    last_row, last_column, n_repeated = 1, _SINGLE_LETTER_COLUMNS, 0
    for piece in _pieces(archive, name):
        progress.checkpoint()
        if _ENTITY.search(piece):
            raise SpreadsheetDamaged(path=path)
        last_row = max(last_row, piece.count(b"<row"), *map(int, _ROW.findall(piece)))
        for letters, row in _WIDE_CELL.findall(piece):
            last_column = max(last_column, _column_number(letters))
            last_row = max(last_row, int(row))
        n_repeated += _repeated_cells(piece)
        if last_row * last_column > MOST_CELLS or n_repeated > MOST_CELLS:
            raise SpreadsheetTooLarge(path=path, limit="cells")


def _pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Give a part piece by piece; each begins with the end of the one before."""
    with archive.open(name) as part:
        end = b""
        while block := part.read(_PIECE):
            yield end + block
            end = block[-_OVERLAP:]


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _repeated_cells(piece: bytes) -> int:
    """Count the cells with a value that an OpenDocument asks to repeat, at most."""
    n_cells = sum(map(int, _REPEATED_VALUE.findall(piece)))
    n_rows = max(map(int, _REPEATED_ROW.findall(piece)), default=1)
    return n_cells * max(n_rows, 1)
