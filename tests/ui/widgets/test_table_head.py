import pandas as pd
import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop_app.ui.models.frame_model import FrameModel
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.table_head import PADDING

NAMES = ["Customer number", "Spending score", "<b>Town</b>"]


@pytest.fixture
def table(qtbot, theme):
    table = DataTable(theme, "Customers")
    model = FrameModel(table)
    table.setModel(model)
    table.setSortingEnabled(True)
    frame = pd.DataFrame(
        {"Customer": ["C-1", "C-2"], "Score": [1.0, 2.0], "Town": ["Ghent", "Oss"]}
    )
    model.show_frame(frame, NAMES, [None] * 3)
    table.resizeColumnsToContents()
    qtbot.addWidget(table)
    table.resize(600, 200)
    table.show()
    return table


def section(head, column):
    return QRect(head.sectionViewportPosition(column), 0, head.sectionSize(column), head.height())


def words_at(head, column, theme):
    """Where the words of a head are written."""
    width = QFontMetrics(theme.font("small")).horizontalAdvance(NAMES[column])
    room = section(head, column).adjusted(theme.px(PADDING), 0, -theme.px(PADDING), 0)
    is_figure = column == 1
    return QRect(room.right() + 1 - width if is_figure else room.left(), 0, width, head.height())


@pytest.fixture
def said(monkeypatch):
    """What tooltips say; the screen that is not there cannot show them."""
    words = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: words.append(text))
    return words


def hover(part, at):
    where = part.viewport().mapToGlobal(at)
    QApplication.sendEvent(part.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, where))


@pytest.mark.parametrize("column", [0, 1])
def test_the_arrow_of_the_sorted_column_stands_beside_its_words(table, theme, column):
    head = table.horizontalHeader()

    table.sortByColumn(column, Qt.SortOrder.AscendingOrder)

    arrow = head.arrow_rect(section(head, column), column)
    assert section(head, column).contains(arrow)
    assert not arrow.intersects(words_at(head, column, theme))


@pytest.mark.parametrize("column", [0, 1])
def test_the_words_of_a_head_look_the_same_when_it_is_sorted(table, theme, column):
    head = table.horizontalHeader()
    words = words_at(head, column, theme)
    before = head.grab(words).toImage()

    table.sortByColumn(column, Qt.SortOrder.DescendingOrder)

    assert head.grab(words).toImage() == before


def test_the_arrow_is_drawn_and_turns_with_the_order(table):
    head = table.horizontalHeader()
    place = head.arrow_rect(section(head, 0), 0)
    corners = [QRect(place.left(), top, 1, 2) for top in (place.top(), place.bottom() - 1)]
    bare = [head.grab(corner).toImage() for corner in corners]

    drawn = []
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        table.sortByColumn(0, order)
        seen = [head.grab(corner).toImage() for corner in corners]
        drawn.append([now != before for now, before in zip(seen, bare, strict=True)])

    assert drawn == [[False, True], [True, False]]


def test_a_head_that_is_wholly_seen_has_no_tooltip(table, said):
    head = table.horizontalHeader()

    hover(head, section(head, 2).center())

    assert said == [""]


def test_a_cut_head_says_itself_in_a_tooltip_letter_by_letter(table, said):
    head = table.horizontalHeader()
    head.setStretchLastSection(False)
    head.resizeSection(2, 60)

    hover(head, section(head, 2).center())

    assert said == ["<span>&lt;b&gt;Town&lt;/b&gt;</span>"]


def test_the_space_beside_the_columns_says_nothing(table, said):
    head = table.horizontalHeader()
    head.setStretchLastSection(False)

    hover(head, QPoint(head.width() - 2, 4))

    assert said == [""]
