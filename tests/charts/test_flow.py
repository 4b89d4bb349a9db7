"""Who went where, and how large groups were, as artists."""

import numpy as np
import pytest

from desktop_app.charts.flow import GREY, MOVED, STAYED, draw_flow
from desktop_app.charts.months import draw_months
from desktop_app.core.tracking.baseline import Month
from desktop_app.core.tracking.flows import Flow
from desktop_app.wording.flows import (
    FlowWords,
    flow_sentence,
    flow_table,
    sizes_sentence,
    sizes_table,
)
from desktop_app.wording.numbers import Formats

FLOW = Flow(
    np.array([[80, 2, 0], [0, 60, 5], [0, 0, 30]]), np.array([4, 0, 1]), np.array([0, 3, 0])
)
PIECES = (0, 2, 3)  # B was merged into another one


def words(*times):
    return FlowWords(("Ones", "Twos", "Threes"), ("A", "C", "D"), PIECES, times, Formats())


@pytest.fixture
def drawn(draw):
    return draw(lambda ax, style: draw_flow(ax, FLOW, style, words("May", "June")))


def by_gid(ax, start):
    found = [*ax.patches, *ax.artists, *ax.collections, *ax.texts, *ax.lines]
    return {a.get_gid(): a for a in found if (a.get_gid() or "").startswith(start)}


def test_a_ribbon_for_every_way_that_somebody_went(drawn):
    ribbons = by_gid(drawn, "ribbon")

    assert set(ribbons) == {
        "ribbon-0-0", "ribbon-0-1", "ribbon-1-1", "ribbon-1-2", "ribbon-2-2",
        "ribbon-3-0", "ribbon-3-2", "ribbon-1-3",
    }  # fmt: skip
    assert ribbons["ribbon-0-0"].get_alpha() == STAYED
    assert ribbons["ribbon-0-1"].get_alpha() == MOVED
    assert ribbons["ribbon-3-0"].get_alpha() == ribbons["ribbon-1-3"].get_alpha() == GREY
    assert 0.20 <= STAYED <= 0.26


def test_blocks_are_as_high_as_groups_are_large(drawn):
    blocks = by_gid(drawn, "block")
    per_customer = blocks["block-before-0"].get_height() / 82

    for gid, n in (("block-before-1", 68), ("block-now-0", 84), ("block-now-2", 36)):
        assert blocks[gid].get_height() == pytest.approx(n * per_customer)
    assert blocks["block-before-3"].get_height() == pytest.approx(5 * per_customer)


def test_each_side_has_counts_and_pieces_and_grey_stands_apart(drawn, overlaps, clipped):
    counts = {gid: a.get_text() for gid, a in by_gid(drawn, "count").items()}
    blocks = by_gid(drawn, "block")

    assert counts["count-before-1"] == "68"
    assert counts["count-now-2"] == "36"
    assert set(by_gid(drawn, "piece")) == {f"piece-{piece}" for piece in PIECES}
    gaps = [
        blocks[f"block-before-{i + 1}"].get_y()
        - blocks[f"block-before-{i}"].get_y()
        - blocks[f"block-before-{i}"].get_height()
        for i in range(3)
    ]
    assert gaps[2] > gaps[0]
    assert overlaps(drawn) == []
    assert clipped(drawn) == []


def test_one_customer_is_seen(draw):
    flow = Flow(np.array([[90_000, 1], [0, 9_000]]), np.zeros(2, int), np.zeros(2, int))
    two = FlowWords(("Ones", "Twos"), ("A", "B"), (0, 1), ("May", "June"), Formats())

    ax = draw(lambda ax, style: draw_flow(ax, flow, style, two))

    box = by_gid(ax, "ribbon-0-1")["ribbon-0-1"].get_paths()[0].get_extents(ax.transData)
    assert box.height >= 1
    assert "grey-before" not in by_gid(ax, "grey")


def test_the_flow_is_told_in_words_and_figures():
    rows, headers = flow_table(FLOW, words("May", "June"))

    assert flow_sentence(FLOW, words("May", "June")) == (
        "From May to June, 7 customers changed group; the most, 5, went from C Twos to D Threes."
    )
    assert headers == ("May", "June", "Customers")
    assert ("A Ones", "C Twos", "2") in rows
    assert ("New", "A Ones", "4") in rows
    assert ("C Twos", "Gone", "3") in rows


@pytest.fixture
def months():
    return tuple(
        Month(f"2026-{m:02}-12", ((0, 50 + m), (2, 60 - m), (3, 59)), 169) for m in range(1, 13)
    )


def test_a_line_per_group_over_all_times_with_its_piece_and_size_at_the_end(
    draw, months, overlaps, clipped
):
    names = [f"Month {m}" for m in range(1, 13)]

    ax = draw(lambda ax, style: draw_months(ax, months, style, words(*names)))

    lines = by_gid(ax, "line")
    assert {gid: len(line.get_xdata()) for gid, line in lines.items()} == {
        "line-0": 12, "line-2": 12, "line-3": 12,
    }  # fmt: skip
    assert list(lines["line-0"].get_ydata()) == list(range(51, 63))
    assert {a.get_text() for a in by_gid(ax, "size").values()} == {"62", "48", "59"}
    assert overlaps(ax) == []
    assert clipped(ax) == []


def test_sizes_over_time_are_told_in_words_and_figures(months):
    told = words(*(f"Month {m}" for m in range(1, 13)))
    rows, headers = sizes_table(months, told)

    assert sizes_sentence(months, told) == (
        "From Month 1 to Month 12, A Ones grew most, by 11; C Twos shrank most, by 11."
    )
    assert rows[0] == ("Month 1", "51", "59", "59")
    assert headers == ("Time", "A Ones", "C Twos", "D Threes")
