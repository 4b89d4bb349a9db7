import codecs
import csv
import gzip
import hashlib
from pathlib import Path

import pytest

from desktop_app.core.intake.reading import read_table, read_tables
from desktop_app.core.intake.regions import Region
from desktop_app.core.intake.tables import FileKind, ReadOptions
from desktop_app.core.progress import Cancelled

LIST = "Name,City,Spent\nAnn,Bonn,3.50\nBob,Köln,12.00\n"


@pytest.fixture
def write(tmp_path: Path):
    def write(content: str | bytes, name: str = "customers.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_a_plain_file_is_read(write):
    table = read_table(write(LIST))

    assert table.header == ("Name", "City", "Spent")
    assert table.rows == [("Ann", "Bonn", "3.50"), ("Bob", "Köln", "12.00")]


def test_the_form_is_told(write):
    path = write(LIST)

    form = read_table(str(path)).form

    assert form.path == path
    assert form.kind is FileKind.DELIMITED
    assert form.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (form.encoding, form.delimiter, form.quote, form.decimal) == ("utf-8", ",", '"', ".")
    assert (form.n_rows, form.header_row, form.n_preamble_rows) == (2, 0, 0)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (LIST.encode(), "utf-8"),
        (codecs.BOM_UTF8 + LIST.encode(), "utf-8"),
        (LIST.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + LIST.encode("utf-16-be"), "utf-16"),
        (LIST.encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_found(write, content, encoding):
    table = read_table(write(content))

    assert table.form.encoding == encoding
    assert table.header[0] == "Name"
    assert table.rows[1] == ("Bob", "Köln", "12.00")


def test_the_code_page_of_the_region_comes_before_the_western_one(write):
    path = write("Name,Miasto\nŻaneta,Łódź\n".encode("cp1250"))

    table = read_table(path, region=Region(code_page="cp1250"))

    assert table.rows == [("Żaneta", "Łódź")]


def test_a_named_encoding_is_not_questioned(write):
    path = write(LIST.encode())

    table = read_table(path, ReadOptions(encoding="latin-1"))

    assert table.form.encoding == "latin-1"
    assert table.rows[1][1] == "KÃ¶ln"


@pytest.mark.parametrize("name", ["list.tsv", "list.txt", "list", "list.xlsx"])
def test_content_counts_and_not_the_suffix(write, name):
    table = read_table(write("Name\tAge\nAnn\t41\nBob\t37\n", name))

    assert table.form.delimiter == "\t"
    assert table.rows == [("Ann", "41"), ("Bob", "37")]


def test_a_packed_file_is_unpacked(write):
    path = write(gzip.compress(LIST.encode()), "customers.csv.gz")

    table = read_table(path)

    assert table.n_rows == 2
    assert table.form.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_system(write, end):
    table = read_table(write(LIST.replace("\n", end)))

    assert table.rows == [("Ann", "Bonn", "3.50"), ("Bob", "Köln", "12.00")]


def test_preamble_and_blank_lines_are_passed_over(write):
    path = write("Sales report\nmade 2024-05-01\n\nName;Spent\n\nAnn;3,50\n\n\nBob;12,00\n;\n")

    table = read_table(path)

    assert table.header == ("Name", "Spent")
    assert table.rows == [("Ann", "3,50"), ("Bob", "12,00")]
    assert (table.form.header_row, table.form.n_preamble_rows) == (3, 3)
    assert [table.file_row(row) for row in range(2)] == [6, 9]


def test_a_line_that_names_the_separator_is_obeyed(write):
    table = read_table(write("sep=|\nName|Cities\nAnn|Bonn, Rome; Paris\n"))

    assert table.header == ("Name", "Cities")
    assert table.rows == [("Ann", "Bonn, Rome; Paris")]
    assert (table.form.header_row, table.form.n_preamble_rows) == (1, 0)
    assert table.file_row(0) == 3


def test_a_file_without_header_keeps_its_first_row(write):
    table = read_table(write("Ann,41,3.50\nBob,37,12.00\n"))

    assert table.header == ("Column 1", "Column 2", "Column 3")
    assert table.n_rows == 2
    assert table.form.header_row is None
    assert table.file_row(0) == 1


def test_the_user_may_say_that_there_is_no_header(write):
    table = read_table(write("Ann,Bonn\nBob,Rome\n"), ReadOptions(has_header=False))

    assert table.rows == [("Ann", "Bonn"), ("Bob", "Rome")]


def test_short_rows_are_filled_and_long_rows_keep_their_text(write):
    table = read_table(write("a,b,c\n1,2,3\n4,5\n6,7,8,,\n9,10,11,twelve\n"))

    assert table.header == ("a", "b", "c", "Column 4")
    assert table.rows[1:] == [("4", "5", "", ""), ("6", "7", "8", ""), ("9", "10", "11", "twelve")]


def test_empty_columns_without_a_name_are_left_out(write):
    table = read_table(write("a,b,,\n1,2,,\n3,4,,\n"))

    assert table.header == ("a", "b")


def test_a_list_of_one_column_is_a_table(write):
    table = read_table(write("email\nann@example.com\nbob@example.com\n"))

    assert table.header == ("email",)
    assert table.n_rows == 2
    assert table.form.delimiter is None


def test_a_comma_in_a_list_of_one_column_parts_nothing(write):
    table = read_table(write("note\nfine\nwell, fine\nquite good\n"))

    assert table.rows == [("fine",), ("well, fine",), ("quite good",)]


def test_blanks_part_cells_only_if_told(write):
    path = write("name  age\nann   41\nbob    7\n")

    table = read_table(path, ReadOptions(delimiter="space"))

    assert table.rows == [("ann", "41"), ("bob", "7")]


def test_a_quote_that_never_closes_swallows_no_rows(write):
    lines = [f"{i},name {i},{i}.50" for i in range(300)]
    lines[100] = '100,"name 100,100.50'

    table = read_table(write("id,name,spent\n" + "\n".join(lines) + "\n"))

    assert table.n_rows == 300
    assert table.rows[100] == ("100", '"name 100', "100.50")
    assert table.rows[101] == ("101", "name 101", "101.50")


def test_progress_is_told_and_ends_at_one(write, listener):
    path = write("id,v\n" + "".join(f"{i},x\n" for i in range(120_000)))

    read_table(path, progress=listener)

    assert {stage for _, stage in listener.reports} == {"reading"}
    assert listener.fractions == sorted(listener.fractions)
    assert listener.fractions[-1] == 1.0
    assert listener.n_checkpoints >= 3


def test_a_cancelled_reading_stops(write, listener):
    listener.cancel_at = 2
    path = write("id,v\n" + "".join(f"{i},x\n" for i in range(120_000)))

    with pytest.raises(Cancelled):
        read_table(path, progress=listener)


def test_several_files_become_one_table_by_column_name(write):
    first = write("Name,Spent\nAnn,1\nBob,2\n", "may.csv")
    second = write("spent;NAME\n\n3;Cid\n", "june.csv")

    table = read_tables([first, second])

    assert table.header == ("Name", "Spent")
    assert table.rows == [("Ann", "1"), ("Bob", "2"), ("Cid", "3")]
    assert table.n_rows == 3
    assert [table.file_row(row) for row in range(3)] == [2, 3, 3]
    assert [form.path for form in table.forms] == [first, second]


def test_one_file_is_one_table(write):
    assert read_tables([write(LIST)]).n_rows == 2


def test_many_files_report_one_progress(write, listener):
    paths = [write(LIST, f"{i}.csv") for i in range(4)]

    read_tables(paths, progress=listener)

    assert listener.fractions == sorted(listener.fractions)
    assert listener.fractions[-1] == 1.0


def test_what_the_csv_module_writes_is_read(tmp_path):
    path = tmp_path / "odd.csv"
    rows = [["1", 'a "b" c', "x,y"], ["2", "two\nlines", ""], ["3", "'quoted'", " blank "]]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["id", "text", "more"], *rows])

    table = read_table(path)

    assert [list(row) for row in table.rows] == rows
    assert [table.file_row(row) for row in range(3)] == [2, 3, 4]


def test_a_cell_of_any_length_is_kept(write):
    story = "once upon a time " * 20_000

    table = read_table(write(f'id,story\n1,"{story}"\n2,short\n'))

    assert table.n_rows == 2
    assert len(table.rows[0][1].strip('"')) == len(story)


def test_the_form_knows_whether_the_decimal_sign_was_told(write):
    path = write(b"Name;Spent\nAnn;3,50\nBob;12,00\n")

    found, told = read_table(path), read_table(path, ReadOptions(decimal="."))

    assert (found.form.decimal, found.form.is_decimal_told) == (",", False)
    assert (told.form.decimal, told.form.is_decimal_told) == (".", True)
