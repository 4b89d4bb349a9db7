"""Getting at the bytes of a file: opening it, looking it over once, and what can go wrong.

Knows nothing of cells and columns.
"""

import contextlib
import gzip
import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from desktop_app.core.errors import (
    ArchiveDamaged,
    ArchiveTooLarge,
    EmptyFile,
    FileChanged,
    FileMissing,
    FileUnreadable,
    NotATable,
    WrongEncoding,
)
from desktop_app.core.files import sha256_of
from desktop_app.core.intake.tables import SHOWN_ROWS, Oddity
from desktop_app.core.intake.text.encodings import (
    BROKEN,
    candidate_encodings,
    codec_for,
    is_mostly_utf8,
    is_text,
    is_text_encoding,
    mended_by,
)
from desktop_app.core.progress import Progress

_BLOCK = 1 << 20  # bytes between two checkpoints
_SAMPLE = 1 << 18  # bytes that show the form of a file
_LONGEST_LINE = 1 << 22  # characters; what has no line end for so long has no rows
_MARK = 8  # bytes
_GZIP_MARK = b"\x1f\x8b"
_ROOM = 1 << 28  # bytes that any packed file may unpack to ...
_RATIO = 100  # ... and beyond them at most so many times its size
NOT_WHOLE = (gzip.BadGzipFile, zipfile.BadZipFile, zlib.error, EOFError, ValueError, struct.error)
"""What the standard library says of a packed file that is damaged."""
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f")) + b"\x7f"
_MOST_CONTROL = 0.01
_MARKUP = re.compile(
    r"\s*(?:<(?:!doctype|!--|\?xml|html|head|body|table|svg)\b|<\w[^<>]*>\s*<\w|%PDF-|\{\\rtf"
    r"|[\[{]\s*[\[{\"]|\[\s*\]|\{\s*\})",
    re.IGNORECASE,
)  # web pages, XML, print-outs and JSON are text without being a table


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is there: ``size`` and ``changed_at`` tell whether it stays the same.

    ``mark`` holds the first bytes of the table, which tell its kind more surely than a name does;
    ``member`` is the name of the table within a packed file, ``None`` where the file is the table.
    """

    path: Path
    size: int
    changed_at: int
    mark: bytes
    member: str | None = None

    @property
    def is_packed(self) -> bool:
        """Whether the bytes of the table are packed."""
        return self.member is not None or self.mark.startswith(_GZIP_MARK)

    def open(self) -> BinaryIO:
        """Open the bytes of the table, unpacked."""
        if self.member is not None:
            with zipfile.ZipFile(self.path) as archive:  # it closes with the last of its members
                return cast(BinaryIO, archive.open(self.member))
        return cast(BinaryIO, gzip.open(self.path)) if self.is_packed else self.path.open("rb")


@dataclass(frozen=True, slots=True)
class Survey:
    """What one look over all bytes tells; ``n_lines`` counts up to the last line that is not blank.

    ``errors`` is the way to treat what does not fit the encoding, as codecs call it.
    """

    sha256: str
    encoding: str
    n_bytes: int
    n_lines: int
    sample: str
    errors: str = "strict"
    oddities: tuple[Oddity, ...] = ()

    @property
    def codec(self) -> str:
        """The codec that reads the text without its byte order mark."""
        return codec_for(self.encoding)


def find_source(path: Path) -> Source:
    """Make sure that a file is there, is ours to read and holds something.

    Raises
    ------
    FileMissing, FileUnreadable, EmptyFile
        ``details`` holds ``path``.
    """
    with reading(path, missing=FileMissing):
        if not path.is_file():
            raise FileUnreadable(path=path) if path.exists() else FileMissing(path=path)
        status = path.stat()
        with path.open("rb") as file:
            mark = file.read(_MARK)
    if not mark:
        raise EmptyFile(path=path)
    return Source(path, status.st_size, status.st_mtime_ns, mark)


def room_to_unpack(source: Source) -> int:
    """Give the bytes that a packed file may unpack to; more is a trap, not a list."""
    return max(_ROOM, _RATIO * source.size)


@contextlib.contextmanager
def reading(path: Path, missing: type[FileMissing | FileChanged] = FileChanged) -> Iterator[None]:
    """Turn what the system says while ``path`` is read into what the user can act on."""
    try:
        yield
    except UnicodeError as error:  # the bytes were text when they were looked over
        raise FileChanged(path=path) from error
    except NOT_WHOLE as error:
        raise ArchiveDamaged(path=path) from error
    except FileNotFoundError as error:
        raise missing(path=path) from error
    except OSError as error:
        raise FileUnreadable(path=path) from error


def ensure_unchanged(source: Source) -> None:
    """Raise ``FileChanged`` if the file is not the one that was found."""
    with reading(source.path):
        status = source.path.stat()
    if (status.st_size, status.st_mtime_ns) != (source.size, source.changed_at):
        raise FileChanged(path=source.path)


def survey(source: Source, code_page: str, told: str | None, progress: Progress) -> Survey:
    """Look over all bytes once: do they make text, in which encoding, how many lines.

    ``told`` is the encoding that the user named, ``None`` to find out.

    Raises
    ------
    NotATable
        The bytes are no text, or text of another kind, such as a web page.
    WrongEncoding
        The bytes do not fit the encoding that the user named.
    """
    if told is not None and not is_text_encoding(told):
        raise WrongEncoding(path=source.path, encoding=told)
    with reading(source.path), source.open() as file:
        head = file.read(_SAMPLE)
    attempts = _attempts(head, code_page, told)
    for encoding, errors in attempts:
        look = _Look(source, progress, has_wide_characters=_is_wide(encoding))
        with reading(source.path), source.open() as file:
            if is_text(look.blocks(file), encoding, errors):
                break
    else:
        raise WrongEncoding(path=source.path, encoding=attempts[0][0])
    if source.is_packed:
        with reading(source.path):
            digest = sha256_of(source.path)
    else:
        digest = look.digest.hexdigest()
    sample = _sample(head, encoding, errors, is_whole=look.n_bytes <= _SAMPLE)
    if sample is None or _MARKUP.match(sample):
        raise NotATable(path=source.path)
    if not sample.strip():
        raise EmptyFile(path=source.path)
    noticed = () if errors == "strict" else (_broken_letters(source, encoding),)
    return Survey(digest, encoding, look.n_bytes, look.n_lines, sample, errors, noticed)


def _attempts(head: bytes, code_page: str, told: str | None) -> list[tuple[str, str]]:
    """Give encodings with the way to treat errors, the likeliest first."""
    attempts = []
    for encoding in candidate_encodings(head, code_page, told):
        attempts.append((encoding, "strict"))
        if codec_for(encoding) == codec_for("utf-8") and is_mostly_utf8(head):
            attempts.append((encoding, mended_by(code_page)))
    return attempts


def _broken_letters(source: Source, encoding: str) -> Oddity:
    """Count the letters that were not written as the rest of the file, and say where they are."""
    n_broken, rows = 0, []
    for row, line in enumerate(lines_of(source, codec_for(encoding), "replace"), start=1):
        if n_in_line := line.count(BROKEN):
            n_broken += n_in_line
            rows.append(row)
    return Oddity("mixed_letters", n_broken, tuple(rows[:SHOWN_ROWS]))


class _Look:
    """What passes by while the encoding is being found."""

    def __init__(self, source: Source, progress: Progress, has_wide_characters: bool) -> None:
        self._source, self._progress = source, progress
        self._has_wide_characters = has_wide_characters
        self.digest = hashlib.sha256()
        self.n_bytes = 0
        self.n_lines = 1
        self._n_blank_ends = 0

    def blocks(self, file: BinaryIO) -> Iterator[bytes]:
        while block := file.read(_BLOCK):
            self._progress.checkpoint()
            self._refuse_binary(block)
            self.digest.update(block)
            self._count(block)
            yield block
            self._progress.report(min(self.n_bytes / max(self._source.size, 1), 1.0), "reading")
        self.n_lines -= self._n_blank_ends

    def _count(self, block: bytes) -> None:
        self.n_bytes += len(block)
        if self._source.is_packed and self.n_bytes > room_to_unpack(self._source):
            raise ArchiveTooLarge(path=self._source.path)
        self.n_lines += block.count(b"\n")
        filled = block.rstrip(b"\r\n")
        ends = block[len(filled) :].count(b"\n")
        self._n_blank_ends = ends if filled else self._n_blank_ends + ends

    def _refuse_binary(self, block: bytes) -> None:
        if self._has_wide_characters:
            return
        n_control = len(block) - len(block.translate(None, _CONTROL))
        if b"\0" in block or n_control > _MOST_CONTROL * len(block):
            raise NotATable(path=self._source.path)


def _is_wide(encoding: str) -> bool:
    """Tell whether characters of this encoding may hold zero bytes."""
    return b"\0" in "a".encode(encoding)


def _sample(head: bytes, encoding: str, errors: str, is_whole: bool) -> str | None:
    """Give the top of the text, up to the end of a line; ``None`` if no line ends in it."""
    # A letter at the end may be cut in two.
    text = head.decode(codec_for(encoding), "ignore" if errors == "strict" else errors)
    if is_whole:
        return text
    return text[: max(text.rfind("\n"), text.rfind("\r")) + 1] or None


def lines_of(source: Source, codec: str, errors: str = "strict") -> Iterator[str]:
    """Give the lines of the text with their ends, which may be of any system.

    Raises
    ------
    NotATable
        One line is longer than any row can be.
    """
    with reading(source.path), io.TextIOWrapper(source.open(), codec, errors, newline="") as text:
        while line := text.readline(_LONGEST_LINE):
            if len(line) == _LONGEST_LINE:
                raise NotATable(path=source.path)
            yield line
