"""What the cells of workbooks become, whoever wrote them."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from desktop_app.core.errors import EmptyFile, SpreadsheetLocked
from desktop_app.core.intake.reading import read_table
from desktop_app.core.intake.workbooks.convert_sheet import text_of
from tests.core.intake import containers as c

BOOKS = Path(__file__).parents[3] / "data" / "books"


@pytest.fixture
def make(tmp_path: Path):
    """Make a workbook as openpyxl does, from what a function writes into its first sheet."""

    def make(fill) -> Path:
        book = openpyxl.Workbook()
        fill(book)
        book.save(tmp_path / "customers.xlsx")
        return tmp_path / "customers.xlsx"

    return make


def written(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("suffix", ["xls", "xlsx", "ods"])
def test_a_workbook_of_libreoffice_is_read(suffix):
    table = read_table(BOOKS / f"libreoffice.{suffix}")

    assert table.header == (
        "Card", "Name", "Since", "Last visit", "Took", "Spent", "Share", "Zip"
    )  # fmt: skip
    assert table.rows == [
        ("4111111111110000", "Zoë", "2024-05-01", "2024-05-01 13:05:00", "09:30:00", "1234.5",
         "0.25", "01234"),
        ("123456789012345", "Bob", "1999-12-31", "2024-12-31 23:59:59", "00:05:00", "12", "0.5",
         "007"),
    ]  # fmt: skip
    assert (table.form.sheet, table.form.sheets) == ("Customers", ("Notes", "Customers", "Old"))
    assert table.form.header_row == 2


def test_a_binary_workbook_of_another_writer_is_read():
    table = read_table(BOOKS / "other_writer.xlsb")

    assert table.header == ("Name", "Since", "Spent", "Zip")
    assert table.rows == [
        ("Ann", "2024-05-01", "3.5", "007"),
        ("Bob", "2024-05-01 13:05:00", "12", "08"),
    ]


def test_days_of_an_old_workbook_that_counts_from_1904_are_right():
    table = read_table(BOOKS / "days_of_1904.xls")

    assert table.rows == [("N1", "2024-02-29", "1.5"), ("N2", "2024-02-29", "3")]


def test_a_workbook_that_was_really_encrypted_is_told():
    with pytest.raises(SpreadsheetLocked):
        read_table(BOOKS / "locked.xlsx")


BOOK_BY_KIND = {
    "xlsx": c.xlsx(),
    "xlsb": c.xlsb(c.XLSB_PEOPLE),
    "xls": c.xls(c.XLS_PEOPLE),
}


@pytest.mark.parametrize("suffix", ["xlsx", "xlsb", "xls", "ods", "csv"])
@pytest.mark.parametrize("kind", BOOK_BY_KIND)
def test_a_workbook_is_read_whatever_its_suffix_says(tmp_path, kind, suffix):
    table = read_table(written(tmp_path, f"people.{suffix}", BOOK_BY_KIND[kind]))

    assert table.header == ("Name", "Spent")
    assert table.rows == [("Ann", "3.5"), ("Bob", "12")]


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_text_that_bears_the_name_of_a_workbook_is_read(tmp_path, suffix):
    path = written(tmp_path, f"people.{suffix}", b"Name;Spent\nAnn;3,5\nBob;12\n")

    assert read_table(path).rows == [("Ann", "3,5"), ("Bob", "12")]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (4_111_111_111_111_111.0, "4111111111111111"),
        (1e22, "10000000000000000000000"),
        (0.1 + 0.2, "0.3"),
        (1_234_567.891, "1234567.891"),
        (-0.0, "0"),
        (-12.0, "-12"),
        (True, "TRUE"),
        (dt.date(2024, 5, 1), "2024-05-01"),
        (dt.datetime(2024, 5, 1), "2024-05-01"),
        (dt.datetime(2024, 5, 1, 23, 59, 59, 999_600), "2024-05-02"),
        (dt.datetime(2024, 5, 1, 9, 30), "2024-05-01 09:30:00"),
        (dt.time(9, 30), "09:30:00"),
        (dt.timedelta(hours=30, minutes=5), "30:05:00"),
        (dt.timedelta(minutes=-5), "-00:05:00"),
        (" as it is ", " as it is "),
    ],
)
def test_a_cell_says_what_a_person_sees(cell, text):
    assert text_of(cell) == text


@pytest.mark.parametrize("is_1904", [False, True])
def test_days_are_the_same_in_both_calendars(tmp_path, is_1904):
    path = tmp_path / "days.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": is_1904}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Since"])
        sheet.write(1, 0, "Ann")
        sheet.write_datetime(1, 1, dt.datetime(2024, 2, 29), book.add_format({"num_format": 14}))

    assert read_table(path).rows == [("Ann", "2024-02-29")]


def test_what_is_stored_as_text_stays_as_it_is(make):
    def fill(book):
        book.active.append(["Zip", "Since", "Spent"])
        book.active.append(["00123", "01.05.2024", "1.234,50"])

    assert read_table(make(fill)).rows == [("00123", "01.05.2024", "1.234,50")]


def test_a_formula_gives_what_it_last_came_to(tmp_path):
    path = tmp_path / "sums.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Spent", "Share"])
        sheet.write(1, 0, "Ann")
        sheet.write_formula(1, 1, "=A9*2", value=42)
        sheet.write_formula(1, 2, "=1/0", value="#DIV/0!")

    (row,) = read_table(path).rows

    assert row[:2] == ("Ann", "42")
    assert row[2] in ("", "#DIV/0!")


def test_a_title_over_merged_cells_is_not_the_header(make):
    def fill(book):
        book.active.append(["Customers of the year"])
        book.active.merge_cells("A1:C1")
        book.active.append(["Name", "City", "Spent"])
        book.active.append(["Ann", "Bonn", 3])
        book.active.append(["Bob", "Rome", 4])

    table = read_table(make(fill))

    assert table.header == ("Name", "City", "Spent")
    assert table.n_rows == 2


def test_a_value_over_merged_rows_stands_in_the_first_one_only(make):
    def fill(book):
        for row in (
            ["City", "Name", "Spent"],
            ["Bonn", "Ann", 3],
            [None, "Bob", 4],
            ["Rome", "Zoe", 5],
        ):
            book.active.append(row)
        book.active.merge_cells("A2:A3")

    rows = read_table(make(fill)).rows

    assert [row[0] for row in rows] == ["Bonn", "", "Rome"]


def test_rows_and_columns_that_are_only_formatted_are_left_out(make):
    def fill(book):
        book.active.append(["Name", "Spent"])
        book.active.append(["Ann", 3])
        for row in range(3, 200):
            for column in range(1, 9):
                book.active.cell(row, column).number_format = "0.00"

    table = read_table(make(fill))

    assert (table.header, table.n_rows) == (("Name", "Spent"), 1)


def test_a_wide_table_wins_over_a_longer_list_of_notes(make):
    def fill(book):
        book.active.title = "Notes"
        for i in range(30):
            book.active.append([i, "called"])
        sheet = book.create_sheet("Customers")
        sheet.append(["Name", "City", "Age", "Spent", "Orders"])
        for i in range(20):
            sheet.append([f"N{i}", "Bonn", i, i * 2, 1])

    assert read_table(make(fill)).form.sheet == "Customers"


def test_a_sheet_with_a_stray_cell_gives_way_to_another(make):
    def fill(book):
        book.active.append(["x", "y"])
        book.active["XFD3"] = 1
        sheet = book.create_sheet("People")
        for row in c.PEOPLE:
            sheet.append(row)

    assert read_table(make(fill)).form.sheet == "People"


def test_hidden_sheets_are_read_if_there_are_no_others(tmp_path):
    path = tmp_path / "hidden.xlsx"
    parts = c.parts_of(c.xlsx(sheets={"A": [["x"]], "B": c.PEOPLE}))
    book = parts["xl/workbook.xml"].replace(b"<sheet ", b'<sheet state="hidden" ')
    path.write_bytes(c.zipped(parts | {"xl/workbook.xml": book}))

    assert read_table(path).form.sheet == "B"


def test_a_workbook_of_charts_only_is_empty(make):
    def fill(book):
        book.create_chartsheet("Chart").add_chart(openpyxl.chart.BarChart())
        del book["Sheet"]

    with pytest.raises(EmptyFile):
        read_table(make(fill))


def test_a_chart_among_the_sheets_is_no_choice(make):
    def fill(book):
        book.active.title = "People"
        for row in c.PEOPLE:
            book.active.append(row)
        book.create_chartsheet("Chart").add_chart(openpyxl.chart.BarChart())

    assert read_table(make(fill)).form.sheets == ("People",)
