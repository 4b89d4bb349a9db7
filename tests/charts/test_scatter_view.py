import numpy as np
import pandas as pd
import pytest

from desktop_app.charts.scatter_view import (
    OVERVIEW,
    ScatterAxes,
    direction_words,
    scatter_view,
    window_of,
)
from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.segmenting.choices import Scale
from desktop_app.core.segmenting.results import FeaturePreparation, Prepared, Segmentation
from desktop_app.wording.numbers import Formats

NAMES = ("Savers", "Spenders")


def customers(**values):
    columns = tuple(Column(name, Kind.NUMBER, Role.FEATURE) for name in values)
    frame = pd.DataFrame(values, dtype=np.float64)
    return CustomerTable(frame, columns, frame.astype(str))


def features(*names, logged=()):
    return tuple(FeaturePreparation(n, Scale.NONE, n in logged, 0.0, 1.0) for n in names)


def prepared(table, *, logged=()):
    points = table.frame.to_numpy(np.float64)
    n = len(points)
    rows = np.arange(n)
    return Prepared(points, np.ones(n), rows, rows, n, features(*table.frame, logged=logged))


def segmentation(table, labels):
    labels = np.array(labels, dtype=np.int64)
    points = table.frame.to_numpy(np.float64)
    centres = np.array([np.nanmean(points[labels == s], axis=0) for s in (0, 1)])
    nothing = np.zeros(len(labels))
    return Segmentation(
        2,
        labels,
        centres,
        centres,
        (2, 2),
        (0, 2),
        0.0,
        features(*table.frame),
        nothing,
        labels,
    )


@pytest.fixture
def table():
    return customers(Age=[20, 30, 60, 70], Spend=[1, 3, 100, 300], Orders=[1, 2, 5, 6])


def test_customers_stand_at_their_values(table):
    view = scatter_view(
        table,
        prepared(table),
        segmentation(table, [0, 0, 1, 1]),
        NAMES,
        ScatterAxes("Age", "Spend"),
        Formats(),
    )

    assert view.x.tolist() == [20, 30, 60, 70]
    assert view.centres_x.tolist() == [25, 65]
    assert view.typical == (("25", "2"), ("65", "200"))
    assert view.note == ""
    assert not window_of(view).is_density


def test_a_fact_with_a_long_tail_is_drawn_in_but_said_as_it_is(table):
    view = scatter_view(
        table,
        prepared(table, logged=("Spend",)),
        segmentation(table, [0, 0, 1, 1]),
        NAMES,
        ScatterAxes("Age", "Spend"),
        Formats(),
    )

    assert view.y == pytest.approx(np.log1p([1, 3, 100, 300]))
    assert view.typical[1] == ("65", "200")


def test_the_note_counts_who_is_missing():
    table = customers(Age=[20, np.nan, 60, 70], Spend=[1, 3, 100, 300])

    view = scatter_view(
        table,
        prepared(table),
        segmentation(table, [0, 0, 1, -1]),
        NAMES,
        ScatterAxes("Age", "Spend"),
        Formats(),
    )

    assert view.rows.tolist() == [0, 2]
    assert view.note == "2 customers are not shown: a value is empty."


def test_an_overview_says_where_its_directions_lead(table):
    view = scatter_view(
        table,
        prepared(table),
        segmentation(table, [0, 0, 1, 1]),
        NAMES,
        ScatterAxes(OVERVIEW, "Age"),
        Formats(),
    )

    assert view.x_axis.title == "more spend"
    assert view.x_axis.column is None
    assert view.note.startswith("Customers who are alike")
    assert view.centres_x == pytest.approx([view.x[:2].mean(), view.x[2:].mean()])


def test_directions_in_words():
    titles = {"Age": "Age", "ann_inc": "Annual income"}

    assert (
        direction_words((("ann_inc", 1), ("Age", -1)), titles) == "more annual income and less age"
    )
    assert direction_words((), titles) == "a mixture of all facts"
