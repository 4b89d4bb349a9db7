"""Files as shops have them, several things amiss in each: other tables than those of ``damage``.

They are there to judge by, not to tune on.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from damage import Case

N_FILES = 300

_FIRST = (
    "Aino",
    "Ben",
    "Chloé",
    "Dieter",
    "Eve",
    "Fatma",
    "Giulia",
    "Henk",
    "Inês",
    "Jürgen",
    "Zoë",
)
_LAST = ("Abel", "Brown", "Castro", "De Vries", "Esposito", "Müller", "O'Neill", "Šahin", "Young")
_TOWNS = ("Bad Aibling", "Den Haag", "Leeds", "New York", "Porto", "Saint-Malo", "Turku", "Wels")
_ITEMS = (
    "Mug, blue",
    "Soap (3 pcs)",
    'Poster 20"',
    "Gift card",
    "Tea; loose",
    "Hat",
    "Blanket, wool",
)


@dataclass
class _File:
    """A table and how it is written; the pollutions below change it."""

    header: list[str]
    rows: list[list[str]]
    delimiter: str
    encoding: str = "utf-8"
    line_end: str = "\n"
    quotes_all: bool = False
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    line_by_row: dict[int, str] = field(default_factory=dict)
    extra_lines: dict[int, str] = field(default_factory=dict)
    names_columns: bool = True

    def line(self, row: list[str]) -> str:
        return self.delimiter.join(map(self._cell, row))

    def _cell(self, text: str) -> str:
        if self.quotes_all or any(sign in text for sign in (self.delimiter, '"', "\n")):
            return '"' + text.replace('"', '""') + '"'
        return text

    def case(self, name: str, draw: Random) -> Case:
        lines = [*self.above]
        if self.names_columns:
            lines.append(self.line(self.header))
        for i, row in enumerate(self.rows):
            lines.extend([self.extra_lines[i]] if i in self.extra_lines else [])
            lines.append(self.line_by_row.get(i, self.line(row)))
        lines += self.below
        ends = [
            draw.choice(("\n", "\r\n")) if self.line_end == "?" else self.line_end for _ in lines
        ]
        text = "".join(line + end for line, end in zip(lines, ends))
        header = tuple(self.header) if self.names_columns else ()
        rows = tuple(map(tuple, self.rows))
        return Case(name, text.encode(self.encoding, "replace"), header, rows, self.encoding)


def shop_files(n: int = N_FILES, seed: int = 2024) -> Iterator[Case]:
    for i in range(n):
        draw = Random(seed * 1_000_003 + i)
        source = draw.choice(_SOURCES)
        file = source(draw)
        chosen = draw.sample(_POLLUTIONS, draw.randrange(1, 5))
        for pollute in sorted(chosen, key=_POLLUTIONS.index):
            pollute(file, draw)
        names = "+".join(pollute.__name__.strip("_") for pollute in chosen)
        yield file.case(f"{source.__name__.strip('_')}:{names}", draw)


# sources ------------------------------------------------------------------------------------


def _n_rows(draw: Random) -> int:
    return draw.choice((8, 15, 40, 120))


def _loyalty_list(draw: Random) -> _File:
    rows = [
        [
            f"{100_000 + 37 * i}",
            draw.choice(_FIRST),
            draw.choice("mf"),
            str(draw.randrange(18, 90)),
            f"{draw.randrange(12, 99)}.{draw.randrange(1000):03},{draw.randrange(100):02}",
            f"{draw.randrange(1, 99)},{draw.randrange(10)}",
        ]
        for i in range(_n_rows(draw))
    ]
    return _File(["Karte", "Vorname", "Geschlecht", "Alter", "Einkommen", "Punkte"], rows, ";")


def _order_export(draw: Random) -> _File:
    rows = []
    for i in range(_n_rows(draw)):
        price, quantity = draw.randrange(200, 9_000) / 100, draw.randrange(1, 5)
        name = (
            f"{draw.choice(_FIRST)}.{draw.choice(_LAST)}".lower().replace(" ", "").replace("'", "")
        )
        when = f"2024-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}T1{draw.randrange(10)}:30:00Z"
        amount = f"{price * quantity:.2f}"
        rows.append(
            [
                f"#{1000 + i}",
                when,
                f"{name}@example.com",
                draw.choice(_ITEMS),
                str(quantity),
                amount,
                "",
            ]
        )
    header = ["Order", "Created at", "Email", "Lineitem name", "Quantity", "Total", "Note"]
    return _File(header, rows, draw.choice((",", "\t")))


def _bank_export(draw: Random) -> _File:
    rows = [
        [
            f"{draw.randrange(1, 29):02}.{draw.randrange(1, 13):02}.2024",
            f"{draw.choice(_FIRST)} {draw.choice(_LAST)}",
            f"Invoice {draw.randrange(100, 999)}, thank you",
            f"{draw.choice(('', '-'))}{draw.randrange(1, 3)}.{draw.randrange(1000):03},"
            f"{draw.randrange(100):02}",
            "EUR",
        ]
        for _ in range(_n_rows(draw))
    ]
    return _File(["Buchung", "Name", "Zweck", "Betrag", "Währung"], rows, ";", "cp1252")


def _subscribers(draw: Random) -> _File:
    rows = []
    for i in range(_n_rows(draw)):
        first, last = draw.choice(_FIRST), draw.choice(_LAST)
        tags = draw.choice(("", "vip", "vip;new", "old;far;vip"))
        day = f"{draw.randrange(1, 13)}/{draw.randrange(1, 29)}/24"
        rows.append([f"p{i}@example.org", first, last, day, str(draw.randrange(1, 6)), tags])
    return _File(
        ["Email Address", "First Name", "Last Name", "Opt-in", "Rating", "Tags"], rows, ","
    )


def _price_list(draw: Random) -> _File:
    rows = [
        [
            f"{draw.choice('ABC')}-{200 + i}",
            draw.choice(_ITEMS),
            f"${draw.randrange(1, 4)},{draw.randrange(1000):03}.{draw.randrange(100):02}",
            str(draw.randrange(400)),
            draw.choice(_TOWNS),
        ]
        for i in range(_n_rows(draw))
    ]
    return _File(["SKU", "Article", "Price", "Stock", "Store"], rows, draw.choice((",", "|")))


_SOURCES: tuple[Callable[[Random], _File], ...] = (
    _loyalty_list,
    _order_export,
    _bank_export,
    _subscribers,
    _price_list,
)


# pollutions ---------------------------------------------------------------------------------


def _everything_quoted(file: _File, draw: Random) -> None:
    file.quotes_all = True


def _other_line_ends(file: _File, draw: Random) -> None:
    file.line_end = draw.choice(("\r\n", "\r", "?"))


def _other_encoding(file: _File, draw: Random) -> None:
    file.encoding = draw.choice(("utf-8-sig", "utf-16", "cp1252"))


def _cells_of_several_lines(file: _File, draw: Random) -> None:
    texts = [c for c, cell in enumerate(file.rows[0]) if any(map(str.isalpha, cell)) and c]
    for row in draw.sample(file.rows, max(len(file.rows) // 6, 1)):
        row[draw.choice(texts)] += "\n(see below)"


def _lines_above(file: _File, draw: Random) -> None:
    filling = file.delimiter * (len(file.header) - 1)
    title = draw.choice(("Report of May 2024", "Our shop - all customers", "Export"))
    file.above = draw.choice(
        ([title, ""], [title + filling, filling], [title, "Created: 2024-05-01 10:00", "", ""])
    )


def _notes_below(file: _File, draw: Random) -> None:
    filling = file.delimiter * (len(file.header) - 1)
    file.below = draw.choice(
        (
            ["", "Exported on 1 May 2024 by the till"],
            [f"Total{filling[:-1]}{file.delimiter}4711"],
            ["", f"Total rows: {len(file.rows)}{filling}"],
            [filling, f"Generated by ShopTool 3{filling}"],
        )
    )


def _names_again(file: _File, draw: Random) -> None:
    file.extra_lines[draw.randrange(1, len(file.rows))] = file.line(file.header)


def _blank_rows(file: _File, draw: Random) -> None:
    filling = file.delimiter * (len(file.header) - 1)
    file.extra_lines[draw.randrange(1, len(file.rows))] = draw.choice(("", filling))


def _short_rows(file: _File, draw: Random) -> None:
    for i in draw.sample(range(len(file.rows) - 1), 2):
        row = file.rows[i]
        row[-2:] = ["", ""]
        file.line_by_row[i] = file.line(row[:-2])


def _gaps(file: _File, draw: Random) -> None:
    for i in draw.sample(range(len(file.rows)), 2):
        at = draw.randrange(len(file.header))
        file.line_by_row[i] = file.line([*file.rows[i][:at], "", *file.rows[i][at:]])


def _stray_quotes(file: _File, draw: Random) -> None:
    for i in draw.sample(range(len(file.rows)), 2):
        at = draw.randrange(len(file.header))
        cells = [file.line([cell]) for cell in file.rows[i]]
        cells[at] = '"' + cells[at]
        file.rows[i][at] = '"' + file.rows[i][at]
        file.line_by_row[i] = file.delimiter.join(cells)


def _no_header(file: _File, draw: Random) -> None:
    file.names_columns = False
    name_line = file.line(file.header)
    file.extra_lines = {i: line for i, line in file.extra_lines.items() if line != name_line}


def _separator_line(file: _File, draw: Random) -> None:
    file.above = [f"sep={file.delimiter}"]


_POLLUTIONS = [
    _everything_quoted,
    _other_line_ends,
    _other_encoding,
    _cells_of_several_lines,
    _lines_above,
    _notes_below,
    _names_again,
    _blank_rows,
    _short_rows,
    _gaps,
    _stray_quotes,
    _no_header,
    _separator_line,
]
