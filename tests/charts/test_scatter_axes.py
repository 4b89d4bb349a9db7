import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.scatter_axes import AxisChoice, axis_choice
from desktop_app.charts.scatter_view import OVERVIEW, ScatterAxes
from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.segmenting.results import Prepared

NUMBERS, WORDS = ("Age", "Spend", "Orders"), ("Town", "Member")


def choice_for(features, columns=(*NUMBERS, *WORDS)):
    kinds = {name: Kind.CATEGORY if name in WORDS else Kind.NUMBER for name in columns}
    known = tuple(Column(name, kind, Role.FEATURE) for name, kind in kinds.items())
    table = CustomerTable(pd.DataFrame(columns=columns), known, pd.DataFrame(columns=columns))
    n_directions = sum(1 + (name == "Town") for name in features)
    points, rows = np.zeros((4, n_directions)), np.arange(4)
    return axis_choice(table, Prepared(points, np.ones(4), rows, rows, 4, ()), features)


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        (("Spend", "Age"), ScatterAxes("Spend", "Age")),
        (("Spend",), ScatterAxes("Spend", "Age")),
        (("Age", "Spend", "Orders"), ScatterAxes(OVERVIEW, "Age")),
        (("Town", "Age"), ScatterAxes(OVERVIEW, "Age")),
    ],
)
def test_the_first_axes_are_two_different_facts_or_an_overview(features, expected):
    assert choice_for(features).first() == expected


def test_a_lone_number_is_drawn_against_itself():
    choice = choice_for(("Age",), ("Age",))

    assert choice.first() == ScatterAxes("Age", "Age")
    assert choice.with_across(ScatterAxes("Age", "Age"), "Age") == ScatterAxes("Age", "Age")


def test_a_list_of_words_has_at_most_an_overview():
    assert choice_for(("Town",), WORDS).first() == ScatterAxes(OVERVIEW, "")
    assert choice_for(("Member",), WORDS).first() is None


def test_features_are_offered_before_other_numbers():
    assert choice_for(("Orders",)).facts == ("Orders", "Age", "Spend")


FACTS = st.sampled_from(NUMBERS)


@given(FACTS, FACTS, FACTS)
def test_no_choice_draws_a_fact_against_itself(across, up, chosen):
    choice = AxisChoice(NUMBERS, has_overview=True)
    axes = ScatterAxes(across, up)

    for changed in (choice.with_across(axes, chosen), choice.with_up(axes, chosen)):
        assert across == up or changed.across != changed.up
        assert chosen in (changed.across, changed.up)


def test_age_across_from_the_overview_puts_another_fact_up():
    choice = AxisChoice(NUMBERS, has_overview=True)
    axes = choice.first()

    assert choice.with_across(axes, "Age") == ScatterAxes("Age", "Spend")
