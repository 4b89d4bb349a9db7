"""Saving a project through the real window, leaving it, and coming back to it."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop_app.core.errors import CannotWrite
from desktop_app.paths import resource_path
from desktop_app.services.recent_files import RecentFiles
from desktop_app.services.session import Session
from desktop_app.services.settings import Settings
from desktop_app.ui.actions import ActionId
from desktop_app.ui.dialogs.unsaved import UnsavedDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.context import PageContext
from desktop_app.wording.numbers import Formats

SHOP = resource_path("samples", "shop_customers.csv")


@pytest.fixture
def open_window(qtbot, theme, threaded_runner, own_home):
    """Open a window with a session of its own, as another start of the program would."""

    def make():
        session = Session(threaded_runner)
        context = PageContext(session, threaded_runner, theme, Formats())
        window = MainWindow(
            context, Settings(scheme="light"), RecentFiles(own_home / "recent.json")
        )
        window.session = session
        qtbot.addWidget(window, before_close_func=forget_changes)
        window.resize(1100, 700)
        window.show()
        qtbot.waitExposed(window)
        return window

    return make


def forget_changes(window):
    window._is_leaving = True


@pytest.fixture
def window(open_window):
    return open_window()


@pytest.fixture
def shop(tmp_path):
    path = tmp_path / "My shop.csv"
    path.write_bytes(SHOP.read_bytes())
    return path


@pytest.fixture
def target(tmp_path, monkeypatch):
    """Where the system's own dialog says to save."""
    path = tmp_path / "Spring customers.clientele"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    return path


def settle(window, qtbot):
    qtbot.waitUntil(
        lambda: window.session.document.is_complete and not window.session.is_working,
        timeout=30_000,
    )


def open_file(window, path, qtbot):
    with qtbot.waitSignal(window.session.opened, timeout=30_000):
        window.open_files((path,))
    settle(window, qtbot)


def choose(window, qtbot):
    """Make choices of every kind and wait for what follows from them."""
    plan = window.session.document.plan.with_k(4).with_name(4, "B", "Regulars")
    window.session.apply(plan.with_note(4, "A", "Call them in May"), "choose")
    settle(window, qtbot)


def trigger(window, action_id):
    window._commands.actions[action_id].trigger()


def save(window, qtbot):
    with qtbot.waitSignal(window.session.keeping.saved, timeout=30_000):
        trigger(window, ActionId.SAVE)


def dialog_of(window):
    dialogs = [d for d in window.findChildren(UnsavedDialog) if d.isVisible()]
    return dialogs[0] if dialogs else None


def leave(window, qtbot):
    """Close the window, which asks nothing but may have to end some work."""
    window.close()
    assert dialog_of(window) is None
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)


def click(button, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def message_of(window):
    return window.page(window.current_step).message_bar.message


def test_a_project_comes_back_with_its_groups_names_and_notes(open_window, shop, target, qtbot):
    first = open_window()
    open_file(first, shop, qtbot)
    choose(first, qtbot)
    before = first.session.document
    save(first, qtbot)
    leave(first, qtbot)
    shop.unlink()

    second = open_window()
    open_file(second, target, qtbot)

    after = second.session.document
    assert np.array_equal(after.segmentation.labels, before.segmentation.labels)
    assert after.k == 4
    assert after.own_names == (("B", "Regulars"),)
    assert after.own_notes == (("A", "Call them in May"),)
    assert second.windowTitle() == "Spring customers[*] – Clientele"
    assert not second.isWindowModified()


def test_the_title_says_whether_something_is_saved_nowhere(window, shop, target, qtbot):
    open_file(window, shop, qtbot)
    assert not window.isWindowModified()

    choose(window, qtbot)
    assert window.isWindowModified()
    save(window, qtbot)

    assert not window.isWindowModified()
    assert window.windowTitle() == "Spring customers[*] – Clientele"
    window.session.undo()
    assert window.isWindowModified()


def test_saving_again_asks_for_no_place(window, shop, target, monkeypatch, qtbot):
    open_file(window, shop, qtbot)
    save(window, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: pytest.fail("asked"))

    choose(window, qtbot)
    save(window, qtbot)

    assert not window.session.keeping.is_changed
    assert "Spring customers" in message_of(window).text


def test_who_chose_nothing_is_asked_nothing(window, shop, qtbot):
    open_file(window, shop, qtbot)

    leave(window, qtbot)


def test_leaving_asks_and_staying_keeps_all_open(window, shop, qtbot):
    open_file(window, shop, qtbot)
    choose(window, qtbot)

    assert not window.close()
    click(dialog_of(window).stay_button, qtbot)

    assert window.isVisible()
    assert dialog_of(window) is None
    assert window.session.document.k == 4


def test_leaving_without_saving_leaves(window, shop, qtbot):
    open_file(window, shop, qtbot)
    choose(window, qtbot)

    window.close()
    click(dialog_of(window).leave_button, qtbot)

    qtbot.waitUntil(lambda: not window.isVisible())


def test_leaving_can_save_first(window, shop, target, qtbot):
    open_file(window, shop, qtbot)
    choose(window, qtbot)

    window.close()
    click(dialog_of(window).save_button, qtbot)

    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    assert target.exists()


def test_another_file_waits_until_the_work_is_saved(window, shop, target, qtbot):
    open_file(window, shop, qtbot)
    choose(window, qtbot)

    window.open_files((resource_path("samples", "no_groups.csv"),))
    with qtbot.waitSignal(window.session.opened, timeout=30_000):
        click(dialog_of(window).save_button, qtbot)

    assert target.exists()
    assert window.session.keeping.path is None
    settle(window, qtbot)


def test_who_names_no_place_to_save_stays(window, shop, monkeypatch, qtbot):
    open_file(window, shop, qtbot)
    choose(window, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))

    window.close()
    click(dialog_of(window).save_button, qtbot)

    assert window.isVisible()
    assert window.session.keeping.is_changed


def test_a_place_that_refuses_is_said_and_the_work_stays(window, shop, target, monkeypatch, qtbot):
    open_file(window, shop, qtbot)
    choose(window, qtbot)
    monkeypatch.setattr(
        "desktop_app.document.project_file.save_project",
        lambda *_args, **_kw: (_ for _ in ()).throw(CannotWrite(path=target, reason="full")),
    )

    window.close()
    with qtbot.waitSignal(window.session.keeping.saving_failed, timeout=30_000):
        click(dialog_of(window).save_button, qtbot)

    assert window.isVisible()
    assert message_of(window).tone == "stop"
    assert message_of(window).actions[0][0] == "save_as"


def test_a_damaged_project_offers_the_save_before(window, shop, target, qtbot):
    open_file(window, shop, qtbot)
    save(window, qtbot)
    choose(window, qtbot)
    save(window, qtbot)
    target.write_bytes(target.read_bytes()[:-400])

    with qtbot.waitSignal(window.session.opening_failed, timeout=30_000):
        window.open_files((target,))
    bar = window.page(window.current_step).message_bar
    assert bar.message.actions == (("save_before", "Open the save before"),)
    with qtbot.waitSignal(window.session.opened, timeout=30_000):
        bar.action_chosen.emit("save_before")
    settle(window, qtbot)

    assert window.session.document.own_names == ()
    assert window.session.keeping.path == target
    assert window.session.keeping.is_changed


def test_a_project_stands_among_the_recent_files_under_its_name(
    window, shop, target, own_home, qtbot
):
    open_file(window, shop, qtbot)

    save(window, qtbot)

    entry = RecentFiles(own_home / "recent.json").load()[0]
    assert (entry.name, Path(entry.path)) == ("Spring customers", target)
    assert entry.sizes == window.session.document.segmentation.sizes


def test_a_copy_to_be_given_away_is_no_project_of_ours(window, shop, target, qtbot):
    open_file(window, shop, qtbot)

    with qtbot.waitSignal(window.session.keeping.copied, timeout=30_000):
        trigger(window, ActionId.SAVE_COPY)

    assert window.session.keeping.path is None
    open_file(window, target, qtbot)
    document = window.session.document
    ids = document.customers.frame[document.customers.customer_id]
    assert ids.str.startswith("customer-").all()
