from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.scatter_words import describe_scatter, scatter_table
from desktop_app.charts.segment_scatter import Look, draw_segment_scatter
from desktop_app.charts.solid import HIGHEST, LOWEST, Turn, box_sides, seen_from, solid_of
from desktop_app.charts.style import DARK, LIGHT, ChartStyle
from desktop_app.wording.numbers import Formats
from tests.charts.test_scatter_view import NAMES, customers, prepared, segmentation

FACTS = ("Age", "Spend", "Orders")
SIZE = (500, 260)


@pytest.fixture
def solid():
    table = customers(
        Age=[20, 30, 60, 70, np.nan], Spend=[1, 3, 100, 300, 5], Orders=[1, 2, 5, 6, 2]
    )
    groups = segmentation(table, [0, 0, 1, 1, 1])
    logged = prepared(table, logged=("Spend",))
    return solid_of(table, logged, groups, NAMES, FACTS, Formats())


def draw_solid(draw, solid, turn, size=SIZE, palette=LIGHT):
    view, look = seen_from(solid, turn), Look(box=box_sides(solid, turn))
    return draw(lambda ax, s: draw_segment_scatter(ax, view, s, look), size, ChartStyle(palette))


def texts(ax, gid):
    return [text.get_text() for text in ax.texts if text.get_gid() == gid]


def test_everyone_stands_in_the_box(solid):
    assert np.nanmin(solid.places, axis=1) == pytest.approx([-0.5] * 3)
    assert np.nanmax(solid.places, axis=1) == pytest.approx([0.5] * 3)
    assert solid.ends == (("20", "70"), ("1", "300"), ("1", "6"))


def test_who_lacks_a_fact_is_counted_and_not_drawn(solid):
    assert solid.view.rows.tolist() == [0, 1, 2, 3]
    assert solid.view.note == "1 customer is not shown: a value is empty."


def test_a_long_tail_is_drawn_in(solid):
    logged = np.log1p([1, 3, 100, 300])
    expected = (logged - logged[0]) / (logged[-1] - logged[0]) - 0.5

    assert solid.places[1, :4] == pytest.approx(expected)


def test_from_the_front_the_third_fact_goes_up(solid):
    view = seen_from(solid, Turn(-90.0, 0.0))

    assert view.x == pytest.approx(solid.places[0], nan_ok=True)
    assert view.y[:4] == pytest.approx(solid.places[2, :4])


@given(st.floats(-720, 720), st.floats(-300, 300))
def test_turning_keeps_lengths_and_stays_above(around, above):
    turn = Turn().by(around, above)

    directions = turn.directions()

    assert directions @ directions.T == pytest.approx(np.eye(2), abs=1e-9)
    assert LOWEST <= turn.above <= HIGHEST
    assert -180 <= turn.around <= 180


def test_all_the_way_around_is_the_same_side(solid):
    turned = seen_from(solid, Turn().by(360.0, 0.0))

    assert turned.x == pytest.approx(seen_from(solid, Turn()).x, nan_ok=True)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_box_has_twelve_edges_and_three_titles(draw, solid, palette):
    ax = draw_solid(draw, solid, Turn(), palette=palette)

    edges = [line.get_gid() for line in ax.lines if (line.get_gid() or "").startswith("box")]
    assert edges.count("box-behind") == 3
    assert len(edges) == 12
    assert texts(ax, "box-title") == list(FACTS)


@pytest.mark.parametrize("around", range(-180, 180, 30))
@pytest.mark.parametrize("above", [LOWEST, 22.0, HIGHEST])
def test_words_keep_clear_however_it_is_turned(draw, solid, overlaps, clipped, around, above):
    names = ("Loyal customers who come back often", "Savers")
    solid = replace(solid, view=replace(solid.view, names=names))

    ax = draw_solid(draw, solid, Turn(float(around), above))

    assert overlaps(ax) == []
    assert clipped(ax) == []
    assert texts(ax, "box-title") == list(FACTS)


def test_a_fact_that_is_the_same_for_all_stands_in_the_middle():
    table = customers(Age=[20, 30, 60, 70], Spend=[5, 5, 5, 5], Orders=[1, 2, 5, 6])

    same = solid_of(
        table, prepared(table), segmentation(table, [0, 0, 1, 1]), NAMES, FACTS, Formats()
    )

    assert same.places[1] == pytest.approx([0.0] * 4)


def test_three_facts_are_said_and_tabled(solid):
    view = seen_from(solid, Turn())

    assert describe_scatter(view).startswith("4 customers in 2 groups, over Age, Spend and Orders")
    rows, headers = scatter_table(view, Formats())
    assert headers[3:] == tuple(f"{fact}, on average" for fact in FACTS)
    assert len(rows[0]) == len(headers)
