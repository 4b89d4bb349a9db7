"""Answers to findings are carried out on a copy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.answers import Answer
from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.intake.tables import RawTable

AGES = ["31", "44", "27", "3a", "52", "38", "", "29"]


@pytest.fixture
def checked():
    rows = [[f"c{i}", age] for i, age in enumerate(AGES)]
    return check_table(RawTable.from_rows(["Customer ID", "Age"], [*rows, rows[2]]))


def test_without_answers_nothing_is_copied(checked):
    mended = mend(checked, ())

    assert mended.checked is checked
    assert (len(mended.left_out), len(mended.gone), mended.changes) == (0, 0, ())


def test_the_middle_value_is_that_of_the_others(checked):
    mended = mend(checked, [Answer("not_a_number", "Age", "use_middle")])

    values = mended.checked.series("Age").to_numpy()
    assert values[3] == np.median([31, 44, 27, 52, 38, 29, 27])
    assert np.isnan(values[6])
    assert np.isnan(checked.series("Age")[3])


def test_a_column_tells_what_is_in_it_after_its_middle_values(checked):
    mended = mend(checked, [Answer("empty_values", "Age", "use_middle")])

    before, after = checked.column("Age"), mended.checked.column("Age")
    assert (before.n_empty, after.n_empty) == (1, 1)  # the value that is no number is empty as well
    assert (after.minimum, after.maximum) == (27.0, 52.0)


def test_who_is_left_out_stays_on_the_list(checked):
    mended = mend(checked, [Answer("not_a_number", "Age", "leave_out")])

    assert mended.left_out.tolist() == [3]
    assert mended.gone.tolist() == []


def test_of_equal_rows_the_first_stays(checked):
    mended = mend(checked, [Answer("duplicate_rows", None, "keep_one")])

    assert mended.gone.tolist() == [8]
    assert [(c.answer.fix, c.n) for c in mended.changes] == [("keep_one", 1)]


def test_an_answer_without_its_finding_changes_nothing(checked):
    answers = [Answer("unusual_value", "Age", "leave_out"), Answer("not_a_number", "Age", "moon")]

    assert mend(checked, answers).changes == ()


@given(st.permutations(range(3)))
def test_the_order_of_the_answers_plays_no_part(order):
    rows = [[f"c{i}", age] for i, age in enumerate(AGES)]
    checked = check_table(RawTable.from_rows(["Customer ID", "Age"], [*rows, rows[2]]))
    answers = [
        Answer("not_a_number", "Age", "leave_out"),
        Answer("empty_values", "Age", "use_middle"),
        Answer("duplicate_rows", None, "keep_one"),
    ]

    mended = mend(checked, [answers[place] for place in order])

    assert (mended.left_out.tolist(), mended.gone.tolist()) == ([3], [8])
    assert mended.checked.series("Age")[6] == 31.0


def test_rows_that_do_not_count_are_not_looked_at():
    rows = [[f"C{i}", str(20 + i % 30)] for i in range(60)]
    rows[7][1] = "400"
    checked = check_table(RawTable.from_rows(["Customer ID", "Age"], rows))

    mended = mend(checked, [Answer("unusual_value", "Age", "leave_out")])

    assert mended.n_without == 1
    assert len(mended.counted.series("Age")) == 59
    assert mended.counted.series("Age").max() < 50
    assert mended.checked.series("Age").max() == 400
