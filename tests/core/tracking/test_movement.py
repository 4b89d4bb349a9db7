"""Who moved: counts that add up, and the truth that the generated shop knows."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.segmenting.choices import FeatureChoice, ScanChoice
from desktop_app.core.segmenting.features import prepare
from desktop_app.core.segmenting.fitting import segment_customers
from desktop_app.core.segmenting.scan import scan_k
from desktop_app.core.tracking.baseline import make_baseline
from desktop_app.core.tracking.doubts import compare_refit, misfits, scale_jumps
from desktop_app.core.tracking.matching import match_columns
from desktop_app.core.tracking.movement import NEW, NOWHERE, carried_on, movement
from desktop_app.core.tracking.sorting import sort_into

COLUMNS = (
    Column("id", Kind.TEXT, Role.ID),
    Column("income", Kind.NUMBER, Role.FEATURE),
    Column("score", Kind.NUMBER, Role.FEATURE),
)


def shop(ids, income, score):
    frame = pd.DataFrame(
        {"id": ids, "income": np.asarray(income, float), "score": np.asarray(score, float)}
    )
    return CustomerTable(frame, COLUMNS, frame.astype(str), customer_id="id")


def may_shop():
    """Three clear groups of 20, 15 and 10 customers."""
    rng = np.random.default_rng(3)
    middles = np.repeat([(20, 20), (80, 20), (80, 80)], (20, 15, 10), axis=0)
    points = middles + rng.normal(0, 2, (45, 2))
    return shop([f"c{i}" for i in range(45)], *points.T)


@pytest.fixture(scope="module")
def may():
    table = may_shop()
    prepared = prepare(table, FeatureChoice(("income", "score")))
    found = segment_customers(prepared, scan_k(prepared, ScanChoice(max_k=3)), 3)
    return table, found, make_baseline(table, found, "2026-05-12")


def june_shop(table, score=(), drop=(), add=()):
    frame = table.frame.copy()
    for row, value in score:
        frame.loc[row, "score"] = value
    frame = frame.drop(list(drop))
    more = pd.DataFrame(list(add), columns=["id", "income", "score"])
    both = pd.concat([frame, more], ignore_index=True).astype({"income": float, "score": float})
    return shop(list(both["id"]), both["income"], both["score"])


def test_movers_arrivals_and_leavers_are_told_apart(may):
    table, found, baseline = may
    june = june_shop(table, score=[(30, 81.0)], drop=[0, 44], add=[("new", 21.0, 19.0)])

    moved = movement(baseline, june, sort_into(found, june))

    assert [june.frame["id"][row] for row in moved.moved] == ["c30"]
    assert [june.frame["id"][row] for row in moved.new] == ["new"]
    assert {gone.customer for gone in moved.gone} == {"c0", "c44"}
    assert moved.flow[1, 2] == 1
    assert (moved.came_to(2), moved.left(1), moved.left(0)) == (1, 1, 0)


def test_the_feature_that_changed_is_the_reason(may):
    table, found, baseline = may
    june = june_shop(table, score=[(30, 81.0)])

    (reason,) = movement(baseline, june, sort_into(found, june)).reasons.values()

    assert baseline.segmentation.features[reason.feature].name == "score"
    assert reason.was == pytest.approx(table.frame["score"][30])
    assert reason.now == pytest.approx(81.0)


def test_the_same_customers_do_not_move(may):
    table, found, baseline = may

    moved = movement(baseline, table, sort_into(found, table))

    assert not len(moved.moved)
    assert not moved.gone
    assert moved.flow.tolist() == np.diag([20, 15, 10]).tolist()


def test_the_order_of_the_file_moves_nobody(may):
    table, found, baseline = may
    shuffled = table.frame.sample(frac=1, random_state=1).reset_index(drop=True)
    june = shop(list(shuffled["id"]), shuffled["income"], shuffled["score"])

    assert not len(movement(baseline, june, sort_into(found, june)).moved)


@given(st.data())
def test_every_customer_is_counted_once(may, data):
    table, found, baseline = may
    rows = st.sets(st.integers(0, 44), max_size=20)
    scores = [(row, data.draw(st.floats(0, 100))) for row in data.draw(rows)]
    n_new = data.draw(st.integers(0, 5))
    june = june_shop(
        table, scores, data.draw(rows), [(f"new{i}", 50.0, 50.0) for i in range(n_new)]
    )

    moved = movement(baseline, june, sort_into(found, june))

    assert len(moved.gone) + (moved.was >= 0).sum() == 45
    assert (moved.was == NEW).sum() == n_new
    assert moved.flow.sum() == (moved.was >= 0).sum()
    assert moved.flow.sum() - np.trace(moved.flow) == len(moved.moved)
    assert set(moved.reasons) == set(moved.moved.tolist())


def test_a_customer_with_an_empty_fact_was_nowhere(may):
    table, found, baseline = may
    june = june_shop(table, score=[(3, np.nan)])
    moved = movement(baseline, june, sort_into(found, june))
    july = carried_on(baseline, june, moved, "2026-06-12")

    again = movement(july, table, sort_into(found, table))

    assert moved.now[3] == -1
    assert again.was[3] == NOWHERE
    assert not len(again.moved)


def test_the_history_grows_by_a_month(may):
    table, found, baseline = may
    june = june_shop(table, score=[(30, 81.0)], drop=[0], add=[("new", 21.0, 19.0)])

    later = carried_on(
        baseline, june, movement(baseline, june, sort_into(found, june)), "2026-06-12"
    )

    first, second = later.months
    assert (first.day, second.day) == ("2026-05-12", "2026-06-12")
    assert second.sizes == ((0, 20), (1, 14), (2, 11))
    assert (second.n_moved, second.n_new, second.n_gone) == (1, 1, 1)
    assert later.made_on == "2026-05-12"


def test_income_by_the_year_instead_of_the_month_is_noticed(may):
    table, _found, baseline = may
    june = shop(list(table.frame["id"]), table.frame["income"] * 12, table.frame["score"])

    (jump,) = scale_jumps(baseline, june)

    assert baseline.segmentation.features[jump.feature].name == "income"
    assert jump.ratio == pytest.approx(12)


def test_a_usual_month_is_no_jump(may):
    table, _found, baseline = may
    june = shop(list(table.frame["id"]), table.frame["income"] * 1.1, table.frame["score"])

    assert scale_jumps(baseline, june) == ()


def test_customers_that_fit_nowhere_are_told(may):
    table, found, baseline = may
    june = june_shop(table, add=[("odd", 20.0, 90.0)])

    rows = misfits(baseline, june, sort_into(found, june))

    assert 45 in rows
    assert len(rows) <= 4  # nearly all of May are within the limits


def test_groups_made_anew_are_matched_whatever_their_order(may):
    table, found, baseline = may

    same = compare_refit(baseline, table, found.labels, found.centres[[2, 0, 1]])

    assert same.match == (2, 0, 1)
    assert same.agreement == 1.0
    assert same.lost == ()


def test_a_group_that_moved_away_is_lost(may):
    table, found, baseline = may
    centres = found.centres.copy()
    centres[1] += np.array([-1.2, 1.2])

    refit = compare_refit(baseline, table, found.labels, centres)

    assert refit.lost == (1,)


def test_columns_are_matched_by_name_and_renamed_ones_proposed():
    offered = (
        Column("ID ", Kind.TEXT, Role.ID),
        Column("Yearly income", Kind.NUMBER, Role.FEATURE),
        Column("Town", Kind.CATEGORY, Role.DESCRIBE),
    )

    matches = {match.wanted: match for match in match_columns(COLUMNS, offered)}

    assert matches["id"].found == "ID "
    assert (matches["income"].found, matches["income"].proposed) == (None, "Yearly income")
    assert (matches["score"].found, matches["score"].proposed) == (None, None)
