"""The classic view in words."""

import numpy as np
import pandas as pd
import pytest

from desktop_app.core.customers.classic.fitness import fitness_of
from desktop_app.core.customers.classic.viewing import HistoryColumns, classic_view
from desktop_app.core.customers.classic.views import ClassicKind
from desktop_app.core.customers.table import Clock, CustomerTable, OrdersSummary
from desktop_app.wording.classic import (
    clock_sentence,
    fitness_sentences,
    kind_idea,
    kind_meaning,
    kind_name,
    kind_names,
    levels_sentence,
)
from desktop_app.wording.numbers import Formats

FORMATS = Formats()


@pytest.mark.parametrize("kind", ClassicKind)
def test_every_kind_has_a_name_a_meaning_and_an_idea(kind):
    assert 1 <= len(kind_name(kind).split()) <= 4
    assert kind_meaning(kind).endswith(".")
    assert kind_idea(kind).endswith(".")


def test_no_two_kinds_say_the_same():
    for words in (kind_name, kind_meaning, kind_idea):
        assert len({words(kind) for kind in ClassicKind}) == len(ClassicKind)
    assert list(kind_names()) == list(ClassicKind)


@pytest.mark.parametrize(
    ("days", "start"),
    [
        (122, "The orders that count cover 4 months. Recency says little yet;"),
        (30, "The orders that count cover 1 month."),
        (9, "The orders that count cover 9 days."),
        (0, "The orders that count cover 1 day."),
    ],
)
def test_a_short_history_says_how_short_and_what_suits_better(days, start):
    (sentence,) = fitness_sentences(fitness_of(days, 0.2, 0.0, 5), FORMATS)

    assert sentence.startswith(start)
    assert sentence.endswith("instead.")


def test_what_speaks_against_the_view_is_said_the_gravest_first():
    sentences = fitness_sentences(fitness_of(20, 0.934, 0.62, 2), FORMATS)

    assert [sentence.split()[0] for sentence in sentences] == ["62", "The", "93"]


def test_a_view_that_fits_says_nothing():
    assert fitness_sentences(fitness_of(400, 0.5, 0.1, 5), FORMATS) == ()


def view_of(n_orders):
    n = np.array(n_orders, dtype=float)
    frame = pd.DataFrame({"last": n, "n": n, "money": n, "first": n + 300})
    table = CustomerTable(frame, (), frame.astype(str), orders=OrdersSummary(9, 9, len(n)))
    return classic_view(table, HistoryColumns("last", "n", "money", "first"))


def test_few_levels_are_said_with_how_many_bought_once():
    assert levels_sentence(view_of([1] * 8 + [2, 7]), FORMATS) == (
        "8 of 10 customers bought once: how often they buy tells only 2 kinds apart."
    )
    assert "nobody apart" in levels_sentence(view_of([1, 1]), FORMATS)
    assert levels_sentence(view_of(range(1, 10)), FORMATS) == ""


def test_the_clock_says_when_customers_come_back():
    assert clock_sentence(Clock(22.6, 60.0, 120.0, 40), FORMATS) == (
        "Half of those who come back do so within 23 days, 8 in 10 within 60 days, "
        "nearly all within 120 days."
    )
    assert clock_sentence(None, FORMATS) == ""
