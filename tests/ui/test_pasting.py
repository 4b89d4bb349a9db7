"""Ctrl+V and the button on the start page, through the real window."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from desktop_app.services.pasted_tables import PastedTables
from desktop_app.services.recent_files import RecentFiles
from desktop_app.services.settings import Settings
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.context import PageContext
from desktop_app.wording.numbers import Formats

TABLE = "Name\tAge\tSpent\r\n" + "".join(f"C{i}\t{20 + i}\t{i * 7 % 50},5\r\n" for i in range(30))


@pytest.fixture
def window(qtbot, theme, session, runner, own_home):
    QGuiApplication.clipboard().clear()  # other tests copy as well
    context = PageContext(session, runner, theme, Formats())
    window = MainWindow(context, Settings(scheme="light"), RecentFiles(own_home / "recent.json"))
    window.opened = []
    session.open_files = window.opened.append  # reading is another subject
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    QGuiApplication.clipboard().clear()


@pytest.fixture
def copied():
    def copy(content):
        data = QMimeData()
        if isinstance(content, str):
            data.setText(content)
        else:
            data.setUrls([QUrl.fromLocalFile(str(path)) for path in content])
        QGuiApplication.clipboard().setMimeData(data)

    return copy


def press_paste(window, runner, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not runner.busy)


def test_a_copied_table_is_kept_and_opened(window, copied, runner, qtbot, own_home):
    copied(TABLE)

    press_paste(window, runner, qtbot)

    ((path,),) = window.opened
    assert path.parent == own_home / "pasted"
    assert path.name.startswith("Pasted table 2")
    assert path.read_bytes() == TABLE.encode()


def test_copied_files_are_opened(window, copied, runner, qtbot, tmp_path):
    copied([tmp_path / "may.csv", tmp_path / "june.csv"])

    press_paste(window, runner, qtbot)

    assert window.opened == [(tmp_path / "may.csv", tmp_path / "june.csv")]


@pytest.mark.parametrize("text", ["", "Dear Ann,\nthank you."])
def test_other_text_is_answered_and_opens_nothing(window, copied, runner, qtbot, text):
    copied(text)

    press_paste(window, runner, qtbot)

    assert window.opened == []
    message = window.page("file").message_bar.message
    assert message.tone == "info"
    assert message.text.startswith("What you copied is no table.")


def test_a_field_with_the_focus_takes_the_text_itself(window, copied, runner, qtbot):
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    copied("a\tb\n1\t2\n")

    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert field.text()
    assert window.opened == []


def test_the_start_page_offers_to_paste_while_there_is_a_table(window, copied, runner, qtbot):
    button = window.page("file")._start.zone.paste_button
    assert not button.isVisible()

    copied(TABLE)
    assert button.isVisible()
    button.click()
    qtbot.waitUntil(lambda: not runner.busy)
    assert len(window.opened) == 1

    copied("no table")
    assert not button.isVisible()


def test_pasted_tables_are_forgotten_with_the_recent_files(window, copied, runner, qtbot):
    copied(TABLE)
    press_paste(window, runner, qtbot)
    ((path,),) = window.opened

    window._commands.forgetting_requested.emit()

    assert not path.exists()


def test_a_full_disk_is_answered(window, copied, runner, qtbot, monkeypatch):
    def refuse(self, text, name):
        from desktop_app.core.errors import CannotWrite

        raise CannotWrite(path="/home/pasted.tsv", reason="full")

    monkeypatch.setattr(PastedTables, "keep", refuse)
    copied(TABLE)

    press_paste(window, runner, qtbot)

    assert window.opened == []
    assert "pasted.tsv" in window.page("file").message_bar.message.text


def test_lists_are_not_saved_beside_a_pasted_table(own_home):
    from desktop_app.services.folders import folder_beside

    folder = own_home / "pasted"
    folder.mkdir()

    assert folder_beside(folder / "Pasted table.tsv") != folder.resolve()
    assert folder_beside(own_home / "shop.csv") == own_home.resolve()
