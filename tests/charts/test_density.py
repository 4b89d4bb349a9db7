import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.density import FADED, density_image, segment_counts
from desktop_app.charts.scatter_view import ScatterView
from desktop_app.charts.style import LIGHT, ChartStyle
from desktop_app.charts.value_axis import ValueAxis

AXIS = ValueAxis("A fact")
UNIT = (0.0, 1.0, 0.0, 1.0)


def view_of(x, y, labels, k=2):
    x, y = np.array(x, dtype=np.float64), np.array(y, dtype=np.float64)
    labels, nowhere = np.array(labels, dtype=np.int64), np.zeros(k)
    rows = np.arange(len(x))
    names, pieces = ("A", "B")[:k], (0, 1)[:k]
    return ScatterView(x, y, labels, rows, nowhere, nowhere, AXIS, AXIS, names, pieces)


def rgb(colour):
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def test_customers_are_counted_where_they_stand():
    view = view_of([0.1, 0.1, 0.9], [0.1, 0.2, 0.9], [0, 0, 1])

    counts = segment_counts(view, UNIT, (2, 3)).reshape(2, 2, 3)

    assert counts[0, 0, 0] == 2
    assert counts[1, 1, 2] == 1
    assert counts.sum() == 3


def test_the_picture_follows_the_limits():
    view = view_of([0.1, 0.1, 0.9], [0.1, 0.2, 0.9], [0, 0, 1])

    assert segment_counts(view, (0.0, 0.5, 0.0, 0.5), (4, 4)).sum() == 2


def test_customers_left_out_or_without_a_place_are_not_counted():
    view = view_of([0.5, np.nan, 0.5], [0.5, 0.5, np.nan], [-1, 0, 1])

    assert segment_counts(view, UNIT, (2, 2)).sum() == 0
    assert density_image(view, UNIT, (2, 2), ChartStyle()).max() == 0


def test_a_cell_mixes_the_colours_of_its_groups():
    view = view_of([0.1, 0.1, 0.9], [0.1, 0.1, 0.9], [0, 1, 1])

    image = density_image(view, UNIT, (2, 2), ChartStyle())

    a, b = np.array(rgb(LIGHT.fill(0))), np.array(rgb(LIGHT.fill(1)))
    assert tuple(image[1, 1, :3]) == tuple(b)
    assert np.abs(image[0, 0, :3] - (a + b) / 2).max() <= 1
    assert image[0, 1, 3] == 0


def test_more_customers_are_stronger_and_others_fade():
    view = view_of([0.1] * 9 + [0.9], [0.1] * 9 + [0.9], [0] * 9 + [1])

    plain = density_image(view, UNIT, (2, 2), ChartStyle())
    chosen = density_image(view, UNIT, (2, 2), ChartStyle(), chosen_segment=1)

    assert plain[0, 0, 3] > plain[1, 1, 3] > 0
    assert chosen[1, 1, 3] == plain[1, 1, 3]
    assert abs(chosen[0, 0, 3] - FADED * plain[0, 0, 3]) <= 1


@given(st.lists(st.tuples(st.floats(0, 0.999), st.floats(0, 0.999), st.integers(0, 1)), min_size=1))
def test_nobody_within_the_limits_is_lost(customers):
    x, y, labels = zip(*customers, strict=True)

    assert segment_counts(view_of(x, y, labels), UNIT, (7, 5)).sum() == len(customers)
