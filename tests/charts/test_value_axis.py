from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.value_axis import MOST_TICKS, ValueAxis
from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.wording.numbers import Formats

SCORE = Column("Score", Kind.NUMBER, Role.FEATURE)
INCOME = replace(SCORE, unit=Unit.THOUSANDS, sign="€")
SPEND = replace(SCORE, unit=Unit.MONEY, sign="$")


@pytest.mark.parametrize(
    ("column", "limits", "words"),
    [
        (SCORE, (-2, 103), ["0", "25", "50", "75", "100"]),
        (INCOME, (12, 128), ["€25k", "50k", "75k", "100k", "125k"]),
        (INCOME, (-1, 45), ["0", "€10k", "20k", "30k", "40k"]),
        (SPEND, (0.1, 0.9), ["$0.20", "0.4", "0.6", "0.8"]),
        (replace(SCORE, unit=Unit.PERCENT), (0, 9), ["0", "2\u00a0%", "4", "6", "8"]),
    ],
)
def test_few_round_ticks_with_the_unit_at_the_first(column, limits, words):
    assert ValueAxis("A fact", column).ticks(*limits)[1] == words


def test_a_logged_axis_shows_values_that_grow_tenfold():
    axis = ValueAxis("Spend", SPEND, is_logged=True)

    places, words = axis.ticks(*axis.places_of(np.array([0.0, 20_000.0])))

    assert words == ["0", "$1", "10", "100", "1,000", "10,000"]
    assert places == np.log1p([0, 1, 10, 100, 1000, 10_000]).tolist()


def test_a_short_logged_axis_has_steps_between():
    axis = ValueAxis("Orders", SCORE, is_logged=True)

    _places, words = axis.ticks(*axis.places_of(np.array([0.8, 12.0])))

    assert words == ["1", "3", "10"]


def test_a_direction_without_a_column_has_no_ticks():
    assert ValueAxis("more income").ticks(0, 1) == ([], [])
    assert ValueAxis("more income").words(2.5) == "2.5"


def test_values_are_worded_with_their_unit():
    assert ValueAxis("Income", INCOME, Formats()).words(86.5) == "€87k"


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9))
def test_ticks_are_few_distinct_and_within_the_limits(low, width):
    places, words = ValueAxis("A fact", SCORE).ticks(low, low + width)

    assert len(places) <= MOST_TICKS
    assert len(set(words)) == len(words)
    assert all(low <= place <= low + width for place in places)
