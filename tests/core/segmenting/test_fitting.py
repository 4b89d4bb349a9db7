import numpy as np
import pytest

from desktop_app.core.errors import TooFewCustomers
from desktop_app.core.segmenting.choices import EmptyRule, FeatureChoice, LongTails, ScanChoice
from desktop_app.core.segmenting.features import prepare
from desktop_app.core.segmenting.fitting import segment_customers
from desktop_app.core.segmenting.scan import scan_k

AGES = [20, 21, 22, 23, 60, 61, 62, 95]


def segmented(prepared, k):
    return segment_customers(prepared, scan_k(prepared, ScanChoice(max_k=k)), k)


def test_the_largest_segment_comes_first(prepared_of):
    result = segmented(prepared_of(age=AGES), 3)

    assert result.labels.tolist() == [0, 0, 0, 0, 1, 1, 1, 2]
    assert result.sizes == (4, 3, 1)
    assert result.letters == ("A", "B", "C")


def test_of_equal_segments_the_lower_centre_comes_first(prepared_of):
    result = segmented(prepared_of(age=[80, 81, 20, 21]), 2)

    assert result.labels.tolist() == [1, 1, 0, 0]


def test_centres_are_the_means_of_the_members_in_the_file_s_units(prepared_of, five_blobs):
    result = segmented(prepared_of(**five_blobs), 5)
    income = five_blobs["income"]

    means = [income[result.labels == label].mean() for label in range(5)]

    assert result.centres_in_units[:, 0] == pytest.approx(means, rel=1e-9)


def test_centres_of_logged_features_are_plain_means_too(table_of):
    money = np.arange(1.0, 41.0) ** 5
    table = table_of(is_from_orders=True, money=money)
    prepared = prepare(table, FeatureChoice(("money",), long_tails=LongTails.LOG))

    result = segmented(prepared, 3)

    means = [money[result.labels == label].mean() for label in range(3)]
    assert result.centres_in_units[:, 0] == pytest.approx(means, rel=1e-8)


def test_customers_left_out_belong_nowhere(prepared_of):
    choice = FeatureChoice(empty=EmptyRule.LEAVE_OUT)

    result = segmented(prepared_of(choice, age=[np.nan, *AGES]), 2)

    assert (result.labels[0], result.neighbour[0]) == (-1, -1)
    assert np.isnan(result.margin[0])
    assert sum(result.sizes) == 8


def test_the_typical_customer_is_the_nearest_to_the_centre(prepared_of):
    result = segmented(prepared_of(age=[20, 22, 22, 24, 60, 61, 62]), 2)

    assert result.typical == (1, 5)


def test_margin_is_nought_on_the_border_and_one_at_the_centre(prepared_of):
    result = segmented(prepared_of(age=[0, 10, 20, 44, 60, 70, 80]), 2)

    assert result.margin[1] == pytest.approx(1)
    assert 0 <= result.margin[3] < result.margin[2] < 1
    assert result.neighbour.tolist() == [1 - label for label in result.labels]


def test_one_segment_has_no_neighbour(prepared_of):
    result = segmented(prepared_of(age=AGES), 1)

    assert set(result.neighbour) == {-1}
    assert set(result.margin) == {1.0}


def test_inertia_is_that_of_the_scan(prepared_of, five_blobs):
    prepared = prepared_of(**five_blobs)
    scan = scan_k(prepared, ScanChoice())

    result = segment_customers(prepared, scan, 6)

    assert result.inertia == pytest.approx(scan.score(6).inertia, rel=1e-12)
    assert result.sizes == scan.score(6).sizes


def test_more_segments_than_different_customers_are_refused(prepared_of):
    prepared = prepared_of(age=[1, 1, 2, 3])
    scan = scan_k(prepared, ScanChoice())

    with pytest.raises(TooFewCustomers) as raised:
        segment_customers(prepared, scan, 4)

    assert raised.value.details == {"n_distinct": 3, "k": 4}
