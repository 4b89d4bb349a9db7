"""Every picture of groups: what is drawn, what is written, that the words keep clear of each other."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from desktop_app.charts.group_pictures import GroupView, ViewChoice, make_group_picture
from desktop_app.charts.heat_table import heat_colour
from desktop_app.charts.relation_map import contrast
from desktop_app.charts.style import DARK, LIGHT, ChartStyle
from desktop_app.charts.word_bars import part_at
from desktop_app.core.describing.word_shares import word_shares
from tests.charts.groups import LONG_NAME, make_groups

SIZE = (478, 250)
CHOICES = {
    "profile": ViewChoice(GroupView.PROFILE),
    "sizes": ViewChoice(GroupView.SIZES),
    "spread": ViewChoice(GroupView.SPREAD, "Age"),
    "gender": ViewChoice(GroupView.WORDS, "Gender"),
    "town": ViewChoice(GroupView.WORDS, "Town"),
    "table": ViewChoice(GroupView.TABLE),
    "pair": ViewChoice(GroupView.PAIR),
    "words of a pair": ViewChoice(GroupView.PAIR_WORDS),
}
GROUPS = {
    "2": {"k": 2},
    "5": {"k": 5},
    "9": {"k": 9, "extra": 8},
    "long names": {"names": (LONG_NAME, LONG_NAME.replace(" ", ""), "A", "B", LONG_NAME)},
    "tiny": {"sizes": (400, 60, 9, 3, 1)},
    "without money": {"has_money": False},
}


@cache
def groups_of(name):
    return make_groups(**GROUPS[name])


@pytest.fixture
def drawn(draw):
    def drawn(groups, choice, *, size=SIZE, style=None, chosen=None):
        picture = make_group_picture(groups, choice)
        ax = draw(lambda ax, style: picture.draw(ax, style, chosen), size, style)
        return picture, ax

    return drawn


def parts(ax, prefix):
    return [
        part
        for part in (*ax.patches, *ax.lines, *ax.collections, *ax.texts)
        if (part.get_gid() or "").startswith(prefix)
    ]


def texts(ax, prefix):
    return {part.get_gid().removeprefix(prefix): part.get_text() for part in parts(ax, prefix)}


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize(
    ("name", "em"), [*((name, 13.0) for name in GROUPS), ("9", 19.5), ("long names", 19.5)]
)
def test_no_words_touch_and_none_is_cut_off(drawn, overlaps, clipped, name, choice, em):
    size = SIZE if em == 13.0 else (750, 330)

    _picture, ax = drawn(groups_of(name), CHOICES[choice], size=size, style=ChartStyle(em=em))

    assert overlaps(ax) == []
    assert clipped(ax) == []


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("size", [(300, 160), (1100, 700)])
def test_every_picture_can_be_drawn_small_and_large(drawn, choice, size):
    _picture, ax = drawn(groups_of("9"), CHOICES[choice], size=size)

    assert ax.texts


@pytest.mark.parametrize("choice", CHOICES)
def test_every_picture_has_a_title_a_sentence_and_a_full_table(choice):
    picture = make_group_picture(groups_of("5"), CHOICES[choice])
    rows, headers = picture.table

    assert picture.title and picture.note
    assert picture.description.endswith(".")
    assert rows
    assert all(len(row) == len(headers) for row in rows)


@pytest.mark.parametrize("choice", ["profile", "spread", "gender", "table", "sizes"])
def test_the_chosen_group_is_brought_out(drawn, choice):
    _picture, plain = drawn(groups_of("5"), CHOICES[choice])
    _picture, ax = drawn(groups_of("5"), CHOICES[choice], chosen=2)

    if choice == "sizes":
        edges = [p.get_linewidth() for p in parts(ax, "block-2")]
        assert min(edges) > max(p.get_linewidth() for p in parts(plain, "block-2"))
    else:
        assert not parts(plain, "chosen")
        assert len(parts(ax, "chosen")) == 1


@pytest.mark.parametrize("choice", CHOICES)
def test_pieces_that_were_kept_are_drawn_whatever_their_place(drawn, choice):
    groups = make_groups(2, pieces=(3, 5))

    _picture, ax = drawn(groups, CHOICES[choice])

    assert {t.get_text() for t in ax.texts if t.get_gid().startswith("letter-")} == {"D", "F"}


# profile ----------------------------------------------------------------------------------------


def test_a_profile_bar_leads_to_the_side_of_the_difference(drawn):
    picture, ax = drawn(groups_of("5"), CHOICES["profile"])

    rows, _headers = picture.table
    widths = {p.get_gid(): p.get_width() for p in parts(ax, "bar-")}
    assert rows[0][0] == "Spending score"
    assert widths["bar-1-0"] > 0 > widths["bar-2-0"]
    assert texts(ax, "value-")["1-0"] == rows[0][3]


def test_what_is_as_good_as_average_is_a_hollow_dot(drawn):
    _picture, ax = drawn(groups_of("5"), CHOICES["profile"])

    (dot,) = parts(ax, "near-0-0")
    assert dot.get_markerfacecolor() == LIGHT.sheet
    assert not parts(ax, "bar-0-0")


def test_facts_without_room_are_counted(drawn):
    _picture, ax = drawn(groups_of("9"), CHOICES["profile"])

    n_shown = len(texts(ax, "title-"))
    assert texts(ax, "rest")[""] == f"{12 - n_shown} more facts are in the table"


def test_a_place_in_the_profile_names_group_and_fact():
    picture = make_group_picture(groups_of("5"), CHOICES["profile"])

    pointed = picture.pointed_at(1.2, 0.5)
    assert pointed.segment == 1
    assert pointed.words.startswith("Big spenders: spending score 8")
    assert picture.pointed_at(7.0, 0.5) is None


def test_the_sentence_names_what_is_furthest_from_average():
    picture = make_group_picture(groups_of("5"), CHOICES["profile"])

    assert "“Careful savers” in spending score, 17" in picture.description


# sizes ------------------------------------------------------------------------------------------


def test_customers_and_money_each_fill_their_bar(drawn):
    _picture, ax = drawn(groups_of("9"), CHOICES["sizes"])

    blocks = parts(ax, "block-")
    assert len(blocks) == 18
    assert sum(p.get_width() for p in blocks if p.get_y() > 0.5) == pytest.approx(1.0)
    assert sum(p.get_width() for p in blocks if p.get_y() < 0.5) == pytest.approx(1.0)


@pytest.mark.parametrize("name", ["2", "5", "9", "tiny"])
def test_every_share_is_written_even_of_a_thin_block(drawn, name):
    groups = groups_of(name)

    _picture, ax = drawn(groups, CHOICES["sizes"])

    assert len(texts(ax, "share-")) == 2 * groups.words.k


@pytest.mark.parametrize("name", GROUPS)
def test_shares_above_a_bar_keep_clear_of_the_pieces(drawn, name):
    _picture, ax = drawn(groups_of(name), CHOICES["sizes"])

    shares = [t.get_window_extent() for t in parts(ax, "share-")]
    letters = [t.get_window_extent() for t in parts(ax, "letter-")]
    assert not [1 for letter in letters for share in shares if letter.overlaps(share)]


def test_without_money_each_group_is_a_bar_of_its_own(drawn):
    picture, ax = drawn(groups_of("without money"), CHOICES["sizes"])

    assert picture.title == "How large the groups are"
    assert sum(p.get_width() for p in parts(ax, "block-")) == pytest.approx(1.0)
    assert texts(ax, "figure-")["0"] == "255 · 34\u00a0%"


def test_the_most_telling_pair_is_named():
    picture = make_group_picture(groups_of("5"), CHOICES["sizes"])

    assert picture.note.startswith("23\u00a0% of your customers, “Big spenders”, bring 30")


def test_a_click_into_a_block_finds_its_group():
    picture = make_group_picture(groups_of("5"), CHOICES["sizes"])

    assert picture.pointed_at(0.4, 0.9).segment == 1
    assert picture.pointed_at(0.99, 0.1).segment == 4


# spread -----------------------------------------------------------------------------------------


def test_the_middle_of_each_group_is_marked_and_written(drawn):
    picture, ax = drawn(groups_of("5"), CHOICES["spread"])

    rows, _headers = picture.table
    assert len(parts(ax, "middle-")) == len(parts(ax, "shape-")) == 5
    assert list(texts(ax, "figure-").values()) == [row[2] for row in rows[:5]]
    assert texts(ax, "everyone-name")[""] == f"all customers: {rows[5][2]}"


def test_a_handful_of_customers_are_drawn_one_by_one(drawn):
    _picture, ax = drawn(groups_of("tiny"), CHOICES["spread"])

    ages = groups_of("tiny").customers.frame["Age"]
    n_known = int(ages[groups_of("tiny").segmentation.labels == 2].notna().sum())
    (points,) = parts(ax, "points-2")
    assert len(points.get_xdata()) == n_known
    assert not parts(ax, "shape-2")


# words ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", ["gender", "town"])
def test_the_parts_of_each_bar_are_the_whole(drawn, choice):
    _picture, ax = drawn(groups_of("5"), CHOICES[choice])

    for row in range(-1, 5):
        assert sum(p.get_width() for p in parts(ax, f"part-{row}-")) == pytest.approx(1.0)


def test_every_word_is_written_on_its_part_or_above_it(drawn):
    picture, ax = drawn(groups_of("5"), CHOICES["town"])

    _rows, headers = picture.table
    on_parts = " ".join(texts(ax, "word--1-").values())
    heads = [t.get_text().rstrip("…") for t in parts(ax, "head")]
    for word in headers[2:]:
        assert word in on_parts or any(word.startswith(head) for head in heads)


def test_a_group_of_whom_nothing_is_known_has_no_bar(drawn):
    groups = groups_of("2")
    frame = groups.customers.frame.copy()
    frame.loc[groups.segmentation.labels == 1, "Gender"] = ""
    silent = replace(groups, customers=replace(groups.customers, facts=frame))

    picture, ax = drawn(silent, CHOICES["gender"])

    assert not parts(ax, "part-1-")
    assert "have no value and are left out" in picture.note


def test_a_place_in_the_bars_names_the_word():
    groups = groups_of("5")
    shares = word_shares(groups.customers, groups.segmentation, "Gender")

    assert part_at(shares, 0.01, -1.0) == (-1, 0)
    assert part_at(shares, 0.99, 4.0) == (4, 1)
    assert part_at(shares, 0.5, 7.0) is None


# heat -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_values_can_be_read_on_every_shade(palette):
    grounds = [heat_colour(d, palette) for d in np.linspace(-3, 3, 25)]

    assert min(contrast(palette.text, ground) for ground in grounds) >= 4.5


def test_more_and_less_are_told_by_a_mark_too(drawn):
    _picture, ax = drawn(groups_of("5"), CHOICES["table"])

    (more,), (less,) = parts(ax, "more"), parts(ax, "less")
    assert (more.get_marker(), less.get_marker()) == ("^", "v")
    columns = [{int(x) for x, y in mark.get_xydata() if int(y) == 0} for mark in (more, less)]
    assert columns == [{1, 3}, {2, 4}]


def test_the_table_shows_real_values_of_everyone_and_each_group(drawn):
    picture, ax = drawn(groups_of("5"), CHOICES["table"])

    rows, _headers = picture.table
    shown = texts(ax, "value-")
    assert [texts(ax, "all-")["0"], *(shown[f"{s}-0"] for s in range(5))] == list(rows[0][1:])


# two groups -------------------------------------------------------------------------------------


def test_bars_of_two_groups_lead_away_from_each_other(drawn):
    picture, ax = drawn(groups_of("5"), replace(CHOICES["pair"], pair=(3, 1)))

    rows, headers = picture.table
    assert headers[1:] == ("D Young browsers", "B Big spenders")
    widths = {p.get_gid(): p.get_width() for p in parts(ax, "bar-")}
    assert widths["bar-3-0"] < 0 < widths["bar-1-0"]
    assert (texts(ax, "value-")["3-0"], texts(ax, "value-")["1-0"]) == rows[0][1:]


def test_what_two_groups_differ_in_most_comes_first():
    picture = make_group_picture(groups_of("5"), replace(CHOICES["pair"], pair=(1, 2)))

    assert picture.table[0][0][0] == "Spending score"
    assert "differ most in spending score: 82 and 17" in picture.description


def test_the_words_of_two_groups_are_those_of_all_columns():
    picture = make_group_picture(groups_of("5"), CHOICES["words of a pair"])

    titles = {row[0] for row in picture.table[0]}
    assert {"Gender: Female", "Town: Amsterdam"} <= titles


def test_a_click_beside_the_middle_finds_the_group_of_that_side():
    picture = make_group_picture(groups_of("5"), replace(CHOICES["pair"], pair=(3, 1)))

    assert picture.pointed_at(-0.5, 0.5).segment == 3
    assert picture.pointed_at(0.5, 0.5).segment == 1
