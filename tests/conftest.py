"""Nothing here touches the real home folder, the screen or another thread unless a test asks."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Else joblib asks a child process for the number of cores and warns where it gets no answer.
os.environ.setdefault("LOKY_MAX_CPU_COUNT", "1")

from concurrent.futures import Executor, Future

import pytest
from hypothesis import settings

# How long an example takes says more about the machine than about the program.
settings.register_profile("clientele", deadline=None)
settings.load_profile("clientele")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory, monkeypatch):
    """Settings, logs and recovery files of a test live and die with it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CLIENTELE_HOME", str(home))
    monkeypatch.setenv("HOME", str(home))
    return home


def pytest_collection_modifyitems(items):
    for item in items:
        if "qtbot" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.gui)


class InlineExecutor(Executor):
    """Runs what it is given at once: same signals, no thread."""

    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@pytest.fixture
def few_redraws(monkeypatch):
    """What fills in behind the answer is computed, but not for long."""
    from desktop_app.core.segmenting import evidence, redrawing
    from desktop_app.document import street

    monkeypatch.setattr(redrawing, "OF_FEW", 5)
    monkeypatch.setattr(redrawing, "OF_MANY", 5)
    monkeypatch.setattr(street, "FEWEST_REDRAWS", 2)
    monkeypatch.setattr(street, "EVIDENCE_REDRAWS", 2)
    monkeypatch.setattr(evidence, "N_COPIES", 2)


@pytest.fixture
def runner(qtbot, few_redraws):
    """A job runner without a thread; a job left behind fails the test."""
    from desktop_app.services.jobs import JobRunner

    runner = JobRunner(InlineExecutor())
    yield runner
    qtbot.waitUntil(lambda: not runner.busy, timeout=30_000)


@pytest.fixture
def threaded_runner(qtbot, few_redraws):
    """A job runner with its real worker thread."""
    from desktop_app.services.jobs import JobRunner

    runner = JobRunner()
    yield runner
    runner.shutdown()
    qtbot.waitUntil(lambda: not runner.busy, timeout=30_000)


@pytest.fixture
def session(runner):
    from desktop_app.services.session import Session

    return Session(runner)


@pytest.fixture
def theme(qapp):
    """A light theme, applied."""
    from desktop_app.ui.theme import Theme

    theme = Theme("light")
    theme.apply(qapp)
    return theme
