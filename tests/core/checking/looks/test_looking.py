"""The door of looking, over checked tables."""

import pytest

from desktop_app.core.checking.checked import TableKind
from desktop_app.core.checking.looks.looking import (
    can_be_looked_at,
    look_at_column,
    look_at_pair,
    look_at_relations,
)
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.intake.tables import RawTable
from desktop_app.core.progress import Cancelled

HEADER = ["Customer ID", "Age", "Spent", "Gender", "Town", "Joined", "Note"]


@pytest.fixture(scope="module")
def checked():
    rows = [
        [
            f"C-{i}",
            str(20 + i % 37),
            str(1000 - 10 * (i % 37) + i % 5),
            "FM"[i % 2],
            ("Delft", "Gouda", "Leiden")[i % 37 // 13],
            f"2024-{1 + i % 12:02}-{1 + i % 28:02}",
            f"wrote that {i} things were late and the others came on time",
        ]
        for i in range(300)
    ]
    return check_table(RawTable.from_rows(HEADER, rows))


@pytest.fixture(scope="module")
def orders():
    rows = [
        [str(1000 + i), f"p{i % 9}@x.org", f"2024-03-{1 + i % 28:02}", f"{i + 0.5}", str(1 + i % 4)]
        for i in range(60)
    ]
    header = ["Order ID", "Email", "Order date", "Total", "Quantity"]
    return check_table(RawTable.from_rows(header, rows))


class Stop:
    def report(self, fraction, stage):
        pass

    def checkpoint(self):
        raise Cancelled


def test_names_and_free_text_have_no_shape(checked):
    shown = [column.name for column in checked.columns if can_be_looked_at(column)]

    assert shown == ["Age", "Spent", "Gender", "Town", "Joined"]


def test_a_number_has_middle_shape_and_bands(checked):
    look = look_at_column(checked, "Age")

    assert look.numbers.n == 300
    assert sum(look.histogram.counts) == look.bands.n == 300
    assert look.words is None


def test_the_most_telling_category_is_offered_first(checked):
    assert look_at_column(checked, "Age").partners == ("Town", "Gender")


def test_a_number_is_compared_on_demand(checked):
    look = look_at_column(checked, "Age", "Gender")

    assert {spread.name for spread in look.comparison.spreads} == {"F", "M"}


def test_a_category_is_compared_by_a_number(checked):
    look = look_at_column(checked, "Town", "Age")

    assert (look.comparison.number, look.comparison.category) == ("Age", "Town")
    assert look.words.n == 300


def test_a_column_that_cannot_be_compared_is_shown_alone(checked):
    assert look_at_column(checked, "Age", "Customer ID").comparison is None


def test_dates_have_a_shape_and_nothing_to_compare(checked):
    look = look_at_column(checked, "Joined")

    assert sum(look.histogram.counts) == 300
    assert (look.bands, look.partners) == (None, ())


def test_relations_name_numbers_and_categories(checked):
    look = look_at_relations(checked)

    assert set(look.relations.columns) == {"Age", "Spent"}
    assert look.relations.strongest()[0].strength < -0.9
    assert look.tellings[0].category == "Town"


def test_of_orders_only_amounts_and_quantities_are_related(orders):
    assert orders.kind is TableKind.ORDERS

    assert set(look_at_relations(orders).relations.columns) == {"Total", "Quantity"}


def test_a_pair_has_its_points(checked):
    relation = look_at_relations(checked).relations.strongest()[0]

    assert len(look_at_pair(checked, relation).x) == 300


@pytest.mark.parametrize("name", ["Age", "Town", "Joined"])
def test_looking_stops_when_it_is_cancelled(checked, name):
    with pytest.raises(Cancelled):
        look_at_column(checked, name, progress=Stop())


def test_relating_stops_when_it_is_cancelled(checked):
    with pytest.raises(Cancelled):
        look_at_relations(checked, progress=Stop())
