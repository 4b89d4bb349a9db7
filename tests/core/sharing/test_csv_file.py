import csv
import errno
import os
from dataclasses import replace

import duckdb
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.building import build_customers
from desktop_app.core.files import write_atomically
from desktop_app.core.intake.tables import RawTable
from desktop_app.core.progress import Cancelled
from desktop_app.core.sharing import csv_file
from desktop_app.core.sharing.csv_file import CsvForm, write_csv
from desktop_app.core.sharing.safe_cells import defused
from desktop_app.core.sharing.tables import labelled_customers, own_cells


def read_rows(path, delimiter=","):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def test_pandas_reads_back_the_original_text(tmp_path, make_table, segmentation, names):
    table = make_table(Note=["-3.5", "+31 6 12", "ünï", "a;b\tc"])
    path = tmp_path / "it's (1).csv"

    write_csv(labelled_customers(table, segmentation, names), path)

    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    expected = table.original.assign(Name=["Ann", "Bé, the 2nd", "'=1+1", 'Di "D"\nDo'])
    assert frame[list(expected.columns)].to_dict("list") == expected.to_dict("list")
    assert frame["segment"].tolist() == ["A", "B", "A", ""]


def test_rows_left_in_the_table_that_was_read_give_the_same_file(tmp_path, segmentation, names):
    header = ["Name", "name", "sure", 'a "b"']
    rows = [
        ["Ann", "=1", "", "x,y"],
        ["Bé", "", "1", " "],
        ["-3.5", "'q", "2", "a\nb"],
        ["@", "é", "", ""],
    ]
    raw = RawTable.from_rows(header, rows)
    held = build_customers(mend(check_table(raw), ()))
    made = replace(held, written=held.original)
    sure = np.array([0.125, 1.0, np.nan, np.nan])

    own = own_cells(held, segmentation, names, sure)
    write_csv(held.written, tmp_path / "held.csv", own)
    write_csv(labelled_customers(made, segmentation, names, sure), tmp_path / "made.csv")

    assert held.written is raw
    assert (tmp_path / "held.csv").read_bytes() == (tmp_path / "made.csv").read_bytes()
    assert read_rows(tmp_path / "held.csv")[1] == ["Ann", "'=1", "", "x,y", "A", names["A"], "0.12"]


def test_excel_is_told_that_it_is_utf8(tmp_path):
    write_csv(pd.DataFrame({"a": ["ü"], "b": ["x"]}), tmp_path / "list.csv")

    assert (tmp_path / "list.csv").read_bytes() == b"\xef\xbb\xbfa,b\n\xc3\xbc,x\n"


def test_headers_are_made_harmless_too(tmp_path):
    write_csv(pd.DataFrame({"=1+1": ["x"], 'b "q", it\'s': ["y"]}), tmp_path / "list.csv")

    assert read_rows(tmp_path / "list.csv")[0] == ["'=1+1", 'b "q", it\'s']


def test_another_delimiter_is_quoted_where_it_stands_in_a_cell(tmp_path):
    write_csv(pd.DataFrame({"a": ["x;y"], "b": ["1,5"]}), tmp_path / "l.csv", form=CsvForm(";"))

    assert read_rows(tmp_path / "l.csv", ";") == [["a", "b"], ["x;y", "1,5"]]


cells = st.text(
    alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=6
)


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.tuples(cells, cells), min_size=1, max_size=6))
def test_every_cell_comes_back(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("csv") / "list.csv"
    frame = pd.DataFrame(rows, columns=["a", "b"], dtype=object).assign(c="x")

    write_csv(frame, path)

    expected = [[defused(a), defused(b), "x"] for a, b in rows]
    assert read_rows(path)[1:] == expected


def test_every_first_character_is_judged_as_ever(tmp_path):
    characters = [
        chr(i) for i in (*range(1, 0x180), 0x2007, 0x202F, 0x3000, 0xFEFF, 0xFF0B, 0xFF1D)
    ]
    frame = pd.DataFrame({"a": [f"{c}1+1" for c in characters], "b": "x"}, dtype=object)

    write_csv(frame, tmp_path / "list.csv")

    assert [row[0] for row in read_rows(tmp_path / "list.csv")[1:]] == [*map(defused, frame["a"])]


def test_rows_keep_their_order(tmp_path):
    frame = pd.DataFrame({"a": [str(i) for i in range(300_000)]}).assign(b="x")

    write_csv(frame, tmp_path / "list.csv")

    assert pd.read_csv(tmp_path / "list.csv")["a"].is_monotonic_increasing


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_csv(pd.DataFrame({"a": ["x"], "b": ["y"]}), tmp_path / "nowhere" / "list.csv")


@pytest.mark.parametrize(
    ("words", "number"),
    [(os.strerror(errno.ENOSPC), errno.ENOSPC), ("Something else", errno.EIO)],
)
def test_what_the_database_cannot_write_is_said(tmp_path, monkeypatch, words, number):
    def refuse(*_args):
        raise duckdb.IOException(f"Could not write file: {words}")

    monkeypatch.setattr(csv_file, "_run", refuse)

    with pytest.raises(OSError, match=words) as problem:
        write_csv(pd.DataFrame({"a": ["x"], "b": ["y"]}), tmp_path / "list.csv")

    assert problem.value.errno == number


class CancelledAtOnce:
    def report(self, fraction, stage):
        assert stage == "writing"

    def checkpoint(self):
        raise Cancelled


def test_a_cancelled_file_leaves_the_old_one(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("old")
    frame = pd.DataFrame({"a": ["x"] * 400_000, "b": ["y"] * 400_000})

    with pytest.raises(Cancelled), write_atomically(path) as draft:
        write_csv(frame, draft, progress=CancelledAtOnce())

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("is_read", [True, False])
def test_columns_that_were_left_out_are_not_in_the_file(tmp_path, is_read):
    header, rows = ["id", "Name", "Name"], [["1", "Ann", "x"], ["2", "=Bo", "y"]]
    table = RawTable.from_rows(header, rows)
    whole = table if is_read else pd.DataFrame(rows, columns=header)

    write_csv(whole, tmp_path / "l.csv", pd.DataFrame({"segment": ["A", "B"]}), without=(1,))

    assert read_rows(tmp_path / "l.csv") == [
        ["id", "Name", "segment"],
        ["1", "x", "A"],
        ["2", "y", "B"],
    ]


def test_a_list_of_which_every_column_is_left_out_still_has_ours(tmp_path):
    table = RawTable.from_rows(["Name"], [["Ann"], ["Bo"]])

    write_csv(table, tmp_path / "l.csv", pd.DataFrame({"segment": ["A", "B"]}), without=(0,))

    assert read_rows(tmp_path / "l.csv") == [["segment"], ["A"], ["B"]]


def test_a_tool_that_takes_the_mark_for_a_letter_gets_none(tmp_path):
    write_csv(
        pd.DataFrame({"Email": ["a@b.example"]}), tmp_path / "l.csv", form=CsvForm(has_mark=False)
    )

    assert (tmp_path / "l.csv").read_bytes() == b"Email\na@b.example\n"
