import pytest

from desktop_app.charts.clearness import (
    clearness_table,
    clearness_words,
    describe_clearness,
    draw_clearness,
)
from desktop_app.charts.style import LIGHT
from desktop_app.wording.numbers import Formats


def rows_in_words(ax):
    return [text.get_text() for text in ax.texts if text.get_text().isdigit()]


def fills(ax):
    return {
        int(line.get_gid().removeprefix("dot-")): line.get_markerfacecolor()
        for line in ax.lines
        if (line.get_gid() or "").startswith("dot-")
    }


def test_every_number_of_groups_has_a_row(draw, make_scan, overlaps, clipped):
    ax = draw(lambda ax, style: draw_clearness(ax, make_scan(), style, chosen=5), (387, 236))

    assert sorted(rows_in_words(ax), key=int) == [str(k) for k in range(2, 11)]
    assert overlaps(ax) == []
    assert clipped(ax) == []


def test_ruled_out_numbers_are_hollow_and_say_why(draw, make_scan):
    scan = make_scan(5, ruled_out={8: "list_too_small", 9: "too_many_lists"})

    ax = draw(lambda ax, style: draw_clearness(ax, scan, style, chosen=3))

    assert fills(ax)[8] == LIGHT.sheet
    assert fills(ax)[5] == LIGHT.accent
    assert fills(ax)[4] == LIGHT.text
    said = {text.get_text() for text in ax.texts}
    assert {"A list is too small", "Too many messages", "Suggested", "Your choice"} <= said


def test_without_natural_groups_the_chosen_number_is_a_useful_cut(draw, make_scan):
    ax = draw(lambda ax, style: draw_clearness(ax, make_scan(None), style, chosen=4))

    assert "A useful cut" in {text.get_text() for text in ax.texts}
    assert set(fills(ax).values()) == {LIGHT.sheet}


def test_thirty_rows_keep_their_words_apart(draw, make_scan, overlaps):
    scan = make_scan(17, inertia=tuple(100 / k for k in range(1, 31)))

    ax = draw(lambda ax, style: draw_clearness(ax, scan, style, chosen=29), (387, 236))

    assert overlaps(ax) == []
    assert {"17", "29"} <= set(rows_in_words(ax))
    assert len(fills(ax)) == 29


def test_a_single_candidate_needs_no_rows(draw, make_scan):
    scan = make_scan(None, inertia=(4.0,))

    ax = draw(lambda ax, style: draw_clearness(ax, scan, style, chosen=1))

    assert fills(ax) == {}
    assert "too few" in describe_clearness(scan)


@pytest.mark.parametrize(
    ("silhouette", "words"),
    [(0.75, "Very clearly"), (0.6, "Clearly"), (0.3, "Partly"), (0.1, "Hardly")],
)
def test_bands_of_clearness(silhouette, words):
    assert clearness_words(silhouette) == words


def test_the_same_as_sentence_and_table(make_scan):
    rows, headers = clearness_table(make_scan(), Formats())

    assert describe_clearness(make_scan()) == (
        "Groups stand apart most clearly when there are 5 of them: clearly."
    )
    assert headers == ("Groups", "Stand apart", "In words")
    assert rows[3] == ("5", "0.60", "Suggested")
