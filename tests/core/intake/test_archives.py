"""Packed files (.zip): the one table inside is read, everything else is refused in a sentence."""

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.errors import (
    ArchiveDamaged,
    ArchiveHasSeveral,
    ArchiveLocked,
    ArchiveTooLarge,
    ArchiveWithoutTable,
    InputError,
    NotATable,
    SpreadsheetDamaged,
    UnknownFormat,
)
from desktop_app.core.intake import sources
from desktop_app.core.intake.reading import read_table

LIST = b"Name;Spent\nAnn;3,50\nBob;12,00\n"


@pytest.fixture
def packed(tmp_path: Path):
    def packed(members: dict[str, bytes], name: str = "export.zip") -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        return path

    return packed


def workbook(rows):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("Customers")
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    return content.getvalue()


def refusal(path, kind):
    with pytest.raises(kind) as caught:
        read_table(path)
    assert type(caught.value) is kind
    return caught.value.details


def locked(path: Path) -> Path:
    """Set the sign of a password on the first member, in both places that have it."""
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "member", ["customers.csv", "may/list.tsv", "LIST.TXT", "../../etc/customers.csv", "export"]
)
def test_the_one_table_in_a_packed_file_is_read(packed, member):
    path = packed({member: LIST})

    table = read_table(path)

    assert table.rows == [("Ann", "3,50"), ("Bob", "12,00")]
    assert (table.form.path, table.form.member) == (path, member)
    assert table.form.decimal == ","


def test_nothing_is_written_where_a_name_leads(packed, tmp_path):
    path = packed({"../outside.xlsx": workbook([["Name", "Age"], ["Ann", 41]])})
    before = sorted(tmp_path.parent.rglob("*outside*"))

    table = read_table(path)

    assert table.rows == [("Ann", "41")]
    assert sorted(tmp_path.parent.rglob("*outside*")) == before


def test_what_systems_and_writers_add_is_passed_over(packed):
    path = packed(
        {
            "__MACOSX/._customers.csv": b"\0\5\x16\7",
            ".DS_Store": b"\0\0\0\1Bud1",
            "may/.hidden.csv": LIST,
            "may/customers.csv": LIST,
            "Thumbs.db": b"\xd0\xcf",
            "read me.txt": b"Thank you for using our shop.",
            "logo.png": b"\x89PNG",
        }
    )

    assert read_table(path).n_rows == 2


def test_a_workbook_in_a_packed_file_is_read(packed):
    path = packed({"shop.xlsx": workbook([["Name", "Age"], ["Ann", 41], ["Bob", 37]])})

    table = read_table(path)

    assert table.rows == [("Ann", "41"), ("Bob", "37")]
    assert (table.form.path, table.form.member, table.form.sheet) == (
        path,
        "shop.xlsx",
        "Customers",
    )
    assert len(table.form.sha256) == 64


def test_a_workbook_itself_is_no_packed_file(packed, tmp_path):
    path = tmp_path / "shop.zip"
    path.write_bytes(workbook([["Name", "Age"], ["Ann", 41]]))

    table = read_table(path)

    assert (table.n_rows, table.form.member) == (1, None)


def test_several_tables_are_named(packed):
    path = packed({"may.csv": LIST, "june/june.csv": LIST, "notes.txt": b"see may"})

    assert refusal(path, ArchiveHasSeveral) == {"path": path, "names": ("may.csv", "june.csv")}


@pytest.mark.parametrize("members", [{}, {"a.png": b"\x89PNG", "b.jpg": b"\xff\xd8"}, {"x/": b""}])
def test_a_packed_file_without_a_table_says_so(packed, members):
    path = packed(members)

    assert refusal(path, ArchiveWithoutTable) == {"path": path}


def test_another_programs_document_is_of_an_unknown_kind(packed):
    path = packed({"word/document.xml": b"<w/>", "[Content_Types].xml": b"<t/>"}, "letter.docx")

    assert refusal(path, UnknownFormat) == {
        "path": path,
        "suffix": ".docx",
        "kind": "text_document",
    }


def test_a_packed_file_in_a_packed_file_is_told(packed):
    inner = packed({"customers.csv": LIST}, "inner.zip").read_bytes()

    assert refusal(packed({"inner.zip": inner}), UnknownFormat)["kind"] == "packed"


def test_a_picture_in_a_packed_file_is_no_table(packed):
    assert refusal(packed({"logo.png": b"\x89PNG\r\n\x1a\n\0\0\0"}), NotATable)


def test_a_password_is_named(packed):
    path = locked(packed({"customers.csv": LIST}))

    assert refusal(path, ArchiveLocked) == {"path": path}


def test_a_damaged_workbook_inside_is_told_of_the_file_that_was_chosen(packed):
    path = packed({"shop.xlsx": b"PK\x03\x04" + bytes(200)})

    assert refusal(path, SpreadsheetDamaged) == {"path": path}


@pytest.mark.parametrize("member", ["customers.csv", "shop.xlsx"])
def test_a_bomb_is_refused_by_what_it_says(packed, monkeypatch, member):
    monkeypatch.setattr(sources, "_ROOM", 1 << 20)
    path = packed({member: bytes(3 << 20)})

    assert refusal(path, ArchiveTooLarge) == {"path": path}


@pytest.mark.parametrize("content", [b"1,2\n" * (1 << 20), b"PK\x03\x04" + bytes(4 << 20)])
def test_a_bomb_that_lies_about_its_size_is_refused(packed, monkeypatch, content):
    monkeypatch.setattr(sources, "_ROOM", 1 << 20)
    path = packed({"customers.csv": content})
    raw = bytearray(path.read_bytes())
    struct.pack_into("<L", raw, raw.index(b"PK\x01\x02") + 24, 100)
    path.write_bytes(raw)

    with pytest.raises((ArchiveTooLarge, ArchiveDamaged)):
        read_table(path)


def test_a_packed_file_cut_short_is_damaged(packed):
    path = packed({"customers.csv": os.urandom(4_000).hex().encode()})
    path.write_bytes(path.read_bytes()[:-200])

    assert refusal(path, ArchiveDamaged) == {"path": path}


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(st.data())
def test_any_damage_is_answered(tmp_path, data):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("customers.csv", LIST * 20)
    raw = bytearray(content.getvalue())
    for place in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=4)):
        raw[place] = data.draw(st.integers(0, 255))
    path = tmp_path / "export.zip"
    path.write_bytes(raw)

    try:
        read_table(path)
    except InputError as refused:
        assert refused.details["path"] == path
