import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.zooming import place_at, shifted, zoomed

WHOLE = (0.0, 10.0, -5.0, 5.0)
shares = st.tuples(st.floats(0, 1), st.floats(0, 1))
factors = st.floats(0.01, 20)


def is_inside(limits):
    x0, x1, y0, y1 = limits
    return -1e-9 <= x0 < x1 <= 10 + 1e-9 and -5 - 1e-9 <= y0 < y1 <= 5 + 1e-9


@given(st.lists(st.tuples(shares, factors, shares), max_size=8))
def test_nobody_leaves_the_whole(moves):
    limits = WHOLE

    for about, factor, by in moves:
        limits = shifted(zoomed(limits, WHOLE, about, factor), WHOLE, by)
        assert is_inside(limits)


@given(shares, st.floats(0.01, 1))
def test_what_is_under_the_pointer_stays_there(about, factor):
    near = zoomed(WHOLE, WHOLE, about, factor)

    assert place_at(near, about) == pytest.approx(place_at(WHOLE, about))


def test_far_enough_away_is_the_whole():
    near = zoomed(WHOLE, WHOLE, (0.2, 0.9), 0.3)

    assert zoomed(near, WHOLE, (0.7, 0.1), 100) == WHOLE


def test_a_picture_moves_with_the_hand_up_to_its_edge():
    near = zoomed(WHOLE, WHOLE, (0.5, 0.5), 0.5)

    assert shifted(near, WHOLE, (0.1, 0.0)) == (3.0, 8.0, -2.5, 2.5)
    assert shifted(near, WHOLE, (9.0, -9.0)) == (5.0, 10.0, -5.0, 0.0)
