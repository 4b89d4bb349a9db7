"""What holds for each widget of the kit: a name, no stale colours, no cut words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop_app.ui.theme import Theme

ROOM = (880, 560)
FOCUSABLE = Qt.FocusPolicy.TabFocus


def accessible_name(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) or widget.accessibleName()


def picture(widget, qtbot):
    widget.resize(*ROOM)
    with qtbot.waitExposed(widget):
        widget.show()
    if focused := QApplication.focusWidget():
        focused.clearFocus()  # which of two windows has the caret is no question of colour
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_everything_the_keyboard_reaches_has_a_name(build, theme, qtbot):
    widget = build(theme)
    qtbot.addWidget(widget)

    reached = [
        part
        for part in (widget, *widget.findChildren(QWidget))
        if part.focusPolicy() & FOCUSABLE and part.window() is widget
    ]

    assert [part for part in reached if not accessible_name(part)] == []


def test_nothing_keeps_a_colour_of_the_old_theme(build, theme, qtbot):
    lived_through = build(theme)
    qtbot.addWidget(lived_through)
    picture(lived_through, qtbot)

    theme.set_scheme("dark")
    born_dark = build(theme)
    qtbot.addWidget(born_dark)

    assert picture(lived_through, qtbot) == picture(born_dark, qtbot)


@pytest.mark.parametrize("em", [13.0, 16.0, 20.0])
def test_no_word_is_cut(build, qapp, qtbot, em):
    theme = Theme("light", em=em)
    theme.apply(qapp)
    widget = build(theme)
    qtbot.addWidget(widget)

    widget.resize(max(round(24 * em), widget.minimumSizeHint().width()), 10)
    widget.resize(widget.width(), max(widget.heightForWidth(widget.width()), 700))
    widget.show()

    words = [widget, *widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    for word in words:
        if isinstance(word, QLabel) and word.isVisible() and word.text():
            assert word.height() >= max(word.heightForWidth(word.width()), 0), word.text()
            assert word.width() >= word.minimumSizeHint().width(), word.text()
        elif isinstance(word, QAbstractButton) and word.isVisible():
            assert word.width() >= word.minimumSizeHint().width(), word.text()
