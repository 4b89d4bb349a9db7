import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.segmenting.elbows import bend_range

MALL = [269981, 181363, 106348, 73680, 44448, 37234, 30228, 24987, 21795, 19635]
"""Inertia of the Mall list by income and score, 1 to 10 groups."""


def test_the_well_known_list_bends_somewhere_between_three_and_five():
    assert bend_range(MALL) == (3, 5)


@pytest.mark.parametrize("inertia", [[], [5.0], [5.0, 1.0], [0.0] * 8, [9.0, 8.5, 7.0, 4.0, 0.0]])
def test_what_does_not_bend_downward_has_no_bend(inertia):
    assert bend_range(inertia) is None


@given(st.lists(st.floats(0.0, 1e12), min_size=3, max_size=30))
def test_the_bend_lies_inside_the_plot_whatever_the_units(falls):
    inertia = sorted(falls, reverse=True)

    found = bend_range(inertia)

    assert found is None or 1 < found[0] <= found[1] < len(inertia)
    assert found == bend_range([4 * value for value in inertia])


def test_a_longer_plot_can_only_widen_the_doubt():
    for n in range(6, len(MALL)):
        shorter, longer = bend_range(MALL[:n]), bend_range(MALL[: n + 1])
        assert longer[0] <= shorter[0] <= shorter[1] <= longer[1]
