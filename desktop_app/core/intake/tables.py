"""What reading a file gives: its form and its text.

Knows nothing of what the columns mean.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class FileKind(StrEnum):
    """The two families of files."""

    DELIMITED = "delimited"
    SPREADSHEET = "spreadsheet"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about a file; ``None`` means "find out"."""

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    has_header: bool | None = None


@dataclass(frozen=True, slots=True)
class FileForm:
    """How a file was read.

    ``header_row`` is 0-based, ``None`` without a header. ``decimal`` is ``"."`` or ``","``. The
    fields of delimited text are ``None`` for a spreadsheet, ``sheet`` is ``None`` for text.
    """

    path: Path
    kind: FileKind
    sha256: str
    n_rows: int
    header_row: int | None = 0
    encoding: str | None = None
    delimiter: str | None = None
    quote: str | None = None
    decimal: str = "."
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    n_preamble_rows: int = 0
    n_skipped_rows: int = 0
