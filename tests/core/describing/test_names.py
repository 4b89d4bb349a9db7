from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.describing.names import Degree, NameIdea, Trait, propose_names
from desktop_app.core.describing.profiles import level_of
from desktop_app.core.describing.results import (
    Description,
    Driver,
    FactInSegment,
    SegmentProfile,
    WordInSegment,
)
from desktop_app.core.segmenting.results import segment_letter


def description(rows, side=(), words=None):
    """One row of differences per segment, one entry per fact a, b, c..."""
    names = "abcdef"[: len(rows[0])]
    profiles = []
    for segment, row in enumerate(rows):
        facts = []
        for place, (name, difference) in enumerate(zip(names, row, strict=True)):
            column = [r[place] for r in rows]
            facts.append(
                FactInSegment(
                    name,
                    0,
                    0,
                    0,
                    0,
                    0,
                    difference,
                    level_of(difference),
                    name not in side,
                    difference == max(column),
                    difference == min(column),
                )
            )
        facts.sort(key=lambda f: (not f.is_feature, -abs(f.difference)))
        own = tuple(WordInSegment("word", w, 0.9, 0.3, 3.0) for w in (words or {}).get(segment, ()))
        profiles.append(SegmentProfile(segment_letter(segment), 1, 0.1, None, tuple(facts), own))
    drivers = tuple(Driver(n, 0.5, n not in side) for n in names)
    return Description(tuple(profiles), (*drivers, Driver("word", 0.5, "word" not in side)), None)


def traits(idea):
    return [(t.column, t.is_above, t.degree.value) for t in idea.traits]


def test_corners_are_named_by_both_facts_and_the_middle_by_none():
    ideas = propose_names(description([(0.1, 0.0), (1.0, 1.2), (1.1, -1.3), (-1.3, -1.1)]))

    assert [traits(idea) for idea in ideas] == [
        [],
        [("b", True, "plain"), ("a", True, "plain")],
        [("b", False, "plain"), ("a", True, "plain")],
        [("a", False, "plain"), ("b", False, "plain")],
    ]


def test_segments_on_one_side_of_one_fact_go_by_degree():
    ideas = propose_names(description([(0.1,), (0.6,), (1.2,), (2.0,), (-0.7,), (-1.4,)]))

    assert [traits(idea) for idea in ideas] == [
        [],
        [("a", True, "plain")],
        [("a", True, "very")],
        [("a", True, "most")],
        [("a", False, "plain")],
        [("a", False, "most")],
    ]


def test_two_segments_in_the_middle_are_told_apart_by_a_little():
    ideas = propose_names(description([(0.3,), (0.1,)]))

    assert [traits(idea) for idea in ideas] == [[("a", True, "rather")], []]


def test_side_information_helps_where_features_do_not():
    ideas = propose_names(description([(1.0, 0.9), (1.0, -0.8)], side={"b"}))

    assert traits(ideas[0]) == [("a", True, "plain")]
    assert traits(ideas[1]) == [("a", True, "most")]


def test_words_that_form_segments_name_them():
    ideas = propose_names(description([(0.0,), (0.1,)], words={0: ["Delft"], 1: ["Gouda"]}))

    assert ideas == (
        NameIdea("A", (Trait("word", word="Delft"),)),
        NameIdea("B", (Trait("word", word="Gouda"),)),
    )


def test_degree_is_plain_unless_said():
    assert Trait("a").degree is Degree.PLAIN


@given(
    st.lists(
        st.tuples(st.floats(-2, 2), st.floats(-2, 2), st.floats(-2, 2)), min_size=2, max_size=6
    )
)
def test_every_segment_gets_an_idea_of_at_most_two_traits(rows):
    ideas = propose_names(description(rows))

    assert [idea.letter for idea in ideas] == [segment_letter(i) for i in range(len(rows))]
    assert all(len(idea.traits) <= 2 for idea in ideas)
