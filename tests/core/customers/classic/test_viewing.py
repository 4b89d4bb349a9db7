"""The classic view of small shops whose answers can be worked out by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.columns import Kind, Role
from desktop_app.core.customers.classic.viewing import (
    HistoryColumns,
    classic_view,
    with_classic_view,
)
from desktop_app.core.customers.classic.views import KINDS, ClassicKind
from desktop_app.core.customers.defaults import default_features, describing_columns
from desktop_app.core.customers.table import Clock, CustomerTable, OrdersSummary

COLUMNS = HistoryColumns("last", "n", "money", "first")
SHOP = [
    # last, n, money, first: five buyers, each better than the next, and one who never ordered
    (2, 9, 900.0, 400),
    (10, 7, 500.0, 300),
    (40, 3, 120.0, 200),
    (90, 2, 30.0, 100),
    (200, 1, -5.0, 200),
    (np.nan, 0, 0.0, np.nan),
]


def table_of(rows, clock=None, **summary):
    frame = pd.DataFrame(rows, columns=["last", "n", "money", "first"]).astype(float)
    orders = replace(OrdersSummary(n_lines=len(rows), n_orders=1, n_customers=1), clock=clock)
    return CustomerTable(frame, (), frame.astype(str), orders=replace(orders, **summary))


def kinds(view):
    return [KINDS[place] for place in view.kind]


def test_five_steps_give_five_scores_and_who_never_ordered_none():
    view = classic_view(table_of(SHOP), COLUMNS)

    for scores in (view.recency, view.frequency, view.money, view.value):
        assert scores.tolist() == [5, 4, 3, 2, 1, 0]
        assert not scores.flags.writeable
    assert view.levels == (5, 5, 5)
    assert view.facts == ("last", "n", "money")
    assert kinds(view) == [
        ClassicKind.CHAMPIONS,
        ClassicKind.CHAMPIONS,
        ClassicKind.NEEDS_ATTENTION,
        ClassicKind.DRIFTING,
        ClassicKind.LOST,
        ClassicKind.PROSPECTS,
    ]


def test_the_grid_counts_everyone_who_ordered_once_with_their_money():
    view = classic_view(table_of(SHOP), COLUMNS)

    cells = {(c.recency, c.value): c for c in view.cells}
    assert [(c.recency, c.value) for c in view.cells[:6]] == [
        (5, 5),
        (5, 4),
        (5, 3),
        (5, 2),
        (5, 1),
        (4, 5),
    ]
    assert len(cells) == 25
    assert sum(c.n for c in view.cells) == 5
    assert (cells[1, 1].n, cells[1, 1].money, cells[1, 1].kinds) == (1, -5.0, (ClassicKind.LOST,))
    assert (cells[5, 1].n, cells[5, 1].money, cells[5, 1].kinds) == (0, 0.0, ())


def test_the_bands_say_how_many_days_each_recency_score_spans():
    view = classic_view(table_of(SHOP), COLUMNS)

    assert [(b.score, b.n, b.lowest, b.highest) for b in view.bands] == [
        (5, 1, 2.0, 2.0),
        (4, 1, 10.0, 10.0),
        (3, 1, 40.0, 40.0),
        (2, 1, 90.0, 90.0),
        (1, 1, 200.0, 200.0),
    ]


def test_a_band_without_customers_spans_no_days():
    view = classic_view(table_of([(5, 1, 1, 5), (5, 2, 2, 9)]), COLUMNS)

    assert [b.n for b in view.bands] == [0, 0, 0, 0, 2]
    assert np.isnan(view.bands[0].lowest)


ONE_TIMERS = [
    (1, 1, 5.0, 1),
    (20, 1, 5.0, 20),
    (45, 1, 5.0, 45),
    (80, 2, 50.0, 90),
    (90, 3, 60, 99),
]


@pytest.mark.parametrize(
    ("clock", "names"),
    [
        (Clock(10.0, 20.0, 30.0, 5), ["New", "One-time recent"]),
        (Clock(20.0, 40.0, 60.0, 5), ["New", "New"]),
        (None, ["New", "New"]),  # within the month
    ],
)
def test_new_is_who_first_came_within_the_shops_own_gap(clock, names):
    view = classic_view(table_of(ONE_TIMERS, clock), COLUMNS)

    assert kinds(view)[:2] == names


def test_a_cell_with_new_customers_names_both_kinds_the_larger_first():
    rows = [(1, 1, 5.0, 1), *[(1, 1, 5.0, 1)] * 2, *[(1, 1, 5.0, 45)], *[(90, 3, 60.0, 99)] * 6]
    view = classic_view(table_of(rows, Clock(10.0, 20.0, 30.0, 5)), COLUMNS)

    assert next(c.kinds for c in view.cells if c.n == 4) == (
        ClassicKind.NEW,
        ClassicKind.ONE_TIME_RECENT,
    )


def test_who_ordered_on_an_unknown_day_counts_as_longest_away():
    view = classic_view(table_of([*SHOP[:5], (np.nan, 8, 700.0, np.nan)]), COLUMNS)

    assert view.recency[-1] == 1
    assert kinds(view)[-1] is ClassicKind.CANNOT_LOSE
    assert (view.bands[-1].lowest, view.bands[-1].highest) == (200.0, 200.0)


def test_orders_without_any_day_still_have_a_view():
    view = classic_view(table_of([(np.nan, 1, 5.0, np.nan), (np.nan, 2, 9.0, np.nan)]), COLUMNS)

    assert view.recency.tolist() == [1, 1]
    assert view.fitness.days == 0


def test_fitness_counts_history_one_time_buyers_and_lines_of_nobody():
    table = table_of(ONE_TIMERS, n_lines=20, taken_out={"no_customer": 12})

    fitness = classic_view(table, COLUMNS).fitness

    assert fitness.days == 98
    assert (fitness.one_time, fitness.unknown) == (0.6, 0.6)
    assert fitness.codes == ("nobody_known", "short_history")


def test_the_table_tells_kind_and_scores_without_offering_them_for_groups():
    table = with_classic_view(table_of(SHOP), COLUMNS)

    kind, scores = table.columns
    assert (kind.kind, kind.role, kind.n_distinct) == (Kind.CATEGORY, Role.DESCRIBE, 5)
    assert (scores.kind, scores.role, scores.n_empty) == (Kind.TEXT, Role.IGNORE, 1)
    assert table.original["Kind of customer"].tolist()[4:] == ["Lost", "Prospects"]
    assert table.original["Scores"].tolist()[3:] == ["R2 F2 M2", "R1 F1 M1", ""]
    assert default_features(table) == ()
    assert describing_columns(table) == ("Kind of customer",)


def test_a_column_of_the_file_keeps_its_name():
    table = table_of(SHOP)
    table = replace(table, facts=table.frame.assign(SCORES=1.0))

    assert "Scores (2)" in with_classic_view(table, COLUMNS).frame.columns


@given(
    st.lists(
        st.tuples(st.integers(0, 400), st.integers(0, 5), st.integers(-5, 90), st.integers(0, 400)),
        min_size=1,
        max_size=40,
    ),
    st.randoms(use_true_random=False),
)
def test_shuffled_customers_keep_their_kind_and_the_grid_its_counts(rows, random):
    order = list(range(len(rows)))
    random.shuffle(order)

    view = classic_view(table_of(rows), COLUMNS)
    shuffled = classic_view(table_of([rows[place] for place in order]), COLUMNS)

    assert shuffled.kind.tolist() == view.kind[order].tolist()
    assert shuffled.cells == view.cells
    assert sum(c.n for c in view.cells) == sum(n > 0 for _, n, _, _ in rows)
    assert sum(view.count_by_kind.values()) == len(rows)
