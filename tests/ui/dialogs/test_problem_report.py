import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from desktop_app.ui.dialogs.problem_report import ProblemDialog

PLACES = 'ValueError\n  File "desktop_app/core/places.py", line 7, in find\n'


@pytest.fixture
def dialog(qtbot, theme):
    dialog = ProblemDialog(PLACES, theme)
    qtbot.addWidget(dialog)
    return dialog


def test_it_says_that_the_work_is_still_open(dialog):
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))

    assert "Your work is still open" in words


def test_the_details_can_be_copied(dialog):
    dialog.copy_button.click()

    assert 'File "desktop_app/core/places.py", line 7' in QGuiApplication.clipboard().text()


def test_it_can_be_left_by_its_main_button(dialog, qtbot):
    dialog.close_button.setFocus()

    with qtbot.waitSignal(dialog.accepted):
        dialog.close_button.click()
