"""Every cell of scores has exactly one kind, that of the published table."""

from itertools import product

import numpy as np
import pytest

from desktop_app.core.customers.classic.kinds import kind_of, kinds_of
from desktop_app.core.customers.classic.scores import mean_score
from desktop_app.core.customers.classic.views import KINDS, ClassicKind

TABLE = {
    5: ["One-time recent", "Growing", "Loyal", "Champions", "Champions"],
    4: ["One-time recent", "Growing", "Loyal", "Champions", "Champions"],
    3: ["Cooling", "Cooling", "Needs attention", "Loyal, slipping", "Loyal, slipping"],
    2: ["Fading", "Drifting", "Drifting", "At risk", "At risk"],
    1: ["Lost", "Asleep", "Asleep", "Can't lose", "Can't lose"],
}


@pytest.mark.parametrize(("recency", "value"), list(product(range(1, 6), repeat=2)))
def test_a_cell_has_the_kind_of_the_table(recency, value):
    assert kind_of(recency, value) == TABLE[recency][value - 1]


def test_every_score_of_every_fact_has_exactly_one_kind():
    recency, frequency, money, new = np.array(
        list(product(range(6), range(1, 6), range(1, 6), (0, 1))), dtype=np.int8
    ).T
    value = mean_score(frequency, money)

    places = kinds_of(recency, value, new.astype(bool))

    assert len(places) == 6 * 5 * 5 * 2
    for r, v, is_new, place in zip(recency, value, new, places, strict=True):
        assert KINDS[place] is kind_of(int(r), int(v), is_new=bool(is_new))
    assert {KINDS[place] for place in places} == set(ClassicKind)


def test_new_is_only_who_came_lately_and_is_worth_least_so_far():
    cells = product(range(1, 6), repeat=2)

    new = [cell for cell in cells if kind_of(*cell, is_new=True) is not kind_of(*cell)]

    assert new == [(4, 1), (5, 1)]
    assert {kind_of(*cell, is_new=True) for cell in new} == {ClassicKind.NEW}


def test_who_never_ordered_is_a_prospect_whatever_else_is_known():
    assert (
        kinds_of(
            np.zeros(6, dtype=np.int8), np.arange(6, dtype=np.int8), np.ones(6, dtype=bool)
        ).tolist()
        == [KINDS.index(ClassicKind.PROSPECTS)] * 6
    )
