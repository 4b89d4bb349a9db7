"""Buttons, steppers and segmented controls: who speaks, when, and what the keyboard does."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from desktop_app.ui.widgets.buttons import icon_button, push_button, set_kind
from desktop_app.ui.widgets.labels import set_tone, text_label
from desktop_app.ui.widgets.segmented import SegmentedControl
from desktop_app.ui.widgets.stepper import Stepper

VIEWS = [("picture", "Picture"), ("table", "Table"), ("both", "Both")]


@pytest.fixture
def view(theme, qtbot):
    control = SegmentedControl(VIEWS, theme, "View")
    qtbot.addWidget(control)
    control.show()
    return control


@pytest.fixture
def stepper(theme, qtbot):
    stepper = Stepper(theme, "Number of groups", 1, 9, 5)
    qtbot.addWidget(stepper)
    stepper.show()
    return stepper


@pytest.fixture
def told():
    return []


def option(view, text):
    return next(b for b in view.findChildren(QRadioButton) if b.text() == text)


def test_words_of_a_file_are_never_read_as_markup(theme, qtbot):
    label = text_label("<b>", theme)
    qtbot.addWidget(label)

    assert label.textFormat() == Qt.TextFormat.PlainText


def test_tone_of_a_label_changes_its_colour(theme, qtbot):
    label = text_label("Needs a look", theme)
    qtbot.addWidget(label)
    label.show()

    set_tone(label, "amber")

    assert label.palette().windowText().color().name() == theme.palette.amber


def test_chosen_button_carries_a_tick_and_loses_it_again(theme, qtbot):
    button = push_button("Keep", theme, "small")
    qtbot.addWidget(button)

    set_kind(button, "chosen")
    has_tick = not button.icon().isNull()
    set_kind(button, "small")

    assert has_tick
    assert button.icon().isNull()


def test_only_our_buttons_have_a_kind(qtbot):
    button = QPushButton("Stranger")
    qtbot.addWidget(button)

    with pytest.raises(TypeError):
        set_kind(button, "main")


def test_icon_button_is_called_as_its_tooltip(theme, qtbot):
    button = icon_button("copy", "Copy picture", theme)
    qtbot.addWidget(button)

    assert button.accessibleName() == button.toolTip() == "Copy picture"


def test_first_option_is_chosen_at_first(view):
    assert view.chosen == "picture"


def test_choosing_by_program_is_silent(view, told):
    view.choice_changed.connect(told.append)

    view.choose("table")

    assert view.chosen == "table"
    assert told == []


def test_choosing_by_mouse_is_told_once(view, told, qtbot):
    view.choice_changed.connect(told.append)

    qtbot.mouseClick(option(view, "Table"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(option(view, "Table"), Qt.MouseButton.LeftButton)

    assert told == ["table"]
    assert view.chosen == "table"


def test_arrow_keys_move_the_choice(view, told, qtbot):
    view.choice_changed.connect(told.append)
    first = option(view, "Picture")
    first.setFocus()

    qtbot.keyClick(first, Qt.Key.Key_Right)

    assert told == ["table"]


def test_options_wrap_when_the_room_is_narrow(view):
    row = view.layout().heightForWidth(view.sizeHint().width())

    assert view.layout().heightForWidth(row * 3) > row


def test_stepper_tells_what_the_user_steps_to(stepper, told, qtbot):
    stepper.value_chosen.connect(told.append)

    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    qtbot.keyClick(stepper, Qt.Key.Key_Down)

    assert told == [6, 5]


def test_stepper_tells_a_typed_number_when_it_is_complete(stepper, told, qtbot):
    stepper.show_range(1, 500)
    stepper.value_chosen.connect(told.append)

    stepper.selectAll()
    qtbot.keyClicks(stepper, "120")
    while_typing = list(told)
    qtbot.keyClick(stepper, Qt.Key.Key_Return)

    assert while_typing == []
    assert told == [120]


def test_stepper_shows_what_the_program_says_silently(stepper, told):
    stepper.value_chosen.connect(told.append)

    stepper.show_value(7)
    stepper.show_range(1, 4)

    assert stepper.value() == 4
    assert told == []


def test_plus_is_at_the_right_and_minus_at_the_left(stepper, told, qtbot):
    stepper.resize(stepper.sizeHint())
    stepper.value_chosen.connect(told.append)
    middle = stepper.height() // 2

    qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=QPoint(stepper.width() - 12, middle))
    qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=QPoint(12, middle))

    assert told == [6, 5]


def test_scrolling_over_a_number_leaves_it_alone(theme, told, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    stepper = Stepper(theme, "Number of groups", 1, 9, 5)
    row = QHBoxLayout(window)
    other = push_button("Other", theme)
    row.addWidget(other)
    row.addWidget(stepper)
    window.show()
    stepper.value_chosen.connect(told.append)
    other.setFocus()

    middle = QPointF(stepper.rect().center())
    wheel = QWheelEvent(
        middle,
        stepper.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stepper, wheel)

    assert told == []
    assert not wheel.isAccepted()


def test_icons_of_a_segmented_control_never_stack(view):
    view.show_icons({key: "picture" for key, _words in VIEWS})
    rigid = view.sizePolicy().horizontalPolicy()

    view.show_icons({})

    assert rigid is QSizePolicy.Policy.Fixed
    assert view.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Preferred
