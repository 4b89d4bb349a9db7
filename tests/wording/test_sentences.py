import pytest

from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.wording.numbers import Formats
from desktop_app.wording.sentences import segment_sentences

FORMATS = Formats()
INCOME, SCORE, AGE = "Annual Income (k$)", "Spending Score (1-100)", "Age"


def said_of(description, letter, columns):
    profile = next(p for p in description.profiles if p.letter == letter)
    return segment_sentences(profile, columns, FORMATS)


def number(name, unit=Unit.PLAIN):
    return Column(name, Kind.NUMBER, Role.FEATURE, unit=unit)


@pytest.mark.parametrize(
    ("letter", "sentence"),
    [
        ("A", "Earn $55k and spend a medium amount (50 of 100)."),
        ("B", "Earn well ($87k) and spend most (82 of 100)."),
        ("C", "Earn most ($88k) but spend least (17 of 100)."),
        ("D", "Earn less ($26k) and spend little (21 of 100)."),
        ("E", "Earn least ($26k) but spend a lot (79 of 100)."),
    ],
)
def test_the_first_sentence_says_what_they_do(mall, columns, letter, sentence):
    assert said_of(mall, letter, columns)[0] == sentence


def test_the_second_sentence_compares_without_naming_the_facts_again(mall, columns):
    assert said_of(mall, "B", columns)[1] == "Everyone's average: $61k and 50."


def test_the_middle_is_called_close_to_average(mall, columns):
    said = said_of(mall, "A", columns)

    assert said[1] == "That is close to everyone's average: $61k and 50."


def test_side_information_comes_last(mall, columns):
    said = said_of(mall, "E", columns)

    assert said[2] == "They are the youngest (25 on average); everyone: 39."


def test_a_third_feature_is_said_when_it_stands_out(describe, columns):
    description = describe(
        {SCORE: [80, 40], INCOME: [90, 30], AGE: [30, 60]},
        {SCORE: (50, 20), INCOME: (60, 20), AGE: (45, 20)},
    )

    assert said_of(description, "A", columns) == (
        "Earn most ($90k) and spend most (80 of 100).",
        "Everyone's average: $60k and 50.",
        "They are the youngest (30 on average); everyone: 45.",
    )


def test_a_telling_share_of_the_money_is_said(describe, columns):
    description = describe({SCORE: [80, 40]}, {SCORE: (50, 20)}, money=[0.6, 0.4], sizes=[25, 75])

    said = [said_of(description, letter, columns) for letter in "AB"]

    people = "They are {}\u00a0% of the customers and bring {}\u00a0% of the money."
    assert said[0][2] == people.format(25, 60)
    assert said[1][2] == people.format(75, 40)


def test_a_word_is_said_with_its_share(describe, columns):
    description = describe(
        {SCORE: [80, 40]},
        {SCORE: (50, 20)},
        words={0: [("Gender", "{Female}", 0.8, 0.5, 1.6)]},
    )

    said = said_of(description, "A", columns)

    assert said[2] == "Gender {Female}: 80\u00a0% of them, 50\u00a0% of everyone."


def test_visits_are_said_with_their_own_verbs(describe):
    columns = (number("Visits"), number("Days between visits", Unit.DAYS))
    description = describe(
        {"Visits": [3, 12, 20], "Days between visits": [39, 70, 20]},
        {"Visits": (12, 6), "Days between visits": (40, 20)},
    )

    assert [said_of(description, letter, columns)[0] for letter in "ABC"] == [
        "Visit least often (3 times) and come about as often as most (every 39 days).",
        "Visit about as often as most (12 times) and come least often (every 70 days).",
        "Visit most often (20 times) and come most often (every 20 days).",
    ]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Visits per month", "Visit least often (once a month)."),
        ("Minutes per visit", "Stay for the shortest time (1 minute)."),
        ("Years as customer", "Are the newest customers (1 year)."),
        ("Spent per visit", "Spend least each time (1)."),
        ("Number of points", "Have the fewest points (1)."),
        ("Savings rate", "Have the lowest savings rate (1)."),
    ],
)
def test_a_value_is_said_with_what_it_counts(describe, name, sentence):
    description = describe({name: [1, 9]}, {name: (5, 3)})

    assert said_of(description, "A", (number(name),))[0] == sentence


def test_a_few_who_buy_very_much_do_not_hide_who_buys_little(describe):
    columns = (number("Orders"), number("Total spent", Unit.MONEY))
    description = describe(
        {"Orders": [1.3, 11, 3.3], "Total spent": [41.85, 631, 200]},
        {"Orders": (3.6, 4.8), "Total spent": (192, 310)},
        money=[0.07, 0.56, 0.37],
        sizes=[27, 16, 57],
    )

    assert said_of(description, "A", columns) == (
        "Buy least often (1.3 times) and spend least (41.85).",
        "Everyone's average: 3.6 times and 192.",
        "They are 27\u00a0% of the customers and bring 7\u00a0% of the money.",
    )


def test_most_is_not_said_of_an_average_that_few_reach(describe):
    columns = (number("Age"), number("Orders"))
    description = describe(
        {"Age": [60, 20], "Orders": [3.3, 4]}, {"Age": (40, 15), "Orders": (3.6, 4.8)}
    )

    first = said_of(description, "A", columns)[0]

    assert first == "Are the oldest (60 on average) and have ordered 3.3 times."


def test_a_difference_that_stands_out_is_said_before_a_larger_middle_one(describe):
    columns = (number("Age"), number("Income"), number("Orders"))
    description = describe(
        {"Age": [46, 20], "Income": [69, 60], "Orders": [1.5, 6]},
        {"Age": (40, 15), "Income": (60, 20), "Orders": (3, 6)},
    )

    first = said_of(description, "A", columns)[0]

    assert first == "Earn 69 and buy least often (1.5 times)."


def test_no_group_has_more_than_three_sentences(describe, columns):
    description = describe(
        {SCORE: [80, 40], INCOME: [90, 30], AGE: [20, 60]},
        {SCORE: (50, 20), INCOME: (60, 20), AGE: (40, 10)},
        side={AGE},
        money=[0.9, 0.1],
        words={0: [("Gender", "f", 0.8, 0.5, 1.6)]},
    )

    assert all(len(said_of(description, letter, columns)) == 3 for letter in "AB")


def test_without_number_features_only_the_words_speak(describe, columns):
    description = describe(
        {AGE: [40, 41]},
        {AGE: (40, 10)},
        side={AGE},
        words={0: [("Gender", "f", 0.8, 0.5, 1.6)]},
    )

    said = [said_of(description, letter, columns) for letter in "AB"]

    assert said == [("Gender f: 80\u00a0% of them, 50\u00a0% of everyone.",), ()]
