import errno
import gzip
import os
from pathlib import Path

import pytest

from desktop_app.core.errors import (
    ArchiveDamaged,
    ArchiveTooLarge,
    BadValue,
    EmptyFile,
    FileChanged,
    FileMissing,
    FileUnreadable,
    HeaderOnly,
    NotATable,
    SpreadsheetDamaged,
    WrongEncoding,
)
from desktop_app.core.intake import sources
from desktop_app.core.intake.reading import read_table
from desktop_app.core.intake.tables import ReadOptions


def refusal(path: Path, kind: type, options: ReadOptions | None = None) -> dict[str, object]:
    with pytest.raises(kind) as caught:
        read_table(path, options)
    return caught.value.details


@pytest.fixture
def written(tmp_path: Path):
    def written(content: bytes, name: str = "customers.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return written


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", EmptyFile),
        (b"\n\n \r\n", EmptyFile),
        (b"\xef\xbb\xbf", EmptyFile),
        (b",,,\n,,,\n", EmptyFile),
        (b"Name,Spent\n", HeaderOnly),
        (b"Name,Spent", HeaderOnly),
        (b"Name,Spent\n\n,\n", HeaderOnly),
        (b"Name,Spent\nAnn,1\0\n", NotATable),
        (b"\x7fELF\x02\x01\x01\0\0\0", NotATable),
        (bytes(range(256)) * 50, NotATable),
        (b'{"name": "Ann", "spent": 3}\n', NotATable),
        (b'[{"name": "Ann"},\n {"name": "Bob"}]\n', NotATable),
        (b"  [[1, 2], [3, 4]]\n", NotATable),
        (b"<!DOCTYPE html>\n<html><body>Ann, Bob</body></html>\n", NotATable),
        (b"<table><tr><td>Ann</td></tr></table>\n", NotATable),
        (b'<?xml version="1.0"?>\n<list><customer/></list>\n', NotATable),
        (b"<list>\n  <customer>Ann</customer>\n</list>\n", NotATable),
        (b"%PDF-1.4\n1 0 obj\n", NotATable),
        (b"{\\rtf1\\ansi Ann, Bob}\n", NotATable),
        (b"x" * (5 << 20), NotATable),
    ],
)
def test_what_is_no_table_is_refused(written, content, kind):
    path = written(content)

    assert refusal(path, kind) == {"path": path}


def test_a_missing_file_is_told(tmp_path):
    path = tmp_path / "gone.csv"

    assert refusal(path, FileMissing) == {"path": path}


@pytest.mark.parametrize("name", ["customers\0.csv", "gone/customers.csv"])
def test_a_name_that_leads_nowhere_is_told(tmp_path, name):
    refusal(tmp_path / name, FileMissing)


def test_a_folder_is_told(tmp_path):
    assert refusal(tmp_path, FileUnreadable) == {"path": tmp_path}


def test_a_pipe_is_not_waited_for(tmp_path):
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)

    assert refusal(path, FileUnreadable) == {"path": path}


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.EBUSY])
def test_a_file_that_the_system_keeps_back_is_told(written, monkeypatch, number):
    path = written(b"Name,Spent\nAnn,1\n")

    def refuse(*_arguments, **_names):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "open", refuse)

    assert refusal(path, FileUnreadable) == {"path": path}


def test_a_file_that_vanishes_while_it_is_read_is_told(written, monkeypatch):
    path = written(b"Name,Spent\nAnn,1\n")
    survey = sources.survey

    def survey_and_lose(*arguments):
        seen = survey(*arguments)
        path.unlink()
        return seen

    monkeypatch.setattr("desktop_app.core.intake.text.delimited.survey", survey_and_lose)

    assert refusal(path, FileChanged) == {"path": path}


@pytest.mark.parametrize("later", [b"Name,Spent\nAnn,1\nBob,2\n", b"Name,Spent\nAnn,\xff\n"])
def test_a_file_that_changes_while_it_is_read_is_told(written, monkeypatch, later):
    path = written(b"Name,Spent\nAnn,1\n")
    survey = sources.survey

    def survey_and_change(*arguments):
        seen = survey(*arguments)
        path.write_bytes(later)
        return seen

    monkeypatch.setattr("desktop_app.core.intake.text.delimited.survey", survey_and_change)

    assert refusal(path, FileChanged) == {"path": path}


@pytest.mark.parametrize("encoding", ["klingon", "hex", "idna", "utf-8", "ascii", "utf-16"])
def test_an_encoding_that_does_not_fit_is_told(written, encoding):
    path = written("Näme,Spent\nAnn,1\nBob,22\n".encode("cp1252"))

    details = refusal(path, WrongEncoding, ReadOptions(encoding=encoding))

    assert details == {"path": path, "encoding": encoding}


@pytest.mark.parametrize("delimiter", ["", "::", '"', "\n"])
def test_a_delimiter_that_can_part_nothing_is_told(written, delimiter):
    path = written(b"Name,Spent\nAnn,1\n")

    details = refusal(path, BadValue, ReadOptions(delimiter=delimiter))

    assert details == {"what": "delimiter", "value": delimiter}


def test_a_packed_file_cut_short_is_refused(written):
    path = written(gzip.compress(os.urandom(5_000).hex().encode())[:-2_000], "list.csv.gz")

    assert refusal(path, ArchiveDamaged) == {"path": path}


def test_a_packed_file_that_unpacks_without_end_is_refused(written, monkeypatch):
    monkeypatch.setattr(sources, "_ROOM", 1 << 20)
    path = written(gzip.compress(b"1,2\n" * (1 << 20)), "list.csv.gz")

    assert refusal(path, ArchiveTooLarge) == {"path": path}


@pytest.mark.parametrize(
    "content", [b"a,b\n1,2\n" + b"x," * 5_000 + b"\n", b"1," * 5_000 + b"\n1,2\n"]
)
def test_a_row_of_countless_cells_is_refused(written, content):
    path = written(content)

    assert refusal(path, NotATable) == {"path": path}


@pytest.mark.parametrize("name", ["list.xlsx", "list.ods", "list.XLS"])
def test_noise_with_the_name_of_a_workbook_is_a_damaged_one(written, name):
    path = written(bytes(range(256)) * 20, name)

    assert refusal(path, SpreadsheetDamaged) == {"path": path}
