"""A first look at one column."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.checking.looks.exploring import ColumnBars, column_bars

NUMBER = Column("x", Kind.NUMBER, Role.FEATURE)
WORDS = Column("x", Kind.CATEGORY, Role.DESCRIBE)
DATE = Column("x", Kind.DATE, Role.DESCRIBE)


@given(st.lists(st.floats(-1e6, 1e6) | st.just(float("nan")), max_size=60), st.integers(1, 20))
def test_every_number_stands_in_one_bar(values, n_bins):
    bars = column_bars(pd.Series(values, dtype=float), NUMBER, n_bins)

    assert sum(bars.counts) + bars.n_empty == len(values)
    assert len(bars.counts) <= n_bins
    assert not bars.counts or len(bars.edges) == len(bars.counts) + 1


def test_few_whole_numbers_get_a_bar_each():
    bars = column_bars(pd.Series([1.0, 2.0, 2.0, 4.0]), NUMBER)

    assert bars.counts == (1, 2, 0, 1)
    assert bars.edges == (0.5, 1.5, 2.5, 3.5, 4.5)
    assert bars.middle == 2.0


def test_one_value_is_one_bar():
    assert column_bars(pd.Series([3.0, 3.0]), NUMBER).counts == (2,)


def test_a_column_without_numbers_has_no_bars():
    assert column_bars(pd.Series([np.nan]), NUMBER) == ColumnBars(n_empty=1)


def test_dates_are_counted_as_days():
    dates = pd.Series(pd.to_datetime(["1970-01-01", "1970-01-03", None]))

    bars = column_bars(dates, DATE)

    assert (bars.counts, bars.middle, bars.n_empty) == ((1, 0, 1), 1.0, 1)


def test_words_come_largest_first_and_the_rest_is_counted():
    bars = column_bars(pd.Series(["b", "a", "b", "c", ""]), WORDS, n_bins=2)

    assert (bars.values, bars.counts) == (("b", "a"), (2, 1))
    assert (bars.n_empty, bars.n_other) == (1, 1)
