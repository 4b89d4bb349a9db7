"""The real window with a list in it, made quickly: one walk down the street serves every window."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.segmenting.choices import Grouping
from desktop_app.paths import resource_path
from desktop_app.report.moved import names_of_groups
from desktop_app.services.jobs import JobRunner
from desktop_app.services.recent_files import RecentFiles
from desktop_app.services.session import Session
from desktop_app.services.settings import Settings
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.theme import Theme
from desktop_app.wording.numbers import Formats

SIZE = (1100, 700)
SAMPLES = ("shop_customers", "shop_orders", "no_groups")
KINDS = "kinds by rule"
NEXT_MONTH = "next month"
"""The orders of the sample shop, its customers in the kinds of the classic view; its list of June, in
the groups of May."""

WORDS = "name,town\nAnn,Delft\nBob,Gouda\nCas,Delft\n"
"""A list without anything to group by."""
PATIENCE_MS = 30_000
ROUNDS = 5  # a change inside a scrolled page takes so many to arrive everywhere


class Lists:
    """One session per list, opened when it is first asked for and shared by all windows."""

    def __init__(self, folder):
        self._folder = folder
        self._sessions = {}
        self.runner = JobRunner()

    def session(self, name):
        """Give the session of a sample, of "words", of "odd" or, without a file, of "nothing"."""
        if name not in self._sessions:
            self._sessions[name] = self._opened(name)
        return self._sessions[name]

    def recent(self, name):
        """Give recent files as they are after a few lists were opened."""
        recent = RecentFiles(self._folder / f"{name}.json")
        for i, sample in enumerate(SAMPLES):
            path = resource_path("samples", f"{sample}.csv")
            recent.remember(path, date(2026, 5, 12 + i), 1500, (120, 80, 70, 20, 10)[: 4 + i])
        return recent

    def _opened(self, name):
        session = Session(self.runner, fills_behind=name != "nothing")
        if name == "nothing":
            return session
        sample = {KINDS: "shop_orders", NEXT_MONTH: "shop_customers"}.get(name, name)
        path = resource_path("samples", f"{sample}.csv")
        if name == "words":
            path = self._folder / "words.csv"
            path.write_text(WORDS, encoding="utf-8")
        session.open_files((path,))
        wait_until(lambda: session.document.is_complete or session.document.problem is not None)
        wait_until(lambda: not session.is_working)
        if name == KINDS:
            session.apply(replace(session.document.plan, grouping=Grouping.CLASSIC), name)
            wait_until(lambda: session.document.is_complete and not session.is_working)
        if name == NEXT_MONTH:
            newer = resource_path("samples", "shop_customers_june.csv")
            session.follow((newer,), names_of_groups(session.document, Formats()))
            wait_until(lambda: session.document.plan.files == (newer,))
            wait_until(lambda: session.document.is_complete and not session.is_working)
        wait_until(lambda: session.document.missing_behind is None)
        return session


@contextmanager
def opened_window(lists, name, em=13.0, scheme="light"):
    """Show the window of a list; it is gone afterwards."""
    theme = Theme(scheme, em=em)
    theme.apply(QApplication.instance())
    context = PageContext(lists.session(name), lists.runner, theme, Formats())
    window = MainWindow(context, Settings(scheme=scheme), lists.recent(name))
    window.session, window.theme = context.session, theme
    window.resize(*SIZE)
    window.show()
    QTest.qWaitForWindowExposed(window)
    calm_down(window)
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def calm_down(window):
    """Let jobs, layouts and paintings come to an end."""
    QApplication.processEvents()
    wait_until(lambda: not window._context.runner.busy)
    seen = [_places(window)]
    while len(seen) < ROUNDS or any(places != seen[-1] for places in seen[-ROUNDS:]):
        QApplication.processEvents()
        seen.append(_places(window))


def _places(window):
    return [(id(part), part.geometry().getRect()) for part in window.findChildren(QWidget)]


def wait_until(condition):
    """Let events come until ``condition`` holds; Python's other threads go on meanwhile.

    QTest.qWait would hold the interpreter's lock while it sleeps, so that no worker gets on.
    """
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not condition():
        assert not deadline.hasExpired()
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()
