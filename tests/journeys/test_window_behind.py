"""The window while the answer stands and what is known of it is still on its way."""

import threading

import pytest

from desktop_app.document import street
from desktop_app.paths import resource_path
from desktop_app.services.recent_files import RecentFiles
from desktop_app.services.session import Session
from desktop_app.services.settings import Settings
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.context import PageContext
from desktop_app.wording.numbers import Formats


@pytest.fixture
def gate(monkeypatch):
    """Holds back all that fills in behind; it can still be cancelled."""
    gate = threading.Event()

    def wait(_document, _name, *, progress):
        progress.report(0.4, "trusting")
        while not gate.wait(0.01):
            progress.checkpoint()

    monkeypatch.setattr(street, "make_behind", wait)
    yield gate
    gate.set()


@pytest.fixture
def window(qtbot, theme, threaded_runner, own_home, gate, tmp_path):
    session = Session(threaded_runner, fills_behind=True)
    context = PageContext(session, threaded_runner, theme, Formats())
    window = MainWindow(context, Settings(scheme="light"), RecentFiles(own_home / "recent.json"))
    window.session = session
    qtbot.addWidget(window)
    window.show()
    path = tmp_path / "My shop.csv"
    path.write_bytes(resource_path("samples", "shop_customers.csv").read_bytes())
    window.open_files((path,))
    qtbot.waitUntil(lambda: session.behind.percent_of("trust") == 40, timeout=30_000)
    return window


def test_lists_are_saved_while_trust_still_fills_in(window, tmp_path, qtbot):
    window.show_step("share")
    window.page("share").main_button.click()
    qtbot.waitUntil(lambda: window.page("share").message_bar.message is not None, timeout=20_000)

    assert (tmp_path / "My shop - groups.csv").exists()
    assert window.session.document.trust is None


def test_cancel_leaves_the_groups_and_says_what_was_not_looked_at(window, qtbot):
    window.show_step("groups")

    window.session.behind.cancel()

    page = window.page("groups")
    qtbot.waitUntil(lambda: page._note.is_stopped)
    assert window.session.document.is_complete
    assert "not looked at how sure" in page._footer_note.text()


def test_another_number_of_groups_can_be_chosen_meanwhile(window, qtbot):
    window.show_step("how_many")

    window.page("how_many").stepper.setValue(4)

    session = window.session
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)
    assert session.document.segmentation.k == 4
    assert session.document.trust is None


def test_the_window_closes_meanwhile(window, qtbot):
    window.close()

    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
