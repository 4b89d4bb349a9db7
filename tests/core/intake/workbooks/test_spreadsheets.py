import datetime as dt
import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from desktop_app.core.errors import (
    EmptyFile,
    HeaderOnly,
    SheetMissing,
    SpreadsheetDamaged,
    SpreadsheetLocked,
    SpreadsheetTooLarge,
    UnknownFormat,
)
from desktop_app.core.intake.reading import read_table
from desktop_app.core.intake.tables import FileKind, ReadOptions
from desktop_app.core.intake.workbooks import conversion, workbook_scan
from desktop_app.core.intake.workbooks.conversion import converter_command
from desktop_app.core.intake.workbooks.convert_sheet import text_of
from desktop_app.core.progress import Cancelled
from tests.core.intake import containers

PEOPLE = [["Name", "Spent"], ["Ann", 3.5], ["Bob", 12]]


@pytest.fixture
def make(tmp_path: Path):
    """Make a workbook of sheets; a name that begins with a dot is hidden."""

    def make(name: str = "customers.xlsx", first_row: int = 0, first_column: int = 0, **sheets):
        path = tmp_path / name
        with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
            for title, rows in (sheets or {"People": PEOPLE}).items():
                sheet = book.add_worksheet(title)
                for i, row in enumerate(rows):
                    for j, cell in enumerate(row):
                        sheet.write(first_row + i, first_column + j, cell)
                if title.startswith("Hidden"):
                    sheet.hide()
            book.worksheets()[-1].activate()
        return path

    return make


def repacked(path: Path, name: str, change) -> Path:
    """Rewrite one part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    parts[name] = change(parts.get(name, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in parts.items():
            archive.writestr(entry, content)
    return path


def test_a_sheet_is_read_as_text(make):
    path = make()

    table = read_table(path)

    assert table.header == ("Name", "Spent")
    assert table.rows == [("Ann", "3.5"), ("Bob", "12")]


def test_the_form_of_a_workbook_is_told(make):
    path = make(People=PEOPLE, Notes=[["later"]])

    form = read_table(path).form

    assert form.kind is FileKind.SPREADSHEET
    assert (form.sheet, form.sheets) == ("People", ("People", "Notes"))
    assert (form.delimiter, form.encoding, form.quote) == (None, None, None)
    assert (form.n_rows, form.header_row) == (2, 0)
    assert form.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_days_numbers_and_codes_become_text_that_says_the_same(make):
    day, moment = dt.datetime(2024, 5, 1), dt.datetime(2024, 5, 1, 13, 5)

    table = read_table(make(A=[["id", "day", "n", "ok"], ["007", day, 1e22, True]]))

    assert table.rows == [("007", "2024-05-01", "10000000000000000000000", "TRUE")]
    assert text_of(moment) == "2024-05-01 13:05:00"


def test_the_largest_table_of_the_visible_sheets_is_taken(make):
    long = [["a", "b"], *([i, i] for i in range(50))]

    table = read_table(make(Cover=[["Our shop"]], Hidden=long * 2, People=long, Twin=long))

    assert table.form.sheet == "People"
    assert table.form.sheets == ("Cover", "People", "Twin", "Hidden")


def test_any_sheet_can_be_asked_for(make):
    path = make(People=PEOPLE, Hidden=[["x", "y"], [1, 2]])

    table = read_table(path, ReadOptions(sheet="Hidden"))

    assert table.rows == [("1", "2")]


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(make):
    path = make(People=PEOPLE, Notes=PEOPLE)

    with pytest.raises(SheetMissing) as caught:
        read_table(path, ReadOptions(sheet="Orders"))

    assert caught.value.details == {
        "path": path,
        "sheet": "Orders",
        "sheets": ("People", "Notes"),
    }


def test_the_header_is_found_below_titles(make):
    rows = [
        ["Customers 2024"],
        [],
        ["Name", "City", "Spent"],
        ["Ann", "Bonn", 3],
        ["Bob", "Rome", 4],
    ]

    table = read_table(make(A=rows, first_row=2, first_column=3))

    assert table.header == ("Name", "City", "Spent")
    assert table.form.header_row == 4
    assert [table.file_row(row) for row in range(2)] == [6, 7]


def test_a_column_without_name_and_cells_is_left_out(make):
    table = read_table(make(A=[["List"], ["", "Name", "n"], ["", "Ann", 3], ["", "Bob", 4]]))

    assert table.header == ("Name", "n")


def test_a_workbook_is_known_by_its_content(make):
    path = make("customers.csv")

    assert read_table(path).form.kind is FileKind.SPREADSHEET


@pytest.mark.parametrize(("rows", "kind"), [([], EmptyFile), ([["Name", "Spent"]], HeaderOnly)])
def test_a_sheet_without_rows_is_told(make, rows, kind):
    path = make(A=rows)

    with pytest.raises(kind):
        read_table(path)


@pytest.mark.parametrize(
    "content",
    [
        containers.compound(EncryptedPackage=bytes(5_000), EncryptionInfo=bytes(100)),
        containers.xls(containers.old(0x2F, bytes(6))),
    ],
)
def test_a_workbook_behind_a_password_is_told(tmp_path, content):
    path = tmp_path / "locked.xlsx"
    path.write_bytes(content)

    with pytest.raises(SpreadsheetLocked):
        read_table(path)


def test_an_old_document_of_another_kind_is_told(tmp_path):
    path = tmp_path / "letter.doc"
    path.write_bytes(containers.compound(WordDocument=bytes(5_000)))

    with pytest.raises(UnknownFormat) as caught:
        read_table(path)

    assert caught.value.details == {"path": path, "suffix": ".doc", "kind": "text_document"}


def test_a_sealed_open_document_is_told(tmp_path):
    path = tmp_path / "sealed.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", b"\x01\x02")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")

    with pytest.raises(SpreadsheetLocked):
        read_table(path)


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_workbook_cut_short_is_damaged(make, keep):
    path = make()
    path.write_bytes(path.read_bytes()[: int(keep * path.stat().st_size)])

    with pytest.raises(SpreadsheetDamaged):
        read_table(path)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"),
        ("xl/workbook.xml", b""),
        ("xl/workbook.xml", b"not xml at all"),
        ("xl/worksheets/sheet1.xml", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>'),
    ],
)
def test_a_workbook_with_a_broken_part_is_damaged(make, part, content):
    path = repacked(make(), part, lambda _: content)

    with pytest.raises(SpreadsheetDamaged):
        read_table(path)


def test_a_broken_old_workbook_is_damaged(tmp_path):
    path = tmp_path / "old.xls"
    path.write_bytes(workbook_scan.OLE_MARK + bytes(600) + "Workbook".encode("utf-16-le"))

    with pytest.raises(SpreadsheetDamaged):
        read_table(path)


def refused_limit(path: Path) -> object:
    with pytest.raises(SpreadsheetTooLarge) as caught:
        read_table(path)
    assert caught.value.details["path"] == path
    return caught.value.details["limit"]


@pytest.mark.parametrize("quote", [b'"', b"'"])
def test_two_cells_in_far_corners_do_not_take_the_memory(make, quote):
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'.replace(b'"', quote)
    path = repacked(
        make(),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</sheetData>", far),
    )

    assert refused_limit(path) == "cells"


def test_a_cell_repeated_without_end_does_not_take_the_memory(tmp_path):
    path = tmp_path / "bomb.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "content.xml",
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'office:value="1" table:number-columns-repeated="16384"/></table:table-row>',
        )

    assert refused_limit(path) == "cells"


def test_a_part_that_unpacks_without_end_is_refused(make):
    path = repacked(make(), "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * (80 << 20))

    assert refused_limit(path) == "bytes"


def test_countless_parts_are_refused(tmp_path):
    path = tmp_path / "parts.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for i in range(workbook_scan.MOST_ENTRIES + 1):
            archive.writestr(f"xl/{i}.xml", b"")

    assert refused_limit(path) == "entries"


@pytest.fixture
def replace_converter(monkeypatch):
    """Let another small program stand in for the converter."""

    def replace_converter(program: str) -> None:
        command = [sys.executable, "-S", "-c", program]
        monkeypatch.setattr(conversion, "converter_command", lambda *_: command)

    return replace_converter


@pytest.mark.parametrize(
    ("program", "kind"),
    [
        ("import os; os.abort()", SpreadsheetTooLarge),
        ("raise SystemExit(1)", SpreadsheetDamaged),
        ("print('{\"sheets\"')", SpreadsheetDamaged),
        (
            'print(\'{"sheets": ["A"], "sheet": "A", "n_rows": 2}\\n[["a", "b"]]\')',
            SpreadsheetDamaged,
        ),
        ('print(\'{"problem": "too_large"}\')', SpreadsheetTooLarge),
        ('print(\'{"problem": "locked"}\')', SpreadsheetLocked),
    ],
)
def test_whatever_the_converter_does_is_told(make, replace_converter, program, kind):
    path = make()
    replace_converter(program)

    with pytest.raises(kind):
        read_table(path)


def test_a_converter_that_says_nothing_is_stopped(make, replace_converter, monkeypatch):
    path = make()
    replace_converter("import time; time.sleep(60)")
    monkeypatch.setattr(conversion, "_SECONDS_OF_SILENCE", 0.2)

    assert refused_limit(path) == "time"


@pytest.fixture
def started(monkeypatch):
    """Give the converters that were started."""
    started: list[subprocess.Popen] = []
    popen = subprocess.Popen
    monkeypatch.setattr(
        conversion.subprocess,
        "Popen",
        lambda *a, **k: started.append(popen(*a, **k)) or started[-1],
    )
    return started


def test_calling_off_stops_the_converter(make, replace_converter, started, listener):
    path = make()
    replace_converter("import time; time.sleep(60)")
    listener.cancel_at = 20

    with pytest.raises(Cancelled):
        read_table(path, progress=listener)

    assert started[0].returncode is not None


@pytest.mark.parametrize("n_checkpoints", [1, 2, 5])
def test_calling_off_a_conversion_at_work_is_heard_at_once(make, started, n_checkpoints):
    path = make(People=[["Name", "Spent"], *([f"N{i}", i] for i in range(20_000))])
    listener = CancelledAtWork(started, n_checkpoints)

    with pytest.raises(Cancelled):
        read_table(path, progress=listener)

    assert started[0].returncode is not None
    assert conversion._SECONDS_BETWEEN_LOOKS <= 0.1


class CancelledAtWork:
    """A progress that calls the work off some checkpoints after a converter was started."""

    def __init__(self, started, n_checkpoints):
        self.started, self.n_left = started, n_checkpoints

    def report(self, fraction, stage):
        pass

    def checkpoint(self):
        self.n_left -= bool(self.started)
        if not self.n_left:
            raise Cancelled


def test_calling_off_between_rows_stops_a_busy_converter(make, replace_converter, listener):
    path = make()
    head = '{"sheets": ["A"], "sheet": "A", "n_rows": 9}'
    replace_converter(f"print('{head}')\nwhile True: print('[[\"a\", \"b\"]]', flush=True)")
    listener.cancel_at = 2_000

    with pytest.raises(Cancelled):
        read_table(path, progress=listener)


def test_progress_of_a_workbook_ends_at_one(make, listener):
    read_table(make(), progress=listener)

    assert listener.fractions == sorted(listener.fractions)
    assert listener.fractions[-1] == 1.0


def test_the_converter_needs_no_working_folder(make, monkeypatch, tmp_path):
    path = make()
    monkeypatch.chdir(tmp_path)

    assert read_table(path.name).n_rows == 2


def test_a_frozen_program_is_its_own_converter(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    command = converter_command(tmp_path / "a.xlsx", "People")

    assert command == [sys.executable, "--convert-sheet", str(tmp_path / "a.xlsx"), "People"]


def test_the_converter_loads_nothing_heavy(make):
    program = (
        "import runpy, sys\n"
        "runpy.run_path(sys.argv[1])['main'](sys.argv[2:])\n"
        "print(sorted({'numpy', 'pandas', 'duckdb', 'desktop_app'} & set(sys.modules)))"
    )
    converter = str(Path(conversion.__file__).with_name("convert_sheet.py"))

    result = subprocess.run(
        [sys.executable, "-P", "-c", program, converter, str(make())],
        capture_output=True,
        text=True,
        check=True,
    )

    assert result.stdout.splitlines()[-1] == "[]"


ODS_CELLS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:spreadsheet><table:table table:name="People">
<table:table-row><table:table-cell office:value-type="string"><text:p>Name</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Since</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Zoë</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2024-05-01"><text:p>1.5.24</text:p>
</table:table-cell><table:table-cell table:number-columns-repeated="16382"/></table:table-row>
<table:table-row table:number-rows-repeated="1048574"><table:table-cell
 table:number-columns-repeated="16384"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


def test_an_open_document_is_read_with_its_countless_empty_cells(tmp_path):
    path = tmp_path / "people.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", ODS_CELLS.replace("\n", ""))

    table = read_table(path)

    assert table.header == ("Name", "Since")
    assert table.rows == [("Zoë", "2024-05-01")]
    assert table.form.sheets == ("People",)
