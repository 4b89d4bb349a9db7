import numpy as np
import pytest

from desktop_app.core.segmenting.choices import ScanChoice
from desktop_app.core.segmenting.results import KScore
from desktop_app.wording.numbers import Formats
from desktop_app.wording.purpose import against_purpose


@pytest.mark.parametrize(
    ("choice", "ruled_out", "sentence"),
    [
        (
            ScanChoice(max_lists=1),
            "too_many_lists",
            "2 groups are more than the 1 list that you can use.",
        ),
        (
            ScanChoice(min_size=1000),
            "list_too_small",
            "The smallest group has 27 customers; you asked for 1,000 at least.",
        ),
        (ScanChoice(max_lists=2, min_size=20), None, ""),
    ],
)
def test_the_limit_that_the_groups_break_is_named(choice, ruled_out, sentence):
    score = KScore(2, 1.0, 0.5, 60, 1.0, np.zeros((2, 1)), (33, 27), ruled_out)

    assert against_purpose(score, choice, Formats()) == sentence
