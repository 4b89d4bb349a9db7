import zipfile
from dataclasses import replace
from datetime import datetime

import numpy as np
import pandas as pd
import pytest
from openpyxl import load_workbook

from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.files import write_atomically
from desktop_app.core.progress import Cancelled
from desktop_app.core.sharing.tables import labelled_customers
from desktop_app.core.sharing.workbook import WorkbookContent, write_workbook
from desktop_app.core.sharing.workbook_words import WorkbookWords


@pytest.fixture
def words(names):
    return WorkbookWords(
        customers="Customers",
        summary="Summary",
        letter="Group",
        name="Name",
        size="Customers",
        share="Share",
        money="Share of the money",
        about="What they are like",
        idea="Idea",
        note="Your notes",
        aside="Set aside",
        done="What was done",
        sizes_title="How large the groups are",
        shares_title="Who brings the money",
        names=names,
        sentences={"A": ("They are young.", "Very."), "B": ("They are old.",)},
        ideas={"A": "", "B": "A warm chair."},
        notes={},
        steps=("Read 4 customers.", '=HYPERLINK("http://x.example")'),
        colours={"A": "#1f77b4", "B": "#ff7f0e"},
    )


@pytest.fixture
def write(tmp_path, segmentation, names, words):
    def write(table):
        path = tmp_path / "groups.xlsx"
        frame = labelled_customers(table, segmentation, names)
        write_workbook(path, WorkbookContent(frame, table, segmentation), words)
        return load_workbook(path)

    return write


def cells_of(sheet):
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_sheets_are_everyone_then_each_segment_then_the_summary(write, make_table):
    book = write(make_table())

    assert book.sheetnames == [
        "Customers",
        "A Younger customers",
        "B Older customers people with a",
        "Summary",
    ]


def test_the_first_sheet_holds_every_customer(write, make_table, names):
    sheet = write(make_table())["Customers"]

    assert cells_of(sheet)[:2] == [
        ["id", "Name", "Age", "segment", "segment_name", "sure"],
        ["007", "Ann", 31, "A", names["A"], None],
    ]
    assert sheet.max_row == 5
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:F5"


def test_columns_whose_headers_repeat_keep_their_own_cells(write, make_table, names):
    table = make_table(Note=["a", "b", "c", "d"], More=["", "", "", "e"])
    original = table.original.set_axis(["", "", " Age", "Note", "Note"], axis=1)

    sheet = write(CustomerTable(table.frame, table.columns, original))["Customers"]

    assert cells_of(sheet)[:2] == [
        ["", "", " Age", "Note", "Note", "segment", "segment_name", "sure"],
        ["007", "Ann", 31, "a", None, "A", names["A"], None],
    ]


def test_a_segment_has_a_sheet_with_its_customers(write, make_table):
    rows = cells_of(write(make_table())["A Younger customers"])

    assert [row[0] for row in rows] == ["id", "007", "13"]


def test_formulas_and_links_are_text(write, make_table):
    table = make_table(Web=["http://x.example", "=A1", "@x", "mailto:a@b.example"])

    sheet = write(table)["Customers"]

    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert sheet["B4"].value == "=1+1"
    assert sheet["B4"].quotePrefix


def test_the_summary_has_sizes_centres_and_words(write, make_table, names):
    rows = cells_of(write(make_table())["Summary"])

    assert rows[:3] == [
        ["Group", "Name", "Customers", "Share", "Age", "What they are like", "Idea"],
        ["A", names["A"], 2, 0.6667, 30.5, "They are young. Very.", None],
        ["B", names["B"], 1, 0.3333, 60, "They are old.", "A warm chair."],
    ]


def test_how_sure_is_a_number(tmp_path, make_table, segmentation, names, words):
    table = make_table()
    frame = labelled_customers(table, segmentation, names, segmentation.margin)

    write_workbook(tmp_path / "g.xlsx", WorkbookContent(frame, table, segmentation), words)

    sheet = load_workbook(tmp_path / "g.xlsx")["Customers"]
    assert [cell.value for cell in sheet["F"]] == ["sure", 0.5, 1, 0.1, None]


def test_a_feature_named_like_a_heading_keeps_its_column(
    tmp_path, make_table, segmentation, names, words
):
    table = make_table()
    frame = labelled_customers(table, segmentation, names)

    write_workbook(
        tmp_path / "g.xlsx",
        WorkbookContent(frame, table, segmentation),
        replace(words, about="Age"),
    )

    header = cells_of(load_workbook(tmp_path / "g.xlsx")["Summary"])[0]
    assert header[4:6] == ["Age", "Age (2)"]


def test_a_missing_folder_is_said(tmp_path, make_table, segmentation, names, words):
    table = make_table()
    frame = labelled_customers(table, segmentation, names)

    with pytest.raises(FileNotFoundError):
        write_workbook(
            tmp_path / "no" / "g.xlsx", WorkbookContent(frame, table, segmentation), words
        )


class CancelledLater:
    def __init__(self):
        self.n_looks = 0

    def report(self, fraction, stage):
        assert 0 <= fraction <= 1

    def checkpoint(self):
        self.n_looks += 1
        if self.n_looks == 2:
            raise Cancelled


def test_a_cancelled_workbook_leaves_the_old_one(tmp_path, make_table, segmentation, names, words):
    path = tmp_path / "g.xlsx"
    path.write_text("old")
    table = make_table()
    frame = labelled_customers(table, segmentation, names)

    with pytest.raises(Cancelled), write_atomically(path) as draft:
        write_workbook(
            draft, WorkbookContent(frame, table, segmentation), words, progress=CancelledLater()
        )

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_long_texts_are_cut_to_what_a_cell_holds(write, make_table):
    sheet = write(make_table(Note=["x" * 40_000, "", "", ""]))["Customers"]

    assert len(sheet["D2"].value) == 32_767


def test_pandas_reads_the_first_sheet(tmp_path, make_table, segmentation, names, words):
    table = make_table()
    frame = labelled_customers(table, segmentation, names)

    write_workbook(tmp_path / "g.xlsx", WorkbookContent(frame, table, segmentation), words)

    read = pd.read_excel(tmp_path / "g.xlsx", engine="calamine", dtype=str, keep_default_na=False)
    assert read["id"].tolist() == ["007", "12", "13", "14"]
    assert read["segment"].tolist() == ["A", "B", "A", ""]


def test_the_summary_ends_with_what_was_done(write, make_table):
    cells = [row[0] for row in cells_of(write(make_table())["Summary"]) if row[0] is not None]

    assert cells[-3:] == ["What was done", "Read 4 customers.", '=HYPERLINK("http://x.example")']


def test_charts_show_sizes_and_where_it_is_known_the_money(
    tmp_path, make_table, segmentation, names, words
):
    table = make_table()
    frame = labelled_customers(table, segmentation, names)

    for shares, n_charts in ((None, 1), ((0.7, 0.3), 2)):
        content = WorkbookContent(frame, table, segmentation, shares)
        write_workbook(tmp_path / "g.xlsx", content, words)
        with zipfile.ZipFile(tmp_path / "g.xlsx") as parts:
            charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
        assert len(charts) == n_charts


def test_money_looks_like_money_and_means_have_few_digits(tmp_path, segmentation, names, words):
    original = pd.DataFrame({"Age": ["31", "60", "30", ""], "Spent": ["1204.5", "2", "3", "4"]})
    columns = (
        Column("Age", Kind.NUMBER, Role.FEATURE),
        Column("Spent", Kind.NUMBER, Role.FEATURE, unit=Unit.MONEY, sign="€"),
    )
    table = CustomerTable(original.replace("", "nan").astype(float), columns, original)
    frame = labelled_customers(table, segmentation, names)

    write_workbook(tmp_path / "g.xlsx", WorkbookContent(frame, table, segmentation), words)

    book = load_workbook(tmp_path / "g.xlsx")
    assert book["Customers"]["B2"].value == 1204.5
    assert book["Customers"]["B2"].number_format == '"€"#,##0.00'
    assert book["Summary"]["E2"].number_format == "#,##0.0"
    assert book["Summary"]["D2"].number_format == "0%"


def test_days_are_days(tmp_path, segmentation, names, words):
    original = pd.DataFrame({"Since": ["31.12.2024", "1.5.1862", "soon", "1.2.2024 13:30"]})
    days = pd.Series(
        [
            pd.Timestamp("2024-12-31"),
            pd.Timestamp("1862-05-01"),
            pd.NaT,
            pd.Timestamp("2024-02-01 13:30"),
        ]
    )
    table = CustomerTable(
        days.to_frame("Since"), (Column("Since", Kind.DATE, Role.DESCRIBE),), original
    )
    found = replace(segmentation, features=(), centres_in_units=np.zeros((2, 0)))
    frame = labelled_customers(table, found, names)

    write_workbook(tmp_path / "g.xlsx", WorkbookContent(frame, table, found), words)

    sheet = load_workbook(tmp_path / "g.xlsx")["Customers"]
    values = [cell.value for cell in sheet["A"]][1:]
    assert values == [datetime(2024, 12, 31), "1.5.1862", "soon", datetime(2024, 2, 1, 13, 30)]
    assert sheet["A2"].number_format == "yyyy-mm-dd"


def test_columns_that_were_left_out_are_on_no_sheet(
    tmp_path, make_table, segmentation, names, words
):
    table = make_table()
    frame = labelled_customers(
        table, segmentation, names, held=np.array([True, False, False, False])
    )
    content = WorkbookContent(frame, table, segmentation, without=(1,))

    write_workbook(tmp_path / "g.xlsx", content, words)

    book = load_workbook(tmp_path / "g.xlsx")
    assert cells_of(book["Customers"])[0] == [
        "id",
        "Age",
        "segment",
        "segment_name",
        "sure",
        "hold_out",
    ]
    assert [cell.value for cell in book["Customers"]["F"]] == ["hold_out", "yes", "no", "no", None]
    assert not any("Ann" in row for sheet in book for row in cells_of(sheet))
