from dataclasses import replace

import numpy as np
import pytest

from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.core.describing.results import Condition, Rule, RuleLine
from desktop_app.core.segmenting.results import KScan, KScore, Suggestion
from desktop_app.wording.groups import (
    main_difference,
    reason_for_k,
    rule_text,
    segment_idea,
)
from desktop_app.wording.numbers import Formats

FORMATS = Formats()
INCOME, SCORE, AGE = "Annual Income (k$)", "Spending Score (1-100)", "Age"


def profile(description, letter):
    return next(p for p in description.profiles if p.letter == letter)


@pytest.mark.parametrize(
    ("letter", "idea"),
    [
        ("A", ""),
        ("B", "Early access and a thank-you gift: they spend a lot (82 of 100)."),
        ("C", "Ask what they miss: they earn well ($88k) but spend little (17 of 100)."),
        ("D", "Small offers rather than costly mailings: they spend little (21 of 100)."),
    ],
)
def test_an_idea_rests_on_a_figure(mall, columns, letter, idea):
    assert segment_idea(profile(mall, letter), columns, FORMATS) == idea


def test_sleeping_customers_are_reminded_before_anything_else(describe):
    recency = Column("Days since last order", Kind.NUMBER, Role.FEATURE, unit=Unit.DAYS)
    description = describe({recency.name: [300, 20]}, {recency.name: (100, 100)}, money=[0.9, 0.1])

    idea = segment_idea(profile(description, "A"), (recency,))

    assert idea == "A friendly reminder: they have not bought for 300 days."


def test_who_is_only_newer_than_the_others_needs_no_welcome(describe):
    tenure = Column("Years as customer", Kind.NUMBER, Role.FEATURE)
    newer = describe({tenure.name: [7, 12]}, {tenure.name: (10, 3)})
    new = describe({tenure.name: [0.5, 12]}, {tenure.name: (10, 3)})

    ideas = [segment_idea(profile(d, "A"), (tenure,), FORMATS) for d in (newer, new)]

    assert ideas == ["", "A warm welcome: they are rather new (0.5 years)."]


def test_who_brings_more_than_their_share_is_thanked(describe, columns):
    description = describe({AGE: [60, 20]}, {AGE: (40, 10)}, money=[0.8, 0.2])

    ideas = [segment_idea(p, columns, FORMATS) for p in description.profiles]

    assert ideas == ["Early access and a thank-you gift: they bring 80\u00a0% of the money.", ""]


def test_what_the_groups_differ_in(mall, columns):
    assert main_difference(mall, columns) == (
        "They differ most in Spending score, then in Annual income. Gender makes no difference."
    )


@pytest.mark.parametrize(
    ("drivers", "words"),
    [
        ({AGE: 0.5}, "They differ most in Age."),
        ({AGE: 0.01}, "They differ only a little."),
        (
            {AGE: 0.5, "Gender": 0.0, INCOME: 0.0},
            "They differ most in Age. Gender and Annual income make no difference.",
        ),
    ],
)
def test_few_or_weak_differences(describe, columns, drivers, words):
    description = describe({AGE: [40, 41]}, {AGE: (40, 10)}, drivers=drivers)

    assert main_difference(description, columns) == words


def test_what_a_sentence_speaks_of_is_not_called_idle(describe, columns):
    description = describe(
        {AGE: [40, 60]},
        {AGE: (40, 10)},
        words={0: [("Gender", "f", 0.8, 0.5, 1.6)]},
        drivers={AGE: 0.5, "Gender": 0.0},
    )

    assert main_difference(description, columns) == "They differ most in Age."


def test_one_group_differs_from_nobody(describe, columns):
    description = describe({AGE: [40]}, {AGE: (40, 10)})

    assert main_difference(description, columns) == "All customers are in one group."


@pytest.fixture
def scan():
    score = KScore(1, 1.0, None, 0, None, np.zeros((1, 1)), (3,))
    return KScan(tuple(replace(score, k=k) for k in range(1, 11)), Suggestion(5, 5, "clearest"))


def test_the_reason_names_the_groups_that_are_there(scan):
    reason = reason_for_k(Suggestion(5, 5, "apart"), scan, FORMATS)

    assert reason.startswith("5 groups can be seen in your list")


def test_borders_across_the_groups_that_are_there_are_owned_up_to(scan):
    suggestion = Suggestion(5, 5, "apart", cuts_across=True)

    assert "cuts across some of them" in reason_for_k(suggestion, scan, FORMATS)


def test_a_measure_that_follows_the_groups_is_offered(scan):
    suggestion = Suggestion(5, 5, "apart", cuts_across=True, once_helps=True)

    reason = reason_for_k(suggestion, scan, FORMATS)

    assert reason.endswith(
        "If facts that move together count once, the groups are found as they are."
    )


def test_a_number_beside_the_groups_that_are_there_is_owned_up_to(scan):
    suggestion = Suggestion(4, 4, "nearest_allowed", (("n_groups", 6.0),))

    reason = reason_for_k(suggestion, scan, FORMATS)

    assert reason.startswith("6 groups can be seen")
    assert "4 comes nearest" in reason


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ("list_too_small", "the smallest would have only 3 customers"),
        ("too_many_lists", "more than you can run messages for"),
    ],
)
def test_the_limit_that_rules_the_seen_groups_out_is_named(scan, limit, words):
    scores = tuple(replace(s, ruled_out=limit if s.k > 4 else None) for s in scan.scores)
    suggestion = Suggestion(4, 4, "nearest_allowed", (("n_groups", 6.0),))

    reason = reason_for_k(suggestion, replace(scan, scores=scores), FORMATS)

    assert words in reason
    assert "4 comes nearest" in reason


def test_groups_of_words_alone_are_no_discovery(scan):
    reason = reason_for_k(Suggestion(5, 5, "clearest"), scan, FORMATS, ["Gender", "Town"])

    assert "Only words form them (Gender, Town)" in reason
    assert "not a discovery" in reason


def test_words_beside_numbers_are_owned_up_to(scan):
    reason = reason_for_k(Suggestion(5, 5, "apart", cuts_across=True), scan, FORMATS, ["Gender"])

    assert reason.startswith("5 groups can be seen in the numbers")
    assert "Gender parts customers, too" in reason


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("no_clear_groups", "no natural groups"),
        ("nothing_allowed", "only one group"),
        ("too_few", "too few customers"),
    ],
)
def test_no_suggestion_is_said_plainly(scan, code, words):
    assert words in reason_for_k(Suggestion(None, 4, code), scan, FORMATS)


def test_an_unknown_reason_is_our_own_mistake(scan):
    with pytest.raises(AssertionError):
        reason_for_k(Suggestion(None, 4, "moon"), scan, FORMATS)


def test_the_rule_reads_line_by_line(columns):
    rule = Rule(
        (
            RuleLine((Condition(INCOME, True, 69.5), Condition(SCORE, False, 40.0)), "A", 35),
            RuleLine((Condition(AGE, True, 30.0), Condition(AGE, False, 45.0)), "B", 1),
        ),
        0.979,
    )

    text = rule_text(rule, {"A": "Savers", "B": "Others"}, columns, FORMATS)

    assert text.splitlines() == [
        "A Savers: annual income above $69.5k, spending score up to 40 (35 customers)",
        "B Others: age above 30 and up to 45 (1 customer)",
        "This short rule sorts 97 of 100 customers into their group.",
    ]
