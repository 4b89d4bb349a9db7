from pathlib import Path

import pytest

from desktop_app.core.errors import NotATable, SheetMissing, UnknownFormat
from desktop_app.core.intake.reading import read_table
from desktop_app.core.intake.tables import FileKind, ReadOptions
from desktop_app.core.intake.workbooks.markup import tables_of

PAGE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
<style>td { color: red }</style><!-- <table><tr><td>not here</td></tr></table> --></head><body>
<table><tr><td>Menu</td></tr></table>
<table border="1">
<tr><th>Name</th><th>City</th><th>Spent</th></tr>
<tr><td>Zoë &amp; Co</td><td>Bonn</td><td>1.234,50</td></tr>
<tr><td>Bob</td><td></td><td>12,00</td></tr>
</table></body></html>"""
BOOK = """<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Notes"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table>
</Worksheet>
<Worksheet ss:Name="Customers"><Table>
<Row><Cell><Data ss:Type="String">Name</Data></Cell><Cell><Data ss:Type="String">City</Data></Cell>
<Cell><Data ss:Type="String">Since</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">Łucja</Data></Cell><Cell/>
<Cell><Data ss:Type="DateTime">2024-05-01T00:00:00.000</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">Bob</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="DateTime">2024-06-01T00:00:00.000</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def written(tmp_path: Path, text: str, name: str = "list.xls", encoding: str = "utf-8") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("name", ["list.xls", "list.xlsx", "list.html"])
def test_a_web_page_with_a_table_is_read_whatever_its_name(tmp_path, name):
    table = read_table(written(tmp_path, PAGE, name, "cp1252"))

    assert table.header == ("Name", "City", "Spent")
    assert table.rows == [("Zoë & Co", "Bonn", "1.234,50"), ("Bob", "", "12,00")]
    assert (table.form.kind, table.form.decimal) == (FileKind.SPREADSHEET, ",")


def test_a_workbook_in_xml_is_read(tmp_path):
    table = read_table(written(tmp_path, BOOK))

    assert table.header == ("Name", "City", "Since")
    assert table.rows == [("Łucja", "", "2024-05-01"), ("Bob", "", "2024-06-01")]
    assert (table.form.sheet, table.form.sheets) == ("Customers", ("Customers",))


def test_any_table_of_a_page_can_be_asked_for(tmp_path):
    rows = "<tr><td>a<td>b<tr><td>1<td>2"
    path = written(tmp_path, f"<table>{rows}</table><table>{rows}{rows}</table>")

    assert read_table(path, ReadOptions(sheet="1")).n_rows == 1
    with pytest.raises(SheetMissing) as caught:
        read_table(path, ReadOptions(sheet="3"))
    assert caught.value.details["sheets"] == ("1", "2")


def test_cells_over_several_columns_and_rows_leave_room(tmp_path):
    text = (
        "<table><tr><td colspan=3>All our customers</td></tr><tr><th>City<th>Name<th>Spent</tr>"
        "<tr><td rowspan=2>Bonn<td>Ann<td>3</tr><tr><td>Bob<td>4</tr><tr><td>Rome<td>Zoe<td>5</tr></table>"
    )

    table = read_table(written(tmp_path, text))

    assert table.header == ("City", "Name", "Spent")
    assert table.rows == [("Bonn", "Ann", "3"), ("", "Bob", "4"), ("Rome", "Zoe", "5")]


def test_a_table_within_a_cell_is_a_table_of_its_own():
    text = "<table><tr><td>Menu<td><table><tr><td>Name<td>n</table><td>end</table>"

    outer, inner = tables_of(text, lambda: None)

    assert outer.rows == [["Menu", "", "end"]]
    assert inner.rows == [["Name", "n"]]


@pytest.mark.parametrize(
    ("name", "kind"), [("log-in.xls", UnknownFormat), ("log-in.csv", NotATable)]
)
def test_a_page_without_a_table_is_told(tmp_path, name, kind):
    path = written(tmp_path, "<html><body><p>Please log in</p></body></html>", name)

    with pytest.raises(kind):
        read_table(path)


@pytest.mark.parametrize(
    "tail", ["<", "<td", "<!--", "</table", "<tr><td colspan='", "&#xFFFFFFFF;"]
)
def test_a_page_cut_anywhere_is_read_as_far_as_it_goes(tail):
    (table,) = tables_of(f"<table><tr><td>a<td>b<tr><td>1<td>2{tail}", lambda: None)

    assert table.rows[0] == ["a", "b"]
    assert table.rows[1][0] == "1"
