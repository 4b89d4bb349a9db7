"""Bands of ages and money."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.checking.looks.bands import FEWEST_BANDS, MOST_BANDS, bands_of

AGE = Column("Customer Age", Kind.NUMBER, Role.FEATURE)
INCOME = Column("Annual Income (k$)", Kind.NUMBER, Role.FEATURE)
DAY = Column("Age of account", Kind.DATE, Role.DESCRIBE)


def test_ages_go_by_tens_of_years():
    bands = bands_of(np.arange(18.0, 90.0), AGE)

    assert bands.edges == (20, 30, 40, 50, 60, 70)
    assert bands.counts == (2, 10, 10, 10, 10, 10, 20)


@pytest.mark.parametrize("name", ["Age", "Alter", "Leeftijd", "Âge", "Edad"])
def test_ages_are_known_in_every_language_of_the_headers(name):
    bands = bands_of(np.arange(15.0, 75.0), replace(AGE, name=name))

    assert bands.edges == (20, 30, 40, 50, 60, 70)


def test_nobody_below_twenty_means_no_such_band():
    assert bands_of(np.arange(31.0, 59.0), AGE).edges == (40, 50)


def test_years_of_birth_are_no_ages():
    bands = bands_of(np.arange(1940.0, 2006.0), Column("Age (born)", Kind.NUMBER, Role.FEATURE))

    assert bands.edges[0] > 1900


def test_an_evenly_spread_number_has_even_bands():
    assert bands_of(np.arange(0.0, 100.0), INCOME).edges == (20, 40, 60, 80)


def test_a_long_tail_has_growing_bands():
    values = np.random.default_rng(1).lognormal(4, 1.5, 5_000)

    bands = bands_of(values, INCOME)

    widths = np.diff(bands.edges)
    assert FEWEST_BANDS <= len(bands.counts) <= MOST_BANDS
    assert widths[-1] > 2 * widths[0]
    assert max(bands.counts) < 0.5 * bands.n


@pytest.mark.parametrize("values", [[], [1.0] * 50, [1.0, 2.0, 3.0] * 20, [np.nan] * 20])
def test_a_few_values_need_no_bands(values):
    assert bands_of(np.array(values), INCOME) is None


def test_days_have_no_bands():
    assert bands_of(np.arange(40.0), DAY) is None


@given(st.lists(st.floats(-1e12, 1e12), min_size=12, max_size=60, unique=True))
def test_every_value_lies_in_one_band(values):
    bands = bands_of(np.array(values), INCOME)

    if bands is not None:
        assert bands.n == len(values)
        assert len(bands.counts) == len(bands.edges) + 1 <= MOST_BANDS
        assert list(bands.edges) == sorted(set(bands.edges))
