from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.charts.borders import Borders, borders_of, borders_words, edges_within
from desktop_app.charts.scatter_view import OVERVIEW, ScatterAxes
from desktop_app.charts.segment_scatter import Look, draw_segment_scatter
from desktop_app.core.segmenting.choices import Scale
from desktop_app.core.segmenting.results import FeaturePreparation, Segmentation
from desktop_app.wording.numbers import Formats

UNIT = (0.0, 1.0, 0.0, 1.0)
SIZE = (500, 330)


def borders_between(*sites, scales=(1.0, 1.0)):
    return Borders(np.array(sites, dtype=np.float64), np.array(scales), 1.0)


def segmentation_of(view, *names, spreads=(10.0, 20.0), kinds=()):
    features = tuple(
        FeaturePreparation(name, Scale.STANDARD, False, 50.0, spread)
        for name, spread in zip(names, spreads, strict=False)
    )
    centres = np.column_stack([view.centres_x, view.centres_y])[:, : len(names)]
    prepared = (centres - 50.0) / np.array(spreads)[: len(names)]
    k = len(view.names)
    nothing = np.zeros(len(view.labels))
    return Segmentation(
        k,
        view.labels,
        prepared,
        centres,
        (1,) * k,
        (0,) * k,
        0.0,
        features,
        nothing,
        view.labels,
        kinds,
    )


def test_two_groups_are_parted_halfway():
    [((x0, y0), (x1, y1))] = edges_within(borders_between((0.2, 0.5), (0.6, 0.5)), UNIT)

    assert (x0, x1) == pytest.approx((0.4, 0.4))
    assert sorted((y0, y1)) == pytest.approx([0.0, 1.0])


def test_a_fact_that_counts_for_nothing_does_not_tilt_a_border():
    borders = borders_between((0.2, 0.1), (0.6, 0.9), scales=(3.0, 0.0))

    [((x0, _y0), (x1, _y1))] = edges_within(borders, UNIT)

    assert (x0, x1) == pytest.approx((0.4, 0.4))


def test_three_borders_meet_in_one_point():
    lines = edges_within(borders_between((0.2, 0.2), (0.8, 0.2), (0.5, 0.8)), UNIT)

    ends = [end for line in lines for end in line]
    meeting = [a for a in ends if sum(np.allclose(a, b) for b in ends) == 3]
    assert len(lines) == 3
    assert len(meeting) == 3


@example(sites=[(0.0, 0.0), (2.3e-308, 1.0)], scale=3.0)
@given(
    st.lists(
        st.tuples(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5)), min_size=2, max_size=7, unique=True
    ),
    st.floats(0.1, 10),
)
def test_a_border_is_as_near_to_its_two_groups_as_to_none_else(sites, scale):
    borders = borders_between(*sites, scales=(1.0, scale))

    for line in edges_within(borders, UNIT):
        middle = np.mean(line, axis=0)
        away = np.sort((((borders.sites - middle) * borders.scales) ** 2).sum(axis=1))
        assert away[1] - away[0] <= 1e-6 * max(1.0, scale**2)


def test_the_facts_of_the_groups_have_exact_borders(make_view):
    view = make_view(n=400, k=5)
    segmentation = segmentation_of(view, "Income", "Score")

    borders = borders_of(view, ScatterAxes("Income", "Score"), segmentation)

    assert borders.sites[:, 0] == pytest.approx(view.centres_x)
    assert borders.scales == pytest.approx([0.1, 0.05])


def test_one_fact_alone_has_upright_borders(make_view):
    view = make_view(n=400, k=2)
    segmentation = segmentation_of(view, "Income")

    borders = borders_of(view, ScatterAxes("Income", "Score"), segmentation)

    assert borders.scales[1] == 0
    for line in edges_within(borders, (0.0, 200.0, 0.0, 100.0)):
        assert line[0][0] == pytest.approx(line[1][0])


def test_other_facts_or_rules_have_no_borders_here(make_view):
    view = make_view(n=100, k=2)
    axes = ScatterAxes("Income", "Score")

    assert borders_of(view, axes, segmentation_of(view, "Income", "Age")) is None
    by_rule = segmentation_of(view, "Income", "Score", kinds=("champions", "lost"))
    assert borders_of(view, axes, by_rule) is None


def test_a_logged_fact_on_a_plain_axis_has_no_straight_borders(make_view):
    view = make_view(n=100, k=2)
    segmentation = segmentation_of(view, "Income", "Score")
    logged = replace(segmentation.features[0], is_logged=True)

    segmentation = replace(segmentation, features=(logged, segmentation.features[1]))

    assert borders_of(view, ScatterAxes("Income", "Score"), segmentation) is None


def test_an_overview_says_how_many_stand_on_their_own_side(make_view):
    view = make_view(n=1_000, k=9)

    borders = borders_of(view, ScatterAxes(OVERVIEW, ""), segmentation_of(view, "a", "b"))

    assert 0.5 < borders.share < 0.995
    assert "on their own group's side" in borders_words(borders, Formats())


def test_borders_are_said():
    assert borders_words(borders_between((0, 0), (1, 1)), Formats()).startswith("The lines are")
    assert borders_words(None, Formats()).startswith("No borders here")


def test_borders_are_drawn_within_the_picture(draw, make_view):
    view = make_view(n=400, k=5)
    axes = ScatterAxes("Income", "Score")
    borders = borders_of(view, axes, segmentation_of(view, "Income", "Score"))

    ax = draw(lambda ax, s: draw_segment_scatter(ax, view, s, Look(borders=borders)), SIZE)

    ground, lines = (
        next(c for c in ax.collections if c.get_gid() == gid) for gid in ("border-ground", "border")
    )
    assert len(lines.get_segments()) == len(ground.get_segments()) >= 4
    (x0, x1), (y0, y1) = ax.get_xlim(), ax.get_ylim()
    for x, y in np.concatenate(lines.get_segments()):
        assert x0 - 1e-6 <= x <= x1 + 1e-6
        assert y0 - 1e-6 <= y <= y1 + 1e-6
