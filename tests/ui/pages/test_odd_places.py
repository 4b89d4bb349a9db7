from desktop_app.core.checking.checked import Finding
from desktop_app.core.checking.looks.exploring import column_bars
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.intake.tables import FileForm, FileKind, RawTable, RowPlaces
from desktop_app.ui.pages.odd_places import FileRows, first_cell, odd_bars, odd_cells, rows_of


def table_of(places):
    form = FileForm("shop.csv", FileKind.DELIMITED, sha256="", n_rows=5)
    raw = RawTable.from_rows(["Age"], [[str(i)] for i in range(5)], form)
    object.__setattr__(raw, "places", places)
    return raw


def test_every_row_of_the_table_has_its_row_in_the_file():
    assert list(FileRows(table_of(RowPlaces((0, 3), (4, 9))))) == [4, 5, 6, 9, 10]


def test_the_rows_of_a_finding_are_counted_from_the_first_row_of_the_table():
    raw = table_of(RowPlaces((0, 3), (4, 9)))

    assert rows_of(Finding("unusual_value", 2, "Age", rows=(4, 10)), raw) == [0, 4]


def test_a_line_outside_of_the_table_is_no_row():
    raw = table_of(RowPlaces((0, 3), (4, 9)))

    assert rows_of(Finding("preamble", 3, rows=(1, 7, 11)), raw) == []


def test_the_cells_of_odd_values_are_known():
    rows = [[f"C{i}", str(20 + i % 40)] for i in range(200)]
    rows[7][1], rows[9][1] = "400", "old"

    checked = check_table(RawTable.from_rows(["Customer ID", "Age"], rows))

    assert odd_cells(checked) == {(7, 1), (9, 1)}
    assert {first_cell(f, checked) for f in checked.findings} == {(7, 1), (9, 1), None}


def test_the_bar_of_an_unusual_value_is_odd():
    ages = [str(20 + i % 40) for i in range(200)]
    ages[7] = "400"
    checked = check_table(RawTable.from_rows(["Age"], [[age] for age in ages]))
    bars = column_bars(checked.frame["Age"], checked.column("Age"))

    assert odd_bars(checked, checked.column("Age"), bars) == {len(bars.counts) - 1}


def test_without_unusual_values_no_bar_is_odd():
    checked = check_table(RawTable.from_rows(["Age"], [[str(20 + i % 40)] for i in range(200)]))
    bars = column_bars(checked.frame["Age"], checked.column("Age"))

    assert odd_bars(checked, checked.column("Age"), bars) == set()
