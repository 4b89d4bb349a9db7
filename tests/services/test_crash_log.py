import faulthandler
import sys

import pytest
from PySide6.QtCore import qWarning

from desktop_app.services.crash_log import CrashLog, describe_crash, install_excepthook

SECRET = "anna@example.org"


def crash():
    raise ValueError(SECRET)


@pytest.fixture
def log(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash_log = CrashLog(tmp_path / "home")
    crash_log.start()
    yield tmp_path / "home" / "clientele.log"
    crash_log.stop()
    faulthandler.enable()


def test_a_crash_is_written_down_without_what_the_user_had_open(log):
    told = []
    install_excepthook(told.append)

    try:
        crash()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)

    written = log.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "in crash" in written
    assert SECRET not in written
    assert len(told) == 1


def test_a_description_names_places_and_never_values():
    try:
        crash()
    except ValueError as error:
        described = describe_crash(error)

    assert "test_crash_log.py" in described
    assert SECRET not in described


@pytest.mark.qt_no_exception_capture
def test_what_qt_says_goes_to_the_log(log):
    qWarning("a warning of Qt")

    assert "WARNING clientele Qt: a warning of Qt" in log.read_text(encoding="utf-8")
