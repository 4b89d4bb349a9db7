from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.errors import BadValue, TooFewCustomers
from desktop_app.core.progress import Cancelled
from desktop_app.document.document import CHOICES_BY_RESULT, Document
from desktop_app.document.plan import Plan
from desktop_app.document.street import fill_in_behind, make_behind, take_step, walk

LIST = "\n".join(
    ["id,age,spent"] + [f"{i},{20 + i % 5},{(i % 2) * 900 + i % 7}" for i in range(80)]
)


class Watch:
    """Records what is reported, and cancels at the n-th checkpoint or the first of a stage."""

    def __init__(self, cancel_at=None, cancel_in=None):
        self.reported, self.n_checks, self.cancel_at = [], 0, cancel_at
        self.cancel_in = cancel_in

    def report(self, fraction, stage):
        self.reported.append((fraction, stage))

    def checkpoint(self):
        self.n_checks += 1
        is_there = bool(self.reported) and self.reported[-1][1] == self.cancel_in
        if self.n_checks == self.cancel_at or is_there:
            raise Cancelled


@pytest.fixture
def start(tmp_path) -> Document:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return Document(plan=Plan(files=(path,)))


def test_walking_makes_every_result(start):
    done = walk(start)

    assert done.is_complete
    assert done.plan is start.plan


def test_walking_stops_where_it_is_told(start):
    done = walk(start, until="customers")

    assert done.customers is not None
    assert done.missing_result == "prepared"


def test_walking_and_single_steps_give_the_same_groups(start):
    document = start
    while document.missing_result is not None:
        document = take_step(document)

    assert np.array_equal(document.segmentation.labels, walk(start).segmentation.labels)


def test_steps_come_in_the_order_of_the_street(start):
    document, made = start, []
    while (name := document.missing_result) is not None:
        document = take_step(document)
        made.append(name)

    assert made == list(CHOICES_BY_RESULT)


def test_progress_never_goes_back_and_names_known_stages(start):
    watch = Watch()

    walk(start, progress=watch)

    fractions = [fraction for fraction, _ in watch.reported]
    assert fractions == sorted(fractions)
    assert fractions[-1] == pytest.approx(1.0)
    assert {stage for _, stage in watch.reported} >= {"reading", "scanning", "describing"}


@pytest.mark.parametrize("n", [1, 2, 8, 16])
def test_cancelling_at_any_checkpoint_ends_the_walk(start, n):
    with pytest.raises(Cancelled):
        walk(start, progress=Watch(cancel_at=n))


@pytest.mark.parametrize("stage", ["reading", "checking", "preparing", "scanning", "describing"])
def test_every_stage_can_be_cancelled(start, stage):
    with pytest.raises(Cancelled):
        walk(start, progress=Watch(cancel_in=stage))


def test_the_number_asked_for_may_lie_beyond_the_scanned_range(start):
    done = walk(start.with_plan(start.plan.with_k(12)))

    assert done.segmentation.k == 12
    assert done.scan.ks[-1] == 12


def test_a_number_of_groups_below_one_is_refused(start):
    with pytest.raises(BadValue):
        walk(start.with_plan(start.plan.with_k(0)))


def test_more_groups_than_different_customers_are_refused(tmp_path):
    path = Path(tmp_path, "few.csv")
    path.write_text("age,spent\n" + "30,5\n40,6\n50,9\n" * 9, encoding="utf-8")

    with pytest.raises(TooFewCustomers) as refused:
        walk(Document(plan=Plan(files=(path,), k=5)))

    assert refused.value.details == {"n_distinct": 3, "k": 5}


def test_the_order_of_day_and_month_that_was_told_is_used_for_a_list(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("id,joined,spend\nk1,02/06/2024,7\nk2,03/11/2024,14\n", encoding="utf-8")
    plan = Plan(files=(path,), customers=CustomerChoice(date_order="mdy"))

    document = walk(Document(plan=plan), until="checked")

    assert document.checked.column("joined").maximum == "2024-03-11"


@pytest.mark.parametrize(("region", "last"), [("en_US", "2024-03-11"), ("en_GB", "2024-11-03")])
def test_an_open_order_of_day_and_month_is_that_of_the_region(tmp_path, region, last):
    path = tmp_path / "list.csv"
    path.write_text("id,joined,spend\nk1,02/06/2024,7\nk2,03/11/2024,14\n", encoding="utf-8")

    document = walk(Document(plan=Plan(files=(path,), region=region)), until="checked")

    assert document.checked.column("joined").maximum == last


def test_dates_after_today_are_found(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("id,joined,spend\nk1,2024-06-02,7\nk2,2149-11-03,14\n", encoding="utf-8")

    document = walk(Document(plan=Plan(files=(path,))), until="checked")

    assert "future_date" in {finding.code for finding in document.checked.findings}


@pytest.mark.parametrize("size", [1e29, 1e-300])
def test_very_large_and_very_small_numbers_reach_the_end(tmp_path, size):
    path = tmp_path / "list.csv"
    lines = ["id,spent,visits"] + [f"c{i},{(1 + i % 7) * size},{i % 5}" for i in range(40)]
    path.write_text("\n".join(lines), encoding="utf-8")

    document = walk(Document(plan=Plan(files=(path,))))

    assert document.is_complete
    assert document.features == ("spent", "visits")


ORDERS = "\n".join(
    ["Email,Date,Amount"]
    + [f"p{i % 30}@x.org,2024-03-{i % 28 + 1:02},{i % 7}.5" for i in range(60)]
)


@pytest.mark.parametrize(
    ("said", "has_people_twice", "role"),
    [(None, False, "amount"), ("orders", False, "amount"), ("customers", True, "feature")],
)
def test_what_a_row_is_said_to_be_decides_what_deserves_a_look(
    tmp_path, said, has_people_twice, role
):
    path = tmp_path / "orders.csv"
    path.write_text(ORDERS, encoding="utf-8")
    plan = Plan(files=(path,), customers=CustomerChoice(table=said))

    checked = walk(Document(plan=plan), until="checked").checked

    assert ("same_person" in {f.code for f in checked.findings}) is has_people_twice
    assert checked.column("Amount").role == role


def test_people_who_come_once_can_be_said_to_have_ordered(tmp_path):
    path = tmp_path / "orders.csv"
    lines = [f"p{min(i, 37)}@x.org,2024-03-{i % 28 + 1:02},{i}.5" for i in range(40)]
    path.write_text("\n".join(["Email,Date,Amount", *lines]), encoding="utf-8")
    plan = Plan(files=(path,), customers=CustomerChoice(table="orders"))

    done = walk(Document(plan=plan), until="customers")

    assert done.customers.n_customers == 38
    assert not {"same_person", "empty_values"} & {f.code for f in done.checked.findings}


def test_what_fills_in_behind_is_about_the_answer(start):
    done = fill_in_behind(walk(start), share=0.02)

    assert len(done.trust.segments) == done.segmentation.k
    assert tuple(entry.k for entry in done.evidence.by_k) == done.scan.ks
    assert done.missing_behind is None


def test_one_result_behind_can_be_made_alone(start, few_redraws):
    done = walk(start)

    assert make_behind(done, "trust").n_redraws == 5
    assert done.trust is None
