"""What is kept of unsaved work, and what the next start finds of it."""

import subprocess
import sys

import pytest

from desktop_app.core.errors import CannotWrite
from desktop_app.paths import resource_path
from desktop_app.services.recovery import Recovery
from desktop_app.services.session import Session

SHOP = resource_path("samples", "shop_customers.csv")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "recovery"


@pytest.fixture
def start(runner, folder, qtbot):
    """Start the program anew, as far as recovery is concerned."""
    started = []

    def make():
        session = Session(runner)
        recovery = Recovery(session, runner, folder, session, interval_ms=0)
        started.append((session, recovery))
        return session, recovery

    yield make
    for _session, recovery in started:
        recovery.stop()


@pytest.fixture
def changed(start, qtbot):
    """A program with a list and a choice that is saved nowhere."""
    session, recovery = start()
    session.open_files((SHOP,))
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)
    session.apply(session.document.plan.with_k(4).with_name(4, "B", "Regulars"), "choose")
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)
    qtbot.waitUntil(lambda: kept(recovery) == 1, timeout=30_000)
    return session, recovery


def kept(recovery):
    return len(list(recovery._folder.glob("[!.]*.json")))


def crash(recovery):
    """Let the program go without an end: its lock is free, its files are there."""
    for lock in recovery._locks.values():
        lock.unlock()
    recovery._locks.clear()
    recovery._timer.stop()


def test_work_that_is_saved_nowhere_comes_back_after_a_crash(changed, start, qtbot):
    before, crashed = changed
    crash(crashed)

    session, recovery = start()
    work = recovery.next_work()
    recovery.open(work)
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)

    assert session.document.plan == before.document.plan
    assert session.keeping.is_changed
    assert session.keeping.path is None


def test_nobody_takes_the_work_of_a_program_that_is_running(changed, start):
    _session, other = start()

    assert other.next_work() is None


def test_a_program_that_was_killed_leaves_its_work_to_the_next(changed, start, folder):
    _session, crashed = changed
    path = crashed.next_work() or crashed._own
    crash(crashed)
    held = f"""
import os
from PySide6.QtCore import QLockFile
lock = QLockFile({str(path.with_suffix(".lock"))!r})
assert lock.tryLock(0)
os._exit(1)
"""
    subprocess.run([sys.executable, "-c", held], check=False)
    assert path.with_suffix(".lock").exists()

    _session, recovery = start()

    assert recovery.next_work().path == path


def test_a_save_needs_no_recovery(changed, tmp_path, qtbot):
    session, recovery = changed

    with qtbot.waitSignal(session.keeping.saved, timeout=30_000):
        session.keeping.save(tmp_path / "spring.clientele")

    assert kept(recovery) == 0


def test_an_end_in_good_order_leaves_nothing(changed, folder):
    _session, recovery = changed

    recovery.stop()

    assert list(folder.iterdir()) == []


def test_discarded_work_is_gone(changed, start, folder):
    _session, crashed = changed
    crash(crashed)

    _session, recovery = start()
    recovery.discard(recovery.next_work())

    assert recovery.next_work() is None
    assert list(folder.iterdir()) == []


def test_forgetting_removes_what_was_left_behind(changed, start, folder):
    _session, crashed = changed
    crash(crashed)

    _session, recovery = start()
    recovery.forget_all()

    assert list(folder.iterdir()) == []


def test_a_list_without_a_choice_is_not_kept(start, folder, qtbot):
    session, _recovery = start()

    session.open_files((SHOP,))
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)

    assert not folder.exists()


def test_a_full_disk_disturbs_nobody(start, folder, monkeypatch, qtbot):
    def refuse(*_args, **_kwargs):
        raise CannotWrite(path=folder, reason="full")

    monkeypatch.setattr("desktop_app.services.recovery.keep_work", refuse)
    session, recovery = start()
    session.crashed.connect(lambda error: pytest.fail(str(error)))
    session.open_files((SHOP,))
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)

    session.apply(session.document.plan.with_k(4), "choose")
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)

    assert kept(recovery) == 0
