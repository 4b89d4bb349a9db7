import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop_app.ui.widgets.choice_box import ChoiceBox


@pytest.fixture
def box(qtbot, theme):
    box = ChoiceBox("Sign", theme)
    qtbot.addWidget(box)
    box.show_choices({None: "Automatic", ",": "comma", ";": "semicolon"}, ",")
    return box


@pytest.fixture
def made(box):
    made = []
    box.choice_made.connect(made.append)
    return made


def test_showing_choices_is_silent(box, made):
    box.show_choices({None: "Automatic", ",": "comma"}, None)

    assert box.currentText() == "Automatic"
    assert made == []


def test_only_another_choice_counts(box, made):
    box.activated.emit(1)
    box.activated.emit(2)

    assert made == [";"]


def test_automatic_can_be_chosen(box, made):
    box.activated.emit(0)

    assert made == [None]


def test_the_wheel_scrolls_the_page_and_never_changes_a_choice(box, made):
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(box, wheel)

    assert not wheel.isAccepted()
    assert made == []
