import numpy as np
import pytest

from desktop_app.charts.density import FADED
from desktop_app.charts.scatter_view import made_quick, window_of
from desktop_app.charts.scatter_words import describe_scatter, nearest_row, scatter_table
from desktop_app.charts.segment_scatter import SOLID, Look, draw_segment_scatter
from desktop_app.charts.style import DARK, LIGHT, SHAPES, ChartStyle
from desktop_app.charts.value_axis import ValueAxis
from desktop_app.wording.numbers import Formats

SIZE = (500, 330)


def artists(ax, kind):
    return {
        int(a.get_gid().removeprefix(f"{kind}-")): a
        for a in (*ax.lines, *ax.texts)
        if (a.get_gid() or "").startswith(f"{kind}-")
    }


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_segment_is_one_artist_in_its_colour_and_shape(draw, make_view, palette):
    view = make_view(n=200, k=5)

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s), SIZE, ChartStyle(palette))

    points = artists(ax, "segment")
    assert len(points) == 5
    assert sum(len(p.get_xdata()) for p in points.values()) == 200
    for segment, artist in points.items():
        assert artist.get_marker() == SHAPES[segment]
        assert artist.get_markerfacecolor() == palette.fill(segment)
        assert artist.get_markeredgecolor() == palette.edge(segment)


def test_a_segment_keeps_its_piece_where_letters_are_missing(draw, make_view):
    view = make_view(n=90, k=3, pieces=(0, 2, 5))

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s), SIZE)

    markers = [a.get_marker() for _s, a in sorted(artists(ax, "segment").items())]
    assert markers == [SHAPES[0], SHAPES[2], SHAPES[5]]
    assert [t.get_text() for _p, t in sorted(artists(ax, "letter").items())] == ["A", "C", "F"]
    assert [row[0] for row in scatter_table(view, Formats())[0]] == ["A", "C", "F"]
    assert "C Customers 1, F Customers 2" in describe_scatter(view)


def test_the_others_fade_when_a_segment_is_chosen(draw, make_view):
    view = make_view()

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s, Look(segment=1)), SIZE)

    assert {s: a.get_alpha() for s, a in artists(ax, "segment").items()} == {1: SOLID}
    assert {s: a.get_alpha() for s, a in artists(ax, "faded").items()} == dict.fromkeys(
        (0, 2, 3, 4), 0.28
    )


def test_customers_left_out_are_not_drawn(draw, make_view):
    view = make_view(n=100, left_out=30)

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s), SIZE)

    assert sum(len(a.get_xdata()) for a in artists(ax, "segment").values()) == 70


def test_typical_customers_carry_letter_and_name(draw, make_view):
    view = make_view(names=["Ann", "Bob", "Cy", "Di", "Ed"])

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s), SIZE)

    assert [t.get_text() for _s, t in sorted(artists(ax, "letter").items())] == list("ABCDE")
    assert [t.get_text() for _s, t in sorted(artists(ax, "name").items())] == list(view.names)
    pieces = artists(ax, "piece")
    assert pieces[2].get_xdata() == [pytest.approx(view.centres_x[2])]


@pytest.mark.parametrize("k", [1, 2, 5, 9])
@pytest.mark.parametrize("size", [(330, 230), SIZE, (1000, 600)])
def test_words_never_touch_and_are_whole(draw, make_view, overlaps, clipped, k, size):
    names = [f"Loyal customers who come back often {i}" for i in range(k)]
    view = make_view(n=900, k=k, names=names)

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s), size)

    assert overlaps(ax) == []
    assert clipped(ax) == []


def test_a_name_far_from_its_piece_has_a_leader(draw, make_view):
    view = make_view(n=900, k=9, names=[f"Customers of kind {i}" for i in range(9)])

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s), SIZE)

    assert set(artists(ax, "leader")) <= set(artists(ax, "name"))


def test_axes_have_few_ticks_with_their_unit_and_a_title(draw, make_view):
    view = make_view()

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s), SIZE)

    across = [label.get_text() for label in ax.get_xticklabels()]
    assert 3 <= len(across) <= 6
    assert sum("€" in words for words in across) == 1
    assert {"Yearly income", "Spending score"} <= {text.get_text() for text in ax.texts}


def test_an_overview_has_titles_and_no_ticks(draw, make_view, clipped):
    axes = ValueAxis("more income and less age"), ValueAxis("more orders")

    ax = draw(lambda ax, s: draw_segment_scatter(ax, make_view(axes=axes), s), SIZE)

    assert not ax.get_xticklabels()
    assert {"more income and less age", "more orders"} <= {text.get_text() for text in ax.texts}
    assert clipped(ax) == []


def test_very_many_customers_become_one_picture(draw, make_view):
    view = make_view(n=100_001)

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s), SIZE)

    assert [image.get_gid() for image in ax.images] == ["density"]
    assert artists(ax, "segment") == {}
    assert len(artists(ax, "piece")) == 5


def test_nobody_to_draw_leaves_an_empty_chart(draw, make_view):
    view = make_view(n=3, left_out=3)

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s), SIZE)

    assert artists(ax, "piece") == {}


def test_customers_who_are_all_equal_are_drawn(draw, make_view):
    view = make_view(n=10, k=1)
    view.x[:] = 5.0
    view.y[:] = 5.0

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s), SIZE)

    assert ax.get_xlim() == (4.0, 6.0)


def test_a_click_finds_the_nearest_customer_within_reach(make_view):
    view = make_view(n=200)
    x, y = view.x[42], view.y[42]

    assert nearest_row(view, x + 0.01, y, (0.1, 0.1)) == 42
    assert nearest_row(view, 1e6, y, (0.1, 0.1)) is None


def test_a_click_never_finds_a_customer_without_a_place(make_view):
    view = make_view(n=10, left_out=5)
    view.x[7] = np.nan

    assert nearest_row(view, view.x[2], view.y[2], (1e-6, 1e-6)) is None
    assert nearest_row(view, view.x[6], view.y[6], (1e-6, 1e-6)) == 6


def test_the_description_names_the_groups(make_view):
    assert describe_scatter(make_view(n=20, k=2, names=["Savers", "Spenders"])) == (
        "20 customers in 2 groups, over Yearly income and Spending score: A Savers, B Spenders."
    )


def test_the_table_has_a_row_per_group(make_view):
    rows, headers = scatter_table(make_view(n=20, k=2, names=["Savers", "Spenders"]), Formats())

    assert headers[3:] == ("Yearly income, on average", "Spending score, on average")
    assert rows == [("A", "Savers", "10", "€1k", "2"), ("B", "Spenders", "10", "€1k", "2")]


def test_a_part_is_drawn_with_its_own_people_scale_and_names(draw, make_view):
    view = make_view(n=900, k=5)
    window = window_of(view, (75.0, 105.0, 70.0, 95.0))

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s, Look(window)), SIZE)

    assert ax.get_xlim() == (75.0, 105.0)
    assert set(artists(ax, "piece")) == {1}
    drawn = np.concatenate([a.get_xdata() for a in artists(ax, "segment").values()])
    assert len(drawn) == len(window.rows)
    assert ((drawn >= 75) & (drawn <= 105)).all()
    assert len(ax.get_xticklabels()) >= 3


def test_near_enough_the_density_becomes_points(draw, make_view):
    view = make_view(n=100_001)
    window = window_of(view, (80.0, 90.0, 75.0, 85.0))

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s, Look(window)), SIZE)

    assert not ax.images
    assert sum(len(a.get_xdata()) for a in artists(ax, "segment").values()) == len(window.rows)


def test_customers_who_were_drawn_around_are_brought_out(draw, make_view):
    view = make_view(n=100, k=5)
    chosen = np.array([0, 1, 5])

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s, Look(chosen=chosen)), SIZE)

    solid = {s: len(a.get_xdata()) for s, a in artists(ax, "segment").items()}
    assert solid == {0: 2, 1: 1}
    assert sum(len(a.get_xdata()) for a in artists(ax, "faded").values()) == 97


def test_customers_drawn_around_lie_over_a_faded_density(draw, make_view):
    view = make_view(n=100_001)

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s, Look(chosen=np.arange(50))), SIZE)

    assert [(i.get_gid(), i.get_alpha()) for i in ax.images] == [
        ("density", FADED),
        ("density-chosen", 1.0),
    ]


def test_a_sorted_view_finds_the_same_customer(make_view):
    view = make_view(n=300)
    quick = made_quick(view)

    for row in range(0, 300, 7):
        x, y = view.x[row] + 0.4, view.y[row] - 0.3
        assert nearest_row(quick, x, y, (0.1, 0.1)) == nearest_row(view, x, y, (0.1, 0.1))


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("k", [2, 5, 9])
def test_tiny_groups_with_long_names_are_named(draw, make_view, overlaps, clipped, palette, k):
    names = [f"Loyal customers who come back often and spend very much {i:04}" for i in range(k)]
    view = made_quick(make_view(n=3 * k, k=k, names=names))

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s), SIZE, ChartStyle(palette))

    assert overlaps(ax) == []
    assert clipped(ax) == []
    assert len(artists(ax, "letter")) == k
