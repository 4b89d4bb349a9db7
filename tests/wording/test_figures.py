import numpy as np
import pytest

from desktop_app.core.segmenting.choices import Scale
from desktop_app.core.segmenting.results import (
    FeaturePreparation,
    KScan,
    KScore,
    Prepared,
    Suggestion,
)
from desktop_app.core.segmenting.trusted import Evidence, KEvidence
from desktop_app.wording.figures import evidence_words, figures_notes, figures_table, scaling_words
from desktop_app.wording.numbers import Formats


def test_every_number_of_groups_has_the_figures_of_the_field():
    one = KScore(1, 200.0, None, 90, None, np.zeros((1, 2)), (90,))
    two = KScore(2, 44.25, 0.5539, 90, 120.06, np.zeros((2, 2)), (60, 30))

    rows, headers = figures_table(KScan((one, two), Suggestion(2, 2, "clearest")), Formats())

    assert headers == (
        "Groups",
        "WCSS\n(inertia)",
        "Silhouette",
        "Calinski-\nHarabasz",
        "Smallest\ngroup",
        "Comes back\n(Jaccard)",
        "Comes back\n(Rand)",
        "Copies as\nclear (p)",
    )
    assert rows == [
        ("1", "200.00", "–", "–", "90", "–", "–", "–"),
        ("2", "44.25", "0.5539", "120.1", "30", "–", "–", "–"),
    ]


def test_what_draws_and_copies_tell_is_there_once_it_is_known():
    one = KScore(1, 200.0, None, 90, None, np.zeros((1, 2)), (90,))
    two = KScore(2, 44.25, 0.5539, 90, 120.06, np.zeros((2, 2)), (60, 30))
    known = Evidence(
        (
            KEvidence(1, None, None, None, (1.0, 1.0, 1.0)),
            KEvidence(2, 0.913, 0.874, 0.05, (0.6, 0.65, 0.7)),
        ),
        n_redraws=30,
        n_copies=19,
    )

    rows, _headers = figures_table(
        KScan((one, two), Suggestion(2, 2, "clearest")), Formats(), known
    )

    assert rows[0][-3:] == ("–", "–", "–")
    assert rows[1][-3:] == ("0.87", "0.91", "5\u00a0%")
    assert "30 bootstrap draws" in evidence_words(known)
    assert evidence_words(None) == ""


def prepared(*features, n=90):
    every = np.arange(n)
    return Prepared(np.zeros((n, 1)), np.ones(n), every, every, n, features)


@pytest.mark.parametrize(
    ("scale", "is_logged", "words"),
    [
        (Scale.STANDARD, False, "z-scores"),
        (Scale.ROBUST, False, "interquartile range"),
        (Scale.STANDARD, True, "Age: 40.00 and 8.00 of log(1 + value)."),
    ],
)
def test_the_scaling_is_said_with_its_numbers(scale, is_logged, words):
    age = FeaturePreparation("Age", scale, is_logged, 40.0, 8.0)

    said = scaling_words(prepared(age), Formats())

    assert words in said
    assert "Age: 40.00 and 8.00" in said


def test_words_are_said_to_be_columns_of_their_own():
    age = FeaturePreparation("Age", Scale.NONE, False, 0.0, 1.0)
    female = FeaturePreparation(
        "Gender = F", Scale.STANDARD, False, 0.5, 0.5, column="Gender", category="F"
    )

    said = scaling_words(prepared(age, female), Formats())

    assert said.startswith("Scaling: none")
    assert "Gender: one column of 0 and 1 per word" in said


def test_a_silhouette_of_some_customers_is_owned_up_to():
    one = KScore(1, 200.0, None, 90, None, np.zeros((1, 2)), (90,))
    two = KScore(2, 44.25, 0.5539, 60, 120.06, np.zeros((2, 2)), (60, 30))
    age = FeaturePreparation("Age", Scale.STANDARD, False, 40.0, 8.0)
    scan = KScan((one, two), Suggestion(2, 2, "clearest"))

    notes = figures_notes(prepared(age), scan, None, 7, Formats())

    assert "The silhouette is that of 60 of 90 customers." in notes
    assert any("seed 7" in note for note in notes)
