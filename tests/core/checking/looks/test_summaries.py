"""Middle, spread and shape of one column."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.columns import Kind
from desktop_app.core.checking.looks.summaries import (
    MOST_BARS,
    as_numbers,
    histogram_of,
    summarise_numbers,
    summarise_words,
)

NUMBERS = st.lists(st.floats(-1e9, 1e9) | st.just(float("nan")), max_size=80)


def test_known_middle_and_spread():
    summary = summarise_numbers(np.arange(101.0))

    assert (summary.minimum, summary.lower, summary.middle) == (0, 25, 50)
    assert (summary.upper, summary.maximum, summary.mean) == (75, 100, 50)
    assert (summary.usual_low, summary.usual_high) == (5, 95)


def test_nothing_known_has_no_middle_and_no_shape():
    values = np.full(3, np.nan)

    assert summarise_numbers(values) is None
    assert histogram_of(values) is None


@given(NUMBERS)
def test_every_value_is_counted_once(values):
    values = np.array(values, dtype=np.float64)

    histogram = histogram_of(values)

    if histogram is not None:
        n = sum(histogram.counts) + histogram.n_below + histogram.n_above
        assert n == (~np.isnan(values)).sum()
        assert len(histogram.counts) <= MOST_BARS
        assert len(histogram.edges) == len(histogram.counts) + 1
        assert (np.diff(histogram.edges) > 0).all()


@given(
    st.lists(st.floats(-1e30, 1e30), min_size=1, max_size=40), st.sampled_from([0.0, 1e16, -1e29])
)
def test_numbers_of_any_size_stand_between_rising_edges(values, start):
    histogram = histogram_of(np.clip(start + np.array(values), -1e30, 1e30))

    assert sum(histogram.counts) + histogram.n_below + histogram.n_above == len(values)
    assert (np.diff(histogram.edges) > 0).all()


@given(NUMBERS)
def test_the_order_of_rows_changes_nothing(values):
    values = np.array(values, dtype=np.float64)

    assert histogram_of(values) == histogram_of(values[::-1])


def test_unusual_values_do_not_squeeze_the_others():
    values = np.array([*range(20, 60), 400.0, -300.0])

    histogram = histogram_of(values)

    assert (histogram.n_below, histogram.n_above) == (1, 1)
    assert histogram.edges[-1] == 60


@pytest.mark.parametrize("value", [3.0, 1e300, -1e16, 0.0])
def test_one_value_is_one_bar(value):
    assert histogram_of(np.array([value, value])).counts == (2,)


@pytest.mark.parametrize("spread", [1e-12, 1e12])
def test_values_of_any_size_have_bars(spread):
    values = 1.0 + spread * np.linspace(0, 1, 50)

    assert sum(histogram_of(values).counts) == 50


def test_dates_stand_in_whole_months():
    days = as_numbers(pd.Series(pd.date_range("2024-01-15", "2025-03-10")), Kind.DATE)

    histogram = histogram_of(days, are_days=True)

    assert len(histogram.counts) == 15
    assert histogram.counts[0] == 17
    assert np.datetime64(int(histogram.edges[0]), "D") == np.datetime64("2024-01-01")


@pytest.mark.parametrize(("last", "n_bars"), [("2024-01-10", 10), ("2024-04-30", 18)])
def test_short_times_stand_in_days_or_weeks(last, n_bars):
    days = as_numbers(pd.Series(pd.date_range("2024-01-01", last)), Kind.DATE)

    assert len(histogram_of(days, are_days=True).counts) == n_bars


def test_a_single_day_is_one_bar():
    assert histogram_of(np.array([19_000.4, 19_000.9]), are_days=True).counts == (2,)


def test_dates_centuries_apart_have_few_bars():
    days = as_numbers(pd.Series(pd.to_datetime(["1700-01-01", "2024-06-01"])), Kind.DATE)

    histogram = histogram_of(days, are_days=True)

    assert sum(histogram.counts) == 2
    assert len(histogram.counts) <= MOST_BARS


def test_infinite_numbers_are_no_values():
    assert np.isnan(as_numbers(pd.Series([np.inf, -np.inf]), Kind.NUMBER)).all()


def test_missing_words_are_empty():
    summary = summarise_words(pd.Series(["a", None, ""], dtype="str"))

    assert (summary.n, summary.n_empty, summary.values) == (1, 2, ("a",))
