import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.models import ranking
from desktop_app.ui.models.ranking import natural_key, ranks_of


def order(values):
    return np.argsort(ranks_of(pd.Series(values)), kind="stable").tolist()


def test_numbers_go_by_size_and_empty_ones_last():
    assert order([3.0, np.nan, -1.0]) == [2, 0, 1]


def test_words_go_by_their_numbers_and_without_case():
    assert order(["C-10", "c-9", "b", "", "C-9"]) == [2, 1, 4, 0, 3]


def test_very_many_different_words_go_by_their_letters(monkeypatch):
    monkeypatch.setattr(ranking, "MOST_NATURAL", 2)

    assert order(["C-9", "C-10", "B"]) == [2, 1, 0]


def test_days_go_by_time():
    days = pd.to_datetime(pd.Series(["2026-03-01", None, "2025-12-31"]))

    assert np.argsort(ranks_of(days)).tolist() == [2, 0, 1]


def test_empty_cells_have_no_rank():
    assert np.isnan(ranks_of(pd.Series(["a", None, ""]))).tolist() == [False, True, True]


@given(st.lists(st.text(max_size=6)))
def test_ranks_order_as_the_keys_do(words):
    by_rank = [words[i] for i in order(pd.Series(words, dtype=object))]

    filled = [word for word in by_rank if word]
    assert [natural_key(w) for w in filled] == sorted(natural_key(w) for w in filled)


def test_very_many_words_are_ranked_by_their_letters(monkeypatch):
    monkeypatch.setattr(ranking, "MOST_NATURAL", 2)

    assert ranks_of(pd.Series(["b", "", "C", "é", "a", "b"])).tolist()[2:5] == [1.0, 4.0, 2.0]
