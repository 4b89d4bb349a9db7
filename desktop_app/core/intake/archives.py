"""Finding the one table that a packed file (.zip) holds, without ever writing what it names.

A workbook is a packed file too, of another kind: it is left to ``spreadsheets``.
"""

import contextlib
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from desktop_app.core.errors import (
    ArchiveDamaged,
    ArchiveHasSeveral,
    ArchiveLocked,
    ArchiveTooLarge,
    ArchiveWithoutTable,
)
from desktop_app.core.intake.sources import NOT_WHOLE, Source, find_source, room_to_unpack
from desktop_app.core.intake.workbooks.workbook_scan import MOST_ENTRIES, WORKBOOK_PARTS, ZIP_MARKS
from desktop_app.core.intake.workbooks.zip_parts import n_listed
from desktop_app.core.progress import Progress

_SUFFIX = ".zip"
_TABLES = frozenset({".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
_TEXTS = frozenset({".txt"})  # a table, or the words that go with one
_NOT_OURS = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_BLOCK = 1 << 20
_MARK = 8  # bytes that tell a workbook from text
_UNREADABLE = (*NOT_WHOLE, NotImplementedError, RuntimeError, OSError)
"""What the standard library says of a packed file that is not whole, or packed in a rare way."""


def source_inside(source: Source) -> Source:
    """Give the table in a packed file as a source; any other file is given back as it is.

    Raises
    ------
    ArchiveHasSeveral
        It holds more than one table; ``names`` are their names.
    ArchiveWithoutTable, ArchiveLocked, ArchiveDamaged, ArchiveTooLarge
        Nothing in it is a table, or it cannot be had.
    """
    if not source.mark.startswith(ZIP_MARKS):
        return source
    is_named_so = source.path.suffix.lower() == _SUFFIX
    try:
        if n_listed(source.path) > MOST_ENTRIES:  # the list alone may fill the memory
            if not is_named_so:
                return source
            raise ArchiveTooLarge(path=source.path)
        with zipfile.ZipFile(source.path) as archive:
            entries = archive.infolist()
            is_workbook = not WORKBOOK_PARTS.isdisjoint(entry.filename for entry in entries)
            tables = [] if is_workbook else _tables_among(source, entries, is_named_so)
            if not tables:
                return source
            entry = _only(source, tables)
            with archive.open(entry) as content:
                mark = content.read(_MARK)
    except _UNREADABLE as error:
        if not is_named_so:  # whatever it is, it is no archive of the user's
            return source
        raise ArchiveDamaged(path=source.path) from error
    return replace(source, mark=mark, member=entry.filename)


@contextlib.contextmanager
def unpacked(source: Source, progress: Progress) -> Iterator[Source]:
    """Give the member of a packed file as a file of its own, which is gone when the block ends.

    Raises
    ------
    ArchiveDamaged, ArchiveTooLarge
        It does not unpack, or to more than there is room for.
    """
    assert source.member is not None
    with tempfile.TemporaryDirectory(prefix="clientele-") as folder:
        # The name inside the archive may lead anywhere, so only its suffix is kept.
        suffix = PurePosixPath(source.member).suffix.lower()
        path = Path(folder, f"table{suffix if suffix in _TABLES else ''}")
        room = room_to_unpack(source)
        try:
            with source.open() as content, path.open("wb") as file:
                while block := content.read(_BLOCK):
                    progress.checkpoint()
                    file.write(block)
                    if file.tell() > room:
                        raise ArchiveTooLarge(path=source.path)
        except _UNREADABLE as error:
            raise ArchiveDamaged(path=source.path) from error
        yield find_source(path)


def _tables_among(
    source: Source, entries: list[zipfile.ZipInfo], is_named_so: bool
) -> list[zipfile.ZipInfo]:
    """Give the files that may be the table; none if this is a document of another program."""
    files = [entry for entry in entries if _is_ours(entry.filename) and not entry.is_dir()]
    tables = [entry for entry in files if _suffix(entry) in _TABLES]
    if not tables:
        tables = [entry for entry in files if _suffix(entry) in _TEXTS]
    if not tables and is_named_so and len(files) == 1:
        tables = files
    if not tables and is_named_so:
        raise ArchiveWithoutTable(path=source.path)
    return tables


def _only(source: Source, tables: list[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    if len(tables) > 1:
        names = tuple(PurePosixPath(entry.filename).name for entry in tables)
        raise ArchiveHasSeveral(path=source.path, names=names)
    (entry,) = tables
    if entry.flag_bits & 1:
        raise ArchiveLocked(path=source.path)
    if entry.file_size > room_to_unpack(source):
        raise ArchiveTooLarge(path=source.path)
    return entry


def _is_ours(name: str) -> bool:
    """Tell whether a name is the user's and not one that a system adds."""
    parts = PurePosixPath(name).parts
    return bool(parts) and parts[0].lower() not in _NOT_OURS and not _is_hidden(parts[-1])


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name.lower() in _NOT_OURS


def _suffix(entry: zipfile.ZipInfo) -> str:
    return PurePosixPath(entry.filename).suffix.lower()
