import numpy as np
import pytest

from desktop_app.core.segmenting.plans import PlanSize, offer_plans
from desktop_app.core.segmenting.results import KScan, KScore, Suggestion


def scan(suggested, silhouettes, ruled_out=()):
    scores = [KScore(1, 100.0, None, 60, None, np.zeros((1, 1)), (60,))]
    for k, silhouette in enumerate(silhouettes, start=2):
        reason = "list_too_small" if k in ruled_out else None
        sizes = tuple([60 // k] * k)
        scores.append(KScore(k, 100.0 / k, silhouette, 60, 1.0, np.zeros((k, 1)), sizes, reason))
    return KScan(tuple(scores), suggested)


def offered(found):
    return [(plan.size, plan.k) for plan in offer_plans(found)]


def test_the_suggestion_stands_between_a_simple_and_a_detailed_plan():
    found = scan(Suggestion(5, 5, "clearest"), [0.3, 0.4, 0.35, 0.6, 0.3, 0.5, 0.2])

    assert offered(found) == [
        (PlanSize.SIMPLE, 3),
        (PlanSize.MIDDLE, 5),
        (PlanSize.DETAILED, 7),
    ]


def test_what_the_purpose_rules_out_is_not_offered():
    found = scan(Suggestion(3, 3, "clearest"), [0.3, 0.6, 0.5, 0.4], ruled_out=(2, 4))

    assert offered(found) == [(PlanSize.MIDDLE, 3), (PlanSize.DETAILED, 5)]


def test_without_a_suggestion_the_useful_cut_stands_in_the_middle():
    found = scan(Suggestion(None, 4, "no_clear_groups"), [0.3, 0.31, 0.3, 0.29, 0.28])

    assert (PlanSize.MIDDLE, 4) in offered(found)


@pytest.mark.parametrize("k", [2, 3])
def test_a_short_list_offers_what_there_is(k):
    found = scan(Suggestion(2, 2, "too_few"), [0.3, 0.2][: k - 1])

    assert offered(found)[0] == (PlanSize.MIDDLE, 2)
    assert all(2 <= plan.k <= k and sum(plan.sizes) == 60 for plan in offer_plans(found))
