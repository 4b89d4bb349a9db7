import numpy as np

from desktop_app.charts.lasso import rows_around


def test_those_inside_the_line_are_found(make_view):
    view = make_view(n=500)
    square = [(20, 0), (60, 0), (60, 60), (20, 60)]

    found = rows_around(view, square)

    expected = (view.x > 20) & (view.x < 60) & (view.y > 0) & (view.y < 60)
    assert found.tolist() == np.flatnonzero(expected).tolist()


def test_a_bay_in_the_line_is_outside(make_view):
    view = make_view(n=500)
    cut_in = [(0, 0), (130, 0), (130, 110), (65, 1), (0, 110)]

    found = rows_around(view, cut_in)

    assert len(found)
    assert not ((np.abs(view.x[found] - 65) < 5) & (view.y[found] > 40)).any()


def test_customers_left_out_are_never_found(make_view):
    view = make_view(n=100, left_out=30)

    found = rows_around(view, [(-999, -999), (999, -999), (999, 999), (-999, 999)])

    assert found.tolist() == list(range(30, 100))


def test_a_line_around_nobody_finds_nobody(make_view):
    assert len(rows_around(make_view(), [(500, 500), (501, 500), (501, 501)])) == 0
