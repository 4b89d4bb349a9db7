from datetime import date
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop_app.ui.models import frame_model
from desktop_app.ui.models.frame_model import (
    ADDED_ROLE,
    PIECE_ROLE,
    PROBLEM_ROLE,
    FrameModel,
)
from desktop_app.ui.models.sorting import sort_rows

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def frame():
    return pd.DataFrame(
        {
            "Customer": ["C-10", "C-9", "C-1", "C-2"],
            "Age": [31.0, np.nan, 20.0, 45.0],
            "Since": [date(2026, 1, 2), None, date(2025, 1, 2), date(2024, 5, 6)],
        }
    )


@pytest.fixture
def model(qapp, frame):
    model = FrameModel()
    model.tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    model.show_frame(
        frame,
        ["Customer", "Age", "Since"],
        [None, lambda value: f"{value:.0f} years", None],
        segments=np.array([1, 0, 1, -1]),
        segment_names=["Savers", "Spenders"],
        pieces=(0, 3),
    )
    return model


def words(model, column):
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_cells_are_worded_and_empty_ones_are_empty(model):
    assert words(model, 0) == ["C-10", "C-9", "C-1", "C-2"]
    assert words(model, 1) == ["31 years", "", "20 years", "45 years"]
    assert words(model, 2) == ["2026-01-02", "", "2025-01-02", "2024-05-06"]


def test_the_group_is_the_last_column_with_its_piece(model):
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Group"
    assert words(model, 3) == ["Spenders", "Savers", "Spenders", ""]
    assert [model.index(row, 3).data(PIECE_ROLE) for row in range(4)] == [3, 0, 3, None]
    assert model.index(0, 0).data(PIECE_ROLE) is None


def test_renamed_groups_are_told(model, qtbot):
    with qtbot.waitSignal(model.dataChanged):
        model.rename_segments(["Quiet", "Loud"])

    assert words(model, 3)[0] == "Loud"


def test_figures_and_their_heads_stand_right(model):
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    role = Qt.ItemDataRole.TextAlignmentRole

    assert model.index(0, 1).data(role) == int(right)
    assert model.headerData(1, Qt.Orientation.Horizontal, role) == int(right)
    assert model.index(0, 0).data(role) != int(right)
    assert model.index(0, 3).data(role) != int(right)


def test_whole_numbers_of_a_column_with_gaps_have_no_point(qapp):
    model = FrameModel()

    model.show_frame(pd.DataFrame({"n": [1.0, 2.5, np.nan]}), ["n"], [None])

    assert words(model, 0) == ["1", "2.5", ""]


def test_sorting_is_natural_and_leaves_empty_cells_last(model):
    model.sort(0, ASCENDING)
    assert words(model, 0) == ["C-1", "C-2", "C-9", "C-10"]

    model.sort(1, DESCENDING)
    assert words(model, 1) == ["45 years", "31 years", "20 years", ""]

    model.sort(3, ASCENDING)
    assert words(model, 3) == ["Savers", "Spenders", "Spenders", ""]


def test_a_third_click_brings_back_the_order_of_the_file(model):
    model.sort(0, ASCENDING)
    model.sort(-1, ASCENDING)

    assert words(model, 0) == ["C-10", "C-9", "C-1", "C-2"]


def test_what_was_pointed_at_stays_pointed_at(model):
    pointed = QPersistentModelIndex(model.index(0, 0))

    model.sort(0, ASCENDING)

    assert pointed.data() == "C-10"


def test_only_asked_rows_are_shown_and_stay_sorted(model):
    model.sort(0, ASCENDING)

    model.show_rows(np.array([0, 2]))

    assert words(model, 0) == ["C-1", "C-10"]
    assert model.row_of(0) == 1
    assert model.row_of(3) is None
    assert model.position_of(0) == 2


def test_all_rows_come_back(model):
    model.show_rows(np.array([1]))
    model.show_rows(None)

    assert model.rowCount() == 4
    assert model.row_of(4) is None
    assert model.row_of(3) == 3


def test_problem_cells_stay_with_their_row(model):
    model.show_problems({(1, 1)})

    model.sort(0, ASCENDING)

    marked = [model.index(row, 1).data(PROBLEM_ROLE) for row in range(4)]
    assert marked == [False, False, True, False]


def test_a_problem_cell_without_a_value_shows_what_is_written_there(qapp):
    model = FrameModel()
    model.show_frame(pd.DataFrame({"Age": [31.0, None, None]}), ["Age"], [None])

    model.show_problems({(1, 0)}, written=lambda row, column: f"3a in {row}, {column}")

    assert words(model, 0) == ["31", "3a in 1, 0", ""]


def test_added_columns_and_row_numbers(qapp, frame):
    model = FrameModel()

    model.show_frame(frame, list("abc"), [None] * 3, n_added=1, row_numbers=[2, 3, 5, 8])

    assert [model.index(0, column).data(ADDED_ROLE) for column in range(3)] == [False, False, True]
    assert model.has_row_numbers
    assert model.headerData(2, Qt.Orientation.Vertical) == 5


def test_a_new_frame_starts_unsorted_and_whole(model, frame):
    model.sort(0, ASCENDING)
    model.show_rows(np.array([0]))

    model.show_frame(frame, list("abc"), [None] * 3)

    assert model.rowCount() == 4
    assert model.columnCount() == 3
    assert model.sort_column == -1


def test_the_frame_is_not_copied(model, frame):
    assert np.shares_memory(model._columns[1].to_numpy(), frame["Age"].to_numpy())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(st.floats(allow_infinity=False), min_size=1, max_size=20), st.booleans(), st.data())
def test_rows_and_positions_are_each_others_inverse(qapp, values, is_down, data):
    model = FrameModel()
    shown = sorted(data.draw(st.sets(st.integers(0, len(values) - 1), min_size=1)))
    model.show_frame(pd.DataFrame({"x": values}), ["x"], [None])

    model.show_rows(np.array(shown))
    model.sort(0, DESCENDING if is_down else ASCENDING)

    positions = [model.position_of(row) for row in range(model.rowCount())]
    assert sorted(positions) == shown
    assert [model.row_of(position) for position in positions] == list(range(len(shown)))
    known = [values[p] for p in positions if not np.isnan(values[p])]
    assert all((a >= b) if is_down else (a <= b) for a, b in pairwise(known))


def test_a_long_table_is_sorted_by_a_step_for_a_job(model, monkeypatch, qtbot):
    monkeypatch.setattr(frame_model, "LONG", 3)
    model.sorts_elsewhere = True

    with qtbot.waitSignal(model.sort_requested) as asked:
        model.sort(0, DESCENDING)
    assert words(model, 0) == ["C-10", "C-9", "C-1", "C-2"]
    model.show_sorted(sort_rows(asked.args[0]))

    assert words(model, 0) == ["C-10", "C-9", "C-2", "C-1"]


def test_an_answer_that_came_too_late_is_not_shown(model, monkeypatch, qtbot):
    monkeypatch.setattr(frame_model, "LONG", 3)
    model.sorts_elsewhere = True
    with qtbot.waitSignal(model.sort_requested) as asked:
        model.sort(0, ASCENDING)
    answer = sort_rows(asked.args[0])

    model.show_rows(np.array([2, 0]))
    model.show_sorted(answer)

    assert words(model, 0) == ["C-1", "C-10"]


def test_all_rows_of_a_long_sorted_table_are_asked_for_again(model, monkeypatch, qtbot):
    monkeypatch.setattr(frame_model, "LONG", 3)
    model.sorts_elsewhere = True
    model.sort_column = 3

    with qtbot.waitSignal(model.sort_requested) as asked:
        model.show_rows(None)
    model.show_sorted(sort_rows(asked.args[0]))

    assert words(model, 3) == ["Savers", "Spenders", "Spenders", ""]
