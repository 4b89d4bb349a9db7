"""Tables in web pages and in the XML of old office programs, as many shops save their lists as .xls.

Read in one pass over the tags, which takes the same time whatever the page: there is no tree, nothing
is fetched, and what a page declares or runs is passed over.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

_TAGS_BETWEEN_LOOKS = 10_000
_WIDEST_CELL = 1_000  # columns or rows, as browsers have it
_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*)?([^<>]*)>?([^<]*)")
_SPAN = re.compile(r"""\b(colspan|rowspan|ss:mergeacross|ss:index)\s*=\s*["']?(\d{1,9})""", re.I)
_NAME = re.compile(r"""\bss:name\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.I)
_ROW, _CELL = frozenset({"tr", "row"}), frozenset({"td", "th", "cell"})
_BREAK = frozenset({"br", "p", "div", "li"})
_SILENT = frozenset({"script", "style"})
_MIDNIGHT = "T00:00:00.000"


@dataclass(slots=True)
class MarkupTable:
    """The cells of one table, row by row; of a cell over several, only the first has the text."""

    name: str
    rows: list[list[str]] = field(default_factory=list)
    _held: dict[int, int] = field(default_factory=dict)  # how many rows more, by column
    _open: int | None = None  # the column of the cell whose text is being read

    @property
    def n_cells(self) -> int:
        """How many cells with text stand beside others; 0 if they all stand in one row."""
        by_row = [n for row in self.rows if (n := sum(map(bool, row))) > 1]
        return sum(by_row) if len(by_row) > 1 else 0

    def begin_row(self) -> None:
        """Begin a new row."""
        self.rows.append([])
        self._open = None

    def begin_cell(self, attributes: str) -> None:
        """Begin a cell, to the right of what cells of rows above still hold."""
        if not self.rows:
            self.begin_row()
        row, spans = self.rows[-1], _spans(attributes)
        while self._held.get(len(row)):
            self._held[len(row)] -= 1
            row.append("")
        row += [""] * min(spans.get("ss:index", 0) - 1 - len(row), _WIDEST_CELL)
        self._open = len(row)
        n_columns = spans.get("colspan", 1 + spans.get("ss:mergeacross", 0))
        row += [""] * min(max(n_columns, 1), _WIDEST_CELL)
        n_more_rows = min(spans.get("rowspan", 1), _WIDEST_CELL) - 1
        if n_more_rows > 0:
            self._held |= dict.fromkeys(range(self._open, len(row)), n_more_rows)

    def end_cell(self, text: str) -> None:
        """Put its text into the cell that is open, if one is."""
        if self._open is not None:
            self.rows[-1][self._open] = " ".join(text.split()).removesuffix(_MIDNIGHT)
            self._open = None


def _spans(attributes: str) -> dict[str, int]:
    if not attributes:
        return {}
    return {name.lower(): int(number) for name, number in _SPAN.findall(attributes)}


def tables_of(text: str, pause: Callable[[], None]) -> list[MarkupTable]:
    """Give the tables of a page, or of a workbook in XML, in the order in which they begin.

    ``pause`` is called now and then. A table without a name is called by its number.

    Examples
    --------
    >>> page = "<table><tr><th>Name<th>Spent<tr><td>Ann &amp; Bob<td>3,50</table>"
    >>> tables_of(page, lambda: None)[0].rows
    [['Name', 'Spent'], ['Ann & Bob', '3,50']]
    """
    tables: list[MarkupTable] = []
    nest: list[MarkupTable] = []
    words: list[str] = []
    name, is_silent = "", False
    for i, (slash, tag, attributes, data) in enumerate(_tags(text)):
        if i % _TAGS_BETWEEN_LOOKS == 0:
            pause()
        if tag in _SILENT:
            is_silent = not slash
        if tag == "worksheet" and not slash:
            name = html.unescape("".join(*_NAME.findall(attributes)[:1]))
        if nest and (tag == "table" or tag in _ROW or tag in _CELL):
            nest[-1].end_cell("".join(words))
            words.clear()
        if tag == "table" and not slash:
            nest.append(MarkupTable(name or str(len(tables) + 1)))
            tables.append(nest[-1])
            name = ""
        elif tag == "table" and nest:
            nest.pop()
        elif tag in _ROW and nest and not slash:
            nest[-1].begin_row()
        elif tag in _CELL and nest and not slash:
            nest[-1].begin_cell(attributes)
        elif tag in _BREAK:
            words.append(" ")
        if nest and not is_silent:
            words.append(html.unescape(data))
    if nest:
        nest[-1].end_cell("".join(words))
    return tables


def _tags(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Give the slash, the name, the attributes of each tag, and the text behind it."""
    for piece in _without_comments(text):
        for found in _TAG.finditer(piece):
            slash, tag, attributes, data = found.groups(default="")
            name = tag.lower().removeprefix("ss:")
            yield slash, name, attributes, data
            if attributes.endswith("/") and name in _CELL:
                yield "/", name, "", ""


def _without_comments(text: str) -> Iterator[str]:
    place = 0
    while (begin := text.find("<!--", place)) >= 0:
        yield text[place:begin]
        end = text.find("-->", begin)
        if end < 0:
            return
        place = end + 3
    yield text[place:]
