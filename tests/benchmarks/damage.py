"""One table of a small shop, damaged in every way that a single writer of text files can go wrong.

The kinds are those of Vitagliano et al., "Pollock: A Data Loading Benchmark" (VLDB 2023): of the
file (header, lines above, several tables, encoding, line ends), of its signs, and of each cell of
each row. Table, code and wording are our own. What a reader should make of a file goes with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

Cells = tuple[str, ...]

N_ROWS = 40
HEADER: Cells = (
    "Day",
    "Time",
    "Items",
    "Order no",
    "Price",
    "Customer",
    "Product",
    "Remark",
    "Link",
    "Comment",
)
ALWAYS_QUOTED = frozenset({6, 7})

_NAMES = ("Ann", "Bo", "Cem", "Dora", "Emil", "Finn", "Hugo", "Käthe", "Lars", "Mia", "Olga", "Per")
_FAMILIES = (
    "Aoki",
    "O'Brien",
    "Costa",
    "Dahl",
    "Gómez",
    "Holm",
    "Ivanov",
    "Jensen",
    "Kurz",
    "Lind",
)
_THINGS = (
    "Oak stool",
    "Tea towel, striped",
    'Picture frame, 12"',
    "Children's raincoat",
    "Candle, beeswax",
    "Enamel mug",
    'Wall shelf 24"',
    "Wool hat, grey",
    "Door mat",
    "Linen apron, long, blue",
)
_REMARKS = (
    "Gift wrapping, please, and no invoice in the parcel.",
    "Leave it with the neighbour if nobody is at home.",
    'They asked whether the 8\\\'9"" version returns in spring, then took this one.',
    "Paid by card; collected on Saturday, together with the other order.",
    "Colour doesn't matter, but size does: medium, or nothing at all.",
    "Second try after the first one broke on its way.",
    "Delivery between 9 and 12, second floor, ring twice.",
    "Asked for a receipt, a bag and a smile; got all three.",
)


@dataclass(frozen=True, slots=True)
class Case:
    """A file, and the table that is in it; ``header`` is empty where the file names no columns."""

    name: str
    data: bytes
    header: Cells
    rows: tuple[Cells, ...]
    encoding: str = "utf-8"


def table_rows(seed: int = 7) -> tuple[Cells, ...]:
    draw = Random(seed)
    start = date(2023, 3, 1)
    rows = []
    for i in range(N_ROWS):
        day = start + timedelta(days=5 * i + draw.randrange(4))
        code = f"{draw.choice('ABKRT')}{draw.choice('LMNXZ')}-{draw.randrange(1000, 9999)}"
        rows.append(
            (
                day.strftime("%d/%m/%Y"),
                f"{draw.randrange(8, 20):02}:{draw.randrange(60):02}",
                str(draw.randrange(1, 30)),
                code,
                f"${draw.randrange(90, 9_900) / 100:.2f}",
                f"{draw.choice(_NAMES)} {draw.choice(_FAMILIES)}",
                draw.choice(_THINGS),
                draw.choice(_REMARKS).replace('""', '"'),
                f"https://shop.example/orders/{code.replace('-', '_')}.html",
                "",
            )
        )
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Signs:
    """How cells are written."""

    delimiter: str = ","
    quote: str = '"'
    escape: str = '"'
    line_end: str = "\r\n"

    def cell(self, text: str, is_quoted: bool = False) -> str:
        needs_quotes = any(sign in text for sign in (self.delimiter.strip() or " ", self.quote))
        if is_quoted or needs_quotes:
            return self.quote + text.replace(self.quote, self.escape + self.quote) + self.quote
        return text

    def cells(self, row: Sequence[str]) -> list[str]:
        return [self.cell(text, i in ALWAYS_QUOTED) for i, text in enumerate(row)]

    def line(self, row: Sequence[str]) -> str:
        return self.delimiter.join(self.cells(row))

    def text(self, rows: Sequence[Sequence[str]]) -> str:
        return "".join(self.line(row) + self.line_end for row in rows)


PLAIN = Signs()


def damaged_files() -> Iterator[Case]:
    """Give every case: first those of whole files, then those of single cells."""
    rows = table_rows()
    yield from _files(rows)
    yield from _signs(rows)
    yield from _encodings(rows)
    for place in range(N_ROWS + 1):
        yield from _row(rows, place)


def _files(rows: tuple[Cells, ...]) -> Iterator[Case]:
    whole = PLAIN.text([HEADER, *rows])

    def case(name: str, text: str, header: Cells = HEADER, below: tuple[Cells, ...] = rows) -> Case:
        return Case(name, text.encode(), header, below)

    blank = ("",) * len(HEADER)
    yield case("plain", whole)
    yield case("no_payload", "", (), ())
    yield case("no_line_end_at_the_end", whole.rstrip())
    yield case("two_line_ends_at_the_end", whole + "\r\n")
    yield case("no_header", PLAIN.text(rows), ())
    yield case("header_twice", PLAIN.text([HEADER, HEADER, *rows]))
    yield case("header_three_times", PLAIN.text([HEADER, HEADER, HEADER, *rows]))
    above = [f"{'Order' if i % 2 else 'Shop'} part {i}" for i in range(len(HEADER))]
    joined = tuple(f"{a} {b}" for a, b in zip(above, HEADER))
    yield case("header_in_two_rows", PLAIN.text([above, HEADER, *rows]), joined)
    title = ("Orders of the shop", *blank[1:])
    yield case("preamble_with_delimiters", PLAIN.text([title, blank, HEADER, *rows]))
    yield case("preamble", "Orders of the shop\r\n\r\n" + whole)
    note = ("Exported from the till", *blank[1:])
    yield case("notes_below_with_delimiters", PLAIN.text([HEADER, *rows, blank, note]))
    yield case("notes_below", whole + "\r\nExported from the till\r\n")
    yield case("header_only", PLAIN.text([HEADER]), below=())
    yield case("one_row", PLAIN.text([HEADER, rows[0]]), below=rows[:1])
    for width, how in ((8, "fewer"), (10, "as_many"), (12, "more")):
        other = [tuple(f"Stock {i}" for i in range(width))]
        other += [(f"S{i}", *[str(i * j) for j in range(1, width)]) for i in range(15)]
        lines = "".join(",".join(row) + "\r\n" for row in other)
        yield case(f"a_table_with_{how}_columns_below", whole + lines)


def _signs(rows: tuple[Cells, ...]) -> Iterator[Case]:
    kinds = {
        "lines_end_with_lf": Signs(line_end="\n"),
        "lines_end_with_cr": Signs(line_end="\r"),
        "semicolon": Signs(delimiter=";"),
        "tab": Signs(delimiter="\t"),
        "bar": Signs(delimiter="|"),
        "blank": Signs(delimiter=" "),
        "comma_and_blank": Signs(delimiter=", "),
        "apostrophe_quotes": Signs(quote="'", escape="'"),
        "backslash_escapes": Signs(escape="\\"),
        "nothing_escapes": Signs(escape=""),
    }
    for name, signs in kinds.items():
        yield Case(name, signs.text([HEADER, *rows]).encode(), HEADER, rows)
    for at in (1, 2, N_ROWS // 2, N_ROWS):
        lines = PLAIN.text([HEADER, *rows]).split("\r\n")
        text = "\r\n".join(lines[:at]) + "\n" + "\r\n".join(lines[at:])
        yield Case(f"other_line_end_{at}", text.encode(), HEADER, rows)


def _encodings(rows: tuple[Cells, ...]) -> Iterator[Case]:
    text = PLAIN.text([HEADER, *rows])
    for encoding in ("utf-8-sig", "utf-16", "latin-1"):
        yield Case(f"encoding_{encoding}", text.encode(encoding), HEADER, rows, encoding)


def _row(rows: tuple[Cells, ...], place: int) -> Iterator[Case]:
    """Damage one row: 0 is the header."""
    table = [HEADER, *rows]
    row = table[place]
    cells = PLAIN.cells(row)

    def case(name: str, line: str, told: Sequence[str] = row) -> Case:
        lines = [PLAIN.line(row) for row in table]
        lines[place] = line
        good = [*table[:place], tuple(told), *table[place + 1 :]]
        text = "".join(line + "\r\n" for line in lines)
        return Case(f"{name}_{place}", text.encode(), good[0], tuple(good[1:]))

    for column in range(len(row)):
        extra = [*cells[:column], "", *cells[column:]]
        yield case(f"extra_delimiter_{column}", ",".join(extra))
        if column:
            merged = [*cells[: column - 1], cells[column - 1] + cells[column], *cells[column + 1 :]]
            yield case(f"missing_delimiter_{column}", ",".join(merged))
        stray = [*cells[:column], '"' + cells[column], *cells[column + 1 :]]
        told = [*row[:column], '"' + row[column], *row[column + 1 :]]
        yield case(f"extra_quote_{column}", ",".join(stray), told)
        if cells[column].endswith('"'):
            open_ended = [*cells[:column], cells[column][:-1], *cells[column + 1 :]]
            told = [*row[:column], '"' + row[column], *row[column + 1 :]]
            yield case(f"missing_quote_{column}", ",".join(open_ended), told)
    yield case("blank_for_delimiter", " ".join(cells))
    yield case("semicolon_for_delimiter", Signs(delimiter=";").line(row))
    yield case("apostrophe_for_quote", Signs(quote="'", escape="'").line(row))
    yield case("backslash_for_escape", Signs(escape="\\").line(row))
