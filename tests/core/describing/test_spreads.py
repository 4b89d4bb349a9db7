import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.describing.spreads import FEW, N_BARS, fact_spread
from desktop_app.core.segmenting.results import Segmentation


def segmented(values, labels, k=2):
    frame = pd.DataFrame({"Age": np.asarray(values, dtype=np.float64)})
    labels = np.asarray(labels, dtype=np.int64)
    segmentation = Segmentation(
        k, labels, np.zeros((k, 1)), np.zeros((k, 1)), (0,) * k, (0,) * k, 0.0, (),
        np.ones(len(labels)), labels,
    )  # fmt: skip
    return CustomerTable(frame, (), frame), segmentation


def test_who_is_left_out_or_has_no_value_counts_nowhere():
    table, segmentation = segmented([1, 2, 3, 99, np.nan], [0, 0, 0, -1, 1])

    spread = fact_spread(table, segmentation, "Age")

    assert (spread.everyone.n, spread.n_empty) == (3, 1)
    assert spread.segments[0].middle == 2.0
    assert spread.segments[1] is None


def test_nobody_with_a_value_has_no_spread():
    assert fact_spread(*segmented([np.nan, np.nan], [0, 1]), "Age") is None


def test_a_few_are_told_one_by_one_and_many_by_their_shape():
    values = [*range(FEW), *range(100)]
    spread = fact_spread(*segmented(values, [0] * FEW + [1] * 100), "Age")

    assert spread.segments[0].values == tuple(map(float, range(FEW)))
    assert spread.segments[0].heights == ()
    assert len(spread.segments[1].heights) == N_BARS
    assert max(spread.segments[1].heights) == pytest.approx(1.0)


def test_values_far_out_are_counted_instead_of_squeezing_the_others():
    spread = fact_spread(*segmented([*range(200), 10_000], [0] * 100 + [1] * 101), "Age")

    assert spread.high < 200
    assert spread.n_beyond >= 1


def test_a_column_of_one_value_has_a_spread_of_none():
    spread = fact_spread(*segmented([5] * 40, [0, 1] * 20), "Age")

    assert spread.low == spread.high == spread.segments[0].upper == 5.0


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60), st.randoms())
def test_the_order_of_the_rows_changes_nothing(values, random):
    labels = [i % 2 for i in range(len(values))]
    pairs = list(zip(values, labels, strict=True))
    random.shuffle(pairs)

    assert fact_spread(*segmented(values, labels), "Age") == fact_spread(
        *segmented(*zip(*pairs, strict=True)), "Age"
    )
