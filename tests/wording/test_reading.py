from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.table import OrdersSummary
from desktop_app.core.intake.tables import FileForm, FileKind, Oddity, RawTable, ReadOptions
from desktop_app.core.intake.text.letters import EAST_ASIAN_PAGES, SINGLE_BYTE_PAGES
from desktop_app.wording import reading as words
from desktop_app.wording.numbers import Formats


def text_form(**changes):
    given = {"path": Path("shop.csv"), "encoding": "utf-8", "delimiter": ",", "n_rows": 1200}
    return FileForm(kind=FileKind.DELIMITED, sha256="", **(given | changes))


def sheet_form(**changes):
    given = {"n_rows": 30, "sheet": "Customers"} | changes
    return FileForm(Path("shop.xlsx"), FileKind.SPREADSHEET, sha256="", **given)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (text_form(), "A text file (CSV)."),
        (text_form(encoding="utf-16"), "A text file (CSV)."),
        (text_form(delimiter=";"), "A text file (CSV) with a semicolon between the columns."),
        (text_form(encoding="cp1252"), "A text file (CSV). Its letters are read as Western."),
        (text_form(delimiter=None), "A text file (CSV) with one column."),
        (
            text_form(path=Path("shop.txt"), delimiter="\t", encoding="cp1251"),
            "A text file with a tab between the columns. Its letters are read as Cyrillic.",
        ),
    ],
)
def test_only_what_is_out_of_the_ordinary_is_said_of_a_text_file(form, expected):
    assert words.form_sentence(form) == expected


def test_a_workbook_names_the_sheet_that_was_read():
    form = sheet_form(sheets=("Customers", "Notes"))

    assert (
        words.form_sentence(form) == "Excel workbook with 2 sheets. We read the sheet “Customers”."
    )


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (text_form(), "The first line holds the column names."),
        (text_form(header_row=3, n_preamble_rows=3), "Line 4 holds the column names."),
        (text_form(header_row=None), "There are no column names, so the columns are numbered."),
    ],
)
def test_it_is_said_where_the_column_names_come_from(form, expected):
    assert words.header_sentence(form) == expected


def test_rows_are_counted_over_all_files():
    forms = (text_form(n_rows=1200), text_form(n_rows=34))

    assert words.rows_sentence(forms, Formats()) == "1,234 rows in 2 files."


def table(*forms, oddities=()):
    raw = RawTable.from_rows(["a"], [["1"]], forms[0])
    return replace(raw, form=forms[0], other_forms=forms[1:], oddities=oddities)


def test_lines_that_were_left_out_are_counted():
    raw = table(text_form(n_preamble_rows=3, n_skipped_rows=1))

    sentences = words.oddity_sentences(raw, Formats())

    assert [sentence[:7] for sentence in sentences] == ["3 lines", "1 line "]


def test_what_is_told_as_an_oddity_is_told_once():
    form = text_form(n_preamble_rows=3, n_skipped_rows=1)
    raw = table(form, oddities=(Oddity("preamble", 3, (1, 2, 3)), Oddity("notes_below", 1, (9,))))

    sentences = list(words.oddity_sentences(raw, Formats()))

    assert len(sentences) == 2
    assert sentences[0].startswith("3 lines above the column names")


@pytest.mark.parametrize("code", ["columns_differ", "decimal_signs_differ", "date_orders_differ"])
def test_what_differs_between_files_names_file_and_columns(code):
    raw = table(text_form(), oddities=(Oddity(code, 2, example="may.csv: Town, Age"),))

    (sentence,) = words.oddity_sentences(raw, Formats())

    assert sentence.startswith("2 columns ")
    assert sentence.endswith("(“may.csv: Town, Age”).")


def test_files_are_named_with_their_rows_a_year_of_them():
    forms = tuple(text_form(path=Path(f"{i}.csv"), n_rows=1000) for i in range(14))

    assert words.files_sentence(forms[:1], Formats()) == ""
    assert words.files_sentence(forms[:2], Formats()) == (
        "Files with their rows: 0.csv (1,000), 1.csv (1,000)."
    )
    assert words.files_sentence(forms, Formats()).endswith("11.csv (1,000) and 2 more.")


def test_a_list_inside_a_packed_file_is_named():
    form = text_form(path=Path("export.zip"), member="may/customers.csv")

    assert words.form_sentence(form) == "A text file (CSV)."
    assert "“customers.csv”" in words.packed_sentence(form)
    assert words.packed_sentence(text_form()) == ""


def test_a_workbook_holds_bare_numbers():
    assert words.decimal_sentence(sheet_form()) == ""
    assert "12,50" in words.decimal_sentence(sheet_form(decimal=","))


def test_orders_are_told():
    assert words.orders_sentence(OrdersSummary(4120, 1873, 912), Formats()) == (
        "4,120 order lines, 1,873 orders, 912 customers."
    )


def test_signs_without_a_name_are_shown_as_they_are():
    assert words.delimiter_words("#") == "“#”"
    assert words.encoding_words("cp437") == "cp437"


@pytest.mark.parametrize("page", [*SINGLE_BYTE_PAGES, *EAST_ASIAN_PAGES])
def test_every_alphabet_that_may_be_found_has_a_name(page):
    assert words.encoding_words(page) != page


def unclear(raw, reading=None):
    checked = check_table(raw)
    return list(words.unclear_sentences(raw, checked, reading or ReadOptions(), "cp1252"))


def test_a_sheet_that_was_chosen_among_several_is_unclear_until_the_user_says_so():
    form = sheet_form(sheets=("Notes", "Customers"))
    raw = RawTable.from_rows(["Age"], [["31"], ["44"]], form)

    assert unclear(raw) == ["“shop.xlsx” has 2 sheets. We took “Customers”."]
    assert unclear(raw, ReadOptions(sheet="Customers")) == []


def test_dates_that_fit_both_orders_are_unclear():
    raw = RawTable.from_rows(["Joined"], [[f"{d}/{d + 1}/2024"] for d in range(1, 10)], text_form())

    assert unclear(raw) == ["We took the day to come first in “Joined”."]


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("cp1252", []), ("utf-8", []), ("cp1251", ["We took the letters for Cyrillic."])],
)
def test_letters_of_another_part_of_the_world_are_unclear(encoding, expected):
    raw = RawTable.from_rows(["Age"], [["31"], ["44"]], text_form(encoding=encoding))

    assert unclear(raw) == expected
