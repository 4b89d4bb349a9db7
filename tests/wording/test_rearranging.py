from types import SimpleNamespace

import numpy as np
import pytest

from desktop_app.core.segmenting.choices import Change, Rearrangement
from desktop_app.core.segmenting.results import Rearranged, SetAside, Step
from desktop_app.wording.numbers import Formats
from desktop_app.wording.rearranging import (
    aside_words,
    change_words,
    changes_made,
    skipped_words,
)

CENTRES = np.zeros((2, 1))


def merged(*pieces):
    return Step(Change.MERGE, pieces)


def split(kept, new):
    return Step(Change.SPLIT, (kept, new), CENTRES)


def made_of(*steps, aside=(), skipped=()):
    return SimpleNamespace(rearranged=Rearranged(None, steps, aside, skipped))


@pytest.mark.parametrize(
    ("steps", "piece", "words"),
    [
        ((), 0, ""),
        ((merged(0, 2),), 0, "A and C merged."),
        ((merged(0, 2),), 1, ""),
        ((merged(0, 2), merged(0, 3)), 0, "A, C and D merged."),
        ((merged(2, 3), merged(0, 2)), 0, "A, C and D merged."),
        ((split(1, 5),), 1, "Without F, which was split off."),
        ((split(1, 5),), 5, "Split off from B."),
        ((split(1, 5), merged(1, 5)), 1, "B and F merged."),
        ((merged(0, 1), split(0, 5)), 5, "Split off from A."),
    ],
)
def test_a_card_says_what_its_group_was_made_of(steps, piece, words):
    assert change_words(made_of(*steps), piece) == words


def test_a_group_as_found_has_nothing_to_say():
    assert change_words(SimpleNamespace(rearranged=None), 0) == ""
    assert changes_made(SimpleNamespace(rearranged=None), Formats()) == ()


def test_every_step_is_told_and_what_could_not_be_done():
    aside = SetAside(3, np.arange(1200))
    skipped = Rearrangement(Change.SPLIT, (4,))

    lines = changes_made(
        made_of(
            merged(0, 2),
            split(1, 5),
            Step(Change.SET_ASIDE, (3,)),
            aside=(aside,),
            skipped=(skipped,),
        ),
        Formats(),
    )

    assert lines == (
        "You merged A and C.",
        "You split B: the smaller part is F.",
        "You set D aside, 1,200 customers.",
        "E could not be split: its customers are all alike in the chosen facts.",
    )
    assert aside_words(aside, Formats()) == "D is set aside: 1,200 customers."


@pytest.mark.parametrize("change", Change)
def test_what_was_skipped_is_said_plainly(change):
    assert "could not be" in skipped_words(Rearrangement(change, (0, 1)))
