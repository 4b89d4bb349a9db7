import numpy as np

from desktop_app.core.segmenting.results import KScan, KScore, Suggestion
from desktop_app.core.segmenting.trusted import Evidence, KEvidence
from desktop_app.wording.figures import evidence_words, figures_table
from desktop_app.wording.numbers import Formats


def test_every_number_of_groups_has_the_figures_of_the_field():
    one = KScore(1, 200.0, None, 90, None, np.zeros((1, 2)), (90,))
    two = KScore(2, 44.25, 0.5539, 90, 120.06, np.zeros((2, 2)), (60, 30))

    rows, headers = figures_table(KScan((one, two), Suggestion(2, 2, "clearest")), Formats())

    assert headers == (
        "Groups",
        "WCSS",
        "Silhouette",
        "Scored customers",
        "Calinski-Harabasz",
        "Smallest group",
        "Lowest Jaccard",
        "Adjusted Rand",
        "Copies as clear",
    )
    assert rows == [
        ("1", "200.00", "–", "–", "–", "90", "–", "–", "–"),
        ("2", "44.25", "0.5539", "90", "120.1", "30", "–", "–", "–"),
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
