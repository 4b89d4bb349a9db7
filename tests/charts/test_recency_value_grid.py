"""The picture of the classic view."""

import numpy as np
import pytest

from desktop_app.charts.recency_value_grid import (
    cell_at,
    draw_recency_value_grid,
    grid_colour,
    place_of,
)
from desktop_app.charts.relation_map import contrast
from desktop_app.charts.style import DARK, LIGHT, ChartStyle
from desktop_app.core.customers.classic.kinds import kind_of
from desktop_app.core.customers.classic.views import (
    ClassicKind,
    ClassicView,
    Fitness,
    GridCell,
    ScoreBand,
)
from desktop_app.core.customers.table import Clock
from desktop_app.wording.numbers import Formats
from desktop_app.wording.recency_value import (
    GridWords,
    describe_recency_value_grid,
    recency_value_table,
)

NAMES = {kind: kind.value for kind in ClassicKind}
WORDS = GridWords(NAMES, Formats(), Clock(32, 80, 200, 900))
SIZES = [(411, 300), (387, 236), (834, 430)]
EMS = [13.0, 19.5]
DAYS = ((0, 23), (24, 60), (61, 118), (119, 240), (241, 1288))


def make_classic(count=lambda r, v: 10 * r + v, money=lambda r, v: 100.0 * v, days=DAYS):
    cells = []
    for recency in range(5, 0, -1):
        for value in range(5, 0, -1):
            n = count(recency, value)
            kinds = (kind_of(recency, value),)
            if recency > 3 and value == 1:
                kinds = (ClassicKind.NEW, ClassicKind.ONE_TIME_RECENT)
            cells.append(
                GridCell(recency, value, n, money(recency, value) if n else 0.0, kinds if n else ())
            )
    bands = tuple(ScoreBand(5 - i, 9, *map(float, ends)) for i, ends in enumerate(days))
    none = np.zeros(0, dtype=np.int8)
    fitness = Fitness((), 700, 0.3, 0.1)
    return ClassicView(none, none, none, none, none, tuple(cells), bands, (5, 5, 5), fitness)


def painter(view, words=WORDS):
    return lambda ax, style: draw_recency_value_grid(ax, view, style, words=words)


def shown(ax, prefix):
    return {
        t.get_gid().removeprefix(prefix): t.get_text()
        for t in ax.texts
        if (t.get_gid() or "").startswith(prefix)
    }


def cells(ax):
    return {p.get_gid(): p for p in ax.patches if (p.get_gid() or "").startswith("cell-")}


def test_every_cell_shows_its_customers_and_their_share_of_the_money(draw):
    ax = draw(painter(make_classic(money=lambda r, v: 100.0 if v == 5 else 0.0)), (834, 430))

    figures = shown(ax, "figures-")
    assert len(figures) == 25
    assert figures["5-5"] == "55 · 20\u00a0%"
    assert figures["1-1"] == "11 · 0\u00a0%"


def test_most_recent_stands_left_and_worth_most_on_top(draw):
    view = make_classic()

    ax = draw(painter(view))

    assert cells(ax)["cell-5-5"].get_xy() == (0, 4)
    assert cells(ax)["cell-1-1"].get_xy() == (4, 0)
    for cell in view.cells:
        assert cell_at(view, *place_of(cell)) is cell
    assert cell_at(view, -0.1, 2) is None
    assert cell_at(view, 2, 5.0) is None


def test_each_kind_is_named_once_and_new_ones_with_those_they_stand_among(draw):
    ax = draw(painter(make_classic()), (834, 430))

    names = [name.replace("\n", " ") for name in shown(ax, "name-").values()]
    assert len(names) == 13
    assert "New, One-time recent" in names
    assert {"Champions", "Loyal, slipping", "Can't lose", "Lost"} <= set(names)


def test_a_line_stands_only_where_two_kinds_meet(draw):
    ax = draw(painter(make_classic()))

    (borders,) = [c for c in ax.collections if c.get_gid() == "borders"]
    lines = {tuple(map(tuple, path.vertices)) for path in borders.get_paths()}
    assert ((1, 3), (1, 4)) not in lines  # both sides are champions
    assert ((2, 3), (2, 4)) in lines  # champions end, loyal and slipping begin
    assert ((0, 0), (0, 1)) in lines


def test_a_strong_line_goes_around_the_chosen_kind_and_nobody_else(draw):
    def chosen(kind):
        def paint(ax, style):
            draw_recency_value_grid(ax, make_classic(), style, words=WORDS, chosen=kind)

        (lines,) = [c for c in draw(paint).collections if c.get_gid() == "chosen"]
        return {tuple(map(tuple, path.vertices)) for path in lines.get_paths()}

    assert chosen(None) == chosen(ClassicKind.PROSPECTS) == set()
    assert chosen(ClassicKind.LOST) == {
        ((4, 0), (4, 1)),
        ((5, 0), (5, 1)),
        ((4, 0), (5, 0)),
        ((4, 1), (5, 1)),
    }


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("em", EMS)
@pytest.mark.parametrize("factor", [1, 1_000])
def test_words_stand_free_and_whole(draw, overlaps, clipped, size, em, factor):
    if em > 13 and size[0] < 500:
        size = (round(size[0] * em / 13), round(size[1] * em / 13))
    view = make_classic(count=lambda r, v: factor * (10 * r + v))

    ax = draw(painter(view), size, ChartStyle(DARK, em))

    assert overlaps(ax) == []
    assert clipped(ax) == []
    boxes = {gid: patch.get_window_extent() for gid, patch in cells(ax).items()}
    for text in ax.texts:
        if (text.get_gid() or "").startswith("figures-"):
            box = text.get_window_extent()
            assert box.x1 <= boxes[text.get_gid().replace("figures", "cell")].x1


@pytest.mark.parametrize("clock", [Clock(1, 2, 3, 9), Clock(40, 41, 42, 9), Clock(9, 900, 1e4, 9)])
@pytest.mark.parametrize("size", SIZES)
def test_marks_of_the_clock_never_collide(draw, overlaps, clipped, clock, size):
    words = GridWords(NAMES, Formats(), clock)

    ax = draw(painter(make_classic(), words), size)

    assert overlaps(ax) == []
    assert clipped(ax) == []


def test_the_clock_stands_where_its_days_are(draw):
    ax = draw(painter(make_classic()), (834, 430))

    places = [line.get_xdata()[0] for line in ax.lines if line.get_gid() == "clock"]
    assert places == pytest.approx([1 + 8 / 36, 2 + 19 / 57, 3 + 81 / 121])
    assert [t.get_text() for t in ax.texts if t.get_gid() == "clock-words"] == [
        "half are back by day 32",
        "most by 80",
        "nearly all by 200",
    ]


def test_a_shop_where_nobody_came_back_has_no_clock(draw):
    ax = draw(painter(make_classic(), GridWords(NAMES, Formats())))

    assert [line for line in ax.lines if line.get_gid() == "clock"] == []


def test_days_stand_below_their_band_with_the_unit_once(draw):
    days = ((0, 0), (1, 23), (float("nan"), float("nan")), (24, 90), (91, 91))

    ax = draw(painter(make_classic(days=days)), (834, 430))

    words = [text.get_text() for text in ax.texts]
    for text in ("0 days", "1–23", "–", "24–90", "91", "last order"):
        assert text in words


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_same_ink_can_be_read_on_every_cell(palette):
    for n in range(101):
        assert contrast(palette.text, grid_colour(n, 100, palette)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_more_customers_stand_out_more_for_every_kind_of_sight(palette):
    steps = [contrast(grid_colour(n, 100, palette), palette.sheet) for n in (1, 10, 40, 100)]

    assert steps == sorted(steps)
    assert grid_colour(0, 100, palette) == palette.sunken


def test_an_empty_cell_is_quiet(draw):
    ax = draw(painter(make_classic(count=lambda r, v: 9 if v < 5 else 0)), (834, 430))

    assert "5-5" not in shown(ax, "figures-")
    assert len(shown(ax, "name-")) == 13


def test_a_kind_of_which_there_is_nobody_is_named_quietly(draw):
    ax = draw(painter(make_classic(count=lambda r, v: 9 if r > 1 else 0)), (834, 430))

    inks = {t.get_gid(): t.get_color() for t in ax.texts}
    assert inks["name-LOST"] == LIGHT.text2
    assert inks["name-FADING"] == LIGHT.text


def test_a_shop_without_money_shows_counts_only(draw):
    ax = draw(painter(make_classic(money=lambda r, v: 0.0)), (834, 430))

    assert shown(ax, "figures-")["5-5"] == "55"


def test_nobody_at_all_is_an_empty_grid(draw):
    nobody = make_classic(count=lambda r, v: 0)

    ax = draw(painter(nobody))

    assert shown(ax, "figures-") == {}
    assert describe_recency_value_grid(nobody, WORDS) == "Nobody ordered."


def test_the_sentence_says_where_customers_and_money_are():
    view = make_classic(money=lambda r, v: 100.0 if (r, v) == (3, 3) else 0.0)

    assert describe_recency_value_grid(view, WORDS) == (
        "825 customers by how recently and how much they bought. "
        "The fullest place is Champions: 55 customers, 0\u00a0% of the money. "
        "Most money: Needs attention: 33 customers, 100\u00a0% of the money."
    )


def test_fullest_and_richest_may_be_one_place():
    view = make_classic(money=lambda r, v: 100.0 if (r, v) == (5, 5) else 0.0)

    assert "Most money" not in describe_recency_value_grid(view, WORDS)


def test_the_table_says_what_the_picture_shows():
    view = make_classic(count=lambda r, v: 0 if (r, v) == (5, 5) else 1)

    rows, headers = recency_value_table(view, WORDS)

    assert len(headers) == 5
    assert len(rows) == 24
    assert rows[-1] == ("241–1,288", "1", "Lost", "1", "1\u00a0%")
    assert recency_value_table(make_classic(money=lambda r, v: 0.0), WORDS)[0][0][4] == "–"


def test_in_little_room_the_names_stay_and_the_figures_give_way(draw):
    long_names = {kind: f"{kind.value} of this very shop" for kind in ClassicKind}

    ax = draw(painter(make_classic(), GridWords(long_names, Formats(), None)), (300, 120))

    assert len(shown(ax, "name-")) == 13
    assert shown(ax, "figures-") == {}
