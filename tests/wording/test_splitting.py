import numpy as np
import pytest

from desktop_app.core.segmenting.splitting import Split
from desktop_app.wording.numbers import Formats
from desktop_app.wording.splitting import split_sentence, split_table


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([[60, 40]], "With 2 groups, the whole list becomes A and B."),
        ([[50, 0, 0], [0, 30, 20]], "With 3 groups, today’s B becomes B and C."),
        (
            [[50, 1, 0], [0, 30, 20]],
            "With 3 groups, today’s B becomes B and C. 1 customer moves from A to B.",
        ),
    ],
)
def test_what_one_more_group_does_is_said(counts, words):
    assert split_sentence(Split(np.array(counts)), Formats()) == words


def test_the_flow_as_a_table():
    rows, headers = split_table(Split(np.array([[50, 0, 0], [0, 30, 20]])), Formats())

    assert headers == ("With 2 groups", "With 3 groups", "Customers")
    assert rows == [("A", "A", "50"), ("B", "B", "30"), ("B", "C", "20")]
