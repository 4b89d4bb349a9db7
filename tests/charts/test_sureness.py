import pytest

from desktop_app.charts.style import LIGHT, ChartStyle
from desktop_app.charts.sureness import describe_sureness, draw_sureness, sureness_table
from desktop_app.core.segmenting.choices import ScanChoice
from desktop_app.wording.numbers import Formats

PURPOSE = ScanChoice(max_lists=8, min_size=30)


def painter(scan, evidence=None, chosen=5):
    return lambda ax, style: draw_sureness(
        ax, scan, evidence, style, purpose=PURPOSE, chosen=chosen
    )


def rows_in_words(ax):
    return [text.get_text() for text in ax.texts if text.get_text().isdigit()]


def said(ax):
    return {text.get_text() for text in ax.texts}


def fills(ax, track="apart"):
    return {
        int(line.get_gid().removeprefix(f"{track}-")): line.get_markerfacecolor()
        for line in ax.lines
        if (line.get_gid() or "").startswith(f"{track}-")
    }


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize("em", [13.0, 19.5])
def test_every_number_of_groups_has_a_row(
    draw, make_scan, make_evidence, overlaps, clipped, is_known, em
):
    evidence = make_evidence() if is_known else None
    size = (387 * em / 13, 236 * em / 13)

    ax = draw(painter(make_scan(), evidence), size, ChartStyle(LIGHT, em))

    assert sorted(rows_in_words(ax), key=int) == [str(k) for k in range(2, 11)]
    assert overlaps(ax) == []
    assert clipped(ax) == []


def test_what_is_not_known_yet_has_no_dot(draw, make_scan):
    ax = draw(painter(make_scan()))

    assert fills(ax, "back") == {}
    assert len(fills(ax, "apart")) == 9


def test_groups_that_change_each_time_are_hollow_and_say_so(draw, make_scan, make_evidence):
    ax = draw(painter(make_scan(), make_evidence(jaccards={4: 0.4, 7: 0.7})))

    assert fills(ax, "back")[4] == LIGHT.sheet
    assert fills(ax, "back")[6] == LIGHT.text
    assert {"Changes each time", "Changes in part"} <= said(ax)


def test_doubt_about_the_suggestion_is_visible(draw, make_scan, make_evidence):
    ax = draw(painter(make_scan(5), make_evidence(jaccards={5: 0.64})))

    assert fills(ax, "back")[5] == LIGHT.sheet
    assert fills(ax, "apart")[5] == LIGHT.accent


def test_what_lists_without_groups_do_as_well_could_be_chance(draw, make_scan, make_evidence):
    ax = draw(painter(make_scan(), make_evidence(copies_p={3: 0.4})))

    assert "Could be chance" in said(ax)


def test_ruled_out_numbers_are_hollow_and_say_why(draw, make_scan, make_evidence):
    scan = make_scan(5, ruled_out={8: "list_too_small", 9: "too_many_lists"})

    ax = draw(painter(scan, make_evidence(), chosen=3))

    assert fills(ax)[8] == fills(ax, "back")[8] == LIGHT.sheet
    assert fills(ax)[5] == LIGHT.accent
    assert fills(ax)[4] == LIGHT.text
    assert {"A list under 30", "Over 8 messages", "Suggested", "Your choice"} <= said(ax)


def test_a_choice_does_not_hide_a_doubt(draw, make_scan, make_evidence):
    ax = draw(painter(make_scan(5), make_evidence(jaccards={7: 0.4}), chosen=7))

    assert "Changes each time" in said(ax)
    assert "Your choice" not in said(ax)


def test_without_natural_groups_the_chosen_number_is_a_useful_cut(draw, make_scan):
    ax = draw(painter(make_scan(None), chosen=4))

    assert "A useful cut" in said(ax)
    assert set(fills(ax).values()) == {LIGHT.sheet}


def test_thirty_rows_keep_their_words_apart(draw, make_scan, make_evidence, overlaps):
    scan = make_scan(17, inertia=tuple(100 / k for k in range(1, 31)))

    ax = draw(painter(scan, make_evidence(n=30), chosen=29), (387, 236))

    assert overlaps(ax) == []
    assert {"17", "29"} <= set(rows_in_words(ax))
    assert len(fills(ax)) == 29


def test_a_single_candidate_needs_no_rows(draw, make_scan):
    scan = make_scan(None, inertia=(4.0,))

    ax = draw(painter(scan, chosen=1))

    assert fills(ax) == {}
    assert "too few" in describe_sureness(scan, None)


@pytest.mark.parametrize(
    ("jaccard", "words"),
    [
        (0.9, "all 5 groups come back."),
        (0.8, "mostly come back"),
        (0.7, "not all 5 groups"),
        (0.4, "change each time"),
    ],
)
def test_the_description_says_how_far_the_suggested_groups_come_back(
    make_scan, make_evidence, jaccard, words
):
    assert words in describe_sureness(make_scan(), make_evidence(jaccards={5: jaccard}))


def test_the_same_as_sentence_and_table(make_scan, make_evidence):
    rows, headers = sureness_table(make_scan(), make_evidence(), PURPOSE, Formats())

    assert describe_sureness(make_scan(), None) == (
        "Groups stand apart most clearly when there are 5 of them: clearly apart."
    )
    assert headers == ("Groups", "Comes back", "Stands apart", "In words")
    assert rows[3] == ("5", "90\u00a0%", "0.60", "Suggested")
    assert sureness_table(make_scan(), None, PURPOSE, Formats())[0][3][1] == "–"
