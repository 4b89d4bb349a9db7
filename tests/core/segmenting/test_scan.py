import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import calinski_harabasz_score

from desktop_app.core.errors import TooFewCustomers
from desktop_app.core.segmenting.choices import FeatureChoice, ScanChoice
from desktop_app.core.segmenting.features import prepare
from desktop_app.core.segmenting.fitting import segment_customers
from desktop_app.core.segmenting.scan import scan_k


def test_every_k_is_scored_from_one(prepared_of, five_blobs):
    scan = scan_k(prepared_of(**five_blobs), ScanChoice(max_k=7))

    assert scan.ks == (1, 2, 3, 4, 5, 6, 7)
    assert scan.scores[0].silhouette is None
    assert all(sum(score.sizes) == 300 for score in scan.scores)
    assert all(list(score.sizes) == sorted(score.sizes, reverse=True) for score in scan.scores)


def test_max_k_is_lowered_to_the_distinct_customers(prepared_of):
    scan = scan_k(prepared_of(age=[1, 2, 2, 5, 5, 5]), ScanChoice())

    assert scan.ks == (1, 2, 3)


def test_customers_that_are_all_the_same_are_too_few(table_of):
    table = table_of(age=[1, 2, np.nan])
    prepared = prepare(table, FeatureChoice(("age",)))
    same = type(prepared)(
        prepared.points[:1],
        prepared.weights[:1],
        prepared.point_of_row[:1],
        prepared.rows[:1],
        3,
        prepared.features,
    )

    with pytest.raises(TooFewCustomers) as raised:
        scan_k(same, ScanChoice())

    assert raised.value.details == {"n_distinct": 1, "k": 2}


def test_calinski_harabasz_agrees_with_scikit_learn(prepared_of, five_blobs):
    prepared = prepared_of(**five_blobs)
    scan = scan_k(prepared, ScanChoice())
    labels = segment_customers(prepared, scan, 4).labels

    expected = calinski_harabasz_score(prepared.points[prepared.point_of_row], labels)

    assert scan.score(4).calinski_harabasz == pytest.approx(expected)


def test_the_purpose_rules_values_out_with_a_reason(prepared_of, five_blobs):
    scan = scan_k(prepared_of(**five_blobs), ScanChoice(max_k=8, max_lists=6, min_size=40))

    reasons = [score.ruled_out for score in scan.scores]

    assert reasons[0] is None
    assert reasons[4] == "list_too_small"
    assert reasons[6:] == ["too_many_lists", "too_many_lists"]


@settings(deadline=None, max_examples=15)
@given(
    rows=st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 4)),
        min_size=4,
        max_size=40,
        unique=True,
    ),
    factor=st.sampled_from([0.001, 0.1, 7.3, 1000.0]),
    data=st.data(),
)
def test_order_of_rows_and_columns_and_units_change_no_segment(rows, factor, data):
    values = np.array(rows, dtype=float)
    shuffled = data.draw(st.permutations(range(len(rows))))
    columns = dict(zip("abc", (values * [factor, 1, 1]).T))
    columns = {name: column[shuffled] for name, column in reversed(columns.items())}

    before = segmented(dict(zip("abc", values.T)))
    after = segmented(columns)

    assert after.tolist() == before[shuffled].tolist()


def segmented(columns):
    import pandas as pd

    from desktop_app.core.checking.columns import Column, Kind, Role
    from desktop_app.core.customers.table import CustomerTable

    columns = {name: values for name, values in columns.items() if np.ptp(values) > 0}
    frame = pd.DataFrame(columns)
    described = tuple(Column(name, Kind.NUMBER, Role.FEATURE) for name in frame)
    table = CustomerTable(frame, described, frame.astype(str))
    prepared = prepare(table, FeatureChoice(tuple(frame)))
    scan = scan_k(prepared, ScanChoice(max_k=4))
    return segment_customers(prepared, scan, min(3, len(scan.ks))).labels
