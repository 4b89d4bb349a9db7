from desktop_app.core.describing.results import Delicate, Doubt
from desktop_app.wording.separating import (
    difference_words,
    doubt_sentence,
    no_difference_sentence,
)


def test_differences_have_five_degrees():
    said = [difference_words(share) for share in (0.5, 0.14, 0.06, 0.02, 0.01)]

    assert len(set(said)) == 5


def test_many_facts_without_a_difference_are_counted():
    sentence = no_difference_sentence([f"fact {i}" for i in range(8)])

    assert sentence == (
        "No difference to speak of: fact 0, fact 1, fact 2, fact 3, fact 4, fact 5 and 2 more."
    )


def test_a_fact_that_alone_makes_the_groups_is_named():
    assert doubt_sentence(Doubt("V", True, None), "Visits") == (
        "Visits alone makes these groups; the other facts hardly count."
    )
    both = doubt_sentence(Doubt("T", True, Delicate.PLACE), "Town")
    assert both.startswith("Town alone")
    assert "where they live" in both
