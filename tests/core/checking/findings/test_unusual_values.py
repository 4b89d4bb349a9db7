"""Which numbers lie far outside of the rest."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.findings.unusual_values import percentiles, unusual


@given(st.lists(st.integers(0, 100), min_size=21, max_size=60, unique=True), st.integers(-1, 1))
def test_what_is_unusual_lies_outside_of_the_middle_half(values, sign):
    array = np.array([*values, 10_000.0]) + 50 * (sign - 1)  # some below zero, or none

    far = array[unusual(array)]

    lower, upper = np.percentile(array, [25, 75])
    assert array.max() in far
    assert all(value < lower or value > upper for value in far)


def test_few_values_do_not_say_what_is_usual():
    assert not unusual(np.array([*[1.0, 2.0] * 9, 500.0, np.nan])).any()


def test_a_column_of_mostly_one_value_has_nothing_unusual():
    assert not unusual(np.array([*[1.0] * 40, 500.0])).any()


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("shape", ["lognormal", "exponential", "pareto"])
def test_big_spenders_are_not_unusual_by_the_dozen(shape, seed):
    draw = np.random.default_rng(seed)
    money = {
        "lognormal": draw.lognormal(4, 1, 2_000),
        "exponential": draw.exponential(100, 2_000),
        "pareto": 20 * (1 + draw.pareto(1.5, 2_000)),
    }[shape]

    assert unusual(money).sum() <= 3


@pytest.mark.parametrize("seed", range(5))
def test_a_point_forgotten_in_money_is_unusual(seed):
    money = np.random.default_rng(seed).lognormal(4, 1, 2_000)
    money[7] = 1_000_000.0

    assert unusual(money).nonzero()[0].tolist() == [7]


def test_a_code_for_unknown_is_unusual_however_often_it_stands():
    ages = np.array([*range(18, 78)] * 10 + [999] * 12, dtype=np.float64)

    assert unusual(ages).sum() == 12


@given(
    st.lists(st.tuples(st.integers(-50, 50), st.integers(1, 9)), min_size=1, max_size=20),
    st.floats(0, 1),
)
def test_counted_values_are_judged_as_if_written_out(pairs, share):
    pairs = sorted(dict(pairs).items())
    values = np.array([float(value) for value, _ in pairs])
    counts = np.array([count for _, count in pairs])
    written_out = np.repeat(values, counts)

    (found,) = percentiles(values, counts, (share,))

    assert found == pytest.approx(np.percentile(written_out, 100 * share))
    np.testing.assert_array_equal(np.repeat(unusual(values, counts), counts), unusual(written_out))
