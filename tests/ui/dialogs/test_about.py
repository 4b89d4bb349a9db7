from PySide6.QtWidgets import QLabel

from desktop_app import __version__
from desktop_app.ui.dialogs.about import AboutDialog, purpose_words


def test_it_names_version_promise_and_licences(qtbot, theme):
    dialog = AboutDialog(theme)
    qtbot.addWidget(dialog)

    words = " ".join(label.text() for label in dialog.findChildren(QLabel))

    for expected in (__version__, "Everything stays on this computer", "MIT", "LGPL"):
        assert expected in words


def test_it_promises_only_what_the_program_does():
    assert purpose_words() == (
        "Clientele finds the groups among your customers: who they are and what makes each group "
        "different. It says so when a list has no natural groups. "
        "It needs no account and sends nothing anywhere."
    )
