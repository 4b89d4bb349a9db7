import threading

import pytest

from desktop_app.core.errors import NotATable
from desktop_app.services.jobs import JobRunner


def count(n, *, progress):
    for i in range(n):
        progress.report(i / n, "reading")
        progress.checkpoint()
    return n


def refuse(*, progress):
    raise NotATable(path="x")


class Inbox:
    """Collects what slots are called with, and on which thread."""

    def __init__(self):
        self.got, self.threads = [], set()

    def take(self, *payload):
        self.got.append(payload)
        self.threads.add(threading.current_thread())


@pytest.fixture
def inbox():
    return Inbox()


def test_a_result_arrives_on_the_gui_thread(threaded_runner, inbox, qtbot):
    threaded_runner.start("count", count, 5, on_done=inbox.take)

    qtbot.waitUntil(lambda: inbox.got == [(5,)])

    assert inbox.threads == {threading.main_thread()}


def test_progress_is_posted_once_per_whole_percent(threaded_runner, inbox, qtbot):
    with qtbot.waitSignal(threaded_runner.busy_changed, check_params_cb=lambda busy: not busy):
        threaded_runner.start("count", count, 100_000, on_progress=inbox.take)

    assert inbox.got == [(percent, "reading") for percent in range(100)]


def test_an_error_is_carried_as_an_object(threaded_runner, inbox, qtbot):
    threaded_runner.start("refuse", refuse, on_error=inbox.take)

    qtbot.waitUntil(lambda: bool(inbox.got))

    assert isinstance(inbox.got[0][0], NotATable)


def test_a_cancelled_job_delivers_nothing_but_its_end(threaded_runner, inbox, qtbot):
    gate = threading.Event()

    def wait_then_report(*, progress):
        gate.wait(5)
        progress.report(0.5, "reading")
        progress.checkpoint()

    with qtbot.waitSignal(threaded_runner.busy_changed, check_params_cb=lambda busy: not busy):
        threaded_runner.start(
            "slow",
            wait_then_report,
            on_done=inbox.take,
            on_error=inbox.take,
            on_progress=inbox.take,
        )
        threaded_runner.cancel("slow")
        gate.set()

    assert inbox.got == []


def test_a_result_already_queued_is_dropped_when_superseded(runner, inbox, qtbot):
    runner.start("count", count, 3, on_done=inbox.take)  # done, its result is still queued
    runner.start("count", count, 4, on_done=inbox.take)

    qtbot.waitUntil(lambda: not runner.busy)

    assert inbox.got == [(4,)]


def test_other_channels_are_left_alone(runner, inbox, qtbot):
    runner.start("a", count, 3, on_done=inbox.take)
    runner.start("b", count, 4, on_done=inbox.take)

    qtbot.waitUntil(lambda: not runner.busy)

    assert inbox.got == [(3,), (4,)]


def test_shutdown_while_busy_ends_quickly(qapp):
    runner = JobRunner()
    stopped = threading.Event()

    def until_cancelled(*, progress):
        try:
            while True:
                progress.checkpoint()
        finally:
            stopped.set()

    runner.start("endless", until_cancelled)

    runner.shutdown()

    assert stopped.wait(1)
