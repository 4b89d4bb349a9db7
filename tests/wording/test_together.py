"""Sentences about what goes together."""

import numpy as np
import pytest

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.checking.looks.comparing import Telling
from desktop_app.core.checking.looks.looking import TogetherLook
from desktop_app.core.checking.looks.pairs import pair_picture
from desktop_app.core.checking.looks.relations import Relation, relate
from desktop_app.wording.look_tables import map_table, pair_table
from desktop_app.wording.looks import LookWords
from desktop_app.wording.numbers import Formats
from desktop_app.wording.together import (
    map_aid,
    map_sentence,
    nothing_together,
    pair_aid,
    pair_button,
    pair_sentence,
    strength_words,
    telling_button,
)

NAMES = {name: name for name in ("Age", "Total spent", "Noise", "VIP level")}
WORDS = LookWords(NAMES, Formats())


@pytest.mark.parametrize(
    ("strength", "said"),
    [
        (
            0.95,
            "Age and total spent go together: higher age comes with higher total spent, "
            "almost without exception.",
        ),
        (
            0.7,
            "Age and total spent go together: higher age comes with higher total spent, "
            "with some exceptions.",
        ),
        (
            -0.35,
            "Age and total spent go opposite ways: higher age comes with lower total spent, "
            "but with many exceptions.",
        ),
        (0.05, "Age and total spent have little to do with each other."),
        (float("nan"), "Too few customers have both age and total spent."),
    ],
)
def test_which_way_and_how_reliably(strength, said):
    assert pair_sentence(Relation("Age", "Total spent", strength, 500), WORDS) == said


def test_names_keep_their_capitals_inside_a_sentence():
    assert "and VIP level go" in pair_sentence(Relation("Age", "VIP level", 0.9, 500), WORDS)


@pytest.mark.parametrize(
    ("strength", "said"),
    [(-0.346, "−35"), (0.0, "0"), (-0.001, "0"), (1.0, "100"), (float("nan"), "–")],
)
def test_strengths_are_whole_numbers(strength, said):
    assert strength_words(strength) == said


@pytest.fixture
def relations():
    rng = np.random.default_rng(1)
    age = rng.normal(size=200)
    return relate({"Age": age, "Total spent": -age, "Noise": rng.normal(size=200)})


def test_the_map_says_its_strongest_pair(relations):
    assert map_sentence(relations, WORDS).startswith("Age and total spent go opposite ways")


def test_a_map_of_chance_says_so():
    rng = np.random.default_rng(2)
    relations = relate({"Age": rng.normal(size=50), "Noise": rng.normal(size=50)})

    assert "No two of these numbers go together" in map_sentence(relations, WORDS)


def test_the_aid_says_what_is_not_in_the_map():
    rng = np.random.default_rng(3)
    lists = {f"n{i}": rng.normal(size=20_001) for i in range(13)}

    aid = map_aid(relate(lists), WORDS)

    assert "Looked at 10,001 of 20,001 customers." in aid
    assert "Shown are the 12 most related numbers of 13." in aid


def test_the_aid_of_a_pair_says_how_many_are_drawn():
    assert "One point each for 200 customers." in pair_aid(200, 200, WORDS, has_line=True)
    assert "5,000 of 9,000 customers are drawn" in pair_aid(5_000, 9_000, WORDS, has_line=True)
    assert "Line" not in pair_aid(5, 5, WORDS, has_line=False)


def test_lines_of_the_list_are_short():
    assert pair_button(Relation("Age", "Noise", 0.5, 9), WORDS) == "Age and noise: together"
    assert pair_button(Relation("Age", "Noise", -0.5, 9), WORDS) == "Age and noise: opposite ways"
    assert telling_button(Telling("Age", "Noise", 0.2), WORDS) == "Age differs by noise"


def test_without_two_numbers_there_is_no_map(relations):
    assert "at least two" in nothing_together(TogetherLook(None))
    assert nothing_together(TogetherLook(relations)) == ""


def test_the_table_has_every_pair_in_words(relations):
    rows, headers = map_table(relations, WORDS)

    assert headers == ("First", "Second", "Together", "Customers", "In words")
    assert len(rows) == 3
    assert rows[0][2] == "−100"


def test_the_table_of_a_pair_is_its_line_or_its_points():
    age, noise = (Column(name, Kind.NUMBER, Role.FEATURE) for name in ("Age", "Noise"))
    many, few = np.arange(60.0), np.arange(4.0)

    rows, headers = pair_table(
        pair_picture(Relation("Age", "Noise", 1.0, 60), many, many), age, noise, WORDS
    )
    assert headers == ("Age", "Customers", "Middle of Noise", "Middle half")
    assert sum(int(row[1]) for row in rows) == 60

    rows, headers = pair_table(
        pair_picture(Relation("Age", "Noise", 1.0, 4), few, few), age, noise, WORDS
    )
    assert headers == ("Age", "Noise")
    assert rows[-1] == ("3", "3")
