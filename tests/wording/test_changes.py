import pytest

from desktop_app.core.checking.answers import Answer
from desktop_app.core.checking.columns import ColumnChoice, Role
from desktop_app.wording.changes import answer_words, choice_words


@pytest.mark.parametrize("fix", ["leave_out", "keep_one", "use_middle"])
@pytest.mark.parametrize("n", [0, 1, 12])
def test_every_fix_of_rows_is_told_with_its_count(fix, n):
    column, sentence = answer_words(Answer("unusual_value", "Age", fix), n)

    assert column == "Age"
    assert sentence.startswith(f"{n} ")
    assert sentence.endswith(": unusual.")


def test_whole_rows_have_no_column():
    assert answer_words(Answer("duplicate_rows", None, "keep_one"), 4) == (
        "",
        "4 rows were taken off the list: they appear twice.",
    )


def test_a_choice_about_a_column_is_told():
    choice = ColumnChoice("Joined", Role.DESCRIBE, date_order="mdy")

    assert choice_words(choice) == (
        "Joined",
        "Used as “Describes”. Dates are read with the month first.",
    )


@pytest.mark.parametrize("fix", ["leave_out", "keep_one"])
def test_a_line_of_an_order_is_counted_or_not(fix):
    words = answer_words(Answer("unusual_value", "Total", fix), 2, in_orders=True)

    assert words == ("Total", "2 lines are not counted: unusual.")
