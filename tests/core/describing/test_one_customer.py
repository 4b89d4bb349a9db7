"""One customer of small lists whose borders are known, and of any list that Hypothesis draws."""

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.describing.one_customer import look_at_customer
from desktop_app.core.segmenting.choices import (
    Change,
    FeatureChoice,
    LongTails,
    MovingTogether,
    Rearrangement,
    Scale,
)
from desktop_app.core.segmenting.features import prepare
from desktop_app.core.segmenting.fitting import segment_customers
from desktop_app.core.segmenting.rearranging import rearrange
from desktop_app.core.segmenting.results import KScan, KScore, Suggestion
from desktop_app.core.tracking.sorting import sort_into


def segmented(values, k, **choice):
    frame = pd.DataFrame(values)
    kinds = {n: Kind.NUMBER if frame[n].dtype.kind in "fi" else Kind.CATEGORY for n in frame}
    columns = tuple(Column(n, kinds[n], Role.FEATURE, n_distinct=frame[n].nunique()) for n in frame)
    table = CustomerTable(frame, columns, frame.astype(str))
    prepared = prepare(table, FeatureChoice(tuple(frame), **choice))
    places = np.linspace(0, len(prepared.points) - 1, k).round().astype(int)
    score = KScore(k, 0.0, None, 0, None, prepared.points[places], (0,) * k)
    scan = KScan((score,), Suggestion(None, k, "too_few"))
    return table, prepared, segment_customers(prepared, scan, k)


def after(table, move, row):
    """The list in which the customer has what ``move`` says."""
    frame = table.frame.copy()
    frame.loc[row, move.column] = move.value if move.word is None else move.word
    return replace(table, facts=frame)


def test_the_border_lies_in_the_middle_of_two_centres():
    table, prepared, found = segmented({"Age": [20.0, 22, 24, 60, 64]}, 2, scale=Scale.NONE)

    young, old = (look_at_customer(table, prepared, found, row).move for row in (1, 3))

    assert (young.column, young.value, young.segment) == ("Age", 43.0, 1)
    assert (old.value, old.segment) == (41.0, 0)


def test_the_reasons_add_up_to_how_much_nearer_the_own_centre_is():
    values = {"Age": [20.0, 22, 24, 60, 64], "Spent": [100.0, 80, 90, 20, 10]}
    table, prepared, found = segmented(values, 2)

    one = look_at_customer(table, prepared, found, 0)

    point = prepared.points[prepared.point_of_row[0]]
    own, other = found.centres[one.segment], found.centres[one.neighbour]
    expected = ((point - other) ** 2).sum() - ((point - own) ** 2).sum()
    assert sum(r.weight for r in one.reasons) == pytest.approx(expected)
    age = next(r for r in one.reasons if r.column == "Age")
    assert (age.value, age.own, age.other) == pytest.approx((20.0, 22.0, 62.0))


def test_who_is_alike_comes_nearest_first_and_never_themselves():
    table, prepared, found = segmented({"Age": [20.0, 24, 21, 60, 64, 20, 22]}, 2)

    assert look_at_customer(table, prepared, found, 0).similar == (5, 2, 6, 1, 3)


def test_a_fact_that_counts_more_needs_the_smaller_change():
    values = {"Age": [20.0, 21, 22, 60, 61, 62], "Spent": [10.0, 11, 12, 50, 51, 52]}
    table, prepared, found = segmented(values, 2, weights=(("Spent", 3.0),))

    move = look_at_customer(table, prepared, found, 1).move

    assert sort_into(found, after(table, move, 1))[1] == 1


def test_long_tails_are_crossed_in_the_units_of_the_file():
    spent = [float(x) for x in (1, 2, 3, 4, 5, 6, 7, 8, 400, 500, 600, 700, 800, 1500, 9000)]
    table, prepared, found = segmented({"Spent": spent}, 2, long_tails=LongTails.LOG)
    assert found.features[0].is_logged

    move = look_at_customer(table, prepared, found, 7).move

    assert 8 < move.value < 400
    assert sort_into(found, after(table, move, 7))[7] == move.segment


def test_nothing_moves_them_that_nobody_in_the_list_has():
    """The border between two ages crosses no visits: a change of visits leads out of the list."""
    values = {"Age": [20.0, 22, 24, 60, 62, 64], "Visits": [1.0, 2, 1, 1, 2, 1]}
    table, prepared, found = segmented(values, 2, scale=Scale.NONE)

    move = look_at_customer(table, prepared, found, 0).move

    assert move.column == "Age"


def test_another_word_can_move_a_customer():
    table, prepared, found = segmented({"Town": ["Delft", "Delft", "Gouda", "Gouda", "Gouda"]}, 2)

    one = look_at_customer(table, prepared, found, 0)

    assert (one.move.column, one.move.word) == ("Town", "Gouda")
    (reason,) = one.reasons
    assert reason.word == "Delft"
    assert (reason.own, reason.other) == pytest.approx((1.0, 0.0))


def test_a_single_group_has_no_next_one():
    table, prepared, found = segmented({"Age": [20.0, 22, 24]}, 1)

    one = look_at_customer(table, prepared, found, 0)

    assert (one.neighbour, one.reasons, one.move) == (-1, (), None)


def test_who_is_left_out_is_in_no_group():
    ages = [*np.arange(20.0, 60.0), np.nan]
    table, prepared, found = segmented({"Age": ages}, 2)

    one = look_at_customer(table, prepared, found, 40)

    assert (one.segment, one.reasons, one.move, one.similar) == (-1, (), None, ())


def test_borders_inside_merged_groups_do_not_count():
    ages = {"Age": [20.0, 21, 22, 40, 41, 42, 43, 80, 81]}
    table, prepared, found = segmented(ages, 3, scale=Scale.NONE)
    labels = found.labels
    pair = (int(labels[0]), int(labels[3]))
    merged = rearrange(prepared, found, [Rearrangement(Change.MERGE, pair)])

    move = look_at_customer(table, prepared, merged, 0).move

    assert move.segment == merged.labels[8]
    assert move.value == pytest.approx(61.25, abs=1.0)
    assert sort_into(merged, after(table, move, 0))[0] == move.segment


numbers_of_customers = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 2000)), min_size=8, max_size=40
)


@settings(max_examples=60, deadline=None)
@given(
    numbers_of_customers,
    st.integers(2, 4),
    st.sampled_from(list(LongTails)),
    st.sampled_from(list(Scale)),
    st.data(),
)
def test_the_change_puts_the_customer_into_the_group_that_is_named(rows, k, tails, scale, data):
    values = {"Age": [a / 4 for a, _ in rows], "Spent": [float(s) for _, s in rows]}
    assume(len(set(rows)) > k)
    assume(len(set(values["Age"])) > 1)
    assume(len(set(values["Spent"])) > 1)
    table, prepared, found = segmented(values, k, long_tails=tails, scale=scale)
    row = data.draw(st.integers(0, len(rows) - 1))

    one = look_at_customer(table, prepared, found, row)

    assert row not in one.similar
    if one.move is not None:
        assert one.move.segment != one.segment
        assert sort_into(found, after(table, one.move, row))[row] == one.move.segment
        lowest, highest = min(values[one.move.column]), max(values[one.move.column])
        assert lowest <= one.move.value <= highest
        assert not math.isnan(one.move.value)


def test_a_move_leads_where_it_says_when_facts_that_move_together_count_once():
    rng = np.random.default_rng(0)
    points = rng.normal(size=(60, 2)) * (1.0, 8.0)
    points[30:, 0] += 6.0
    points = points @ [[0.7, 0.7], [-0.7, 0.7]]
    values = {"a": points[:, 0], "b": points[:, 1]}
    table, prepared, found = segmented(values, 2, moving_together=MovingTogether.ONCE)

    moves = {row: look_at_customer(table, prepared, found, row).move for row in range(20)}

    moves = {row: move for row, move in moves.items() if move is not None}
    assert moves
    for row, move in moves.items():
        assert sort_into(found, after(table, move, row))[row] == move.segment
