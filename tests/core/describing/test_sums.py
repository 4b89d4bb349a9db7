import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.describing.sums import number_sums, word_counts

values_and_labels = st.lists(
    st.tuples(st.one_of(st.just(np.nan), st.integers(-1000, 1000).map(float)), st.integers(0, 3)),
    min_size=1,
    max_size=40,
)


@given(values_and_labels)
def test_sums_agree_with_numpy_segment_by_segment(rows):
    values, labels = (np.array(part) for part in zip(*rows, strict=True))

    sums = number_sums(values, labels, 4)

    for segment in range(4):
        own = values[(labels == segment) & ~np.isnan(values)]
        if len(own):
            assert sums.means[segment] == pytest.approx(own.mean(), abs=1e-9)
            assert sums.quartiles[segment] == pytest.approx(np.quantile(own, [0.25, 0.5, 0.75]))
        else:
            assert np.isnan(sums.means[segment])
            assert np.isnan(sums.quartiles[segment]).all()
    assert 0 <= sums.between <= sums.total * (1 + 1e-9) + 1e-9


def test_large_values_keep_their_spread():
    values = 1e12 + np.array([0.0, 1.0, 2.0, 3.0])

    sums = number_sums(values, np.array([0, 0, 1, 1]), 2)

    assert sums.spread == pytest.approx(np.sqrt(1.25))
    assert sums.between / sums.total == pytest.approx(0.8)


def test_a_column_of_one_value_has_no_spread():
    sums = number_sums(np.full(3, 0.1), np.array([0, 0, 1]), 2)

    assert (sums.spread, sums.total) == (0.0, 0.0)


def test_words_are_counted_without_the_empty_ones():
    words = pd.Series(["b", "", "a", None, "b"], dtype=object)

    counts = word_counts(words, np.array([0, 0, 1, 1, 1]), 2)

    assert counts.words == ("a", "b")
    assert counts.table.tolist() == [[0, 1], [1, 1]]
    assert counts.overall_shares.tolist() == pytest.approx([1 / 3, 2 / 3])


def test_a_column_without_words_has_no_counts():
    counts = word_counts(pd.Series(["", ""]), np.array([0, 1]), 2)

    assert counts.words == ()
    assert counts.table.shape == (2, 0)
