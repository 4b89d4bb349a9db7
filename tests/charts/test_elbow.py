import pytest
from matplotlib.figure import Figure

from desktop_app.charts.elbow import describe_elbow, draw_elbow, elbow_table, shares_left
from desktop_app.charts.style import DARK, LIGHT, ChartStyle
from desktop_app.wording.numbers import Formats
from tests.charts.conftest import INERTIA


def words(ax):
    return [text.get_text() for text in ax.texts]


def dots(ax):
    """Give k and fill of every mark that stands alone on the curve."""
    return {
        line.get_xdata()[0]: line.get_markerfacecolor()
        for line in ax.lines
        if len(line.get_xdata()) == 1
    }


def test_the_curve_is_the_share_of_the_difference_that_is_left(draw, make_scan):
    ax = draw(lambda ax, style: draw_elbow(ax, make_scan(), style, chosen=5))

    curve = ax.lines[0]
    assert list(curve.get_xdata()) == list(range(1, 11))
    assert list(curve.get_ydata()[:3]) == [100.0, 67.5, 39.5]


def test_equal_customers_leave_no_difference(make_scan):
    assert shares_left(make_scan(inertia=(0.0, 0.0))).tolist() == [0.0, 0.0]


def test_a_followed_suggestion_is_one_filled_dot(draw, make_scan):
    ax = draw(lambda ax, style: draw_elbow(ax, make_scan(5), style, chosen=5))

    assert dots(ax) == {5: LIGHT.accent}
    assert {"5 groups", "more groups hardly help", "Your list"} <= set(words(ax))


def test_a_curve_that_goes_on_falling_is_not_called_flat(draw, make_scan):
    ax = draw(lambda ax, style: draw_elbow(ax, make_scan(3), style, chosen=3))

    assert {"3 groups", "suggested"} <= set(words(ax))


@pytest.mark.parametrize("size", [(387, 236), (900, 500)])
@pytest.mark.parametrize("n", [6, 10, 30])
def test_the_doubt_of_the_bend_is_a_named_bracket(draw, make_scan, overlaps, clipped, size, n):
    inertia = (*INERTIA, *(15.0 - k / 10 for k in range(20)))[:n]

    ax = draw(lambda ax, style: draw_elbow(ax, make_scan(5, inertia), style, chosen=5), size)

    [bracket] = [line for line in ax.lines if line.get_gid() == "bend"]
    assert bracket.get_color() == LIGHT.amber
    assert max(bracket.get_ydata()) < 0
    assert any(said.startswith("the bend: 3") for said in words(ax))
    assert overlaps(ax) == []
    assert clipped(ax) == []


@pytest.mark.parametrize(("suggested", "above"), [(None, 12.0), (5, 0.0)])
def test_without_an_elbow_there_is_no_bracket(draw, make_scan, make_evidence, suggested, above):
    scan, evidence = make_scan(suggested), make_evidence(above=above)

    ax = draw(lambda ax, style: draw_elbow(ax, scan, style, chosen=5, evidence=evidence))

    assert not any(said.startswith("the bend") for said in words(ax))


@pytest.mark.parametrize("chosen", [1, 2, 4, 6, 9, 10])
def test_suggestion_and_own_choice_are_told_apart_and_named(draw, make_scan, overlaps, chosen):
    ax = draw(lambda ax, style: draw_elbow(ax, make_scan(5), style, chosen=chosen))

    own = "1 group" if chosen == 1 else f"{chosen} groups"
    assert dots(ax) == {5: LIGHT.sheet, chosen: LIGHT.accent}
    assert {"5 groups", "suggested", own, "your choice"} <= set(words(ax))
    assert overlaps(ax) == []


def test_without_natural_groups_nothing_is_in_accent(draw, make_scan):
    ax = draw(lambda ax, style: draw_elbow(ax, make_scan(None), style, chosen=4))

    assert dots(ax) == {4: LIGHT.text}
    assert "a useful cut" in words(ax)
    assert "suggested" not in words(ax)


@pytest.mark.parametrize("size", [(387, 236), (411, 330), (900, 500)])
@pytest.mark.parametrize("em", [13.0, 16.25, 19.5])
def test_words_stand_free_and_whole(draw, make_scan, overlaps, clipped, size, em):
    style = ChartStyle(DARK, em)

    ax = draw(lambda ax, style: draw_elbow(ax, make_scan(), style, chosen=6), size, style)

    assert overlaps(ax) == []
    assert clipped(ax) == []


def test_many_numbers_of_groups_show_every_fifth(draw, make_scan, overlaps):
    scan = make_scan(2, inertia=tuple(100 / k for k in range(1, 31)))

    ax = draw(lambda ax, style: draw_elbow(ax, scan, style, chosen=2))

    ticks = [label.get_text() for label in ax.get_xticklabels()]
    assert ticks == ["1 group", "5", "10", "15", "20", "25", "30"]
    assert overlaps(ax) == []


@pytest.mark.parametrize("n", [1, 2, 3])
def test_a_short_scan_is_drawn_too(draw, make_scan, n):
    scan = make_scan(None, inertia=(4.0, 2.0, 1.0)[:n])

    ax = draw(lambda ax, style: draw_elbow(ax, scan, style, chosen=n))

    assert len(ax.lines[0].get_xdata()) == n


def test_margins_do_not_grow_with_the_chart(draw, make_scan):
    painter = lambda ax, style: draw_elbow(ax, make_scan(), style, chosen=5)  # noqa: E731

    small, large = draw(painter, (400, 300)), draw(painter, (1200, 900))

    assert small.bbox.x0 == pytest.approx(large.bbox.x0)
    assert small.bbox.y0 == pytest.approx(large.bbox.y0)
    assert large.bbox.width == pytest.approx(small.bbox.width + 800)


def test_drawing_takes_only_the_place_of_its_axes(make_scan):
    ax = Figure((8, 6), dpi=100).add_axes((0.5, 0.5, 0.5, 0.5))

    draw_elbow(ax, make_scan(), ChartStyle(), chosen=5)

    assert ax.get_position().x0 > 0.5
    assert ax.get_position().y0 > 0.5


def test_the_description_says_how_the_curve_falls(make_scan):
    assert describe_elbow(make_scan(5)) == (
        "The difference left inside groups falls from 100 % for 1 group to 8 % for 10. "
        "5 groups are suggested; 16 % is left there. It bends somewhere from 3 to 5 groups."
    )
    assert describe_elbow(make_scan(None)).endswith("No number of groups stands out.")


def test_the_table_says_what_the_picture_shows(make_scan):
    rows, headers = elbow_table(make_scan(), Formats())

    assert headers == ("Groups", "Difference left inside", "Smallest group")
    assert rows[0][:2] == ("1", "100\u00a0%")
    assert rows[4][:2] == ("5", "17\u00a0%")
    assert len(rows) == 10


@pytest.mark.parametrize("size", [(387, 236), (411, 330), (900, 500)])
@pytest.mark.parametrize("em", [13.0, 19.5])
@pytest.mark.parametrize("above", [12.0, 0.0])
@pytest.mark.parametrize("suggested", [5, None])
def test_the_band_of_lists_without_groups_is_named(
    draw, make_scan, make_evidence, overlaps, clipped, size, em, above, suggested
):
    scan, evidence = make_scan(suggested), make_evidence(above=above)
    style = ChartStyle(DARK, em)
    size = (size[0] * em / 13, size[1] * em / 13)

    ax = draw(
        lambda ax, style: draw_elbow(ax, scan, style, chosen=4, evidence=evidence), size, style
    )

    assert any("any groups" in said for said in words(ax))
    assert overlaps(ax) == []
    assert clipped(ax) == []


def test_a_curve_inside_the_band_has_no_clear_elbow(draw, make_scan, make_evidence):
    scan, evidence = make_scan(None), make_evidence(above=0.0)

    ax = draw(lambda ax, style: draw_elbow(ax, scan, style, chosen=4, evidence=evidence))

    assert "No clear elbow: lists without\nany groups bend just like yours" in words(ax)
    assert "There is no clear elbow" in describe_elbow(scan, evidence)


def test_a_curve_below_the_band_falls_faster_than_chance(draw, make_scan, make_evidence):
    ax = draw(
        lambda ax, style: draw_elbow(ax, make_scan(), style, chosen=5, evidence=make_evidence())
    )

    assert "Lists without any groups\nbend like this" in words(ax)
    assert "falls faster" in describe_elbow(make_scan(), make_evidence())


def test_the_middle_of_the_copies_is_in_the_table(make_scan, make_evidence):
    rows, headers = elbow_table(make_scan(), Formats(), make_evidence())

    assert headers[2] == "In lists without groups"
    assert rows[4][1:3] == ("17\u00a0%", "28\u00a0%")
