"""What fills in behind an answer: on a worker of its own, never late, never in anybody's way."""

import csv
import random
import threading
from dataclasses import replace

import pytest

from desktop_app.core.errors import TooFewCustomers
from desktop_app.core.segmenting.choices import Grouping
from desktop_app.document import street
from desktop_app.services.jobs import BEHIND, JobRunner
from desktop_app.services.session import Session


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    draw = random.Random(4)
    path = tmp_path_factory.mktemp("behind") / "shop.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["Customer ID", "Age", "Income"])
        for i in range(60):
            age, income = [(25, 20_000), (45, 60_000), (65, 30_000)][i % 3]
            out.writerow([f"C{i}", age + draw.randint(-4, 4), income + draw.randint(-900, 900)])
    return path


class Maker:
    """Stands for the core: notes what it was asked for, and waits at a gate if there is one."""

    def __init__(self):
        self.asked, self.gate, self.error = [], None, None

    def __call__(self, document, name, *, progress):
        self.asked.append(name)
        progress.report(0.4, "trusting")
        while self.gate is not None and not self.gate.wait(0.01):
            progress.checkpoint()
        if self.error is not None:
            raise self.error
        basis = document.segmentation if name == "trust" else document.scan
        return (name, basis)


@pytest.fixture
def maker(monkeypatch):
    maker = Maker()
    monkeypatch.setattr(street, "make_behind", maker)
    return maker


@pytest.fixture
def opened(runner, maker, shop, qtbot):
    session = Session(runner, fills_behind=True)
    session.open_files((shop,))
    qtbot.waitUntil(lambda: session.document.evidence is not None)
    return session


@pytest.fixture
def waiting(threaded_runner, maker, shop, qtbot):
    """A session with its real workers, whose answer stands while the rest waits at a gate."""
    maker.gate = threading.Event()
    session = Session(threaded_runner, fills_behind=True)
    session.open_files((shop,))
    qtbot.waitUntil(lambda: session.behind.percent_of("trust") == 40, timeout=30_000)
    yield session
    maker.gate.set()


def test_the_answer_comes_first_and_the_rest_fills_in(opened, maker):
    document = opened.document

    assert maker.asked == ["trust", "evidence"]
    assert document.trust == ("trust", document.segmentation)
    assert document.evidence == ("evidence", document.scan)
    assert not opened.behind.is_stopped


def test_a_document_is_complete_and_idle_while_it_fills_in(waiting):
    assert waiting.document.is_complete
    assert not waiting.is_working
    assert waiting.document.trust is None


def test_another_answer_does_not_wait_for_it(waiting, maker, qtbot):
    waiting.apply(waiting.document.plan.with_k(4), "choose 4 groups")

    qtbot.waitUntil(lambda: waiting.document.is_complete, timeout=30_000)
    assert waiting.document.segmentation.k == 4
    maker.gate.set()
    qtbot.waitUntil(lambda: waiting.document.trust is not None, timeout=30_000)
    assert waiting.document.trust[1] is waiting.document.segmentation


def test_a_new_name_lets_it_go_on(waiting, maker, qtbot):
    waiting.apply(waiting.document.plan.with_name(3, "A", "Mine"), "rename")
    maker.gate.set()
    qtbot.waitUntil(lambda: waiting.document.evidence is not None, timeout=30_000)

    assert maker.asked == ["trust", "evidence"]


def test_another_number_keeps_what_is_known_of_all_numbers(opened, maker, qtbot):
    evidence = opened.document.evidence

    opened.apply(opened.document.plan.with_k(4), "choose 4 groups")
    qtbot.waitUntil(lambda: opened.document.trust is not None)

    assert opened.document.evidence is evidence
    assert maker.asked == ["trust", "evidence", "trust"]


def test_undo_brings_back_what_was_known(opened, qtbot):
    before = opened.document
    opened.apply(before.plan.with_k(4), "choose 4 groups")
    qtbot.waitUntil(lambda: opened.document.trust is not None)

    opened.undo()

    assert opened.document is before


def test_what_arrives_later_is_known_after_undo_too(waiting, maker, qtbot):
    waiting.apply(waiting.document.plan.with_name(3, "A", "Mine"), "rename")
    maker.gate.set()
    qtbot.waitUntil(lambda: waiting.document.evidence is not None, timeout=30_000)

    waiting.undo()

    assert waiting.document.trust is not None


def test_cancel_stops_it_until_the_user_goes_on(waiting, maker, threaded_runner, qtbot):
    waiting.behind.cancel()

    assert waiting.behind.is_stopped
    assert waiting.behind.percent_of("trust") is None
    qtbot.waitUntil(lambda: not threaded_runner.busy)
    maker.gate.set()
    waiting.behind.resume()
    qtbot.waitUntil(lambda: waiting.document.evidence is not None, timeout=30_000)
    assert not waiting.behind.is_stopped


def test_what_was_cancelled_stays_so_for_the_same_groups(waiting, maker):
    waiting.behind.cancel()

    waiting.apply(waiting.document.plan.with_name(3, "A", "Mine"), "rename")

    assert waiting.behind.is_stopped
    assert maker.asked == ["trust"]


def test_what_cannot_be_told_stops_without_a_word(runner, maker, shop, qtbot):
    maker.error = TooFewCustomers(n_distinct=2, k=3)
    session = Session(runner, fills_behind=True)
    session.open_files((shop,))
    qtbot.waitUntil(lambda: session.behind.is_stopped)

    assert session.document.is_complete
    assert session.document.problem is None


def test_a_mistake_of_ours_is_told(runner, maker, shop, qtbot):
    maker.error = ZeroDivisionError()
    session = Session(runner, fills_behind=True)

    with qtbot.waitSignal(session.crashed):
        session.open_files((shop,))


def test_kinds_by_rule_need_nothing_more(opened):
    classic = replace(opened.document.plan, grouping=Grouping.CLASSIC)

    assert replace(opened.document, trust=None).missing_behind == "trust"
    assert replace(opened.document, plan=classic, trust=None).missing_behind is None


def test_nobody_waits_for_it_when_the_window_closes(waiting, threaded_runner):
    assert threaded_runner.busy
    assert not threaded_runner.is_awaited


def test_two_workers_work_side_by_side(qapp, qtbot):
    runner, gate, got = JobRunner(), threading.Event(), []

    def wait(*, progress):
        gate.wait(5)

    def answer(*, progress):
        return 42

    runner.start(BEHIND, wait)
    runner.start("street", answer, on_done=got.append)
    qtbot.waitUntil(lambda: got == [42])
    gate.set()
    runner.shutdown()
    qtbot.waitUntil(lambda: not runner.busy)
