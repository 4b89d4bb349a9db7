import re
from pathlib import Path

import pytest

from desktop_app.core import errors
from desktop_app.core.errors import AppError
from desktop_app.wording.errors import is_worded, sentence_for


def every_code():
    found, waiting = [], [AppError]
    while waiting:
        parent = waiting.pop()
        waiting += parent.__subclasses__()
        found += [parent] if "code" in vars(parent) and parent is not AppError else []
    return [error for error in found if error.__module__ == errors.__name__]


def details_of(error):
    names = re.findall(r"``(\w+)``", (error.__doc__ or "").partition("Details:")[2])
    return dict.fromkeys(names, "thing") | {"path": "/home/me/shop.csv"}


@pytest.mark.parametrize("error", every_code(), ids=lambda error: error.code)
def test_every_code_has_a_sentence_that_says_what_to_do(error):
    sentence = sentence_for(error(**details_of(error)))

    assert is_worded(error)
    assert sentence.endswith(".")
    assert sentence.count(". ") >= 1
    assert "{" not in sentence
    assert "…" not in sentence
    assert not re.search(r"error|failed|invalid|illegal|fatal", sentence, re.IGNORECASE)


def test_the_file_is_named_without_its_folder():
    sentence = sentence_for(errors.HeaderOnly(path="/home/me/spring.csv"))

    assert "“spring.csv”" in sentence
    assert "/home" not in sentence


def test_many_columns_are_cut_short():
    columns = tuple(f"c{i}" for i in range(30))

    sentence = sentence_for(errors.ColumnMissing(column="Agee", columns=columns))

    assert "c7 and 22 more" in sentence


def test_a_missing_detail_does_not_hide_the_sentence():
    sentence = sentence_for(errors.SheetMissing(path="a.xlsx"))

    assert "no sheet called “…”" in sentence


@pytest.mark.parametrize("reason", ["permission", "full", "folder_missing", "in_use", "other"])
def test_every_reason_not_to_write_reads_differently(reason):
    sentences = {
        r: sentence_for(errors.CannotWrite(path="/out/list.xlsx", reason=r))
        for r in ("permission", "full", "folder_missing", "in_use", "other")
    }

    assert list(sentences.values()).count(sentences[reason]) == 1


def test_every_limit_of_a_workbook_reads_differently():
    limits = ("entries", "bytes", "cells", "time", "memory")

    sentences = {
        sentence_for(errors.SpreadsheetTooLarge(path="/in/list.xlsx", limit=limit))
        for limit in limits
    }

    assert len(sentences) == len(limits)


@pytest.mark.parametrize(
    ("kind", "words"),
    [("printout", "is a PDF,"), ("slides", "is a set of slides,"), (None, "cannot be read here")],
)
def test_what_is_no_table_is_called_by_its_name(kind, words):
    sentence = sentence_for(errors.UnknownFormat(path="/in/list.xlsx", suffix=".xlsx", kind=kind))

    assert words in sentence


def test_names_with_braces_stay_as_they_are():
    sentence = sentence_for(errors.ConstantFeature(column="{path} of {0}"))

    assert "“{path} of {0}”" in sentence


def test_numbers_of_rows_are_readable():
    sentence = sentence_for(errors.TooManyRowsForSheet(path="a.xlsx", rows=2000000))

    assert "2,000,000 rows" in sentence
    assert "1,048,576" in sentence


def test_a_sentence_stays_on_one_line_whatever_was_typed():
    sentence = sentence_for(errors.BadValue(what="delimiter", value="\n"))

    assert sentence == "“\\n” cannot be used for the sign between columns. Choose another value."


def test_a_list_that_leaving_out_empties_is_told_as_such():
    sentence = sentence_for(errors.TooFewCustomers(n_distinct=0, k=2))

    assert "leaves nobody" in sentence
    assert "0" not in sentence


def test_no_column_is_named_that_the_user_never_named():
    assert "“" not in sentence_for(errors.DatesUnknown())
    assert "“" not in sentence_for(errors.AmountsUnknown())


def test_nothing_left_before_the_chosen_day_names_that_day():
    sentence = sentence_for(errors.NoOrders(taken_out={"cancelled": 1, "after_as_of": 40}))

    assert "after the day to count from" in sentence


def test_what_was_saved_before_is_named():
    problem = errors.CannotWrite(
        path="/out/list.xlsx", reason="in_use", saved=(Path("/out/list.csv"),)
    )

    assert sentence_for(problem).endswith("save again. “list.csv” was saved.")


def test_orders_that_are_all_too_old_are_told_so():
    sentence = sentence_for(errors.NoOrders(taken_out={"cancelled": 1, "before_window": 40}))

    assert "Look back further." in sentence
