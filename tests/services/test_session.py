"""The session over the real street, without a thread, on a small list of three clear groups."""

import csv
import random

import pytest

from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.errors import FileMissing, NoFeatures
from desktop_app.document.plan import Plan


@pytest.fixture
def shop(tmp_path):
    draw = random.Random(4)
    path = tmp_path / "shop.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["Customer ID", "Age", "Income", "Town"])
        for i in range(90):
            age, income = [(25, 20_000), (45, 60_000), (65, 30_000)][i % 3]
            town = draw.choice(["Delft", "Gouda"])
            out.writerow(
                [f"C{i:03}", age + draw.randint(-4, 4), income + draw.randint(-900, 900), town]
            )
    return path


@pytest.fixture
def opened(session, shop, qtbot):
    session.open_files((shop,))
    qtbot.waitUntil(lambda: session.document.is_complete)
    return session


def test_opening_a_file_goes_all_the_way_to_described_groups(opened):
    assert opened.document.segmentation.k == 3
    assert len(opened.document.description.profiles) == 3
    assert opened.undo_label is None


def test_each_result_is_announced_as_soon_as_it_exists(session, shop, qtbot):
    seen = []
    session.document_changed.connect(lambda document: seen.append(document.missing_result))

    session.open_files((shop,))
    qtbot.waitUntil(lambda: session.document.is_complete)

    assert seen == ["prepared", "scan", "segmentation", "description", None]


def test_a_choice_recomputes_only_what_follows(opened, qtbot):
    before = opened.document

    opened.apply(before.plan.with_k(4), "choose 4 groups")
    qtbot.waitUntil(lambda: opened.document.is_complete)

    assert opened.document.segmentation.k == 4
    assert opened.document.scan is before.scan


def test_a_result_that_is_missing_is_already_on_its_way(opened, qtbot):
    idle = []
    opened.document_changed.connect(
        lambda document: idle.append(document.missing_result and not opened.is_working)
    )

    opened.apply(opened.document.plan.with_k(4), "choose 4 groups")
    qtbot.waitUntil(lambda: opened.document.is_complete)

    assert idle
    assert not any(idle)


def test_undo_brings_the_old_results_back_at_once(opened, qtbot):
    before = opened.document
    opened.apply(before.plan.with_k(4), "choose 4 groups")
    qtbot.waitUntil(lambda: opened.document.is_complete)

    opened.undo()

    assert opened.document is before
    assert opened.redo_label == "choose 4 groups"


def test_a_result_of_an_older_choice_is_never_shown(opened, qtbot):
    shown = []
    opened.document_changed.connect(lambda d: d.segmentation and shown.append(d.segmentation.k))

    opened.apply(opened.document.plan.with_k(4), "choose 4 groups")
    opened.apply(opened.document.plan.with_k(5), "choose 5 groups")
    qtbot.waitUntil(lambda: opened.document.is_complete)

    assert set(shown) == {5}


def test_cancel_leaves_everything_as_it_was(opened, qtbot):
    before = opened.document

    opened.apply(before.plan.with_features(("Age",)), "choose facts")
    opened.cancel()

    assert opened.document is before
    assert not opened.is_working


def test_a_cancelled_first_walk_can_be_resumed(session, shop, qtbot):
    session.opened.connect(session.cancel)
    session.open_files((shop,))
    qtbot.waitUntil(lambda: session.document.customers is not None)
    session.opened.disconnect(session.cancel)

    session.cancel()
    assert not session.document.is_complete
    session.resume()
    qtbot.waitUntil(lambda: session.document.is_complete)

    assert session.document.segmentation.k == 3


def test_a_file_that_cannot_be_read_leaves_the_document_alone(opened, tmp_path, qtbot):
    before = opened.document

    with qtbot.waitSignal(opened.opening_failed) as failed:
        opened.open_files((tmp_path / "gone.csv",))

    assert isinstance(failed.args[0], FileMissing)
    assert opened.document is before
    assert not opened.is_working


def test_a_problem_on_the_street_stays_with_the_document(opened, qtbot):
    opened.apply(opened.document.plan.with_features(()), "choose facts")
    qtbot.waitUntil(lambda: opened.document.problem is not None)

    assert isinstance(opened.document.problem, NoFeatures)
    assert not opened.is_working
    opened.undo()
    assert opened.document.is_complete


def test_what_could_not_be_opened_can_be_opened_as_something_else(session, tmp_path, qtbot):
    path = tmp_path / "orders.csv"
    rows = "".join(f"2024-03-{1 + i % 28:02},{i + 0.5}\n" for i in range(40))
    path.write_text(f"Order date,Total\n{rows}", encoding="utf-8")
    plan = Plan(files=(path,), customers=CustomerChoice(table="orders"))
    with qtbot.waitSignal(session.opening_failed):
        session.open_plan(plan)

    session.open_as("customers")
    qtbot.waitUntil(lambda: session.document.customers is not None and not session.is_working)

    assert session.document.plan.files == (path,)
    assert session.document.customers.n_customers == 40
