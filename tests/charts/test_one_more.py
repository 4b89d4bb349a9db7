import numpy as np
import pytest

from desktop_app.charts.one_more import draw_one_more
from desktop_app.charts.style import LIGHT, ChartStyle
from desktop_app.core.segmenting.splitting import Split
from desktop_app.wording.numbers import Formats

FIVE = Split(
    np.array(
        [
            [41, 0, 38, 0, 0, 2],
            [0, 39, 0, 0, 0, 0],
            [0, 0, 0, 35, 0, 0],
            [3, 0, 0, 0, 20, 0],
            [0, 0, 0, 0, 0, 22],
        ]
    )
)


@pytest.mark.parametrize("size", [(387, 236), (900, 500)])
@pytest.mark.parametrize("em", [13.0, 19.5])
def test_words_of_the_flow_stand_free_and_whole(draw, overlaps, clipped, size, em):
    size = (size[0] * em / 13, size[1] * em / 13)

    ax = draw(
        lambda ax, style: draw_one_more(ax, FIVE, style, Formats()), size, ChartStyle(LIGHT, em)
    )

    said = {text.get_text() for text in ax.texts}
    assert {"With 5 groups", "With 6 groups", "A", "F", "81", "38"} <= said
    assert overlaps(ax) == []
    assert clipped(ax) == []


def test_who_changes_over_is_drawn_more_solid(draw):
    ax = draw(lambda ax, style: draw_one_more(ax, FIVE, style, Formats()))

    solid = {part.get_gid() for part in ax.collections if (part.get_alpha() or 1) > 0.5}
    assert {gid for gid in solid if gid} == {"ribbon-0-5", "ribbon-3-0"}


def test_one_group_becomes_two(draw, overlaps):
    ax = draw(lambda ax, style: draw_one_more(ax, Split(np.array([[60, 40]])), style, Formats()))

    assert "With 1 group" in {text.get_text() for text in ax.texts}
    assert overlaps(ax) == []
