import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop_app.ui.models.frame_model import FrameModel
from desktop_app.ui.widgets.data_table import ROW_HEIGHT, DataTable


@pytest.fixture
def table(qtbot, theme):
    table = DataTable(theme, "Customers")
    model = FrameModel(table)
    table.setModel(model)
    table.setSortingEnabled(True)
    frame = pd.DataFrame(
        {"Customer": [f"C-{i}" for i in range(50)], "Spend": np.arange(50.0)[::-1]}
    )
    model.show_frame(
        frame,
        ["Customer", "Spend"],
        [None, lambda value: f"€{value:.0f}"],
        segments=np.arange(50) % 2,
        segment_names=["Savers\tand <b>more</b>", "Spenders"],
        pieces=(0, 1),
    )
    qtbot.addWidget(table)
    table.resize(500, 200)
    table.show()
    return table


def pixel(table, row, column):
    rect = table.visualRect(table.model().index(row, column))
    return table.viewport().grab().toImage().pixelColor(rect.right() - 3, rect.top() + 4).name()


def test_it_opens_in_the_order_of_the_file(table):
    assert table.model().index(0, 0).data() == "C-0"
    assert table.rowHeight(0) == ROW_HEIGHT


def test_going_to_a_row_tells_its_position(table, qtbot):
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)

    with qtbot.waitSignal(table.row_chosen) as told:
        table.setCurrentIndex(table.model().index(0, 0))

    assert told.args == [49]


def test_a_row_can_be_chosen_from_elsewhere_in_silence(table, qtbot):
    with qtbot.assertNotEmitted(table.row_chosen):
        table.choose_position(40)

    assert [index.row() for index in table.selectionModel().selectedRows()] == [40]
    assert table.viewport().rect().contains(table.visualRect(table.model().index(40, 0)).center())


def test_a_row_that_is_not_shown_clears_the_choice(table):
    table.choose_position(3)
    table.model().show_rows(np.arange(10, 20))

    table.choose_position(3)

    assert table.selectionModel().selectedRows() == []


def test_chosen_rows_are_copied_with_tabs(table, qtbot):
    table.selectRow(1)
    table.selectionModel().select(
        table.model().index(0, 0),
        table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows,
    )

    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == (
        "Customer\tSpend\tGroup\nC-0\t€49\tSavers and <b>more</b>\nC-1\t€48\tSpenders"
    )


def test_what_is_copied_is_what_is_seen_and_never_a_formula(table):
    table.model().rename_segments(["=1+1", "Spenders"])
    table.hideColumn(1)
    table.selectRow(0)

    table.copy_rows()

    assert QGuiApplication.clipboard().text() == "Customer\tGroup\nC-0\t'=1+1"


def test_nothing_chosen_leaves_the_clipboard_alone(table):
    QGuiApplication.clipboard().setText("kept")

    table.copy_rows()

    assert QGuiApplication.clipboard().text() == "kept"


def test_the_chosen_row_is_tinted(table, theme):
    table.selectRow(1)

    assert pixel(table, 1, 1) == theme.palette.tint
    assert pixel(table, 2, 1) != theme.palette.tint


def test_a_problem_cell_is_outlined_in_amber(table, theme):
    table.model().show_problems({(2, 1)})

    image = table.viewport().grab().toImage()
    rect = table.visualRect(table.model().index(2, 1))
    across = [
        image.pixelColor(x, rect.center().y()).name() for x in range(rect.left(), rect.right())
    ]
    assert theme.palette.amber_ground in across


def test_the_arrow_of_a_sorted_head_goes_with_a_new_frame(table):
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)

    table.model().show_frame(pd.DataFrame({"a": [1, 2]}), ["a"], [None], row_numbers=[7, 9])

    assert table.horizontalHeader().sortIndicatorSection() == -1
    assert table.verticalHeader().isVisible()


def test_long_cells_do_not_push_the_others_away(table, theme):
    table.model().show_frame(pd.DataFrame({"a": ["w" * 500], "b": ["x"]}), ["a", "b"], [None] * 2)

    table.resizeColumnsToContents()

    assert table.columnWidth(0) <= theme.px(320)


def test_the_last_column_is_measured_though_it_stretches(table, theme):
    table.resizeColumnsToContents()

    table.horizontalHeader().moveSection(2, 0)

    assert table.columnWidth(2) > theme.px(130)


def test_a_million_rows_open_at_once(table):
    n = 1_000_000
    frame = pd.DataFrame({"x": np.arange(n), "y": np.arange(n) * 0.5})

    table.model().show_frame(frame, ["x", "y"], [None, None])
    table.choose_position(n - 1)

    assert table.model().index(n - 1, 0).data() == "999999"


def test_the_table_follows_the_theme(table, theme):
    theme.set_scheme("dark")
    table.selectRow(0)

    assert pixel(table, 0, 1) == theme.palette.tint
    theme.set_scheme("light")


@pytest.fixture
def said(monkeypatch):
    """What tooltips say; the screen that is not there cannot show them."""
    words = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: words.append(text))
    return words


def hover(table, row, column):
    at = table.visualRect(table.model().index(row, column)).center()
    where = table.viewport().mapToGlobal(at)
    QApplication.sendEvent(table.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, where))


def test_a_cut_cell_says_itself_in_a_tooltip_letter_by_letter(table, said):
    table.horizontalHeader().setStretchLastSection(False)
    table.setColumnWidth(2, 90)

    hover(table, 0, 2)

    assert said == ["<span>Savers\tand &lt;b&gt;more&lt;/b&gt;</span>"]


def test_a_cell_that_is_wholly_seen_has_no_tooltip(table, said):
    table.resizeColumnsToContents()

    hover(table, 0, 0)

    assert said == [""]


def test_the_longest_cells_have_a_tooltip(table, said):
    table.model().show_frame(pd.DataFrame({"a": ["w" * 500], "b": ["x"]}), ["a", "b"], [None] * 2)
    table.resizeColumnsToContents()

    hover(table, 0, 0)

    assert said == [f"<span>{'w' * 500}</span>"]


def test_columns_share_the_room_that_is_left(table):
    table.resize(900, 200)
    table.resizeColumnsToContents()

    before = [table.sizeHintForColumn(column) for column in range(3)]
    widths = [table.columnWidth(column) for column in range(3)]
    assert all(width > least for width, least in zip(widths[:2], before[:2], strict=True))
