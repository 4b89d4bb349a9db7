from dataclasses import replace

import numpy as np
import pytest

from desktop_app.core.segmenting.trusted import (
    ComesBack,
    SegmentTrust,
    StandsApart,
    Trust,
    Verdict,
)
from desktop_app.wording.numbers import Formats
from desktop_app.wording.trusting import (
    comes_back_words,
    groups_title,
    same_group_sentence,
    stands_apart_words,
    sure_words,
    two_truths,
    verdict_sentence,
    verdict_words,
)


def a_segment(comes_back=ComesBack.ALWAYS, apart=StandsApart.CLEARLY, neighbour=1):
    return SegmentTrust(0.9, comes_back, 0.1, neighbour, apart, Verdict.NATURAL)


def trust_of(verdict=Verdict.NATURAL, sure=(1.0, 0.695, np.nan, 0.7), n_segments=2):
    segments = (a_segment(),) * n_segments
    return Trust(segments, 0.9, verdict, 100, np.array(sure), np.array([-1, 3, -1, 3])[: len(sure)])


def shaded(k, neighbour_by_place):
    """Natural groups, but for some that shade into another one."""
    hardly = replace(a_segment(apart=StandsApart.HARDLY), verdict=Verdict.REPEATABLE_CUT)
    segments = tuple(
        replace(hardly, neighbour=neighbour_by_place[place])
        if place in neighbour_by_place
        else a_segment()
        for place in range(k)
    )
    return replace(trust_of(Verdict.REPEATABLE_CUT), segments=segments)


WEAK = (replace(a_segment(ComesBack.ONLY_PARTLY), verdict=Verdict.UNRELIABLE), *[a_segment()] * 4)


@pytest.mark.parametrize(
    ("comes_back", "apart", "sentence"),
    [
        (ComesBack.ALWAYS, StandsApart.CLEARLY, "Comes back always, clearly apart."),
        (ComesBack.MOSTLY, StandsApart.FAIRLY, "Comes back mostly, fairly apart."),
        (ComesBack.ONLY_PARTLY, StandsApart.HARDLY, "Comes back only partly, hardly apart."),
        (
            ComesBack.DO_NOT_RELY,
            StandsApart.CLEARLY,
            "Seldom comes back, clearly apart: do not rely on it.",
        ),
    ],
)
def test_a_card_tells_both_truths(comes_back, apart, sentence):
    assert two_truths(a_segment(comes_back, apart)) == sentence


def test_the_only_group_is_not_praised():
    assert two_truths(a_segment(neighbour=-1)) == "There is no other group to compare it with."
    assert verdict_sentence(trust_of(n_segments=1), "A").startswith(
        "All customers are in one group"
    )


@pytest.mark.parametrize("words", [comes_back_words, stands_apart_words, verdict_words])
def test_every_level_has_its_own_words(words):
    levels = {comes_back_words: ComesBack, stands_apart_words: StandsApart, verdict_words: Verdict}

    assert len({words(level) for level in levels[words]}) == len(levels[words])


@pytest.mark.parametrize(
    ("verdict", "part"),
    [
        (Verdict.NATURAL, "natural groups"),
        (Verdict.REPEATABLE_CUT, "not a discovery"),
        (Verdict.UNRELIABLE, "Do not rely"),
    ],
)
def test_the_verdict_is_said_plainly(verdict, part):
    assert part in verdict_sentence(trust_of(verdict), "AB")


@pytest.mark.parametrize(
    ("shading", "words"),
    [
        ({0: 1, 1: 0}, "A and B shade into each other"),
        ({1: 3}, "B shades into F"),
        ({0: 1, 1: 3}, "A and B shade into others"),
    ],
)
def test_the_few_groups_that_shade_into_others_are_named(shading, words):
    trust = shaded(5, shading)

    assert groups_title("ABCFG", trust, is_cut=False) == f"Your 5 groups: {words}"
    assert f"{words}, so that border is ours" in verdict_sentence(trust, "ABCFG")


@pytest.mark.parametrize("shading", [{}, {0: 1, 1: 0, 2: 0}])
def test_groups_of_which_most_shade_into_others_are_a_useful_cut(shading):
    trust = shaded(5, shading) if shading else replace(shaded(5, {}), segments=WEAK)

    assert groups_title("ABCDE", trust, is_cut=False) == "Your 5 groups: a useful cut"
    assert "not a discovery" in verdict_sentence(trust, "ABCDE")


def test_groups_that_follow_words_say_so():
    trust = trust_of(Verdict.REPEATABLE_CUT)
    hardly = a_segment(apart=StandsApart.HARDLY)

    assert "follow words (Gender)" in verdict_sentence(trust, "AB", ["Gender"])
    assert two_truths(hardly, has_words=True) == "Comes back always, not apart in numbers."


@pytest.mark.parametrize(
    ("customer", "words"), [(0, "sure"), (1, "between A and D"), (2, ""), (3, "sure")]
)
def test_a_customer_is_sure_or_between_two_groups(customer, words):
    assert sure_words(trust_of(), customer, segment=0, letters="ABCD") == words


def test_the_share_of_the_same_group_is_never_rounded_up():
    trust = trust_of(sure=(1.0, 0.99))

    assert same_group_sentence(trust, Formats()) == (
        "Drawn anew 100 times, 99 of 100 customers land in the same group."
    )
