import pytest

from desktop_app.ui.widgets.axis_box import AxisBox

FACTS = {"age": "Age", "days": "Days since the first order"}


@pytest.fixture
def box(theme, qtbot):
    box = AxisBox("Fact across", theme)
    qtbot.addWidget(box)
    box.show_choices(FACTS, "age")
    box.show()
    return box


def shown_words(box):
    from PySide6.QtWidgets import QStyleOptionComboBox

    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    return option.currentText


def test_it_asks_for_the_room_of_the_words_on_show(box):
    narrow = box.sizeHint().width()

    box.show_choices(FACTS, "days")

    assert box.sizeHint().width() > narrow + 50


@pytest.mark.parametrize("key", list(FACTS))
def test_its_words_are_whole_where_there_is_room(box, key):
    box.show_choices(FACTS, key)
    box.resize(box.sizeHint())

    assert shown_words(box) == FACTS[key]


def test_its_words_are_shortened_with_a_sign_where_there_is_none(box):
    box.show_choices(FACTS, "days")
    box.resize(110, box.height())

    assert shown_words(box).endswith("…")
    assert "Days since the first order" in box.toolTip()
