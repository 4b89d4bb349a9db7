import pytest

from desktop_app.wording.clauses import Place, clause
from desktop_app.wording.themes import Theme


@pytest.mark.parametrize("theme", list(Theme))
def test_every_place_reads_differently_and_shows_its_value(theme):
    clauses = {clause(theme, place, "Points", "12") for place in Place}

    assert len(clauses) == len(Place)
    assert all("12" in words for words in clauses)


@pytest.mark.parametrize("theme", list(Theme))
def test_every_clause_has_a_verb_that_suits_they(theme):
    verbs = ["bought", "last", "have", "spend", "buy", "visit", "are", "earn", "come", "stay"]
    verbs += ["use", "rarely", "often", "get"]

    said = [clause(theme, place, "Points", "12") for place in Place]

    assert all(words.split()[0] in verbs for words in said)


@pytest.mark.parametrize(
    ("theme", "place", "words"),
    [
        (Theme.VISITS, Place.LOWEST, "visit least often (3 times)"),
        (Theme.VISITS, Place.USUAL, "visit about as often as most (3 times)"),
        (Theme.GIVEN_BACK, Place.MIDDLE, "get 3 times of their money back"),
        (Theme.COUNT, Place.HIGHEST, "have the most points (3 times)"),
    ],
)
def test_a_clause_reads_as_people_speak(theme, place, words):
    assert clause(theme, place, "Points", "3 times") == words
