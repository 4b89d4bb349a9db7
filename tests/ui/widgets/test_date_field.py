"""A field for one day: what it shows, and when it speaks."""

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop_app.ui.widgets.date_field import DateField


@pytest.fixture
def field(theme, qtbot):
    field = DateField(theme, "Count back from")
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def told(field):
    told = []
    field.day_chosen.connect(told.append)
    return told


def test_a_day_is_shown_with_its_month_in_words_and_without_a_word(field, told):
    field.show_day("2026-09-03")

    assert field.text() == "3 September 2026"
    assert field.day == "2026-09-03"
    assert told == []


def test_a_day_picked_in_the_calendar_is_told(field, told):
    field.show_day("2026-09-03")

    field.calendarWidget().setSelectedDate(QDate(2026, 9, 17))
    field.setDate(field.calendarWidget().selectedDate())

    assert told == ["2026-09-17"]


def test_a_day_is_told_once_it_is_typed_and_not_on_the_way(field, told, qtbot):
    field.show_day("2026-09-03")
    field.setSelectedSection(DateField.Section.YearSection)

    qtbot.keyClicks(field, "2024")
    on_the_way = list(told)
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert on_the_way == []
    assert told == ["2024-09-03"]


def test_the_wheel_changes_no_day(field, told):
    field.show_day("2026-09-03")
    at = QPointF(field.rect().center())
    none, down = Qt.MouseButton.NoButton, QPoint(0, -120)
    turn = QWheelEvent(
        at, at, QPoint(), down, none, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase(0), False
    )

    QApplication.sendEvent(field, turn)

    assert told == []
