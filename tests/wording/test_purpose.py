import pytest

from desktop_app.core.segmenting.choices import ScanChoice
from desktop_app.wording.numbers import Formats
from desktop_app.wording.purpose import against_purpose


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        (ScanChoice(max_lists=1), "2 groups are more than the 1 list that you can use."),
        (
            ScanChoice(min_size=1000),
            "The smallest group has 27 customers; you asked for 1,000 at least.",
        ),
        (ScanChoice(max_lists=2, min_size=20), ""),
    ],
)
def test_the_limit_that_the_groups_break_is_named(choice, sentence):
    assert against_purpose((33, 27), choice, Formats()) == sentence
