"""Segments by rule follow the kinds of the classic view."""

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.core.customers.classic.viewing import HistoryColumns, with_classic_view
from desktop_app.core.errors import NoClassicView
from desktop_app.core.segmenting.by_rule import segment_by_rule
from desktop_app.core.segmenting.choices import FeatureChoice, Scale
from desktop_app.core.segmenting.features import prepare

COLUMNS = HistoryColumns("last", "n", "money", "first")
CHOICE = FeatureChoice(features=("last", "n", "money"), scale=Scale.NONE)


@pytest.fixture
def shop(table_of):
    table = table_of(
        is_from_orders=True,
        last=[2, 10, 40, 90, 200, np.nan, np.nan],
        n=[9, 7, 3, 2, 1, 0, 0],
        money=[900, 500, 120, 30, 5, 0, 0],
        first=[400, 300, 200, 100, 200, np.nan, np.nan],
    )
    return with_classic_view(table, COLUMNS)


def test_the_largest_kind_comes_first_and_equal_ones_in_the_order_of_kinds(shop):
    found = segment_by_rule(shop, prepare(shop, CHOICE))

    assert found.kinds == ("Champions", "Prospects", "Needs attention", "Drifting", "Lost")
    assert found.sizes == (2, 2, 1, 1, 1)
    assert found.labels.tolist() == [0, 0, 2, 3, 4, 1, 1]
    assert found.letters == ("A", "B", "C", "D", "E")
    assert np.isnan(found.margin).all()
    assert set(found.neighbour.tolist()) == {-1}


def test_centres_are_means_of_what_is_known(shop):
    found = segment_by_rule(shop, prepare(shop, CHOICE))

    assert found.centres_in_units[0].tolist() == [6.0, 8.0, 700.0]
    assert np.isnan(found.centres_in_units[1, 0])
    assert found.centres_in_units[1, 1:].tolist() == [0.0, 0.0]
    assert found.inertia == pytest.approx(2 * (16 + 1 + 40_000))
    assert found.typical == (0, 5, 2, 3, 4)


def test_who_was_left_out_has_no_segment(shop):
    shop = replace(shop, left_out=np.array([0, 4]))

    found = segment_by_rule(shop, prepare(shop, CHOICE))

    assert found.labels.tolist() == [-1, 1, 2, 3, -1, 0, 0]
    assert "Lost" not in found.kinds
    assert sum(found.sizes) == 5


def test_a_list_without_orders_has_no_kinds(table_of):
    table = table_of(last=[1.0, 2.0])

    with pytest.raises(NoClassicView):
        segment_by_rule(table, prepare(table, FeatureChoice(features=("last",))))
