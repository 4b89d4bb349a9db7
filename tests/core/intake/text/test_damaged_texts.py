"""One small text per trap, with the table that is in it."""

import pytest

from desktop_app.core.intake.reading import read_table

PEOPLE = [
    ("1", "Ann", "Bonn", "3.50"),
    ("2", "Bob", "New York", "12.00"),
    ("3", "Cid", "Paris, FR", "7.25"),
    ("4", "Dora", "Oslo", "99.10"),
    ("5", "Emil", "Bern", "15.00"),
    ("6", "Finn", 'Kiel "West"', "4.75"),
    ("7", "Gus", "Graz", "8.80"),
    ("8", "Hal", "Lund", "1.20"),
    ("9", "Ida", "Metz", "2.20"),
]
NAMES = ("id", "name", "town", "spent")
LINES = [
    "id,name,town,spent",
    "1,Ann,Bonn,3.50",
    "2,Bob,New York,12.00",
    '3,Cid,"Paris, FR",7.25',
    "4,Dora,Oslo,99.10",
    "5,Emil,Bern,15.00",
    '6,Finn,"Kiel ""West""",4.75',
    "7,Gus,Graz,8.80",
    "8,Hal,Lund,1.20",
    "9,Ida,Metz,2.20",
]


def text_with(at: int, *lines: str, n_replaced: int = 0) -> str:
    """Give the list with other lines before line ``at``, in place of some of its own."""
    return "\n".join([*LINES[:at], *lines, *LINES[at + n_replaced :]]) + "\n"


def people_with(at: int, *rows: tuple[str, ...], n_replaced: int = 0) -> list[tuple[str, ...]]:
    return [*PEOPLE[: at - 1], *rows, *PEOPLE[at - 1 + n_replaced :]]


WHOLE = text_with(0)


@pytest.fixture
def read(tmp_path):
    def read(text: str | bytes):
        path = tmp_path / "list.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_table(path)

    return read


def oddities(table) -> dict[str, tuple[int, tuple[int, ...]]]:
    return {odd.code: (odd.count, odd.rows) for odd in table.oddities}


UNDAMAGED = {
    "as it is": WHOLE,
    "semicolons": WHOLE.replace(",", ";").replace("Paris; FR", "Paris, FR"),
    "tabs": WHOLE.replace(",", "\t").replace("Paris\t FR", "Paris, FR"),
    "bars": WHOLE.replace(",", "|").replace("Paris| FR", "Paris, FR"),
    "blanks behind commas": WHOLE.replace(",", ", ").replace("Paris,  FR", "Paris, FR"),
    "apostrophes for quotes": WHOLE.replace('""', "\0").replace('"', "'").replace("\0", '"'),
    "backslashes before quotes": WHOLE.replace('""W', '\\"W').replace('t""', 't\\"'),
    "nothing before quotes": WHOLE.replace('""', '"'),
    "no line end at the end": WHOLE.rstrip(),
    "two line ends at the end": WHOLE + "\n\n",
    "lines end as on Windows": WHOLE.replace("\n", "\r\n"),
    "lines end as on an old Mac": WHOLE.replace("\n", "\r"),
    "lines end in many ways": WHOLE.replace("\n", "\r\n", 3).replace("00\n", "00\r"),
    "lines end twice": WHOLE.replace("\n", "\r\r\n"),
    "sep line": "sep=,\n" + WHOLE,
    "rows in quotes as a whole": "".join('"' + line.replace('"', '""') + '"\n' for line in LINES),
    "empty rows": text_with(4, "", ",,,", "  "),
    "an empty column": WHOLE.replace("\n", ",\n"),
    "separators at the end of rows": "\n".join([LINES[0], *[f"{line}," for line in LINES[1:]]]),
    "separators at the end of some rows": text_with(4, LINES[4] + ",,", n_replaced=1),
    "one row with other separators": text_with(2, "2;Bob;New York;12.00", n_replaced=1),
    "one row with other quotes": text_with(3, "3,Cid,'Paris, FR',7.25", n_replaced=1),
    "one row with other escapes": text_with(6, '6,Finn,"Kiel \\"West\\"",4.75', n_replaced=1),
    "one row without escapes": text_with(6, '6,Finn,"Kiel "West"",4.75', n_replaced=1),
}


@pytest.mark.parametrize("text", UNDAMAGED.values(), ids=UNDAMAGED)
def test_however_it_is_written_the_table_is_the_same(read, text):
    table = read(text)

    assert (table.header, table.rows) == (NAMES, PEOPLE)
    assert table.oddities == ()


STRAY = {
    "at the start of a number": (2, '2,"Bob,New York,12.00', ("2", '"Bob', "New York", "12.00")),
    "at the start of a row": (4, '"4,Dora,Oslo,99.10', ('"4', "Dora", "Oslo", "99.10")),
    "doubled by mistake": (3, '3,Cid,""Paris, FR",7.25', ("3", "Cid", '"Paris, FR', "7.25")),
    "never closed": (3, '3,Cid,"Paris, FR,7.25', ("3", "Cid", '"Paris, FR', "7.25")),
    "at the end of the last cell": (5, '5,Emil,Bern,15.00"', ("5", "Emil", "Bern", '15.00"')),
    "before the last cell": (7, '7,Gus,Graz,"8.80', ("7", "Gus", "Graz", '"8.80')),
}


@pytest.mark.parametrize(("at", "line", "row"), STRAY.values(), ids=STRAY)
def test_a_stray_quote_spoils_no_more_than_its_cell(read, at, line, row):
    table = read(text_with(at, line, n_replaced=1))

    assert (table.header, table.rows) == (NAMES, people_with(at, row, n_replaced=1))


def test_a_cell_may_have_several_lines(read):
    table = read(text_with(4, '4,Dora,"Oslo\nNorway\n\nEurope",99.10', n_replaced=1))

    assert table.rows[3] == ("4", "Dora", "Oslo\nNorway\n\nEurope", "99.10")
    assert len(table.rows) == len(PEOPLE)


def test_quotes_within_a_cell_of_several_lines_need_no_escape(read):
    table = read(text_with(4, '4,Dora,"Oslo\n"North"",99.10', n_replaced=1))

    assert table.rows[3] == ("4", "Dora", 'Oslo\n"North"', "99.10")


def test_a_stray_quote_does_not_part_a_cell_of_several_lines(read):
    table = read(text_with(4, '4,"Dora,"Oslo\nNorway",99.10', n_replaced=1))

    assert table.rows == people_with(4, ("4", '"Dora', "Oslo\nNorway", "99.10"), n_replaced=1)


@pytest.mark.parametrize("last", [4, 5, 8])
def test_two_stray_quotes_join_no_rows(read, last):
    lines = [*LINES]
    lines[2] = lines[2].replace(",12", ',"12')
    lines[last] += '"'

    table = read("\n".join(lines))

    assert table.n_rows == len(PEOPLE)


@pytest.mark.parametrize(
    "above",
    [
        "Our customers\n",
        "Our customers\nas of May\n\n",
        "Our customers,,,\n,,,\n",
        '"Our customers, all of them"\n\n\n',
    ],
)
def test_lines_above_are_told_and_left_out(read, above):
    table = read(above + WHOLE)

    assert (table.header, table.rows) == (NAMES, PEOPLE)
    n_above = above.count("\n")
    assert oddities(table) == {"preamble": (n_above, tuple(range(1, n_above + 1)))}
    assert table.oddities[0].example.startswith("Our customers")
    assert (table.form.n_preamble_rows, table.form.n_skipped_rows) == (n_above, 0)


def test_lines_between_a_separator_line_and_the_table_keep_their_number(read):
    table = read("sep=,\nOur customers\n" + WHOLE)

    assert oddities(table) == {"preamble": (1, (2,))}
    assert (table.form.header_row, table.file_row(0)) == (2, 4)


NOTES = {
    "a sum": (["Total,,,153.80"], [11]),
    "a sum without a word": ([",,,153.80"], [11]),
    "a sum below a gap": (["", "Summe: ,,,153.80"], [12]),
    "a word": (["Exported on 3 May 2024"], [11]),
    "a word with separators": (["Exported by the till,,,"], [11]),
    "a word below a gap": (["", "by Ann"], [12]),
    "several": (
        ["", "Total,,,153.80", "", "Exported on Monday, 3 May", "* with tax"],
        [12, 14, 15],
    ),
}


@pytest.mark.parametrize(("lines", "rows"), NOTES.values(), ids=NOTES)
def test_notes_below_are_told_and_left_out(read, lines, rows):
    table = read(text_with(10, *lines))

    assert table.rows == PEOPLE
    assert oddities(table) == {"notes_below": (len(rows), tuple(rows))}
    assert table.form.n_skipped_rows == len(rows)


def test_what_looks_like_a_note_between_rows_is_a_row(read):
    table = read(text_with(5, "North"))

    assert table.rows == people_with(5, ("North", "", "", ""))
    assert oddities(table) == {"shifted_row": (1, (6,))}


@pytest.mark.parametrize("last", ["10,Jon,,", "10,Jon,Total,3.00", "10,Total,Rome,3.00"])
def test_a_last_row_with_gaps_is_no_note(read, last):
    table = read(text_with(10, last))

    assert table.rows[9] == tuple(last.split(","))
    assert table.oddities == ()


def test_names_that_come_again_are_told_and_left_out(read):
    table = read(text_with(4, LINES[0]) + LINES[0] + "\n")

    assert table.rows == PEOPLE
    assert oddities(table) == {"repeated_header": (2, (5, 12))}
    assert [table.file_row(row) for row in (2, 3)] == [4, 6]


def test_a_second_table_is_told_and_left_out(read):
    table = read(text_with(10, "", "article,sold", "mug,12", "hat,7", "stool,3", "candle,8"))

    assert table.rows == PEOPLE
    assert oddities(table) == {"other_table": (5, (12, 13, 14, 15, 16))}


UNEVEN = {
    "short": ("10,Jon", ("10", "Jon", "", "")),
    "a gap too many": ("10,,Jon,Rome,3.00", ("10", "Jon", "Rome", "3.00")),
    "a gap at the start": (",10,Jon,Rome,3.00", ("10", "Jon", "Rome", "3.00")),
}


@pytest.mark.parametrize(("line", "row"), UNEVEN.values(), ids=UNEVEN)
def test_uneven_rows_are_fitted_and_told(read, line, row):
    table = read(text_with(5, line))

    assert (table.header, table.rows) == (NAMES, people_with(5, row))
    assert oddities(table) == {"shifted_row": (1, (6,))}


def test_a_row_with_too_much_text_keeps_all_of_it(read):
    table = read(text_with(5, "10,Jon,Rome,IT,3.00"))

    assert table.header == (*NAMES, "Column 5")
    assert table.rows[4] == ("10", "Jon", "Rome", "IT", "3.00")
    assert oddities(table)["shifted_row"] == (1, (6,))


def test_rows_that_are_all_short_are_told(read):
    table = read("name,age,town\nAnn,41\nBob,37\nCid,52\n")

    assert table.rows[1] == ("Bob", "37", "")
    assert oddities(table) == {"shifted_row": (3, (2, 3, 4))}


@pytest.mark.parametrize(
    ("text", "header", "codes"),
    [
        ("a,b,a\n1,2,3\n4,5,6\n", ("a", "b", "a (2)"), {"same_column_name"}),
        ("a,,c\n1,2,3\n4,5,6\n", ("a", "Column 2", "c"), {"empty_column_name"}),
        ("Spent,,Visits,\n2023,2024,2023,2024\n1,2,3,4\n", None, {"header_rows"}),
        ("Name,Income,Age\n,(k€),(years)\nAnn,41,7\nBob,3,9\n", None, {"header_rows"}),
        ("Your,Yearly,Full\nname,income,age\nAnn,41,7\nBob,3,9\n", None, {"header_rows"}),
    ],
)
def test_columns_are_named_once_each(read, text, header, codes):
    table = read(text)

    assert {odd.code for odd in table.oddities} == codes
    assert len({name.casefold() for name in table.header}) == len(table.header)
    if header:
        assert table.header == header


@pytest.mark.parametrize(
    ("text", "header"),
    [
        (
            "Spent,,Visits,\n2023,2024,2023,2024\n1,2,3,4\n",
            ("Spent 2023", "Spent 2024", "Visits 2023", "Visits 2024"),
        ),
        (
            "Name,Income,Age\n,(k€),(years)\nAnn,41,7\nBob,3,9\n",
            ("Name", "Income (k€)", "Age (years)"),
        ),
        (
            "Your,Yearly,Full\nname,income,age\nAnn,41,7\nBob,3,9\n",
            ("Your name", "Yearly income", "Full age"),
        ),
        ("Name,Age,Income\nAnn,n/a,unknown\nBob,3,9\nCid,4,5\n", ("Name", "Age", "Income")),
        ("Name,Opens,Clicks\nAnn,never,never\nBob,3,9\nCid,4,5\n", ("Name", "Opens", "Clicks")),
    ],
)
def test_a_header_may_stand_in_several_rows(read, text, header):
    assert read(text).header == header


BLANKS = {
    "one blank": (
        "name age\nann 41\nbob 7\ncid 52\n",
        [("ann", "41"), ("bob", "7"), ("cid", "52")],
    ),
    "many blanks": ("name   age\nann    41\nbob     7\n", [("ann", "41"), ("bob", "7")]),
    "laid out": (
        "name   town        spent\n"
        "ann    New York    41.00\n"
        "bob                 7.00\n"
        "cid    Rome         3.00\n",
        [("ann", "New York", "41.00"), ("bob", "", "7.00"), ("cid", "Rome", "3.00")],
    ),
    "laid out below a title": (
        "Customers of May\n\n"
        "name   town        spent\n"
        "ann    New York    41.00\n"
        "bob                 7.00\n"
        "cid    Rome         3.00\n",
        [("ann", "New York", "41.00"), ("bob", "", "7.00"), ("cid", "Rome", "3.00")],
    ),
    "quoted": (
        'name town spent\nann "New York" 41\nbob Rome 7\ncid Oslo 3\n',
        [("ann", "New York", "41"), ("bob", "Rome", "7"), ("cid", "Oslo", "3")],
    ),
}


@pytest.mark.parametrize(("text", "rows"), BLANKS.values(), ids=BLANKS)
def test_blanks_part_the_columns_of_a_table(read, text, rows):
    table = read(text)

    assert table.form.delimiter == " "
    assert table.rows == rows


@pytest.mark.parametrize(
    "text",
    [
        "Name\nAnn Smith\nBob Jones\nCid Brown\n",
        "Address\n12 Main Street\n14 High Street\n16 Low Road\n",
        "Last visit\n2024-05-01 10:30\n2024-05-02 11:30\n2024-05-03 09:10\n",
        "Full name\nAnn Smith\nBob Jones\nCid Brown\n",
        "Phone\n030 123 456\n040 987 654\n050 555 666\n",
    ],
)
def test_blanks_part_no_words(read, text):
    table = read(text)

    assert table.form.delimiter is None
    assert [row[0] for row in table.rows] == text.splitlines()[1:]


@pytest.mark.parametrize(
    ("text", "decimal"),
    [
        ("day;amount\n1.5.2024;1.234,56\n2.5.2024;99,00\n", ","),
        ('day,amount\n2024-05-01,"1,234.56"\n2024-05-02,99.00\n', "."),
        ("name;spent\nAnn;1 234,50\nBob;99,00\n", ","),
        ("name;spent\nAnn;1'234.50\nBob;99.00\n", "."),
        ("name;spent\nAnn;€ 1.234.567\nBob;€ 3,5\n", ","),
    ],
)
def test_the_decimal_sign_is_told_from_the_one_for_thousands(read, text, decimal):
    assert read(text).form.decimal == decimal


def test_a_list_of_one_column_may_stand_in_quotes(read):
    table = read('"Place"\n"Bonn, DE"\n"Rome, IT"\n"Paris, FR"\n')

    assert table.header == ("Place",)
    assert table.rows == [("Bonn, DE",), ("Rome, IT",), ("Paris, FR",)]


def test_a_text_without_names_keeps_its_first_row(read):
    table = read("\n".join(LINES[1:]))

    assert table.rows == PEOPLE
    assert table.header == ("Column 1", "Column 2", "Column 3", "Column 4")
