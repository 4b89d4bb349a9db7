"""The signs of delimited text: what parts the cells, what quotes them, how many a row has."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

NO_DELIMITER = "\x1f"  # for a list of one column: the unit separator occurs in no such list


@dataclass(frozen=True, slots=True)
class Dialect:
    """What turns the lines of a text into cells.

    ``delimiter`` is ``None`` where nothing parts the cells and ``" "`` where runs of blanks do, or,
    if there are ``cuts``, where cells begin at these characters of each line. ``quote`` is ``None``
    where nothing quotes. ``escape`` of ``None`` means that a quote within quotes is doubled.
    ``skips_blanks``: blanks after a delimiter do not belong to the cell. ``n_columns`` is the usual
    number of cells of a row, 0 while it is not known. ``is_wrapped``: each line stands in quotes as a
    whole, as programs do that take the delimiter for another one.
    """

    delimiter: str | None
    quote: str | None = '"'
    escape: str | None = None
    skips_blanks: bool = False
    cuts: tuple[int, ...] = ()
    n_columns: int = 0
    is_wrapped: bool = False

    @property
    def has_blanks(self) -> bool:
        """Whether blanks part the cells."""
        return self.delimiter == " "


def csv_reader(
    lines: Iterable[str], dialect: Dialect, is_strict: bool = False
) -> Iterator[list[str]]:
    """Split lines as the signs say; ``is_strict`` raises ``csv.Error`` at a mark amiss."""
    return csv.reader(
        lines,
        delimiter=dialect.delimiter or NO_DELIMITER,
        quotechar=dialect.quote,
        escapechar=dialect.escape,
        skipinitialspace=dialect.skips_blanks,
        quoting=csv.QUOTE_NONE if dialect.quote is None else csv.QUOTE_MINIMAL,
        strict=is_strict,
    )
