"""What reading a file gives: its form and its text.

Knows nothing of what the columns mean.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Self

from desktop_app.core.errors import ColumnMissing
from desktop_app.core.free_names import free_name
from desktop_app.core.progress import NO_PROGRESS, Progress

if TYPE_CHECKING:
    import pandas as pd

    from desktop_app.core.intake.questions import Questions
    from desktop_app.core.intake.store import TextStore


_FEW_ROWS = 20_000  # are fetched at once; of more, the text of equal cells is worth sharing
SHOWN_ROWS = 20
"""Places that an oddity or a finding names; more would not be read."""


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

    ``header_row`` is 0-based, ``None`` without a header. ``decimal`` is ``"."`` or ``","``;
    ``is_decimal_told``: by the user, so that no value is read against it (never of a
    spreadsheet, whose numbers always have a point). The fields of delimited text are ``None`` for
    a spreadsheet, ``sheet`` is ``None`` for text. ``member`` is the file's name within a packed one.
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
    is_decimal_told: bool = False
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    n_preamble_rows: int = 0
    n_skipped_rows: int = 0
    member: str | None = None


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something about the lines of a file that its reader should know.

    ``code`` is a fixed word of findings (``preamble``, ``notes_below``, ``shifted_row``,
    ``repeated_header`` ...), ``rows`` the first ``SHOWN_ROWS`` places as 1-based rows of the file,
    ``count`` how many there are, ``example`` one of them.
    """

    code: str
    count: int
    rows: tuple[int, ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """Where the rows of a table stand in its file, kept as the starts of unbroken runs.

    ``first_rows[j]`` is the 0-based row of the table at which run ``j`` starts, ``file_rows[j]``
    its 1-based row of the file.
    """

    first_rows: Sequence[int] = (0,)
    file_rows: Sequence[int] = (2,)

    def file_row(self, row: int) -> int:
        """Give the row of the file, as a spreadsheet program counts, for a row of the table.

        Examples
        --------
        >>> RowPlaces(first_rows=(0, 3), file_rows=(2, 7)).file_row(4)
        8
        """
        run = bisect_right(self.first_rows, row) - 1
        return self.file_rows[run] + row - self.first_rows[run]

    def followed_by(self, other: Self, n_rows: int) -> "RowPlaces":
        """Give the places of a table of ``n_rows`` rows with another one's rows below."""
        return RowPlaces(
            (*self.first_rows, *(n_rows + first for first in other.first_rows)),
            (*self.file_rows, *other.file_rows),
        )


@dataclass(frozen=True, eq=False)
class RawTable:
    """The text of a table, exactly as in the file; ``""`` is an empty cell.

    ``header`` names every column once; ``original_header`` is as in the file. ``form`` says how
    the first file was read, ``other_forms`` how those whose rows follow were. ``oddities`` are of
    all files. ``beside`` is another table that was opened with it. Any thread may ask.

    Examples
    --------
    >>> table = RawTable.from_rows(["Name", "Age"], [["Ann", "041"], ["Bob", ""]])
    >>> table.head(1), table.file_row(0)
    ([('Ann', '041')], 2)
    >>> table.query('SELECT max("Age") AS oldest FROM lines').oldest[0]
    '041'
    """

    header: tuple[str, ...]
    original_header: tuple[str, ...]
    form: FileForm
    store: "TextStore" = field(repr=False)
    places: RowPlaces = field(default=RowPlaces(), repr=False)
    other_forms: tuple[FileForm, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    beside: Self | None = None

    @classmethod
    def from_rows(
        cls,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        form: FileForm | None = None,
    ) -> Self:
        """Make a table of rows that are all as wide as the header."""
        from desktop_app.core.intake.store import TextStore

        if form is None:
            form = FileForm(Path("table.csv"), FileKind.DELIMITED, sha256="", n_rows=0)
        names = unique_names(header)
        store = TextStore(len(names))
        store.add(rows)
        store.finish(dict(enumerate(names)))
        return cls(names, tuple(header), replace(form, n_rows=len(rows)), store)

    @property
    def n_rows(self) -> int:
        """The number of rows below the header."""
        return self.store.n_rows

    @property
    def forms(self) -> tuple[FileForm, ...]:
        """How each file was read, in the order given."""
        return (self.form, *self.other_forms)

    @property
    def all_forms(self) -> tuple[FileForm, ...]:
        """How every file was read, those of the table beside last."""
        return self.forms if self.beside is None else (*self.forms, *self.beside.forms)

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """All rows as tuples of text."""
        return self.head(self.n_rows)

    def head(self, n: int) -> list[tuple[str, ...]]:
        """Give the first ``n`` rows as tuples of text."""
        cells = f"SELECT * EXCLUDE (_row) FROM lines LIMIT {n}"
        return self.store.cursor().execute(cells).fetchall()

    def rows_between(self, first: int, end: int) -> list[tuple[str, ...]]:
        """Give the rows from ``first`` (0-based) up to ``end``, which is not among them."""
        cells = f"SELECT * EXCLUDE (_row) FROM lines WHERE _row >= {first} AND _row < {end}"
        return self.store.cursor().execute(f"{cells} ORDER BY _row").fetchall()

    def column(self, name: str) -> "pd.Series":
        """Give the text of one column over a RangeIndex.

        Raises
        ------
        ColumnMissing
            No column has this name.
        """
        if name not in self.header:
            raise ColumnMissing(column=name, columns=self.header)
        return self.store.column(self.header.index(name)).rename(name)

    def frame(self) -> "pd.DataFrame":
        """Give all text, one column per name of ``header``; equal cells of a column share theirs."""
        import pandas as pd

        if self.n_rows <= _FEW_ROWS:
            return self.query("SELECT * EXCLUDE (_row) FROM lines")
        columns = {}
        for name in self.header:
            codes, words = pd.factorize(self.column(name).to_numpy(dtype=object))
            columns[name] = pd.array(words, dtype="str").take(codes)
        return pd.DataFrame(columns)

    def file_row(self, row: int) -> int:
        """Give the 1-based row in the file of a 0-based row, as a spreadsheet program counts."""
        return self.places.file_row(row)

    def renamed(self, new_names: Mapping[str, str]) -> Self:
        """Give the table with other names for some of its columns; this one must no longer be used.

        >>> RawTable.from_rows(["Income 2"], [["31"]]).renamed({"Income 2": "Income"}).header
        ('Income',)
        """
        names = unique_names([new_names.get(name, name) for name in self.header])
        self.store.extend(names, ())
        return replace(self, header=names)

    def query(self, sql: str) -> "pd.DataFrame":
        """Ask in SQL; the rows are the table ``lines``, with ``_row`` (BIGINT, from 0) besides.

        Its columns are text and bear the names of ``header``, which SQL wants in double quotes.
        """
        return self.store.cursor().execute(sql).df()

    def questions(self, progress: Progress = NO_PROGRESS) -> "Questions":
        """Begin to ask in SQL as in ``query``; ``progress`` may call every question off."""
        from desktop_app.core.intake.questions import Questions

        return Questions(self.store, progress)


def sql_text(value: str) -> str:
    """Give a value as a text of SQL.

    >>> sql_text("it's")
    "'it''s'"
    """
    return "'" + value.replace("'", "''") + "'"


def unique_names(header: Sequence[str]) -> tuple[str, ...]:
    """Name every column once, case aside: blanks around go, later twins get a number.

    Examples
    --------
    >>> unique_names(["Name", "name ", "", "Name (2)"])
    ('Name', 'name (2)', 'Column 3', 'Name (2) (2)')
    """
    taken = {"_row"}  # the place of a row in ``RawTable.query``
    names = []
    for position, original in enumerate(header, start=1):
        stem = original.strip().strip("\ufeff") or f"Column {position}"
        name = free_name(stem, lambda name: name.casefold() in taken)
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)
